"""An edition taken from the shelf: its tables loaded once and ordered by document, restricted documents left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.matters.matter import Matter
from gainsay.statements.statement import Statement

Record = TypeVar("Record")


def by_document(records: Iterable[Record], document: Callable[[Record], str]) -> dict[str, list[Record]]:
    """Records in lists of their documents, order kept."""
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[document(record)].append(record)
    return found


class Shelf:
    """Everything that pages are made of, each table read once however many pages there are."""

    def __init__(self, edition: Edition) -> None:
        self.name = edition.path.stem
        every = edition.documents()
        self.documents: dict[str, Document] = {d.id: d for d in every if not d.restricted}
        self.withheld = len(every) - len(self.documents)
        self.passages = by_document(edition.passages(), lambda p: p.document)
        self.attributions = by_document(edition.attributions(), lambda a: a.document)
        self.mentions = by_document(edition.mentions(), lambda m: m.document)
        self.dates = by_document(edition.dates(), lambda d: d.document)
        self.figures = by_document(edition.figures(), lambda f: f.document)
        self.citations = by_document(edition.citations(), lambda c: c.document)
        self.designations = by_document(edition.designations(), lambda d: d.document)
        self.damage = {i: edition.damage(i) for i in self.documents}
        self.statements: dict[str, Statement] = {s.id: s for s in edition.statements() if s.document in self.documents}
        self.statements_of = by_document(self.statements.values(), lambda s: s.document)
        self.attribution = {a.id: a for some in self.attributions.values() for a in some}
        self.entities = {e.id: e for e in edition.entities()}
        self.entity_of = edition.entity_of()
        self.referent_of_mention = edition.mention_referents()
        self.referent_of_speaker = edition.speaker_referents()
        self.dependences: list[Dependence] = [
            d for d in edition.dependences() if {d.a.document, d.b.document} <= self.documents.keys()
        ]
        self.matters: list[Matter] = [m for m in edition.matters() if self._is_open(m)]
        self.unread = [(p.path, p.problem) for p in edition.unread()]
        self.counts = edition.counts()

    def _is_open(self, matter: Matter) -> bool:
        return all(s in self.statements for side in matter.sides for s in side.statements)

    def entity_of_mention(self, mention: str) -> str | None:
        """The entity that a mention means, where it is known."""
        referent = self.referent_of_mention.get(mention)
        return self.entity_of.get(referent) if referent else None

    def speaker_entity(self, attribution: str) -> str | None:
        """The entity that speaks in an attribution, where it is known."""
        referent = self.referent_of_speaker.get(attribution)
        return self.entity_of.get(referent) if referent else None

    def speaker_name(self, attribution: str) -> str:
        """Who speaks: the entity's name, else the words of the text, else nobody that the text names."""
        entity = self.speaker_entity(attribution)
        if entity in self.entities:
            return self.entities[entity].name
        one = self.attribution[attribution]
        text = self.documents[one.document].text
        return " ".join(" ".join(s.of(text).split()) for s in one.speaker) or "somebody not named"
