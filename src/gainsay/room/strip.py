"""The time strip: when the documents were written and what their disputes are about, in calendar units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from gainsay.annotations.dates import bounds
from gainsay.room.context import Bin, Strip
from gainsay.room.words import in_words

MOST_BINS = 60
HIGH = 26.0  # pixels of the highest bar


def strip(written: Sequence[str], disputed: Sequence[str]) -> Strip | None:
    """The strip of dates of writing and dates of disputes (EDTF); None where they do not span any time."""
    placed = [[d for e in some if (d := _middle(e))] for some in (written, disputed)]
    ends = placed[0] if len(set(placed[0])) > 1 else [*placed[0], *placed[1]]
    if len(set(ends)) < 2:
        return None
    first, last = min(ends), max(ends)
    unit = next((u for u in (10, 7, 4, 3) if _number(last, u) - _number(first, u) < MOST_BINS), 3)
    start = _number(first, unit)
    count = _number(last, unit) - start + 1
    tallies = [Counter(_number(d, unit) - start for d in some) for some in placed]
    highest = max(max((n for k, n in t.items() if 0 <= k < count), default=0) for t in tallies)
    bins = tuple(_bins(tallies, start, count, unit, highest))
    ticks = tuple((100 * (k + 0.5) / count, _name(start + k, unit)) for k in _ticks(count))
    return Strip(bins, ticks)


def _bins(tallies: list[Counter[int]], start: int, count: int, unit: int, highest: int) -> Iterator[Bin]:
    for k in range(count):
        documents, matters = (t[k] for t in tallies)
        if documents or matters:
            highs = [round(HIGH * n**0.5 / highest**0.5, 1) for n in (documents, matters)]
            year = _name(start + k, unit)[-4:] if unit != 3 else ""
            yield Bin(
                at=100 * k / count,
                width=100 / count,
                words=_name(start + k, unit),
                documents=documents,
                matters=matters,
                documents_high=highs[0],
                matters_high=highs[1],
                href=f"timeline.html#y{year}" if year else "timeline.html",
            )


def _ticks(count: int) -> list[int]:
    return sorted({0, count // 2, count - 1}) if count > 4 else sorted({0, count - 1})


def _middle(edtf: str) -> date | None:
    """A day in the middle of what an EDTF string stands for, where that is less than some years."""
    found = bounds(edtf)
    if not found or not 1 <= found[0][0] <= found[1][0] <= 9998 or found[1][0] - found[0][0] > 5:
        return None
    low, high = date(*found[0]), date(*found[1])
    return date.fromordinal((low.toordinal() + high.toordinal()) // 2)


def _number(day: date, unit: int) -> int:
    """The number of a calendar unit, by how many characters of the ISO date name it: day, month, year, decade."""
    if unit == 10:
        return day.toordinal()
    if unit == 7:
        return day.year * 12 + day.month - 1
    return day.year if unit == 4 else day.year // 10


def _name(number: int, unit: int) -> str:
    if unit == 10:
        return in_words(date.fromordinal(number).isoformat())
    if unit == 7:
        return in_words(f"{number // 12:04}-{number % 12 + 1:02}")
    return str(number) if unit == 4 else f"{number}0s"
