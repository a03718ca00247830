"""What documents that are added to others share with them, found without joining all of them anew.

Whether two places share words depends on the two alone; whether a pair of places is looked at depends also on how often
the same words stand in all documents (`ReuseSettings.crowd`). So added documents bring runs of their own, and may
change those among documents that share with them what is crowded. Two scans over the words of all find both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gainsay.dependence.fingerprint import BREAK, Hashes
from gainsay.dependence.reuse import ReuseSettings

Flags = NDArray[np.bool_]

USUAL = ReuseSettings()

_BITS = 22  # of a hash, by which most that are not sought are passed over
# 2^64 / golden ratio, odd: the hashes of words spread over all 64 bits.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Touched:
    """`changed` are the documents whose shared words may be others than before. `around` are they and as many of those
    that share words with them as `find_reuse` needs to find, among these, what it would find among all.
    """

    changed: frozenset[str]
    around: frozenset[str]


def touched_by(
    documents: Sequence[tuple[str, Hashes]], added: Collection[str], settings: ReuseSettings = USUAL
) -> Touched:
    """What is touched where of these documents, told with their word hashes, some are new."""
    row = _Row(sorted(documents, key=lambda told: told[0]), settings.seed)
    fresh = np.array([name in added for name in row.names], dtype=bool)
    changed = row.parted_by(fresh, settings.crowd)
    around = row.needed_by(changed, settings.crowd)
    return Touched(row.named(changed), row.named(around))


class _Row:
    """All documents in one row of words, by the order of their ids."""

    def __init__(self, documents: Sequence[tuple[str, Hashes]], length: int) -> None:
        self.names = [name for name, _ in documents]
        self._length = length
        end = np.full(1, BREAK, dtype=np.uint32)
        self._words = np.concatenate([part for _, hashes in documents for part in (hashes, end)] or [end])
        self._ends = np.cumsum([len(hashes) + 1 for _, hashes in documents])

    def named(self, some: Flags) -> frozenset[str]:
        """The ids of some documents."""
        return frozenset(self.names[at] for at in np.flatnonzero(some).tolist())

    def parted_by(self, fresh: Flags, crowd: int) -> Flags:
        """The new documents, and those that are paired with others since these stand between them, or since what they
        share has become crowded.
        """
        owners, begins, sizes = self._groups(fresh)
        new = fresh[owners]
        before = np.add.reduceat(~new, begins) if len(begins) else sizes
        crossed = np.repeat((sizes > crowd) & (before <= crowd), sizes)
        changed = fresh.copy()
        changed[owners[crossed | (_beside(new, begins) & np.repeat(sizes > crowd, sizes))]] = True
        return changed

    def needed_by(self, changed: Flags, crowd: int) -> Flags:
        """These, and all with which they share what is not crowded. Of what is, those next to them, and some more: it
        must be seen that it is crowded.
        """
        owners, begins, sizes = self._groups(changed)
        nth = np.arange(len(owners)) - np.repeat(begins, sizes)
        around = changed.copy()
        around[owners[(nth <= crowd) | _beside(changed[owners], begins)]] = True
        return around

    def _groups(self, some: Flags) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """The owners of all grams (so many words in a row) that stand in some documents, wherever they stand: equal
        ones together, in the order of the row; where in this a group begins, and its size.
        """
        here = np.concatenate([np.arange(a, b) for a, b in self._bounds(some)] or [np.zeros(0, dtype=np.int64)])
        known = _likely(self._words, self._words[here]) & (self._words != BREAK)
        count = max(0, len(known) - self._length + 1)
        whole = np.ones(count, dtype=bool)
        for at in range(self._length):
            whole &= known[at : at + count]
        places = np.flatnonzero(whole)
        owners = np.searchsorted(self._ends, places, side="right")
        grams = np.zeros(len(places), dtype=np.uint64)
        for at in range(self._length):
            grams = grams * _SPREAD + self._words[places + at]
        wanted = grams[some[owners]]
        likely = _likely(grams, wanted)
        grams, owners = grams[likely], owners[likely]
        sought = np.isin(grams, wanted)
        grams, owners = grams[sought], owners[sought]
        order = np.argsort(grams, kind="stable")
        begins = np.flatnonzero(np.diff(grams[order], prepend=~grams[order[:1]]))
        return owners[order], begins, np.diff(begins, append=len(order))

    def _bounds(self, some: Flags) -> list[tuple[int, int]]:
        """Where some documents begin and end."""
        begins = np.concatenate([np.zeros(1, dtype=np.int64), self._ends[:-1]])
        return list(zip(begins[some].tolist(), self._ends[some].tolist(), strict=True))


def _likely(hashes: NDArray[Any], wanted: NDArray[Any]) -> Flags:
    """Which hashes may be among the wanted: those that begin as one of them. Most that are not are passed over so."""
    shift = hashes.dtype.type(8 * hashes.itemsize - _BITS)
    slots = np.zeros(1 << _BITS, dtype=bool)
    slots[wanted >> shift] = True
    found: Flags = slots[hashes >> shift]
    return found


def _beside(flags: Flags, begins: NDArray[np.int64]) -> Flags:
    """What has a flag, and what stands right before or after such a one in the same group."""
    found = flags.copy()
    inner = np.ones(len(flags), dtype=bool)
    inner[begins] = False  # what stands before it is of another group
    found[1:] |= flags[:-1] & inner[1:]
    found[:-1] |= flags[1:] & inner[1:]
    return found
