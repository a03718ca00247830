"""PDF files of known text: columns, notes at the feet of pages, running heads, words broken at the ends of lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from benchmarks.formats.prose import MARK, Prose

WIDTH, HEIGHT = A4


@dataclass(frozen=True)
class Style:
    """How a PDF is set."""

    columns: int = 1
    font: str = "Times-Roman"
    size: float = 11.0
    heads: bool = True
    hyphens: bool = False
    indent: float = 14.0
    gap: float = 0.0
    justified: bool = False
    restart: bool = False  # whether the numbers of notes begin again on each page
    margin: float = 72.0


@dataclass(frozen=True)
class Drawn:
    """What was drawn where: words of one line, the number of the page and the baseline from its upper edge."""

    words: str
    page: int
    base: float


@dataclass
class _Line:
    pieces: list[tuple[str, str]]  # words and the number of the note behind them, if any
    indent: float = 0.0
    last: bool = False
    heading: bool = False


@dataclass
class _Typesetter:
    prose: Prose
    style: Style
    drawn: list[Drawn] = field(default_factory=list)

    def set(self) -> bytes:
        """The file."""
        out = BytesIO()
        self.canvas = Canvas(out, pagesize=A4, invariant=1)
        self.canvas.setTitle(self.prose.title)
        style = self.style
        gutter = 24.0
        self.measure = (WIDTH - 2 * style.margin - gutter * (style.columns - 1)) / style.columns
        self.leading = style.size * 1.25
        queue = self._lines()
        page = 0
        while queue:
            page += 1
            self.page, self.numbered = page, 0
            queue = self._page(queue, gutter)
            self.canvas.showPage()
        self.canvas.save()
        return out.getvalue()

    def _page(self, queue: list[_Line], gutter: float) -> list[_Line]:
        style = self.style
        if style.heads:
            self._draw(style.margin, 50, f"{self.prose.title} — {self.prose.author}", style.size - 2)
            self._draw(WIDTH / 2, HEIGHT - 40, str(self.page), style.size - 2)
        for column in range(style.columns):
            x = style.margin + column * (self.measure + gutter)
            y, floor, foot = style.margin + 12, HEIGHT - style.margin, []
            while queue:
                line = queue[0]
                notes = [n for _, n in line.pieces if n]
                needed = sum(len(self._note_lines(n)) for n in notes) * self._small() * 1.2
                room = self.leading * (1.6 if line.heading else 1.0)
                if y + room > floor - needed - (8 if notes and not foot else 0):
                    break
                floor -= needed + (8 if notes and not foot else 0)
                y += room
                self._line(line, x, y)
                foot += [(n, self.numbered - len(notes) + i + 1) for i, n in enumerate(notes)]
                queue.pop(0)
                y += style.gap if line.last else 0
            self._foot(foot, x, floor)
            if not queue:
                break
        return queue

    def _foot(self, foot: list[tuple[str, int]], x: float, y: float) -> None:
        for note, position in foot:
            label = str(position) if self.style.restart else note
            for number, words in enumerate(self._note_lines(note)):
                y += self._small() * 1.2
                left = x
                if number == 0:
                    self.canvas.setFont(self.style.font, self._small() * 0.65)
                    self.canvas.drawString(x, HEIGHT - y + 3, label)
                    left += stringWidth(label, self.style.font, self._small() * 0.65) + 2
                self._draw(left, y, words, self._small())

    def _small(self) -> float:
        return self.style.size - 2.5

    def _note_lines(self, note: str) -> list[str]:
        return _broken(self.prose.notes[int(note) - 1], self.style.font, self._small(), self.measure - 14)

    def _line(self, line: _Line, x: float, y: float) -> None:
        style, size = self.style, self.style.size * (1.4 if line.heading else 1)
        words = " ".join(words for words, _ in line.pieces)
        width = stringWidth(words, style.font, size)
        spaces = words.count(" ")
        stretch = 0.0
        if style.justified and not line.last and spaces:
            stretch = (self.measure - line.indent - width) / spaces
        text = self.canvas.beginText(x + line.indent, HEIGHT - y)
        text.setFont(style.font, size)
        text.setWordSpace(stretch)
        shown = []
        for position, (piece, note) in enumerate(line.pieces):
            text.textOut((" " if position else "") + piece)
            shown.append(piece)
            if note:
                self.numbered += 1
                text.setFont(style.font, size * 0.6)
                text.setRise(size * 0.33)
                text.textOut(str(self.numbered) if style.restart else note)
                text.setRise(0)
                text.setFont(style.font, size)
        text.setWordSpace(0)
        self.canvas.drawText(text)
        self.drawn.append(Drawn(" ".join(shown), self.page, y))

    def _draw(self, x: float, y: float, words: str, size: float) -> None:
        self.canvas.setFont(self.style.font, size)
        self.canvas.drawString(x, HEIGHT - y, words)

    def _lines(self) -> list[_Line]:
        lines = [_Line([(self.prose.title, "")], last=True, heading=True)]
        for paragraph in self.prose.paragraphs:
            lines += self._paragraph(paragraph)
        return lines

    def _paragraph(self, paragraph: str) -> list[_Line]:
        lines: list[_Line] = []
        pieces: list[tuple[str, str]] = []
        indent = self.style.indent
        queue = [_noted(word) for word in paragraph.split(" ")]
        while queue:
            word, note = queue.pop(0)
            whole = " ".join([w for w, _ in pieces] + [word])
            if pieces and stringWidth(whole, self.style.font, self.style.size) > self.measure - indent - 6:
                parts = self._hyphenated(pieces, word, indent) if self.style.hyphens else None
                if parts:
                    pieces.append((parts[0], ""))
                    word = parts[1]
                lines.append(_Line(pieces, indent))
                pieces, indent = [], 0.0
            pieces.append((word, note))
        lines.append(_Line(pieces, indent, last=True))
        return lines

    def _hyphenated(self, pieces: list[tuple[str, str]], word: str, indent: float) -> tuple[str, str] | None:
        if len(word) < 8 or not word.isalpha():
            return None
        for at in range(len(word) - 3, 2, -1):
            start = " ".join([w for w, _ in pieces] + [word[:at] + "-"])
            if stringWidth(start, self.style.font, self.style.size) <= self.measure - indent - 6:
                return word[:at] + "-", word[at:]
        return None


def _noted(word: str) -> tuple[str, str]:
    found = MARK.search(word)
    return (MARK.sub("", word), found[1]) if found else (word, "")


def _broken(words: str, font: str, size: float, measure: float) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, font, size) > measure and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def make_pdf(prose: Prose, style: Style = Style()) -> tuple[bytes, list[Drawn]]:
    """A PDF and what was drawn where in it, running heads and notes aside."""
    typesetter = _Typesetter(prose, style)
    return typesetter.set(), typesetter.drawn
