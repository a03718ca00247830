"""Occurrence: one holder affirms what another explicitly denies, or both affirm the same."""

from __future__ import annotations

from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.verdict import Relation

# A denial repeats the words of what it denies, and adds little.
DENIAL_COVERAGE = 0.5
DENIAL_WORDS = 7.0
DENIAL_OWN_WORDS = 4.0
EXPLICIT_COVERAGE = 0.55
NEGATION_OVERLAP = 0.4
# "I made no concessions" shares one word with what it denies, and the talk around it.
CONTEXT = 0.3
# An agreement in other words is told from mere kinship of subject only when most of the shorter clause returns.
AGREEMENT_COVERAGE = 0.62
AGREEMENT_WORDS = 12.0


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims as wholes, or None."""
    if a.polarity == b.polarity:
        return _agreement(a, b, like)
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    return _denial(denier, denied, like)


def _agreement(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    if like.coverage < AGREEMENT_COVERAGE or like.words < AGREEMENT_WORDS or a.hedged != b.hedged:
        return None
    reason = f"“{a.position}” and “{b.position}” say the same in much the same words"
    return Relation(a.id, b.id, "agrees", "occurrence", round(min(1.0, like.coverage), 3), reason)


def _denial(denier: Comparable, denied: Comparable, like: Likeness) -> Relation | None:
    if like.coverage < DENIAL_COVERAGE or like.words < DENIAL_OWN_WORDS:
        return None
    if like.words + CONTEXT * like.context < DENIAL_WORDS:
        return None
    if denier.explicit_denial:
        if like.coverage < EXPLICIT_COVERAGE or len(like.terms) + len(like.entities) < 2:
            return None
    elif not _negates(denier, denied, like):
        return None
    how = "is explicitly denied by" if denier.explicit_denial else "is contradicted by"
    reason = f"“{denied.position}” {how} “{denier.position}”"
    score = round(min(1.0, 0.7 * like.coverage + (0.3 if denier.explicit_denial else 0.0)), 3)
    return Relation(denier.id, denied.id, "denies", "occurrence", score, reason)


def _negates(denier: Comparable, denied: Comparable, like: Likeness) -> bool:
    """Whether a negated clause denies the other, and does not merely hold a "not" somewhere.

    The word that is negated must be the other's own, and the two clauses must be much the same throughout.
    """
    if denied.hedged or denier.hedged or not denier.negated or denier.negated[0] not in denied.terms:
        return False
    return like.overlap >= NEGATION_OVERLAP
