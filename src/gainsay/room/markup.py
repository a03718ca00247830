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
    ranked = sorted(active, key=_particular) if len(active) > 1 else active
    names, at, tip, href, notes = [], [], "", "", []
    for mark in ranked:
        if mark.name:
            names.append(mark.name)
        if mark.anchor:
            at.append(mark.anchor)
        if mark.note and mark.span.end == end:
            notes.append(mark.note)
        tip, href = tip or mark.tip, href or mark.href
    anchors = [m.anchor for m in fresh if m.anchor] if at else []
    return Segment(words, _joined(reversed(names)), tip, href, _joined(anchors), _joined(at), " ".join(notes))


def _particular(mark: Mark) -> tuple[int, str]:
    return mark.span.end - mark.span.start, mark.name


def _joined(words: Iterable[str]) -> str:
    """Words with blanks between, each once."""
    return " ".join(dict.fromkeys(words))
