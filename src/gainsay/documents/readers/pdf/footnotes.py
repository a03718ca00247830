"""The notes at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.documents.readers.pdf.lines import TextLine

_SMALL = 0.94
"""Times the size of the text: notes are set at least this much smaller."""

_MARK = re.compile(r"(?P<superscript>[⁰¹²³⁴-⁹]{1,3})\s?\S|(?P<number>\d{1,3})[.)]?\s+\S|(?P<symbol>[*†‡§]{1,3})\s?\S")
_SUPERSCRIPT = re.compile(r"(?<=\S)[⁰¹²³⁴-⁹]{1,3}")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Foot:
    """The notes at the foot of one page, each the indices of its lines.

    `carried` are lines above the first marker: the end of a note that began on the page before.
    """

    notes: tuple[tuple[int, ...], ...] = ()
    carried: tuple[int, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        return frozenset(i for part in (*self.notes, self.carried) for i in part)


def find_foot(lines: Sequence[TextLine], outside: frozenset[int], size: float, after_note: bool) -> Foot:
    """The notes of a page whose text has letters of `size`; `outside` are running heads and feet.

    `after_note` says that the page before ended with a note, which may run on here.
    """
    stretches: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if i not in outside:
            stretches.setdefault(line.column, []).append(i)
    raised = _raised(lines, outside)
    notes: list[tuple[int, ...]] = []
    carried: list[int] = []
    for stretch in stretches.values():
        run = _run(lines, stretch, size, raised)
        if not run or not _at_foot(lines, run, outside, size):
            continue
        first = next((at for at, i in enumerate(run) if _MARK.match(lines[i].text)), None)
        if first != 0 and after_note and not notes and not carried:
            carried = run[:first]
        if first is not None:
            notes += _parted(lines, run[first:])
    return Foot(tuple(notes), tuple(carried))


def _raised(lines: Sequence[TextLine], outside: frozenset[int]) -> frozenset[str]:
    """The numbers that stand raised in the text of the page."""
    return frozenset(
        mark.translate(_DIGITS)
        for i, line in enumerate(lines)
        if i not in outside
        for mark in _SUPERSCRIPT.findall(line.text)
    )


def _run(lines: Sequence[TextLine], stretch: list[int], size: float, raised: frozenset[str]) -> list[int]:
    """The last lines of a column that are notes: smaller than the text, or opened by a number raised in it."""
    at = len(stretch)
    while at and lines[stretch[at - 1]].size < _SMALL * size:
        at -= 1
    if at < len(stretch):
        return stretch[at:]
    for at in range(len(stretch) - 1, len(stretch) // 2, -1):
        mark = _MARK.match(lines[stretch[at]].text)
        if mark and mark["superscript"] and mark["superscript"].translate(_DIGITS) in raised:
            number = int(mark["superscript"].translate(_DIGITS))
            if str(number - 1) not in raised or number == 1:
                return stretch[at:]
    return []


def _at_foot(lines: Sequence[TextLine], run: list[int], outside: frozenset[int], size: float) -> bool:
    """Whether no line of the text stands below these, in their column."""
    top, left, right = lines[run[0]].top, lines[run[0]].left, max(lines[i].right for i in run)
    mine = set(run)
    return not any(
        line.top > top and line.left < right and line.right > left and line.size >= _SMALL * size
        for i, line in enumerate(lines)
        if i not in outside and i not in mine
    )


def _parted(lines: Sequence[TextLine], run: list[int]) -> list[tuple[int, ...]]:
    """Each note with its lines: a new one begins with a superscript, a sign, or the next number."""
    notes: list[list[int]] = []
    last = 0
    for i in run:
        mark = _MARK.match(lines[i].text)
        raw = (mark["superscript"] or mark["number"]) if mark else None
        number = int(raw.translate(_DIGITS)) if raw else 0
        opens = mark is not None and (mark["symbol"] or mark["superscript"] or number == last + 1 or not notes)
        if opens or not notes:
            notes.append([])
            last = number or last
        notes[-1].append(i)
    return [tuple(note) for note in notes]
