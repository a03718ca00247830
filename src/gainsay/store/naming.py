"""Who is meant, as it is kept: rows of referents and links past their records, for there are twenty to a document."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, get_args

import numpy as np
from sqlalchemy import ColumnElement, Connection, delete, select

from gainsay.annotations.mentions import MentionType
from gainsay.entities import Entity
from gainsay.entities.edition import DESCRIBED, Group, described_id, is_described
from gainsay.entities.node import Bearers
from gainsay.store import schema
from gainsay.store.ids import from_stored, numbers, to_stored
from gainsay.store.packed import Named
from gainsay.store.rows import Row, from_json, to_json
from gainsay.store.writing import among, fetch_rows, fill_wanted, to_stored_rows, write_stored

Link = tuple[Any, str, float]
"""The entity as it is kept, the reason, the score."""
Links = Mapping[Any, Link]
"""By their referents, as they are kept."""

_TYPES = Named(get_args(MentionType))


class StoredLinks(Mapping[Any, Link]):
    """The links of an edition, fetched when they are asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Any, Link | None] = {}

    def look_up(self, referents: Iterable[Any]) -> None:
        """Fetch those of these referents at once."""
        wanted = set(referents) - self._known.keys()
        fill_wanted(self._connection, wanted)
        found = fetch_rows(self._connection, select(schema.links).where(among(schema.links.c.referent)))
        self._known |= dict.fromkeys(wanted) | {referent: tuple(link) for referent, *link in found}

    def __getitem__(self, referent: Any) -> Link:
        if referent not in self._known:
            self.look_up([referent])
        link = self._known[referent]
        if link is None:
            raise KeyError(referent)
        return link

    def __iter__(self) -> Iterator[Any]:
        return iter(load_links(self._connection))

    def __len__(self) -> int:
        return len(load_links(self._connection))


class Identities(Mapping[str, str]):
    """From referent id to entity id, in the links as they are kept: in a third of the room."""

    def __init__(self, links: Links) -> None:
        self._links = links

    def look_up(self, referents: Iterable[str]) -> None:
        """These will be asked for, one by one."""
        if isinstance(self._links, StoredLinks):
            self._links.look_up(numbers(referents, "referent"))

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
        referents = list(referents)
        if isinstance(self._links, StoredLinks):
            self._links.look_up(referents)
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
class Renamed:
    """The referents that belonged to another entity before, with that one; and the entities that have another name."""

    moved: Mapping[str, str]
    entities: Collection[str]


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

    def identities(self) -> Identities:
        """The entity of each referent."""
        return Identities(self.links)


def load_names(connection: Connection) -> dict[str, str]:
    """How each entity is called."""
    rows = fetch_rows(connection, select(schema.entities.c.id, schema.entities.c.name))
    return {from_stored(entity, "entity"): name for entity, name in rows}


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
        for members, reason, score in group.links:
            found.links.update(dict.fromkeys((i for one in members for i in one.ids), (stored, reason, score)))
    for referent, kind, name in told.described:
        link = kept.get(referent)
        if link is None or link[1] != DESCRIBED:
            stored = to_stored(described_id(kind, name, from_stored(referent, "referent")), "entity")
            link = (stored, DESCRIBED, 1.0)
        found.links[referent] = link
        found.entities.setdefault(link[0], (link[0], name, kind, "[]", ""))
    return found


def replace_naming(connection: Connection, naming: Naming, kept: Links) -> Renamed:
    """Make the edition hold these entities and links, writing only what differs from what is `kept`."""
    links = {referent: link for referent, link in naming.links.items() if kept.get(referent) != link}
    gone = {*(kept.keys() - naming.links.keys()), *(links.keys() & kept.keys())}
    return rename(connection, naming.entities, links, {referent: kept[referent] for referent in gone})


def rename(
    connection: Connection, entities: Mapping[Any, Row], links: Links, before: Links, *of: ColumnElement[bool]
) -> Renamed:
    """Write links in the place of those that were there `before`, and entities in the place of all, or of some."""
    _write(connection, schema.links.c.referent, _rows(links), _rows(before))
    held = {row[0]: row for row in fetch_rows(connection, select(schema.entities).where(*of))}
    _write(connection, schema.entities.c.id, entities, held)
    named = {one: entities.get(one, row)[1] for one, row in held.items()}
    others = {from_stored(one, "entity") for one, name in named.items() if name != held[one][1]}
    return Renamed(moved(links, before), others)


def moved(links: Links, before: Links) -> dict[str, str]:
    """The referents that were linked `before`, and to another entity, with that one."""
    none: Link = (None, "", 0.0)
    found = [(referent, link[0]) for referent, link in before.items() if links.get(referent, none)[0] != link[0]]
    return {from_stored(referent, "referent"): from_stored(entity, "entity") for referent, entity in found}


def _rows(links: Links) -> dict[Any, Row]:
    return {referent: (referent, *link) for referent, link in links.items()}


def _write(connection: Connection, key: Any, new: Mapping[Any, Row], old: Mapping[Any, Row]) -> None:
    gone = [identity for identity, row in old.items() if new.get(identity) != row]
    if gone:
        fill_wanted(connection, gone)
        connection.execute(delete(key.table).where(among(key)))
    write_stored(connection, key.table, [row for identity, row in new.items() if old.get(identity) != row])
