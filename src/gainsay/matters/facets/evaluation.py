"""Evaluations: one thing praised by one voice and condemned by another."""

from __future__ import annotations

import re
from dataclasses import replace

from gainsay.annotations.dates import disjoint
from gainsay.matters.appraisal import takes_sides
from gainsay.matters.comparable import Comparable
from gainsay.matters.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.likeness import Likeness
from gainsay.matters.notions import keys_of
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import weight

# A rarer word than this names a thing by itself; "deal" or "plan" needs a name beside it or one event.
TELLING = 2.5
# Words that put one's own appraisal into the past.
_EARLIER = re.compile(
    r"\b(?:previously|formerly|once|earlier|used to|in the past|last year|years ago|long ago)\b", re.I
)
PRAISES, CONDEMNS = "praises", "condemns"


def leaning(judged: Comparable) -> str:
    """Which way an appraisal leans."""
    return PRAISES if (judged.charge or 0.0) > 0 else CONDEMNS


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two appraisals, or None where they need not judge the same thing."""
    if like.kin < AKIN or not _one_thing(a, b, like):
        return None
    one_voice = a.document == b.document and a.voices == b.voices
    strength = (abs(a.charge or 0.0) + abs(b.charge or 0.0)) / 2
    score = round(min(1.0, 0.3 + 0.4 * strength + 0.1 * len(like.entities) + 0.1 * len(like.terms)), 3)
    if leaning(a) == leaning(b):
        return None if one_voice else Relation(a.id, b.id, "agrees", "evaluation", score, _both(a, b))
    praised, condemned = (a, b) if leaning(a) == PRAISES else (b, a)
    reason = f"“{condemned.position}” condemns what “{praised.position}” praises"
    return Relation(praised.id, condemned.id, "conflicts", "evaluation", score, reason)


def taken_back(relation: Relation, a: Comparable, b: Comparable) -> Relation | None:
    """What one person's two appraisals say: another mind where they were voiced at different times, else nothing."""
    if relation.kind != "conflicts":
        return None
    earlier = next((c for c in (a, b) if _EARLIER.search(c.words)), None)
    if earlier is None:
        return relation if a.at and b.at and disjoint(a.at, b.at) else None
    return replace(relation, kind="changed", reason=f"{relation.reason}; the same holder, once and now")


def _both(a: Comparable, b: Comparable) -> str:
    return f"“{a.position}” and “{b.position}” both judge it {'well' if leaning(a) == PRAISES else 'ill'}"


def _one_thing(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two appraisals judge the same thing: one noun, of the same name or telling enough; or one name alone.

    To be for or against a person or a body is to take sides, and no dispute over what they are: of names alone only
    words that judge count.
    """
    if not a.terms or not b.terms:
        named = not a.terms and not b.terms and bool(like.entities)
        return named and not takes_sides(a.head or "") and not takes_sides(b.head or "")
    if not set(keys_of(a.terms[-1])) & set(keys_of(b.terms[-1])) and a.terms[-1] != b.terms[-1]:
        return False
    if like.entities:
        return True
    if like.own_names or (a.referents and b.referents):
        return False
    return weight(a.terms[-1]) >= TELLING and (like.kin >= ON_ONE_EVENT or len(like.terms) > 1)
