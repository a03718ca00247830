"""Dates by other calendars and reckonings: Old and New Style, the Hijra, the Creation, the Republic, reigns, eras."""

from __future__ import annotations

from typing import cast

from gainsay.annotations.dates.calendars import (
    REIGNS,
    ROMAN,
    STATUTES,
    Calendar,
    buddhist_year,
    foreign_day,
    foreign_month,
    foreign_year,
    old_style,
    regnal_year,
)
from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.meaning import Known, Unplaced
from gainsay.annotations.dates.when import When, a_day, a_year, distance

_NUMERALS = {number: numeral for numeral, number in ROMAN.items()}
# The calendars differ by ten to thirteen days from 1582 to 2100.
_DIFFERENCE = range(10, 14)


_TITLES = frozenset("King Queen Emperor Empress Tsar Czar Sultan Shah Caliph Pope Emir Khan".split())


def _roman(found: Found, name: str) -> int | None:
    """A Roman number; "I" by itself is no word of dates."""
    token = found.token(name)
    return 1 if token is not None and token.value == "i" else found.number(name)


def _foreign(found: Found) -> Built | None:
    """12 Rajab 1399, Muharram 1400, 10 Tishri 5734, 18 Brumaire, Year VIII."""
    month, day = found.token("m"), found.number("d")
    year = found.number("y") if found.has("y") else _roman(found, "r")
    if month is None or year is None or (found.has("an") and found.word("an") not in ("an", "An")):
        return None
    calendar, number = cast(tuple[Calendar, int], month.value)
    if (calendar == "french_republican") != found.has("r"):
        return None
    if day is None:
        when = foreign_month(calendar, year, number)
    else:
        when = foreign_day(calendar, year, number, day)
    return Built("DATE", Known(when)) if when else None


def _other_era(found: Found) -> Built | None:
    """1399 AH, BE 2522."""
    year, era = found.number("y"), found.word("era")
    if year is None or era is None:
        return None
    when = buddhist_year(year) if era == "buddhist" else foreign_year(cast(Calendar, era), year)
    return Built("DATE", Known(when)) if when else None


def _era_year(found: Found) -> Built | None:
    """Meiji 12, the 34th year of Guangxu."""
    first, number = found.number("e"), found.number("n")
    if first is None or not number or number > 65 or (found.has("u") and found.word("u") != "year"):
        return None
    return Built("YEAR", Known(a_year(first + number - 1)))


def _reign(found: Found) -> Built | None:
    """12 Henry VIII, the tenth year of the reign of King Charles II; of other rulers only that it is a date."""
    number, title = found.number("n"), found.word("title")
    if title is not None and title not in _TITLES and not found.has("num"):
        return None
    names = [token.value for token in (found.token("title"), found.token("name"), found.token("num")) if token]
    words = [_NUMERALS.get(value, value) if isinstance(value, int) else value for value in names]
    for start in range(len(words)):
        reign = " ".join(str(word).lower() for word in words[start:])
        if reign in REIGNS and number:
            when = regnal_year(reign, number)
            return Built("DATE", Known(when)) if when else None
    if not found.has("reign") or found.word("u") != "year":
        return None
    name = found.token("name")
    return Built("DATE", Unplaced()) if name is not None and str(name.value)[:1].isupper() else None


def _statute(found: Found) -> Built | None:
    """12 Eliz. I, 3 Geo. III, 25 & 26 Vict.: a year of a reign, or the two that a session of Parliament fell in."""
    name, number, last = STATUTES.get((found.word("name") or "").lower()), found.number("n"), found.number("last")
    if name is None or not (found.word("name") or "")[:1].isupper() or number is None:
        return None
    which = _NUMERALS.get(_roman(found, "num") or 0, "")
    if found.has("num") and not which:
        return None
    # Elizabeth by herself is the first: the second is cited by her numeral.
    reign = f"{name} {which}".strip() if which or name == "victoria" else f"{name} i" if name == "elizabeth" else ""
    when = regnal_year(reign, number)
    if last is None or when is None:
        return Built("DATE", Known(when)) if when else None
    end = regnal_year(reign, last) if last == number + 1 else None
    return Built("DATE", Known(When(when.first, end.last, "stretch"))) if end else None


def _republic(found: Found) -> Built | None:
    """Year II of the Republic."""
    year = _roman(found, "r")
    if found.word("u") != "year" or found.word("name") != "Republic" or year is None:
        return None
    when = foreign_year("french_republican", year)
    return Built("DATE", Known(when)) if when else None


def _buddhist_day(found: Found) -> Built | None:
    """24 June 2475 BE. Before 1941 the year began in April."""
    month, year = found.number("m") or 0, (found.number("y") or 0) - 543
    if found.word("era") != "buddhist":
        return None
    return Built("DATE", Known(a_day(year + (year < 1941 and month < 4), month, found.number("d") or 0)))


def _doubled(year: int, last: int | None) -> int | None:
    """1750/1, 1750/51: the year that began with January, where the old one ran to Lady Day; None if no such pair."""
    if last is None:
        return year
    following = year + 1
    return following if last in (following % 10, following % 100) and year < 1800 else None


def _two_days(found: Found) -> Built | None:
    """10/21 February 1750/1: the second day is New Style."""
    month, old, new = found.number("m"), found.number("d"), found.number("e")
    year = _doubled(found.number("y") or 0, found.number("z"))
    if month is None or new is None or not year or (old is not None and (new - old) % 31 not in _GAPS):
        return None
    # 28 February / 11 March is written with both months; with one month the days follow each other within it.
    return Built("DATE", Known(a_day(year, month, new)))


_GAPS = frozenset(_DIFFERENCE)


def _both_styles(found: Found) -> Built | None:
    """25 October (7 November) 1917, 14 (25) October 1917: the later day is New Style."""
    year = found.number("y") or 0
    month = found.number("m") or found.number("n")
    one = a_day(year, month or 0, found.number("d") or 0)
    # "25 December (7 January)": the second may lie in the next year.
    other_month = found.number("n") or month or 0
    others = [a_day(year + step, other_month, found.number("e") or 0) for step in (-1, 0, 1)]
    for other in others:
        if one is not None and other is not None and _days_between(one, other) in _DIFFERENCE:
            return Built("DATE", Known(max(one, other, key=lambda when: when.first)))
    return None


def _days_between(one: When, other: When) -> int:
    if abs(distance(one.first, other.first)) > 60:
        return 0
    from datetime import date

    return abs((date(*one.first) - date(*other.first)).days)


def _styled(found: Found) -> Built | None:
    """25 October 1917 (O.S.): the same day by the Gregorian calendar; "N.S." is that calendar."""
    month, day = found.number("m") or 0, found.number("d") or 0
    year = _doubled(found.number("y") or 0, found.number("z"))
    if year is None:
        return None
    return Built("DATE", Known(old_style(year, month, day) if found.word("style") == "os" else a_day(year, month, day)))


_SHARED = {
    "MONTH": "(?P<m>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "OTHERMONTH": "(?P<n>[{month}{namelike}{monthabbr}])(?:(?<={monthabbr}){dot})?",
    "FOREIGN": "(?P<m>{foreign})",
    "DAY": "{the}?(?P<d>[{day}{ordinal}])",
    "OTHERDAY": "{the}?(?P<e>[{day}{ordinal}])",
    "YEAR": "(?P<y>{year})(?:{slash}(?P<z>[{day}{two}{number}]))?",
    "REIGNYEAR": "{the}?(?P<n>[{ordinal}{ordinalword}])(?P<u>{unit}){of}(?P<reign>{the}{event}{of})?",
    "STATUTE": "(?P<n>[{day}{two}])(?:[{currency}{and}{dash}](?P<last>[{day}{two}]))?(?P<name>[.])",
    "REPUBLICAN": "{comma}?(?:{the}?{unit}|(?P<an>[.{a}]))(?P<r>[{roman}{day}{subject}])",
}
FOREIGN = Layer(
    Rule(
        "@DAY{of}?(?P<m>{foreign})(?:[{comma}{of}]?(?P<y>[{number}{year}{day}{two}])(?:{otherera})?|@REPUBLICAN)",
        _foreign,
    ),
    Rule("(?P<m>{foreign})(?:[{comma}{of}]?(?P<y>[{number}{year}])(?:{otherera})?|@REPUBLICAN)", _foreign),
    Rule("(?P<u>{unit})(?P<r>[{roman}{subject}]){of}{the}(?:[.])?(?P<name>[.])", _republic),
    Rule("@DAY{of}?@MONTH{comma}?(?P<y>[{year}{number}])(?P<era>{otherera})", _buddhist_day),
    Rule("(?P<y>[{year}{number}])(?P<era>{otherera})", _other_era),
    Rule("(?P<era>{otherera})(?P<y>[{year}{number}])", _other_era),
    Rule("(?P<e>{eraname})(?P<n>[{day}{two}])", _era_year),
    Rule("{the}?(?P<n>[{ordinal}{ordinalword}])(?P<u>{unit}){of}{the}?(?P<e>{eraname})", _era_year),
    Rule("@REIGNYEAR(?P<title>[.])?(?P<name>[.])(?P<num>{roman})", _reign),
    Rule("@REIGNYEAR(?P<title>[.])(?P<name>[.])", _reign),
    Rule("@REIGNYEAR(?P<name>[.])", _reign),
    Rule("(?<=[{in}{open}{of}{comma}])(?P<n>[{day}])(?P<name>[.])(?P<num>[{roman}{subject}])", _reign),
    Rule("@STATUTE{dot}?(?P<num>[{roman}{subject}])", _statute),
    Rule("@STATUTE{dot}", _statute),
    Rule("(?:@DAY{slash})@OTHERDAY{of}?@MONTH[{comma}{of}]?@YEAR", _two_days),
    Rule("@OTHERDAY{of}?@MONTH{comma}?(?P<y>{year}){slash}(?P<z>[{day}{two}])", _two_days),
    Rule("@MONTH{the}?(?:@DAY{slash})?@OTHERDAY{comma}?(?P<y>{year}){slash}(?P<z>[{day}{two}])", _two_days),
    Rule("@MONTH@DAY{slash}@OTHERDAY{comma}?(?P<y>{year})", _two_days),
    Rule("@DAY{of}?@MONTH@YEAR{comma}?{open}?(?P<style>{style}){close}?", _styled),
    Rule(
        "@DAY{of}?@MONTH{comma}?{open}(?P<style>{style})?@OTHERDAY@OTHERMONTH{close}{comma}?(?P<y>{year})", _both_styles
    ),
    Rule(
        "@DAY{of}?@MONTH{comma}?(?P<y>{year}){open}(?P<style>{style})?@OTHERDAY@OTHERMONTH(?P<z>{year})?{close}",
        _both_styles,
    ),
    Rule("@DAY{open}@OTHERDAY{close}@MONTH{comma}?(?P<y>{year})", _both_styles),
    Rule("@DAY{of}?@MONTH{slash}@OTHERDAY{of}?@OTHERMONTH{comma}?(?P<y>{year})", _both_styles),
    Rule("@MONTH@DAY{slash}@OTHERMONTH@OTHERDAY{comma}?(?P<y>{year})", _both_styles),
    shared=_SHARED,
)
