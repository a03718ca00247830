"""All relations of an edition, found by an engine in batches of documents, so that nobody has to hold it whole.

A batch is some documents, and of the others what shares a block with them or is near in meaning. Each pair is compared
in the batch of the document whose id is less; so what a batch finds depends on no other, and they may be worked on
anywhere, in any order.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

import numpy as np
from sqlalchemy import Connection

from gainsay.edition.batch import Batch, Unkeyed, find_keys, relate_batch
from gainsay.edition.near import Near
from gainsay.engines.engine import Engine
from gainsay.errors import EngineError
from gainsay.matters import Akin, Relation, Subject, kept_keys
from gainsay.store import blocking, keyed
from gainsay.store.blocks import Blocks, load_blocks
from gainsay.store.comparables import load_numbered, load_packed
from gainsay.store.comparison import load_referents
from gainsay.store.naming import Identities, PackedIdentities
from gainsay.store.nearness import load_packed_vectors

Part = TypeVar("Part")
Found = TypeVar("Found")

AT_ONCE = 5_000  # comparables that are given their keys
DOCUMENTS = 64  # of a batch: fewer load the same neighbours more often, more take more memory
FEWEST = 25  # of a batch, where there are several
BATCHES = 4  # at least, where there is enough for them: the first compare the most, so two processes end together


def add_keys(connection: Connection, numbers: Sequence[int], entity_of: Identities) -> list[int]:
    """Put comparables into their blocks; returns the keys of these, as they are kept."""
    comparables = load_numbered(connection, numbers)
    entity_of.look_up(r for one in comparables.values() for r in (*one.referents, *one.voices))
    keys = {number: kept_keys(one, entity_of) for number, one in comparables.items()}
    keyed.add_keys(connection, keys)
    return list(dict.fromkeys(key for some in keys.values() for key in some))


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition while all of it is compared."""

    connection: Connection
    entity_of: Identities
    subjects: Mapping[str, Subject]
    near: Near
    akin: Akin

    def relate_all(self, engine: Engine) -> None:
        """Compare everything with everything that it may bear on, and keep the relations in place of all before."""
        for keys in _worked(engine, find_keys, _Parts(keyed.load_unkeyed(self.connection), AT_ONCE, self.unkeyed)):
            keyed.add_keys(self.connection, keys)
        blocking.count_crowded(self.connection)
        documents = sorted(self.subjects)
        blocks = load_blocks(self.connection, documents)
        found: list[Relation] = []
        numbers: dict[str, int] = {}
        size = min(DOCUMENTS, max(FEWEST, math.ceil(len(documents) / BATCHES)))
        batches = _Parts(range(len(documents)), size, lambda places: self.batch(places, documents, blocks))
        for related in _worked(engine, relate_batch, batches):
            for a, b, relation in related:
                found.append(relation)
                numbers |= {relation.a: a, relation.b: b}
        blocking.replace_relations(self.connection, found, numbers, None)

    def unkeyed(self, numbers: Sequence[int]) -> Unkeyed:
        """These comparables."""
        packed = load_packed(self.connection, numbers)
        return Unkeyed(packed, self._entity_of(packed.texts))

    def batch(self, places: Sequence[int], documents: Sequence[str], blocks: Blocks) -> Batch:
        """The batch of the documents at these places, one after the other, among all."""
        own = [documents[place] for place in places]
        near, partners = self.near.pairs_from(own)
        akin = np.stack([self.akin.to(document) for document in own])
        around = blocks.around(places[0], places[-1] + 1, akin)
        around = np.union1d(around, np.searchsorted(blocks.numbers, sorted(partners)).astype(np.int64))
        packed = load_packed(self.connection, blocks.numbers[around].tolist())
        where = sorted(packed.texts)
        owners, keys = blocks.keys_of(around)
        return Batch(
            documents=frozenset(own),
            comparables=packed,
            entity_of=self._entity_of(where),
            subjects={document: self.subjects[document] for document in where},
            near=near,
            vectors=load_packed_vectors(self.connection, where),
            keyed=owners,
            keys=keys,
        )

    def _entity_of(self, documents: Iterable[str]) -> PackedIdentities:
        """Of the referents of these documents."""
        return self.entity_of.packed(load_referents(self.connection, documents))


def _worked(engine: Engine, function: Callable[[Part], Found], parts: Sequence[Part]) -> Iterator[Found]:
    for _, outcome in engine.map(function, parts):
        if outcome.value is None:
            raise EngineError(f"The documents could not be compared: {outcome.problem}")
        yield outcome.value


class _Parts(Sequence[Part], Generic[Part]):
    """The parts of some work, each made of so many of the items when it is asked for."""

    def __init__(self, items: Sequence[int], size: int, make: Callable[[Sequence[int]], Part]) -> None:
        self._parts = [items[at : at + size] for at in range(0, len(items), size)]
        self._make = make

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, at: int) -> Part: ...

    @overload
    def __getitem__(self, at: slice) -> list[Part]: ...

    def __getitem__(self, at: int | slice) -> Part | list[Part]:
        if isinstance(at, slice):
            return [self._make(part) for part in self._parts[at]]
        return self._make(self._parts[at])
