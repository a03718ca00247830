"""Seeds: the maximal runs of equal words in a row of words, found for all pairs of places at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.int64]
Words = NDArray[np.uint64]
Flags = NDArray[np.bool_]

_FAR = 64
"""Words over which all pairs are followed together; the few that are equal for longer are followed one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Runs of equal words: `length` of them from word `i` and from word `j` on, in order of `i` and `j`.

    `followed` and `preceded` are false where no equal words lie across a small gap after or before the run.
    """

    i: Positions
    j: Positions
    length: Positions
    followed: Flags
    preceded: Flags

    def __len__(self) -> int:
        return len(self.i)


def find_seeds(
    words: Words,
    wanted: Callable[[Positions, Positions], Flags] | None,
    *,
    least: int,
    crowd: int,
    gap: int,
    island: int,
) -> Seeds:
    """The maximal runs of at least `least` equal words.

    Breaks in the row are values from 2^32 on, each another, and one ends it. `wanted` tells which pairs of words are
    looked at. Of more than `crowd` places with the same words each is paired with the next one only; `island` equal
    words after or before at most `gap` others on either side are what may follow or precede a run.
    """
    i, j = _pairs(words, wanted, least, crowd)
    back = _equal(words, i, j, -1)
    length = back + _equal(words, i, j, 1)
    # Runs on one diagonal that begin at one word are one run.
    i, j, at = _distinct(i - back, j - back)
    length = length[at]
    followed = _across(words, i + length, j + length, 1, gap, island)
    return Seeds(i, j, length, followed, _across(words, i - 1, j - 1, -1, gap, island))


def _pairs(
    words: Words, wanted: Callable[[Positions, Positions], Flags] | None, least: int, crowd: int
) -> tuple[Positions, Positions]:
    """Where equal words begin in two places that are looked at: one pair or a few for each run."""
    grams, order, group, size = _groups(words, least)
    rank = np.zeros(len(grams), dtype=np.int64)
    rank[order] = np.arange(len(order))
    starts = [np.zeros((0, 2), dtype=np.int64)]
    for lag in range(1, min(crowd, len(order))):
        same = group[lag:] == group[:-lag]
        if lag > 1:
            same &= size[group[lag:]] <= crowd
        k = np.flatnonzero(same)
        i, j = order[k], order[k + lag]
        if wanted is not None:
            kept = wanted(i, j)
            i, j = i[kept], j[kept]
        begins = ~_continues(i, j, grams, rank, size[group], crowd)
        starts.append(np.stack([i[begins], j[begins]], axis=1))
    found = np.concatenate(starts)
    return found[:, 0], found[:, 1]


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


def _continues(i: Positions, j: Positions, grams: Words, rank: Positions, crowd_of: Positions, crowd: int) -> Flags:
    """Whether the pair one word to the left is looked at too, so that this one only continues it."""
    left_i, left_j = np.maximum(i - 1, 0), np.maximum(j - 1, 0)
    same = (i > 0) & (j > 0) & (grams[left_i] == grams[left_j])
    listed = (crowd_of[rank[left_i]] <= crowd) | (np.abs(rank[left_i] - rank[left_j]) == 1)
    return np.asarray(same & listed)


def _equal(words: Words, i: Positions, j: Positions, step: int) -> Positions:
    """How many words are equal from each pair of words on, or before it where `step` is -1."""
    count = np.zeros(len(i), dtype=np.int64)
    x, y = (i, j) if step == 1 else (i - 1, j - 1)
    still = np.arange(len(i))
    for k in range(_FAR):
        # A break ends the row, so none is left behind; before its beginning nothing is equal.
        a, b = x[still] + k * step, y[still] + k * step
        still = still[(words[a] == words[b]) & (a >= 0)]
        if not len(still):
            break
        count[still] += 1
    for at in still.tolist():
        follow = equal_from if step == 1 else equal_before
        count[at] += follow(words, int(i[at]) + _FAR * step, int(j[at]) + _FAR * step)
    return count


def equal_from(words: Words, i: int, j: int) -> int:
    """How many words are equal from word `i` and word `j` on."""
    length, step = 0, 32
    while True:
        x, y = words[i + length : i + length + step], words[j + length : j + length + step]
        n = min(len(x), len(y))
        differ = x[:n] != y[:n]
        at = int(differ.argmax()) if n else 0
        if n == 0 or differ[at]:
            return length + at
        length, step = length + n, step * 2


def equal_before(words: Words, i: int, j: int) -> int:
    """How many words are equal before word `i` and word `j`, going back."""
    length, step = 0, 32
    while True:
        n = min(step, i - length, j - length)
        x, y = words[i - length - n : i - length], words[j - length - n : j - length]
        differ = (x != y)[::-1]
        at = int(differ.argmax()) if n else 0
        if n == 0 or differ[at]:
            return length + at
        length, step = length + n, step * 2


def _distinct(i: Positions, j: Positions) -> tuple[Positions, Positions, Positions]:
    """Each pair once, in order, and where it stood first."""
    order = np.lexsort((j, i))
    i, j = i[order], j[order]
    first = np.ones(len(i), dtype=bool)
    first[1:] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
    return i[first], j[first], order[first]


def _across(words: Words, i: Positions, j: Positions, step: int, gap: int, island: int) -> Flags:
    """Whether so many equal words may lie across a gap from each pair of words on, or back from it."""
    found = np.zeros(len(i), dtype=bool)
    last = len(words) - 1
    for p, q in gaps(gap):
        here = np.flatnonzero(~found)
        for k in range(island):
            a, b = (np.clip(at[here] + (skipped + k) * step, 0, last) for at, skipped in ((i, p), (j, q)))
            here = here[words[a] == words[b]]
        found[here] = True
    return found


@cache
def gaps(most: int) -> Sequence[tuple[int, int]]:
    """Ways to skip words on both sides, the fewest first, a replaced word before an added one."""
    pairs = [(p, q) for p in range(most + 1) for q in range(most + 1) if p or q]
    return sorted(pairs, key=lambda g: (max(g), abs(g[0] - g[1]), g))
