"""The same paragraph or caption twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gainsay.passages.passage import Damage, Passage

_SHORTEST = 20
"""Characters. "Yes." may well be said twice."""


def find_doubled(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """The second of two passages with the same words, boilerplate aside."""
    for first, second in pairwise(passage for passage in passages if passage.kind != "boilerplate"):
        if first.span.length >= _SHORTEST and first.span.length == second.span.length:
            words = second.span.of(text)
            if words == first.span.of(text):
                yield Damage(second.span, "doubled", "the same words stand directly before")
