"""What of an edition may leave it: everything but what was drawn from documents declared as restricted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sqlalchemy import select

from gainsay.annotations.citations import same_works
from gainsay.edition.contents import Contents, contents
from gainsay.edition.edition import Edition
from gainsay.edition.shown import ShownMatter, show
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Matter
from gainsay.store import schema
from gainsay.store.events import Placed


@dataclass(frozen=True)
class Public:
    """The public part of an edition: its documents by id, in the order of paths; its entities with the names that
    public documents give them; its matters. A matter in which a restricted document speaks is left out whole, since its
    label, reason and counts would tell of it; so is one whose verdict is no more than *unsure*.
    """

    edition: Edition
    documents: dict[str, str]
    entities: list[Entity]
    entity_by_referent: dict[str, str]
    matters: list[Matter]

    @classmethod
    def of(cls, edition: Edition, *, restricted_too: bool = False) -> Public:
        """The public part of this edition; with `restricted_too` all of it, for use that stays on this machine."""
        restricted = set() if restricted_too else _restricted(edition)
        documents = {i: path for i, path in edition.paths.items() if i not in restricted}
        entities = edition.entities()
        if restricted:
            names = {r.id: (r.name, *r.names, *r.also) for r in edition.referents() if r.document in documents}
            entities = [public for entity in entities if (public := _seen(entity, names))]
        by_referent = {link.referent: entity.id for entity in entities for link in entity.links}
        hidden = {s.id for identity in sorted(restricted) for s in edition.statements(identity)}
        matters = [
            m
            for m in edition.matters()
            if m.verdict != "unsure" and not hidden.intersection(s for side in m.sides for s in side.statements)
        ]
        return cls(edition, documents, entities, by_referent, matters)

    def contents(self) -> Iterator[Contents]:
        """The public documents with their records, one at a time, in the order of paths."""
        return contents(self.edition, self)

    @cached_property
    def named(self) -> list[Entity]:
        """The entities that have a name. Of the others the documents only say "a witness", or no more than "they"."""
        return [entity for entity in self.entities if entity.names]

    @cached_property
    def merged_works(self) -> dict[str, str]:
        """From a cited work to the one that it is listed as, where several citations describe one work differently."""
        return same_works(c for one in self.contents() for c in one.citations)

    @cached_property
    def label_matters(self) -> dict[str, str]:
        """By statement, the matter in which the words chosen for an act are held against others."""
        labels = [m for m in reversed(self.matters) if m.facet == "label"]
        return {s: m.id for m in labels for side in m.sides for s in side.statements}

    @cached_property
    def placements(self) -> dict[str, Placed]:
        """The values of dates that are counted from an event which another document dates, by the dates' ids."""
        return self.edition.placements()

    @cached_property
    def shown(self) -> list[ShownMatter]:
        """The matters with the words of their statements."""
        return show(self.edition, self.matters, self.names)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the entities, by id."""
        return {entity.id: entity.name for entity in self.entities}

    def entity(self, referent: str | None) -> str | None:
        """The entity of a referent."""
        return None if referent is None else self.entity_by_referent.get(referent)

    def entities_of(self, referents: Iterable[str]) -> list[str]:
        """The entities of referents, each once."""
        known = self.entity_by_referent
        return list(dict.fromkeys(known[referent] for referent in referents if referent in known))


def _restricted(edition: Edition) -> set[str]:
    c = schema.documents.c
    with edition.store.begin() as connection:
        return set(connection.scalars(select(c.id).where(c.restricted == 1)))


def _seen(entity: Entity, names: dict[str, tuple[str, ...]]) -> Entity | None:
    """The entity as public documents know it; None where they do not."""
    links = tuple(link for link in entity.links if link.referent in names)
    if not links:
        return None
    seen = {name for link in links for name in names[link.referent]}
    kept = tuple(name for name in entity.names if name in seen) or tuple(sorted(seen))
    name = entity.name if entity.name in seen else kept[0]
    return replace(entity, name=name, names=kept if entity.names else (), links=links)
