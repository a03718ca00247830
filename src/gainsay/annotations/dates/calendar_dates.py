"""Dates that name their place in the calendar: days, months, years, decades, centuries, seasons, holidays."""

from __future__ import annotations

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.lexicon import CODES, OTHER, Token
from gainsay.annotations.dates.meaning import Between, EitherOrder, InYear, Known, Meaning, Shift, Unplaced, Yearless
from gainsay.annotations.dates.when import When, a_century, a_day, a_decade, a_month, a_season, a_year, plus_days


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
    what = Yearless(found.number("m"), found.number("d"), found.number("s"))
    meaning: Meaning | None = year.value if year is not None else None  # type: ignore[assignment]
    return None if meaning is None else Built("DATE", InYear(what, meaning))


def _numeric(found: Found) -> Built | None:
    """1979-01-07, 7.1.1979, 17/01/1979; of 07/01/1979 only that it is a date."""
    text = found.word("n") or ""
    separator = next(c for c in text if not c.isdigit())
    first, second, third = text.split(separator)
    if len(first) == 4 and len(third) <= 2:
        return Built("DATE", Known(a_day(int(first), int(second), int(third))))
    if len(third) != 4 or len(first) > 2:
        return None
    a, b, year = int(first), int(second), int(third)
    # Dotted dates put the day first wherever they are used; with a slash or hyphen both orders are.
    if a == b or separator == "." or a > 12:
        return Built("DATE", Known(a_day(year, b, a)))
    if b > 12:
        return Built("DATE", Known(a_day(year, a, b)))
    return Built("DATE", EitherOrder(a_day(year, b, a), a_day(year, a, b)))


def _instant(found: Found) -> Built:
    """The 4th inst. is of the month of writing, the 30th ult. of the one before."""
    step = -1 if found.has("before") else 0
    return Built("DATE", InYear(Yearless(day=found.number("d")), Shift("month", step, step, "now")))


_SUBJECTS = frozenset("he she it they we I there his her their our".split())


def _day_alone(found: Found) -> Built | None:
    """On the 12th he left; "on the 12th floor" is no day."""
    after = found.neighbour(1)
    if after is not None and after.code == OTHER and after.value not in _SUBJECTS:
        return None
    return Built("PARTIAL", Yearless(day=found.number("d")))


def _decade(found: Found) -> Built | None:
    value = found.number("n")
    if value is None:
        return None
    before, second = found.neighbour(-1), found.neighbour(-2)
    if any(token is not None and token.value in ("his", "her", "their", "my") for token in (before, second)):
        return None
    # "The seventies", "the ’20s": two digits mean the twentieth century unless the text says otherwise.
    return Built("DATE", Known(a_decade(value if value > 99 else 1900 + value)))


def _century(found: Found) -> Built | None:
    number = (found.number("t") or 0) + (found.number("n") or 0)
    era = found.word("era")
    if found.word("u") != "century" or not 1 <= number <= 21:
        return None
    # "The first century of the republic" counts from something else.
    if era is None and number < 5:
        return Built("DATE", Unplaced())
    return Built("DATE", Known(a_century(number, before_christ=era in ("bc", "bce"))))


def _season(found: Found) -> Built | None:
    season, year = found.number("s"), found.number("y")
    if season is None:
        return None
    if year is None:
        return Built("PARTIAL", Yearless(season=season))
    return Built("DATE", Known(a_season(year, season)))


def _summer(found: Found) -> Built | None:
    """ "The spring" by itself may be of water."""
    return None if found.number("s") == 21 else _season(found)


_DATING = frozenset(CODES[n] for n in "in since until by during from between after before early late mid circa".split())
_NUMBERING = frozenset(CODES[n] for n in "currency numberword than least up more less".split())
_COUNTED = frozenset(CODES[n] for n in "countnoun units clock day two number ones currency".split())
# Words in -s that are no plurals and follow a year often enough.
_SINGULAR_S = frozenset("was has is as this its his us series thus across elections towards always".split())


def _counts(after: Token | None) -> bool:
    """Whether the word after a number of four digits may be what it counts: "1960 soldiers"."""
    word = after.value if after is not None and after.code == OTHER else None
    return isinstance(word, str) and word.islower() and word.endswith("s") and word not in _SINGULAR_S


_MEASURES = frozenset("strong ton tonne page acre foot mile man seat bed pound metre meter word".split())


def _measures(after: Token | None, second: Token | None) -> bool:
    """A 1911-strong crowd, a 1200-ton ship."""
    hyphen = after is not None and after.code == CODES["dash"]
    return hyphen and second is not None and second.value in _MEASURES


def _telephone(before: Token | None, second: Token | None) -> bool:
    """555-1911."""
    hyphen = before is not None and before.code == CODES["dash"]
    return hyphen and second is not None and second.code == CODES["number"]


def _abbreviates(token: Token | None) -> bool:
    """Whether a full stop after it belongs to "No." or "c."."""
    return token is not None and token.code in (CODES["numberword"], CODES["circa"])


def _year(found: Found) -> Built | None:
    """A bare year, unless the words beside it count or number something ("1960 soldiers", "page 1979")."""
    year, before, after = found.number("y"), found.neighbour(-1), found.neighbour(1)
    if year is None or (found.has("u") and found.word("u") != "year"):
        return None
    if before is not None and before.code == CODES["dot"]:
        before = found.neighbour(-2) if _abbreviates(found.neighbour(-2)) else before
    if (before is not None and before.code in _NUMBERING) or (after is not None and after.code in _COUNTED):
        return None
    dated = found.has("u") or (before is not None and before.code in _DATING)
    the = before is not None and before.code == CODES["the"]
    if _measures(after, found.neighbour(2)) or _telephone(before, found.neighbour(-2)):
        return None
    # Before 1400 a number of four digits is more often a count, a distance or a price than a year.
    if (not dated and (year < 1400 or (_counts(after) and not the))) or (year < 1400 and _counts(after)):
        return None
    return Built("YEAR", Known(a_year(year)))


def _quarter_of_year(found: Found) -> Built | None:
    """The 1988 third quarter, this year's first quarter."""
    year, quarter = found.token("y"), found.token("q")
    if year is None or quarter is None or not isinstance(quarter.value, Yearless):
        return None
    meaning: Meaning = Known(a_year(year.value)) if isinstance(year.value, int) else year.value  # type: ignore[assignment]
    return Built("DATE", InYear(quarter.value, meaning))


def _plain_year(found: Found) -> Built:
    return Built("YEAR", Known(a_year(found.number("y") or 0)))


def _years(found: Found) -> Built | None:
    """1985–91: the second year has the century of the first."""
    first, last = found.number("y"), found.number("z")
    if first is None or last is None:
        return None
    end = first // 100 * 100 + last
    return Built("RANGE", Between(Known(a_year(first)), Known(a_year(end)))) if first < end else None


def _holiday(month: int, day: int, found: Found) -> Built:
    year = found.number("y")
    return Built("PARTIAL", Yearless(month, day)) if year is None else Built("DATE", Known(a_day(year, month, day)))


def _christmas(found: Found) -> Built:
    return _holiday(12, 24 if found.has("eve") else 25, found)


def _new_year(found: Found) -> Built:
    return _holiday(12, 31, found) if found.has("eve") else _holiday(1, 1, found)


def _easter(found: Found) -> Built | None:
    """Easter 1916, Easter Monday 1916."""
    year = found.number("y")
    sunday = easter(year) if year else None
    day = plus_days(sunday.first, found.has("w") and found.number("w") == 0) if sunday else None
    return Built("DATE", Known(a_day(*day))) if day else None


def easter(year: int) -> When | None:
    """Easter Sunday by the Gregorian rule (Meeus, *Astronomical Algorithms*, chapter 8).

    >>> easter(1916).edtf
    '1916-04-23'
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return a_day(year, month, day + 1)


_SHARED = {
    # "Sept." keeps its full stop; a full stop after "September" ends the sentence.
    "MONTH": "(?P<m>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "WEEKDAY": "(?:[{weekday}{weekdayabbr}]{dot}?{part}?[{comma}{dash}]?)?",
    "DAY": "(?P<d>[{day}{ordinal}])",
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
    # 25 July of that year, July 25 last year, June last year, the spring of that year
    Rule("@DAY{of}?@MONTH[{of}{in}]?(?P<r>{REL})", _date_of_year),
    Rule("@MONTH@DAY?[{of}{in}{comma}]?(?P<r>{REL})", _date_of_year),
    Rule("{the}?(?P<s>[{season}{fall}])[{of}{in}]?(?P<r>{REL})", _date_of_year),
    Rule("(?:{the}?@DAY{of}?)?@MONTH{of}?(?P<y>{number})(?=[{comma}{dot}{close}]|$)", _early_date),
    # Thursday, 4 May, 1999; the 4th of May; 17. April 1975, as Germans write it
    Rule("@WEEKDAY{the}?(?P<d>[{day}{ordinal}{ordinalword}]){of}?@MONTH(?:[{comma}{of}]?@YEAR)?", _date),
    Rule("(?P<d>{day}){dot}@MONTH@YEAR", _date),
    # Thursday, May 4th, 1999; June 3. 2013
    Rule("@WEEKDAY@MONTH{the}?@DAY(?![{dash}{slash}]{two})@UNCOUNTED(?:[{comma}{dot}{open}]?@YEAR)?", _date),
    Rule("@MONTH[{comma}{of}{dash}]?@YEAR", _date),
    Rule("(?P<m>{month}|@ASKS{namelike})", _month),
    # The 4th inst., the 30th ult.; on the 12th
    Rule("{the}?@DAY(?:{instant}|(?P<before>{ultimo})){dot}?", _instant),
    Rule("(?<={on}){the}(?P<d>{ordinal})(?![{dash}{of}])", _day_alone),
    Rule("{the}?(?:(?P<t>{tens}){dash})?(?P<n>[{ordinal}{ordinalword}]){dash}?(?P<u>{unit})(?P<era>{era})?", _century),
    Rule("{the}?(?P<n>{decade})", _decade),
    Rule("(?:{the}|(?<=[{early}{late}{mid}{dash}]))(?P<n>{decadeword})", _decade),
    Rule("{the}?(?P<s>[{season}{fall}])[{of}{comma}]?@YEAR(?:[{dash}{slash}][{day}{two}{year}])?", _season),
    Rule("{the}(?P<s>{season})(?!{of})", _summer),
    Rule("@ASKS{the}?(?P<s>{season}|{fall}(?<={the}{fall}))(?!{of})", _season),
    Rule("{christmas}(?P<eve>{eve})?{unit}?(?:[{comma}{of}]?@YEAR)?", _christmas),
    Rule("{new}{unit}{possessive}(?:(?P<eve>{eve})|{unit})(?:[{comma}{of}]?@YEAR)?", _new_year),
    Rule("{easter}(?P<w>{weekday})?{comma}?@YEAR", _easter),
    Rule("(?P<y>{year})[{dash}{slash}](?P<z>[{day}{two}])(?![{dash}{slash}])", _years),
    Rule("(?P<y>{yearera})", _plain_year),
    Rule("(?:{the}?(?P<u>{unit}))?(?P<y>{year})", _year),
    shared=_SHARED,
)
