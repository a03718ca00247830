"""How much two clauses share: weighted content words and entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.statements.terms import weight

ENTITY_WEIGHT = 3.0
"""A shared entity tells about as much as a word of middling rarity: within one event nearly all clauses share some."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms and entities of a comparable, with what they weigh together."""

    terms: frozenset[str]
    entities: frozenset[str]
    total: float
    context: frozenset[str] = frozenset()


def profile(comparable: Comparable, entity_of: EntityOf) -> Profile:
    """The profile of one comparable."""
    terms = frozenset(comparable.terms)
    named = frozenset(entities(comparable, entity_of))
    return Profile(
        terms, named, sum(weight(t) for t in sorted(terms)) + ENTITY_WEIGHT * len(named), frozenset(comparable.context)
    )


class Likeness(NamedTuple):
    """What two profiles share. `words` is the weight of shared terms alone; `coverage` the shared weight as a share
    of the lighter profile, `overlap` as a share of both together; `kin` is the kinship of their documents; `own_names`
    says that each names somebody or something that the other does not; `meaning` is the cosine of their vectors, None
    where no model read them. `of` are the two profiles."""

    terms: frozenset[str]
    entities: frozenset[str]
    words: float
    coverage: float
    overlap: float
    kin: float = 1.0
    own_names: bool = False
    meaning: float | None = None
    of: tuple[Profile, Profile] | None = None

    @property
    def context(self) -> float:
        """The weight of what the clauses around them share with them or with each other. Of most pairs nobody asks."""
        if self.of is None:
            return 0.0
        a, b = self.of
        near = (a.context & b.terms) | (a.terms & b.context) | (a.context & b.context)
        return sum(weight(t) for t in sorted(near))


def likeness(a: Profile, b: Profile, kin: float = 1.0, meaning: float | None = None) -> Likeness:
    """Compare two profiles; `kin` is the kinship of their documents, `meaning` the cosine of their vectors.

    >>> a = Profile(frozenset({"strike"}), frozenset({"e1"}), weight("strike") + ENTITY_WEIGHT)
    >>> likeness(a, a).coverage
    1.0
    """
    terms, named = a.terms & b.terms, a.entities & b.entities
    words = sum(weight(t) for t in sorted(terms)) if terms else 0
    shared = words + ENTITY_WEIGHT * len(named)
    lighter, both = min(a.total, b.total), a.total + b.total - shared
    return Likeness(
        terms,
        named,
        words,
        shared / lighter if lighter else 0.0,
        shared / both if both else 0.0,
        kin,
        a.entities > named and b.entities > named,
        meaning,
        (a, b),
    )
