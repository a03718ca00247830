"""An edition taken from the shelf: its tables loaded once and ordered by document."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import select

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.review.decision import Reviewed
from gainsay.entities.entity import Entity, Referent
from gainsay.matters.matter import Matter
from gainsay.passages.passage import Passage
from gainsay.room.linked import Linked
from gainsay.room.spoken import Spoken
from gainsay.room.words import in_words
from gainsay.statements.statement import Statement
from gainsay.store import schema
from gainsay.store.address import Address
from gainsay.store.events import with_placements
from gainsay.store.held import Held

# Who is only named in passing has no page of his own: these many statements, or words of his, or a matter, make one.
LEAST_STATEMENTS = 2
_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "join": "joined",
    "part": "parted",
    "undo": "undone",
    "add": "added",
}


def edition_title(path: Address) -> str:
    """What an edition is called after its file.

    >>> from pathlib import Path
    >>> edition_title(Path("marrow-bay.gainsay"))
    'Marrow Bay'
    """
    words = path.stem.replace("-", " ").replace("_", " ").strip() or path.stem
    return words.title() if words == words.lower() else words


@contextmanager
def unwatched() -> Iterator[None]:
    """Millions of records are loaded meanwhile, and are not looked through for rubbish again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Shelf:
    """Everything that pages are made of, each table read once however many pages there are; records are made of their
    rows when a page shows them.

    With `withhold`, restricted documents are left out, with all that rests on them.
    """

    def __init__(self, edition: Edition, *, withhold: bool = True) -> None:
        self.name = edition_title(edition.path)
        every = edition.documents()
        self.documents: dict[str, Document] = {d.id: d for d in every if not (withhold and d.restricted)}
        self.withheld = len(every) - len(self.documents)
        self.placements = edition.placements()
        self._take_entities(edition)
        self._take_records(edition)
        self.damage = edition.damage_of(self.documents)
        self.dependences: list[Dependence] = [
            d for d in edition.dependences() if {d.a.document, d.b.document} <= self.documents.keys()
        ]
        self.matters: list[Matter] = [m for m in edition.matters() if self._is_open(m)]
        self.matter = {m.id: m for m in self.matters}
        self.decided = {
            r.record: r for r in self.open_decisions(edition.decisions()) if r.record and r.state != "undone"
        }
        self.unread = [(p.path, p.problem) for p in edition.unread()]
        self.counts = edition.counts()
        self.vocabulary: list[str] | None = None
        """All words of the edition, from the first search on that needs them."""
        self._index_people()

    def _take_entities(self, edition: Edition) -> None:
        """Entities with the names that the documents on the shelf give them."""
        public = Public.of(edition) if self.withheld else None
        self.entities: dict[str, Entity] = {e.id: e for e in (public.entities if public else edition.entities())}
        self.names = {e.id: e.name for e in self.entities.values()}
        self.entity_of = Linked(list(self.entities.values()))

    def _take_records(self, edition: Edition) -> None:
        """The records of the documents, by id and by document."""
        documents, placements = list(self.documents), self.placements
        self.passage = Held(Passage, documents)
        self.attribution = Held(Attribution, documents, "speaker_referent")
        self.mention = Held(Mention, documents, "referent")
        self.date = Held(Date, documents, finish=lambda one: with_placements([one], placements)[0])
        self.figure = Held(Figure, documents)
        self.citation = Held(Citation, documents)
        self.designation = Held(Designation, documents)
        self.statements = Held(Statement, documents)
        self.referents = Held(Referent, documents)
        self.spoken = Spoken(self.attribution, self.statements)
        with edition.store.begin() as connection:
            for held in (self.passage, self.mention, self.date, self.figure, self.citation, self.designation):
                held.fill(connection)
            self.referents.fill(connection)
            self.attribution.fill(connection, self.spoken.attribution)
            self.statements.fill(connection, self.spoken.statement)
            self.judged = connection.scalar(select(schema.judgements.c.number).limit(1)) is not None
            self.readers = Counter(connection.scalars(select(schema.documents.c.reader)))
        self.spoken.settle(self.entity_of, self.date, self.referents)
        self.passages = self.passage.by_document()
        self.attributions = self.attribution.by_document()
        self.mentions = self.mention.by_document()
        self.dates = self.date.by_document()
        self.figures = self.figure.by_document()
        self.citations = self.citation.by_document()
        self.designations = self.designation.by_document()
        self.statements_of = self.statements.by_document()

    def _index_people(self) -> None:
        """Who is called something, who is in which matters, who has a page."""
        self.called: dict[str, list[str]] = defaultdict(list)
        for designation in self.designation.values():
            for mention in designation.called:
                self.called[self.entity_of_mention(mention) or ""].append(designation.id)
        self.matters_of: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.matters:
            for entity in matter.entities:
                self.matters_of[entity].append(matter)
        self.linked = {e.id for e in self.entities.values() if self._has_page(e.id)}

    def _has_page(self, entity: str) -> bool:
        spoken = self.spoken.times_said(entity) > 0 or self.spoken.times_named(entity) >= LEAST_STATEMENTS
        return spoken or entity in self.called or entity in self.matters_of

    def _is_open(self, matter: Matter) -> bool:
        return all(s in self.statements for side in matter.sides for s in side.statements)

    def passage_at(self, document: str, start: int) -> Passage | None:
        """The passage of a document in which a character stands."""
        numbers = self.passage.numbers(document) if document in self.documents else range(0)
        at = bisect_right(numbers, start, key=lambda number: self.passage.made(number).span.start)
        return self.passage.made(numbers[max(at - 1, 0)]) if numbers else None

    def open_decisions(self, log: Sequence[Reviewed]) -> list[Reviewed]:
        """Those in a log that show no words and no names of a document that is kept out."""
        if not self.withheld:
            return list(log)
        known = {d.sha256 for d in self.documents.values()}
        shown: dict[str, Reviewed] = {}
        for one in log:
            target, undone = one.decision.target, one.decision.undoes
            here = undone in shown if undone else target.kind != "entity" or one.record in self.entities
            anchored = bool(target.anchors) or target.kind in ("entity", "decision")
            if here and anchored and all(a.sha256 in known for a in target.anchors):
                shown[one.decision.id] = one
        return list(shown.values())

    def decision_on(self, record: str) -> str:
        """What a person decided about a reading, in words; empty where nobody did."""
        found = self.decided.get(record)
        if found is None or found.state not in ("in force", "waiting"):
            return ""
        one = found.decision
        words = f"{_DONE[one.action]} by {one.by} on {in_words(one.at[:10])}"
        return f"{words}: “{one.reason}”" if one.reason else words

    def entity_of_mention(self, mention: str) -> str | None:
        """The entity that a mention means, where it is known."""
        return self.entity_of.get(self.referent_of_mention(mention))

    def referent_of_mention(self, mention: str) -> str:
        """Who is meant by a mention within its document; "" where that is not known."""
        return self.mention.beside(mention)

    def speaker_entity(self, attribution: str) -> str | None:
        """The entity that speaks in an attribution, where it is known."""
        return self.entity_of.get(self.attribution.beside(attribution))

    def holder_entity(self, statement: Statement) -> str | None:
        """The entity that holds a statement; None for a document's own voice and for somebody nobody names."""
        return self.entity_of.get(statement.holder or "")

    def speaker_name(self, attribution: str) -> str:
        """Who speaks: the entity's name, else the words of the text, else nobody that the text names."""
        entity = self.speaker_entity(attribution)
        if entity in self.entities:
            return self.entities[entity].name
        one = self.attribution[attribution]
        text = self.documents[one.document].text
        return " ".join(" ".join(s.of(text).split()) for s in one.speaker) or "somebody not named"
