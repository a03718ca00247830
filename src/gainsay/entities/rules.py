"""The rules' judge of antecedents: traits of each candidate, weighed and made probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from gainsay.annotations.mentions import Mention
from gainsay.entities.antecedents import Antecedent
from gainsay.entities.discourse import Discourse
from gainsay.entities.traits import Question, question
from gainsay.entities.weights import WEIGHTS

_REASONS = (
    ("apposition", "stands beside {name}"),
    ("copula", "{name} is said to be that"),
    ("head=", "the same description as before"),
    ("head<", "a description of {name} before"),
    ("head>", "a description of {name} before"),
    ("head!", "a description of {name} before"),
    ("strong", "what {name} is"),
    ("weak", "{name} was spoken of last"),
    ("alone", "nobody but {name} was spoken of"),
    ("same", "the pronoun goes on about {name}"),
    ("opens", "{name} is what the sentence before is about"),
    ("opens0", "{name} is what the sentence is about"),
)
_RANKS = {trait: rank for rank, (trait, _) in enumerate(_REASONS)}


class ByRule:
    """The judge that needs no model."""

    def of(self, mention: Mention, discourse: Discourse) -> Sequence[Antecedent]:
        """The antecedents that a mention may have, the likeliest first."""
        asked = question(mention, discourse)
        if asked is None or not asked.candidates:
            return ()
        scores = weighed(asked)
        found = [
            Antecedent(seen.last.id, score, reason(traits, seen.name))
            for (seen, traits), score in zip(asked.candidates, scores, strict=True)
        ]
        return sorted(found, key=lambda one: -one.score)


def weighed(asked: Question) -> list[float]:
    """The probability of each candidate; what they lack to 1 is that of none."""
    known = WEIGHTS.get(asked.kind, {})
    sums = [sum(known.get(trait, 0.0) for trait in traits) for _, traits in asked.candidates]
    nobody = WEIGHTS.get(f"no {asked.kind}", {})
    sums.append(sum(nobody.get(trait, 0.0) for trait in asked.nobody))
    top = max(sums)
    powers = [exp(one - top) for one in sums]
    whole = sum(powers)
    return [one / whole for one in powers[:-1]]


def reason(traits: Sequence[str], name: str) -> str:
    """What speaks most for a candidate, in words."""
    first = min((_RANKS[trait] for trait in traits if trait in _RANKS), default=None)
    return f"{name} was spoken of last" if first is None else _REASONS[first][1].format(name=name)
