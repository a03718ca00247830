"""A stretch of the calendar with the grain in which it is known, and the arithmetic on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gainsay.annotations.dates.edtf import FOREVER, NEVER, Day, bounds, month_length

Grain = Literal["day", "week", "month", "season", "year", "decade", "century", "stretch"]
Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]

# First and last month by EDTF code: seasons, then quarters; a winter ends in the next year.
SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_PLAIN = frozenset(("day", "month", "year"))  # what EDTF writes as one date
COARSENESS: dict[str, int] = {
    "day": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "year": 4,
    "decade": 5,
    "century": 6,
    "stretch": 7,
}


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, the grain, and whether the edges are vague. `unknown_day` is a day of a known month.

    `written` is the value of a stretch whose ends are known in different grain, or one of them vaguely.
    """

    first: Day
    last: Day
    grain: Grain
    vague: bool = False
    unknown_day: bool = False
    written: str | None = None

    @property
    def year(self) -> int:
        return self.first[0]

    @property
    def is_quarter(self) -> bool:
        return self.grain == "season" and self.first[1] in (1, 4, 7, 10)

    @property
    def edtf(self) -> str:
        """The value as EDTF: `1979-01`, `197X`, `1917-10~/1917-12`, `1975/..`."""
        mark = "~" if self.vague else ""
        if self.written:
            return self.written
        if self.grain == "day":
            return _day(self.first) + mark
        if self.grain == "month":
            return _month(self.first) + ("-XX" if self.unknown_day else "") + mark
        if self.grain == "season":
            return f"{_year(self.first[0])}-{_season_code(self.first[1], self.last[1])}{mark}"
        if self.grain == "year":
            return _year(self.first[0]) + mark
        if self.grain in ("decade", "century") and self.first[0] >= 0:
            kept = 3 if self.grain == "decade" else 2
            return _year(self.first[0])[:kept] + "X" * (4 - kept) + mark
        return self._interval(mark)

    def _interval(self, mark: str) -> str:
        """Both edges in the coarsest form that fits them both: years, months or days."""
        open_first, open_last = self.first == NEVER, self.last == FOREVER
        write = _day
        if (open_first or self.first[2] == 1) and (open_last or self.last[2] == month_length(*self.last[:2])):
            write = _month
            if (open_first or self.first[1] == 1) and (open_last or self.last[1] == 12):
                write = _only_year
        first = ".." if open_first else write(self.first) + mark
        last = ".." if open_last else write(self.last) + mark
        return f"{first}/{last}"


def _only_year(day: Day) -> str:
    return _year(day[0])


def _year(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _month(day: Day) -> str:
    return f"{_year(day[0])}-{day[1]:02d}"


def _day(day: Day) -> str:
    return f"{_month(day)}-{day[2]:02d}"


def _season_code(first: int, last: int) -> int:
    return next(
        code for code, months in SEASON_MONTHS.items() if (months[0], (months[1] - 1) % 12 + 1) == (first, last)
    )


def a_day(year: int, month: int, day: int) -> When | None:
    """One day; None for 31 June."""
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return When((year, month, day), (year, month, day), "day")


def a_month(year: int, month: int) -> When:
    return When((year, month, 1), (year, month, month_length(year, month)), "month")


def a_year(year: int) -> When:
    return When((year, 1, 1), (year, 12, 31), "year")


def a_season(year: int, code: int) -> When:
    """A season (21 spring … 24 winter, which ends in the next year) or a quarter (33 … 36) by its EDTF code."""
    first, last = SEASON_MONTHS[code]
    end, month = (year + 1, last - 12) if last > 12 else (year, last)
    return When((year, first, 1), (end, month, month_length(end, month)), "season")


def a_decade(year: int) -> When:
    start = year // 10 * 10
    return When((start, 1, 1), (start + 9, 12, 31), "decade")


def a_century(number: int, *, before_christ: bool = False) -> When:
    """The nineteenth century is 18XX, as people count and as EDTF writes."""
    start = -number * 100 + 1 if before_christ else (number - 1) * 100
    return When((start, 1, 1), (start + 99, 12, 31), "stretch" if before_christ else "century")


def of_edtf(edtf: str) -> When | None:
    """What a value says, as a "now" to count from. `1911-06/..` is not before then: vaguely, the year 1911."""
    found = bounds(edtf)
    if found is None or found[0] == NEVER:
        return None
    first, last = found
    if last == FOREVER:
        return replace(a_year(first[0]), vague=True)
    if first == last:
        return When(first, last, "day")
    if first == (last[0], last[1], 1) and last[2] == month_length(*last[:2]):
        return When(first, last, "month")
    if (first, last) == ((last[0], 1, 1), (last[0], 12, 31)):
        return When(first, last, "year")
    return When(first, last, "stretch")


def _ordinal(day: Day) -> int | None:
    return date(*day).toordinal() if 1 <= day[0] <= 9999 else None


def _from_ordinal(number: int) -> Day:
    found = date.fromordinal(min(max(number, 1), date.max.toordinal()))
    return found.year, found.month, found.day


def weekday(day: Day) -> int | None:
    """Monday is 0; None outside Python's calendar."""
    return date(*day).weekday() if 1 <= day[0] <= 9999 else None


def plus_days(day: Day, days: int) -> Day | None:
    number = _ordinal(day)
    return None if number is None else _from_ordinal(number + days)


def distance(a: Day, b: Day) -> int:
    """Days from `a` to `b`, to the month: enough to tell which year is nearer."""
    return (b[0] - a[0]) * 365 + (b[1] - a[1]) * 30 + b[2] - a[2]


def a_week(day: Day) -> When | None:
    """The week from Monday to Sunday around a day."""
    at = weekday(day)
    if at is None:
        return None
    first, last = plus_days(day, -at), plus_days(day, 6 - at)
    return When(first, last, "week") if first and last else None


def widen(when: When, unit: Unit) -> When | None:
    """The day, week, month, year … around `when`; None where `when` is too coarse to say."""
    if unit == "day":
        return when if when.grain == "day" else None
    if unit == "week":
        return a_week(when.first) if when.grain in ("day", "week") else None
    year, month, _ = when.first
    if unit == "month":
        return a_month(year, month) if (year, month) == when.last[:2] else None
    if unit == "quarter":
        if when.is_quarter:
            return when
        return a_season(year, 33 + (month - 1) // 3) if (year, month) == when.last[:2] else None
    if unit == "year":
        # A winter belongs to the year in which it begins.
        return a_year(year) if year == when.last[0] or when.grain in ("season", "week") else None
    if unit == "decade":
        return a_decade(year) if year // 10 == when.last[0] // 10 else None
    return a_century(year // 100 + 1) if year // 100 == when.last[0] // 100 else None


def shifted(when: When, unit: Unit, count: int) -> When | None:
    """`when` widened to the unit and moved by `count` of them: 3 March 1921 minus one month is February 1921."""
    around = widen(when, unit)
    if around is None:
        return None
    year, month, _ = around.first
    if unit in ("day", "week"):
        if not count:
            return around
        days = count * (7 if unit == "week" else 1)
        first, last = plus_days(around.first, days), plus_days(around.last, days)
        return replace(around, first=first, last=last) if first and last else None
    if unit == "month":
        return a_month((year * 12 + month - 1 + count) // 12, (month - 1 + count) % 12 + 1)
    if unit == "quarter":
        number = year * 4 + (month - 1) // 3 + count
        return a_season(number // 4, 33 + number % 4)
    if unit == "year":
        return a_year(year + count)
    return a_decade(year + 10 * count) if unit == "decade" else a_century(year // 100 + 1 + count)


def stretch(first: When, last: When) -> When | None:
    """From the one to the other; None when the order is wrong."""
    if first.first > last.last:
        return None
    found = When(first.first, last.last, "stretch", first.vague or last.vague)
    if first.grain not in _PLAIN or last.grain not in _PLAIN:
        return found
    return replace(found, written=f"{first.edtf.replace('-XX', '')}/{last.edtf.replace('-XX', '')}")


def open_end(edge: When, *, after: bool) -> When:
    """From the beginning of something on, or until its end."""
    first, last = (edge.first, FOREVER) if after else (NEVER, edge.last)
    found = When(first, last, "stretch", edge.vague)
    if edge.grain in _PLAIN:
        end = edge.edtf.replace("-XX", "")
    elif edge.grain == "stretch" and edge.first[:2] == edge.last[:2]:
        # Early December: the edge is a day of it, not the month.
        end = _day(edge.first if after else edge.last) + ("~" if edge.vague else "")
    else:
        return found
    return replace(found, written=f"{end}/.." if after else f"../{end}")


def a_weekend(day: Day) -> When | None:
    """Saturday and Sunday of the week around a day."""
    week = a_week(day)
    saturday = plus_days(week.last, -1) if week else None
    return When(saturday, week.last, "week") if week and saturday else None
