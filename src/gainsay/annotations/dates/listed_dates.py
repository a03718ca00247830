"""Days and months that share the month and year said last, and days counted within a month."""

from __future__ import annotations

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import Between, Known, Meaning, NthWeekday, PartOf, Yearless
from gainsay.annotations.dates.parts import Part
from gainsay.annotations.dates.when import a_century, a_day, a_month, a_season

_ENCLOSING = frozenset((CODES["between"], CODES["from"]))
# "Section 5 and 9 March", "No. 5": a number, not a day.
_NUMBERED = frozenset((CODES["numberword"], CODES["currency"], CODES["than"]))


def _of_month(found: Found, name: str = "d") -> Meaning | None:
    """The day or month that a match names, in the year it names, if any."""
    month, day, year = found.number("m"), found.number(name), found.number("y")
    if month is None:
        return None
    if year is None:
        return Yearless(month, day)
    return Known(a_month(year, month) if day is None else a_day(year, month, day))


def _listed_day(found: Found) -> Built | None:
    """5 in "5, 9 and 12 March 1938" and "5 and 9 March": a day of its own, not the first of a stretch."""
    day, following, before = found.number("d"), found.number("e"), found.neighbour(-1)
    if day is None or following is None or (before is not None and before.code in _NUMBERED):
        return None
    # "5 and 6 March" is read as one stretch; so is what "between" and "from" begin.
    if not found.has("more") and (following == day + 1 or (before is not None and before.code in _ENCLOSING)):
        return None
    meaning = _of_month(found)
    if meaning is None or following <= day:
        return None
    return Built("PARTIAL" if isinstance(meaning, Yearless) else "DATE", meaning)


def _listed_days(found: Found) -> Built | None:
    """12–14 in "12–14 and 19–21 June 1951"."""
    first, last = _of_month(found), _of_month(found, "f")
    if (
        first is None
        or last is None
        or not (found.number("d") or 0) < (found.number("f") or 0) < (found.number("e") or 0)
    ):
        return None
    return Built("RANGE", Between(first, last))


def _listed_month(found: Found) -> Built | None:
    """May in "May, June and August 1938"."""
    month, year, last = found.number("m"), found.number("y"), found.number("n")
    if month is None or year is None or last is None or month >= last:
        return None
    return Built("DATE", Known(a_month(year, month)))


def _listed_season(found: Found) -> Built | None:
    """Spring in "the spring and summer of 1911"; a winter before the spring of a year began in the year before."""
    season, year, last = found.number("s"), found.number("y"), found.number("n")
    if season is None or year is None or last is None or season == last:
        return None
    return Built("DATE", Known(a_season(year if season < last else year - 1, season)))


_PARTS: dict[str, Part] = {CODES["early"]: "early", CODES["late"]: "late", CODES["mid"]: "mid"}


def _listed_century(found: Found) -> Built | None:
    """The late nineteenth in "the late nineteenth and early twentieth centuries"."""
    number, part = found.number("d"), found.token("part")
    if number is None or not 1 <= number <= 20 or found.word("u") != "century":
        return None
    century = Known(a_century(number))
    return Built("DATE", PartOf(century, _PARTS[part.code]) if part is not None else century)


def _months(found: Found) -> Built | None:
    """May–July 1831; November–January 1831 begins in the year before."""
    month, year, last = found.number("m"), found.number("y"), found.number("n")
    if month is None or year is None or last is None or month == last:
        return None
    first = a_month(year if month < last else year - 1, month)
    return Built("RANGE", Between(Known(first), Known(a_month(year, last))))


def _day_to_day(found: Found) -> Built | None:
    """31 August/1 September 1907."""
    month, year, last = found.number("m"), found.number("y"), found.number("n")
    first_day, last_day = found.number("d"), found.number("e")
    if month is None or last is None or first_day is None or last_day is None or month == last:
        return None
    if year is None:
        return Built("RANGE", Between(Yearless(month, first_day), Yearless(last, last_day)))
    begin = a_day(year if month < last else year - 1, month, first_day)
    return Built("RANGE", Between(Known(begin), Known(a_day(year, last, last_day))))


def _week_days(found: Found) -> Built | None:
    """From Tuesday 4 to Friday 7 March 1913."""
    first, last = _of_month(found), _of_month(found, "e")
    ordered = (found.number("d") or 0) < (found.number("e") or 0)
    return Built("RANGE", Between(first, last)) if first is not None and last is not None and ordered else None


def _day_of(found: Found) -> Built | None:
    """The 14th day of March, 1899; this 3rd day of May in the year 1911."""
    meaning = _of_month(found)
    if found.word("u") != "day" or meaning is None:
        return None
    return Built("PARTIAL" if isinstance(meaning, Yearless) else "DATE", meaning)


def _nth_weekday(found: Found) -> Built | None:
    """The first Sunday of September 1911, the last Monday in August."""
    number, weekday, month = found.number("n") or -1, found.number("w"), found.number("m")
    if weekday is None or month is None or number > 5:
        return None
    year = found.number("y")
    whole: Meaning = Yearless(month) if year is None else Known(a_month(year, month))
    return Built("DATE", NthWeekday(weekday, number, whole))


_SHARED = {
    "MONTH": "(?P<m>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "OTHERMONTH": "(?P<n>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "ANYMONTH": "[{month}{namelike}{monthabbr}](?:(?<={monthabbr}){dot})?",
    "DAY": "{the}?(?P<d>[{day}{ordinal}])",
    "LASTDAY": "{the}?(?P<e>[{day}{ordinal}])",
    "ANYDAY": "{the}?[{day}{ordinal}](?:{dash}[{day}{ordinal}])?",
    "YEAR": "(?:[{comma}{of}]?(?P<y>{year}))",
    "WEEKDAY": "[{weekday}{weekdayabbr}]{dot}?{comma}?{the}?",
}
# No more than six in a list: what follows is looked at again from each of its members.
LISTED = Layer(
    Rule(
        "@DAY(?=(?P<more>{comma}@ANYDAY){0,6}{comma}?[{and}{or}]@LASTDAY(?:{dash}{day})?{of}?@MONTH@YEAR?)", _listed_day
    ),
    Rule(
        "@MONTH(?P<d>{day})(?=(?P<more>{comma}@ANYDAY){0,6}{comma}?[{and}{or}]@LASTDAY(?![{of}.{unit}{units}]|{month})@YEAR?)",
        _listed_day,
    ),
    Rule(
        "@DAY{dash}(?P<f>{day})(?=(?:{comma}@ANYDAY){0,6}{comma}?[{and}{or}]@LASTDAY(?:{dash}{day})?{of}?@MONTH@YEAR?)",
        _listed_days,
    ),
    Rule(
        "(?<![{day}{ordinal}{dash}])@MONTH(?=(?:{comma}@ANYMONTH){0,6}{comma}?(?:[{and}{or}](?:[.]?{in})?|{slash})"
        "@OTHERMONTH@YEAR)",
        _listed_month,
    ),
    Rule("{the}?(?P<s>{season})(?=[{and}{or}{dash}{slash}]{the}?(?P<n>{season}){of}?(?P<y>{year}))", _listed_season),
    Rule(
        "{the}?(?P<part>[{early}{late}{mid}])?{dash}?(?P<d>[{ordinal}{ordinalword}])(?:{unit})?"
        "(?=[{and}{or}{to}]{the}?[{early}{late}{mid}]{dash}?[{ordinal}{ordinalword}]{dash}?(?P<u>[{unit}{units}]))",
        _listed_century,
    ),
    Rule("(?<![{day}{ordinal}{dash}])@MONTH[{dash}{slash}]@OTHERMONTH@YEAR", _months),
    Rule("@DAY{of}?@MONTH[{slash}{dash}]@LASTDAY{of}?@OTHERMONTH@YEAR?", _day_to_day),
    Rule("@WEEKDAY@DAY[{dash}{to}{and}]@WEEKDAY@LASTDAY{of}?@MONTH@YEAR?", _week_days),
    Rule(
        "[{the}{this}]?(?P<d>[{day}{ordinal}{ordinalword}])(?P<u>{unit}){of}@MONTH"
        "(?:(?:[{comma}{of}]|{comma}?{in}{the}{unit})?(?P<y>{year}))?",
        _day_of,
    ),
    Rule("{the}(?P<n>[{ordinal}{ordinalword}])(?P<w>{weekday})[{of}{in}]@MONTH@YEAR?", _nth_weekday),
    Rule("{the}{last}(?P<w>{weekday})[{of}{in}]@MONTH@YEAR?", _nth_weekday),
    shared=_SHARED,
)
