"""Dates: is one event put at two times?"""

from __future__ import annotations

from gainsay.annotations.dates import disjoint, holds, same
from gainsay.matters.comparable import Comparable
from gainsay.matters.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.likeness import Likeness
from gainsay.matters.verdict import Relation

# An event told twice shares most of its words; a speech, a visit or a vote recurs, and shares some.
LEAST_COVERAGE = 0.6
LEAST_WORDS = 9.0
LEAST_OVERLAP = 0.35
MUCH_THE_SAME = 0.6


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two dated clauses, or None where they need not tell of one event."""
    if like.kin < AKIN or like.coverage < LEAST_COVERAGE or like.words < LEAST_WORDS:
        return None
    if a.polarity != b.polarity or a.hedged or b.hedged:
        return None
    alike = LEAST_OVERLAP if like.kin >= ON_ONE_EVENT else MUCH_THE_SAME
    one_event = like.overlap >= alike and not like.own_names
    score = round(min(1.0, like.coverage), 3)
    if not (a.when and b.when):
        return _by_name(a, b, score) if one_event else None
    if same(a.when, b.when) or holds(a.when, b.when):
        return Relation(a.id, b.id, "agrees", "date", score, f"“{a.position}” and “{b.position}” can be one date")
    if not one_event:
        return None
    if disjoint(a.when, b.when):
        reason = f"“{a.position}” ({a.when}) against “{b.position}” ({b.when}): the dates exclude each other"
        return Relation(a.id, b.id, "conflicts", "date", score, reason)
    reason = f"“{a.position}” ({a.when}) and “{b.position}” ({b.when}) overlap in part"
    return Relation(a.id, b.id, "scope", "date", score, reason)


def _by_name(a: Comparable, b: Comparable, score: float) -> Relation | None:
    """Where the calendar date is not known, another day of the week or another month tells all the same."""
    if not (a.head and b.head) or a.head == b.head or (a.head.endswith("day") != b.head.endswith("day")):
        return None
    reason = (
        f"“{a.position}” against “{b.position}”: a different {'day of the week' if a.head.endswith('day') else 'month'}"
    )
    return Relation(a.id, b.id, "conflicts", "date", score, reason)
