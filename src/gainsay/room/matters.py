"""Matters as pages and as rows of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from gainsay.annotations.figures import Figure
from gainsay.matters.matter import Matter, Side
from gainsay.passages.passage import Passage
from gainsay.room.context import Line, Link, MatterView, Quote, SideView, Witness
from gainsay.room.lines import number_line, time_line
from gainsay.room.markup import Mark, segments
from gainsay.room.naming import matter_href, passage_href, person_href, short_title, source_href
from gainsay.room.shelf import Shelf
from gainsay.spans import Span
from gainsay.statements.statement import Statement

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_HOLDERS = 4
# A sentence longer than this (a page without a full stop) is shown from around the statement only.
LONGEST_CONTEXT = 700


class Matters:
    """Makes views of matters from what stands on the shelf; `linked` are the entities that have a page."""

    def __init__(self, shelf: Shelf, linked: Set[str]) -> None:
        self.shelf = shelf
        self.linked = linked
        self.passage = {p.id: p for some in shelf.passages.values() for p in some}
        self.dates = {d.id: d for some in shelf.dates.values() for d in some}
        self.figures = {f.id: f for some in shelf.figures.values() for f in some}
        self.designations = {d.id: d for some in shelf.designations.values() for d in some}

    def views(self) -> Iterator[MatterView]:
        """All matters in the order of the edition, the sharpest first."""
        for matter in self.shelf.matters:
            yield self.view(matter)

    def view(self, matter: Matter) -> MatterView:
        """One matter with its sides, its witnesses and, where one helps, a picture."""
        w = matter.witnesses
        return MatterView(
            id=matter.id,
            href=matter_href(matter.id),
            label=matter.label,
            verdict=matter.verdict,
            facet=matter.facet or "",
            when=matter.when or "",
            reason=matter.reason,
            documents=w.documents,
            independent=w.independent,
            undetermined=w.undetermined,
            sides=tuple(self._side(matter, k, side) for k, side in enumerate(matter.sides)),
            witnesses=tuple(self._witnesses(matter)),
            people=tuple(
                Link(self.shelf.entities[e].name, person_href(e)) for e in matter.entities if e in self.linked
            ),
            line=self._line(matter),
        )

    def _side(self, matter: Matter, number: int, side: Side) -> SideView:
        quotes = tuple(self._quote(matter, self.shelf.statements[s]) for s in side.statements)
        holders = list(dict.fromkeys(q.chain[-1] for q in quotes))
        more = len(holders) - MOST_HOLDERS
        shown = ", ".join(holders[:MOST_HOLDERS]) + (f" and {more} more" if more > 0 else "")
        return SideView(LETTERS[number % 26], " ".join(side.position.split()), shown, quotes)

    def _quote(self, matter: Matter, statement: Statement) -> Quote:
        document = self.shelf.documents[statement.document]
        around = _context(self.passage[statement.passage], statement.span)
        marks = [Mark(statement.span, "claim"), *self._values(matter, statement)]
        return Quote(
            segments=segments(document.text, around, marks),
            chain=self._chain(statement),
            source=Link(short_title(document), passage_href(document.id, statement.passage)),
            when=statement.said or statement.written or "",
            own_voice=not statement.attribution,
            language=document.language or "",
        )

    def _chain(self, statement: Statement) -> tuple[str, ...]:
        speakers = (self.shelf.speaker_name(a) for a in statement.attribution)
        return (short_title(self.shelf.documents[statement.document]), *speakers)

    def _values(self, matter: Matter, statement: Statement) -> Iterator[Mark]:
        """The compared values in a statement, by the facet that is compared."""
        if matter.facet == "figure":
            for figure in (self.figures[f] for f in statement.figures):
                yield Mark(figure.span, "datum", _qualified(figure))
        elif matter.facet == "date":
            for one in (self.dates[d] for d in statement.dates):
                yield Mark(one.span, "datum", one.edtf or "not placed in the calendar")
        elif matter.facet == "label":
            for designation in (self.designations[d] for d in statement.designations):
                yield Mark(designation.span, "datum")

    def _witnesses(self, matter: Matter) -> Iterator[Witness]:
        groups = matter.witnesses.groups
        shown = len(groups) > 0 and matter.witnesses.independent == len(groups)
        for members, reason in groups:
            documents = dict.fromkeys(self.shelf.statements[s].document for s in members)
            links = (Link(short_title(self.shelf.documents[d]), source_href(d)) for d in documents)
            yield Witness(tuple(links), reason, shown)

    def _line(self, matter: Matter) -> Line | None:
        firsts = [
            (LETTERS[k % 26], side, self.shelf.statements[side.statements[0]]) for k, side in enumerate(matter.sides)
        ]
        if matter.facet == "figure":
            pairs = ((letter, self._figure_of(side, s)) for letter, side, s in firsts)
            return number_line([(letter, figure) for letter, figure in pairs if figure is not None])
        if matter.facet == "date":
            return time_line([row for letter, side, s in firsts for row in self._dated(letter, side, s)])
        return None

    def _figure_of(self, side: Side, statement: Statement) -> Figure | None:
        """The figure that the position words hold."""
        text = self.shelf.documents[statement.document].text
        figures = [self.figures[f] for f in statement.figures]
        return next((f for f in figures if f.span.of(text) in side.position), None)

    def _dated(self, letter: str, side: Side, statement: Statement) -> Iterator[tuple[str, str, str]]:
        text = self.shelf.documents[statement.document].text
        for one in (self.dates[d] for d in statement.dates):
            if one.edtf and one.span.of(text) in side.position:
                yield letter, " ".join(one.span.of(text).split()), one.edtf


def _context(passage: Passage, span: Span) -> Span:
    """The sentences that a statement lies in, or what stands close around it."""
    holding: Sequence[Span] = [s for s in passage.sentences if s.overlaps(span)]
    whole = Span(min(span.start, holding[0].start), max(span.end, holding[-1].end)) if holding else span
    if whole.length <= LONGEST_CONTEXT:
        return whole
    room = max(0, LONGEST_CONTEXT - span.length) // 2
    return Span(max(whole.start, span.start - room), min(whole.end, span.end + room))


def _qualified(figure: Figure) -> str:
    words = [figure.qualifier or "", str(figure.value), figure.unit or ""]
    return " ".join(word for word in words if word)
