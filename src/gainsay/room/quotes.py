"""Statements as they are quoted: in their sentence, with the compared values marked and the chain of who holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gainsay.annotations.figures import Figure
from gainsay.passages.passage import Passage
from gainsay.room.context import Link, Quote
from gainsay.room.lines import stated
from gainsay.room.markup import Mark, segments
from gainsay.room.naming import cite_href, person_href, source_link, speaker_link
from gainsay.room.shelf import Shelf
from gainsay.room.words import in_words
from gainsay.spans import Span
from gainsay.statements.statement import Statement

# A sentence longer than this (a page without a full stop) is shown from around the statement only.
LONGEST_CONTEXT = 700


class Quotes:
    """Makes quotations of statements."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def quote(self, statement: Statement, facet: str = "", repeats: Sequence[Statement] = ()) -> Quote:
        """A statement in its sentence; `facet` says which of its values are compared."""
        document = self.shelf.documents[statement.document]
        around = _context(self.shelf.passage[statement.passage], statement.span)
        marks = [Mark(statement.span, "claim"), *self._values(facet, statement)]
        return Quote(
            segments=segments(document.text, around, marks),
            chain=self.chain(statement),
            source=source_link(self.shelf, document.id, statement.id),
            when=in_words(self.when(statement)) if self.when(statement) else "",
            own_voice=not statement.attribution,
            hedged=statement.hedged,
            denies=statement.polarity == "denies",
            language=document.language or "",
            cite=cite_href(document.id, statement.passage),
            repeats=tuple(self.repeat(r) for r in repeats),
            review=statement.attribution[-1] if statement.attribution else statement.id,
        )

    def when(self, statement: Statement) -> str:
        """When it was said, else written (EDTF)."""
        return statement.said or statement.written or self.shelf.documents[statement.document].written or ""

    def chain(self, statement: Statement) -> tuple[Link, ...]:
        """Who holds it, outermost first: the document, then each speaker."""
        speakers = (speaker_link(self.shelf, a) for a in statement.attribution)
        return (source_link(self.shelf, statement.document), *speakers)

    def holder(self, statement: Statement) -> Link:
        """The innermost of them."""
        return self.chain(statement)[-1]

    def repeat(self, statement: Statement) -> Link:
        """Where the same words stand again."""
        link = source_link(self.shelf, statement.document, statement.id)
        when = self.when(statement)
        return Link(f"{link.words}, {in_words(when)}" if when else link.words, link.href)

    def _values(self, facet: str, statement: Statement) -> Iterator[Mark]:
        """The compared values in a statement, by the facet that is compared."""
        shelf = self.shelf
        if facet == "figure":
            for figure in (shelf.figure[f] for f in statement.figures if f in shelf.figure):
                yield Mark(figure.span, "datum", _qualified(figure))
        elif facet == "date":
            for one in (shelf.date[d] for d in statement.dates if d in shelf.date):
                yield Mark(one.span, "datum", in_words(one.edtf) if one.edtf else "not placed in the calendar")
        elif facet == "label":
            for designation in (shelf.designation[d] for d in statement.designations if d in shelf.designation):
                yield Mark(designation.span, "datum")
        elif facet in ("place", "actor"):
            yield from self._named(facet, statement)

    def _named(self, facet: str, statement: Statement) -> Iterator[Mark]:
        """Names of the kind compared, in the statement."""
        wanted = ("place",) if facet == "place" else ("person", "organisation", "group")
        for mention in self.shelf.mentions.get(statement.document, ()):
            if mention.form == "name" and mention.type in wanted and statement.span.contains(mention.span):
                entity = self.shelf.entity_of_mention(mention.id)
                linked = entity in self.shelf.linked and entity
                yield Mark(mention.span, "datum", href=person_href(linked) if linked else "")


def _context(passage: Passage, span: Span) -> Span:
    """The sentences that a statement lies in, or what stands close around it."""
    holding = [s for s in passage.sentences if s.overlaps(span)]
    whole = Span(min(span.start, holding[0].start), max(span.end, holding[-1].end)) if holding else span
    if whole.length <= LONGEST_CONTEXT:
        return whole
    room = max(0, LONGEST_CONTEXT - span.length) // 2
    return Span(max(whole.start, span.start - room), min(whole.end, span.end + room))


def _qualified(figure: Figure) -> str:
    return " ".join(word for word in (stated(figure), figure.unit or "") if word)
