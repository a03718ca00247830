"""What an edition has on a question besides matters and statements: names, changed words, shared words, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gainsay.edition.asking import Answer
from gainsay.edition.asking import Tie as Shared
from gainsay.edition.namings import Named as Called
from gainsay.edition.namings import Naming as Chosen
from gainsay.edition.sayings import Saying as Said
from gainsay.edition.sayings import Turn
from gainsay.room.context import Link, Named, Naming, Saying, Tie
from gainsay.room.naming import clipped, compare_href, entity_link, short_title, source_link
from gainsay.room.shelf import Shelf
from gainsay.room.words import in_words, reason_in_words

MOST_NAMINGS = 12
MOST_SAYINGS = 60
MOST_TIES = 20
LONGEST = 600  # characters of a saying


class Asked:
    """Makes views of what an answer holds."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._by_path = {d.path: d.id for d in shelf.documents.values()}

    def named(self, rows: Iterable[Called], most: int | None = MOST_NAMINGS) -> Iterator[Named]:
        """Who calls whom, or which act, what; of each so many namings."""
        for one in rows:
            party = one.entities[0] if one.kind == "party" and one.entities else ""
            href = entity_link(self.shelf, party).href if party in self.shelf.entities else ""
            yield Named(Link(one.name, href), tuple(map(self._naming, one.namings[:most])), self._clashes(one))

    def _naming(self, one: Chosen) -> Naming:
        place = one.places[0]
        by = short_title(self.shelf.documents[place.document]) if one.own else one.by
        leaning = "" if one.leaning == "plain" else one.leaning
        source = source_link(self.shelf, place.document, self._anchor(place.document, place.span.start))
        return Naming(one.words, by, leaning, one.times, source)

    def _clashes(self, one: Called) -> tuple[str, ...]:
        pairs = ((one.namings[c.first], one.namings[c.second]) for c in one.clashes[:MOST_NAMINGS])
        shown = ((self._naming(a), self._naming(b)) for a, b in pairs)
        return tuple(f"“{a.words}” ({a.by}) against “{b.words}” ({b.by})" for a, b in shown)

    def sayings(self, answer: Answer) -> Iterator[Saying]:
        """What was said through time, with the words that were chosen before where they turned."""
        turns = {t.later: t for t in answer.turns}
        for number, one in enumerate(answer.sayings[:MOST_SAYINGS]):
            yield self._saying(one, turns.get(number), answer)

    def _saying(self, one: Said, turn: Turn | None, answer: Answer) -> Saying:
        words = " … ".join(" ".join(w.split()) for w in one.words)
        when = answer.sayings[turn.earlier].when if turn else None
        return Saying(
            of=False,
            words=words[:LONGEST],
            by=(source_link(self.shelf, one.document),),
            stance="" if one.stance == "asserts" else one.stance,
            when=in_words(one.when) if one.when else "",
            edtf=one.when or "",
            source=source_link(self.shelf, one.document, one.attribution),
            language=self.shelf.documents[one.document].language or "",
            cut=len(words) > LONGEST,
            turned=f"here “{turn.after}”; before ({in_words(when or '')}) “{turn.before}”" if turn else "",
        )

    def ties(self, answer: Answer) -> Iterator[Tie]:
        """Which of the documents asked about are one witness, as far as they share words."""
        for one in answer.ties[:MOST_TIES]:
            yield self._tie(one)

    def _tie(self, one: Shared) -> Tie:
        a, b = self._by_path[one.a], self._by_path[one.b]
        first, second = (clipped(short_title(self.shelf.documents[d]), 60) for d in (a, b))
        stretches = f"{one.stretches} stretch{'es' * (one.stretches != 1)}, {one.words} words"
        words = f"{first} and {second} share {stretches}; there they are one witness"
        return Tie(words, reason_in_words(one.reason), compare_href(a, b))

    def asked(self, answer: Answer) -> tuple[Link, ...]:
        """The documents asked about."""
        return tuple(source_link(self.shelf, self._by_path[path]) for path in answer.asked if path in self._by_path)

    def _anchor(self, document: str, start: int) -> str:
        passage = self.shelf.passage_at(document, start)
        return passage.id if passage else ""
