"""Admissions: somebody denied a thing, and is said to have owned up to it: a changed position."""

from __future__ import annotations

import re

from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation

_OWNED_UP = re.compile(
    r"\b(?:plead(?:s|ed|ing)? guilty to|admit(?:s|ted|ting)?|confess(?:es|ed|ing)?|acknowledg(?:es|ed|ing)"
    r"|conced(?:es|ed|ing)|own(?:s|ed|ing) up|recant(?:s|ed|ing)?|retract(?:s|ed|ing)?"
    r"|li(?:ed|es)(?: to \w+(?: \w+)?)? about)\b",
    re.IGNORECASE,
)
# "never admitted", "refused to concede", "asked to acknowledge" and "unless he admits" tell of none.
_NOT_SO = re.compile(
    r"(?:\b(?:not|never|nor|without|refus\w+|declin\w+|if|unless|whether|should|must|to)\W+(?:\w+\W+)?|n['’]t\W+)$",
    re.I,
)
LEAST_WORDS = 4.0


def owns_up(claim: Comparable) -> bool:
    """Whether a claim tells that somebody admitted something.

    A few words before the verb may take it back.
    """
    found = _OWNED_UP.search(claim.words[:1000])
    return found is not None and _NOT_SO.search(claim.words, max(0, found.start() - 30), found.start()) is None


def compare(a: Comparable, b: Comparable, like: Likeness, entity_of: EntityOf) -> Relation | None:
    """The relation of a denial and the admission of him who denied, or None."""
    if like.kin < ON_ONE_EVENT or like.words < LEAST_WORDS:
        return None
    for denial, admission in ((a, b), (b, a)):
        if denial.polarity != "denies" or not denial.voices or not denial.negated or not owns_up(admission):
            continue
        who = entity_of.get(denial.voices[-1])
        if who and who in entities(admission, entity_of) and denial.negated[0] in admission.terms:
            reason = f"“{admission.position}” tells of an admission by him who said “{denial.position}”"
            return Relation(admission.id, denial.id, "changed", "occurrence", 0.7, reason)
    return None
