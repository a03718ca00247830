"""Figures: do two numbers count the same thing, and can both hold?

The comparison is structured: categories must be the same, the clauses must share what they speak of, and only then
are the values compared, with their qualifiers and their rounding. Rounding and bounds are a difference of scope,
never a conflict.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from gainsay.annotations.dates import disjoint
from gainsay.annotations.figures import Qualifier, Value
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.statements.terms import stem

Interval = tuple[float, float]

# Words that count persons without saying which: they may stand for any other category of persons in the same act.
_ANY_PERSONS = frozenset(
    """people person man woman individual citizen resident inhabitant soul life victim dead casualty fatality
    body""".split()
)

# Acts that are stages or degrees of one thing and not the same: a difference of figures between them is one of
# category.
_CATEGORIES = (
    frozenset("arrest detain summon charge indict try convict sentence jail imprison prosecute hold".split()),
    frozenset("kill die wound injure hurt perish drown slay murder execute massacre lose".split()),
    frozenset("attend gather march demonstrate rally protest join strike come turn arrive appear assemble".split()),
    frozenset("flee leave displace evacuate deport expel emigrate cross enter".split()),
)

# How far an approximate statement reaches on either side: "about 700" covers 684, not 500.
ABOUT = 0.1
NEARLY = 0.12
# How far "more than" is meant to reach in practice: nobody says "more than 100" of 400.
OVER = 0.6


def interval(value: Value, qualifier: Qualifier | None) -> Interval | None:
    """The values a figure leaves open, both ends included; None for "many".

    >>> interval(130, "nearly")
    (114.4, 129.99)
    >>> interval((150, 200), None)
    (150.0, 200.0)
    """
    if value is None or qualifier == "vague":
        return None
    low, high = value if isinstance(value, tuple) else (value, value)
    least = -math.inf if low is None else float(low)
    most = math.inf if high is None else float(high)
    if qualifier == "over":
        return least * 1.0001, max(most, least * (1 + OVER))
    if qualifier == "at least":
        return least, max(most, least * (1 + OVER))
    if qualifier == "up to":
        return -math.inf, most
    if qualifier == "nearly":
        return round(least * (1 - NEARLY), 2), round(most - 0.01, 2)
    if qualifier == "about":
        return least * (1 - ABOUT), most * (1 + ABOUT)
    return least, most


def rounding(value: Value) -> float:
    """Half the last place that a number seems to be rounded to; 0 for one that is not round.

    >>> rounding(700)
    50.0
    >>> rounding(684)
    0.0
    """
    if isinstance(value, tuple) or value is None or value < 20 or value != int(value):
        return 0.0
    place = 1
    while int(value) % (place * 10) == 0:
        place *= 10
    return place / 2 if place > 1 else 0.0


def _widened(figure: Comparable) -> Interval | None:
    bounds = interval(figure.value, figure.qualifier)
    if bounds is None:
        return None
    slack = rounding(figure.value)
    return bounds[0] - slack, bounds[1] + slack


def _overlap(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def values(a: Comparable, b: Comparable) -> tuple[RelationKind, str]:
    """How two values stand to each other, with the reason in words.

    `agrees`: equal, with the same qualifier. `scope`: bounds or rounding let both hold. `conflicts`: neither.
    """
    left, right = a.position, b.position
    if a.value == b.value and a.qualifier == b.qualifier:
        return "agrees", f"both say “{left}”" if left == right else f"“{left}” and “{right}”: the same figure"
    if _overlap(interval(a.value, a.qualifier), interval(b.value, b.qualifier)):
        return "scope", f"“{left}” and “{right}” can both hold: a bound or an approximate figure covers the other"
    if _overlap(_widened(a), _widened(b)):
        return "scope", f"“{left}” and “{right}” lie within rounding of each other"
    return "conflicts", f"“{left}” against “{right}”: the values exclude each other"


def category(action: str | None) -> frozenset[str] | None:
    """The family of acts that an act is a stage or degree of."""
    return next((acts for acts in _CATEGORIES if action in acts), None) if action else None


def _same_counted(a: Comparable, b: Comparable) -> bool:
    """Whether the same category is counted: the same noun, or persons at large on one side."""
    if a.unit != b.unit:
        return False
    if a.head and b.head:
        if stem(a.head) == stem(b.head):
            return True
        return a.unit == "persons" and (a.head in _ANY_PERSONS or b.head in _ANY_PERSONS)
    return False


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two figures, or None where they do not count the same thing."""
    if a.part or b.part or interval(a.value, a.qualifier) is None or interval(b.value, b.qualifier) is None:
        return None
    same_act = a.action is not None and a.action == b.action
    related_act = category(a.action) is not None and category(a.action) is category(b.action)
    if not (_same_counted(a, b) or (related_act and a.unit == b.unit == "persons")):
        return None
    if not _ENOUGH[_footing(a, b, same_act, related_act)](like):
        return None
    kind, reason = values(a, b)
    if kind != "agrees" and a.when and b.when and disjoint(a.when, b.when):
        kind, reason = "scope", f"{reason}; they speak of different times ({a.when}, {b.when})"
    elif kind == "conflicts" and not same_act and related_act:
        kind, reason = "scope", f"“{a.position}” and “{b.position}” count different things ({a.action}, {b.action})"
    return Relation(a.id, b.id, kind, "figure", _score(like, same_act), reason)


def _footing(a: Comparable, b: Comparable, same_act: bool, related_act: bool) -> str:
    if same_act and _same_counted(a, b):
        return "same thing, same act"
    if same_act or related_act:
        return "same act"
    return "same thing"


# What the clauses must share besides, by how much the figures themselves already have in common. Chosen on the
# development events: below these, most pairs count different sets.
_ENOUGH: dict[str, Callable[[Likeness], bool]] = {
    "same thing, same act": lambda like: like.coverage >= 0.35,
    "same act": lambda like: like.coverage >= 0.45 and like.words >= 5,
    "same thing": lambda like: like.coverage >= 0.5 and like.words >= 6,
}


def _score(like: Likeness, same_act: bool) -> float:
    return round(min(1.0, 0.6 * like.coverage + 0.2 * min(like.words / 15, 1.0) + (0.2 if same_act else 0.0)), 3)
