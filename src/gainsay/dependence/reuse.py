"""Reuse: the maximal runs of words that two places share, within a document and between documents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gainsay.dependence.dependence import Place
from gainsay.dependence.fingerprint import BREAK, Fingerprint
from gainsay.dependence.seeds import Positions, Seeds, Words, equal_before, equal_from, find_seeds, gaps
from gainsay.spans import Span


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
    chains = [_clipped(pieces) for pieces in row.joined(row.seeds(touched, settings), settings)]
    return row.runs([chain for chain in chains if _enough(chain, settings)])


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

    def seeds(self, touched: NDArray[np.bool_] | None, settings: ReuseSettings) -> Seeds:
        """The maximal runs of equal words, at least `settings.seed` long; those alone of which one side is touched."""
        wanted = None if touched is None else lambda i, j: touched[self.owner[i]] | touched[self.owner[j]]
        few = {"least": settings.seed, "crowd": settings.crowd, "gap": settings.gap, "island": settings.island}
        return find_seeds(self.words, wanted, **few)

    def joined(self, seeds: Seeds, settings: ReuseSettings) -> Iterator[list[_Piece]]:
        """Each seed with what follows and precedes it across small gaps; a seed that was joined is not given again.

        Those too short to be a run that nothing follows or precedes are left out, and not joined to others either.
        """
        joins = seeds.followed | seeds.preceded | (seeds.length >= settings.words)
        ends = seeds.i + seeds.length, seeds.j + seeds.length
        used = set(zip(*(column[~joins].tolist() for column in ends), strict=True))
        columns = (seeds.i, seeds.j, seeds.length, seeds.followed, seeds.preceded)
        for i, j, length, followed, preceded in zip(*(column[joins].tolist() for column in columns), strict=True):
            end = i + length, j + length
            if end in used:
                continue
            used.add(end)
            pieces = [_Piece(i, j, length)]
            while followed and (after := self._after(pieces, settings)) and after.end not in used:
                pieces.append(after)
                used.add(after.end)
            while preceded and (before := self._before(pieces, settings)) and before.end not in used:
                pieces.insert(0, before)
                used.add(before.end)
            yield pieces

    def _after(self, pieces: list[_Piece], settings: ReuseSettings) -> _Piece | None:
        i, j = pieces[-1].end
        reach = settings.gap + settings.island
        x, y = self.words[i : i + reach].tolist(), self.words[j : j + reach].tolist()
        for p, q in gaps(settings.gap):
            island = x[p : p + settings.island]
            if len(island) == settings.island and island == y[q : q + settings.island] and _unbroken(x[:p], y[:q]):
                found = _Piece(i + p, j + q, equal_from(self.words, i + p, j + q))
                return found if self._apart(pieces[0], found) else None
        return None

    def _before(self, pieces: list[_Piece], settings: ReuseSettings) -> _Piece | None:
        i, j = pieces[0].i, pieces[0].j
        reach = settings.gap + settings.island
        x, y = self.words[max(0, i - reach) : i].tolist()[::-1], self.words[max(0, j - reach) : j].tolist()[::-1]
        for p, q in gaps(settings.gap):
            island = x[p : p + settings.island]
            if len(island) == settings.island and island == y[q : q + settings.island] and _unbroken(x[:p], y[:q]):
                length = equal_before(self.words, i - p, j - q)
                found = _Piece(i - p - length, j - q - length, length)
                return found if self._apart(found, pieces[-1]) else None
        return None

    def _apart(self, first: _Piece, last: _Piece) -> bool:
        """The two places do not run into each other."""
        return last.end[0] <= first.j

    def runs(self, chains: list[list[_Piece]]) -> list[Run]:
        """The record of each chain of pieces, in order of their places."""
        if not chains:
            return []
        # Documents stand in the row in order of their ids, so numbers of words are in the order of places.
        chains = sorted(chains, key=lambda chain: (chain[0].i, chain[-1].end[0], chain[0].j, chain[-1].end[1]))
        a = self._places([chain[0].i for chain in chains], [chain[-1].end[0] for chain in chains])
        b = self._places([chain[0].j for chain in chains], [chain[-1].end[1] for chain in chains])
        return [
            Run(x, y, sum(p.length for p in chain), self._altered(chain))
            for x, y, chain in zip(a, b, chains, strict=True)
        ]

    def _places(self, first: list[int], last: list[int]) -> Iterator[Place]:
        """Where each row of words `[first, last)` stands; all at once, as going to far memory takes the time."""
        first_words, last_words = np.array(first), np.array(last) - 1
        numbers = self.owner[first_words]
        begin = self.begin[numbers]
        offsets = (first_words - begin).tolist(), (last_words - begin).tolist()
        for number, start, end in zip(numbers.tolist(), *offsets, strict=True):
            f = self.documents[number]
            yield Place(f.document, Span(int(f.starts[start]), int(f.ends[end])))

    def _altered(self, chain: list[_Piece]) -> tuple[tuple[Span, Span], ...]:
        """What differs between each piece and the next."""
        if len(chain) == 1:
            return ()
        return tuple((self._between(p.end[0], q.i), self._between(p.end[1], q.j)) for p, q in pairwise(chain))

    def _between(self, first: int, last: int) -> Span:
        """The span of the words `[first, last)`; an empty one after the word before, where there are none."""
        number = int(self.owner[first - 1])
        f, at = self.documents[number], int(self.begin[number])
        if first == last:
            end = int(f.ends[first - 1 - at])
            return Span(end, end)
        return Span(int(f.starts[first - at]), int(f.ends[last - 1 - at]))


def _unbroken(x: list[int], y: list[int]) -> bool:
    """No break among the skipped words."""
    return all(w < 1 << 32 for w in (*x, *y))


def _enough(chain: list[_Piece], settings: ReuseSettings) -> bool:
    """Whether so many words are equal: fewer may be left of a text that overlaps itself."""
    words = [p.length for p in chain]
    return sum(words) >= (settings.words if max(words) >= settings.words else settings.loose)


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
