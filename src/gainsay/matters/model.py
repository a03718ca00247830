"""The relation models: how likely two clauses agree, conflict, deny each other, differ in scope …; and which pairs a
reader should look at first.

Logistic regressions, trained by `training/relation.py` on labelled pairs of clauses, by `training/disputes.py` on
disputes marked in whole articles and by `training/agreements.py` on pairs judged by reading; their weights are small
JSON files, and nothing but arithmetic runs here. They never assert a conflict alone: see `training/relation.md` for how
far their word goes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gainsay.matters.comparable import Comparable
from gainsay.matters.features import Features, features
from gainsay.matters.likeness import Likeness


@dataclass(frozen=True, slots=True)
class RelationModel:
    """`weights` maps a feature to one weight for each of `relations`; `intercept` is what they start from."""

    relations: tuple[str, ...]
    intercept: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def probabilities(self, found: Features) -> dict[str, float]:
        """Relation → probability; they sum to 1. Unknown features count for nothing.

        >>> model = RelationModel(("agree", "conflict"), (0.0, 0.0), {"equal": (1.0, 0.0)})
        >>> round(model.probabilities({"equal": 1.0})["agree"], 3)
        0.731
        """
        scores = list(self.intercept)
        for name, value in found.items():
            for at, weight in enumerate(self.weights.get(name, ())):
                scores[at] += value * weight
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        total = sum(shares)
        return {name: share / total for name, share in zip(self.relations, shares, strict=True)}


@cache
def shipped(name: str) -> RelationModel:
    """A model as shipped, `relation_model`, `dispute_model` or `agreement_model`; read when first used."""
    kept = json.loads((files("gainsay.matters") / f"{name}.json").read_text(encoding="utf-8"))
    weights = {name: tuple(values) for name, values in kept["weights"].items()}
    return RelationModel(tuple(kept["relations"]), tuple(kept["intercept"]), weights)


def relation_probabilities(a: Comparable, b: Comparable, like: Likeness, cast: float = 1.0) -> dict[str, float]:
    """How likely each of agree, conflict, scope, denial, same-matter and different is of two clauses.

    `like` is what the two share, `cast` how far their documents share their names (`cast.cast`; 1 within a document).
    Comparables of any kind: what counts are the clauses they stand in.
    """
    return shipped("relation_model").probabilities(features(a, b, like, cast))


def dispute_likelihood(a: Comparable, b: Comparable, like: Likeness, cast: float = 1.0) -> float:
    """How likely readers would set two clauses against each other, from 0 to 1: for ordering, as one pair in thirty was
    a dispute where it was learned.
    """
    return shipped("dispute_model").probabilities(features(a, b, like, cast))["dispute"]


def agreement_features(like: Likeness, agree: float) -> dict[str, float]:
    """What tells whether two clauses say the same: how near they are in meaning, how many words they share (on a
    logarithmic scale), and what `relation_probabilities` gives to it.
    """
    return {"meaning": like.meaning or 0.0, "shared": math.log1p(len(like.terms)), "agree": agree}


def agreement_likelihood(like: Likeness, agree: float) -> float:
    """How likely readers would say of two clauses that both say the same, at least in part, from 0 to 1."""
    return shipped("agreement_model").probabilities(agreement_features(like, agree))["agree"]
