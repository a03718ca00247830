"""Which statements of two documents are near each other: candidates that share no word need a sense of meaning.

The nearness of two statements is the sum of the cosine of their vectors (of the sentence with its context and of the
clause by itself, half and half), a share of the cosine of their weighted words, and the kinship of their documents, all
as whole numbers, so that it is exact. Candidates are the pairs above a level: the lowest that leaves no more than
`LISTED` candidates a statement on average, in a small edition more, in one of a few documents mostly all. Dense
subjects get more of them, and given the level, whether two are candidates depends on the two alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np

from gainsay.matters.subjects.kinship import AKIN, Subject
from gainsay.matters.subjects.postings import Postings
from gainsay.matters.vectors import DIMENSIONS, SCALE, SentenceVectors, mixed, unpack
from gainsay.statements.terms import weight

Matrix = np.ndarray[Any, Any]
Pairs = Iterator[tuple[str, str]]
Places = tuple[list[str], list[str], Matrix, Matrix]
"""Two lists of statements, and of each pair the place in the first and in the second."""

# Measured on development disputes hidden among 370 unrelated articles at thirty candidates a statement: .966 of the
# disputes keep a pair (without the clause by itself .943), and .867 of the pairs that agree (.852). Beyond MOST_KIN two
# documents are on one event.
WORDS = 0.3
KIN = 1.5
MOST_KIN = 0.4
# Documents of less kinship are not looked at. In a mixed collection of n those of .15 are some n / 20 for each, and the
# pairs would grow with its square; .25 leaves four or five.
LEAST_KIN = ((2_000, 0.15), (5_000, AKIN), (math.inf, 0.25))
COPIES = 0.97
# Candidates a statement on average: in a large edition the first, else as many as make so many pairs in all.
LISTED, MOST_LISTED, AFFORDED = 30, 120, 60_000
LEVELS = tuple(round(0.4 + 0.01 * step, 2) for step in range(138))
# In a few documents hardly two statements on one event are as near as that, and all pairs are soon compared.
LOWEST, FEW = LEVELS.index(0.88), 25

WORD_BUCKETS = 256
MOST_ROWS = 16_384  # documents whose rows are kept at hand, some 15 kB each
ROWS_AT_ONCE = 512
_ONE = SCALE * SCALE


Told = tuple[str, int, Sequence[str]]
"""Of a statement: its id, where it begins, its terms."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The statements of one document that have a vector, with those, and with their words: of a matrix with a row for
    each statement the values that are not nought, and where in it they stand.
    """

    statements: tuple[str, ...]
    vectors: bytes
    places: Matrix
    words: Matrix

    @property
    def points(self) -> Matrix:
        """A row for each statement, whole numbers as float32."""
        size = len(self.statements)
        points = np.zeros((size, DIMENSIONS + WORD_BUCKETS), dtype=np.float32)
        points[:, :DIMENSIONS] = unpack([self.vectors])
        points[self.places // WORD_BUCKETS, DIMENSIONS + self.places % WORD_BUCKETS] = self.words
        return points


def rows(statements: Iterable[Told], vectors: SentenceVectors) -> Rows:
    """The rows of one document, in the order of its statements."""
    kept = [(s, vector) for s in statements if (vector := vectors.at(s[1])) is not None]
    words = _words([s[2] for s, _ in kept]).ravel()
    places = np.flatnonzero(words)
    clauses = [vectors.meaning_at(s[1]) or vector for s, vector in kept]
    packed = mixed([vector for _, vector in kept], clauses)
    return Rows(tuple(s[0] for s, _ in kept), packed, places.astype(np.int32), words[places].astype(np.int16))


RowsOf = Callable[[str], Rows]


class Nearness:
    """How near the statements of these documents are to those of others; `rows_of` is asked when they are needed.

    Of copies of one document (kinship of `COPIES`) nothing is a candidate: what they share was copied, and is found as
    such. Within a document nothing is either: neighbours there resemble each other by their surroundings.
    """

    def __init__(self, documents: Iterable[str], subjects: Mapping[str, Subject], rows_of: RowsOf) -> None:
        self._documents = sorted(documents)
        self._subjects = Postings(self._documents, subjects)
        self._rows_of = lru_cache(maxsize=MOST_ROWS)(rows_of)
        self._least_kin = least_kin(len(self._documents))
        self._lowest = lowest(len(self._documents))

    def statements(self, document: str) -> tuple[str, ...]:
        """The statements of a document that have a vector."""
        return self._rows_of(document).statements

    def counts(self, of: Collection[str] | None = None) -> tuple[int, ...]:
        """For each of `LEVELS`, from the lowest on, how many pairs lie above it; with `of` only pairs that touch one of
        these documents.
        """
        edges = np.array([*LEVELS, 4.0]) * _ONE
        least = edges[self._lowest]
        found = np.zeros(len(LEVELS), dtype=np.int64)
        chosen = self._documents if of is None else sorted(set(of) & set(self._documents))
        for document in chosen:
            akin = [(d, kin) for d, kin in self._akin(document) if document < d or d not in set(chosen)]
            for _, _, near in self._blocks(document, akin, None):
                found += np.histogram(near[near >= least], bins=edges)[0]
        return tuple(int(n) for n in np.cumsum(found[::-1])[::-1])

    def pairs(self, level: int, of: Collection[str] | None = None) -> Pairs:
        """The pairs of statements above `LEVELS[level]`, each once; with `of` only those whose lesser document is one
        of these.
        """
        for left, right, rows, columns in self.places(level, of):
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                yield left[row], right[column]

    def places(self, level: int, of: Collection[str] | None = None) -> Iterator[Places]:
        """The same as places in lists of statements."""
        for document in self._documents if of is None else sorted(set(of) & set(self._documents)):
            akin = [(d, kin) for d, kin in self._akin(document) if document < d]
            yield from self._above(level, document, akin, None)

    def pairs_of(self, level: int, statements: Mapping[str, Collection[str]]) -> Pairs:
        """Those that hold one of these statements (document → its statements), each once."""
        chosen = {s for some in statements.values() for s in some}
        for document in sorted(statements.keys() & set(self._documents)):
            for left, right, rows, columns in self._above(level, document, self._akin(document), statements[document]):
                for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
                    # A pair of which both are asked for comes up from either.
                    if right[column] not in chosen or left[row] < right[column]:
                        yield left[row], right[column]

    def _above(
        self, level: int, document: str, akin: Sequence[tuple[str, float]], among: Collection[str] | None
    ) -> Iterator[Places]:
        for left, right, near in self._blocks(document, akin, among):
            rows, columns = np.nonzero(near >= LEVELS[level] * _ONE)
            yield left, right, rows, columns

    def _blocks(
        self, document: str, akin: Sequence[tuple[str, float]], among: Collection[str] | None
    ) -> Iterator[tuple[list[str], list[str], Matrix]]:
        """A document's statements (`among` these) against those of its kin: rows, columns, nearness."""
        own = self._rows_of(document)
        chosen = [n for n, s in enumerate(own.statements) if among is None or s in among]
        others = [(self._rows_of(d), kin) for d, kin in akin]
        others = [(one, kin) for one, kin in others if one.statements]
        if not chosen or not others:
            return
        columns = [s for one, _ in others for s in one.statements]
        points = np.concatenate([one.points for one, _ in others]).T
        mine = own.points
        prior = np.concatenate([np.full(len(one.statements), _prior(kin), dtype=np.float32) for one, kin in others])
        for first in range(0, len(chosen), ROWS_AT_ONCE):
            part = chosen[first : first + ROWS_AT_ONCE]
            yield [own.statements[n] for n in part], columns, mine[part] @ points + prior

    def _akin(self, document: str) -> list[tuple[str, float]]:
        kin = self._subjects.kinships(document)
        near = np.flatnonzero((kin >= self._least_kin) & (kin < COPIES))
        found = [(self._documents[at], float(kin[at])) for at in near.tolist()]
        return [one for one in found if one[0] != document]


def least_kin(documents: int) -> float:
    """The kinship from which on the documents of an edition of so many are looked at.

    >>> least_kin(840), least_kin(10_000)
    (0.15, 0.25)
    """
    return next(kin for most, kin in LEAST_KIN if documents <= most)


def lowest(documents: int) -> int:
    """The lowest of `LEVELS` that an edition of so many documents may have.

    >>> LEVELS[lowest(3)], LEVELS[lowest(840)]
    (0.4, 0.88)
    """
    return 0 if documents <= FEW else LOWEST


def listed(statements: int) -> int:
    """How many candidates a statement of an edition has on average, at most.

    >>> listed(100), listed(1_000), listed(100_000)
    (120, 120, 30)
    """
    return min(MOST_LISTED, max(LISTED, 2 * AFFORDED // max(statements, 1)))


def level(counts: Sequence[int], statements: int, least: int = 0) -> int:
    """The lowest level, from `least` on, above which no more candidates lie than are listed, by all counts.

    >>> level((4000, 2000, 1000, 500), 20)
    2
    """
    most = listed(statements) * statements
    enough = (number for number, pairs in enumerate(counts) if number >= least and 2 * pairs <= most)
    return next(enough, len(counts) - 1)


def candidates(documents: Mapping[str, Rows], subjects: Mapping[str, Subject]) -> Pairs:
    """The pairs of near statements of all these documents, each once."""
    space = Nearness(documents, subjects, documents.__getitem__)
    total = sum(len(one.statements) for one in documents.values())
    yield from space.pairs(level(space.counts(), total, lowest(len(documents))))


def _prior(kin: float) -> float:
    return round(KIN * min(kin, MOST_KIN) * _ONE)


def _words(terms: Sequence[Sequence[str]]) -> Matrix:
    """Weighted words hashed with signs into a few dimensions, scaled so that their products weigh `WORDS`."""
    found = np.zeros((len(terms), WORD_BUCKETS), dtype=np.float32)
    for number, own in enumerate(terms):
        for term in dict.fromkeys(own):
            for bucket, sign in _buckets(term):
                found[number, bucket] += sign * weight(term)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    scaled: Matrix = np.rint(found / np.where(lengths > 0, lengths, 1) * (SCALE * WORDS**0.5)).astype(np.float32)
    return scaled


@lru_cache(maxsize=65536)
def _buckets(term: str) -> tuple[tuple[int, int], tuple[int, int]]:
    bits = int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big")
    first, second = bits % WORD_BUCKETS, (bits >> 20) % WORD_BUCKETS
    return (first, 1 if bits >> 60 & 1 else -1), (second, 1 if bits >> 61 & 1 else -1)
