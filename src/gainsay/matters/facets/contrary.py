"""Contrary states: "the pilot was sober" against "the pilot was drunk", "unarmed" against "armed"; and contrary sides
of one thing: "inside the harbour" against "outside the harbour", "before the fire" against "after the fire"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from gainsay.matters.clauses.foregoing import foregoing, names
from gainsay.matters.clauses.notions import opposed, states
from gainsay.matters.clauses.predicates import predicates
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, weight

LONGEST = 600
LEAST_MEANING = 0.6
LEAST_SUBJECT = 2.5
SCORE = 0.65

# What stands before a state in its clause, and up to where its subject reaches back.
_PREDICATE = re.compile(
    r"\b(?:was|were|is|are|be|been|remain(?:s|ed)?|stay(?:s|ed)?|look(?:s|ed)?|seem(?:s|ed)?|found\s+(?:him|her|it|them))\s+"
    r"(?:(?:\w+ly|very|quite|still|already|all|then|so|too|to\s+be)\s+)*(?P<state>[a-z]+)(?=$|[\s.,;:!?)”\"])"
)
_CONTRARY_SIDES = {"inside": "outside", "outside": "inside", "before": "after", "after": "before"}
_SIDE = re.compile(r"\b(?:inside|within|outside|before|after)\b(?=\s+[a-zA-Z])")
_THING_ENDS = re.compile(r"[.,;:!?()“”\"]|\s(?:on|in|at|by|with|from|to|for|and|or|but|that|which|who|when|while|as)\b")
_NEGATED = re.compile(r"(?:un(?=\w{4})|il(?=l)|ir(?=r))(\w{4,})")


class _Put(NamedTuple):
    """A side, the stems of the thing whose side it is, the words before it, and the verbs in them."""

    side: str
    thing: frozenset[str]
    subject: str
    verbs: frozenset[str]


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """Two states of one subject of which only one can be right, or None."""
    if a.polarity != b.polarity or a.hedged or b.hedged or (a.document == b.document and a.voices == b.voices):
        return None
    if (like.meaning or 0.0) < LEAST_MEANING or like.kin < (AKIN if like.entities else ON_ONE_EVENT):
        return None
    for mine, subject in _said(a.words):
        for other, its_subject in _said(b.words):
            if are_contrary(mine, other) and _one(subject, its_subject):
                reason = f"“{mine}” against “{other}”, said of the same: “{a.position}” / “{b.position}”"
                return Relation(a.id, b.id, "conflicts", "occurrence", SCORE, reason)
    return _sides(a, b)


def _sides(a: Comparable, b: Comparable) -> Relation | None:
    """One who did something, or was, on this side of a thing and on that."""
    for mine in _put(a.words):
        for other in _put(b.words):
            if (
                _CONTRARY_SIDES.get(mine.side) == other.side
                and mine.thing == other.thing
                and (mine.side in ("inside", "outside") or mine.verbs & other.verbs)
                and _one(mine.subject, other.subject)
            ):
                reason = f"“{mine.side}” against “{other.side}” the same: “{a.position}” / “{b.position}”"
                return Relation(a.id, b.id, "conflicts", "occurrence", SCORE, reason)
    return None


def are_contrary(one: str, other: str) -> bool:
    """Whether two words tell contrary states.

    >>> are_contrary("sober", "drunk"), are_contrary("harmed", "unharmed"), are_contrary("sober", "tired")
    (True, True, False)
    """
    nothing = frozenset[tuple[int, int]]()
    opposites = opposed(states().get(one, nothing), states().get(other, nothing))
    return bool(opposites or negates_by_form({one}, {other}) or negates_by_form({other}, {one}))


def negates_by_form(words: Set[str], others: Set[str]) -> bool:
    """Whether one of `words` is another's negation by its form: "unarmed", where others have "armed"."""
    return any(_unnegated(word) in others for word in words)


@lru_cache(maxsize=1 << 16)
def _unnegated(word: str) -> str:
    """What a word negates by its form; empty for any other."""
    found = _NEGATED.fullmatch(word)
    return found.group(1) if found else ""


@lru_cache(maxsize=8192)
def _said(words: str) -> tuple[tuple[str, str], ...]:
    """The states that a clause tells, each with the words of its subject."""
    return tuple(_states(words[:LONGEST]))


def _states(text: str) -> Iterator[tuple[str, str]]:
    for found in _PREDICATE.finditer(text):
        state = found["state"]
        if state in states() or _NEGATED.fullmatch(state) or state.endswith("ed"):
            yield state, foregoing(text, found.start())


@lru_cache(maxsize=8192)
def _put(words: str) -> tuple[_Put, ...]:
    """Where a clause puts something: on which side of what, what it tells of it, and of whom."""
    text = words[:LONGEST]
    found = []
    for side in _SIDE.finditer(text):
        stop = _THING_ENDS.search(text, side.end())
        thing = text[side.end() : stop.start() if stop else len(text)]
        subject = foregoing(text, side.start())
        terms = frozenset(content_terms(thing, Span(0, len(thing))))
        if terms:
            found.append(
                _Put("inside" if side.group() == "within" else side.group(), terms, subject, predicates(subject))
            )
    return tuple(found)


def _one(mine: str, other: str) -> bool:
    """Whether two subjects are one: by a name in both, or by a telling noun where not both have names."""
    left, right = names(mine), names(other)
    if left and right:
        return bool(left & right)
    shared = {*content_terms(mine, Span(0, len(mine)))} & {*content_terms(other, Span(0, len(other)))}
    return any(weight(term) >= LEAST_SUBJECT for term in sorted(shared))
