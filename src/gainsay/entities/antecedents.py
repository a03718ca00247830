"""Whom a pronoun or a description points back to: what any judge of that must offer, and how several are combined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gainsay.annotations.mentions import Mention
from gainsay.entities.discourse import Discourse


@dataclass(frozen=True, slots=True)
class Antecedent:
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
    """Several judges, each with its weight (they should add up to 1): the mean of their scores, entity by entity.

    A judge that says nothing at all on a mention takes no part in it.
    """

    judges: tuple[tuple[Antecedents, float], ...]

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        asked = ((judge.of(mention, discourse), weight) for judge, weight in self.judges if weight > 0)
        heard = [(found, weight) for found, weight in asked if found]
        whole = sum(weight for _, weight in heard)
        sums: dict[int, float] = {}
        best: dict[int, Antecedent] = {}
        for found, weight in heard:
            for one in found:
                owner = discourse.owner.get(one.mention)
                if owner is None:
                    continue
                sums[id(owner)] = sums.get(id(owner), 0.0) + one.score * weight / whole
                known = best.get(id(owner))
                if known is None or one.score > known.score:
                    best[id(owner)] = one
        return [Antecedent(one.mention, sums[key], one.reason) for key, one in best.items()]
