"""Days that an EDTF string stands for, and how two of them compare.

>>> bounds("1979-01")
((1979, 1, 1), (1979, 1, 31))
>>> bounds("1975-04/..") == ((1975, 4, 1), FOREVER)
True
>>> same("197X", "1970/1979"), holds("1979", "1979-01-07"), disjoint("1978", "1979-01")
(True, True, True)
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

Day = tuple[int, int, int]
Bounds = tuple[Day, Day]

NEVER: Day = (-(10**6), 1, 1)
FOREVER: Day = (10**6, 12, 31)
"""Open ends: before and after every day anybody writes of; ordinary tuples, so that they compare."""

_SHAPE = re.compile(r"(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T.*)?")
_NOISE = re.compile(r"[?~%\s]")

# First and last month of the codes of ISO 8601-2: seasons (any hemisphere, north, south), quarters, thirds, halves.
# Months above 12 lie in the next year: a winter begins in December.
_NORTH = ((3, 5), (6, 8), (9, 11), (12, 14))
_PARTS = {
    **dict(zip(range(21, 25), _NORTH, strict=True)),
    **dict(zip(range(25, 29), _NORTH, strict=True)),
    **dict(zip(range(29, 33), _NORTH[2:] + _NORTH[:2], strict=True)),
    **dict(
        zip(range(33, 42), ((1, 3), (4, 6), (7, 9), (10, 12), (1, 4), (5, 8), (9, 12), (1, 6), (7, 12)), strict=True)
    ),
}


def month_length(year: int, month: int) -> int:
    """Days of a month; years outside Python's calendar follow the same rule of leap years."""
    return monthrange(year if 1 <= year <= 9999 else 2000 + year % 400, month)[1]


def _digits(text: str, lowest: int, highest: int) -> tuple[int, int]:
    """Least and greatest number an unspecified group can be.

    >>> _digits("1X", 1, 12)
    (10, 12)
    """
    if "X" not in text:
        return int(text), int(text)
    return max(int(text.replace("X", "0")), lowest), min(int(text.replace("X", "9")), highest)


def _months(text: str) -> tuple[int, int] | None:
    low, high = _digits(text, 1, 12)
    if low == high and low in _PARTS:
        return _PARTS[low]
    return (low, high) if 1 <= low <= high <= 12 else None


def _single(text: str) -> Bounds | None:
    """Bounds of one date of the common shapes."""
    match = _SHAPE.fullmatch(text)
    if match is None:
        return None
    sign, year, month, day = match.groups()
    low, high = _digits(year, 0, 9999)
    if sign:
        low, high = -high, -low
    if month is None:
        return (low, 1, 1), (high, 12, 31)
    months = _months(month)
    if months is None:
        return None
    first, last = months
    if last > 12:
        high, last = high + 1, last - 12
    length = month_length(high, last)
    if day is None:
        return (low, first, 1), (high, last, length)
    one, other = _digits(day, 1, length)
    return ((low, first, one), (high, last, other)) if 1 <= one <= other <= length else None


def _rare(text: str) -> Bounds | None:
    """Bounds of the shapes nobody writes by hand (`Y17E7`), as the edtf library reads them."""
    from edtf import parse_edtf  # slow to import, and hardly ever needed
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        low, high = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError):
        return None
    if not (isinstance(low, tuple) and isinstance(high, tuple)):
        return None
    return (low[0], low[1], low[2]), (high[0], high[1], high[2])


def _interval(start: str, end: str) -> Bounds | None:
    low = (NEVER, NEVER) if start in ("", "..") else _single(start)
    high = (FOREVER, FOREVER) if end in ("", "..") else _single(end)
    return (low[0], high[1]) if low and high and low[0] <= high[1] else None


def _members(text: str) -> list[Bounds | None]:
    parts = [part.partition("..") for part in text.split(",")]
    return [_interval(start, end) if dots else _single(start) for start, dots, end in parts]


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds | None:
    """First and last day an EDTF string stands for, `NEVER` and `FOREVER` for open ends; None when it cannot be read.

    Qualifiers (`? ~ %`) make no difference: an approximate year is that year. A set is as wide as its members.
    """
    plain = _NOISE.sub("", edtf).upper().replace("OPEN", "..").replace("UNKNOWN", "..")
    if plain[:1] in ("[", "{") and plain[-1:] in ("]", "}"):
        found = [b for b in _members(plain[1:-1]) if b]
        return (min(b[0] for b in found), max(b[1] for b in found)) if found else None
    if "/" in plain:
        return _interval(*plain.split("/", 1))
    return _single(plain) or (_rare(edtf) if plain[:1] == "Y" else None)


def same(a: str, b: str) -> bool:
    """Whether both stand for the same days."""
    left, right = bounds(a), bounds(b)
    return a == b if left is None or right is None else left == right


def holds(a: str, b: str) -> bool:
    """Whether one of the two lies within the other."""
    left, right = bounds(a), bounds(b)
    if left is None or right is None:
        return a == b
    return (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1])


def disjoint(a: str, b: str) -> bool:
    """Whether they have no day in common; False when either cannot be read."""
    left, right = bounds(a), bounds(b)
    if left is None or right is None:
        return False
    return left[1] < right[0] or right[1] < left[0]
