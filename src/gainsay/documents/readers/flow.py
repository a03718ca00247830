"""Writing a text paragraph by paragraph, with what the format says of each and of words within."""

from __future__ import annotations

from gainsay.spans import Span

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Paragraph:
    """Words gathered run by run; `marks` are stretches that something is to be said of."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.marks: list[tuple[Span, str]] = []

    def put(self, words: str, mark: str | None = None) -> None:
        """Append words; `mark` says what is special about them."""
        # NUL has no place in any text and no store can hold it.
        words = words.replace("\0", "")
        if mark and words:
            self.marks.append((Span(self._length, self._length + len(words)), mark))
        self._parts.append(words)
        self._length += len(words)

    @property
    def text(self) -> str:
        return "".join(self._parts)


class Flow:
    """The paragraphs written so far: blank lines between, and the kinds of those that the format tells."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._structure: list[tuple[Span, str]] = []

    def add(self, paragraph: Paragraph | str, kind: str | None = None, mark: str = "") -> Span | None:
        """Append a paragraph without white space at its edges; returns its span, None where nothing was in it.

        A note begins with its `mark`, which is not among its words in the file.
        """
        whole = paragraph if isinstance(paragraph, str) else paragraph.text
        inner = Span(0, len(whole)).trim(whole)
        if not inner.length:
            return None
        if self._length:
            self._parts.append("\n\n")
            self._length += 2
        before = f"{mark} " if mark else ""
        self._parts.append(before)
        span = Span(self._length, self._length + len(before) + inner.length)
        if kind:
            self._structure.append((span, kind))
        for marked, what in paragraph.marks if isinstance(paragraph, Paragraph) else ():
            kept = Span(max(marked.start, inner.start), min(marked.end, inner.end))
            if kept.start < kept.end:
                self._structure.append((kept.shift(span.start + len(before) - inner.start), what))
        self._parts.append(inner.of(whole))
        self._length = span.end
        return span

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def structure(self) -> tuple[tuple[Span, str], ...]:
        return tuple(sorted(self._structure))


def note_mark(number: int) -> str:
    """The marker of a note as it looks on the page.

    >>> note_mark(12)
    '¹²'
    """
    return str(number).translate(RAISED)


def roman(number: int) -> str:
    """A small Roman number, as endnotes have it beside footnotes.

    >>> [roman(n) for n in (1, 4, 19)]
    ['i', 'iv', 'xix']
    """
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written


def counted(number: int, thing: str) -> str:
    """A number with its thing.

    >>> counted(1, "picture"), counted(3, "picture")
    ('1 picture', '3 pictures')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
