"""What is denied outright, in the few words that stand under the denial: "denied any coaching of the crew", "found no
evidence of arson". Another clause affirms it that holds the same words close together.

Whole clauses need not resemble each other for that: what is denied may be a small part of one, and is often told in
passing in the other ("was charged with coaching the crew").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import occurrence
from gainsay.matters.likeness import Likeness
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, weight

LONGEST = 600
MOST_TERMS = 5  # that a denial bears on
WINDOW = 7  # words to either side of the first of them in which the others stand elsewhere
BEFORE = 8  # words before it in which something may keep it from being affirmed
LEAST_SHARED, LEAST_SHARE = 5.0, 0.75

# "denied him the licence" denies a thing to somebody.
_DENIES = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:(?:that|having|any|all|every|being|ever)\b)?"
    r"(?!\s*(?:it|them|him|her|us|me|you|the|an?|this)\s)"
    r"|\b(?:no|without\s+any|not\s+any)\s+(?:\w+\s+)?(?:evidence|proof|signs?|indication|truth)\s+(?:of|that|to)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[.;:!?,()]|\s(?:who|which|because|until|till|unless|if|but|as|when|while|since|after|before|despite|and|or|than"
    r"|whether|so|though|although|where)\s",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NOT_AFFIRMED = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|cannot|neither|nor|n\s?['’]?\s?t|\w+n\s?['’]\s?t|refus\w+|fail\w*"
    r"|den(?:y|i)\w*|reject\w*|dismiss\w*|oppos\w*|hardly|if|whether|(?-i:may)|might|could|should|would|any|possibl[ey]"
    r"|potential\w*|avoid\w*|prevent\w*|against|instead|rather|ask\w*|question\w*|http)\b|\bto$",
    re.IGNORECASE,
)


class Phrase(NamedTuple):
    """The terms that a denial bears on, and what they weigh together."""

    terms: tuple[str, ...]
    total: float


@lru_cache(maxsize=8192)
def _phrases(words: str, known: frozenset[str]) -> tuple[Phrase, ...]:
    text = words[:LONGEST]
    found = []
    for place in _DENIES.finditer(text):
        stop = _STOP.search(text, place.end())
        under = content_terms(text, Span(place.end(), stop.start() if stop else len(text)))
        terms = tuple(t for t in dict.fromkeys(under) if t in known)  # without names
        if terms and under[:1] == terms[:1] and len(terms) <= MOST_TERMS:
            found.append(Phrase(terms, sum(weight(t) for t in terms)))
    return tuple(found)


def phrases(claim: Comparable) -> tuple[Phrase, ...]:
    """What the denials in a claim bear on."""
    return _phrases(claim.words, frozenset(claim.terms)) if claim.polarity == "denies" and not claim.hedged else ()


@lru_cache(maxsize=8192)
def _tokens(words: str) -> tuple[tuple[str, str], ...]:
    text = words[:LONGEST]
    return tuple((m.group(), next(iter(content_terms(text, Span(*m.span()))), "")) for m in WORD.finditer(text))


def _affirmed(phrase: Phrase, words: str) -> float:
    """The weight of a denied phrase that a clause holds close together, with nothing before it that takes it back."""
    tokens = _tokens(words)
    best = 0.0
    for at, (_, term) in enumerate(tokens):
        if term != phrase.terms[0] or NOT_AFFIRMED.search(" ".join(w for w, _ in tokens[max(0, at - BEFORE) : at])):
            continue
        near = {t for _, t in tokens[max(0, at - WINDOW) : at + WINDOW + 1]}.intersection(phrase.terms)
        best = max(best, sum(weight(t) for t in sorted(near)))
    return best


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The outright denial of what the other says in part or in passing, or None."""
    if not occurrence.on_one_event(a, b, like) or like.own_names:
        return None
    for denier, denied in ((a, b), (b, a)):
        if denied.hedged or (denier.document == denied.document and denier.voices == denied.voices):
            continue
        for phrase in phrases(denier):
            shared = _affirmed(phrase, denied.words)
            if shared < max(LEAST_SHARED, LEAST_SHARE * phrase.total) or (len(phrase.terms) == 1 and not like.entities):
                continue
            reason = f"“{denied.position}” says what is explicitly denied in “{denier.position}”"
            score = round(0.4 + 0.3 * shared / phrase.total, 3)
            return Relation(denier.id, denied.id, "denies", "occurrence", score, reason)
    return None
