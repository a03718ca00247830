"""What one clause says of a subject and another denies of it: "the law does not discriminate" against "the law gives
leave to discriminate".

The two may share little else. What they must share is the predicate (the word right under the negation) and the
subject before it: by a name, by a telling noun, or by a pronoun that stands for the same person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.comparable import Comparable, EntityOf
from gainsay.matters.facets import negated, occurrence
from gainsay.matters.likeness import Likeness
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.polarity import bears_on_verb, negations
from gainsay.statements.terms import content_terms, weight

LONGEST = 1000
LEAST_MEANING = 0.5
LEAST_PREDICATE, LEAST_SHARE = 3.4, 0.5
# Where all that a short denial says returns, its meaning need not be near: vectors hardly tell "not".
LEAST_WHOLE = 5.5
LEAST_SUBJECT = 1.5
MOST_TERMS = 4
BEFORE = 80

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(
    r"[.;:!?,()]|\s(?:who|which|that|because|if|but|as|when|while|since|after|before|so|though|although)\s",
    re.IGNORECASE,
)
# A negation in a part of the clause denies nothing of what the clause is about.
_OF_A_PART = re.compile(
    r"\b(?:who|whom|which|that|what|if|unless|whether|until|because)\s+[^.;:]{0,80}$", re.IGNORECASE
)
# Between a negation and what it denies.
_LIGHT = re.compile(
    r"\s+(?:(?:be|been|being|have|had|has|make|made|an?|any|the|ever|even|yet|also|such|\w+ly)\s+)*", re.IGNORECASE
)
# Before a word: it is not affirmed there, or only of somebody else.
_TAKEN_BACK = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|cannot|neither|nor|innocen\w+|refus\w+|fail\w*|den[iy]\w*|hardly|\w+n['’]t"
    r"|against|oppos\w*|avoid\w*|prevent\w*|stop\w*|rights?\s+to|instead|rather|ask\w*|question\w*|if|whether|(?-i:may)|might|could"
    r"|only|un\w+)\b|\b(?:allow|enabl|permit|order|ask|urg|direct|requir|authori[sz]|negotiat)\w*\b[^.;]{0,80}\bto\s+$",
    re.IGNORECASE,
)
# Who says again what was denied says it with some force, were it in other words.
_INDEED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would)\s+(?:indeed|in\s+fact|certainly|absolutely)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\W*(?:\w+ly\W+)?(?:he|she|I)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\W*(?:\w+ly\W+)?(?:it|this|that|they|we)\b", re.IGNORECASE)
_THERE = re.compile(r"\W*(?:\w+ly\W+)?there\b", re.IGNORECASE)
_TITLES = frozenset("The Mr Mrs Ms Dr Gov Sen Rep".split())
# The first word of a clause may be none.
_NAME = re.compile(r"(?<=\w\W)[A-Z][^\W\d_]+|^\W*([A-Z][^\W\d_]+)(?=\s?['’]s?\b)")
# "Had we left, there would be no harbour".
_COUNTERFACTUAL = re.compile(r"\bhad\s+(?:I|we|you|he|she|it|they|the)\b", re.IGNORECASE)


class _Denied(NamedTuple):
    """What stands before the negation of a clause, and the first words under it."""

    subject: str
    terms: tuple[str, ...]


def compare(a: Comparable, b: Comparable, like: Likeness, entity_of: EntityOf) -> Relation | None:
    """The denial of what the other says of the same subject, whatever else either says, or None."""
    if a.polarity == b.polarity or not occurrence.on_one_event(a, b, like):
        return None
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not denier.negated or (denier.document == denied.document and denier.voices == denied.voices):
        return None
    if not _is_near(denier, denied, like):
        return None
    found = _denied(denier.words)
    shared = [t for t in found.terms if t in denied.terms]
    if not shared or (shared[0] != found.terms[0] and not _INDEED.search(denied.words)):
        return None
    told, total = sum(map(weight, shared)), sum(map(weight, found.terms))
    at = _place(denied.words, shared[0])
    if told < max(LEAST_PREDICATE, LEAST_SHARE * total) or at is None or not negated.may_deny(denier, denied):
        return None
    if _TAKEN_BACK.search(denied.words, max(0, at - BEFORE), at) or not _of_one(
        found.subject, denier, denied, at, like, entity_of
    ):
        return None
    reason = f"“{denied.position}” is contradicted by “{denier.position}”, which denies it of the same"
    score = round(0.25 + 0.2 * told / total + 0.4 * (like.meaning or 0.0), 3)
    return Relation(denier.id, denied.id, "denies", "occurrence", score, reason)


def _is_near(denier: Comparable, denied: Comparable, like: Likeness) -> bool:
    whole = like.words >= LEAST_WHOLE and set(denier.terms) <= set(denied.terms)
    return whole or (like.meaning or 0.0) >= LEAST_MEANING


@lru_cache(maxsize=8192)
def _denied(words: str) -> _Denied:
    text = words[:LONGEST]
    for negation in negations(text, Span(0, len(text))):
        if not bears_on_verb(text, negation):
            continue
        subject = text[: negation.start]
        if _OF_A_PART.search(subject) or _COUNTERFACTUAL.search(text) or not subject.strip():
            break
        stop = _STOP.search(text, negation.end)
        terms = content_terms(text, Span(negation.end, stop.start() if stop else len(text)))
        light = _LIGHT.match(text, negation.end)
        word = _WORD.match(text, light.end() if light else negation.end)
        if word is None or content_terms(text, Span(*word.span())) != terms[:1]:
            break
        return _Denied(subject, tuple(dict.fromkeys(terms))[:MOST_TERMS])
    return _Denied("", ())


def _place(words: str, term: str) -> int | None:
    """Where a term first stands in a clause."""
    found = (m.start() for m in _WORD.finditer(words[:LONGEST]) if content_terms(words, Span(*m.span()))[:1] == (term,))
    return next(found, None)


def _of_one(subject: str, denier: Comparable, denied: Comparable, at: int, like: Likeness, entity_of: EntityOf) -> bool:
    """Whether what stands before a negation stands before what the other clause says as well, or goes by a pronoun."""
    before = denied.words[:at]
    mine, other = _names(subject), _names(before)
    if mine and other:
        return bool(mine & other)
    mine, other = (set(content_terms(text, Span(0, len(text)))) for text in (subject, before))
    if any(weight(term) >= LEAST_SUBJECT for term in sorted(mine & other)):
        return True
    here = denier.document == denied.document
    if any(_PERSON.match(text) or (here and _PRONOUN.match(text)) for text in (subject, before)):
        first = [entity_of.get(c.referents[0]) if c.referents else None for c in (denier, denied)]
        same = first[0] is not None and (first[0] == first[1] or (here and bool(like.entities)))
        return same and not re.search(r"\bto\s$", before)
    # "There is no emergency" has no subject but what it denies.
    return here and _THERE.match(subject) is not None


def _names(words: str) -> set[str]:
    """The capitalised words that are names."""
    return {m[1] or m[0] for m in _NAME.finditer(words)} - _TITLES
