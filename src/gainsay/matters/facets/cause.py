"""Causes: one thing that is for this by one account and for that by another, or comes from this and from that."""

from __future__ import annotations

from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.opinions.reasons import ATTEMPTS, POINTING
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import stem, weight

NEXT = 60
"""Characters between two clauses that a noun like "move" joins at most."""

_POINTING = frozenset(map(stem, POINTING))
ALIKE = 0.33
"""Two reasons that share more than this may be one."""

KINDS = ("purpose", "cause")


def compare(a: Comparable, b: Comparable, like: Likeness, one_holder: bool = False) -> Relation | None:
    """The relation of two reasons for one thing, or None. `one_holder`: the same person gives both."""
    if like.kin < ON_ONE_EVENT or a.act != b.act or one_holder or like.own_names or not _one_thing(a, b, like):
        return None
    one_voice = a.document == b.document and a.voices == b.voices
    if one_voice or not a.context or not b.context or _shared(a.context, b.context) > ALIKE:
        return None
    if a.act == "purpose" and not any(c.voices or c.head in ATTEMPTS for c in (a, b)):
        return None  # what two papers say in their own voice a thing is for, it may all be for
    asked = "is said to be for" if a.act == "purpose" else "is put down to"
    thing = " ".join(sorted(like.terms)) or "it"
    reason = f"the same ({thing}) {asked} “{a.position}” and “{b.position}”"
    score = round(min(1.0, 0.5 + 0.1 * len(like.entities) + 0.1 * len(like.terms)), 3)
    return Relation(a.id, b.id, "conflicts", "cause", score, reason)


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How much of the shorter of two reasons is the other's, by weight."""
    both = sum(weight(t) for t in sorted(set(a) & set(b)))
    return both / max(0.1, min(sum(map(weight, a)), sum(map(weight, b))))


def _one_thing(a: Comparable, b: Comparable, like: Likeness) -> bool:
    if bool(a.action) != bool(b.action):
        return False
    if a.action and b.action:
        return bool(set(keys_of(a.action)) & set(keys_of(b.action))) and bool(like.entities or like.terms)
    if not a.terms or not b.terms or a.terms[-1] != b.terms[-1]:
        return False
    if a.terms[-1] in _POINTING:  # what was done just before, not any other move
        first, second = sorted((a.span, b.span))
        return a.document == b.document and second.start - first.end <= NEXT
    return True
