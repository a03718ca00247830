"""One act said and negated: "never meant to give up its boats" against "is willing to give up its boats".

The two clauses may share little else. What they must share is the act (the same word or one for the same notion) and
what it is done to: the words after it or, where none follow ("the strike has not ended"), those before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import occurrence
from gainsay.matters.likeness import Likeness
from gainsay.matters.notions import keys_of
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.polarity import bears_on_verb, negations, only_foretold
from gainsay.statements.terms import content_terms, weight

LONGEST = 1000
REACH = 7
LEAST_SHARED = 6.0
LEAST_SHARE = 0.6
SOME_SHARED = 2.0
# Below this an act is none that one could tell from others: "use", "take", "want".
LEAST_ACT = 2.5
LEAST_MEANING = 0.45
# Of somebody named in both, who did what is no common act, less of the rest need return if the meaning is near.
RARE_ACT = 3.4
DOER_SHARED, DOER_MEANING = 2.5, 0.55

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAUSE = re.compile(r"[.;:!?]")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|cannot|neither|nor|innocen\w+|refus\w+|fail\w*|deni\w+|hardly|\w+n['’]t)\b",
    re.I,
)


# Before a word: it is not affirmed.
_TAKEN_BACK = re.compile(
    rf"{_NEGATION.pattern}|\b(?:against|oppos\w*|avoid\w*|prevent\w*|stop\w*|rights?\s+to|instead|rather|ask\w*|question\w*"
    r"|if|whether|may|might|could|only|un\w+)\b",
    re.I,
)
# What stands right before a verb, adverbs and negations aside; and what makes of a clause a part of another.
_BEFORE_VERB = frozenset(
    """to will would shall can could may might must should do does did has have had is are was were be been being am
    neither nor""".split()
)
_BETWEEN = frozenset("not never also ever even only just still already".split())
_RELATIVE = frozenset("who whom which that if when unless whether until".split())


PREDICATE_MEANING = 0.5
LEAST_WHOLE = 5.5
MOST_UNDER = 4
BEFORE = 80
LEAST_SUBJECT = 1.5
_STOP = re.compile(
    r"[.;:!?,()]|\s(?:who|which|that|because|if|but|as|when|while|since|after|before|so|though|although)\s", re.I
)
_OF_A_PART = re.compile(r"\b(?:who|whom|which|that|what|if|unless|whether|until|because)\s+[^.;:]{0,80}$", re.I)
# Who says again what was denied says it with some force.
_INDEED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|will|would)\s+(?:indeed|in\s+fact|certainly|absolutely)\b", re.I
)
_PRONOUN = re.compile(r"^\W*(?:\w+ly\W+)?(?:it|this|that|they|he|she|i|we)\b", re.I)
_NAME = re.compile(r"\b(?!(?:The|Mr|Mrs|Ms|Dr)\b)[A-Z][^\W\d_]+")
# Between a negation and what it denies.
_LIGHT = re.compile(
    r"\s+(?:(?:be|been|being|have|had|has|make|made|an?|any|the|in|on|at|about|to|ever|even|yet|also|such|\w+ly)\s+)*",
    re.I,
)


class _Act(NamedTuple):
    word: str
    keys: frozenset[str]
    done_to: frozenset[str]
    negated: bool


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The denial of an act that the other claims, or None."""
    if a.polarity == b.polarity or not occurrence.on_one_event(a, b, like) or like.own_names:
        return None
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not (_is_told(denier) and _is_told(denied)) or (like.meaning or LEAST_MEANING) < LEAST_MEANING:
        return None
    if not occurrence.of_one_mood(denier, denied) or occurrence.sets_apart(denier, denied):
        return None
    if denier.document == denied.document and denier.voices == denied.voices:
        return None
    for act in _acts(denier.words):
        if not act.negated or act.word not in denier.negated:
            continue
        for other in _acts(denied.words):
            share = _share(act, other)
            if share is None and like.entities and (like.meaning or 0.0) >= DOER_MEANING:
                share = _doers_share(act, other)
            if share is not None and not other.negated:
                reason = (
                    f"“{denied.position}” is contradicted by “{denier.position}”: what is said there to “{other.word}”"
                )
                return Relation(denier.id, denied.id, "denies", "occurrence", round(0.3 + 0.4 * share, 3), reason)
    return None


def predicate(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The denial of what the other says of the same subject, whatever else either says, or None.

    "The law does not discriminate" denies that "the law gives leave to discriminate against tenants".
    """
    if a.polarity == b.polarity or not occurrence.on_one_event(a, b, like):
        return None
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not denier.negated or (denier.document == denied.document and denier.voices == denied.voices):
        return None
    whole = set(denier.terms) <= set(denied.terms) and like.words >= LEAST_WHOLE
    if ((like.meaning or 0.0) < PREDICATE_MEANING and not whole) or not (_is_told(denier) and _is_told(denied)):
        return None
    if not (occurrence.of_one_mood(denier, denied) and occurrence.is_held(denied.words)):
        return None
    if occurrence.sets_apart(denier, denied):
        return None
    under = _under(denier.words)
    shared = [t for t in under.terms if t in denied.terms]
    if not shared or (shared[0] != under.terms[0] and not _INDEED.search(denied.words)):
        return None
    if sum(map(weight, shared)) < max(RARE_ACT, sum(map(weight, under.terms)) / 2):
        return None
    at = next(iter(_places(denied.words, shared)), None)
    if at is None or _TAKEN_BACK.search(denied.words, max(0, at - BEFORE), at):
        return None
    if not _one_subject(under.subject, denier, denied, at, like):
        return None
    share = sum(map(weight, shared)) / sum(map(weight, under.terms))
    reason = f"“{denied.position}” is contradicted by “{denier.position}”, which denies it of the same"
    return Relation(
        denier.id, denied.id, "denies", "occurrence", round(0.25 + 0.2 * share + 0.4 * (like.meaning or 0.0), 3), reason
    )


class _Under(NamedTuple):
    """What stands under the negation of a clause, and before it."""

    subject: str
    terms: tuple[str, ...]


@lru_cache(maxsize=8192)
def _under(words: str) -> _Under:
    text = words[:LONGEST]
    for negation in negations(text, Span(0, len(text))):
        if bears_on_verb(text, negation):
            if _OF_A_PART.search(text, 0, negation.start):
                break
            stop = _STOP.search(text, negation.end)
            terms = content_terms(text, Span(negation.end, stop.start() if stop else len(text)))
            light = _LIGHT.match(text, negation.end)
            word = _WORD.match(text, light.end() if light else negation.end)
            if word is None or content_terms(text, Span(*word.span())) != terms[:1]:
                break
            return _Under(text[: negation.start], tuple(dict.fromkeys(terms))[:MOST_UNDER])
    return _Under("", ())


def _places(words: str, terms: Sequence[str]) -> Iterator[int]:
    """Where the first of these terms stand in a clause."""
    for match in _WORD.finditer(words[:LONGEST]):
        if content_terms(words, Span(*match.span()))[:1] == (terms[0],):
            yield match.start()


def _one_subject(subject: str, denier: Comparable, denied: Comparable, at: int, like: Likeness) -> bool:
    """Whether what stands before a negation stands before what the other clause says as well, or goes by a pronoun."""
    before = denied.words[:at]
    mine, other = (set(content_terms(t, Span(0, len(t)))) | set(_NAME.findall(t)) for t in (subject, before))
    if mine & other:
        return any(word[0].isupper() or weight(word) >= LEAST_SUBJECT for word in sorted(mine & other))
    if _PRONOUN.match(subject) or _PRONOUN.match(before):
        return bool(like.entities) or denier.document == denied.document
    # "There is no emergency" has no subject but what is denied.
    return not mine


def nearly(denier: Comparable, denied: Comparable) -> float:
    """How much of what an act is done to is the same, where one claim negates the act and the other tells of it; 0
    where it shares too little to tell, or no act is.
    """
    shares = [
        _shared(act, other)
        for act in _acts(denier.words)
        if act.negated and act.word in denier.negated
        for other in _acts(denied.words)
        if not other.negated and act.keys & other.keys
    ]
    return max((share for shared, share in shares if shared >= SOME_SHARED), default=0.0)


def _share(act: _Act, other: _Act) -> float | None:
    if not act.keys & other.keys:
        return None
    shared, share = _shared(act, other)
    return None if shared < LEAST_SHARED or share < LEAST_SHARE else share


def _is_told(claim: Comparable) -> bool:
    """Whether a claim is no guess: what somebody is said to have foretold ("that he would sign") is none."""
    return not claim.hedged or (bool(claim.voices) and only_foretold(claim.words))


def _doers_share(act: _Act, other: _Act) -> float | None:
    """The same of acts of one doer."""
    if not act.keys & other.keys or weight(act.word) < RARE_ACT:
        return None
    shared, share = _shared(act, other)
    return share if shared >= DOER_SHARED and share >= LEAST_SHARE else None


def _shared(act: _Act, other: _Act) -> tuple[float, float]:
    """The weight of what two acts are both done to, and its share of the lesser."""
    shared = sum(weight(t) for t in sorted(act.done_to & other.done_to))
    lesser = min(sum(weight(t) for t in sorted(one.done_to)) for one in (act, other))
    return shared, shared / lesser if lesser else 0.0


def _is_verb(before: list[str], text: str, token: tuple[str, int, int]) -> bool:
    """Whether a word stands where the verb of a main clause does, or looks like one."""
    if text[token[1]].isupper() or not _RELATIVE.isdisjoint(before):
        return False
    while before and (before[-1] in _BETWEEN or before[-1].endswith("ly")):
        before = before[:-1]
    last = before[-1] if before else ""
    return last in _BEFORE_VERB or last.endswith("n't") or token[0].endswith(("ed", "ing"))


@lru_cache(maxsize=8192)
def _acts(words: str) -> tuple[_Act, ...]:
    """The content words of a clause that may be acts, each with what it is done to."""
    text = words[:LONGEST]
    tokens = [(m.group().lower().replace("’", "'"), *m.span()) for m in _WORD.finditer(text)]
    terms = [content_terms(text, Span(start, end))[:1] for _, start, end in tokens]
    found = []
    for at, own in enumerate(terms):
        if (
            not own
            or weight(own[0]) < LEAST_ACT
            or not _is_verb([t[0] for t in tokens[max(0, at - 6) : at]], text, tokens[at])
        ):
            continue
        pause = _PAUSE.search(text, tokens[at][2])
        end = pause.start() if pause else len(text)
        after = {t for n in range(at + 1, min(len(tokens), at + 1 + REACH)) if tokens[n][2] <= end for t in terms[n]}
        before = {t for n in range(max(0, at - REACH), at) for t in terms[n]}
        first = max(tokens[max(0, at - 5)][1], text.rfind(",", 0, tokens[at][1]))
        negated = _NEGATION.search(text, first, tokens[at][1]) is not None
        keys = frozenset((own[0], *keys_of(tokens[at][0])))
        found.append(_Act(own[0], keys, frozenset(after or before) - {own[0]}, negated))
    return tuple(found)
