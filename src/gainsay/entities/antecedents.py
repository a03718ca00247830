"""Whom a pronoun or a description points back to: what any judge of that must offer, and how several are combined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import NamedTuple, Protocol

from gainsay.annotations.mentions import Mention
from gainsay.entities.discourse import Discourse

_FLOOR = 0.01  # added to each probability: no judge excludes anything for good


class Antecedent(NamedTuple):
    """An earlier (or, in "the foreman, Otto Brandt", a following) mention, with the probability that it means the same
    and the reason in words. What the scores of one mention lack to 1 is the probability that it means nobody before."""

    mention: str
    score: float
    reason: str


class Antecedents(Protocol):
    """A judge of antecedents: the rules, a model, or both."""

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        """The antecedents that `mention` may have. `discourse` knows what was said before and who was meant by it."""
        ...


@dataclass(frozen=True, slots=True)
class Combined:
    """Several judges, entity by entity, in a logarithmic opinion pool (Genest and Zidek 1986): their probabilities are
    multiplied, each to the power of its judge's weight, so that what one excludes the others do not bring back.

    The weights, and what speaks for nobody besides, are by a mention's form. A judge that says nothing at all on a
    mention takes no part in it, and leaves its weight to the others.
    """

    judges: tuple[tuple[Antecedents, Mapping[str, float]], ...]
    nobody: Mapping[str, float]

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        asked = ((judge.of(mention, discourse), weights[mention.form]) for judge, weights in self.judges)
        heard = [(found, weight) for found, weight in asked if found]
        if not heard:
            return ()
        best: dict[int, Antecedent] = {}
        opinions = [_by_entity(found, discourse, best) for found, _ in heard]
        share = sum(weights[mention.form] for _, weights in self.judges) / sum(weight for _, weight in heard)
        sums = dict.fromkeys(best, 0.0)
        none = self.nobody[mention.form]
        for shares, (_, weight) in zip(opinions, heard, strict=True):
            for key in sums:
                sums[key] += weight * share * log(shares.get(key, 0.0) + _FLOOR)
            none += weight * share * log(max(1 - sum(shares.values()), 0.0) + _FLOOR)
        whole = exp(none) + sum(exp(one) for one in sums.values())
        return [Antecedent(one.mention, exp(sums[key]) / whole, one.reason) for key, one in best.items()]


def _by_entity(found: Sequence[Antecedent], discourse: Discourse, best: dict[int, Antecedent]) -> dict[int, float]:
    """What one judge gives to each entity; `best` keeps the likeliest mention of each."""
    shares: dict[int, float] = {}
    for one in found:
        owner = discourse.owner.get(one.mention)
        if owner is None:
            continue
        shares[id(owner)] = shares.get(id(owner), 0.0) + one.score
        known = best.get(id(owner))
        if known is None or one.score > known.score:
            best[id(owner)] = one
    return shares
