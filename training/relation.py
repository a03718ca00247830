"""Trains the relation model on the claim pairs and writes `matters/relation_model.json`.

    python -m training.relation [CORPORA]

CORPORA holds `claim-pairs/` and `ecbplus/`. Only weights of named features leave this script: no text, no name. The
scores of each choice, by topic left out, are those of `benchmarks/accuracy/claim_pairs.py`, which trains with `fit`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from benchmarks.accuracy.claim_pair_data import CORPORA, RELATIONS, Pair, read_pairs
from numpy.typing import NDArray

from gainsay.matters.comparable import Comparable
from gainsay.matters.features import Features, features
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.model import RelationModel

TARGET = Path(__file__).parents[1] / "src/gainsay/matters/relation_model.json"

# Chosen by topics left out: half of it overfits (-.01 macro F1), twice as much drowns the rare relations.
PENALTY = 200.0
# Rare relations weigh a little more than their share: 0 is the shares of the pairs, 1 makes all six equal.
BALANCE = 0.3
# What stands in fewer pairs mostly stands in one topic (yards, second halves of a score), and learns that topic.
FEWEST = 15
STEPS = 200
MEMORY = 10

Matrix = NDArray[np.float64]


def claim(comparables: Sequence[Comparable]) -> Comparable:
    """The claim among the comparables of a clause."""
    return next(c for c in comparables if c.kind == "claim")


def features_of(pair: Pair, entity_of: Mapping[str, str]) -> Features:
    """The features of a labelled pair."""
    a, b = claim(pair.a), claim(pair.b)
    return features(a, b, likeness(profile(a, entity_of), profile(b, entity_of), pair.kin, pair.meaning), pair.cast)


def fit(rows: Sequence[Features], relations: Sequence[str]) -> RelationModel:
    """Multinomial logistic regression with an L2 penalty on standardised features."""
    counted = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counted.items() if count >= FEWEST)
    plain = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    spread = plain.std(0) + 1e-6
    inputs = np.hstack([np.ones((len(rows), 1)), (plain - plain.mean(0)) / spread])
    labels = np.array([RELATIONS.index(relation) for relation in relations])
    solved = _solve(inputs, labels)
    weights = solved[1:] / spread[:, None]
    intercept = solved[0] - plain.mean(0) @ weights
    return RelationModel(
        RELATIONS,
        tuple(round(float(x), 5) for x in intercept),
        {name: tuple(round(float(x), 5) for x in weights[at]) for at, name in enumerate(names)},
    )


def _solve(inputs: Matrix, labels: NDArray[np.int64]) -> Matrix:
    """The weights that minimise the penalised cross-entropy."""
    kinds = len(RELATIONS)
    counts = np.bincount(labels, minlength=kinds)
    share = (len(labels) / np.maximum(counts, 1) / kinds) ** BALANCE
    each = share[labels]
    wanted = np.eye(kinds)[labels]
    penalty = np.full((inputs.shape[1], 1), PENALTY)
    penalty[0] = 0.0

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(-1, kinds)
        scores = inputs @ weights
        scores -= scores.max(1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(1, keepdims=True)
        cost = -(each * np.log(likely[np.arange(len(labels)), labels] + 1e-12)).sum()
        slope = inputs.T @ ((likely - wanted) * each[:, None]) + penalty * weights
        return float(cost + 0.5 * (penalty * weights * weights).sum()), slope.ravel()

    return _minimum(loss, np.zeros(inputs.shape[1] * kinds)).reshape(-1, kinds)


def _minimum(loss: Callable[[Matrix], tuple[float, Matrix]], start: Matrix) -> Matrix:
    """The minimum of a smooth convex function, by L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking."""
    at, steps, turns = start, list[Matrix](), list[Matrix]()
    value, slope = loss(at)
    for _ in range(STEPS):
        way = _direction(slope, steps, turns)
        length = 1.0 if steps else 1.0 / float(np.linalg.norm(slope))
        new_value, new_slope = loss(at - length * way)
        while new_value > value - 1e-4 * length * float(slope @ way) and length > 1e-8:
            length /= 2
            new_value, new_slope = loss(at - length * way)
        step, turn = -length * way, new_slope - slope
        if step @ turn > 1e-10:
            steps, turns = [*steps, step][-MEMORY:], [*turns, turn][-MEMORY:]
        settled = abs(value - new_value) < 1e-6 * max(1.0, abs(value))
        at, value, slope = at + step, new_value, new_slope
        if settled:
            break
    return at


def _direction(slope: Matrix, steps: Sequence[Matrix], turns: Sequence[Matrix]) -> Matrix:
    way, gains = slope.copy(), []
    for step, turn in zip(reversed(steps), reversed(turns), strict=True):
        gain = (step @ way) / (turn @ step)
        way -= gain * turn
        gains.append(gain)
    if steps:
        way *= (steps[-1] @ turns[-1]) / (turns[-1] @ turns[-1])
    for step, turn, gain in zip(steps, turns, reversed(gains), strict=True):
        way += (gain - (turn @ way) / (turn @ step)) * step
    return way


def main(corpora: Path = CORPORA) -> None:
    """Train on all pairs and write the model."""
    pairs, entity_of = read_pairs(corpora)
    model = fit([features_of(pair, entity_of) for pair in pairs], [pair.relation for pair in pairs])
    kept = {
        "relations": model.relations,
        "intercept": model.intercept,
        "weights": {name: model.weights[name] for name in sorted(model.weights)},
    }
    TARGET.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(model.weights)} features, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
