"""From laid-out pages to one text: paragraphs across pages, notes after them, and where each line stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.documents.pages import Box, Line, Page
from gainsay.documents.readers.pdf.footnotes import Foot, find_foot
from gainsay.documents.readers.pdf.furniture import body_size, find_furniture
from gainsay.documents.readers.pdf.lines import TextLine, read_lines
from gainsay.documents.readers.pdf.paragraphs import measure, opens_paragraph, runs_on
from gainsay.documents.readers.pdf.words import Surface
from gainsay.spans import Span

_TALL = 1.12
"""Times the size of the text: headings are set at least this much larger."""

_COMPOUND = frozenset(
    "well self ex non anti mid half co semi all cross vice pro so ultra long short high low full part so-called two"
    " three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one first second"
    " third".split()
)
"""What stands before a hyphen that belongs to the word. Any other hyphen at the end of a line is the printer's."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page laid out: its lines in reading order, its printed label, and the page as seen, without its words."""

    label: str
    lines: Sequence[TextLine]
    surface: Surface

    @classmethod
    def of(cls, label: str, surface: Surface) -> Sheet:
        """Lay out the words of a page. They are let go: those of two thousand pages would take a gigabyte."""
        return cls(label, read_lines(surface.words, surface.width), surface._replace(words=[]))


@dataclass(slots=True)
class _Block:
    """Lines that make one paragraph, each with the index of its page."""

    kind: str | None
    lines: list[tuple[int, TextLine]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of all pages, the kinds of its blocks and where its lines stand."""

    text: str
    structure: tuple[tuple[Span, str], ...]
    pages: tuple[Page, ...]


def assemble(sheets: Sequence[Sheet]) -> Assembled:
    """One text of all pages. A paragraph that runs on overleaf is whole; what stands between its parts follows it."""
    return _Writer(sheets).write(_blocks(sheets))


def _blocks(sheets: Sequence[Sheet]) -> list[_Block]:
    size = body_size([line for sheet in sheets for line in sheet.lines])
    furniture = find_furniture([(sheet.lines, sheet.surface.height) for sheet in sheets])
    blocks: list[_Block] = []
    waiting: list[_Block] = []
    note: _Block | None = None
    for number, (sheet, outside) in enumerate(zip(sheets, furniture, strict=True)):
        foot = find_foot(sheet.lines, outside, size, note is not None)
        middle = sheet.surface.height / 2
        edges = [_Block("running-head", [(number, sheet.lines[i])]) for i in sorted(outside)]
        waiting += [edge for edge in edges if edge.lines[0][1].base < middle]
        aside = outside | foot.lines
        _add_body(blocks, waiting, number, [line for i, line in enumerate(sheet.lines) if i not in aside], size)
        note = _add_notes(waiting, number, sheet, foot, note)
        waiting += [edge for edge in edges if edge.lines[0][1].base >= middle]
    return [*blocks, *waiting]


def _add_body(blocks: list[_Block], waiting: list[_Block], number: int, lines: Sequence[TextLine], size: float) -> None:
    """Append the lines of a page to the last paragraph or to new ones; before a new one stands what waited for it."""
    columns = {c: measure([line for line in lines if line.column == c]) for c in sorted({li.column for li in lines})}
    before: TextLine | None = None
    for line in lines:
        column = columns[line.column]
        last = next((block for block in reversed(blocks) if block.kind in (None, "heading")), None)
        if before is not None and before.column == line.column:
            joins = not opens_paragraph(before, line, column)
        else:
            joins = last is not None and last is blocks[-1] and runs_on(last.lines[-1][1], line, column)
        if not joins or last is None:
            blocks += waiting
            waiting.clear()
            blocks.append(_Block("heading" if line.size > _TALL * size else None))
        blocks[-1].lines.append((number, line))
        before = line


def _add_notes(waiting: list[_Block], number: int, sheet: Sheet, foot: Foot, note: _Block | None) -> _Block | None:
    """Append the notes of a page; what was carried over goes to the note that it ends. Returns the last note."""
    if note is not None:
        note.lines += [(number, sheet.lines[i]) for i in foot.carried]
    for indices in foot.notes:
        note = _Block("note", [(number, sheet.lines[i]) for i in indices])
        waiting.append(note)
    return note if foot.lines else None


class _Writer:
    """Writes the blocks one after another and remembers where everything came to stand."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets
        self._parts: list[str] = []
        self._length = 0
        self._structure: list[tuple[Span, str]] = []
        self._placed: list[list[Line]] = [[] for _ in sheets]
        words = (word.text for sheet in sheets for line in sheet.lines for word in line.words if not word.broken)
        self._known = Counter(token.casefold() for word in words for token in _TOKEN.findall(word))

    def write(self, blocks: Sequence[_Block]) -> Assembled:
        for block in blocks:
            if self._length:
                self._put("\n\n")
            start = self._length
            self._write_block(block)
            if kind := block.kind or _kind(block, self._length - start):
                self._structure.append((Span(start, self._length), kind))
        pages = tuple(
            Page(
                i + 1, sheet.label, tuple(sorted(lines)), round(sheet.surface.width, 1), round(sheet.surface.height, 1)
            )
            for i, (sheet, lines) in enumerate(zip(self._sheets, self._placed, strict=True))
        )
        return Assembled("".join(self._parts), tuple(sorted(self._structure)), pages)

    def _write_block(self, block: _Block) -> None:
        broken_at: int | None = None
        for position, (number, line) in enumerate(block.lines):
            start = self._length
            after = block.lines[position + 1][1] if position + 1 < len(block.lines) else None
            for i, word in enumerate(line.words):
                at = self._length
                last = i + 1 == len(line.words)
                joined = last and word.broken and after is not None and self._is_one_word(word.text, after)
                self._put(word.text[:-1] if joined else word.text)
                if i == 0 and broken_at is not None:
                    self._structure.append((Span(broken_at, self._length), "hyphenation"))
                    broken_at = None
                if word.doubtful:
                    self._structure.append((Span(at, self._length), "uncertain-reading"))
                if joined:
                    broken_at = at
                elif not last or (after is not None and not word.broken):
                    self._put(" ")
            end = self._length - (1 if self._parts[-1] == " " else 0)
            self._placed[number].append(Line(Span(start, end), _box(line, self._sheets[number].surface)))

    def _is_one_word(self, start: str, after: TextLine) -> bool:
        """Whether a hyphen at the end of a line is the printer's, so that the word goes on without it.

        The other words of the document know best; then what the hyphen stands between.
        """
        left, right = start[:-1].casefold(), after.words[0].text
        head = _TOKEN.findall(left)
        tail = _TOKEN.match(right)
        if not head or tail is None or not left.endswith(head[-1]) or not right[0].islower():
            return False
        end = tail[0].casefold()
        whole, hyphened = self._known[head[-1] + end], self._known[f"{head[-1]}-{end}"]
        if whole or hyphened:
            return whole >= hyphened
        return head[-1] not in _COMPOUND and "-" not in head[-1]

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _box(line: TextLine, surface: Surface) -> Box:
    box = surface.as_scanned(Box(line.left, line.top, line.right, line.bottom))
    return Box(*(round(edge, 1) for edge in box))


def _kind(block: _Block, length: int) -> str | None:
    """A block of several full lines is prose, whatever it begins with; of others the words tell."""
    first = block.lines[0][1].text
    return "paragraph" if len(block.lines) >= 3 and length > 150 and first[:1].isalpha() else None
