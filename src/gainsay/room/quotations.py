"""Quotations held against what they quote, as a page: both in their words, what differs marked."""

from __future__ import annotations

from collections.abc import Iterable

from gainsay.edition.edition import Edition
from gainsay.edition.quotations import Quotation, Shown, ShownVersion
from gainsay.edition.quotations import quotations as held_quotations
from gainsay.room.context import Held, QuotationsPage, Version
from gainsay.room.markup import Mark, segments
from gainsay.room.naming import clipped, compare_href, short_title, source_link
from gainsay.room.shelf import Shelf
from gainsay.room.shelved import Shelved
from gainsay.room.words import reason_in_words
from gainsay.spans import Span, cover

MOST = 120
LONGEST = 900  # characters: of a longer quotation the first stretch is shown
LONGEST_NAME = 60
FINDINGS = {
    "wrong-speaker": "said by somebody else there",
    "frame-dropped": "without what framed it",
    "altered": "altered",
    "cut": "cut",
    "unmarked": "not marked as a quotation",
    "identical": "word for word",
}


def quotations_page(shelf: Shelf, edition: Edition) -> QuotationsPage:
    """The quotations whose words stand in another source too; the gravest are shown, all are counted."""
    found = held_quotations(Shelved(edition, shelf))
    return QuotationsPage(tuple(held(shelf, one) for one in found[:MOST]), len(found))


def held(shelf: Shelf, one: Quotation) -> Held:
    """A quotation and what it is held against, what differs marked."""
    mine = [*(a for a, _ in one.altered), *one.added]
    theirs = [*(b for _, b in one.altered), *one.dropped, *([one.frame] if one.frame else [])]
    apart = one.quoting.document != one.against.document
    return Held(
        findings=tuple(FINDINGS[f] for f in one.findings),
        quoting=_version(shelf, one.quoting, mine),
        against=_version(shelf, one.against, theirs),
        words=one.words,
        reason=reason_in_words(one.reason),
        href=compare_href(one.quoting.document, one.against.document) if apart else "",
    )


def _version(shelf: Shelf, one: ShownVersion, differing: Iterable[Shown]) -> Version:
    document = shelf.documents[one.document]
    spans = [*one.spans, *(d.span for d in differing)]
    around = cover(spans) if cover(spans).length <= LONGEST else one.spans[0]
    around = Span(around.start, min(around.end, around.start + LONGEST))
    passage = shelf.passage_at(one.document, one.spans[0].start)
    named = one.attribution in shelf.attribution and one.attribution
    return Version(
        by=clipped(shelf.speaker_name(named), LONGEST_NAME) if named else short_title(document),
        source=source_link(shelf, one.document, one.attribution or (passage.id if passage else "")),
        segments=segments(document.text, around, [Mark(d.span, "altered") for d in differing]),
        language=document.language or "",
    )
