"""Parts of a stretch of the calendar: early, late, the first half."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from gainsay.annotations.dates.edtf import month_length
from gainsay.annotations.dates.when import Grain, Unit, When, plus_days, shifted, stretch, weekday, widen

Part = Literal["early", "mid", "late", "start", "end", "first half", "second half", "turn"] | tuple[int, int]
"""A pair is one of so many equal parts of a century: its second quarter is (2, 4)."""


def part_of(when: When, part: Part) -> When | None:
    """The early, middle or late part: thirds of a month, quarters of a year, three or four years of a decade.

    "The end of September" is its last day or so, "the end of 1958" its last month or so; both vague.
    """
    year, month, _ = when.first
    if isinstance(part, tuple):
        number, of = part
        first, last = year + 100 * (number - 1) // of, year + 100 * number // of - 1
        return When((first, 1, 1), (last, 12, 31), "stretch", of == 3)
    if part in ("first half", "second half"):
        return _half(when, part)
    if part == "turn":
        return a_turn(when.year) if when.grain == "century" else None
    if when.grain == "month":
        length = month_length(year, month)
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, length), "start": (1, 1), "end": (length, length)}[
            part
        ]
        grain: Grain = "day" if low == high else "stretch"
        return When((year, month, low), (year, month, high), grain, True)
    if when.grain == "year":
        low, high = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "start": (1, 1), "end": (12, 12)}[part]
        grain = "month" if low == high else "stretch"
        return When((year, low, 1), (year, high, month_length(year, high)), grain, True)
    if when.grain in ("decade", "century"):
        size = 10 if when.grain == "decade" else 100
        low, high = {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "start": (0, 19), "end": (80, 99)}[part]
        return When((year + low * size // 100, 1, 1), (year + high * size // 100, 12, 31), "stretch", True)
    if when.grain == "day":
        return when
    if when.grain in ("season", "week"):
        return replace(when, vague=True)
    return _of_a_millennium(year, part) if when.last == (year + 999, 12, 31) else None


def _of_a_millennium(start: int, part: str) -> When:
    """Thirds, and fifths at either end."""
    low, high = {"early": (0, 333), "mid": (334, 666), "late": (667, 999), "start": (0, 199), "end": (800, 999)}[part]
    return When((start + low, 1, 1), (start + high, 12, 31), "stretch", True)


def a_turn(year: int) -> When:
    """The turn of a century: some five years to either side of the year in which it begins."""
    return When((year - 5, 1, 1), (year + 5, 12, 31), "stretch", True)


def _half(when: When, part: Part) -> When | None:
    year, month, _ = when.first
    second = part == "second half"
    if when.grain == "year":
        low, high = (7, 12) if second else (1, 6)
        return When((year, low, 1), (year, high, month_length(year, high)), "stretch")
    if when.grain == "month":
        return When((year, month, 16 if second else 1), when.last if second else (year, month, 15), "stretch")
    if when.last == (year + 999, 12, 31):
        start = year + 500 if second else year
        return When((start, 1, 1), (start + 499, 12, 31), "stretch")
    if when.grain in ("decade", "century"):
        half = 5 if when.grain == "decade" else 50
        start = year + half if second else year
        return When((start, 1, 1), (start + half - 1, 12, 31), "stretch")
    return None


def nth(unit: Unit, number: int, whole: When | None) -> When | None:
    """The second week of June 1911, counted in sevens from its first day; −1 is the last."""
    if whole is None or number > 5:
        return None
    days = 7 if unit == "week" else 1
    if unit in ("day", "week"):
        edge, by = (whole.last, -days + 1) if number < 0 else (whole.first, (number - 1) * days)
        start = plus_days(edge, by)
        end = plus_days(start, days - 1) if start else None
        inside = start is not None and end is not None and whole.first <= start and end <= whole.last
        return When(start, end, "day" if days == 1 else "week") if start and end and inside else None
    month = shifted(When(whole.first, whole.first, "day"), "month", 11 if number < 0 else number - 1)
    return month if unit == "month" and whole.grain == "year" else None


def nth_weekday(number: int, count: int, whole: When | None) -> When | None:
    """The first Sunday of a month (Monday 0); −1 is the last."""
    if whole is None or whole.grain != "month":
        return None
    at = weekday(whole.first if count > 0 else whole.last)
    if at is None:
        return None
    days = (number - at) % 7 + 7 * (count - 1) if count > 0 else -((at - number) % 7)
    day = plus_days(whole.first if count > 0 else whole.last, days)
    return When(day, day, "day") if day and whole.first <= day <= whole.last else None


def slice_of(unit: Unit, count: int, direction: int, whole: When | None) -> When | None:
    """The first (1) or last (−1) so many units of something."""
    if whole is None:
        return None
    edge = whole.first if direction > 0 else whole.last
    near = widen(When(edge, edge, "day"), unit)
    far = shifted(near, unit, direction * (count - 1)) if near else None
    if near is None or far is None:
        return None
    return stretch(near, far) if direction > 0 else stretch(far, near)
