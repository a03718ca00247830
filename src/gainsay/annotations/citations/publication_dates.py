"""Dates inside references, as EDTF: of publication, and of the entry, letter, speech or issue."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>1[4-9]\d\d|20\d\d)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—/]\s?|\sand\s)"
_DATE = re.compile(
    rf"\b(?:{_DAY.format('d1')}\.?(?:{_TO}{_DAY.format('d1b')})?\s(?:of\s)?{_MONTH.format('m1')},?\s(?:of\s)?{_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}\s{_DAY.format('d2')}(?:{_TO}{_DAY.format('d2b')})?,?\s?{_YEAR.format('y2')}"
    rf"|{_YEAR.format('y3')}-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)"
    rf"|{_MONTH.format('m4')},?\s{_YEAR.format('y4')}"
    rf"|(?P<s5>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter),?\s{_YEAR.format('y5')}"
    rf"|(?<![-–—#\d./])(?<!\d\s[—–-]\s){_YEAR.format('y6')}(?P<suffix>[a-f])?(?![-–—]\d|\s[—–-]\s\d|\d|[./]\d))",
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a reference: where, its EDTF value, and whether it is a year alone."""

    start: int
    end: int
    edtf: str
    bare: bool


def find_dates(text: str) -> list[FoundDate]:
    """The dates of a reference, in order; years inside a span of years ("1903-1911", part of a title) are left out.

    >>> [d.edtf for d in find_dates("Diary, 3rd May 1911. Port Adair: Quay Press, 1934")]
    ['1911-05-03', '1934']
    """
    dates = []
    for found in _DATE.finditer(text):
        edtf = _edtf(found)
        if edtf and not _spans_years(text, found):
            dates.append(FoundDate(found.start(), found.end(), edtf, bare=found["y6"] is not None))
    return dates


def _spans_years(text: str, found: re.Match[str]) -> bool:
    """Whether a year or month is one end of a stretch of time: "May 1903-June 1907", "1903 to 1907"."""
    if not found["y4"] and not found["y6"]:
        return False
    return bool(
        _STRETCH_AFTER.match(text, found.end())
        or _STRETCH_BEFORE.search(text, max(0, found.start() - 9), found.start())
    )


_STRETCH_AFTER = re.compile(r"\s?[-–—]\s?(?:[A-Z][a-z]+\.? )?\d{4}|\sto\s(?:[A-Z][a-z]+ )?\d{4}")
_STRETCH_BEFORE = re.compile(r"\d{4}(?:\s?[-–—]\s?|\sto\s)$")


def _edtf(found: re.Match[str]) -> str | None:
    for kind in ("1", "2"):
        if year := found[f"y{kind}"]:
            month = _MONTHS[found[f"m{kind}"][:3].lower()]
            first = _day(year, month, found[f"d{kind}"])
            last = found[f"d{kind}b"]
            if first is None or last is None:
                return first
            end = _day(year, month, last)
            return f"{first}/{end}" if end else first
    if year := found["y3"]:
        return f"{year}-{found['m3']}-{found['d3']}"
    if year := found["y4"]:
        return f"{year}-{_MONTHS[found['m4'][:3].lower()]:02d}"
    if year := found["y5"]:
        return f"{year}-{_SEASONS[found['s5'].lower()]}"
    return found["y6"]


def _day(year: str, month: int, day: str) -> str | None:
    return f"{year}-{month:02d}-{int(day):02d}" if 1 <= int(day) <= 31 else None
