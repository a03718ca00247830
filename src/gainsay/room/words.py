"""Dates in words: what an EDTF string says, as a reader would say it."""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SEASONS = ("spring", "summer", "autumn", "winter")
# The codes of ISO 8601-2 for parts of a year.
PARTS = {
    **dict(zip(range(21, 25), _SEASONS, strict=True)),
    **dict(zip(range(25, 29), _SEASONS, strict=True)),
    **dict(zip(range(29, 33), _SEASONS, strict=True)),
    **{33 + k: f"the {n} quarter of" for k, n in enumerate(("first", "second", "third", "last"))},
    **{37 + k: f"the {n} third of" for k, n in enumerate(("first", "second", "last"))},
    **{40 + k: f"the {n} half of" for k, n in enumerate(("first", "second"))},
}
_OPEN = ("", "..", "open", "unknown")
_ONE = re.compile(r"(-?)(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T(\d\d):?(\d\d)?.*)?")
_QUALIFIERS = re.compile(r"[?~%]")
_ISO = re.compile(r"(?<![\w/.-])(\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?[~?]?)(?![\w/-])")
_QUOTED = re.compile(r"(“[^”]*”)")


@lru_cache(maxsize=8192)
def in_words(edtf: str) -> str:
    """An EDTF string in words; as it stands where no words are known for it.

    >>> in_words("1975-05-05~"), in_words("1979/.."), in_words("1911-03-14")
    ('about 5 May 1975', 'from 1979 on', '14 March 1911')
    >>> in_words("197X"), in_words("../1911-03"), in_words("1911-03-XX"), in_words("[1911,1912]")
    ('the 1970s', 'up to March 1911', 'a day in March 1911', '1911 or 1912')
    """
    plain = edtf.strip()
    if plain[:1] in ("[", "{") and plain[-1:] in ("]", "}"):
        return _set(plain)
    if "/" in plain:
        return _interval(*plain.split("/", 1)) or edtf
    return _single(plain) or edtf


def _set(text: str) -> str:
    """Of `[…]` one is meant, of `{…}` all."""
    members = []
    for part in text[1:-1].split(","):
        start, dots, end = part.strip().partition("..")
        words = (_ends(start, end) if start or end else "at some time") if dots else in_words(start)
        members.append(words or part)
    joined = " or " if text[0] == "[" else " and "
    return joined.join(members) if len(members) < 3 else f"{', '.join(members[:-1])}{joined}{members[-1]}"


def _ends(start: str, end: str) -> str:
    """An open set: some time after or before, not the whole stretch."""
    if not end:
        return f"{in_words(start)} or later"
    return f"{in_words(end)} or earlier" if not start else f"between {in_words(start)} and {in_words(end)}"


def _interval(start: str, end: str) -> str:
    first = "" if start.lower() in _OPEN else _single(start)
    last = "" if end.lower() in _OPEN else _single(end)
    if not first and not last:
        return ""
    if not last:
        return f"from {first} on"
    if not first:
        return f"up to {last}"
    return first if first == last else _between(start, end, first, last)


def _between(start: str, end: str, first: str, last: str) -> str:
    """A stretch; what both ends share is said once, as in 5–9 May 1975."""
    if _QUALIFIERS.search(start + end):
        return f"{first} to {last}"
    a, b = start.split("-"), end.split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2] and a[2].isdigit():
        return f"{int(a[2])}–{last}"
    if len(a) == len(b) == 1:
        return f"{first}–{last}"
    if len(a) == len(b) > 1 and a[0] == b[0] and first.endswith(f" {a[0]}"):
        return f"{first.removesuffix(f' {a[0]}')} to {last}"
    return f"{first} to {last}"


def _single(text: str) -> str:
    found = _ONE.fullmatch(_QUALIFIERS.sub("", text))
    if found is None:
        return ""
    sign, year, month, day, hour, minute = found.groups()
    words = _dated(_year(year, bool(sign)), month, day)
    if hour and words:
        words = f"{words}, {hour}:{minute or '00'}"
    return _hedged(words, text)


def _hedged(words: str, text: str) -> str:
    if not words:
        return ""
    if "%" in text or ("~" in text and "?" in text):
        return f"perhaps about {words}"
    return f"about {words}" if "~" in text else f"perhaps {words}" if "?" in text else words


def _year(year: str, before: bool) -> str:
    if before:
        return f"{int(year) + 1} BC" if year.isdigit() else ""
    if year.isdigit():
        return str(int(year))
    if re.fullmatch(r"\d{3}X", year):
        return f"the {year[:3]}0s"
    if re.fullmatch(r"\d\dXX", year):
        return f"the {_ordinal(int(year[:2]) + 1)} century"
    return ""


def _dated(year: str, month: str | None, day: str | None) -> str:
    if not year or month is None:
        return year
    if month == "XX":
        return f"a day in {year}" if day else f"a month in {year}"
    number = int(month) if month.isdigit() else 0
    if number in PARTS and day is None:
        return f"{PARTS[number]} {year}"
    if not 1 <= number <= 12:
        return ""
    name = f"{MONTHS[number - 1]} {year}"
    if day is None:
        return name
    return f"{int(day)} {name}" if day.isdigit() else f"a day in {name}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def reason_in_words(reason: str) -> str:
    """A reason with its days in words; what stands in quotation marks is a source's and stays as it is.

    >>> reason_in_words("the same holder, 1911-04-03 and 1950-04; “written 1911-03-16”")
    'the same holder, 3 April 1911 and April 1950; “written 1911-03-16”'
    """
    parts = _QUOTED.split(reason)
    return "".join(p if p.startswith("“") else _ISO.sub(lambda m: in_words(m.group()), p) for p in parts)


def letter_of(number: int) -> str:
    """The letter of a side by its number; after Z they begin again."""
    return LETTERS[number % len(LETTERS)]
