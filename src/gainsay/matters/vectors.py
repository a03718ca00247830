"""Sentence vectors: which sentence a statement stands in, and what was said around it, as one point.

A sentence often needs its surroundings to be recognised ("the move", "a bad deal"), so its vector is mixed with those
of the sentence before and of the first of the article. Vectors are kept as signed bytes on one scale for all, so that
the product of two is a sum of whole numbers: the same on every machine, and in whatever order it is computed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gainsay.passages.passage import Layout
from gainsay.spans import Span

Floats = np.ndarray[Any, Any]
VectorOf = Callable[[Span], Floats | None]
"""The vector of a sentence, of any length but 0; None where there is none."""

DIMENSIONS = 192  # of the encoder (`encoder.layout.VECTOR`)
# Few components of a unit vector of this many dimensions exceed a quarter: 127 / 508.
SCALE = 508.0
STEP = 16
"""Components are multiples of it, which keeps a vector in half the room. It moves a cosine by .013 on average; of the
development disputes hidden among 250 other articles as many keep a candidate as without (.92 to .93 at any step up to
24), and of their pairs .77 to .79."""

# How much of the sentence before and of the first sentence goes into a vector: measured on the development disputes.
PREVIOUS = 0.4
FIRST = 0.3

_SILENT = frozenset({"note", "table", "byline", "boilerplate"})


def pack(vector: Floats) -> bytes:
    """A vector of any length as `DIMENSIONS` signed bytes of a unit vector.

    >>> len(pack(np.ones(DIMENSIONS)))
    192
    """
    length = float(np.linalg.norm(vector))
    unit = vector / length if length else vector
    steps = np.clip(np.rint(unit * (SCALE / STEP)), -127 // STEP + 1, 127 // STEP)
    return bytes((steps * STEP).astype(np.int8).tobytes())


def unpack(vectors: Sequence[bytes]) -> Floats:
    """Packed vectors as the rows of a matrix of whole numbers (as float32: their products are exact in it)."""
    flat = np.frombuffer(b"".join(vectors), dtype=np.int8)
    return flat.reshape(-1, DIMENSIONS).astype(np.float32)


def cosine(a: bytes, b: bytes) -> float:
    """The cosine of two packed vectors.

    >>> round(cosine(pack(np.cos(np.arange(DIMENSIONS))), pack(np.cos(np.arange(DIMENSIONS)))), 1)
    1.0
    """
    left, right = (np.frombuffer(one, dtype=np.int8).astype(np.int32) for one in (a, b))
    return float(left @ right) / SCALE**2


def mixed(vectors: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """The packed vectors halfway between these and those, one after another.

    >>> one = pack(np.cos(np.arange(DIMENSIONS)))
    >>> mixed([one], [one]) == one
    True
    """
    if not vectors:
        return b""
    # Sums of squares of whole numbers are exact, so the lengths are the same on every machine.
    units = [
        rows / np.maximum(np.sqrt((rows * rows).sum(1, keepdims=True)), 1) for rows in map(unpack, (vectors, others))
    ]
    both = units[0] + units[1]
    return b"".join(pack(row) for row in both)


def context_vectors(layout: Layout, vector_of: VectorOf) -> SentenceVectors:
    """The packed context vector of every sentence that may hold a statement. `vector_of` is the model's word."""
    found: dict[Span, bytes] = {}
    first: dict[str, Floats] = {}
    before: dict[str, Floats] = {}
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
    spans = sorted(found)
    return SentenceVectors(tuple(spans), tuple(found[span] for span in spans))


def _unit(vector: Floats | None) -> Floats | None:
    if vector is None:
        return None
    length = float(np.linalg.norm(vector))
    return np.asarray(vector, dtype=np.float32) / length if length else None


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """The packed vectors of one document, in text order; kept with the document. `vectors` are those of its sentences
    with their context, `meanings` those of its statements by themselves, as it was first read.

    >>> one = SentenceVectors((Span(0, 9),), (pack(np.ones(DIMENSIONS)),))
    >>> SentenceVectors.from_bytes(one.to_bytes()) == one
    True
    """

    spans: tuple[Span, ...] = ()
    vectors: tuple[bytes, ...] = ()
    clauses: tuple[Span, ...] = ()
    meanings: tuple[bytes, ...] = ()

    def at(self, place: int) -> bytes | None:
        """The vector of the sentence that holds this place."""
        number = bisect_right(self.spans, place, key=lambda span: span.start) - 1
        if number < 0 or self.spans[number].end <= place:
            return None
        return self.vectors[number]

    def meaning(self, clause: Span) -> bytes | None:
        """The vector of a statement: its own, or (where a decision moved its bounds) that of the one most of it was."""
        number = bisect_right(self.clauses, clause) - 1
        if number >= 0 and self.clauses[number] == clause:
            return self.meanings[number]
        near = range(max(0, number), min(len(self.clauses), number + 3))
        best = max(near, key=lambda n: _shared(self.clauses[n], clause), default=None)
        return (
            self.meanings[best]
            if best is not None and 2 * _shared(self.clauses[best], clause) > clause.length
            else None
        )

    def meaning_at(self, place: int) -> bytes | None:
        """The vector of the statement that begins at this place, the shortest of several."""
        number = bisect_left(self.clauses, (place,))
        found = number < len(self.clauses) and self.clauses[number].start == place
        return self.meanings[number] if found else None

    def with_meanings(self, clauses: Iterable[Span], vector_of: VectorOf) -> SentenceVectors:
        """With the vectors of these clauses."""
        found = {span: pack(vector) for span in sorted(set(clauses)) if (vector := vector_of(span)) is not None}
        return replace(self, clauses=tuple(found), meanings=tuple(found.values()))

    def to_bytes(self) -> bytes:
        """As one string of bytes: the number of sentences, their spans, their vectors; the same of the clauses."""
        return _to_bytes(self.spans, self.vectors) + _to_bytes(self.clauses, self.meanings)

    @classmethod
    def from_bytes(cls, data: bytes) -> SentenceVectors:
        """Back from `to_bytes`."""
        spans, vectors, end = _from_bytes(data, 0)
        clauses, meanings, _ = _from_bytes(data, end) if end < len(data) else ((), (), end)
        return cls(spans, vectors, clauses, meanings)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _to_bytes(spans: Sequence[Span], vectors: Sequence[bytes]) -> bytes:
    flat = [edge for span in spans for edge in span]
    return np.array([len(spans), *flat], dtype="<i4").tobytes() + b"".join(vectors)


def _from_bytes(data: bytes, at: int) -> tuple[tuple[Span, ...], tuple[bytes, ...], int]:
    count = int(np.frombuffer(data, dtype="<i4", count=1, offset=at)[0])
    edges = np.frombuffer(data, dtype="<i4", offset=at + 4, count=2 * count).tolist()
    start = at + 4 + 8 * count
    end = start + count * DIMENSIONS
    cut = tuple(data[place : place + DIMENSIONS] for place in range(start, end, DIMENSIONS))
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)), cut, end


NO_VECTORS = SentenceVectors()
