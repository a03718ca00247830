"""From words to the lines of a page in reading order, column by column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gainsay.documents.readers.pdf.words import RAISED, Word

_APART = 1.3
"""Times the size of the letters. A wider gap parts columns or cells; justified lines stretch to less."""

_GUTTER = 0.6
"""Times the size of the letters: the narrowest gap between columns."""

_CROSSING = 0.25
"""Share of the lines. Where more of them cross a gutter, it is none: a table in a page of prose."""

_HYPHENED = re.compile(r"[^\W_][-\u2010\u00ad¬]$")

_FEW = 4
"""Lines. Columns have more on each side."""

_CROWDED = 20_000
"""Words. A newspaper page has six thousand; what has more is no page to be laid out, and is read as it was drawn."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one baseline in one column, from left to right. `column` counts the stretches of the page."""

    words: tuple[Word, ...]
    column: int = 0

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def base(self) -> float:
        return median(word.base for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = sorted((word.size, len(word.text)) for word in self.words)
        half, seen = sum(letters for _, letters in sizes) / 2, 0
        for size, letters in sizes:
            seen += letters
            if seen >= half:
                return size
        return sizes[-1][0]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def read_lines(words: Sequence[Word], width: float) -> list[TextLine]:
    """The lines of a page in the order in which they are read."""
    if not words:
        return []
    segments = _segments(words)
    if len(words) > _CROWDED:
        return [TextLine(tuple(segment)) for segment in segments]
    ordered: list[TextLine] = []
    for number, stretch in enumerate(_stretches(segments, width)):
        ordered += [TextLine(_gathered(_marked(line)), number) for line in _lines(stretch)]
    return ordered


def _segments(words: Sequence[Word]) -> list[list[Word]]:
    """Words drawn one after another on one baseline without a wide gap."""
    segments = [[words[0]]]
    for before, word in pairwise(words):
        size = max(before.size, word.size)
        gap = word.left - before.right
        if before.broken or not (-0.5 * size <= gap <= _APART * size and _on_one_line(before, word)):
            segments.append([])
        segments[-1].append(word)
    return segments


def _on_one_line(a: Word, b: Word) -> bool:
    """Whether two words stand on one line, one of them perhaps raised."""
    overlap = min(a.bottom, b.bottom) - max(a.top, b.top)
    return overlap > 0.5 * min(a.size, b.size)


def _stretches(segments: list[list[Word]], width: float) -> list[list[list[Word]]]:
    """The segments in columns: what crosses the gutter parts the page into bands, each read column by column."""
    ordered = sorted(segments, key=lambda segment: (segment[0].top, segment[0].left))
    gutter = _find_gutter(ordered, width)
    if gutter is None:
        return [ordered]
    stretches: list[list[list[Word]]] = []
    left: list[list[Word]] = []
    right: list[list[Word]] = []
    across: list[list[Word]] = []
    for segment in ordered:
        if _left(segment) < gutter < _right(segment):
            stretches += _columns(left, right, width)
            left, right = [], []
            across.append(segment)
            continue
        if across:
            stretches.append(across)
            across = []
        (left if _right(segment) <= gutter else right).append(segment)
    stretches += [across] if across else []
    return [*stretches, *_columns(left, right, width)]


def _columns(left: list[list[Word]], right: list[list[Word]], width: float) -> list[list[list[Word]]]:
    """Two columns of a band; three or more are found as columns within one of them."""
    found: list[list[list[Word]]] = []
    for side in (left, right):
        if side:
            found += _stretches(side, width) if len(side) < len(left) + len(right) else [side]
    return found


def _find_gutter(segments: list[list[Word]], width: float) -> float | None:
    """The middle of the gap that hardly any segment crosses and that has a column on either side."""
    if len(segments) < 2 * _FEW:
        return None
    size = median(segment[0].size for segment in segments)
    # A column begins where many segments do; the gutter is just left of it.
    starts = Counter(round(_left(segment)) for segment in segments)
    best: tuple[int, float] | None = None
    for edge in sorted(starts):
        flush = starts[edge - 1] + starts[edge] + starts[edge + 1]
        if flush < _FEW:
            continue
        at = edge - 0.2 * size
        left = [s for s in segments if _right(s) <= at]
        right = [s for s in segments if _left(s) >= at]
        crossing = len(segments) - len(left) - len(right)
        if flush < 0.5 * len(right) or not _are_columns(left, right, size) or crossing > _CROSSING * len(segments):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, at)
    return best[1] if best else None


def _are_columns(left: list[list[Word]], right: list[list[Word]], size: float) -> bool:
    """Whether both sides are columns of prose: enough lines, of enough words, side by side, with a gap between."""
    if len(left) < _FEW or len(right) < _FEW:
        return False
    if min(_left(s) for s in right) - sorted(_right(s) for s in left)[len(left) * 9 // 10] < _GUTTER * size:
        return False
    side_by_side = min(left[-1][0].bottom, right[-1][0].bottom) - max(left[0][0].top, right[0][0].top)
    if side_by_side < 2 * size:
        return False
    # The cells of tables and the numbers of lists hold a word or two.
    return all(median(len(s) for s in side) >= 3 for side in (left, right))


def _left(segment: list[Word]) -> float:
    return segment[0].left


def _right(segment: list[Word]) -> float:
    return max(segment[-1].right, segment[0].right)


def _lines(segments: list[list[Word]]) -> list[list[Word]]:
    """Segments side by side make one line."""
    lines: list[list[Word]] = []
    for segment in sorted(segments, key=lambda s: (max(w.bottom for w in s), s[0].left)):
        # The line above, or one before it where something small stands between.
        for line in reversed(lines[-3:]):
            tallest = max(line, key=lambda w: w.size)
            if _on_one_line(tallest, max(segment, key=lambda w: w.size)) and not _collide(line, segment):
                line += segment
                break
        else:
            lines.append(list(segment))
    for line in lines:
        line.sort(key=lambda word: word.left)
    return sorted(lines, key=lambda line: (median(w.base for w in line), line[0].left))


def _collide(line: list[Word], segment: list[Word]) -> bool:
    """Whether a segment would stand on the words of a line: set one over the other, they are two lines."""
    left, right = _left(segment), _right(segment)
    return any(word.left < right - 0.5 and left < word.right - 0.5 for word in line)


def _marked(line: list[Word]) -> tuple[Word, ...]:
    """Small raised digits set apart from their word become superscripts, joined to it."""
    tallest = max(line, key=lambda word: word.size)
    words: list[Word] = []
    for word in line:
        raised = (
            word.text.isdecimal()
            and word.text.isascii()
            and len(word.text) <= 3
            and word.size < 0.85 * tallest.size
            and tallest.base - word.base > 0.12 * tallest.size
        )
        if not raised:
            words.append(word)
        elif words and word.left - words[-1].right < 0.25 * tallest.size:
            last = words[-1]
            words[-1] = last._replace(text=last.text + word.text.translate(RAISED), right=word.right)
        else:
            words.append(word._replace(text=word.text.translate(RAISED)))
    # PDFium tells only some of the hyphens at which a line ends.
    if _HYPHENED.search(words[-1].text):
        words[-1] = words[-1]._replace(broken=True)
    return tuple(words)


def _gathered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The line with the words between its first two and its last as one: only these are looked at alone.

    A page has some six hundred words, and a document thousands of pages.
    """
    between = words[2:-1]
    if len(between) < 2 or any(word.doubtful for word in words):
        return words
    first, sizes = between[0], sorted(word.size for word in between)
    joined = first._replace(
        text=" ".join(word.text for word in between),
        top=min(word.top for word in between),
        right=max(word.right for word in between),
        bottom=max(word.bottom for word in between),
        size=sizes[len(sizes) // 2],
    )
    return (*words[:2], joined, words[-1])
