"""Whether two statements tell of two occasions of a kind: two polls, two primaries, two attacks.

Reports tell mostly of what has just happened. Where each of two puts its event in the days about its own writing, and
they were written weeks apart, there were two events, however alike they are told.
"""

from __future__ import annotations

from gainsay.annotations.dates import FOREVER, NEVER, bounds
from gainsay.matters.comparable import Comparable

NEWS = 14
"""Days from an event to the report of it, or before it."""

APART = 21
"""Days between two reports that do not tell of one event as news."""

_MONTHS = "january february march april may june july august september october november december".split()


def two_occasions(a: Comparable, b: Comparable) -> bool:
    """Whether two dated statements each tell the news of their own day, weeks apart."""
    return written_apart(a, b) and _is_news(a) and _is_news(b)


def written_apart(a: Comparable, b: Comparable) -> bool:
    """Whether the days on which two statements were written are known, and lie weeks apart."""
    left, right = days(a.written), days(b.written)
    return left is not None and right is not None and max(left[0], right[0]) - min(left[1], right[1]) >= APART


def _is_news(one: Comparable) -> bool:
    written, told = days(one.written), days(one.when)
    if written is None:
        return False
    if told is None:
        # Only a month was named, as `head` keeps it.
        day = bounds(one.written or "")
        return day is not None and one.head == _MONTHS[min(day[0][1], 12) - 1]
    return told[0] - NEWS <= written[1] and written[0] <= told[1] + NEWS and told[1] - told[0] <= 2 * NEWS


def days(edtf: str | None) -> tuple[int, int] | None:
    """The days that a date stands for, counted through; None for one with an open end."""
    found = bounds(edtf) if edtf else None
    if found is None or NEVER in found or FOREVER in found:
        return None
    first, last = (year * 365 + month * 30 + day for year, month, day in found)
    return first, last
