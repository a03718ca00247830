"""Who is meant in documents that were added: the links of all others stand, but where the new names change them.

The database gathers the referents of which the same is told, and nothing is fetched of each but where it changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, get_args, overload

from sqlalchemy import BigInteger, Connection, Text, cast, func, select, type_coerce

from gainsay.annotations.mentions import MentionType
from gainsay.entities.edition import DESCRIBED, Group, described_id, is_described
from gainsay.entities.node import Bearers
from gainsay.store import schema
from gainsay.store.ids import from_stored, numbers, to_stored
from gainsay.store.naming import Link, Renamed, rename
from gainsay.store.packed import Named
from gainsay.store.rows import Row, from_json, to_json
from gainsay.store.writing import among, fetch_rows, fill_wanted

_TYPES = Named(get_args(MentionType))
_ID = 8  # bytes of an id in a list
_R, _E = schema.referents.c, schema.entities.c


class Numbers(Sequence[int]):
    """Numbers as the database lists them, read when they are asked for; mostly how many, or the first, is enough.

    `added` are those among them that are new.
    """

    def __init__(self, listed: str, count: int, first: int | None = None, added: frozenset[int] = frozenset()) -> None:
        self._listed = listed
        self._count = count
        self._read: list[int] | None = None
        self.first = first
        self.added = added

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[int]:
        return iter(self[:])

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if self._read is None:
            self._read = sorted(map(int, self._listed.split(",")))
        return self._read[at]


@dataclass(frozen=True, slots=True)
class Tellings:
    """All who have a name, those of whom the same is told as one, in the order of their first ids. `kept` are the links
    that one referent of each had before, by his id; `fresh` are the referents of new documents, as they are told of.
    """

    bearers: Sequence[Bearers]
    kept: Mapping[int, Link]
    fresh: Mapping[int, tuple[MentionType, str, tuple[str, ...]]]


def load_tellings(connection: Connection, added: Iterable[str]) -> Tellings | None:
    """What is told in an edition to which documents were added; None where an id has another form than ours."""
    numbered = [type_coerce(column, BigInteger) for column in (_R.id, _R.document)]
    last = fetch_rows(connection, select(*map(func.max, numbered)))[0]
    if any(isinstance(value, str) for value in last):
        return None
    told = (_R.type, _R.name, _R.names, _R.descriptions, _R.also)
    size, listed = func.length(_R.mentions), (func.aggregate_strings(cast(c, Text), ",") for c in numbered)
    query = select(*told, func.min(numbered[0]), func.count(), func.sum(size), func.sum(size % _ID), *listed)
    rows = fetch_rows(connection, query.where((_R.names != "[]") | (_R.type == "place")).group_by(*told))
    if any(row[8] for row in rows):
        return None  # mentions with ids of another form
    rows.sort(key=itemgetter(5))
    fill_wanted(connection, numbers(added, "doc"))
    fresh: dict[int, Any] = {}
    new: defaultdict[Row, set[int]] = defaultdict(set)
    for identity, *words in fetch_rows(connection, select(_R.id, *told).where(among(_R.document))):
        kind, name, names, *_ = words
        fresh[identity] = _TYPES[kind], name, _listed(names)
        new[tuple(words)].add(identity)
    bearers = [_bearers(row, frozenset(new.get(tuple(row[:5]), ()))) for row in rows]
    fill_wanted(connection, (n for n in map(_former, bearers) if n is not None))
    links = fetch_rows(connection, select(schema.links).where(among(schema.links.c.referent)))
    return Tellings(bearers, {referent: (entity, reason, score) for referent, entity, reason, score in links}, fresh)


def _bearers(row: Row, added: frozenset[int]) -> Bearers:
    letter, name, names, descriptions, also, first, count, size, _, listed, documents = row
    kind: Any = _TYPES[letter]
    ids: Any = Numbers(listed, count, first, added)
    inside: Any = Numbers(documents, count)
    return Bearers(kind, name, _listed(names), _listed(descriptions), _listed(also), ids, inside, size // _ID)


def _listed(told: str) -> tuple[str, ...]:
    return () if told == "[]" else tuple(from_json(told))


def _former(one: Bearers) -> int | None:
    """One of those who were there before; None where there is none."""
    ids: Any = one.ids
    return ids.first if ids.first not in ids.added else next((each for each in ids if each not in ids.added), None)


def rename_added(connection: Connection, tellings: Tellings, groups: Iterable[Group]) -> Renamed:
    """Make the edition hold these entities of all who have a name, and those of new ones known by description alone."""
    entities: dict[Any, Row] = {}
    links: dict[int, Link] = {}
    before: dict[int, Link] = {}
    for group in groups:
        stored = to_stored(group.id, "entity")
        entities.setdefault(stored, (stored, group.name, group.type, to_json(group.names), group.identifier))
        for members, reason, score in group.links:
            link = (stored, reason, score)
            for one in members:
                ids: Any = one.ids
                former = _former(one)
                kept = None if former is None else tellings.kept.get(former)
                links |= dict.fromkeys(ids.added if kept == link else ids, link)
                if kept is not None and kept != link:
                    before |= {referent: kept for referent in ids if referent not in ids.added}
    for referent, (kind, name, names) in tellings.fresh.items():
        if is_described(kind, names):
            stored = to_stored(described_id(kind, name, from_stored(referent, "referent")), "entity")
            links[referent] = (stored, DESCRIBED, 1.0)
            entities.setdefault(stored, (stored, name, kind, "[]", ""))
    named = (_E.names != "[]") | (_E.type == "place") | (_E.identifier != "")
    return rename(connection, entities, links, before, named)
