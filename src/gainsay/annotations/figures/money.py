"""Pounds, shillings and pence: "£3 4s. 6d." is one amount."""

from __future__ import annotations

import re

_SHILLINGS_IN_POUND, _PENCE_IN_SHILLING = 20, 12

# What follows the pounds: "4s. 6d.", "10s", "10 shillings and sixpence", "4/6".
_AFTER_POUNDS = re.compile(
    r",?\s(?:(?P<s>\d{1,2})\s?s(?:h|hillings)?\b\.?)(?:,?\s(?:and\s)?(?P<d>\d{1,2})(?P<half>[½¼¾])?\s?d\b\.?)?"
    r"|,?\s(?P<only>\d{1,2})\s?d\b\.?"
)
_AFTER_SHILLINGS = re.compile(r"\s?s\b\.?,?\s(?:and\s)?(?P<d>\d{1,2})(?P<half>[½¼¾])?\s?d\b\.?|\s?s\.\s?(?=[a-z,;)])")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, None: 0.0}


def after_pounds(text: str, start: int, end: int) -> tuple[float, int] | None:
    """The shillings and pence after an amount in pounds, in pounds, and where they end.

    >>> after_pounds("£3 4s. 6d. a ton", 2, 16)
    (0.225, 10)
    """
    found = _AFTER_POUNDS.match(text, start, end)
    if found is None:
        return None
    pence = int(found["d"] or found["only"] or 0) + _FRACTIONS[found["half"]]
    shillings = int(found["s"] or 0) + pence / _PENCE_IN_SHILLING
    return round(shillings / _SHILLINGS_IN_POUND, 6), found.end()


def after_shillings(text: str, start: int, end: int) -> tuple[float, int] | None:
    """The pence after an amount in shillings ("2s 6d"), in shillings, and where they end.

    >>> after_shillings("2s 6d each", 1, 10)
    (0.5, 5)
    """
    found = _AFTER_SHILLINGS.match(text, start, end)
    if found is None:
        return None
    pence = int(found["d"] or 0) + _FRACTIONS[found["half"]]
    return round(pence / _PENCE_IN_SHILLING, 6), found.end()
