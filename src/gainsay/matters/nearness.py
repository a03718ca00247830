"""Which statements of two documents are near each other: candidates that share no word need a sense of meaning.

The nearness of two statements is the sum of the cosine of their context vectors, a share of the cosine of their
weighted words, and the kinship of their documents, all as whole numbers, so that it is exact. Two statements are
candidates when one is among the nearest of the other. What is nearest to a statement is told by its *cut*, the least
nearness on its list: with the cuts at hand, whether two are candidates depends on the two alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import Any

import numpy as np

from gainsay.matters.comparable import Comparable
from gainsay.matters.kinship import Subject
from gainsay.matters.vectors import SCALE, unpack
from gainsay.statements.terms import weight

Matrix = np.ndarray[Any, Any]

# Measured on development disputes hidden among 840 unrelated articles: with kinship the disputes that keep a pair rise
# from .83 to .93 at thirty candidates a statement; words add .02. Beyond MOST_KIN two documents are on one event.
WORDS = 0.3
MOST_KIN = 0.6
LEAST_KIN = 0.15
COPIES = 0.97
LEAST = 0.9
LISTED = 30

WORD_BUCKETS = 256
ROWS_AT_ONCE = 512
_ONE = SCALE * SCALE
_KIN_STEPS = 1000


class Nearness:
    """The statements that have a vector, document by document, and how near they are to those of others.

    Of copies of one document (kinship of `COPIES`) nothing is listed: what they share was copied, and is found as
    such. Within a document nothing is either: neighbours there resemble each other by their surroundings.
    """

    def __init__(self, comparables: Iterable[Comparable], subjects: Mapping[str, Subject]) -> None:
        chosen: dict[str, Comparable] = {}
        for one in sorted((c for c in comparables if c.vector), key=lambda c: (c.document, c.statement, c.kind, c.id)):
            chosen.setdefault(one.statement, one)
        kept = list(chosen.values())
        self.statements = [one.statement for one in kept]
        self.rows: dict[str, tuple[int, int]] = {}
        for document, members in groupby(enumerate(kept), key=lambda pair: pair[1].document):
            numbers = [number for number, _ in members]
            self.rows[document] = numbers[0], numbers[-1] + 1
        self._points = np.concatenate([unpack([c.vector or b"" for c in kept]), _words(kept)], axis=1)
        self._documents = list(self.rows)
        self._subjects = _Subjects({d: subjects.get(d, {}) for d in self._documents})

    def cuts(self, documents: Iterable[str] | None = None) -> dict[str, int]:
        """Statement → the least nearness on its list, for those of these documents, or of all.

        Where a crowd is equally near, none of it is listed.
        """
        found: dict[str, int] = {}
        for first, _, near in self._blocks(documents):
            listed = min(LISTED, near.shape[1])
            least = np.full(near.shape[0], LEAST * _ONE)
            if listed:
                least = np.maximum(least, -np.partition(-near, listed - 1, axis=1)[:, listed - 1])
                least += (near >= least[:, None]).sum(axis=1) > 2 * LISTED
            for number, cut in enumerate(least):
                found[self.statements[first + number]] = int(cut)
        return found

    def pairs(self, cuts: Mapping[str, int], documents: Iterable[str] | None = None) -> Iterator[tuple[str, str]]:
        """The pairs of statements of which one is on the list of the other, each once; with `documents` only pairs
        that touch one of these.
        """
        of_all = np.array([cuts[s] for s in self.statements], dtype=np.float32)
        chosen = np.zeros(len(self.statements), dtype=bool)
        for document in self._documents if documents is None else set(documents) & self.rows.keys():
            chosen[slice(*self.rows[document])] = True
        for first, columns, near in self._blocks(documents):
            rows = np.arange(first, first + near.shape[0])
            listed = near >= np.minimum(of_all[rows][:, None], of_all[columns][None, :])
            # A pair of two chosen documents comes up twice.
            listed &= ~chosen[columns][None, :] | (rows[:, None] < columns[None, :])
            for row, column in zip(*np.nonzero(listed), strict=True):
                yield self.statements[first + int(row)], self.statements[int(columns[column])]

    def _blocks(self, documents: Iterable[str] | None) -> Iterator[tuple[int, Matrix, Matrix]]:
        """Number of the first row, numbers of the columns, nearness: of each document against its kin."""
        for document in self._documents if documents is None else sorted(set(documents) & self.rows.keys()):
            kin = self._subjects.kin(document)
            akin = [d for d in self._documents if d != document and LEAST_KIN <= kin[d] < COPIES]
            columns = np.concatenate([np.arange(*self.rows[d]) for d in akin] or [np.zeros(0, dtype=np.int64)])
            shares = [np.full(self.rows[d][1] - self.rows[d][0], _prior(kin[d])) for d in akin]
            prior = np.concatenate(shares or [np.zeros(0)]).astype(np.float32)
            others = self._points[columns].T
            start, end = self.rows[document]
            for first in range(start, end, ROWS_AT_ONCE):
                yield first, columns, self._points[first : min(end, first + ROWS_AT_ONCE)] @ others + prior


def _prior(kin: float) -> float:
    return round(min(kin, MOST_KIN) * _ONE)


def candidates(comparables: Sequence[Comparable], subjects: Mapping[str, Subject]) -> Iterator[tuple[str, str]]:
    """The pairs of near statements among all of these, each once."""
    if any(one.vector for one in comparables):
        space = Nearness(comparables, subjects)
        yield from space.pairs(space.cuts())


class _Subjects:
    """Subjects with whole-number shares, turned round: word → the documents that have it."""

    def __init__(self, subjects: Mapping[str, Subject]) -> None:
        self._own = {d: {t: round(share * _KIN_STEPS) for t, share in s.items()} for d, s in subjects.items()}
        self._having: dict[str, list[str]] = defaultdict(list)
        for document, shares in self._own.items():
            for term in shares:
                self._having[term].append(document)

    def kin(self, document: str) -> dict[str, float]:
        """Every document's kinship with this one."""
        found = dict.fromkeys(self._own, 0)
        for term, share in self._own[document].items():
            for other in self._having[term]:
                found[other] += share * self._own[other][term]
        return {other: total / _KIN_STEPS**2 for other, total in found.items()}


def _words(comparables: Sequence[Comparable]) -> Matrix:
    """Weighted words hashed with signs into a few dimensions, scaled so that their products weigh `WORDS`."""
    rows = np.zeros((len(comparables), WORD_BUCKETS), dtype=np.float32)
    for number, one in enumerate(comparables):
        for term in one.terms:
            for bucket, sign in _buckets(term):
                rows[number, bucket] += sign * weight(term)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Matrix = np.rint(rows / np.where(lengths > 0, lengths, 1) * (SCALE * WORDS**0.5)).astype(np.float32)
    return scaled


@lru_cache(maxsize=65536)
def _buckets(term: str) -> tuple[tuple[int, int], tuple[int, int]]:
    bits = int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big")
    first, second = bits % WORD_BUCKETS, (bits >> 20) % WORD_BUCKETS
    return (first, 1 if bits >> 60 & 1 else -1), (second, 1 if bits >> 61 & 1 else -1)
