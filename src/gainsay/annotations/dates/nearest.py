"""A date whose year or month is not said: which of those around is meant."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.dates.feasts import day_of
from gainsay.annotations.dates.meaning import Origin, Yearless
from gainsay.annotations.dates.when import When, a_day, a_month, a_season, distance, shifted


@dataclass(frozen=True, slots=True)
class Setting:
    """When it is and when it was: `now` the time of writing, `then` the time told of, `supplies` what gives a year.

    `ahead` and `behind` say that the clause speaks of the future ("will", "is due") or of what was done, `history`
    that the text tells of the past, `day_first` how it writes dates in figures, where it shows that.
    """

    now: When | None
    then: When | None
    supplies: When | None
    ahead: bool = False
    history: bool = True
    behind: bool = False
    day_first: bool | None = None

    def at(self, origin: Origin) -> When | None:
        """The point to count from; a story with no date yet is told from now. "Not before 1911" is no such point."""
        now = self.now if self.now is not None and not self.now.vague else None
        if origin == "now" or (origin == "here" and not self.history and now is not None):
            return now
        return self.then or now


def in_year(what: Yearless, year: int) -> When | None:
    """25 July, a month or a season of a known year."""
    if what.season is not None:
        return a_season(year, what.season)
    if what.feast is not None:
        day = day_of(what.feast, year)
        return When(day, day, "day") if day else None
    if what.month is None:
        return None
    return a_month(year, what.month) if what.day is None else a_day(year, what.month, what.day)


def within(what: Yearless, around: When) -> When | None:
    """25 July of a year, the 4th of a month."""
    if what.month is None and what.day is not None:
        year, month, _ = around.first
        return a_day(year, month, what.day) if (year, month) == around.last[:2] else None
    return in_year(what, around.year)


def _candidates(what: Yearless, base: When) -> list[When]:
    """The same date in the years, or the same day in the months, around one point."""
    if what.month is None and what.day is not None:
        months = [shifted(base, "month", step) for step in (-1, 0, 1)]
        found = [within(what, month) for month in months if month]
    else:
        found = [in_year(what, base.year + step) for step in (-1, 0, 1)]
    return [when for when in found if when]


def nearest(what: Yearless, setting: Setting) -> When | None:
    """The year that brings it nearest to what supplies the year; in a year known only as such, that year."""
    base = setting.supplies
    if base is None or (base.first[0] != base.last[0] and base.grain not in ("season", "week")):
        return None
    if base.grain == "year":
        return in_year(what, base.year)
    candidates = _candidates(what, base)
    if not candidates:
        return None
    if base == setting.now:
        return min(candidates, key=lambda when: _lag(when, base, setting))
    return min(candidates, key=lambda when: _gap(when, base))


def _lag(when: When, base: When, setting: Setting) -> int:
    """How far from the day of writing; what a report tells of lies rather behind it, unless it speaks of the future."""
    days = distance(base.last, when.first)
    if days >= 0:
        if setting.ahead:
            return days
        # "Was reached in December": mostly the last one, though it be ten months ago.
        return days * (2 if when.grain == "day" else 10 if setting.behind else 4)
    behind = max(distance(when.last, base.first), 0)
    return behind * 6 if setting.ahead else behind


def _gap(when: When, base: When) -> int:
    """How far apart, in days. A story goes forward: a step back counts more, one into the year before much more."""
    ahead = distance(base.last, when.first)
    if ahead >= 0 or base.first <= when.first <= base.last:
        return max(ahead, 0)
    return -distance(base.first, when.last) + (30 if when.year == base.year else 240)
