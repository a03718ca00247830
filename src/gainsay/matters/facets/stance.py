"""Stances: one wants a plan that another is against, or thinks likely what another thinks unlikely."""

from __future__ import annotations

import re

from gainsay.matters.clauses.notions import keys_of, poles
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.opinions.attitudes import acts_on
from gainsay.matters.opinions.stances import stance_stems
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import weight

TELLING = 2.5
"""What the words that two plans of one document share weigh at least."""

LEAST = 1.4
"""The same in two documents on one event, which may well be about that thing."""

OF_ONE = 0.3
"""Two stands in clauses less near in meaning, read on reports of one year, were never on one plan."""

_SEEKING = frozenset("seek seeks sought seeking".split())
_OTHER = re.compile(r"\b(?:better|other|another|different|similar|separate|own)\b", re.IGNORECASE)


def family(one: Comparable) -> str | None:
    """Which kind of stance an evaluation is: "will", "outlook", or None where it judges."""
    return one.act or ("will" if acts_on(one.head or "") else None)


def compare(a: Comparable, b: Comparable, like: Likeness, one_holder: bool = False) -> Relation | None:
    """The relation of two stances on one plan, or None."""
    if like.kin < ON_ONE_EVENT or (a.charge or 0.0) * (b.charge or 0.0) >= 0 or like.own_names:
        return None
    if (a.act is None) != (b.act is None) and _SEEKING & {a.head, b.head}:
        return None  # to seek an office is no stand on what others praise or blame
    if family(a) != family(b) or not _one_plan(a, b, like):
        return None
    if like.meaning is not None and like.meaning < OF_ONE:
        return None
    wanted, opposed = (a, b) if (a.charge or 0.0) > 0 else (b, a)
    said = "is against" if family(a) == "will" else "doubts"
    favoured = "is for" if family(a) == "will" else "thinks likely"
    reason = f"“{wanted.position}” {favoured} what “{opposed.position}” {said}"
    score = round(min(1.0, 0.5 + 0.1 * len(like.entities) + 0.1 * len(like.terms)), 3)
    return Relation(wanted.id, opposed.id, "conflicts", "evaluation", score, reason)


def _one_plan(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether the same is to be done with the same thing.

    In one document several things of a kind are told of ("a better deal", "no deal"): there a common noun alone does
    not show that it is one.
    """
    if not like.entities and like.words < TELLING and (a.document == b.document or 0 < like.words < LEAST):
        return False
    if len(like.terms) == 1 and (_another(a, b, like) or _OTHER.search(a.position) or _OTHER.search(b.position)):
        return False
    if a.action and b.action:
        return _alike(a.action, b.action) and bool(like.terms or like.entities)
    if a.action or b.action:
        acting, other = (a, b) if a.action else (b, a)
        act = acting.action or ""
        return bool(other.terms) and weight(act) >= LEAST and _alike(act, other.terms[-1])
    if not a.terms and not b.terms:
        return bool(like.entities) and bool({"option"} & {a.head, b.head})  # else one sides with somebody
    return bool(a.terms and b.terms) and _alike(a.terms[-1], b.terms[-1])


def _another(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether one document tells of a thing of somebody's and of another one ("Hale's bill", "her bill")."""
    return a.document == b.document and not like.entities and bool(a.referents) != bool(b.referents)


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    one_notion = set(keys_of(a)) & set(keys_of(b)) or poles(a) & poles(b)
    return bool(one_notion) and stance_stems().isdisjoint((a, b))
