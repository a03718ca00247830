"""Cutting a stretch of text into segments that lie under the same marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gainsay.room.context import Segment
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the class that shows it, what it means, and where it leads."""

    span: Span
    name: str
    tip: str = ""
    href: str = ""


def segments(text: str, within: Span, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The text of `within` in order, cut wherever a mark begins or ends.

    >>> [s.text for s in segments("one two", Span(0, 7), [Mark(Span(4, 7), "name")])]
    ['one ', 'two']
    """
    inside = [m for m in marks if m.span.overlaps(within)]
    edges = {within.start, within.end}
    starts: dict[int, list[Mark]] = {}
    for mark in inside:
        start = max(mark.span.start, within.start)
        edges |= {start, min(mark.span.end, within.end)}
        starts.setdefault(start, []).append(mark)
    cuts = sorted(edges)
    active: list[Mark] = []
    made = []
    for start, end in pairwise(cuts):
        active = [m for m in active if m.span.end > start] + starts.get(start, [])
        # The shortest mark is the most particular: its words explain, its link leads on.
        ranked = sorted(active, key=lambda m: (m.span.length, m.name))
        made.append(
            Segment(
                text[start:end],
                " ".join(dict.fromkeys(m.name for m in reversed(ranked))),
                next((m.tip for m in ranked if m.tip), ""),
                next((m.href for m in ranked if m.href), ""),
            )
        )
    return tuple(made)
