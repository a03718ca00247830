"""From the lines of a column to paragraphs and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gainsay.documents.readers.pdf.lines import TextLine

_ITEM = re.compile(r"[•●▪◦‣⁃·–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s|\[\d{1,3}\]\s|[⁰¹²³⁴-⁹]{1,3}\s?\S")
"""What opens a paragraph whatever the line before it looks like: items of lists, notes at the end of a text."""

_STOP = re.compile(r"[.!?…:;][”’\"'»)\]⁰¹²³⁴-⁹]*$")
_UNSTOPPED = re.compile(r"[\w,–—-][’)\]⁰¹²³⁴-⁹]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """The measures of a column: its edges and the distance from one baseline to the next."""

    left: float
    right: float
    leading: float


def measure(lines: Sequence[TextLine]) -> Column:
    """The measures of the lines of one column of one page."""
    lefts = Counter(round(line.left) for line in lines)
    # The edge is where most lines begin; of two the outer one, the other being the indent.
    often = [left for left, times in sorted(lefts.items()) if times * 4 >= len(lines)]
    left = float(min(often) if often else min(lefts))
    rights = sorted(line.right for line in lines)
    steps = [b.base - a.base for a, b in pairwise(lines) if 0 < b.base - a.base < 3 * max(a.size, b.size)]
    return Column(left, rights[len(rights) * 9 // 10], median(steps) if steps else lines[0].size * 1.2)


def opens_paragraph(before: TextLine, line: TextLine, column: Column) -> bool:
    """Whether a paragraph begins with `line`, the next below `before` in one column."""
    size = max(before.size, line.size)
    if abs(before.size - line.size) > 0.1 * size or line.base - before.base > max(1.35 * column.leading, 1.2 * size):
        return True
    if before.words[-1].broken:
        return False
    if _ITEM.match(line.text):
        return True
    if _ITEM.match(before.text) and len(before.words) > 1 and abs(line.left - before.words[1].left) < 0.6 * size:
        # The item goes on under its words, not under its number.
        return False
    indent, indent_before = line.left - column.left, before.left - column.left
    if 0.5 * size < indent < 5 * size and indent_before < 0.4 * size:
        return True
    # A line is broken where the next word would not have fitted; where it would, the paragraph ended.
    room = column.right - before.right - (line.words[0].right - line.words[0].left)
    if room > 2 * size and _STOP.search(before.text):
        return True
    return room > 0.3 * (column.right - column.left)


def runs_on(before: TextLine, line: TextLine, column: Column) -> bool:
    """Whether a paragraph goes on with `line`, the first of another column or page than `before`."""
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return False
    if before.words[-1].broken:
        return True
    if _ITEM.match(line.text) or line.left - column.left > 0.5 * line.size:
        return False
    first = line.text.lstrip("“\"‘'(")[:1]
    return first.islower() or bool(_UNSTOPPED.search(before.text) and not before.text.isupper())
