"""Dates of a document, passage by passage, and again for the stretches that have a "now" of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from gainsay.annotations.dates.date import Anchor, Date
from gainsay.annotations.dates.early_years import dates_early
from gainsay.annotations.dates.edtf import bounds, same
from gainsay.annotations.dates.entries import entries
from gainsay.annotations.dates.expressions import Expression, expressions
from gainsay.annotations.dates.known_events import known_events, place_by_events
from gainsay.annotations.dates.story import Outlook, Story, outlook
from gainsay.annotations.dates.when import When, of_edtf
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span

# They stand beside the story: what they date does not move it on.
_ASIDES = frozenset(("note", "caption", "table", "byline"))


@dataclass(frozen=True, slots=True)
class DateSettings:
    """`anchored` false leaves every expression open that counts from the day of writing."""

    anchored: bool = True


def find_dates(document: Document, layout: Layout, settings: DateSettings | None = None) -> list[Date]:
    """The temporal expressions of a document with their EDTF values, in text order.

    Relative ones are counted from the article's or document's date of writing, or from the date told of before them;
    where neither is known they stay open.
    """
    anchored = settings is None or settings.anchored
    dates: list[Date] = []
    written = {article.id: article.written for article in layout.articles}
    whole = layout.document.written or document.written
    articles: dict[str, list[Passage]] = {}
    for passage in layout.prose:
        articles.setdefault(passage.article, []).append(passage)
    for article, passages in articles.items():
        now = _now(written.get(article) or whole) if anchored else None
        dates += _told(document, passages, now, anchored=anchored)
    dates.sort(key=lambda date: date.span)
    return place_by_events(document.text, dates, known_events(document.text, dates))


def _now(written: str | None) -> When | None:
    return of_edtf(written) if written else None


def _told(document: Document, passages: Sequence[Passage], now: When | None, *, anchored: bool) -> list[Date]:
    """The dates of an article; each entry of a diary, each letter under its day, is told from its own now."""
    read = [expressions(p.span.of(document.text), p.span.start) for p in passages]
    if not any(dates_early(expression.meaning) for here in read for expression in here):
        read = [[expression for expression in here if not expression.early] for here in read]
    heads = entries(document.text, passages, read, now) if anchored else {}
    dates: list[Date] = []
    for first, last in pairwise(sorted({0, *heads, len(passages)})):
        now = heads.get(first, now)
        found = [expression for here in read[first:last] for expression in here]
        story = Story(document.id, document.text, outlook(now, found, document.text))
        for passage, here in zip(passages[first:last], read[first:last], strict=True):
            dates += story.tell(here, keep=passage.kind not in _ASIDES)
    return dates


def anchor_quotations(
    document: Document, layout: Layout, dates: Sequence[Date], anchors: Sequence[Anchor]
) -> list[Date]:
    """The same dates, those within an anchored stretch counted from its own "now".

    An anchor whose `now` is "" says that the now is unknown: what is relative within stays open. Where stretches lie
    within each other the innermost counts. An anchor that only says more coarsely when the text was written ("1911" in
    a paper of 20 May 1911) changes nothing.
    """
    anchors = [anchor for anchor in anchors if not _says_less(anchor, document, layout)]
    found = _within(document, layout, [anchor.span for anchor in anchors])
    starts = [expression.span.start for expression in found]
    again: dict[Span, Date] = {}
    for anchor in sorted(anchors, key=lambda a: (-a.span.length, a.span.start)):
        here = found[bisect_left(starts, anchor.span.start) : bisect_left(starts, anchor.span.end)]
        inside = [expression for expression in here if expression.span.end <= anchor.span.end]
        story = Story(document.id, document.text, Outlook(_now(anchor.now), history=not anchor.now))
        again.update((date.span, date) for date in story.tell(inside))
    dates = [again.get(date.span, date) if date.relative else date for date in dates]
    return place_by_events(document.text, dates, known_events(document.text, dates))


def _says_less(anchor: Anchor, document: Document, layout: Layout) -> bool:
    around = next((article for article in layout.articles if article.span.contains(anchor.span)), None)
    written = (around.written if around else None) or layout.document.written or document.written
    if not written or not anchor.now or same(anchor.now, written):
        return False
    now, then = bounds(anchor.now), bounds(written)
    return now is not None and then is not None and now[0] <= then[0] and then[1] <= now[1]


def _within(document: Document, layout: Layout, spans: Iterable[Span]) -> list[Expression]:
    """The expressions of the passages that any of the spans touches, in text order; each passage is read once."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    reach = list(accumulate((span.end for span in ordered), max))
    found: list[Expression] = []
    for passage in layout.prose:
        before = bisect_left(starts, passage.span.end)
        if before and reach[before - 1] > passage.span.start:
            found += expressions(passage.span.of(document.text), passage.span.start)
    return sorted(found, key=lambda expression: expression.span)
