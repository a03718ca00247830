"""What the sources place in the calendar: dates with what is said to have happened then, rival dates beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from gainsay.matters.matter import Matter
from gainsay.room.context import Dated, Link, Moment, Option, Strip, TimelinePage
from gainsay.room.lines import days, in_time
from gainsay.room.markup import Mark, segments
from gainsay.room.matters import Matters
from gainsay.room.naming import matter_href, source_link
from gainsay.room.quotes import Quotes
from gainsay.room.shelf import Shelf
from gainsay.room.sources import Sources
from gainsay.room.strip import strip
from gainsay.room.words import in_words
from gainsay.statements.statement import Statement

LONGEST_MOMENT = 31  # days: what is wider than a month is no moment
MOST_MOMENTS = 150
MOST_ENTRIES = 4  # of one date, each from another document while there are others
MOST_RIVALS = 40


class Timeline:
    """Makes the timeline; the statements are ordered by their dates once."""

    def __init__(self, shelf: Shelf, matters: Matters, sources: Sources) -> None:
        self.shelf = shelf
        self.matters = matters
        self.sources = sources
        self.quotes = Quotes(shelf)
        self.at: dict[str, list[tuple[Statement, str]]] = defaultdict(list)
        for statement in shelf.statements.values():
            for one in (shelf.date[d] for d in statement.dates if d in shelf.date):
                placed = days(one.edtf) if one.edtf and one.kind in ("point", "range") else None
                if one.edtf and placed and placed[1] - placed[0] <= LONGEST_MOMENT:
                    self.at[one.edtf].append((statement, one.id))
        self.written: dict[str, list[str]] = defaultdict(list)
        for document in shelf.documents.values():
            if document.written and days(document.written):
                self.written[document.written].append(document.id)
        self.rivals = [m for m in shelf.matters if m.facet == "date" and m.verdict in ("conflict", "denial")]
        self.rival_of: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.rivals:
            for held in (s for side in matter.sides for s in side.statements):
                self.rival_of[held].append(matter)
        self.ordered = sorted({*self.at, *self.written}, key=in_time)
        self.years = Counter(_year(edtf) for edtf in self.ordered)

    def page(self, year: str = "", most: int = MOST_MOMENTS) -> TimelinePage:
        """The dates of a year; without one, those of which the most sources speak."""
        chosen = [e for e in self.ordered if _year(e) == year] if year else self.ordered
        if len(chosen) > most:
            ranked = sorted(chosen, key=lambda e: (-self._weight(e), in_time(e)))
            chosen = sorted(ranked[:most], key=in_time)
        return TimelinePage(
            strip=self._strip,
            years=tuple(Option(y, y, n, y == year) for y, n in sorted(self.years.items())),
            year=year,
            total=self.years[year] if year else len(self.ordered),
            moments=tuple(self._moment(edtf) for edtf in chosen),
            rivals=self.matters.rows(self.rivals[:MOST_RIVALS]),
        )

    @cached_property
    def _strip(self) -> Strip | None:
        disputed = [m.when for m in self.rivals if m.when]
        return strip([c.edtf for c in self.sources.cards.values() if c.edtf], disputed)

    def _weight(self, edtf: str) -> int:
        """How many sources speak of a date; a disputed one is worth more than any."""
        rival = any(s.id in self.rival_of for s, _ in self.at.get(edtf, ()))
        return len({s.document for s, _ in self.at.get(edtf, ())}) + len(self.written.get(edtf, ())) + 100 * rival

    def _moment(self, edtf: str) -> Moment:
        found = self.at.get(edtf, [])
        chosen = list(_apart(found))[:MOST_ENTRIES]
        rival = dict.fromkeys(m.id for s, _ in found for m in self.rival_of.get(s.id, ()))
        return Moment(
            edtf=edtf,
            when=in_words(edtf),
            entries=tuple(self._dated(s, d) for s, d in chosen),
            written=tuple(source_link(self.shelf, d) for d in self.written.get(edtf, ())),
            rival=tuple(Link(self.shelf.matter[m].label, matter_href(m)) for m in rival),
            more=len({s.id for s, _ in found}) - len(chosen),
        )

    def _dated(self, statement: Statement, dated: str) -> Dated:
        document = self.shelf.documents[statement.document]
        passage = self.shelf.passage[statement.passage]
        return Dated(
            words=segments(document.text, statement.span, [Mark(self.shelf.date[dated].span, "datum")]),
            by=self.quotes.holder(statement).words if statement.attribution else "",
            source=source_link(self.shelf, statement.document, passage.id),
            language=document.language or "",
        )


def _apart(found: Sequence[tuple[Statement, str]]) -> Iterator[tuple[Statement, str]]:
    """Each statement once, the first of every document before the second of any."""
    rounds: dict[int, list[tuple[Statement, str]]] = defaultdict(list)
    times: Counter[str] = Counter()
    seen: set[str] = set()
    for statement, dated in found:
        if statement.id not in seen:
            seen.add(statement.id)
            rounds[times[statement.document]].append((statement, dated))
            times[statement.document] += 1
    for number in sorted(rounds):
        yield from rounds[number]


def _year(edtf: str) -> str:
    placed = days(edtf)
    return str(date.fromordinal(placed[0]).year) if placed else ""
