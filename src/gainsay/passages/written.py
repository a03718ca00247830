"""Dates in the head, the dateline or the foot of a text, as EDTF: only those written out beyond doubt."""

from __future__ import annotations

import re
from typing import NamedTuple

_MONTHS = (
    "january february march april may june july august september october november december".split(),
    "jan feb mar apr may jun jul aug sep oct nov dec".split(),
)
_MONTH = (
    r"(?P<m{n}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_DAY = r"(?P<d{n}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<y{n}>1[4-9]\d\d|20\d\d)"


def _form(pattern: str, n: int) -> str:
    """A pattern with its parts named after `n`; a space stands for any blank, a hard one too."""
    return pattern.replace(" ", r"[ \xa0]{{1,3}}").format(
        n=n, M=_MONTH.format(n=n), D=_DAY.format(n=n), Y=_YEAR.format(n=n)
    )


FULL_DATE = re.compile(
    r"(?<![\w/-])(?:"
    + "|".join(
        (
            _form(r"{M} {D}(?:, |,| ){Y}", 1),
            _form(r"{D}\.? (?:day )?(?:of )?{M},? {Y}", 2),
            _form(r"{M},? {Y}", 3),
            r"(?P<y4>1[4-9]\d\d|20\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?:T[\d:.]+Z?)?",
            _form(r"{M} (?:the )?{D}", 5),
            _form(r"{D} (?:of )?{M}", 6),
        )
    )
    + r")(?![\w-])",
    re.IGNORECASE,
)
"""Day, month and year; month and year; day and month (then without a year, and without a value)."""


class Written(NamedTuple):
    """A date of writing: its EDTF value and where it stands in the words searched."""

    edtf: str
    start: int
    end: int


def find_written(words: str) -> Written | None:
    """The first date with a year in `words`, or None.

    >>> find_written("Port Adair, 4 May, 1999:")
    Written(edtf='1999-05-04', start=12, end=23)
    """
    for match in FULL_DATE.finditer(words):
        if edtf := edtf_of(match):
            return Written(edtf, match.start(), match.end())
    return None


def edtf_of(match: re.Match[str]) -> str | None:
    """The value of a match of FULL_DATE; None without a year, and for a day that no calendar has."""
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    if "y" not in parts:
        return None
    month = parts["m"].lower()[:3]
    number = int(month) if month.isdigit() else _MONTHS[1].index(month) + 1
    day = int(parts["d"]) if "d" in parts else None
    # Month lengths without leap years: 29 February is let pass, 31 April is not.
    if not 1 <= number <= 12 or (
        day is not None and not 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[number - 1]
    ):
        return None
    return f"{parts['y']}-{number:02}" + (f"-{day:02}" if day is not None else "")
