"""Who is meant, as it is kept: rows of referents and links past their records, for there are twenty to a document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, get_args

import numpy as np
from sqlalchemy import Connection, delete, select

from gainsay.annotations.mentions import MentionType
from gainsay.entities import Entity
from gainsay.entities.edition import DESCRIBED, Group, described_id, is_described
from gainsay.entities.node import Bearers
from gainsay.store import schema
from gainsay.store.ids import from_stored, to_stored
from gainsay.store.packed import Named
from gainsay.store.rows import Row, from_json, to_json
from gainsay.store.writing import among, fetch_rows, fill_wanted, to_stored_rows, write_stored

Link = tuple[Any, str, float]
"""The entity as it is kept, the reason, the score."""
Links = Mapping[Any, Link]
"""By their referents, as they are kept."""

_TYPES = Named(get_args(MentionType))


class Identities(Mapping[str, str]):
    """From referent id to entity id, in the links as they are kept: in a third of the room."""

    def __init__(self, links: Links) -> None:
        self._links = links

    def __getitem__(self, referent: str) -> str:
        entity: str = from_stored(self._links[to_stored(referent, "referent")][0], "entity")
        return entity

    def __iter__(self) -> Iterator[str]:
        return (from_stored(referent, "referent") for referent in self._links)

    def __len__(self) -> int:
        return len(self._links)

    def of(self, referents: Iterable[str]) -> dict[str, str]:
        """The same for these referents alone, for whoever asks for each many times."""
        return self.packed([to_stored(referent, "referent") for referent in set(referents)]).unpack()

    def packed(self, referents: Iterable[Any]) -> PackedIdentities:
        """The same for these referents, told as they are kept, to be unpacked in another process."""
        found = [(referent, self._links[referent][0]) for referent in referents if referent in self._links]
        plain = all(isinstance(value, int) for pair in found for value in pair)
        values = np.array(found, dtype=np.int64 if plain else object)
        return PackedIdentities(values.reshape(-1, 2))


@dataclass(frozen=True, slots=True, eq=False)
class PackedIdentities:
    """Referents and their entities, as they are kept."""

    pairs: np.ndarray[Any, Any]

    def unpack(self) -> dict[str, str]:
        """From referent id to entity id."""
        entities: dict[Any, str] = {}
        found: dict[str, str] = {}
        for referent, entity in self.pairs.tolist():
            if entity not in entities:
                entities[entity] = from_stored(entity, "entity")
            found[from_stored(referent, "referent")] = entities[entity]
        return found


@dataclass(frozen=True, slots=True)
class Told:
    """The referents of an edition: those under names, each with all that are told of in the same words, and those known
    by description alone (as they are kept, with type and name).
    """

    named: Sequence[Bearers]
    described: Sequence[tuple[int, MentionType, str]]


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is meant, as it is to be kept: entities by their ids, links by their referents."""

    entities: dict[Any, Row] = field(default_factory=dict)
    links: dict[Any, Link] = field(default_factory=dict)

    def moved(self, kept: Links) -> dict[str, str]:
        """The referents that were linked before, and now to another entity; with the one they were linked to."""
        none: Link = (None, "", 0.0)
        found = [(r, link[0]) for r, link in kept.items() if self.links.get(r, none)[0] != link[0]]
        return {from_stored(referent, "referent"): from_stored(entity, "entity") for referent, entity in found}

    def identities(self) -> Identities:
        """The entity of each referent."""
        return Identities(self.links)

    def names(self) -> dict[str, str]:
        """How each entity is called."""
        return {from_stored(entity, "entity"): row[1] for entity, row in self.entities.items()}


def load_told(connection: Connection) -> Told | None:
    """The referents of an edition; None where one has an id of another form than ours."""
    c = schema.referents.c
    rows = fetch_rows(connection, select(c.id, c.document, c.mentions, c.type, c.name, c.names, c.descriptions, c.also))
    if not all(isinstance(row[0], int) for row in rows):
        return None
    rows.sort(key=itemgetter(0))  # to go by the index of ids would take twice as long
    named: dict[Row, Bearers] = {}
    described: list[tuple[int, MentionType, str]] = []
    for identity, document, mentions, *words in rows:
        told = tuple(words)
        one = named.get(told)
        if one is None:
            kind: Any = _TYPES[told[0]]
            names = _listed(told[2])
            if is_described(kind, names):
                described.append((identity, kind, told[1]))
                continue
            descriptions, also = map(_listed, told[3:])
            one = named[told] = Bearers(kind, told[1], names, descriptions, also)
        one.ids.append(identity)
        one.documents.append(document)
        one.mentions += len(mentions) // 8 if len(mentions) % 8 == 0 else len(json.loads(mentions))
    return Told(list(named.values()), described)


def _listed(told: str) -> tuple[str, ...]:
    return () if told == "[]" else tuple(from_json(told))


def load_links(connection: Connection) -> dict[Any, Link]:
    """The links, by their referents, as they are kept."""
    rows = fetch_rows(connection, select(schema.links))
    return {referent: (entity, reason, score) for referent, entity, reason, score in rows}


def naming_of(entities: Sequence[Entity]) -> Naming:
    """These entities, as they are to be kept."""
    found = Naming()
    for row in to_stored_rows(
        schema.entities, ((e.id, e.name, e.type, to_json(e.names), e.identifier) for e in entities)
    ):
        found.entities.setdefault(row[0], row)
    for entity in entities:
        stored = to_stored(entity.id, "entity")
        for link in entity.links:
            found.links.setdefault(to_stored(link.referent, "referent"), (stored, link.reason, link.score))
    return found


def naming_of_groups(groups: Iterator[Group], told: Told, kept: Links) -> Naming:
    """The same from groups, and of those known by description alone, whose entities of before (`kept`) stay."""
    found = Naming()
    for group in groups:
        stored = to_stored(group.id, "entity")
        found.entities.setdefault(stored, (stored, group.name, group.type, to_json(group.names), group.identifier))
        for ids, reason, score in group.links:
            found.links.update(dict.fromkeys(ids, (stored, reason, score)))
    for referent, kind, name in told.described:
        link = kept.get(referent)
        if link is None or link[1] != DESCRIBED:
            stored = to_stored(described_id(kind, name, from_stored(referent, "referent")), "entity")
            link = (stored, DESCRIBED, 1.0)
        found.links[referent] = link
        found.entities.setdefault(link[0], (link[0], name, kind, "[]", ""))
    return found


def replace_naming(connection: Connection, naming: Naming, kept: Links) -> list[str]:
    """Make the edition hold these entities and links, writing only what differs from what is `kept`; the entities that
    have another name than before.
    """
    entities = {row[0]: row for row in fetch_rows(connection, select(schema.entities))}
    _write(connection, schema.entities.c.id, naming.entities, entities)
    links = {referent: (referent, *link) for referent, link in naming.links.items() if kept.get(referent) != link}
    gone = kept.keys() - naming.links.keys()
    _write(
        connection, schema.links.c.referent, links, {r: (r, *kept[r]) for r in {*gone, *(links.keys() & kept.keys())}}
    )
    named = ((identity, row[1], naming.entities.get(identity, row)[1]) for identity, row in entities.items())
    return [from_stored(identity, "entity") for identity, was, name in named if was != name]


def _write(connection: Connection, key: Any, new: Mapping[Any, Row], old: Mapping[Any, Row]) -> None:
    gone = [identity for identity, row in old.items() if new.get(identity) != row]
    if gone:
        fill_wanted(connection, gone)
        connection.execute(delete(key.table).where(among(key)))
    write_stored(connection, key.table, [row for identity, row in new.items() if old.get(identity) != row])
