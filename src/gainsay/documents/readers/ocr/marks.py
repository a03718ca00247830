"""The raised numbers of notes on a scanned page: small ink beside words, read by the digits of the same print.

Tesseract takes them for quotation marks, degrees and asterisks. The years and page numbers of the same page are in the
same type, so what they look like tells the small ones; and the numbers of notes follow one another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gainsay.documents.readers.ocr.letters import Found, Row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Grey = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_TALL, _WIDE = 24, 20
"""The size to which digits are brought to be compared."""

_SURE = 85
"""Per cent. A digit recognised less surely is no example of what that digit looks like."""

_HEIGHTS = (0.6, 1.3)
"""Times the height of an x: how high a raised digit is. Quotation marks are lower, letters and signs higher."""

_DIGITS = tuple("0123456789")

_UNKNOWN = 0.5
"""Correlation assumed with a digit of which the page has no example."""

_ENOUGH = 4
"""Digits. With fewer examples nothing can be said of the others."""

_LIKELY = 40
"""Per cent. The thin 1 is read by itself with half the confidence of other digits."""

_LIKE = 0.5
"""Correlation. What is less like any digit is none."""

_ZONE = (2.15, 0.7)
"""Times the height of an x: how far above and below the line its own ink reaches, raised numbers included."""

_NEAR, _BETWEEN, _MOST_DIGITS = 1.3, 0.4, 3
"""Times the height of an x: how far a mark stands from its word at most, and its digits from each other."""

_GAP = 0.12
"""What it costs that a number in the row was passed over: a mark may not have been seen."""

_MOST_SKIPPED = 3

_ANEW = 0.8
"""What it costs that the row ends and another begins."""


class Glyph(NamedTuple):
    """Ink that may be a raised digit: its rectangle on the picture."""

    left: int
    top: int
    right: int
    bottom: int


ReadAlone = Callable[[Glyph], tuple[str, float]]
"""Reads a piece of ink by itself: the sign, and how surely (per cent)."""


class Page:
    """The ink of a page, and what its digits look like."""

    def __init__(self, picture: NDArray[np.uint8], words: Sequence[Found], alone: ReadAlone) -> None:
        dark, paper = np.percentile(picture[::4, ::4], (0.1, 90))
        self.grey: Grey = np.clip((paper - picture.astype(np.float32)) / max(1.0, paper - dark), 0, 1)
        self.ink: Mask = self.grey > 0.5
        self.examples = self._examples(words)
        self._alone = alone

    def _examples(self, words: Sequence[Found]) -> dict[str, Grey]:
        """The mean look of each digit that was recognised surely."""
        found: dict[str, list[Grey]] = {}
        for word in words:
            if not any(letter.text in _DIGITS for letter in word.letters):
                continue
            glyphs = self.glyphs(word.row, word.letters[0].left - 1, word.letters[-1].right + 1)
            # Tesseract's rectangles are rough: letters are matched with pieces of ink only where these are as many.
            if len(glyphs) == len(word.letters):
                for letter, glyph in zip(word.letters, glyphs, strict=True):
                    if letter.text in _DIGITS and letter.sure >= _SURE and not is_raised(glyph, word.row):
                        found.setdefault(letter.text, []).append(self._look(glyph))
        return {digit: np.mean(looks, axis=0, dtype=np.float32) for digit, looks in found.items()}

    def glyphs(self, row: Row, left: float, right: float) -> list[Glyph]:
        """The pieces of ink between two places of a line, from left to right; dust is none."""
        x0, x1 = max(0, round(left)), min(self.ink.shape[1], round(right))
        base = row.base((left + right) / 2)
        y0, y1 = (
            max(0, round(base - _ZONE[0] * row.height)),
            min(self.ink.shape[0], round(base + _ZONE[1] * row.height)),
        )
        if x1 <= x0 or y1 <= y0:
            return []
        ink = self.ink[y0:y1, x0:x1]
        found = []
        for start, end in _runs(np.asarray(ink.any(axis=0))):
            pieces = [
                Glyph(x0 + start, y0 + top, x0 + end, y0 + bottom)
                for top, bottom in _runs(np.asarray(ink[:, start:end].any(axis=1)))
            ]
            # What hangs down from the line above has nothing to do with the ink below it.
            if len(pieces) > 1 and pieces[0].top == y0:
                del pieces[0]
            pieces = [piece for piece in pieces if not self._is_dust(piece, row)]
            if pieces:
                found.append(pieces[0]._replace(bottom=pieces[-1].bottom))
        return found

    @staticmethod
    def _is_dust(glyph: Glyph, row: Row) -> bool:
        """Whether ink is smaller than a full stop, or no larger and not on the line."""
        size = max(glyph.right - glyph.left, glyph.bottom - glyph.top) / row.height
        return size < 0.14 or (size < 0.3 and row.base(glyph.left) - glyph.bottom > 0.3 * row.height)

    def likeness(self, glyph: Glyph) -> dict[str, float]:
        """How much a piece of ink looks like each digit."""
        own = self._look(glyph)
        unknown = _UNKNOWN if len(self.examples) >= _ENOUGH else 0.0
        looks = {d: _correlation(own, self.examples[d]) if d in self.examples else unknown for d in _DIGITS}
        if len(self.examples) < len(_DIGITS):
            digit, sure = self._alone(glyph)
            if digit in _DIGITS and digit not in self.examples and sure >= _LIKELY:
                looks[digit] = 0.5 + sure / 200
        return looks

    def _look(self, box: Glyph) -> Grey:
        """The ink in a rectangle brought to one height, in the middle of a frame."""
        piece = self.grey[box.top : box.bottom, box.left : box.right]
        wide = min(_WIDE, max(1, round(piece.shape[1] * _TALL / piece.shape[0])))
        scaled = _scaled(piece, _TALL, wide)
        frame = np.zeros((_TALL, _WIDE), np.float32)
        at = (_WIDE - wide) // 2
        frame[:, at : at + wide] = scaled
        return frame


def _scaled(piece: Grey, high: int, wide: int) -> Grey:
    """A picture brought to a size, its points weighed between their neighbours."""
    ys = np.clip((np.arange(high) + 0.5) * piece.shape[0] / high - 0.5, 0, piece.shape[0] - 1)
    xs = np.clip((np.arange(wide) + 0.5) * piece.shape[1] / wide - 0.5, 0, piece.shape[1] - 1)
    y0, x0 = ys.astype(int), xs.astype(int)
    y1, x1 = np.minimum(y0 + 1, piece.shape[0] - 1), np.minimum(x0 + 1, piece.shape[1] - 1)
    dy, dx = (ys - y0)[:, None].astype(np.float32), (xs - x0)[None, :].astype(np.float32)
    upper = piece[np.ix_(y0, x0)] * (1 - dx) + piece[np.ix_(y0, x1)] * dx
    lower = piece[np.ix_(y1, x0)] * (1 - dx) + piece[np.ix_(y1, x1)] * dx
    return np.asarray(upper * (1 - dy) + lower * dy, dtype=np.float32)


def _correlation(one: Grey, other: Grey) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / max(1e-6, float(np.sqrt((a * a).sum() * (b * b).sum()))))


def _runs(filled: Mask) -> list[tuple[int, int]]:
    """Where columns with ink begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))
    return [(int(edges[i]), int(edges[i + 1])) for i in range(0, len(edges), 2)]


def is_raised(glyph: Glyph, row: Row) -> bool:
    """Whether a piece of ink stands raised and is as high as a digit."""
    high, wide = glyph.bottom - glyph.top, glyph.right - glyph.left
    rise = row.base((glyph.left + glyph.right) / 2) - glyph.bottom
    return rise > 0.3 * row.height and _HEIGHTS[0] <= high / row.height <= _HEIGHTS[1] and wide <= 0.95 * row.height


def at_end(glyphs: Sequence[Glyph], row: Row) -> list[Glyph]:
    """The raised pieces of ink at the end of some, close to each other and to what stands before them."""
    found: list[Glyph] = []
    for glyph in reversed(glyphs):
        if not is_raised(glyph, row):
            near = not found or found[0].left - glyph.right <= _NEAR * row.height
            return found if near and len(found) <= _MOST_DIGITS else []
        if found and found[0].left - glyph.right > _BETWEEN * row.height:
            return []
        found.insert(0, glyph)
    return []


def at_start(glyphs: Sequence[Glyph], row: Row) -> list[Glyph]:
    """The same at the beginning."""
    mirrored = [Glyph(-glyph.right, glyph.top, -glyph.left, glyph.bottom) for glyph in glyphs]
    turned = Row(-row.x, row.y, -row.slope, row.height)
    return [Glyph(-g.right, g.top, -g.left, g.bottom) for g in reversed(at_end(mirrored[::-1], turned))]


def is_like(looks: Sequence[dict[str, float]]) -> bool:
    """Whether every piece of ink looks like some digit."""
    return all(max(look.values()) >= _LIKE for look in looks)


def read_numbers(marks: Sequence[Sequence[dict[str, float]]], among: Set[int] = frozenset()) -> list[str]:
    """The numbers of marks in the order of the page, each given by how its digits look.

    Notes are numbered one after another: of the readings of all marks those are taken that are likely and go up by one,
    or by a little more, for a mark may have been missed. Where they do not, the numbers begin anew. Numbers are those
    `among` others, where there are such and it can be.
    """
    best: list[dict[int, tuple[float, int]]] = []  # of each mark: its numbers, how likely so far, and the one before
    for looks in marks:
        before = best[-1] if best else {}
        anew = max(before, key=lambda n: before[n][0]) if before else 0
        found = {}
        for number, likely in _numbers(looks, among).items():
            ways = [
                (before[number - by][0] - _GAP * (by - 1), number - by)
                for by in range(1, 2 + _MOST_SKIPPED)
                if number - by in before
            ]
            score, way = max(ways + [((before[anew][0] if before else 0.0) - _ANEW, anew)])
            found[number] = (score + likely, way)
        best.append(found)
    read: list[str] = []
    for place in reversed(range(len(best))):
        number = best[place + 1][number][1] if read else max(best[place], key=lambda n: best[place][n][0])
        read.append(str(number))
    return read[::-1]


def _numbers(looks: Sequence[dict[str, float]], among: Set[int]) -> dict[int, float]:
    """Every number with as many digits as there are pieces of ink, and how much these look like it."""
    found = {"": 0.0}
    for look in looks:
        found = {sofar + digit: score + like for sofar, score in found.items() for digit, like in look.items()}
    numbers = {int(digits): score / len(looks) for digits, score in found.items() if digits[0] != "0"}
    return {number: likely for number, likely in numbers.items() if number in among} or numbers
