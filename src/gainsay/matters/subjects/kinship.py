"""Whether two documents are on the same subject: a prior for whether two of their clauses are on the same thing.

Two figures for "voters" in reports of one election night may clash; in reports a year apart they hardly do. The
subject of a document is its most telling words and names, weighted by how often they stand in it (log-scaled, as in
tf-idf with the fixed weights of `statements.terms` for idf); kinship is the cosine of two subjects.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gainsay.entities.entity import Referent
from gainsay.statements.statement import Statement
from gainsay.statements.terms import weight

MOST_TELLING = 60
NAME_WEIGHT = 4.0

# On the development data articles on one event are at least 0.25 akin, long histories of one country and tales of one
# night 0.19, short papers of one trial 0.11; of unrelated reports with the same cast half are below 0.06 and nineteen
# in twenty below 0.18.
AKIN = 0.19
# From here on two documents mostly tell of one event; periodic reports (polls, daily counts) reach as far, too.
ON_ONE_EVENT = 0.35
STRANGERS = 0.1
ONE = 10_000
"""Shares of a subject have four decimals: as whole numbers their products add up exactly, in any order."""

_HEAD = struct.Struct("<HH")
_HASH, _SHARE = np.dtype("<u4"), np.dtype("<u2")

Column = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a document is about, packed as an edition keeps it: words and names with their shares, and the words of the
    names by themselves. What they are is told by hashes of four bytes: of ten thousand documents some forty pairs share
    one by chance, a hundredth of their kinship.
    """

    packed: bytes

    @classmethod
    def of(cls, told: Mapping[str, float]) -> Subject:
        """From word or name → share. Names carry a leading "@", so that they do not meet words."""
        words: dict[str, float] = {}
        for term, share in told.items():
            for word in term[1:].split() if term.startswith("@") else ():
                words[word] = max(words.get(word, 0.0), share)
        columns = [_columns(told), _columns(words)]
        sizes = (len(hashes) for hashes, _ in columns)
        return cls(
            b"".join([_HEAD.pack(*sizes), *(h.tobytes() for h, _ in columns), *(s.tobytes() for _, s in columns)])
        )

    @property
    def terms(self) -> tuple[Column, Column]:
        """The hashes of its words and names, in order, and their shares, `ONE` to one."""
        terms, names = self.sizes()
        at = _HEAD.size
        return self._column(_HASH, at, terms), self._column(_SHARE, at + _HASH.itemsize * (terms + names), terms)

    @property
    def names(self) -> tuple[Column, Column]:
        """The hashes of the words of its names, in order, and their shares."""
        terms, names = self.sizes()
        at = _HEAD.size + _HASH.itemsize * (terms + names) + _SHARE.itemsize * terms
        return self._column(_HASH, _HEAD.size + _HASH.itemsize * terms, names), self._column(_SHARE, at, names)

    def sizes(self) -> tuple[int, int]:
        """How many terms and words of names; raises ValueError for what is no subject."""
        if len(self.packed) >= _HEAD.size:
            terms, names = _HEAD.unpack_from(self.packed)
            if len(self.packed) == _HEAD.size + (_HASH.itemsize + _SHARE.itemsize) * (terms + names):
                return terms, names
        raise ValueError("what a document is about is cut short: read the document again")

    def _column(self, of: np.dtype[Any], at: int, count: int) -> Column:
        return np.frombuffer(self.packed, of, count, at)


def _columns(told: Mapping[str, float]) -> tuple[Column, Column]:
    """Hashes, in order, and shares; of two words of one hash the greater share counts."""
    shares: dict[int, int] = {}
    for term, share in told.items():
        known = zlib.crc32(term.encode("utf-8", "surrogatepass"))
        shares[known] = max(shares.get(known, 0), round(share * ONE))
    ordered = sorted(shares)
    return np.array(ordered, dtype=_HASH), np.array([shares[known] for known in ordered], dtype=_SHARE)


def subject(statements: Iterable[Statement], referents: Iterable[Referent]) -> Subject:
    """The subject of one document: at most `MOST_TELLING` words and names, of unit length."""
    counted = Counter(term for statement in statements for term in statement.terms)
    told = {term: (1 + math.log(n)) * weight(term) for term, n in counted.items()}
    for referent in referents:
        if not referent.names:  # known by description alone: nobody outside of the document
            continue
        name = "@" + referent.name.lower()
        told[name] = max(told.get(name, 0.0), (1 + math.log(max(len(referent.mentions), 1))) * NAME_WEIGHT)
    top = sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_TELLING]
    length = math.sqrt(sum(x * x for _, x in top))
    return Subject.of({term: x / length for term, x in top} if length else {})


def kinship(a: Subject, b: Subject) -> float:
    """How much two subjects share, from 0 to 1.

    >>> kinship(Subject.of({"strike": 0.6, "@holt": 0.8}), Subject.of({"strike": 1.0}))
    0.6
    """
    return product(a.terms, b.terms) / ONE**2


def product(a: tuple[Column, Column], b: tuple[Column, Column]) -> int:
    """The sum of the products of the shares that two have of the same, `ONE` squared to one."""
    _, left, right = np.intersect1d(a[0], b[0], assume_unique=True, return_indices=True)
    return int(a[1][left].astype(np.int64) @ b[1][right].astype(np.int64))
