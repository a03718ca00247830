"""Number lines and time lines: rival values side by side, in per cent of the line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from gainsay.annotations.dates import FOREVER, NEVER, bounds
from gainsay.annotations.figures import Figure
from gainsay.matters.facets.figure import interval
from gainsay.room.context import Line, LineRow

TICKS = 5
# Beyond this ratio the smaller values would lie on one spot: such a line tells nothing.
WIDEST = 200.0


def number_line(values: Sequence[tuple[str, Figure]]) -> Line | None:
    """Figures by side letter on a line from zero; None where fewer than two can be placed."""
    placed = [(letter, f, interval(f.value, f.qualifier)) for letter, f in values]
    known = [(letter, f, i) for letter, f, i in placed if i is not None and any(math.isfinite(x) for x in i)]
    ends = [x for _, _, i in known for x in i if math.isfinite(x)]
    if len(known) < 2 or min(ends) < 0 or not max(ends) or max(ends) / max(min(ends), 1e-9) > WIDEST:
        return None
    top = _round_up(max(ends))
    rows = []
    for letter, figure, (low, high) in known:
        least, most = max(low, 0.0), min(high, top)
        rows.append(
            LineRow(
                letter=letter,
                words=" ".join((figure.counted or "").split()),
                value=_stated(figure),
                low=100 * least / top,
                high=100 * most / top,
                exact=low == high,
                open_low=not math.isfinite(low) or figure.qualifier == "nearly",
                open_high=not math.isfinite(high) or figure.qualifier in ("over", "at least", "vague"),
            )
        )
    ticks = tuple((100 * k / TICKS, _number(top * k / TICKS)) for k in range(TICKS + 1))
    return Line("number", tuple(rows), ticks)


def _stated(figure: Figure) -> str:
    value = figure.value
    if isinstance(value, tuple):
        low, high = ("" if x is None else _number(x) for x in value)
        words = f"{low}–{high}" if low and high else low or high
    else:
        words = _number(value or 0)
    return f"{figure.qualifier} {words}" if figure.qualifier and figure.qualifier != "vague" else words


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u202f") if value == int(value) else f"{value:g}"


def _round_up(value: float) -> float:
    """The next of 1, 1.5, 2, 2.5, 5 times a power of ten.

    >>> _round_up(121), _round_up(23)
    (150.0, 25.0)
    """
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(power * step for step in (1, 1.5, 2, 2.5, 5, 10) if power * step >= value)


def time_line(values: Sequence[tuple[str, str, str]]) -> Line | None:
    """Dates (letter, words, EDTF) on a line; None where fewer than two stand in the calendar."""
    spans = []
    for letter, words, edtf in values:
        found = bounds(edtf)
        if found and found[0] > NEVER and found[1] < FOREVER and found[0][0] > 0 and found[1][0] < 10_000:
            spans.append((letter, words, edtf, date(*found[0]).toordinal(), date(*found[1]).toordinal() + 1))
    if len({s[3:] for s in spans}) < 2:
        return None
    first, last = min(s[3] for s in spans), max(s[4] for s in spans)
    margin = max((last - first) * 0.08, 1)
    start, length = first - margin, last - first + 2 * margin
    rows = tuple(
        LineRow(letter, words, edtf, 100 * (low - start) / length, 100 * (high - start) / length, high - low <= 1)
        for letter, words, edtf, low, high in spans
    )
    ticks = tuple((100 * (x - start) / length, date.fromordinal(int(x)).isoformat()) for x in (first, last - 1))
    return Line("time", rows, ticks)
