"""Number lines and time lines: rival values side by side, in per cent of the line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gainsay.annotations.dates import FOREVER, NEVER, bounds
from gainsay.annotations.figures import Figure
from gainsay.matters.facets.figure import interval
from gainsay.room.context import Line, LineRow
from gainsay.room.words import in_words

TICKS = 5
# Beyond this ratio the smaller values would lie on one spot: such a line tells nothing.
WIDEST = 200.0
MOST_ROWS = 14
DAY_SPAN = 1.0


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure under the letter of its side, with the words that hold it and who holds it."""

    letter: str
    words: str
    by: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Placed:
    """A date (EDTF) in the same way."""

    letter: str
    words: str
    by: str
    edtf: str


def number_line(values: Sequence[Counted]) -> Line | None:
    """Figures by side letter on a line from zero; None where fewer than two can be placed."""
    placed = [(v, interval(v.figure.value, v.figure.qualifier)) for v in values[:MOST_ROWS]]
    known = [(v, i) for v, i in placed if i is not None and any(math.isfinite(x) for x in i)]
    ends = [x for _, i in known for x in i if math.isfinite(x)]
    if len(known) < 2 or min(ends) < 0 or not max(ends) or max(ends) / max(min(ends), 1e-9) > WIDEST:
        return None
    top = _round_up(max(ends))
    rows = tuple(_number_row(v, low, high, top) for v, (low, high) in known)
    ticks = tuple((100 * k / TICKS, number(top * k / TICKS)) for k in range(TICKS + 1))
    return Line("number", rows, ticks)


def _number_row(v: Counted, low: float, high: float, top: float) -> LineRow:
    least, most = max(low, 0.0), min(high, top)
    return LineRow(
        letter=v.letter,
        words=v.words,
        value=stated(v.figure),
        by=v.by,
        low=100 * least / top,
        high=100 * most / top,
        exact=low == high,
        open_low=not math.isfinite(low) or v.figure.qualifier == "nearly",
        open_high=not math.isfinite(high) or v.figure.qualifier in ("over", "at least", "vague"),
    )


def stated(figure: Figure) -> str:
    """The value of a figure with its qualifier: "over 40", "20–25", "many"."""
    value = figure.value
    if value is None:
        return "many"
    if isinstance(value, tuple):
        low, high = ("" if x is None else number(x) for x in value)
        words = f"{low}–{high}" if low and high else f"{low} or more" if low else f"up to {high}"
    else:
        words = number(value)
    return f"{figure.qualifier} {words}" if figure.qualifier and figure.qualifier != "vague" else words


def number(value: float) -> str:
    """A number with thin spaces between its thousands."""
    return f"{value:,.0f}".replace(",", "\u202f") if value == int(value) else f"{value:g}"


def _round_up(value: float) -> float:
    """The next of 1, 1.5, 2, 2.5, 5 times a power of ten.

    >>> _round_up(121), _round_up(23)
    (150.0, 25.0)
    """
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in (1, 1.5, 2, 2.5, 5, 10) if power * step >= value)


def time_line(values: Sequence[Placed]) -> Line | None:
    """Dates on a line; None where fewer than two stand in the calendar, or all are the same."""
    spans = [(v, found) for v in values[:MOST_ROWS] if (found := days(v.edtf)) is not None]
    if len({found for _, found in spans}) < 2:
        return None
    first, last = min(low for _, (low, _) in spans), max(high for _, (_, high) in spans)
    margin = max((last - first) * 0.1, 1)
    start, length = first - margin, last - first + 2 * margin
    rows = tuple(
        LineRow(
            letter=v.letter,
            words=v.words,
            value=in_words(v.edtf),
            by=v.by,
            low=100 * (low - start) / length,
            high=100 * (high - start) / length,
            exact=high - low <= DAY_SPAN,
        )
        for v, (low, high) in spans
    )
    ticks = tuple((100 * (x - start) / length, in_words(date.fromordinal(int(x)).isoformat())) for x in (first, last))
    return Line("time", rows, ticks)


def days(edtf: str) -> tuple[int, int] | None:
    """First day and the day after the last, as ordinals; None for open ends and for days outside the calendar."""
    found = bounds(edtf)
    if not found or found[0] <= NEVER or found[1] >= FOREVER or found[0][0] < 1 or found[1][0] > 9998:
        return None
    return date(*found[0]).toordinal(), date(*found[1]).toordinal() + 1


def in_time(edtf: str) -> tuple[bool, tuple[int, int, int], str]:
    """A key that puts dates in time by their first day; open beginnings by their end, no date last."""
    found = bounds(edtf) if edtf else None
    if not found:
        return True, FOREVER, edtf
    return False, found[1] if found[0] <= NEVER else found[0], edtf
