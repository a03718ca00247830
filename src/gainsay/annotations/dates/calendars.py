"""Other calendars: days of theirs in the Gregorian one, through `convertdate`, which is loaded when first needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from importlib import import_module
from typing import Literal

from gainsay.annotations.dates.edtf import Day
from gainsay.annotations.dates.when import When, a_year, plus_days

Calendar = Literal["islamic", "persian", "hebrew", "french_republican", "julian"]

MONTHS: dict[Calendar, tuple[tuple[str, ...], ...]] = {
    "islamic": (
        ("muharram",), ("safar",), ("rabi i", "rabi al-awwal", "rabi’ al-awwal"),
        ("rabi ii", "rabi al-thani", "rabi’ al-thani", "rabi al-akhir"), ("jumada i", "jumada al-ula"),
        ("jumada ii", "jumada al-thani", "jumada al-akhira"), ("rajab",), ("shaban", "sha’ban", "shaaban"),
        ("ramadan", "ramazan"), ("shawwal",), ("dhu al-qidah", "dhu al-qi’dah", "dhu’l-qa’da", "zilqad"),
        ("dhu al-hijjah", "dhu’l-hijja", "zilhijj"),
    ),
    "persian": (
        ("farvardin",), ("ordibehesht",), ("khordad",), ("tir",), ("mordad",), ("shahrivar",), ("mehr",), ("aban",),
        ("azar",), ("dey",), ("bahman",), ("esfand",),
    ),
    "hebrew": (
        ("nisan",), ("iyar", "iyyar"), ("sivan",), ("tammuz",), ("av",), ("elul",), ("tishri", "tishrei"),
        ("cheshvan", "heshvan", "marcheshvan"), ("kislev",), ("tevet", "tebeth"), ("shevat", "shvat"), ("adar",),
    ),
    "french_republican": (
        ("vendémiaire", "vendemiaire"), ("brumaire",), ("frimaire",), ("nivôse", "nivose"), ("pluviôse", "pluviose"),
        ("ventôse", "ventose"), ("germinal",), ("floréal", "floreal"), ("prairial",), ("messidor",), ("thermidor",),
        ("fructidor",),
    ),
}  # fmt: skip
"""Names of the months as English texts write them, first month first."""

FRENCH = frozenset(name for names in MONTHS["french_republican"] for name in names)


NamedMonth = tuple[re.Pattern[str], Callable[[str], tuple[Calendar, int]]]


def month_names() -> list[tuple[str, NamedMonth]]:
    """First word of a month's name, lower case; a pattern for the whole of it; calendar and number."""
    found: list[tuple[str, NamedMonth]] = []
    for calendar, months in MONTHS.items():
        for number, names in enumerate(months, 1):
            for name in sorted(names, key=len, reverse=True):
                pattern = re.compile(re.escape(name).replace("’", "['’]") + r"\b", re.IGNORECASE)
                meant: tuple[Calendar, int] = (calendar, number)
                found.append((_HEAD.split(name)[0], (pattern, partial(_constant, meant))))
    return found


_HEAD = re.compile(r"[ ’-]")


def _constant(meant: tuple[Calendar, int], _: str) -> tuple[Calendar, int]:
    return meant


# Years that a text may mean by each: 1 to 1600 of the Hijra, 5000 to 6000 of the Creation, I to XIV of the Republic.
_YEARS: dict[Calendar, tuple[int, int]] = {
    "islamic": (1, 1600),
    "persian": (1, 1500),
    "hebrew": (4000, 6000),
    "french_republican": (1, 14),
    "julian": (1, 3000),
}

ERAS = {
    "meiji": 1868, "taisho": 1912, "taishō": 1912, "showa": 1926, "shōwa": 1926, "heisei": 1989, "reiwa": 2019,
    "minguo": 1912, "juche": 1912, "kangxi": 1662, "yongzheng": 1723, "qianlong": 1736, "jiaqing": 1796,
    "daoguang": 1821, "xianfeng": 1851, "tongzhi": 1862, "guangxu": 1875, "xuantong": 1909,
}  # fmt: skip
"""First year of eras whose years are counted with the civil year: Meiji 12 is 1879."""

REIGNS: dict[str, Day] = {
    "william i": (1066, 12, 25), "william ii": (1087, 9, 26), "henry i": (1100, 8, 5), "stephen": (1135, 12, 26),
    "henry ii": (1154, 12, 19), "richard i": (1189, 9, 3), "john": (1199, 5, 27), "henry iii": (1216, 10, 28),
    "edward i": (1272, 11, 20), "edward ii": (1307, 7, 8), "edward iii": (1327, 1, 25), "richard ii": (1377, 6, 22),
    "henry iv": (1399, 9, 30), "henry v": (1413, 3, 21), "henry vi": (1422, 9, 1), "edward iv": (1461, 3, 4),
    "richard iii": (1483, 6, 26), "henry vii": (1485, 8, 22), "henry viii": (1509, 4, 22), "edward vi": (1547, 1, 28),
    "elizabeth i": (1558, 11, 17), "charles i": (1625, 3, 27), "charles ii": (1649, 1, 30), "james ii": (1685, 2, 6),
    "george i": (1714, 8, 1), "george ii": (1727, 6, 11), "george iii": (1760, 10, 25), "george iv": (1820, 1, 29),
    "william iv": (1830, 6, 26), "james i": (1603, 3, 24),
    "mary i": (1553, 7, 6), "william and mary": (1689, 2, 13), "william iii": (1689, 2, 13), "anne": (1702, 3, 8),
    "victoria": (1837, 6, 20), "edward vii": (1901, 1, 22), "george v": (1910, 5, 6),
    "george vi": (1936, 12, 11), "elizabeth ii": (1952, 2, 6),
}  # fmt: skip
"""Accession of the kings and queens of England, from which their regnal years run (Cheney, *Handbook of Dates*)."""

STATUTES = {
    "eliz": "elizabeth", "geo": "george", "will": "william", "wm": "william", "edw": "edward", "hen": "henry",
    "ric": "richard", "rich": "richard", "car": "charles", "chas": "charles", "jac": "james", "jas": "james",
    "vict": "victoria", "vic": "victoria",
}  # fmt: skip
"""Kings and queens as statutes shorten them: 3 Geo. III, 25 & 26 Vict."""

ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
    "xiii": 13, "xiv": 14,
}  # fmt: skip


@lru_cache(maxsize=1024)
def _gregorian(calendar: Calendar, year: int, month: int, day: int) -> Day | None:
    module = import_module(f"convertdate.{calendar}")
    try:
        found = module.to_gregorian(year, month, day)
    except (ValueError, IndexError, OverflowError):
        return None
    return int(found[0]), int(found[1]), int(found[2])


def _first_of_next(calendar: Calendar, year: int, month: int) -> tuple[int, int]:
    """Year and month after a month; the Hebrew year changes with Tishri, its seventh month."""
    if calendar == "hebrew":
        following = month % 12 + 1
        return (year + 1 if following == 7 else year), following
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _until(first: Day | None, following: Day | None) -> When | None:
    last = plus_days(following, -1) if following else None
    return When(first, last, "stretch") if first and last and first <= last else None


def foreign_day(calendar: Calendar, year: int, month: int, day: int) -> When | None:
    """A day of another calendar.

    >>> foreign_day("french_republican", 2, 11, 9).edtf
    '1794-07-27'
    """
    low, high = _YEARS[calendar]
    # An evening begins the day in the Islamic and Hebrew calendars; the day of most of its hours is given.
    found = _gregorian(calendar, year, month, day) if low <= year <= high and 1 <= day <= 31 else None
    return When(found, found, "day", calendar == "islamic") if found else None


def foreign_month(calendar: Calendar, year: int, month: int) -> When | None:
    """A month of another calendar, from its first day to its last."""
    low, high = _YEARS[calendar]
    if not low <= year <= high:
        return None
    following = _first_of_next(calendar, year, month)
    return _until(_gregorian(calendar, year, month, 1), _gregorian(calendar, *following, 1))


def foreign_year(calendar: Calendar, year: int) -> When | None:
    """A year of another calendar, from its first day to its last.

    >>> foreign_year("islamic", 1400).edtf
    '1979-11-21/1980-11-08'
    """
    low, high = _YEARS[calendar]
    if not low <= year <= high:
        return None
    first = 7 if calendar == "hebrew" else 1
    return _until(_gregorian(calendar, year, first, 1), _gregorian(calendar, year + 1, first, 1))


def buddhist_year(year: int) -> When | None:
    """A year of the Buddhist Era, as Thailand and its neighbours count: 543 more than the common era's."""
    return a_year(year - 543) if 1500 <= year <= 2700 else None


def regnal_year(reign: str, number: int) -> When | None:
    """The so-manieth year of a reign, from the day of accession to the eve of its return."""
    accession = REIGNS.get(reign)
    if accession is None or not 1 <= number <= 71:
        return None
    year, month, day = accession
    return _until((year + number - 1, month, day), (year + number, month, day))


def old_style(year: int, month: int, day: int) -> When | None:
    """A day of the Julian calendar ("O.S.") by the Gregorian one.

    >>> old_style(1917, 10, 25).edtf
    '1917-11-07'
    """
    return foreign_day("julian", year, month, day)


def islamic_day(month: int, day: int, year: int) -> Day | None:
    """A feast of the Islamic calendar in a civil year, None where it falls twice."""
    near = int((year - 622) * 33 / 32)
    days = [_gregorian("islamic", near + step, month, day) for step in (-1, 0, 1, 2)]
    within = [found for found in days if found and found[0] == year]
    return within[0] if len(within) == 1 else None


def jewish_day(month: int, day: int, year: int) -> Day | None:
    """A feast of the Hebrew calendar in a civil year."""
    return _gregorian("hebrew", year + (3761 if month >= 7 else 3760), month, day)


def persian_new_year(year: int) -> Day | None:
    """Nowruz in a civil year."""
    return _gregorian("persian", year - 621, 1, 1) if year > 1000 else None
