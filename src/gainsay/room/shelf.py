"""An edition taken from the shelf: its tables loaded once and ordered by document."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import select

from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.review.decision import Reviewed
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Matter
from gainsay.passages.passage import Passage
from gainsay.room.words import in_words
from gainsay.statements.statement import Statement
from gainsay.store import schema
from gainsay.store.address import Address

Record = TypeVar("Record")

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


def by_document(records: Iterable[Record], document: Callable[[Record], str]) -> dict[str, list[Record]]:
    """Records in lists of their documents, order kept."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[document(record)].append(record)
    return found


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
    """Everything that pages are made of, each table read once however many pages there are.

    With `withhold`, restricted documents are left out, with all that rests on them.
    """

    def __init__(self, edition: Edition, *, withhold: bool = True) -> None:
        self.name = edition_title(edition.path)
        every = edition.documents()
        self.documents: dict[str, Document] = {d.id: d for d in every if not (withhold and d.restricted)}
        self.withheld = len(every) - len(self.documents)
        self.passages = by_document(edition.passages(), lambda p: p.document)
        self.passage = {p.id: p for some in self.passages.values() for p in some}
        self.attributions = by_document(edition.attributions(), lambda a: a.document)
        self.mentions = by_document(edition.mentions(), lambda m: m.document)
        self.dates = by_document(edition.dates(), lambda d: d.document)
        self.placements = edition.placements()
        self.figures = by_document(edition.figures(), lambda f: f.document)
        self.citations = by_document(edition.citations(), lambda c: c.document)
        self.designations = by_document(edition.designations(), lambda d: d.document)
        self.damage = edition.damage_of(self.documents)
        self.statements: dict[str, Statement] = {s.id: s for s in edition.statements() if s.document in self.documents}
        self.statements_of = by_document(self.statements.values(), lambda s: s.document)
        self.attribution = {a.id: a for some in self.attributions.values() for a in some}
        self.date = {d.id: d for some in self.dates.values() for d in some}
        self.figure = {f.id: f for some in self.figures.values() for f in some}
        self.designation = {d.id: d for some in self.designations.values() for d in some}
        self.referents = {r.id: r for r in edition.referents()}
        self._take_entities(edition)
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
        with edition.store.begin() as connection:
            self.readers = Counter(connection.scalars(select(schema.documents.c.reader)))
        self._starts = {i: [p.span.start for p in some] for i, some in self.passages.items()}
        self._index_people()

    def _take_entities(self, edition: Edition) -> None:
        """Entities with the names that the documents on the shelf give them."""
        public = Public.of(edition) if self.withheld else None
        self.entities: dict[str, Entity] = {e.id: e for e in (public.entities if public else edition.entities())}
        self.names = {e.id: e.name for e in self.entities.values()}
        self.joins = {k.referent: k for e in self.entities.values() for k in e.links}
        self.entity_of = public.entity_by_referent if public else edition.entity_of()
        self.referent_of_mention = edition.mention_referents()
        self.referent_of_speaker = edition.speaker_referents()

    def _index_people(self) -> None:
        """Who says what, of whom something is said, who is called something, who has a page."""
        self.says = by_document(
            (a for a in self.attribution.values() if a.document in self.documents),
            lambda a: self.speaker_entity(a.id) or "",
        )
        self.of: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            for entity in dict.fromkeys(self.entity_of.get(r, "") for r in statement.referents):
                self.of[entity].append(statement)
        self.called: dict[str, list[str]] = defaultdict(list)
        for document in self.documents:
            for designation in self.designations.get(document, ()):
                for mention in designation.called:
                    self.called[self.entity_of_mention(mention) or ""].append(designation.id)
        self.matters_of: dict[str, list[Matter]] = defaultdict(list)
        for matter in self.matters:
            for entity in matter.entities:
                self.matters_of[entity].append(matter)
        self.linked = {e.id for e in self.entities.values() if self._has_page(e.id)}

    def _has_page(self, entity: str) -> bool:
        known = (self.says, self.called, self.matters_of)
        return any(entity in some for some in known) or len(self.of.get(entity, ())) >= LEAST_STATEMENTS

    def _is_open(self, matter: Matter) -> bool:
        return all(s in self.statements for side in matter.sides for s in side.statements)

    def passage_at(self, document: str, start: int) -> Passage | None:
        """The passage of a document in which a character stands."""
        starts = self._starts.get(document)
        return self.passages[document][max(bisect_right(starts, start) - 1, 0)] if starts else None

    def documents_of(self, entity: str) -> list[str]:
        """The documents that speak of an entity, in the order of its links."""
        links = self.entities[entity].links if entity in self.entities else ()
        referents = (self.referents[k.referent] for k in links if k.referent in self.referents)
        return [d for d in dict.fromkeys(r.document for r in referents) if d in self.documents]

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
        referent = self.referent_of_mention.get(mention)
        return self.entity_of.get(referent) if referent else None

    def speaker_entity(self, attribution: str) -> str | None:
        """The entity that speaks in an attribution, where it is known."""
        referent = self.referent_of_speaker.get(attribution)
        return self.entity_of.get(referent) if referent else None

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
