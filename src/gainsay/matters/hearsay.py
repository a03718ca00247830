"""Hearsay: a side of a dispute that is heard only through the other.

"Holt says that Lind denied the theft" or "he wrongly claimed that the pier was safe": who is spoken against has no word
of his own in the documents, and a reader needs to know that.
"""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.matters.comparable import Comparable


def heard_through(groups: Sequence[Sequence[Comparable]]) -> int | None:
    """The number of the side all of whose statements are told by the voices of another, or None."""
    for number, side in enumerate(groups):
        for other in groups:
            if other is not side and all(any(_tells(teller, told) for teller in other) for told in side):
                return number
    return None


def _tells(teller: Comparable, told: Comparable) -> bool:
    """Whether one who holds the first reports the second as another's word."""
    depth = len(teller.voices)
    if teller.document != told.document or len(told.voices) <= depth or told.voices[:depth] != teller.voices:
        return False
    # A text reports all that is said in it; only where it denies what it reports in one breath is it an opponent.
    return bool(teller.voices and teller.voices[-1]) or (teller.answers == told.statement and teller.span < told.span)
