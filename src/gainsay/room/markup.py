"""Cutting a stretch of text into segments that lie under the same marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gainsay.room.context import Segment
from gainsay.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the class that shows it, what it means, and where it leads.

    `anchor` is an address that opens at the span; `note` is the letter that hangs on its end.
    """

    span: Span
    name: str = ""
    tip: str = ""
    href: str = ""
    anchor: str = ""
    note: str = ""


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
        fresh = starts.get(start, [])
        active = [m for m in active if m.span.end > start] + fresh
        made.append(_segment(text[start:end], active, fresh, end))
    return tuple(made)


def _segment(words: str, active: list[Mark], fresh: list[Mark], end: int) -> Segment:
    if not active:
        return Segment(words)
    # The shortest mark is the most particular: its words explain, its link leads on.
    ranked = sorted(active, key=lambda m: (m.span.length, m.name))
    return Segment(
        words,
        classes=" ".join(dict.fromkeys(m.name for m in reversed(ranked) if m.name)),
        tip=next((m.tip for m in ranked if m.tip), ""),
        href=next((m.href for m in ranked if m.href), ""),
        anchor=" ".join(dict.fromkeys(m.anchor for m in fresh if m.anchor)),
        at=" ".join(dict.fromkeys(m.anchor for m in active if m.anchor)),
        note=" ".join(m.note for m in active if m.note and m.span.end == end),
    )
