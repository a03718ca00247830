"""What of an edition may leave it: everything but what was drawn from documents declared as restricted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from sqlalchemy import select

from gainsay.edition.edition import Edition
from gainsay.edition.shown import ShownMatter, show
from gainsay.entities.entity import Entity
from gainsay.matters.matter import Matter
from gainsay.store import schema


class _OfDocument(Protocol):
    @property
    def document(self) -> str: ...


Record = TypeVar("Record", bound=_OfDocument)


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
        names = {r.id: (r.name, *r.names, *r.also) for r in edition.referents() if r.document in documents}
        entities = [public for entity in edition.entities() if (public := _seen(entity, names, bool(restricted)))]
        by_referent = {link.referent: entity.id for entity in entities for link in entity.links}
        hidden = {s.id for identity in sorted(restricted) for s in edition.statements(identity)}
        matters = [
            m
            for m in edition.matters()
            if m.verdict != "unsure" and not hidden.intersection(s for side in m.sides for s in side.statements)
        ]
        return cls(edition, documents, entities, by_referent, matters)

    def only(self, records: Callable[[str], Iterable[Record]]) -> Iterator[Record]:
        """The records of public documents, document by document."""
        for identity in self.documents:
            yield from records(identity)

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


def _seen(entity: Entity, names: dict[str, tuple[str, ...]], some_restricted: bool) -> Entity | None:
    """The entity as public documents know it; None where they do not."""
    if not some_restricted:
        return entity
    links = tuple(link for link in entity.links if link.referent in names)
    if not links:
        return None
    seen = {name for link in links for name in names[link.referent]}
    kept = tuple(name for name in entity.names if name in seen) or tuple(sorted(seen))
    return replace(entity, name=entity.name if entity.name in seen else kept[0], names=kept, links=links)
