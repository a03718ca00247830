"""Dates that name their place in the calendar: days, months, years, decades, centuries, seasons, holidays."""

from __future__ import annotations

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.early_years import EARLY_YEARS
from gainsay.annotations.dates.lexicon import CODES, OTHER
from gainsay.annotations.dates.meaning import (
    Between,
    EitherOrder,
    InYear,
    Known,
    Meaning,
    Shift,
    ShortYear,
    Yearless,
)
from gainsay.annotations.dates.periods import PERIODS
from gainsay.annotations.dates.when import a_day, a_month, a_year
from gainsay.annotations.dates.year_numbers import YEARS


def _date(found: Found) -> Built:
    """7 January 1979, January 7, January 1979: whole, or a part whose year must be supplied."""
    month, year, day = found.number("m"), found.number("y"), found.number("d")
    if month is None or year is None:
        return Built("PARTIAL", Yearless(month, day))
    if day is None:
        return Built("DATE", Known(a_month(year, month)))
    return Built("DATE", Known(a_day(year, month, day)))


_SURE = frozenset(CODES[n] for n in "in since until during early late mid each".split())


def _early_date(found: Found) -> Built | None:
    """30 September 420, December of 384: a year before 1000, which only its month shows to be one."""
    year = found.number("y")
    return _date(found) if year is not None and 100 <= year <= 999 else None


def _month(found: Found) -> Built | None:
    """A month by itself; "the October Rising" and "June Marrow" are names."""
    month, before, after = found.token("m"), found.neighbour(-1), found.neighbour(1)
    if month is None:
        return None
    capital = after is not None and after.code == OTHER and str(after.value)[:1].isupper()
    if capital and before is not None:
        namelike = month.code == CODES["namelike"] and before.code not in _SURE
        if namelike or before.code == CODES["the"]:
            return None
    if before is not None and before.code == CODES["the"] and after is not None and after.code == CODES["event"]:
        return None
    return Built("PARTIAL", Yearless(found.number("m")))


def _days(found: Found) -> Built | None:
    """6–7 May 1940."""
    month, year = found.number("m"), found.number("y")
    first, last = found.number("d"), found.number("e")
    if month is None or first is None or last is None or first >= last:
        return None
    if year is None:
        return Built("RANGE", Between(Yearless(month, first), Yearless(month, last)))
    return Built("RANGE", Between(Known(a_day(year, month, first)), Known(a_day(year, month, last))))


def _date_of_year(found: Found) -> Built | None:
    """25 July of that year, June last year, spring of the following year."""
    year = found.token("r")
    what = Yearless(found.number("m"), found.number("d"), found.number("s"), found.word("f"))
    meaning: Meaning | None = year.value if year is not None else None  # type: ignore[assignment]
    return None if meaning is None else Built("DATE", InYear(what, meaning))


def _numeric(found: Found) -> Built | None:
    """1979-01-07, 7.1.1979, 17/01/1979; of 07/01/1979 only that it is a date."""
    text, before = found.word("n") or "", found.neighbour(-1)
    if before is not None and before.code == CODES["numberword"]:
        return None
    separator = next(c for c in text if not c.isdigit())
    first, second, third = text.split(separator)
    if len(first) == 4 and len(third) <= 2:
        # Beyond these it is a number in figures and stops: a telephone, a DOI.
        if not 1000 <= int(first) <= 2100:
            return None
        return Built("DATE", Known(a_day(int(first), int(second), int(third))))
    if len(third) != 4 or len(first) > 2:
        return None
    a, b, year = int(first), int(second), int(third)
    # Dotted dates put the day first wherever they are used; with a slash or hyphen both orders are.
    if a == b or separator == "." or a > 12:
        return Built("DATE", Known(a_day(year, b, a)))
    if b > 12:
        return Built("DATE", Known(a_day(year, a, b)))
    return Built("DATE", EitherOrder(Known(a_day(year, b, a)), Known(a_day(year, a, b))))


def _instant(found: Found) -> Built:
    """The 4th inst. is of the month of writing, the 30th ult. of the one before."""
    step = -1 if found.has("before") else 0
    return Built("DATE", InYear(Yearless(day=found.number("d")), Shift("month", step, step, "now")))


def _day_alone(found: Found) -> Built | None:
    """On the 12th he left; "on the 12th floor" is no day."""
    after = found.neighbour(1)
    if after is not None and after.code == OTHER:
        return None
    return Built("PARTIAL", Yearless(day=found.number("d")))


def _last_listed(found: Found) -> Built | None:
    """The 5th of "April 1 and 5, 1911"."""
    before = found.neighbour(-2)
    first = before.value if before is not None else None
    day, year = found.number("d"), found.number("y")
    if day is None:
        return None
    if isinstance(first, Yearless) and first.month and first.day and first.day < day and year is None:
        return Built("PARTIAL", Yearless(first.month, day))
    when = first.when if isinstance(first, Known) else None
    if when is None or when.grain != "day" or year != when.year or when.first[2] >= day:
        return None
    return Built("DATE", Known(a_day(year, when.first[1], day)))


def _quarter_of_year(found: Found) -> Built | None:
    """The 1988 third quarter, this year's first quarter."""
    year, quarter = found.token("y"), found.token("q")
    if year is None or quarter is None or not isinstance(quarter.value, Yearless):
        return None
    meaning: Meaning = Known(a_year(year.value)) if isinstance(year.value, int) else year.value  # type: ignore[assignment]
    return Built("DATE", InYear(quarter.value, meaning))


def _quarter_year_ago(found: Found) -> Built | None:
    """The year-ago third quarter."""
    quarter = found.token("q")
    if quarter is None or not isinstance(quarter.value, Yearless) or found.word("u") != "year":
        return None
    return Built("DATE", InYear(quarter.value, Shift("year", -1, -1, "here")))


def _either(found: Found) -> Built | None:
    """On 17/4 and, where the other dates show the order, on 11/9."""
    first, second = found.number("d"), found.number("e")
    if first is None or second is None or (first > 12 and second > 12):
        return None
    if first > 12:
        return Built("PARTIAL", Yearless(second, first))
    if second > 12:
        return Built("PARTIAL", Yearless(first, second))
    return Built("DATE", EitherOrder(Yearless(second, first), Yearless(first, second)))


def _short_year(found: Found) -> Built | None:
    """In ’11, May ’68, the summer of ’14."""
    month, season, number = found.number("m"), found.number("s"), found.number("y")
    if number is None:
        return None
    if month is None and season is None:
        return Built("DATE", ShortYear(number))
    return Built("DATE", InYear(Yearless(month, found.number("d"), season), ShortYear(number)))


_SHARED = {
    # "Sept." keeps its full stop; a full stop after "September" ends the sentence.
    "MONTH": "(?P<m>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "WEEKDAY": "(?:[{weekday}{weekdayabbr}]{dot}?{part}?[{comma}{dash}]?)?",
    "DAY": "(?P<d>[{day}{ordinal}])",
    "STOP": "[{comma}{dot}{close}{sentence}]",
    "LASTDAY": "(?P<e>[{day}{ordinal}])",
    "JOIN": "[{dash}{to}{and}{or}{slash}]",
    "UNCOUNTED": "(?![{unit}{units}{clock}{countnoun}])",
    "YEAR": "(?P<y>[{year}{yearera}])",
    # A word after which a month or a season by itself is a date, not a name, verb or adjective.
    "ASKS": (
        "(?<=[{in}{by}{since}{until}{before}{after}{from}{to}{through}{between}{during}{of}{early}{late}{mid}{and}{or}"
        "{dash}{each}])"
    ),
}
CALENDAR = Layer(
    Rule("(?P<n>{numeric})", _numeric),
    # 6–7 May 1940; May 6–7, 1940
    Rule("{the}?@DAY@JOIN{the}?@LASTDAY{of}?@MONTH(?:[{comma}{of}]?@YEAR)?", _days),
    Rule("@MONTH{the}?@DAY@JOIN{the}?@LASTDAY(?!{of}?[{month}{namelike}])@UNCOUNTED(?:[{comma}{of}]?@YEAR)?", _days),
    Rule("{the}?(?P<y>[{REL}{year}]){possessive}?(?P<q>{PARTIAL})", _quarter_of_year),
    Rule("{the}?(?P<u>{unit}){dash}[{earlier}{ago}](?P<q>{PARTIAL})", _quarter_year_ago),
    # 25 July of that year, July 25 last year, June last year, the spring of that year
    Rule("{the}?@DAY{of}?@MONTH[{of}{in}]?(?P<r>{REL})", _date_of_year),
    Rule("@MONTH@DAY?[{of}{in}{comma}]?(?P<r>{REL})", _date_of_year),
    Rule("{the}?(?P<f>{feast})[{of}{in}{comma}]?(?P<r>{REL})", _date_of_year),
    Rule("{the}?(?P<s>[{season}{fall}])[{of}{in}]?(?P<r>{REL})", _date_of_year),
    Rule("(?:{the}?@DAY{of}?)?@MONTH{of}?(?P<y>{number})(?=[{comma}{dot}{close}]|$)", _early_date),
    # Thursday, 4 May, 1999; the 4th of May; 17. April 1975, as Germans write it
    Rule("@WEEKDAY{the}?(?P<d>[{day}{ordinal}{ordinalword}]){of}?@MONTH(?:[{comma}{of}]?@YEAR)?", _date),
    Rule("{the}?(?P<s>[{season}{fall}]){of}?(?P<y>{shortyear})", _short_year),
    Rule("(?:{the}?@DAY{of}?)?@MONTH{of}?(?P<y>{shortyear})", _short_year),
    Rule("(?P<d>{day}){dot}@MONTH@YEAR", _date),
    # Thursday, May 4th, 1999; June 3. 2013
    Rule("@WEEKDAY@MONTH{the}?@DAY(?![{dash}{slash}]{two})@UNCOUNTED(?:[{comma}{dot}{open}]?@YEAR)?", _date),
    Rule(
        "@WEEKDAY@MONTH{the}?(?P<d>{ordinalword})(?=[{comma}{dot}{close}{sentence}]|$)(?:[{comma}{of}]?@YEAR)?", _date
    ),
    Rule("(?P<d>{day}){dash}@MONTH{dash}(?P<y>{year})", _date),
    Rule("@MONTH[{comma}{of}{dash}]?@YEAR", _date),
    Rule("(?P<m>{month}|@ASKS{namelike})", _month),
    # The 4th inst., the 30th ult.; on the 12th
    Rule("{the}?@DAY(?:{instant}|(?P<before>{ultimo})){dot}?", _instant),
    Rule(
        "(?<=[{on}{by}{until}{since}{from}{to}]){the}(?P<d>{ordinal})(?![{dash}{of}{unit}{units}{quarter}]"
        "|[{to}{and}{dash}{or}]{the}?[{ordinal}{ordinalword}]{dash}?[{unit}{units}])",
        _day_alone,
    ),
    Rule("{the}?[{early}{late}]?{part}{of}{the}(?P<d>{ordinal})(?![{dash}{of}{unit}{units}])", _day_alone),
    Rule("(?<=[{DATE}{PARTIAL}][{and}{or}])(?P<d>{day})(?:{comma}@YEAR|(?![.{units}{unit}{countnoun}]))", _last_listed),
    *PERIODS,
    Rule("(?<=[{in}{since}{until}{by}{from}{to}{of}{dash}{before}{after}])(?P<y>{shortyear})", _short_year),
    Rule(
        "(?<=[{on}{by}{since}{until}{before}{after}{from}{to}])(?P<d>{day}){slash}(?P<e>{day})(?![{slash}{of}])",
        _either,
    ),
    *YEARS,
    *EARLY_YEARS,
    shared=_SHARED,
)
