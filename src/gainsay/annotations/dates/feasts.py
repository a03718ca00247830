"""Feasts and holidays that fall by rule: their names, and their day in a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from gainsay.annotations.dates.calendars import islamic_day, jewish_day, old_style, persian_new_year
from gainsay.annotations.dates.edtf import Day
from gainsay.annotations.dates.when import plus_days

Rule = Callable[[int], Day | None]


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Meeus, *Astronomical Algorithms*, chapter 8).

    >>> easter(1916)
    datetime.date(1916, 4, 23)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = c // 4, c % 4
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def julian_easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday by the Julian rule, in its own calendar (Meeus, chapter 8).

    >>> julian_easter(1450)
    (4, 5)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def _day(found: date) -> Day:
    return found.year, found.month, found.day


def _fixed(month: int, day: int, year: int) -> Day:
    return year, month, day


def _around_easter(days: int, year: int) -> Day | None:
    if year >= 1583:
        return _day(easter(year) + timedelta(days))
    # Before the reform the Church counted otherwise. The length of February matters to the Sundays before Lent only.
    month, day = julian_easter(year)
    length = 365 + (year % 4 == 0)
    at = (date(2001, month, day) - date(2001, 1, 1)).days + (length - 365) + days
    return _day_of_year(year, at, leap=length > 365)


def _day_of_year(year: int, at: int, *, leap: bool) -> Day:
    found = date(2000 if leap else 2001, 1, 1) + timedelta(at)
    return year, found.month, found.day


def _orthodox_easter(year: int) -> Day | None:
    """By the Julian rule, as a day of the Gregorian calendar."""
    found = old_style(year, *julian_easter(year)) if year >= 1583 else None
    return found.first if found else None


def _purim(year: int) -> Day | None:
    """Thirty days before Passover, in a year with one Adar and with two."""
    passover = jewish_day(1, 15, year)
    return plus_days(passover, -30) if passover else None


def _weekday_before(month: int, day: int, weekday: int, weeks: int, year: int) -> Day:
    """The so-manieth weekday (Monday 0) before a day of the year."""
    fixed = date(year, month, day)
    return _day(fixed - timedelta((fixed.weekday() - weekday - 1) % 7 + 1 + 7 * (weeks - 1)))


def _nth(month: int, weekday: int, number: int, year: int) -> Day:
    """The so-manieth weekday (Monday 0) of a month; −1 is the last."""
    if number > 0:
        first = date(year, month, 1)
        return _day(first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1)))
    last = date(year, month, 31 if month in (1, 5, 10) else 30)
    return _day(last - timedelta((last.weekday() - weekday) % 7))


def _thanksgiving(year: int) -> Day | None:
    """The last Thursday of November by proclamation from 1863, the fourth by law from 1942; in between as decreed."""
    if year >= 1942:
        return _nth(11, 3, 4, year)
    return _nth(11, 3, -1, year) if 1863 <= year <= 1938 else None


def _since(first: int, rule: Rule, before: Rule | None, year: int) -> Day | None:
    """A holiday whose rule changed in a year, or that began then."""
    return rule(year) if year >= first else before(year) if before else None


def _once(day: Day, year: int) -> Day | None:
    return day if year == day[0] else None


_RULES: dict[str, Rule] = {
    "new year’s eve": partial(_fixed, 12, 31),
    "new year’s day": partial(_fixed, 1, 1),
    "epiphany": partial(_fixed, 1, 6),
    "martin luther king day": partial(_since, 1986, partial(_nth, 1, 0, 3), None),
    "candlemas": partial(_fixed, 2, 2),
    "valentine’s day": partial(_fixed, 2, 14),
    "presidents’ day": partial(_since, 1971, partial(_nth, 2, 0, 3), partial(_fixed, 2, 22)),
    "st patrick’s day": partial(_fixed, 3, 17),
    "lady day": partial(_fixed, 3, 25),
    "shrove tuesday": partial(_around_easter, -47),
    "ash wednesday": partial(_around_easter, -46),
    "palm sunday": partial(_around_easter, -7),
    "maundy thursday": partial(_around_easter, -3),
    "good friday": partial(_around_easter, -2),
    "easter eve": partial(_around_easter, -1),
    "easter": partial(_around_easter, 0),
    "easter monday": partial(_around_easter, 1),
    "easter tuesday": partial(_around_easter, 2),
    "ascension day": partial(_around_easter, 39),
    "whit sunday": partial(_around_easter, 49),
    "whit monday": partial(_around_easter, 50),
    "corpus christi": partial(_around_easter, 60),
    "may day": partial(_fixed, 5, 1),
    "ve day": partial(_once, (1945, 5, 8)),
    "d-day": partial(_once, (1944, 6, 6)),
    "memorial day": partial(_since, 1971, partial(_nth, 5, 0, -1), partial(_fixed, 5, 30)),
    "midsummer day": partial(_fixed, 6, 24),
    "bastille day": partial(_fixed, 7, 14),
    "lammas": partial(_fixed, 8, 1),
    "labor day": partial(_since, 1894, partial(_nth, 9, 0, 1), None),
    "michaelmas": partial(_fixed, 9, 29),
    "columbus day": partial(_since, 1971, partial(_nth, 10, 0, 2), partial(_fixed, 10, 12)),
    "halloween": partial(_fixed, 10, 31),
    "all saints’ day": partial(_fixed, 11, 1),
    "all souls’ day": partial(_fixed, 11, 2),
    "guy fawkes night": partial(_fixed, 11, 5),
    "remembrance sunday": partial(_since, 1945, partial(_nth, 11, 6, 2), None),
    "armistice day": partial(_since, 1918, partial(_fixed, 11, 11), None),
    "veterans day": partial(_since, 1978, partial(_fixed, 11, 11), None),
    "martinmas": partial(_fixed, 11, 11),
    "thanksgiving": _thanksgiving,
    "christmas eve": partial(_fixed, 12, 24),
    "christmas": partial(_fixed, 12, 25),
    "boxing day": partial(_fixed, 12, 26),
    "holy innocents’ day": partial(_fixed, 12, 28),
    "hogmanay": partial(_fixed, 12, 31),
    "burns night": partial(_since, 1802, partial(_fixed, 1, 25), None),
    "groundhog day": partial(_since, 1887, partial(_fixed, 2, 2), None),
    "st david’s day": partial(_fixed, 3, 1),
    "st george’s day": partial(_fixed, 4, 23),
    "anzac day": partial(_since, 1916, partial(_fixed, 4, 25), None),
    "earth day": partial(_since, 1970, partial(_fixed, 4, 22), None),
    "juneteenth": partial(_since, 1865, partial(_fixed, 6, 19), None),
    "canada day": partial(_since, 1983, partial(_fixed, 7, 1), None),
    "dominion day": partial(_since, 1879, partial(_fixed, 7, 1), None),
    "st swithin’s day": partial(_fixed, 7, 15),
    "assumption day": partial(_fixed, 8, 15),
    "st bartholomew’s day": partial(_fixed, 8, 24),
    "holy cross day": partial(_fixed, 9, 14),
    "st crispin’s day": partial(_fixed, 10, 25),
    "remembrance day": partial(_since, 1919, partial(_fixed, 11, 11), None),
    "st andrew’s day": partial(_fixed, 11, 30),
    "septuagesima": partial(_around_easter, -63),
    "sexagesima": partial(_around_easter, -56),
    "quinquagesima": partial(_around_easter, -49),
    "mothering sunday": partial(_around_easter, -21),
    "passion sunday": partial(_around_easter, -14),
    "low sunday": partial(_around_easter, 7),
    "rogation sunday": partial(_around_easter, 35),
    "whit tuesday": partial(_around_easter, 51),
    "trinity sunday": partial(_around_easter, 56),
    "orthodox easter": _orthodox_easter,
    "advent sunday": partial(_weekday_before, 12, 25, 6, 4),
    "victoria day": partial(_since, 1953, partial(_weekday_before, 5, 25, 0, 1), None),
    "purim": _purim,
    "shavuot": partial(jewish_day, 3, 6),
    "sukkot": partial(jewish_day, 7, 15),
    "hanukkah": partial(jewish_day, 9, 25),
    "ashura": partial(islamic_day, 1, 10),
    "mawlid": partial(islamic_day, 3, 12),
    "nowruz": persian_new_year,
    "rosh hashanah": partial(jewish_day, 7, 1),
    "yom kippur": partial(jewish_day, 7, 10),
    "passover": partial(jewish_day, 1, 15),
    "eid al-fitr": partial(islamic_day, 10, 1),
    "eid al-adha": partial(islamic_day, 12, 10),
}

# Other names of the same; "’s" stands for any apostrophe or none.
_ALSO = {
    "christmas day": "christmas", "christmastime": "christmas", "christmastide": "christmas",
    "easter day": "easter", "easter sunday": "easter", "twelfth day": "epiphany", "thanksgiving day": "thanksgiving",
    "whitsun": "whit sunday", "whitsunday": "whit sunday", "pentecost": "whit sunday", "labour day": None,
    "st valentine’s day": "valentine’s day", "st. patrick’s day": "st patrick’s day", "v-e day": "ve day",
    "decoration day": "memorial day", "veterans’ day": "veterans day", "bonfire night": "guy fawkes night",
    "all hallows’ eve": "halloween", "hallowe’en": "halloween", "michaelmas day": "michaelmas",
    "martin luther king jr. day": "martin luther king day", "st stephen’s day": "boxing day",
    "mardi gras": "shrove tuesday", "fat tuesday": "shrove tuesday", "pentecost sunday": "whit sunday",
    "pentecost monday": "whit monday", "laetare sunday": "mothering sunday", "quasimodo sunday": "low sunday",
    "septuagesima sunday": "septuagesima", "sexagesima sunday": "sexagesima", "shrove sunday": "quinquagesima",
    "quinquagesima sunday": "quinquagesima", "first sunday of advent": "advent sunday",
    "childermas": "holy innocents’ day",
    "feast of the assumption": "assumption day", "feast of the annunciation": "lady day", "chanukah": "hanukkah",
    "feast of the epiphany": "epiphany", "succoth": "sukkot", "shavuoth": "shavuot", "norooz": "nowruz",
    "st. george’s day": "st george’s day", "st. andrew’s day": "st andrew’s day", "st. david’s day": "st david’s day",
    "st. bartholomew’s day": "st bartholomew’s day", "st. stephen’s day": "boxing day", "nauruz": "nowruz",
    "orthodox easter sunday": "orthodox easter",
    "holy thursday": "maundy thursday", "holy saturday": "easter eve", "midsummer’s day": "midsummer day",
}  # fmt: skip
FEASTS = {**{name: name for name in _RULES}, **{also: name for also, name in _ALSO.items() if name}}
"""Every name, lower case, and the one its rule is kept under."""


_BARE = {also.replace("’", ""): name for also, name in FEASTS.items()}


def _pattern(names: list[str]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    parts = (re.escape(name).replace("’s", "['’]?s").replace("’", "['’]?").replace(r"\ ", r"[ \n]") for name in longest)
    return re.compile(r"(?:" + "|".join(parts) + r")\b", re.IGNORECASE)


def _heads() -> dict[str, re.Pattern[str]]:
    by_head: dict[str, list[str]] = {}
    for name in FEASTS:
        by_head.setdefault(re.split(r"[ ’'.-]", name)[0], []).append(name)
    del by_head["may"], by_head["new"]  # read as words of their own first: "May", "new year"
    return {head: _pattern(names) for head, names in by_head.items()}


HEADS = _heads()
"""First word of a feast's name, lower case → the names that begin with it."""


def feast(words: str) -> str:
    """The name a feast's rule is kept under, from the words as they stand in a text."""
    plain = " ".join(words.lower().replace("'", "’").split())
    return FEASTS.get(plain) or _BARE[plain.replace("’", "")]


def day_of(name: str, year: int) -> Day | None:
    """The day of a feast in a year, None where it was not kept then or its rule is not known for that year.

    >>> day_of("thanksgiving", 1950)
    (1950, 11, 23)
    """
    return _RULES[name](year) if 1 <= year <= 9998 else None
