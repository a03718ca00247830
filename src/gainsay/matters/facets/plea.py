"""Pleas: who is accused, and denies it without saying what ("pleaded not guilty", "has denied the charges").

Such a denial shares no word with what it denies. What the two share is the person: the accused is the one who pleads.
"""

from __future__ import annotations

from gainsay.matters.comparable import Comparable, EntityOf
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import weight

# What a plea answers has words of its own for what was done.
LEAST_TERMS = 2
# In another text the same person may stand accused of something else, unless the clauses around tell of the same.
LEAST_SHARED = 8.0


def compare(a: Comparable, b: Comparable, like: Likeness, entity_of: EntityOf) -> Relation | None:
    """The relation of a plea and an accusation of the same person in one document or on one event, or None."""
    if a.accused is None or b.accused is None or a.pleads == b.pleads:
        return None
    plea, charge = (a, b) if a.pleads else (b, a)
    if entity_of.get(plea.accused or "", "") != entity_of.get(charge.accused or "") or len(charge.terms) < LEAST_TERMS:
        return None
    shared = sum(weight(t) for t in sorted(set(plea.terms) & set(charge.terms)))
    if a.document != b.document and (like.kin < ON_ONE_EVENT or shared + like.context < LEAST_SHARED):
        return None
    reason = f"“{plea.position}” denies what “{charge.position}” tells of as an accusation of the same person"
    return Relation(plea.id, charge.id, "denies", "occurrence", round(min(0.9, 0.6 + 0.02 * shared), 3), reason)
