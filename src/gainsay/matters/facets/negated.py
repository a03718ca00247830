"""One act said and negated: "never meant to give up its boats" against "is willing to give up its boats".

The two clauses may share little else. What they must share is the act (the same word or one for the same notion) and
what it is done to: the words after it or, where none follow ("the strike has not ended"), those before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gainsay.annotations.figures.actions import PAST
from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import occurrence
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.polarity import only_foretold
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
LEAST_OBJECT = 3.0
DOER_SHARED, DOER_MEANING = 2.5, 0.55

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PAUSE = re.compile(r"[.;:!?]")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|cannot|neither|nor|innocen\w+|refus\w+|fail\w*|deni\w+|hardly|\w+n['’]t)\b",
    re.I,
)


# "laid no mines", "paid nothing"
_NONE = re.compile(r"\s+(?:no|nothing|nobody|none|neither)\b", re.I)
# Where it is told of an act how, where or by whom.
_TURN = re.compile(r"\s(?:in|at|on|by|with|from|to|for|during|after|before|near|under|over|through|against)\s", re.I)
_BEING = frozenset("was were is are been being be".split())

# What stands right before a verb, adverbs and negations aside; and what makes of a clause a part of another.
_BEFORE_VERB = frozenset(
    """to will would shall can could may might must should do does did has have had is are was were be been being am
    neither nor""".split()
)
_BETWEEN = frozenset("not never also ever even only just still already".split())
_RELATIVE = frozenset("who whom which that if when unless whether until".split())


class _Act(NamedTuple):
    """`done_to` is what stands after the act; `object` the part of it before a preposition, or what stands before a
    passive, and nothing for what is only meant ("to lay mines").
    """

    word: str
    keys: frozenset[str]
    done_to: frozenset[str]
    object: frozenset[str]
    negated: bool


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The denial of an act that the other claims, or None."""
    if a.polarity == b.polarity or like.kin < AKIN or like.own_names:
        return None
    one_event = occurrence.on_one_event(a, b, like)
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not may_deny(denier, denied) or (like.meaning or LEAST_MEANING) < LEAST_MEANING:
        return None
    if denier.document == denied.document and denier.voices == denied.voices:
        return None
    for act in _acts(denier.words):
        if not act.negated or act.word not in denier.negated:
            continue
        for other in _acts(denied.words):
            share = _share(act, other) if one_event else None
            if share is None and like.entities and (like.meaning or 0.0) >= DOER_MEANING:
                share = (_doers_share(act, other) if one_event else None) or (1.0 if _one_object(act, other) else None)
            if share is not None and not other.negated:
                reason = (
                    f"“{denied.position}” is contradicted by “{denier.position}”: what is said there to “{other.word}”"
                )
                return Relation(denier.id, denied.id, "denies", "occurrence", round(0.3 + 0.4 * share, 3), reason)
    return None


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


def may_deny(denier: Comparable, denied: Comparable) -> bool:
    """Whether both claims are held, of what is or both of what ought to be, and the one is no part of the other."""
    if not (_is_told(denier) and _is_told(denied) and occurrence.is_held(denied.words)):
        return False
    return occurrence.of_one_mood(denier, denied) and not occurrence.sets_apart(denier, denied)


def _is_told(claim: Comparable) -> bool:
    """Whether a claim is no guess: what somebody is said to have foretold ("that he would sign") is none."""
    return not claim.hedged or (bool(claim.voices) and only_foretold(claim.words))


def _doers_share(act: _Act, other: _Act) -> float | None:
    """The same of acts of one doer."""
    if not act.keys & other.keys or weight(act.word) < RARE_ACT:
        return None
    shared, share = _shared(act, other)
    return share if shared >= DOER_SHARED and share >= LEAST_SHARE else None


def _one_object(act: _Act, other: _Act) -> bool:
    """Whether two are the same act on the same."""
    shared = act.object & other.object
    within = bool(shared) and shared in (act.object, other.object)
    return act.word == other.word and within and sum(weight(t) for t in sorted(shared)) >= LEAST_OBJECT


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
    return last in _BEFORE_VERB or last.endswith("n't") or token[0].endswith(("ed", "ing")) or token[0] in PAST


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
        negated = _NEGATION.search(text, first, tokens[at][1]) or _NONE.match(text, tokens[at][2])
        keys = frozenset((own[0], *keys_of(tokens[at][0])))
        said = tokens[at - 1][0] if at else ""
        turn = _TURN.search(text, tokens[at][2], end)
        stop = turn.start() if turn else end
        behind = {t for n in range(at + 1, min(len(tokens), at + 1 + REACH)) if tokens[n][2] <= stop for t in terms[n]}
        whom = before if said in _BEING else set() if said == "to" else behind
        rest = frozenset(after or before) - {own[0]}
        found.append(_Act(own[0], keys, rest, frozenset(whom) - {own[0]}, negated is not None))
    return tuple(found)
