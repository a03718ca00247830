"""Sentence vectors: which sentence a statement stands in, and what was said around it, as one point.

A sentence often needs its surroundings to be recognised ("the move", "a bad deal"), so its vector is mixed with those
of the sentence before and of the first of the article. Vectors are kept as signed bytes on one scale for all, so that
the product of two is a sum of whole numbers: the same on every machine, and in whatever order it is computed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from gainsay.passages.passage import Layout
from gainsay.spans import Span

VectorOf = Callable[[Span], "np.ndarray[Any, Any] | None"]
"""The vector of a sentence, of any length but 0; None where there is none."""

DIMENSIONS = 384
# The largest component of a unit vector of this many dimensions rarely exceeds a quarter: 127 / 508.
SCALE = 508.0

# How much of the sentence before and of the first sentence goes into a vector: measured on the development disputes.
PREVIOUS = 0.4
FIRST = 0.3

_SILENT = frozenset({"note", "table", "byline", "boilerplate"})


def pack(vector: np.ndarray[Any, Any]) -> bytes:
    """A vector of any length as `DIMENSIONS` signed bytes of a unit vector.

    >>> len(pack(np.ones(DIMENSIONS)))
    384
    """
    length = float(np.linalg.norm(vector))
    unit = vector / length if length else vector
    return bytes(np.clip(np.rint(unit * SCALE), -127, 127).astype(np.int8).tobytes())


def unpack(vectors: Sequence[bytes]) -> np.ndarray[Any, Any]:
    """Packed vectors as the rows of a matrix of whole numbers (as float32: their products are exact in it)."""
    flat = np.frombuffer(b"".join(vectors), dtype=np.int8)
    return flat.reshape(len(vectors), DIMENSIONS).astype(np.float32)


def cosine(a: bytes, b: bytes) -> float:
    """The cosine of two packed vectors.

    >>> round(cosine(pack(np.ones(DIMENSIONS)), pack(np.ones(DIMENSIONS))), 2)
    1.0
    """
    left, right = (np.frombuffer(one, dtype=np.int8).astype(np.int32) for one in (a, b))
    return float(left @ right) / SCALE**2


def context_vectors(layout: Layout, vector_of: VectorOf) -> Mapping[Span, bytes]:
    """The packed context vector of every sentence that may hold a statement, in text order."""
    found: dict[Span, bytes] = {}
    first: dict[str, np.ndarray[Any, Any]] = {}
    before: dict[str, np.ndarray[Any, Any]] = {}
    for passage in layout.passages:
        if passage.kind in _SILENT:
            continue
        for sentence in passage.sentences or (passage.span,):
            vector = _unit(vector_of(sentence))
            if vector is None:
                continue
            mixed = vector.copy()
            if passage.article in first:
                mixed = mixed + PREVIOUS * before[passage.article] + FIRST * first[passage.article]
            found[sentence] = pack(mixed)
            first.setdefault(passage.article, vector)
            before[passage.article] = vector
    return found


def _unit(vector: np.ndarray[Any, Any] | None) -> np.ndarray[Any, Any] | None:
    if vector is None:
        return None
    length = float(np.linalg.norm(vector))
    return np.asarray(vector, dtype=np.float32) / length if length else None


class ByPlace:
    """Context vectors to be asked by the place of a statement."""

    def __init__(self, vectors: Mapping[Span, bytes]) -> None:
        self._spans = sorted(vectors)
        self._starts = [span.start for span in self._spans]
        self._vectors = vectors

    def at(self, span: Span) -> bytes | None:
        """The vector of the sentence in which `span` begins."""
        number = bisect_right(self._starts, span.start) - 1
        if number < 0 or self._spans[number].end <= span.start:
            return None
        return self._vectors[self._spans[number]]
