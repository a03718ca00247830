"""The measures of coreference: MUC, B-cubed, CEAF-e, and their mean, which CoNLL-2011 and 2012 ranked systems by.

- MUC: links (Vilain et al. 1995). A cluster of n mentions that the other side parts into k holds n-k right ones of n-1.
- B-cubed: mentions (Bagga and Baldwin 1998). Of a mention, the share of its cluster that is in its other cluster.
- CEAF-e: entities (Luo 2005). Clusters are paired one to one so that the sum of their likenesses, 2·|A∩B|/(|A|+|B|), is
  greatest.
- CoNLL F1: the mean of the three F1 (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Clusters = Sequence[frozenset[Hashable]]


@dataclass
class Measure:
    """Numerators and denominators of precision and recall; they add up over documents."""

    right_found: float = 0.0
    found: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def add(self, right_found: float, found: float, right_gold: float, gold: float) -> None:
        self.right_found += right_found
        self.found += found
        self.right_gold += right_gold
        self.gold += gold

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Coreference:
    """The three measures over some documents."""

    muc: Measure
    b_cubed: Measure
    ceaf_e: Measure

    @classmethod
    def empty(cls) -> Coreference:
        return cls(Measure(), Measure(), Measure())

    @property
    def conll(self) -> float:
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def add(self, found: Clusters, gold: Clusters) -> None:
        """Count one document. A mention that only one side has counts against it there."""
        self.muc.add(*_muc(found, gold), *_muc(gold, found))
        self.b_cubed.add(*_b_cubed(found, gold), *_b_cubed(gold, found))
        likeness = _ceaf(found, gold)
        self.ceaf_e.add(likeness, len(found), likeness, len(gold))


def _owner(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _muc(left: Clusters, right: Clusters) -> tuple[float, float]:
    owner = _owner(right)
    held = possible = 0
    for cluster in left:
        parts = {owner[m] for m in cluster if m in owner}
        alone = sum(m not in owner for m in cluster)
        held += len(cluster) - len(parts) - alone
        possible += len(cluster) - 1
    return held, possible


def _b_cubed(left: Clusters, right: Clusters) -> tuple[float, float]:
    owner = _owner(right)
    total = 0.0
    for cluster in left:
        shared = Counter(owner[m] for m in cluster if m in owner)
        total += sum(n * n for n in shared.values()) / len(cluster)
    return total, sum(map(len, left))


def _ceaf(found: Clusters, gold: Clusters) -> float:
    """The greatest sum of likenesses, part by part: most clusters touch one or two of the other side."""
    owner = _owner(gold)
    likeness: dict[int, dict[int, float]] = {}
    for number, cluster in enumerate(found):
        shared = Counter(owner[m] for m in cluster if m in owner)
        likeness[number] = {g: 2 * n / (len(cluster) + len(gold[g])) for g, n in shared.items()}
    total, seen = 0.0, set[int]()
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, row in likeness.items():
        for g in row:
            holders[g].append(number)
    for number in likeness:
        if number in seen:
            continue
        part, wait = [], [number]
        seen.add(number)
        while wait:
            part.append(wait.pop())
            near = [f for g in likeness[part[-1]] for f in holders[g] if f not in seen]
            seen.update(near)
            wait += dict.fromkeys(near)
        total += _best_sum([likeness[f] for f in part])
    return total


def _best_sum(rows: list[dict[int, float]]) -> float:
    """The Hungarian method (Kuhn 1955) on one connected part; a row may stay unpaired."""
    columns = sorted({g for row in rows for g in row})
    size = max(len(rows), len(columns))
    cost = [
        [-rows[r].get(columns[c], 0.0) if r < len(rows) and c < len(columns) else 0.0 for c in range(size)]
        for r in range(size)
    ]
    up, vp, match, way = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        match[0], at = row, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while match[at]:
            used[at] = True
            this, step, following = match[at], float("inf"), 0
            for c in range(1, size + 1):
                if used[c]:
                    continue
                reduced = cost[this - 1][c - 1] - up[this] - vp[c]
                if reduced < least[c]:
                    least[c], way[c] = reduced, at
                if least[c] < step:
                    step, following = least[c], c
            for c in range(size + 1):
                if used[c]:
                    up[match[c]] += step
                    vp[c] -= step
                else:
                    least[c] -= step
            at = following
        while at:
            match[at] = match[way[at]]
            at = way[at]
    return -sum(cost[match[c] - 1][c - 1] for c in range(1, size + 1))
