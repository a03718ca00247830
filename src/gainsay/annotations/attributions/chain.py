"""What attributions have to do with one another and with their surroundings: parents, dates of speaking, citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.spans import Span, cover


def link(
    text: str, attributions: Sequence[Attribution], dates: Sequence[Date], citations: Sequence[Citation]
) -> list[Attribution]:
    """The same attributions in text order, each id once, with `parent`, `said` and `citation`."""
    unique = {attribution.id: attribution for attribution in attributions}
    ordered = sorted(unique.values(), key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue, a.id))
    return _with_parents(ordered)


def _with_parents(ordered: Sequence[Attribution]) -> list[Attribution]:
    """Each attribution's parent is the smallest one around it whose content holds it, cue and speaker included."""
    found = []
    stack: list[tuple[Span, Attribution]] = []
    for attribution in ordered:
        whole = cover(attribution.content)
        while stack and stack[-1][0].end <= whole.start:
            stack.pop()
        parent = next((a for span, a in reversed(stack) if _holds(a, attribution)), None)
        found.append(replace(attribution, parent=parent.id if parent else None))
        stack.append((whole, attribution))
    return found


def _holds(outer: Attribution, inner: Attribution) -> bool:
    parts = (*inner.content, *inner.cue, *inner.speaker)
    return outer.content != inner.content and all(any(span.contains(part) for span in outer.content) for part in parts)
