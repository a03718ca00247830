"""Dates of a document, passage by passage, and again for the stretches that have a "now" of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.annotations.dates.date import Anchor, Date
from gainsay.annotations.dates.expressions import Expression, expressions
from gainsay.annotations.dates.story import Story, latest_stated, tells_of_the_past
from gainsay.annotations.dates.when import When, of_edtf
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span

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
    read = {p.id: expressions(p.span.of(document.text), p.span.start) for p in layout.prose}
    articles = {a.id: a.written for a in layout.articles}
    written = layout.document.written or document.written
    for article in dict.fromkeys(p.article for p in layout.prose):
        passages = [p for p in layout.prose if p.article == article]
        now = _now(articles.get(article) or written) if anchored else None
        dates += _told(document, passages, read, now)
    return sorted(dates, key=lambda date: date.span)


def _now(written: str | None) -> When | None:
    return of_edtf(written) if written else None


def _told(
    document: Document, passages: Sequence[Passage], read: dict[str, list[Expression]], now: When | None
) -> list[Date]:
    found = [e for p in passages for e in read[p.id]]
    history, latest = tells_of_the_past(now, found), latest_stated(found)
    story = Story(document.id, document.text, now, history=history, latest=latest)
    return [date for p in passages for date in story.tell(read[p.id], keep=p.kind not in _ASIDES)]


def anchor_quotations(
    document: Document, layout: Layout, dates: Sequence[Date], anchors: Sequence[Anchor]
) -> list[Date]:
    """The same dates, those within an anchored stretch counted from its own "now".

    An anchor whose `now` is "" says that the now is unknown: what is relative within stays open. Where stretches lie
    within each other the innermost counts.
    """
    again: dict[Span, Date] = {}
    for anchor in sorted(anchors, key=lambda a: (-a.span.length, a.span.start)):
        story = Story(document.id, document.text, _now(anchor.now), history=not anchor.now)
        for date in story.tell(_within(document, layout, anchor.span)):
            again[date.span] = date
    return [again.get(date.span, date) if date.relative else date for date in dates]


def _within(document: Document, layout: Layout, span: Span) -> list[Expression]:
    found: list[Expression] = []
    for passage in layout.prose:
        if passage.span.overlaps(span):
            here = expressions(passage.span.of(document.text), passage.span.start)
            found += [e for e in here if span.contains(e.span)]
    return found
