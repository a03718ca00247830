"""Pleas: who is accused, and denies it without saying what ("pleaded not guilty", "denied any wrongdoing").

Such a denial shares no word with what it denies. What the two share is the person: the accused is the one who pleads.
"""

from __future__ import annotations

import re

from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation

_CHARGE = r"(?:wrongdoing|charges?|allegations?|accusations?|involvement|responsibility|guilt|complicity)"
_PLEA = re.compile(
    r"\bplead(?:s|ed|ing)?\s+(?:not[\s-]+guilty|innocen\w+)"
    r"|\bmaintain(?:s|ed|ing)?\s+(?:his|her|their)\s+innocence"
    r"|\bprotest(?:s|ed|ing)?\s+(?:his|her|their)\s+innocence"
    rf"|\bden(?:y|ied|ies|ying)\s+(?:(?:all|any|the|these|those|such|his|her|their|every)\s+)?(?:\w+\s+)?{_CHARGE}\b",
    re.IGNORECASE,
)
# The content of a denial whose cue stands outside the clause: "denied | any wrongdoing".
_DENIED = re.compile(rf"\W*(?:(?:all|any|the|these|those|such|every)\s+)?(?:\w+\s+)?{_CHARGE}\b", re.IGNORECASE)
_ACCUSATION = re.compile(
    r"\baccus(?:ed|es|ing)\b(?:\s+\S+){0,5}?\s+of\b|\bcharged\s+with\b|\bcharges\s+of\b|\bindicted\b"
    r"|\b(?:is|was|were|are)\s+(?:suspected\s+of|alleged\s+to)\b|\balleged(?:ly)?\b",
    re.IGNORECASE,
)
# What a plea answers has a word of its own for what was done.
LEAST_TERMS = 3


def accused(claim: Comparable, entity_of: EntityOf) -> str | None:
    """Who pleads in a claim: the entity, or None where nobody does."""
    if claim.explicit_denial and _DENIED.match(claim.words) and claim.voices:
        return entity_of.get(claim.voices[-1])
    if _PLEA.search(claim.words[:1000]) is None:
        return None
    return next(iter(entities(claim, entity_of)), None)


def accuses(claim: Comparable) -> bool:
    """Whether a claim tells what somebody is accused of."""
    words = claim.words[:1000]
    return claim.polarity == "affirms" and len(claim.terms) >= LEAST_TERMS and _ACCUSATION.search(words) is not None


def compare(a: Comparable, b: Comparable, kin: float, entity_of: EntityOf) -> Relation | None:
    """The relation of a plea and an accusation of the same person in documents on one event, or None."""
    if kin < ON_ONE_EVENT:
        return None
    for plea, charge in ((a, b), (b, a)):
        who = accused(plea, entity_of)
        if who and accuses(charge) and who in entities(charge, entity_of) and accused(charge, entity_of) is None:
            shared = len(set(plea.terms) & set(charge.terms))
            reason = f"“{plea.position}” denies what “{charge.position}” tells of as an accusation of the same person"
            return Relation(plea.id, charge.id, "denies", "occurrence", min(0.9, 0.6 + 0.1 * shared), reason)
    return None
