"""What one tells that somebody did, and another that he refused or failed to do: "blessed the troops", "refused to
bless them"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.clauses.foregoing import foregoing, names
from gainsay.matters.clauses.predicates import verb_stem
from gainsay.matters.comparable import Comparable, EntityOf, entities
from gainsay.matters.facets.denied import NOT_AFFIRMED
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, weight

LONGEST = 600
LEAST_MEANING = 0.5
LEAST_ACT, LEAST_HELD = 2.5, 3.0
SCORE = 0.65
AFTER = 3

_REFUSED = re.compile(
    r"\b(?:refused|declined|failed|neglected|omitted|would\s+not|wouldn['’]t)\s+(?:to\s+)?(?P<act>[a-z]+)"
)
_INFINITIVE = re.compile(r"to\s+[a-z]")
_STOP = re.compile(r"[.;:!?()“”\"]|\b(?:that|because|if|but|as|when|while|since|after|before|although|and|who|which)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FORMS = ("ed", "d", "t")


class _Refusal(NamedTuple):
    """The stem of an act, the names of who refused it (empty: told elsewhere), and what it would be done to."""

    act: str
    names: frozenset[str]
    whom: frozenset[str]


def compare(a: Comparable, b: Comparable, like: Likeness, entity_of: EntityOf) -> Relation | None:
    """The refusal against the deed, or None. Who did it must be named in both, and the act be no common one."""
    if like.kin < AKIN or a.hedged or b.hedged or (a.document == b.document and a.voices == b.voices):
        return None
    for refuser, doer in ((a, b), (b, a)):
        told = _refused_by_holder(refuser, doer, entity_of)
        if not told and like.entities and (like.meaning or 0.0) >= LEAST_MEANING:
            found = _refusal(refuser.words)
            told = found is not None and weight(found.act) >= LEAST_ACT and _did(found, doer.words)
        if told:
            reason = f"“{refuser.position}” says that what “{doer.position}” tells was refused or left undone"
            return Relation(refuser.id, doer.id, "denies", "occurrence", SCORE, reason)
    return None


def refuses(claim: Comparable) -> bool:
    """Whether a claim is what its holder refused to do ("refused | to bless them")."""
    return claim.polarity == "denies" and bool(claim.voices) and _INFINITIVE.match(claim.words) is not None


def _refused_by_holder(refuser: Comparable, doer: Comparable, entity_of: EntityOf) -> bool:
    if not refuses(refuser) or doer.polarity == "denies":
        return False
    holder = entity_of.get(refuser.voices[-1])
    if holder is None or holder not in entities(doer, entity_of):
        return False
    found = _refusal("refused " + refuser.words)
    return found is not None and weight(found.act) >= LEAST_HELD and _did(found, doer.words)


@lru_cache(maxsize=8192)
def _refusal(words: str) -> _Refusal | None:
    text = words[:LONGEST]
    found = _REFUSED.search(text)
    if found is None:
        return None
    act = verb_stem(found["act"])
    behind = text[found.end() : (stop.start() if (stop := _STOP.search(text, found.end())) else len(text))]
    whom = frozenset(content_terms(behind, Span(0, len(behind)))[:AFTER])
    return _Refusal(act, names(foregoing(text, found.start())), whom)


def _did(refusal: _Refusal, words: str) -> bool:
    """Whether a clause tells of the act as done by somebody of the same name, to the same."""
    text = words[:LONGEST]
    for word in _WORD.finditer(text):
        past = word.group().endswith(_FORMS) and verb_stem(word.group().lower()) == refusal.act
        before = foregoing(text, word.start())
        named = names(before)
        if past and named and (not refusal.names or refusal.names & named) and not NOT_AFFIRMED.search(before):
            behind = content_terms(text, Span(word.end(), len(text)))
            return not refusal.whom or bool(refusal.whom & frozenset(behind))
    return False
