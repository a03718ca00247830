"""What the sources place in the calendar: dates with what is said to have happened then, rival dates beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from gainsay.annotations.dates.date import Date as DateRead
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

LONGEST_MOMENT = 31  # days: what is wider than a month is no moment
MOST_MOMENTS = 150
MOST_ENTRIES = 4  # of one date, each from another document while there are others
MOST_RIVALS = 40

Dating = tuple[int, int]  # the numbers of a statement and of a date in it


class Timeline:
    """Makes the timeline; the statements are ordered by their dates once."""

    def __init__(self, shelf: Shelf, matters: Matters, sources: Sources) -> None:
        self.shelf = shelf
        self.matters = matters
        self.sources = sources
        self.quotes = Quotes(shelf)
        self.document_at = shelf.statements.document_at
        self.at: dict[str, list[Dating]] = defaultdict(list)
        moments = [_moment_of(one) for one in shelf.date.values()]
        for statement, one in shelf.spoken.dated:
            if moments[one]:
                self.at[moments[one]].append((statement, one))
        self.written: dict[str, list[str]] = defaultdict(list)
        for document in shelf.documents.values():
            if document.written and days(document.written):
                self.written[document.written].append(document.id)
        self.rivals = [m for m in shelf.matters if m.facet == "date" and m.verdict in ("conflict", "denial")]
        self.rival_of: dict[int | None, list[Matter]] = defaultdict(list)
        for matter in self.rivals:
            for held in (s for side in matter.sides for s in side.statements):
                self.rival_of[shelf.statements.number(held)].append(matter)
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
        told = [s for s, _ in self.at.get(edtf, ())]
        rival = any(s in self.rival_of for s in told)
        return len(set(map(self.document_at, told))) + len(self.written.get(edtf, ())) + 100 * rival

    def _moment(self, edtf: str) -> Moment:
        found = self.at.get(edtf, [])
        chosen = list(self._apart(found))[:MOST_ENTRIES]
        rival = dict.fromkeys(m.id for s, _ in found for m in self.rival_of.get(s, ()))
        return Moment(
            edtf=edtf,
            when=in_words(edtf),
            entries=tuple(self._dated(s, d) for s, d in chosen),
            written=tuple(source_link(self.shelf, d) for d in self.written.get(edtf, ())),
            rival=tuple(Link(self.shelf.matter[m].label, matter_href(m)) for m in rival),
            more=len({s for s, _ in found}) - len(chosen),
        )

    def _dated(self, number: int, dated: int) -> Dated:
        statement = self.shelf.statements.made(number)
        document = self.shelf.documents[statement.document]
        passage = self.shelf.passage[statement.passage]
        return Dated(
            words=segments(document.text, statement.span, [Mark(self.shelf.date.made(dated).span, "datum")]),
            by=self.quotes.holder(statement).words if statement.attribution else "",
            source=source_link(self.shelf, statement.document, passage.id),
            language=document.language or "",
        )

    def _apart(self, found: Sequence[Dating]) -> Iterator[Dating]:
        """Each statement once, the first of every document before the second of any."""
        rounds: dict[int, list[Dating]] = defaultdict(list)
        times: Counter[str] = Counter()
        seen: set[int] = set()
        for statement, dated in found:
            if statement not in seen:
                seen.add(statement)
                document = self.document_at(statement)
                rounds[times[document]].append((statement, dated))
                times[document] += 1
                if len(rounds[0]) == MOST_ENTRIES:
                    break
        for number in sorted(rounds):
            yield from rounds[number]


def _moment_of(one: DateRead) -> str:
    """The value of a date that is no wider than a moment may be; "" of any other."""
    placed = days(one.edtf) if one.edtf and one.kind in ("point", "range") else None
    return one.edtf if one.edtf and placed and placed[1] - placed[0] <= LONGEST_MOMENT else ""


def _year(edtf: str) -> str:
    placed = days(edtf)
    return str(date.fromordinal(placed[0]).year) if placed else ""
