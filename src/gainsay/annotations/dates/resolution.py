"""From what an expression says to its place in the calendar, given when "now" and "then" are."""

from __future__ import annotations

from dataclasses import replace

from gainsay.annotations.dates.edtf import NEVER, Day
from gainsay.annotations.dates.meaning import (
    Anniversary,
    Away,
    Between,
    EarlyYear,
    EitherOrder,
    InYear,
    Known,
    Lasting,
    Meaning,
    Now,
    Nth,
    NthWeekday,
    Open,
    PartOf,
    Placed,
    Recurring,
    Shift,
    ShortYear,
    Slice,
    Stretch,
    Then,
    Turn,
    Vague,
    Weekday,
    Weekend,
    Yearless,
)
from gainsay.annotations.dates.nearest import Setting, in_year, nearest, within
from gainsay.annotations.dates.parts import a_turn, nth, nth_weekday, part_of, slice_of
from gainsay.annotations.dates.when import (
    COARSENESS,
    MONTHS_IN,
    Unit,
    When,
    a_month,
    a_weekend,
    a_year,
    open_end,
    plus_days,
    shifted,
    stretch,
    weekday,
    widen,
)


def resolve(meaning: Meaning, setting: Setting) -> When | None:
    """The stretch of the calendar that is meant, or None where the text does not give it."""
    match meaning:
        case Known(when):
            return when
        case EitherOrder(day_first, month_first):
            order = setting.day_first
            return None if order is None else resolve(day_first if order else month_first, setting)
        case Yearless():
            return nearest(meaning, setting)
        case Weekday(number, step, origin):
            # "On Tuesday" in a report of unknown day is not of the day last told of.
            then = setting.then if setting.history else None
            return _weekday(number, step, setting.at(origin) or then, setting)
        case Shift():
            return _shift(meaning, setting)
        case Recurring(what, step, origin):
            return _recurring(what, step, setting.at(origin))
        case Stretch(unit, count, direction, origin):
            return _stretch(unit, count, direction, setting.at(origin))
        case Weekend(step, origin, loosely):
            base = setting.at(origin)
            if loosely and base is not None and not setting.ahead and (weekday(base.first) or 0) < 5:
                step = -1
            week = shifted(base, "week", step) if base else None
            return a_weekend(week.first) if week else None
        case PartOf(whole, part):
            found = resolve(whole, setting)
            return part_of(found, part) if found else None
        case Vague(what):
            found = resolve(what, setting)
            return replace(found, vague=True, written=None) if found else None
        case InYear(what, around):
            found = resolve(around, setting)
            return within(what, found) if found else None
        case _:
            return _compound(meaning, setting)


def _compound(meaning: Meaning, setting: Setting) -> When | None:
    match meaning:
        case Between(first, last):
            return _between(first, last, setting)
        case Open(edge, side):
            return _open(edge, side, setting)
        case Now():
            return setting.at("now")
        case Then():
            # Shortly after a day is another day; shortly after "in 1975" mostly is still 1975.
            then = setting.then
            return then if then is not None and COARSENESS[then.grain] >= COARSENESS["year"] else None
        case Away():
            found = _away(meaning, setting)
            # "More than a year ago" is about then.
            rounded = meaning.lasting.at_least or _is_round(meaning.lasting)
            return replace(found, vague=True) if found and rounded else found
        case Lasting():
            return _lasting(meaning, setting)
        case Anniversary():
            # The year of writing, or that of the story: an anniversary is named when it comes round.
            base = setting.supplies or setting.now
            return widen(base, "year") if base else None
        case Nth(unit, number, whole):
            return nth(unit, number, resolve(whole, setting))
        case NthWeekday(number, count, whole):
            return nth_weekday(number, count, resolve(whole, setting))
        case Slice(unit, count, direction, whole):
            return slice_of(unit, count, direction, resolve(whole, setting))
        case Placed(when=when):
            return resolve(when, setting) if when is not None else None
        case ShortYear(number):
            return _short_year(number, setting)
        case EarlyYear(number):
            before_christ = setting.then is not None and setting.then.year <= 0
            return a_year(1 - number if before_christ else number)
        case Turn():
            near = setting.then or setting.now
            return a_turn((near.year + 50) // 100 * 100) if near is not None else None
        case _:
            return None


def _weekday(number: int, step: int, base: When | None, setting: Setting) -> When | None:
    if base is None:
        return None
    if base.grain != "day":
        near = setting.then if setting.then is not None and setting.then.grain == "month" else base
        return replace(near, unknown_day=True) if near.grain == "month" and step <= 0 else None
    at = weekday(base.first)
    if at is None:
        return None
    back = (at - number) % 7
    if step < 0:
        days = -(back or 7)
    elif step > 0 or setting.ahead or base is not setting.now:
        days = (number - at) % 7 or (7 if step > 0 else 0)
    else:
        days = -back
    return _moved(base, days)


def _moved(base: When, days: int) -> When | None:
    day: Day | None = plus_days(base.first, days)
    return When(day, day, "day") if day else None


def _shift(meaning: Shift, setting: Setting) -> When | None:
    base = setting.at(meaning.origin)
    if base is None:
        return None
    if meaning.unit == "quarter" and meaning.origin == "then":
        # Accounts are of the quarter they name, else of the last one that is over.
        named = setting.then is not None and setting.then.is_quarter
        return setting.then if named else shifted(setting.now, "quarter", -1) if setting.now else None
    first, last = shifted(base, meaning.unit, meaning.low), shifted(base, meaning.unit, meaning.high)
    if first is None or last is None:
        return None
    return first if first == last else stretch(first, last)


def _recurring(what: Yearless, step: int, base: When | None) -> When | None:
    """The last, this or next June: of the base's own year unless that lies on the wrong side of it."""
    if base is None or (base.first[0] != base.last[0] and base.grain not in ("season", "week")):
        return None
    here = in_year(what, base.year)
    if step == 0 or here is None:
        return here
    if base.grain == "year":
        return in_year(what, base.year + step)
    before, after = here.last < base.first, here.first > base.last
    year = base.year if (before if step < 0 else after) else base.year + step
    return in_year(what, year)


def _counted(unit: Unit, count: int) -> tuple[Unit, int]:
    """Decades and centuries that are counted are so many years: two decades before 1911 is 1891, not the 1890s."""
    return ("year", count * MONTHS_IN[unit] // 12) if unit in ("decade", "century") else (unit, count)


def _stretch(unit: Unit, count: int, direction: int, base: When | None) -> When | None:
    unit, count = _counted(unit, count)
    around = widen(base, unit) if base else None
    if around is None:
        return None
    other = shifted(around, unit, direction * count)
    if other is None:
        return None
    near, far = replace(around, vague=True), replace(other, vague=True)
    return stretch(far, near) if direction < 0 else stretch(near, far)


def _between(first: Meaning, last: Meaning, setting: Setting) -> When | None:
    """The year of the first may stand with the last only ("from April to June 1975"), or the other way round."""
    end = resolve(last, setting)
    # A report looks back from its own day: the end of the period is what lies near it.
    if isinstance(first, Yearless) and (not isinstance(last, Yearless) or not setting.history):
        start = in_year(first, end.year) if end else None
        if start and end and start.first > end.last:
            start = in_year(first, end.year - 1)
    else:
        start = resolve(first, setting)
        if start and isinstance(last, Yearless):
            end = in_year(last, start.year)
            if end and end.last < start.first:
                end = in_year(last, start.year + 1)
    return stretch(start, end) if start and end else None


def _open(edge: Meaning, side: str, setting: Setting) -> When | None:
    # Only as edges may they be vague: "recently" is before the day of writing, even where that is not quite known.
    found = setting.then if isinstance(edge, Then) else setting.now if isinstance(edge, Now) else resolve(edge, setting)
    if found is None:
        return None
    return open_end(found, after=side in ("since", "after"))


def _short_year(number: int, setting: Setting) -> When | None:
    """’11: of the century that brings it nearest to the time told of, or at latest to the time of writing."""
    base = setting.then or setting.now
    if base is None or base.first == NEVER:
        return None
    near = base.year - (base.year - number) % 100
    if setting.then is not None and abs(near + 100 - base.year) < abs(near - base.year):
        near += 100
    if setting.now is not None and near > setting.now.last[0]:
        near -= 100
    return a_year(near)


def _away(meaning: Away, setting: Setting) -> When | None:
    lasting, direction = meaning.lasting, meaning.direction
    if meaning.base is None:
        return None
    base = setting.at("then") if isinstance(meaning.base, Then) else resolve(meaning.base, setting)
    if base is None:
        return None
    quarter = _quarter_away(meaning, setting.then)
    if quarter is not None:
        return quarter
    if lasting.clock:
        return _away_by_hours(lasting, direction, base)
    if lasting.unit is None or lasting.low is None or lasting.high is None:
        return None
    if lasting.half:
        return _away_by_months(lasting, direction, base)
    unit, factor = _counted(lasting.unit, 1)
    # "Six weeks ago" is as coarse as it sounds; "six weeks after 3 May" is a day.
    if unit == "week" and base.grain == "day" and not isinstance(meaning.base, Now):
        unit, factor = "day", 7
    ends = sorted((direction * lasting.low * factor, direction * lasting.high * factor))
    first, last = shifted(base, unit, ends[0]), shifted(base, unit, ends[1])
    if first is None or last is None or first.year < _EARLIEST:
        return None
    return first if first == last else stretch(first, last)


# EDTF writes a year in four digits.
_EARLIEST = -9999


def _is_round(lasting: Lasting) -> bool:
    """Whether nobody counts so exactly: "ten thousand years ago"."""
    return lasting.unit == "year" and (lasting.low or 0) >= 1000


def _quarter_away(meaning: Away, then: When | None) -> When | None:
    """A year ago, where a quarter is told of: the same quarter of another year, as accounts compare them."""
    lasting, base = meaning.lasting, meaning.base
    if then is None or not then.is_quarter or not isinstance(base, Now | Then):
        return None
    if lasting.unit != "year" or lasting.low != lasting.high or lasting.low is None or lasting.half:
        return None
    return shifted(then, "quarter", 4 * meaning.direction * lasting.low)


def _away_by_months(lasting: Lasting, direction: int, base: When) -> When | None:
    """Two and a half years ago: thirty months; six and a half months ago: about the middle of one."""
    if lasting.unit == "year":
        return shifted(base, "month", direction * ((lasting.high or 0) * 12 + 6))
    moved = shifted(base, "month", direction * (lasting.high or 0)) if lasting.unit == "month" else None
    if moved is None or base.grain != "day":
        return None
    year, month, _ = moved.first
    # "About that month": the half may as well fall into the one beside it.
    day = plus_days((year, month, min(base.first[2], moved.last[2])), direction * 15)
    return replace(a_month(day[0], day[1]), vague=True) if day else None


def _away_by_hours(lasting: Lasting, direction: int, base: When) -> When | None:
    """48 hours ago: two days; "three hours later" is mostly the same day."""
    days, rest = divmod(lasting.high or 0, 24)
    whole = lasting.clock == "H" and days and not rest and lasting.low == lasting.high and not lasting.half
    return shifted(base, "day", direction * days) if whole and base.grain == "day" else base


def _lasting(meaning: Lasting, setting: Setting) -> When | None:
    """Placed only when it reaches to a known now: over 40 years up to December 2020 is until December 2020."""
    if not meaning.until_now or setting.now is None or meaning.unit is None or meaning.high is None:
        return None
    unit, count = _counted(meaning.unit, meaning.high)
    start = shifted(setting.now, unit, -count)
    end = widen(setting.now, unit)
    if start is None or end is None:
        return None
    if meaning.at_least:
        year, month, _ = setting.now.last
        edge = a_month(year - count, month) if unit == "year" and setting.now.grain != "year" else start
        return When(NEVER, edge.last, "stretch")
    return stretch(start, end)
