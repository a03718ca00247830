"""The words of a PDF page, each with its rectangle, baseline and size."""

from __future__ import annotations

import ctypes
from math import atan, cos, sin
from typing import TYPE_CHECKING, Any, NamedTuple

from gainsay.documents.pages import Box

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST = 200_000
"""Characters on a page. A newspaper page has thirty thousand; beyond this a page was made to be slow."""

HYPHEN = "\x02"
"""How PDFium gives a hyphen at the end of a line whose word goes on in the next."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_MARKS = frozenset("0123456789")
"""What stands raised as the marker of a note."""


class Word(NamedTuple):
    """Letters without white space between. Coordinates in points from the upper left corner; `base` is the baseline.

    `broken` marks a word that ends with a hyphen at the end of its line and goes on in the next; `doubtful` one that
    was recognised from a picture and not surely.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    broken: bool = False
    doubtful: bool = False


class Surface(NamedTuple):
    """A page as seen: its words in the order in which they were drawn, and its measures.

    `skew` is the slope of its lines, where it was scanned aslant; its words are given as if it were straight.
    """

    words: list[Word]
    width: float
    height: float
    skew: float = 0.0

    def straightened(self, x: float, y: float) -> tuple[float, float]:
        """A place on the page, on the page turned straight."""
        return _turned(x, y, -self.skew)

    def as_scanned(self, box: Box) -> Box:
        """A rectangle on the page turned straight: the smallest one around it on the page as it is."""
        if not self.skew:
            return box
        corners = [_turned(x, y, self.skew) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return Box(xs[0], ys[0], xs[-1], ys[-1])


def _turned(x: float, y: float, slope: float) -> tuple[float, float]:
    """A point turned about the corner of the page."""
    angle = atan(slope)
    return x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)


def read_words(page: PdfPage) -> Surface:
    """What is drawn as text on a page. Rotated pages are turned upright."""
    import pypdfium2.raw as raw

    handle = raw.FPDFText_LoadPage(page)
    try:
        return _Glyphs(page, handle, raw).surface()
    finally:
        raw.FPDFText_ClosePage(handle)


class _Glyphs:
    """The characters of one page."""

    def __init__(self, page: PdfPage, handle: Any, raw: Any) -> None:
        self._handle, self._raw = handle, raw
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._turns = page.get_rotation() // 90 % 4
        self._count = min(MOST, max(0, raw.FPDFText_CountChars(handle)))
        self._rect, self._x, self._y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    def surface(self) -> Surface:
        wide, high = self._right - self._left, self._top - self._bottom
        if self._turns % 2:
            wide, high = high, wide
        return Surface(self._words(), wide, high)

    def _words(self) -> list[Word]:
        unicode_of, handle = self._raw.FPDFText_GetUnicode, self._handle
        chars = [chr(code) if (code := unicode_of(handle, i)) <= 0x10FFFF else " " for i in range(self._count)]
        words: list[Word] = []
        start: int | None = None
        for i, char in enumerate(chars):
            hyphen = char in (HYPHEN, "\ufffe")
            # Characters without a place in Unicode are given as 0; no text holds them.
            if char.isspace() or char == "\0" or "\ud800" <= char <= "\udfff":
                if start is not None:
                    words.append(self._word(chars, start, i))
                start = None
                continue
            start = i if start is None else start
            if hyphen:
                words.append(self._word(chars, start, i + 1))
                start = None
        if start is not None:
            words.append(self._word(chars, start, len(chars)))
        return words

    def _word(self, chars: list[str], start: int, end: int) -> Word:
        """One word; digits raised before or behind its letters are markers, and given as the superscripts they are."""
        box, last = self._box(start), end - 1
        right = box if last == start else self._box(last)
        letters = chars[start:end]
        broken = letters[-1] in (HYPHEN, "\ufffe")
        if broken:
            letters[-1] = "-"
        # Only digits can be markers; asking for each character would take twice as long.
        at = next((i for i in range(start, end) if chars[i] not in _MARKS), None)
        body, base = (box, self._base(start)) if at in (None, start) else (self._box(at), self._base(at))
        if at is not None:
            size = body[3] - body[1]
            for i in range(start, end):
                if chars[i] in _MARKS and self._is_raised(i, base, size):
                    letters[i - start] = chars[i].translate(RAISED)
        left = min(box[0], right[0])
        return Word("".join(letters), left, body[1], max(box[2], right[2]), body[3], base, body[3] - body[1], broken)

    def _is_raised(self, i: int, base: float, size: float) -> bool:
        box = self._box(i)
        return box[3] - box[1] < 0.9 * size and base - self._base(i) > 0.12 * size

    def _box(self, i: int) -> tuple[float, float, float, float]:
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._handle, i, rect)
        x0, y0 = self._upright(rect.left, rect.top)
        x1, y1 = self._upright(rect.right, rect.bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _base(self, i: int) -> float:
        self._raw.FPDFText_GetCharOrigin(self._handle, i, self._x, self._y)
        return self._upright(self._x.value, self._y.value)[1]

    def _upright(self, x: float, y: float) -> tuple[float, float]:
        """From the page's own coordinates to those of the page as it is seen, from its upper left corner."""
        x, y = x - self._left, self._top - y
        wide, high = self._right - self._left, self._top - self._bottom
        if self._turns == 1:
            return high - y, x
        if self._turns == 2:
            return wide - x, high - y
        if self._turns == 3:
            return y, wide - x
        return x, y
