"""What documents that are added to others share with them, found without joining all of them anew.

Whether two places share words depends on the two alone; whether a pair of places is looked at depends also on how often
the same words stand in all documents (`ReuseSettings.crowd`). So added documents bring runs of their own, and may
change those among documents that share with them what is crowded. Two scans over the words of all find both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gainsay.dependence.fingerprint import BREAK, Hashes
from gainsay.dependence.reuse import ReuseSettings

Flags = NDArray[np.bool_]

USUAL = ReuseSettings()

_BITS = 22  # of a gram, by which most of those that are not sought are passed over
# 2^64 / golden ratio, odd: the hashes of words spread over all 64 bits.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Touched:
    """`changed` are the documents whose shared words may be others than before. `around` are they and all that share
    words with them: among these `find_reuse` finds what it would find among all.
    """

    changed: frozenset[str]
    around: frozenset[str]


def touched_by(
    documents: Sequence[tuple[str, Hashes]], added: Collection[str], settings: ReuseSettings = USUAL
) -> Touched:
    """What is touched where of these documents, told with their word hashes, some are new."""
    row = _Grams(documents, settings.seed)
    changed = np.array([name in added for name, _ in documents], dtype=bool)
    places = row.shared_with(changed)
    _, group, often = np.unique(row.grams[places], return_inverse=True, return_counts=True)
    crowded = places[often[group] > settings.crowd]
    if len(crowded):
        changed[row.owners[crowded]] = True
        places = row.shared_with(changed)
    around = changed.copy()
    around[row.owners[places]] = True
    return Touched(*(frozenset(documents[at][0] for at in np.flatnonzero(some).tolist()) for some in (changed, around)))


class _Grams:
    """The hashes of so many words in a row, at every place of all documents, and whose they are."""

    def __init__(self, documents: Sequence[tuple[str, Hashes]], length: int) -> None:
        sizes = [len(hashes) + 1 for _, hashes in documents]
        end = np.full(1, BREAK, dtype=np.uint32)
        words = np.concatenate([part for _, hashes in documents for part in (hashes, end)] or [end])
        count = max(0, len(words) - length + 1)
        self.owners = np.repeat(np.arange(len(documents), dtype=np.int32), sizes)[:count]
        self.grams = np.zeros(count, dtype=np.uint64)
        self._whole = np.ones(count, dtype=bool)
        for at in range(length):
            part = words[at : at + count]
            self._whole &= part != BREAK
            self.grams = self.grams * _SPREAD + part
        self.grams ^= self.grams >> np.uint64(29)

    def shared_with(self, some: Flags) -> NDArray[np.int64]:
        """The places of all grams that stand in some documents."""
        sought = np.unique(self.grams[some[self.owners] & self._whole])
        slots = np.zeros(1 << _BITS, dtype=bool)
        shift = np.uint64(64 - _BITS)
        slots[sought >> shift] = True
        places = np.flatnonzero(slots[self.grams >> shift] & self._whole)
        return places[np.isin(self.grams[places], sought)]
