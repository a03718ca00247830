"""Features of a pair of clauses, from which the relation model judges how they are related.

All are symmetric: the order of the two means nothing. "One" in a name says that the thing holds of one clause alone,
"both" that it holds of both. `training/relation.md` tells what each group is worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from gainsay.annotations.dates import disjoint, holds, same
from gainsay.matters.clauses.notions import opposed
from gainsay.matters.clauses.quantities import Quantity
from gainsay.matters.clauses.wording import MANNERS, Wording, wording
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness

Features = dict[str, float]
"""Name → value; what is not named is 0."""

# A word in another form ("explosion", "exploded"), or another word for the same notion, counts a little less than the
# same word again.
AKIN = 0.7
SAME_START = 5

# The cosine of two clauses of one event that have nothing to do with each other: taken where no model read them.
UNKNOWN = 0.5
ALIKE = 0.6

_MANNERS = tuple((name, f"{name}, one") for name in MANNERS)

# Two numbers that differ by less than this factor may be rival counts of one thing.
NEAR = math.log(1.65)


def features(a: Comparable, b: Comparable, like: Likeness, cast: float = 1.0) -> Features:
    """The features of a pair of comparables, given what they share and how far their documents share a cast."""
    if b.words < a.words:
        # Words are matched first come, first served: one order, so that both orders of the two give the same.
        a, b = b, a
    left, right = wording(a.words), wording(b.words)
    found: Features = {}
    meeting = _meet(left, right)
    _likeness(found, like, cast)
    _words(found, left, right, meeting, a, b)
    _names(found, left, right)
    _manner(found, left, right)
    _denial(found, left, right, meeting)
    _numbers(found, left, right)
    _quantities(found, left, right, meeting)
    _calendar(found, left, right, a, b)
    return {name: value for name, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """How the words of two clauses answer to each other: the shared weight and what is left over on each side."""

    shared: float
    left: dict[str, float]
    right: dict[str, float]
    overlap: float
    coverage: float


def _meet(a: Wording, b: Wording) -> _Meeting:
    shared = a.terms.keys() & b.terms.keys()
    total = sum(weight for term, weight in a.terms.items() if term in shared)
    left, right = ({t: w for t, w in one.terms.items() if t not in shared} for one in (a, b))
    for term in list(left):
        answer = _answered(a, term, b, right)
        if answer is not None:
            total += AKIN * min(left.pop(term), right.pop(answer))
    lefts, rights = sum(left.values()), sum(right.values())
    # The small constants keep clauses of one or two words from counting as wholly alike.
    return _Meeting(total, left, right, total / (total + lefts + rights + 2), total / (total + min(lefts, rights) + 2))


def _answered(a: Wording, term: str, b: Wording, others: Iterable[str]) -> str | None:
    """The first of these stems of `b` that is a form of the same word as one of `a`, or stands for one notion."""
    start, notions = term[:SAME_START], a.notions[term]
    if len(start) == SAME_START:
        return next((o for o in others if o.startswith(start) or (notions and notions & b.notions[o])), None)
    return next((o for o in others if notions & b.notions[o]), None) if notions else None


def _likeness(found: Features, like: Likeness, cast: float) -> None:
    found["coverage"], found["overlap"] = like.coverage, like.overlap
    found["meaning"] = like.meaning if like.meaning is not None else UNKNOWN
    found["meaning alike"] = max(0.0, found["meaning"] - ALIKE)
    found["shared words"] = like.words / 10
    found["shared entities"] = min(len(like.entities), 4) / 2
    found["shared context"] = min(like.context, 40) / 20
    found["kin"], found["cast"], found["cast, root"] = like.kin, cast, math.sqrt(cast)
    found["hardly kin"], found["not kin"] = float(like.kin < 0.2), float(like.kin < 0.1)
    found["close kin"] = float(like.kin > 0.4)
    found["same cast"], found["other cast"] = float(cast > 0.3), float(cast < 0.1)


def _words(found: Features, a: Wording, b: Wording, meeting: _Meeting, one: Comparable, other: Comparable) -> None:
    rest = sorted((sum(meeting.left.values()), sum(meeting.right.values())))
    found["meeting"], found["meeting overlap"] = meeting.shared / 10, meeting.overlap
    found["meeting coverage"] = meeting.coverage
    found["lesser rest"], found["greater rest"] = rest[0] / 10, rest[1] / 20
    fewest = min(len(meeting.left), len(meeting.right))
    found["words of lesser rest"] = min(fewest, 5) / 3
    found["nothing left over"] = float(not fewest and meeting.shared > 5)
    near = sum(w for t, w in meeting.left.items() if t in other.context)
    near += sum(w for t, w in meeting.right.items() if t in one.context)
    found["rest in context"] = min(near, 20) / 10
    shorter, longer = sorted((a.length, b.length))
    found["shorter"], found["longer"] = shorter / 10, longer / 20
    found["length ratio"] = math.log((longer + 1) / (shorter + 1))
    common = a.poles & b.poles
    found["shared notions"] = min(len(common), 4) / 2
    found["opposed notions"] = min(opposed(a.poles, b.poles), 3) / 1.5
    found["notions alone"] = float(bool(common) and not a.terms.keys() & b.terms.keys())


def _names(found: Features, a: Wording, b: Wording) -> None:
    shared = a.names & b.names
    lefts, rights = len(a.names - b.terms.keys()), len(b.names - a.terms.keys())
    found["shared names"] = min(len(shared), 3) / 2
    found["own names, fewer"], found["own names, more"] = min(lefts, rights, 3) / 2, min(max(lefts, rights), 4) / 2
    found["own names on both"] = float(lefts > 0 and rights > 0)
    found["own places on both"] = float(bool(a.places - b.terms.keys()) and bool(b.places - a.terms.keys()))
    found["shared place"] = float(bool(a.places & b.places))
    found["pronoun for name"] = float(_refers(a, b) or _refers(b, a))


def _refers(a: Wording, b: Wording) -> bool:
    return "pronoun" in a.manners and not a.names and bool(b.names)


def _manner(found: Features, a: Wording, b: Wording) -> None:
    apart = a.manners ^ b.manners
    for name, feature in _MANNERS:
        if name in apart:
            found[feature] = 1.0


def _denial(found: Features, a: Wording, b: Wording, meeting: _Meeting) -> None:
    for name, one in (("denies", (a.denying, b.denying)), ("pleads", (a.pleading, b.pleading))):
        if one[0] != one[1]:
            answered = b if one[0] else a
            found[name], found[f"{name} an accusation"] = 1.0, float(answered.accusing)
    if "denies" in found:
        found["denies × overlap"], found["denies × coverage"] = meeting.overlap, meeting.coverage
    found["denies or pleads"] = float("denies" in found or "pleads" in found)
    if a.negated != b.negated:
        share = _denied_share(a, b) if a.negated else _denied_share(b, a)
        found["negates the other's words"], found["negates × overlap"] = share, share * meeting.overlap


def _denied_share(denier: Wording, denied: Wording) -> float:
    """How much of what stands after a negation the other clause says."""
    total = hit = 0.0
    for term in denier.denied:
        weight = denier.terms.get(term, 0.0)
        total += weight
        if weight and (term in denied.terms or _answered(denier, term, denied, denied.terms) is not None):
            hit += weight
    return hit / (total + 3)


def _numbers(found: Features, a: Wording, b: Wording) -> None:
    found["shared numbers"] = min(len(a.numbers & b.numbers), 2)
    found["own numbers"] = min(len(a.numbers - b.numbers), len(b.numbers - a.numbers), 2)
    found["numbers in both"] = float(bool(a.quantities) and bool(b.quantities))
    found["no numbers"] = float(not a.numbers and not b.numbers)
    found["numbers in one"] = float(bool(a.numbers) != bool(b.numbers))


def _quantities(found: Features, a: Wording, b: Wording, meeting: _Meeting) -> None:
    """The two numbers that answer to each other best, and how their values stand."""
    pairs = [(_answer(x, y), x, y) for x in a.quantities for y in b.quantities if x.kind == y.kind != "year"]
    if not pairs:
        return
    (_, near, head), x, y = max(pairs, key=lambda pair: pair[0][0])
    found["aligned"], found["aligned near"], found["aligned head"] = 1.0, near, float(head)
    found["equal values"] = min(sum(p.value == q.value for _, p, q in pairs), 3) / 2
    found["several numbers"] = min(len(a.quantities), len(b.quantities), 3) / 2
    part = x.part or y.part
    larger, apart = max(x.value, y.value), math.log((max(x.value, y.value) + 1) / (min(x.value, y.value) + 1))
    if x.value == y.value:
        found |= {"equal": 1.0, "equal × near": near, "equal × overlap": meeting.overlap, "equal, large": larger > 12}
        return
    found["unequal, part"] = float(part)
    if x.low <= y.high and y.low <= x.high:
        how = "within bound" if x.bounded or y.bounded else "within rounding"
        found |= {how: 1.0, f"{how} × near": near}
        return
    found |= {"unequal": 1.0, "unequal × near": near, "unequal × overlap": meeting.overlap, "apart": min(apart, 3) / 2}
    found[f"unequal {x.kind}"] = 0.3 + near
    found["unequal head"], found["unequal, small"] = float(head), float(larger <= 10)
    found["unequal, well aligned"] = float(near > 0.45)
    found["unequal, plain and near"] = float(not x.bounded and not y.bounded and apart < NEAR)


def _answer(x: Quantity, y: Quantity) -> tuple[float, float, bool]:
    """How well two numbers answer to each other, from the words around them; whether they count the same."""
    shared = sum(min(told, y.around[key]) for key, told in x.around.items() if key in y.around)
    near = shared / (min(x.total, y.total) + 4)
    head = bool(x.head & y.head)
    apart = math.log((max(x.value, y.value) + 1) / (min(x.value, y.value) + 1))
    score = near + 0.4 * head + 0.3 * (x.value == y.value) - 0.1 * min(apart, 3)
    return score + (0.15 if x.kind != "number" else 0.0), near, head


def _calendar(found: Features, a: Wording, b: Wording, one: Comparable, other: Comparable) -> None:
    for name, left, right in (
        ("ordinal", a.ordinals, b.ordinals),
        ("year", a.years, b.years),
        ("weekday", a.weekdays, b.weekdays),
        ("month", a.months, b.months),
        ("clock", a.clock, b.clock),
    ):
        if left and right:
            found[f"same {name}"] = float(bool(left & right))
            found[f"other {name}"] = float(bool(left - right and right - left))
    dated = [bool(c.when or w.weekdays or w.months) for c, w in ((one, a), (other, b))]
    found["dated, one"], found["dated, both"] = float(dated[0] != dated[1]), float(all(dated))
    if one.when and other.when:
        equal = same(one.when, other.when)
        found["same date"] = float(equal)
        found["date within"] = float(not equal and holds(one.when, other.when))
        found["other date"] = float(disjoint(one.when, other.when))
        found["date of another year"] = float(found["other date"] and one.when[:4] != other.when[:4])
