"""Which comparables are worth comparing: those that share a key.

A key joins two telling things of a clause (two rare words, a word and an entity, what is counted and a word), so that
blocks stay small in a large collection. Keys depend on the comparable alone, never on counts over the edition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations, product
from typing import Any

import numpy as np

from gainsay.matters.clauses import doings
from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.clauses.things import kinds_of
from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.facets import denied, ending, evaluation, figure, grade, refused, schedule
from gainsay.matters.facets.counted import category
from gainsay.statements.terms import stem, weight

Pair = tuple[Comparable, Comparable]
Numbers = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]

LARGEST_BLOCK = 48
"""A block beyond this says only that a subject is common: its pairs are left to rarer keys, or the work is quadratic.
"""
BESIDE = 80
"""Claims of a text that follow another: where two voices of one text disagree, they mostly do so within some pages."""

KEY_BYTES = 4
"""Of a key as it is kept: its last 31 bits. Where two clash, two blocks are one, and what meets there is compared
without need: of ten million keys one in two hundred."""

TELLING_TERMS = 4
TELLING_ENTITIES = 3
# Below this weight a word stands in one piece of prose in twelve or more, and brings together what has nothing in
# common.
LEAST_TELLING = 2.5


# What is denied of something must tell more of it.
LEAST_DENIED = 3.0


def _hash(*parts: str) -> int:
    return int.from_bytes(blake2b("|".join(parts).encode(), digest_size=8).digest(), "big") >> 1


def _telling(comparable: Comparable) -> list[str]:
    """The rarest words of the clause, ties in text order."""
    ranked = sorted(enumerate(comparable.terms), key=lambda pair: (-weight(pair[1]), pair[0]))
    return [term for _, term in ranked[:TELLING_TERMS] if weight(term) >= LEAST_TELLING]


def kept_key(key: int) -> int:
    """The key of a block as it is kept."""
    return key & (1 << 8 * KEY_BYTES - 1) - 1


def kept_keys(comparable: Comparable, entity_of: EntityOf) -> list[int]:
    """The block keys of one comparable, as they are kept."""
    return list(dict.fromkeys(map(kept_key, keys(comparable, entity_of))))


def keys(comparable: Comparable, entity_of: EntityOf) -> tuple[int, ...]:
    """The block keys of one comparable (63-bit integers, sorted)."""
    return tuple(sorted(set(_keys(comparable, entity_of))))


def _keys(comparable: Comparable, entity_of: EntityOf) -> Iterator[int]:
    kind = comparable.kind
    if kind == "label":
        return  # labels are gathered by what they name, all at once
    if kind == "evaluation":
        thing = keys_of(comparable.terms[-1])[-1:] if comparable.terms else ("",)
        if comparable.action:
            yield _hash(kind, *keys_of(comparable.action)[-1:], "")
        for other in ("", comparable.document, *entities(comparable, entity_of)[:TELLING_ENTITIES]):
            yield _hash(kind, *thing, other)
        for number in sorted(kinds_of(comparable.terms[-1])) if comparable.terms else ():
            for other in ("", comparable.document, *entities(comparable, entity_of)[:TELLING_ENTITIES]):
                yield _hash(kind, "thing", str(number), other)
        if comparable.terms and evaluation.done_just_now(comparable):
            yield _hash(kind, "just now", comparable.document)
            yield _hash(kind, "just now")
        return
    words = _telling(comparable)
    named = entities(comparable, entity_of)[:TELLING_ENTITIES]
    if kind == "figure":
        counted = comparable.unit or comparable.head or ""
        for other in (*words, *named, comparable.action or ""):
            if other:
                yield _hash(kind, counted, other)
        if comparable.head:
            yield _hash(kind, counted, "", stem(comparable.head))
        if comparable.sole:
            yield _hash(kind, counted, "toll", *sorted(category(comparable.action) or ())[:1])
        if figure.is_large(comparable):
            yield _hash(kind, counted, "in", comparable.document)
        return
    if kind == "claim":
        if comparable.answers:
            yield _hash("answer", comparable.answers)
        if comparable.answered:
            yield _hash("answer", comparable.statement)
        for family, entity in product(grade.families(comparable), named):
            yield _hash("grade", str(family), entity)
        for family in grade.marked(comparable):
            # An ill name may be all that its clause says ("he calls it a witch hunt"): what it names stands near by.
            yield _hash("grade", str(family), comparable.document)
        for key in ending.keys(comparable, named):
            yield _hash("end", *key)
        for act, entity in product(schedule.keys(comparable), named):
            yield _hash("plan", act, entity)
        # What one voice of a text denies another may affirm, and share no more than the word denied.
        for word in comparable.negated if comparable.polarity == "denies" else words:
            if weight(word) >= LEAST_DENIED:
                yield _hash("denied", comparable.document, word)
        if comparable.accused and comparable.accused in entity_of:
            yield _hash("plea", entity_of[comparable.accused])
        if refused.refuses(comparable) and words and comparable.voices[-1] in entity_of:
            yield _hash(kind, words[0], entity_of[comparable.voices[-1]])
        for phrase in denied.phrases(comparable):
            for pair in combinations(sorted(t for t in phrase.terms if weight(t) >= LEAST_TELLING), 2):
                yield _hash(kind, *pair)
    for deed in doings.keys(comparable.words):
        yield _hash("deed", kind, deed)
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
) -> Iterator[Pair]:
    """Pairs that share a key of a block no larger than `LARGEST_BLOCK`, and pairs of one kind of statements that are
    `near` (ids of statements); each once, the lesser id first.

    With `changed` (ids) only pairs that hold one of them. `comparables` must then hold every member of the blocks of
    the changed ones.
    """
    for _, pairs in pairs_by_document(comparables, entity_of, changed, near):
        yield from pairs


def pairs_by_document(
    comparables: Iterable[Comparable],
    entity_of: EntityOf,
    changed: Collection[str] | None = None,
    near: Iterable[tuple[str, str]] = (),
    kept: Mapping[str, Sequence[int]] | None = None,
    of: Collection[str] | None = None,
) -> Iterator[tuple[str, list[Pair]]]:
    """The same, those of one document after another: its own, and those with documents of greater ids.

    So whoever judges them needs to keep no more in mind than what concerns one document. The pairs are found as
    numbers, eight bytes each: as objects those of ten thousand documents would fill the memory. `kept` are the keys of
    each comparable (by its id), for whoever has them already, and has not all members of the larger blocks here: it
    leaves out those of blocks that are too large. With `of` only the pairs of these documents are given.
    """
    ordered = sorted(comparables, key=lambda c: (c.document, c.id))
    count = max(1, len(ordered))
    leading = np.fromiter((of is None or one.document in of for one in ordered), dtype=bool, count=len(ordered))
    found = [_of_blocks(ordered, entity_of, kept, leading), _of_statements(ordered, near)]
    codes = np.unique(np.concatenate(found))
    codes = codes[leading[codes // count]] if len(codes) else codes
    statements = _numbered(one.statement for one in ordered)
    codes = codes[statements[codes // count] != statements[codes % count]]
    if changed is not None:
        among = np.fromiter((one.id in changed for one in ordered), dtype=bool, count=len(ordered))
        codes = codes[among[codes // count] | among[codes % count]]
    documents = _numbered(one.document for one in ordered)
    edges = np.flatnonzero(np.diff(documents[codes // count])) + 1
    for some in np.split(codes, edges) if len(codes) else ():
        pairs = ((ordered[code // count], ordered[code % count]) for code in some.tolist())
        yield ordered[int(some[0]) // count].document, [(a, b) if a.id < b.id else (b, a) for a, b in pairs]


def two_voices(claims: Iterable[Comparable]) -> Iterator[Pair]:
    """Pairs of claims of one document that different voices hold, not more than `BESIDE` claims apart."""
    ordered = sorted(claims, key=lambda c: (c.document, c.span.start, c.id))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + BESIDE]:
            if other.document == one.document and other.voices != one.voices and other.statement != one.statement:
                yield (one, other) if one.id < other.id else (other, one)


def _numbered(names: Iterable[str]) -> Numbers:
    """A number for each different name, in the order of their first occurrence."""
    known: dict[str, int] = {}
    return np.fromiter((known.setdefault(name, len(known)) for name in names), dtype=np.int64)


def _of_blocks(
    ordered: Sequence[Comparable], entity_of: EntityOf, kept: Mapping[str, Sequence[int]] | None, leading: Flags
) -> Numbers:
    """The pairs of blocks whose first is a `leading` one, each as one number: the place of the first in `ordered`,
    times its length, and of the second.
    """
    found = [kept_keys(one, entity_of) if kept is None else kept.get(one.id, ()) for one in ordered]
    key = np.fromiter((k for some in found for k in some), dtype=np.int64)
    place = np.repeat(np.arange(len(ordered)), [len(some) for some in found]).astype(np.int64)
    order = np.argsort(key, kind="stable")
    key, place = key[order], place[order]
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    sizes = np.diff(starts, append=len(key))
    pairs = [np.zeros(0, dtype=np.int64)]
    for size in range(2, LARGEST_BLOCK + 1):
        members = place[starts[sizes == size][:, None] + np.arange(size)]
        members = members[leading[members].any(axis=1)]
        left, right = np.triu_indices(size, 1)
        firsts = members[:, left]
        pairs.append((firsts * len(ordered) + members[:, right])[leading[firsts]])
    return np.concatenate(pairs)


def _of_statements(ordered: Sequence[Comparable], near: Iterable[tuple[str, str]]) -> Numbers:
    """Comparables of one kind of near statements, as the same numbers."""
    of: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        if one.kind != "label":
            of[one.statement].append(place)
    return np.fromiter(
        (
            min(a, b) * len(ordered) + max(a, b)
            for left, right in near
            for a, b in product(of.get(left, ()), of.get(right, ()))
            if ordered[a].kind == ordered[b].kind
        ),
        dtype=np.int64,
    )
