"""Quotations at the head of a text or a part of it that nothing but their note tells from the author's own words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.blocks import without_reference
from gainsay.annotations.attributions.lexicon import PERSONAL_TEXTS
from gainsay.annotations.citations import Citation
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span, content_id, cover

# An epigraph of more paragraphs than this is the text itself.
_LONGEST = 6
# Behind the marker that ends a paragraph stands a stop at most.
_BEHIND = 2
# Words that speak from the day of the entry, which a later author tells of in the past.
_THAT_DAY = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:days?|weeks?|hours?) ago|"
    r"(?:last|this) (?:night|evening|morning|week))\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\bnow\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|are|has|have|must|will)\b")
_PAST = re.compile(r"\b(?:was|were|had)\b")
_PERSONAL = re.compile(rf"\b(?:{'|'.join(sorted(PERSONAL_TEXTS))})\b", re.IGNORECASE)
_CONFIDENCE = 0.6


def find_epigraphs(
    layout: Layout, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> list[Attribution]:
    """Whole paragraphs under a heading that end with a note to a diary, letter or speech and speak from its day."""
    text = layout.document.text
    prose = layout.prose
    starts = [passage.span.start for passage in prose]
    markers = sorted(citation.marker for citation in citations if citation.marker)
    quoted = sorted(cover(a.content) for a in attributions if a.kind == "direct")
    found = []
    for citation in citations:
        if citation.marker is None or citation.note is None or citation.entry_date is None:
            continue
        if not _PERSONAL.search(text, *citation.note):
            continue
        last = bisect_right(starts, citation.marker.start) - 1
        first = _head(prose, last)
        if first is None or prose[last].span.end - citation.marker.end > _BEHIND:
            continue
        whole = Span(prose[first].span.start, prose[last].span.end)
        noted_before = bisect_left(markers, citation.marker) > bisect_left(markers, Span(whole.start, whole.start))
        if noted_before or _is_quoted(quoted, whole) or not _speaks_from_its_day(whole.of(text)):
            continue
        content = [p.span for p in prose[first:last]] + [without_reference(text, prose[last].span)]
        found.append(_epigraph(layout.document.id, [span for span in content if span.length]))
    return found


def _head(prose: Sequence[Passage], last: int) -> int | None:
    """The first of the paragraphs from a heading to number `last`, where they are few and nothing else."""
    for first in range(last, max(-1, last - _LONGEST), -1):
        if prose[first].kind not in ("paragraph", "block-quote"):
            return None
        if first == 0 or prose[first - 1].kind == "heading" or prose[first - 1].article != prose[first].article:
            return first
    return None


def _is_quoted(quoted: Sequence[Span], whole: Span) -> bool:
    """Whether a quotation begins with the paragraphs, or ends with them or behind them: then it is read already."""
    at = bisect_left(quoted, Span(whole.start, whole.start))
    inside = quoted[at : bisect_left(quoted, Span(whole.end, whole.end))]
    return any(span.start <= whole.start + 2 or span.end >= whole.end - 10 for span in inside)


def _speaks_from_its_day(words: str) -> bool:
    return bool(_THAT_DAY.search(words) or (_NOW.search(words) and _PRESENT.search(words) and not _PAST.search(words)))


def _epigraph(document: str, content: Sequence[Span]) -> Attribution:
    return Attribution(
        id=content_id("attribution", document, "direct", *content),
        document=document,
        kind="direct",
        content=tuple(content),
        confidence=_CONFIDENCE,
    )
