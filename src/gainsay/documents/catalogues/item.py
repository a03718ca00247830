"""One item of a library: what is known of it and which files belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """`values` by the keys of `sources.toml`; `files` as the library writes them, relative to it."""

    values: dict[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?=$|[T\s/])")


def to_edtf(year: str, month: str = "", day: str = "") -> str | None:
    """A date as libraries write it, in EDTF; None where it is none.

    >>> to_edtf("1999", "may", "4"), to_edtf("1999-05"), to_edtf("s.d.")
    ('1999-05-04', '1999-05', None)
    """
    if found := _ISO.match(year.strip()):
        year, month, day = found[1], found[2] or month, found[3] or day
    else:
        return None
    month = month.strip().casefold()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month) if month.isdecimal() else 0
    if not 1 <= number <= 12:
        return year
    if not (day.strip().isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{int(day):02d}"
