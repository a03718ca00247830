"""How two statements are related, and what a set of such relations says of a matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from gainsay.matters.matter import Facet, Verdict

RelationKind = Literal["unsure", "agrees", "scope", "changed", "conflicts", "denies"]

# A matter is called by the sharpest relation in it. An explicit denial outranks a mere difference of values: it is in
# the sources' own words. A changed position outranks agreement and scope, and yields to a clash between different
# holders.
_SHARPNESS: dict[RelationKind, int] = {"unsure": -1, "agrees": 0, "scope": 1, "changed": 2, "conflicts": 3, "denies": 4}
_VERDICT: dict[RelationKind, Verdict] = {
    "unsure": "unsure",
    "agrees": "corroboration",
    "scope": "scope",
    "changed": "changed-position",
    "conflicts": "conflict",
    "denies": "denial",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """Two comparables speak of the same thing, and how they stand to each other. For a denial `a` denies `b`."""

    a: str
    b: str
    kind: RelationKind
    facet: Facet | None
    score: float
    reason: str


def sharpest(relations: Iterable[Relation]) -> Relation:
    """The relation that a matter is called by: the sharpest, the best supported among equals.

    >>> weak = Relation("a", "b", "agrees", "figure", 0.9, "")
    >>> strong = Relation("a", "c", "conflicts", "figure", 0.5, "")
    >>> sharpest([weak, strong]).kind
    'conflicts'
    """
    return max(relations, key=lambda r: (_SHARPNESS[r.kind], r.score, r.a, r.b))


def verdict(relations: Iterable[Relation]) -> Verdict:
    """The verdict of a matter made of these relations (at least one)."""
    return _VERDICT[sharpest(relations).kind]
