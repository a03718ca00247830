"""How much two clauses share: weighted content words and entities."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two profiles share. `words` is the weight of shared terms alone; `coverage` the shared weight as a share
    of the
    lighter profile, `overlap` as a share of both together, `context` the weight of what the clauses around them
    share; `own_names` says that each names somebody or something that the other does not; `meaning` is the cosine of
    their vectors, None where no model read them."""

    terms: frozenset[str]
    entities: frozenset[str]
    words: float
    coverage: float
    overlap: float
    context: float = 0.0
    kin: float = 1.0
    own_names: bool = False
    meaning: float | None = None


def likeness(a: Profile, b: Profile, kin: float = 1.0, meaning: float | None = None) -> Likeness:
    """Compare two profiles; `kin` is the kinship of their documents, `meaning` the cosine of their vectors.

    >>> a = Profile(frozenset({"strike"}), frozenset({"e1"}), weight("strike") + ENTITY_WEIGHT)
    >>> likeness(a, a).coverage
    1.0
    """
    terms, named = a.terms & b.terms, a.entities & b.entities
    words = sum(weight(t) for t in sorted(terms))
    shared = words + ENTITY_WEIGHT * len(named)
    lighter, both = min(a.total, b.total), a.total + b.total - shared
    near = (a.context & b.terms) | (a.terms & b.context) | (a.context & b.context)
    context = sum(weight(t) for t in sorted(near))
    return Likeness(
        terms,
        named,
        words,
        shared / lighter if lighter else 0.0,
        shared / both if both else 0.0,
        context,
        kin,
        own_names=a.entities > named and b.entities > named,
        meaning=meaning,
    )
