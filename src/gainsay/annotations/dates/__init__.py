"""Dates: a grammar of temporal expressions, their EDTF values, and the comparison of those."""

from gainsay.annotations.dates.date import Anchor, Date, DateKind
from gainsay.annotations.dates.edtf import FOREVER, NEVER, bounds, disjoint, holds, same
from gainsay.annotations.dates.finder import DateSettings, anchor_quotations, find_dates

__all__ = [
    "FOREVER",
    "NEVER",
    "Anchor",
    "Date",
    "DateKind",
    "DateSettings",
    "anchor_quotations",
    "bounds",
    "disjoint",
    "find_dates",
    "holds",
    "same",
]
