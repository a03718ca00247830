"""Which comparables are worth comparing: those that share a key.

A key joins two telling things of a clause (two rare words, a word and an entity, what is counted and a word), so that
blocks stay small in a large collection. Keys depend on the comparable alone, never on counts over the edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import combinations, product

from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.statements.terms import stem, weight

LARGEST_BLOCK = 48
"""A block beyond this says only that a subject is common: its pairs are left to rarer keys, or the work is quadratic.
"""

TELLING_TERMS = 4
TELLING_ENTITIES = 3
# Below this weight a word stands in one piece of prose in twelve or more, and brings together what has nothing in
# common.
LEAST_TELLING = 2.5


def _hash(*parts: str) -> int:
    return int.from_bytes(blake2b("|".join(parts).encode(), digest_size=8).digest(), "big") >> 1


def _telling(comparable: Comparable) -> list[str]:
    """The rarest words of the clause, ties in text order."""
    ranked = sorted(enumerate(comparable.terms), key=lambda pair: (-weight(pair[1]), pair[0]))
    return [term for _, term in ranked[:TELLING_TERMS] if weight(term) >= LEAST_TELLING]


def keys(comparable: Comparable, entity_of: EntityOf) -> tuple[int, ...]:
    """The block keys of one comparable (63-bit integers, sorted)."""
    return tuple(sorted(set(_keys(comparable, entity_of))))


def _keys(comparable: Comparable, entity_of: EntityOf) -> Iterator[int]:
    kind = comparable.kind
    if kind == "label":
        return  # labels are gathered by what they name, all at once
    words = _telling(comparable)
    named = entities(comparable, entity_of)[:TELLING_ENTITIES]
    if kind == "figure":
        counted = comparable.unit or comparable.head or ""
        for other in (*words, *named, comparable.action or ""):
            if other:
                yield _hash(kind, counted, other)
        if comparable.head:
            yield _hash(kind, counted, "", stem(comparable.head))
        return
    for pair in combinations(sorted(words), 2):
        yield _hash(kind, *pair)
    for word in words[: TELLING_TERMS - 1]:
        for entity in named:
            yield _hash(kind, word, entity)
    if len(comparable.terms) <= 2 and words:
        # A short denial ("We made no concessions") has one telling word to be found by.
        yield _hash(kind, words[0])


def candidate_pairs(
    comparables: Iterable[Comparable],
    entity_of: EntityOf,
    changed: Collection[str] | None = None,
    near: Iterable[tuple[str, str]] = (),
) -> Iterator[tuple[Comparable, Comparable]]:
    """Pairs that share a key of a block no larger than `LARGEST_BLOCK`, and pairs of one kind of statements that are
    `near` (ids of statements); each once, the lesser id first.

    With `changed` (ids) only pairs that hold one of them. `comparables` must then hold every member of the blocks of
    the changed ones.
    """
    ordered = sorted(comparables, key=lambda c: c.id)
    seen: set[tuple[str, str]] = set()
    for a, b in _of_blocks(ordered, entity_of):
        if (a.id, b.id) not in seen and _wanted(a, b, changed):
            seen.add((a.id, b.id))
            yield a, b
    for a, b in _of_statements(ordered, near):
        if (a.id, b.id) not in seen and _wanted(a, b, changed):
            yield a, b


def _wanted(a: Comparable, b: Comparable, changed: Collection[str] | None) -> bool:
    return a.statement != b.statement and (changed is None or a.id in changed or b.id in changed)


def _of_blocks(ordered: Sequence[Comparable], entity_of: EntityOf) -> Iterator[tuple[Comparable, Comparable]]:
    blocks: dict[int, list[Comparable]] = defaultdict(list)
    for comparable in ordered:
        for key in keys(comparable, entity_of):
            blocks[key].append(comparable)
    for key in sorted(blocks):
        if 2 <= len(blocks[key]) <= LARGEST_BLOCK:
            yield from combinations(blocks[key], 2)


def _of_statements(
    ordered: Sequence[Comparable], near: Iterable[tuple[str, str]]
) -> Iterator[tuple[Comparable, Comparable]]:
    """Comparables of one kind of near statements (each pair of statements given once)."""
    of: dict[str, list[Comparable]] = defaultdict(list)
    for comparable in ordered:
        if comparable.kind != "label":
            of[comparable.statement].append(comparable)
    for left, right in near:
        for a, b in product(of.get(left, ()), of.get(right, ())):
            if a.kind == b.kind:
                yield (a, b) if a.id < b.id else (b, a)
