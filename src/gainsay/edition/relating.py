"""All relations of an edition, found by an engine in batches of documents, so that nobody has to hold it whole.

A batch is some documents, and of the others what shares a block with them or is near in meaning. Each pair is compared
in the batch of the document whose id is less; so what a batch finds depends on no other, and they may be worked on
anywhere, in any order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from sqlalchemy import Connection

from gainsay.edition.near import Near
from gainsay.engines.engine import Engine
from gainsay.errors import EngineError
from gainsay.matters import (
    Akin,
    Comparable,
    Relation,
    SentenceVectors,
    Subject,
    kept_keys,
    pairs_by_document,
    relate_pairs,
)
from gainsay.matters.comparable import EntityOf
from gainsay.store import blocking
from gainsay.store.comparables import load_numbered

AT_ONCE = 20_000  # comparables that are given their keys
DOCUMENTS = 100  # of a batch: fewer load the same neighbours more often, more take more memory


@dataclass(frozen=True, slots=True)
class Batch:
    """What a worker needs to compare some documents with one another, and with those of greater ids."""

    documents: frozenset[str]
    comparables: Mapping[int, Comparable]
    entity_of: EntityOf
    subjects: Mapping[str, Subject]
    near: Sequence[tuple[str, str]]
    vectors: Mapping[str, SentenceVectors]
    keys: Mapping[str, Sequence[int]]


def relate_batch(batch: Batch) -> list[tuple[int, int, Relation]]:
    """What a worker does: the relations, each with the numbers of its two comparables."""
    pairs = pairs_by_document(batch.comparables.values(), batch.entity_of, near=batch.near, kept=batch.keys)
    own = ((document, some) for document, some in pairs if document in batch.documents)
    number = {one.id: number for number, one in batch.comparables.items()}
    found = relate_pairs(own, batch.entity_of, batch.subjects, batch.vectors.__getitem__)
    return [(number[r.a], number[r.b], r) for r in found]


def add_keys(connection: Connection, numbers: Sequence[int], entity_of: EntityOf) -> list[int]:
    """Put comparables into their blocks; returns the keys of these, as they are kept."""
    touched: dict[int, None] = {}
    for at in range(0, len(numbers), AT_ONCE):
        some = load_numbered(connection, numbers[at : at + AT_ONCE])
        keyed = {number: kept_keys(one, entity_of) for number, one in some.items()}
        blocking.add_keys(connection, keyed)
        touched |= dict.fromkeys(key for found in keyed.values() for key in found)
    return list(touched)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition while all of it is compared."""

    connection: Connection
    entity_of: EntityOf
    subjects: Mapping[str, Subject]
    near: Near
    akin: Akin

    def relate_all(self, engine: Engine) -> None:
        """Compare everything with everything that it may bear on, and keep the relations in place of all before."""
        fresh = blocking.load_unkeyed(self.connection)
        for at in range(0, len(fresh), AT_ONCE):
            add_keys(self.connection, fresh[at : at + AT_ONCE], self.entity_of)
        batches = _Batches(self, sorted(self.subjects), blocking.count_crowded(self.connection))
        found: list[Relation] = []
        numbers: dict[str, int] = {}
        for _, outcome in engine.map(relate_batch, batches):
            if outcome.value is None:
                raise EngineError(f"The documents could not be compared: {outcome.problem}")
            for a, b, relation in outcome.value:
                found.append(relation)
                numbers |= {relation.a: a, relation.b: b}
        blocking.replace_relations(self.connection, found, numbers, None)

    def batch(self, documents: Sequence[str], crowded: set[int]) -> Batch:
        """The batch of these documents."""
        akin = {document: self.akin.to(document) for document in documents}
        around = blocking.load_around(self.connection, documents, crowded, akin)
        near, partners = self.near.pairs_from(documents)
        around |= load_numbered(self.connection, partners - around.keys())
        some = list(around.values())
        where = sorted({one.document for one in some})
        named = {r for one in some for r in (*one.referents, *one.voices)}
        return Batch(
            documents=frozenset(documents),
            comparables=around,
            entity_of={referent: self.entity_of[referent] for referent in sorted(named & self.entity_of.keys())},
            subjects={document: self.subjects[document] for document in where},
            near=near,
            vectors={document: self.near.vectors(document) for document in where},
            keys=blocking.load_keys(self.connection, around, crowded),
        )


class _Batches(Sequence[Batch]):
    """The batches of a comparison, each made when it is asked for."""

    def __init__(self, comparison: Comparison, documents: Sequence[str], crowded: set[int]) -> None:
        self._comparison = comparison
        self._parts = [documents[at : at + DOCUMENTS] for at in range(0, len(documents), DOCUMENTS)]
        self._crowded = crowded

    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, at: int) -> Batch: ...

    @overload
    def __getitem__(self, at: slice) -> list[Batch]: ...

    def __getitem__(self, at: int | slice) -> Batch | list[Batch]:
        if isinstance(at, slice):
            return [self._comparison.batch(part, self._crowded) for part in self._parts[at]]
        return self._comparison.batch(self._parts[at], self._crowded)
