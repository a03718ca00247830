"""Reuse: the maximal runs of words that two places share, within a document and between documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gainsay.dependence.dependence import Place
from gainsay.dependence.fingerprint import BREAK, Fingerprint
from gainsay.spans import Span

Positions = NDArray[np.int64]
Words = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """What counts as reuse."""

    words: int = 8  # shorter common runs are formulas ("at the end of the day the government said")
    seed: int = 6  # equal words in a row from which a run is begun
    loose: int = 12  # equal words in all where no eight stand in a row: stock phrases with a gap give ten
    gap: int = 2  # variant words, on either side, that do not part a run
    island: int = 3  # equal words that must follow a gap: two would join runs by chance ("of the")
    crowd: int = 12  # places with the same words up to which every pair is looked at


@dataclass(frozen=True, slots=True)
class Run:
    """Two places with the same words. `words` counts the equal ones; `altered` pairs what differs between them."""

    a: Place
    b: Place
    words: int
    altered: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """Equal words: `length` of them from word `i` and from word `j` of the joined row."""

    i: int
    j: int
    length: int

    @property
    def end(self) -> tuple[int, int]:
        return self.i + self.length, self.j + self.length


def find_reuse(
    fingerprints: Sequence[Fingerprint],
    changed: Collection[str] | None = None,
    settings: ReuseSettings = ReuseSettings(),
) -> list[Run]:
    """Every maximal run of at least eight words that two places share, one record for each pair of places.

    Runs parted by one or two variant words are joined; where no eight words stand in a row, twelve in all are asked
    for. `changed` keeps only pairs that touch one of these documents. The order of `fingerprints` makes no difference.

    Where the same words stand in more than `settings.crowd` places (500 copies of one article, a motto on every page)
    not every pair is given: each place is paired with the next one in order of document id and position, so that the
    copies still hang together in one chain. A text that repeats itself without pause is paired with its first
    repetition only.
    """
    ordered = sorted((f for f in fingerprints if len(f)), key=lambda f: f.document)
    if not ordered:
        return []
    row = _Row.of(ordered)
    touched = None if changed is None else np.array([f.document in changed for f in ordered], dtype=bool)
    runs = [run for pieces in row.joined(row.seeds(touched, settings), settings) if (run := row.run(pieces, settings))]
    return sorted(runs, key=lambda r: (r.a.document, r.a.span, r.b.document, r.b.span))


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """All documents in one row of words. Breaks and document ends hold values of their own and so equal nothing."""

    documents: Sequence[Fingerprint]
    words: Words
    owner: Positions  # number of the document each word belongs to
    begin: Positions  # where each document begins in the row

    @classmethod
    def of(cls, documents: Sequence[Fingerprint]) -> _Row:
        sizes = np.array([len(f) + 1 for f in documents], dtype=np.int64)
        begin = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        words = np.zeros(int(sizes.sum()), dtype=np.uint64)
        for f, at in zip(documents, begin.tolist(), strict=True):
            words[at : at + len(f)] = f.hashes
        breaks = np.flatnonzero(words == BREAK)
        words[breaks] = np.arange(len(breaks), dtype=np.uint64) + np.uint64(1 << 32)
        return cls(documents, words, np.repeat(np.arange(len(documents)), sizes), begin)

    def seeds(self, touched: NDArray[np.bool_] | None, settings: ReuseSettings) -> list[_Piece]:
        """The maximal runs of equal words, at least `settings.seed` long."""
        grams, order, group, size = _groups(self.words, settings.seed)
        rank = np.zeros(len(grams), dtype=np.int64)
        rank[order] = np.arange(len(order))
        starts: list[NDArray[np.int64]] = []
        for lag in range(1, min(settings.crowd, len(order))):
            same = group[lag:] == group[:-lag]
            if lag > 1:
                same &= size[group[lag:]] <= settings.crowd
            k = np.flatnonzero(same)
            i, j = order[k], order[k + lag]
            if touched is not None:
                near = touched[self.owner[i]] | touched[self.owner[j]]
                i, j = i[near], j[near]
            begins = ~_continues(i, j, grams, rank, size[group], settings.crowd)
            starts.append(np.stack([i[begins], j[begins]], axis=1))
        if not starts:
            return []
        pairs = np.concatenate(starts)
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        pieces: dict[tuple[int, int], _Piece] = {}
        for i, j in pairs.tolist():
            back = self.equal_before(i, j)
            piece = _Piece(i - back, j - back, back + self.equal_from(i, j))
            pieces.setdefault(piece.end, piece)
        return sorted(pieces.values(), key=lambda p: (p.i, p.j))

    def equal_from(self, i: int, j: int) -> int:
        """How many words are equal from word `i` and word `j` on."""
        length, step = 0, 32
        while True:
            x, y = self.words[i + length : i + length + step], self.words[j + length : j + length + step]
            n = min(len(x), len(y))
            differ = x[:n] != y[:n]
            at = int(differ.argmax()) if n else 0
            if n == 0 or differ[at]:
                return length + at
            length, step = length + n, step * 2

    def equal_before(self, i: int, j: int) -> int:
        """How many words are equal before word `i` and word `j`, going back."""
        length, step = 0, 32
        while True:
            n = min(step, i - length, j - length)
            x, y = self.words[i - length - n : i - length], self.words[j - length - n : j - length]
            differ = (x != y)[::-1]
            at = int(differ.argmax()) if n else 0
            if n == 0 or differ[at]:
                return length + at
            length, step = length + n, step * 2

    def joined(self, seeds: list[_Piece], settings: ReuseSettings) -> Iterator[list[_Piece]]:
        """Each seed with what follows and precedes it across small gaps; a seed that was joined is not given again."""
        used: set[tuple[int, int]] = set()
        for seed in seeds:
            if seed.end in used:
                continue
            pieces = [seed]
            used.add(seed.end)
            while (after := self._after(pieces, settings)) and after.end not in used:
                pieces.append(after)
                used.add(after.end)
            while (before := self._before(pieces, settings)) and before.end not in used:
                pieces.insert(0, before)
                used.add(before.end)
            yield pieces

    def _after(self, pieces: list[_Piece], settings: ReuseSettings) -> _Piece | None:
        i, j = pieces[-1].end
        reach = settings.gap + settings.island
        x, y = self.words[i : i + reach].tolist(), self.words[j : j + reach].tolist()
        for p, q in _gaps(settings.gap):
            island = x[p : p + settings.island]
            if len(island) == settings.island and island == y[q : q + settings.island] and _unbroken(x[:p], y[:q]):
                found = _Piece(i + p, j + q, self.equal_from(i + p, j + q))
                return found if self._apart(pieces[0], found) else None
        return None

    def _before(self, pieces: list[_Piece], settings: ReuseSettings) -> _Piece | None:
        i, j = pieces[0].i, pieces[0].j
        reach = settings.gap + settings.island
        x, y = self.words[max(0, i - reach) : i].tolist()[::-1], self.words[max(0, j - reach) : j].tolist()[::-1]
        for p, q in _gaps(settings.gap):
            island = x[p : p + settings.island]
            if len(island) == settings.island and island == y[q : q + settings.island] and _unbroken(x[:p], y[:q]):
                length = self.equal_before(i - p, j - q)
                found = _Piece(i - p - length, j - q - length, length)
                return found if self._apart(found, pieces[-1]) else None
        return None

    def _apart(self, first: _Piece, last: _Piece) -> bool:
        """The two places do not run into each other."""
        return last.end[0] <= first.j

    def run(self, pieces: list[_Piece], settings: ReuseSettings) -> Run | None:
        """The record for a row of pieces; None where a text overlaps itself and no eight words are left."""
        pieces = _clipped(pieces)
        words = sum(p.length for p in pieces)
        if words < (settings.words if max(p.length for p in pieces) >= settings.words else settings.loose):
            return None
        altered = tuple((self._between(p.end[0], q.i), self._between(p.end[1], q.j)) for p, q in pairwise(pieces))
        first, last = pieces[0], pieces[-1]
        return Run(self._place(first.i, last.end[0]), self._place(first.j, last.end[1]), words, altered)

    def _place(self, first: int, last: int) -> Place:
        number = int(self.owner[first])
        f, at = self.documents[number], int(self.begin[number])
        return Place(f.document, Span(int(f.starts[first - at]), int(f.ends[last - 1 - at])))

    def _between(self, first: int, last: int) -> Span:
        """The span of the words `[first, last)`; an empty one after the word before, where there are none."""
        number = int(self.owner[first - 1])
        f, at = self.documents[number], int(self.begin[number])
        if first == last:
            end = int(f.ends[first - 1 - at])
            return Span(end, end)
        return Span(int(f.starts[first - at]), int(f.ends[last - 1 - at]))


def _groups(words: Words, n: int) -> tuple[Words, Positions, Positions, Positions]:
    """Grams (hashes of `n` words); of those that occur again the positions in order of gram, the group of each, and
    the sizes of groups.
    """
    count = max(0, len(words) - n + 1)
    grams = np.zeros(count, dtype=np.uint64)
    broken = np.zeros(count, dtype=bool)
    for k in range(n):
        part = words[k : k + count]
        # The multiplier is 2^64 / golden ratio, odd: the polynomial spreads over all 64 bits.
        grams = grams * np.uint64(0x9E3779B97F4A7C15) + part
        broken |= part >= np.uint64(1 << 32)
    grams ^= grams >> np.uint64(29)
    order = _repeated(grams, np.flatnonzero(~broken))
    ordered = grams[order]
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    group = np.cumsum(fresh) - 1
    return grams, order, group, np.bincount(group, minlength=1)


def _repeated(grams: Words, places: Positions) -> Positions:
    """Those of the places whose gram occurs at another of them too, in order of gram.

    Few do. Those whose first bits no other has are left out before sorting, which is what takes the time.
    """
    bits = max(8, len(places).bit_length() + 2)
    slots = (grams[places] >> np.uint64(64 - bits)).astype(np.int64)
    places = places[(np.bincount(slots, minlength=1) > 1)[slots]]
    places = places[np.argsort(grams[places], kind="stable")]
    ordered = grams[places]
    follows = np.zeros(len(places) + 1, dtype=bool)
    follows[1:-1] = ordered[1:] == ordered[:-1]
    return places[follows[1:] | follows[:-1]]


def _continues(
    i: Positions, j: Positions, grams: Words, rank: Positions, crowd_of: Positions, crowd: int
) -> NDArray[np.bool_]:
    """Whether the pair one word to the left is looked at too, so that this one only continues it."""
    left_i, left_j = np.maximum(i - 1, 0), np.maximum(j - 1, 0)
    same = (i > 0) & (j > 0) & (grams[left_i] == grams[left_j])
    listed = (crowd_of[rank[left_i]] <= crowd) | (np.abs(rank[left_i] - rank[left_j]) == 1)
    return np.asarray(same & listed)


@cache
def _gaps(most: int) -> Sequence[tuple[int, int]]:
    """Ways to skip words on both sides, the fewest first, a replaced word before an added one."""
    pairs = [(p, q) for p in range(most + 1) for q in range(most + 1) if p or q]
    return sorted(pairs, key=lambda g: (max(g), abs(g[0] - g[1]), g))


def _unbroken(x: list[int], y: list[int]) -> bool:
    """No break among the skipped words."""
    return all(w < 1 << 32 for w in (*x, *y))


def _clipped(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, cut where the first place runs into the second: a text that repeats itself without pause."""
    room = pieces[0].j - pieces[0].i
    if pieces[-1].end[0] - pieces[0].i <= room:
        return pieces
    kept: list[_Piece] = []
    for p in pieces:
        left = pieces[0].i + room - p.i
        if left <= 0:
            break
        kept.append(_Piece(p.i, p.j, min(p.length, left)))
    return kept
