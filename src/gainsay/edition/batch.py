"""Parts of a comparison: what a worker is given, all of it as it is kept, since several parts wait at a time; and what
it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gainsay.edition.near import Numbers
from gainsay.matters import Relation, Subject, kept_keys, pairs_by_document, relate_pairs
from gainsay.store.comparables import PackedComparables
from gainsay.store.naming import PackedIdentities
from gainsay.store.nearness import unpack_vectors


@dataclass(frozen=True, slots=True)
class Unkeyed:
    """Comparables that are to be given their keys."""

    comparables: PackedComparables
    entity_of: PackedIdentities


@dataclass(frozen=True, slots=True)
class Batch:
    """Some documents, to be compared with one another and with those of greater ids.

    `near` are pairs of statements, by their numbers; `keyed` and `keys` the numbers of comparables, and a key of each.
    """

    documents: frozenset[str]
    comparables: PackedComparables
    entity_of: PackedIdentities
    subjects: Mapping[str, Subject]
    near: Numbers
    vectors: Mapping[str, bytes]
    keyed: Numbers
    keys: Numbers


def get_ready() -> None:
    """Nothing: whoever is asked for it has loaded what comparing takes."""


def find_keys(part: Unkeyed) -> dict[int, list[int]]:
    """The keys of comparables, by the numbers of these."""
    comparables, _ = part.comparables.unpack()
    entity_of = part.entity_of.unpack()
    return {number: kept_keys(one, entity_of) for number, one in comparables.items()}


def relate_batch(batch: Batch) -> list[tuple[int, int, Relation]]:
    """The relations of a batch, each with the numbers of its two comparables."""
    comparables, statements = batch.comparables.unpack()
    near = [(statements[a], statements[b]) for a, b in batch.near.tolist() if a in statements and b in statements]
    keys: dict[str, list[int]] = {}
    for number, key in zip(batch.keyed.tolist(), batch.keys.tolist(), strict=True):
        keys.setdefault(comparables[number].id, []).append(key)
    number_of = {one.id: number for number, one in comparables.items()}
    entity_of = batch.entity_of.unpack()
    pairs = pairs_by_document(comparables.values(), entity_of, near=near, kept=keys, of=batch.documents)
    found = relate_pairs(pairs, entity_of, batch.subjects, lambda d: unpack_vectors(batch.vectors.get(d)))
    return [(number_of[r.a], number_of[r.b], r) for r in found]
