"""Figures: do two numbers count the same thing, and can both hold?

The comparison is structured: categories must be the same, the clauses must share what they speak of, and only then
are the values compared, with their qualifiers and their rounding. Rounding and bounds are a difference of scope,
never a conflict.
"""

from __future__ import annotations

import math
import re

from gainsay.annotations.dates import disjoint
from gainsay.annotations.figures import Qualifier, Value
from gainsay.matters.clauses.quantities import rounding
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import counted, lasting
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import two_occasions, written_apart
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT, STRANGERS
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem, weight

Interval = tuple[float, float]

# Shares, lengths of time and bare measures are everywhere in a text: what is measured must be named in both clauses.
_BARE = frozenset("% years months weeks days hours minutes seconds decades centuries nights".split())
MEASURE_WORDS = 8.0
MEASURE_COVERAGE = 0.45

# What is left of a spelled number when it is cut into words.
_NUMBERS = frozenset(
    map(
        stem,
        """three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
        million millions billion dozen dozens score scores half quarter third total roughly approximately estimated
        exactly people persons men women""".split(),
    )
)

# How far an approximate statement reaches on either side: "about 700" covers 684, not 500.
ABOUT = 0.1
NEARLY = 0.12
# How far "more than" is meant to reach in practice: nobody says "more than 100" of 400.
OVER = 0.6
# "Hundreds" stops short of a thousand, "dozens" of some hundreds.
VAGUE = 9.0
# "Thousands" and "millions" stop short of the next word for a number.
VAGUE_THOUSANDS = 999.0


def interval(value: Value, qualifier: Qualifier | None) -> Interval | None:
    """The values a figure leaves open, both ends included; None for "many".

    >>> interval(130, "nearly")
    (114.4, 129.99)
    >>> interval((150, 200), None)
    (150.0, 200.0)
    """
    if value is None:
        return None
    low, high = value if isinstance(value, tuple) else (value, value)
    least = -math.inf if low is None else float(low)
    most = math.inf if high is None else float(high)
    if qualifier in ("over", "at least"):
        # "Over 121" is said of 121 too: the bound itself is let in.
        return least, max(most, least * (1 + OVER))
    if qualifier == "vague":
        return least, min(most, least * (VAGUE if least not in (1e3, 1e6, 1e9) else VAGUE_THOUSANDS))
    if qualifier == "up to":
        return -math.inf, most
    if qualifier == "nearly":
        return round(least * (1 - NEARLY), 2), round(most - 0.01, 2)
    if qualifier == "about":
        return least * (1 - ABOUT), most * (1 + ABOUT)
    return least, most


def _widened(figure: Comparable) -> Interval | None:
    bounds = interval(figure.value, figure.qualifier)
    if bounds is None:
        return None
    slack = rounding(figure.value)
    return bounds[0] - slack, bounds[1] + slack


def _overlap(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


# "About 700" and "700" are one figure; "over 700" is not.
_EXACT_ENOUGH: frozenset[Qualifier | None] = frozenset({None, "about"})


def values(a: Comparable, b: Comparable) -> tuple[RelationKind, str]:
    """How two values stand to each other, with the reason in words.

    `agrees`: equal, with the same qualifier. `scope`: bounds or rounding let both hold. `conflicts`: neither.
    """
    left, right = a.position, b.position
    if a.value == b.value and {a.qualifier, b.qualifier} <= _EXACT_ENOUGH | {a.qualifier} & {b.qualifier}:
        return "agrees", f"both say “{left}”" if left == right else f"“{left}” and “{right}”: the same figure"
    if a.value == b.value and {a.qualifier, b.qualifier} == {"nearly", "about"}:
        return "agrees", f"“{left}” and “{right}”: the same round figure"
    if a.qualifier == b.qualifier == "vague" and _overlap(_bounds(a), _bounds(b)):
        return "agrees", f"“{left}” and “{right}” name no other number"
    if _overlap(interval(a.value, a.qualifier), interval(b.value, b.qualifier)):
        return "scope", f"“{left}” and “{right}” can both hold: a bound or an approximate figure covers the other"
    left_open, right_open = _widened(a), _widened(b)
    # That they merely touch shows nothing: 1.7 and 1.8 are two numbers, each rounded.
    if left_open and right_open and left_open[0] < right_open[1] and right_open[0] < left_open[1]:
        return "scope", f"“{left}” and “{right}” lie within rounding of each other"
    return "conflicts", f"“{left}” against “{right}”: the values exclude each other"


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two figures, or None where they do not count the same thing."""
    if a.part or b.part or _bounds(a) is None or _bounds(b) is None:
        return None
    if a.value != b.value and like.kin >= AKIN and a.document != b.document and counted.one_age(a, b):
        return Relation(a.id, b.id, "conflicts", "figure", ONE_AGE, values(a, b)[1])
    if _rival_sums(a, b, like):
        kind, reason = values(a, b)
        # Two offers of about as much are two offers; what is counted by name, or only rounded, is one thing.
        told = kind == "conflicts" or a.head or (a.document != b.document and _plain(a) and _plain(b))
        return Relation(a.id, b.id, kind, "figure", RIVAL_SUMS, reason) if told else None
    if _one_toll(a, b, like):
        kind, reason = values(a, b)
        if kind != "scope":
            return Relation(a.id, b.id, kind, "figure", ONE_TOLL, f"{reason}; each is the only such number in its text")
    if _one_measure(a, b, like):
        kind, reason = values(a, b)
        if kind == "conflicts":
            return Relation(a.id, b.id, kind, "figure", ONE_TOLL, f"{reason}; each is the only such number in its text")
    lasted = lasting.compare(a, b, like)
    if lasted:
        return lasted
    same_act = counted.same_act(a.action, b.action)
    related_act = counted.category(a.action) is not None and counted.category(a.action) is counted.category(b.action)
    same_counted = counted.same_counted(a, b)
    if (a.unit in _BARE or not a.head) and (like.words < MEASURE_WORDS or like.coverage < MEASURE_COVERAGE):
        return None
    if not (same_counted or (related_act and a.unit == b.unit == "persons")) or counted.named_apart(a, b):
        return None
    support = like.words + 3 * len(like.entities) + CONTEXT * like.context
    support += _own_support(a, b, same_act, related_act) + COVERED * like.coverage
    support += MEANT * max(0.0, (like.meaning or 0.0) - NEAR_IN_MEANING)
    if like.kin < STRANGERS or support < ENOUGH + (0.0 if like.kin >= AKIN else FAR_AFIELD):
        return None
    kind, reason = values(a, b)
    if kind == "conflicts" and a.when and b.when and disjoint(a.when, b.when):
        kind, reason = "scope", f"{reason}, but they speak of different times ({a.when}, {b.when})"
    elif kind == "conflicts" and counted.counts_on(a, b):
        kind, reason = "scope", f"{reason}, but they were counted up to different times ({a.written}, {b.written})"
    elif kind == "conflicts" and not same_act and (related_act or not same_counted):
        kind, reason = "scope", f"“{a.position}” and “{b.position}” count different things ({a.action}, {b.action})"
    if kind != "agrees" and not _may_differ(a, b, like, kind, same_act, related_act):
        return None
    if not _is_clear(a, b, like, kind, same_act) and (
        support < ENOUGH_TO_CLASH or not _one_tally(a, b, like, same_act)
    ):
        return None
    return Relation(a.id, b.id, kind, "figure", round(min(1.0, support / 30), 3), reason)


def is_large(figure: Comparable) -> bool:
    """Whether a figure is a number that hardly comes up twice by chance."""
    bounds = _bounds(figure)
    return bounds is not None and _size(*bounds) >= LARGE


def _rival_sums(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether nearly the same sum or large number is given of the same: by two voices of one text, or by two texts."""
    if a.value == b.value or a.unit != b.unit or not _may_be_one_sum(a, b, like):
        return False
    head = stem(a.head or "")
    if head != stem(b.head or "") or head in counted.TALLIES or not (head or (a.unit or "").isupper()):
        return False
    smaller, larger = _sizes(a, b)
    return smaller >= LARGE and larger <= (RIVAL if a.document == b.document else RIVAL_ACROSS) * smaller


def _one_toll(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two documents on one subject give one number each of the dead, of those who marched."""
    if not (a.sole and b.sole) or a.document == b.document or like.kin < (CLOSE_KIN if like.own_names else AKIN):
        return False
    if _EACH.search(a.words) or _EACH.search(b.words):
        return False
    acts = counted.category(a.action)
    if (
        acts is None
        or acts is not counted.category(b.action)
        or not counted.same_counted(a, b)
        or counted.named_apart(a, b)
    ):
        return False
    if disjoint(a.when, b.when) if a.when and b.when else written_apart(a, b):
        return False
    unnamed = acts is counted.DEATHS and not (a.referents or b.referents)
    return unnamed or bool(like.entities) or like.kin >= ON_ONE_EVENT


def _one_measure(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two documents on one event give one number each of a thing, in clauses near in meaning."""
    rate = a.unit == "%" and stem(a.head or "") in counted.RATES
    if not (a.sole and b.sole) or a.document == b.document or a.unit != b.unit or (a.unit in _BARE and not rate):
        return False
    if stem(a.head or "") != stem(b.head or "") or counted.category(a.action) is not counted.category(b.action):
        return False
    # One rate, or somebody or something named in both, shows it where the documents share less.
    telling = like.kin >= AKIN and (bool(like.entities) or rate or "/" in (a.unit or ""))
    meaning = like.meaning or 0.0
    if not (like.kin >= ON_ONE_EVENT and meaning >= MEASURE_MEANING) and not (telling and meaning >= NAMED_MEANING):
        return False
    if two_occasions(a, b):
        return False
    smaller, larger = _sizes(a, b)
    # Amounts may be told of quite another order; of things counted that mostly means another batch of them.
    amount = a.unit not in (None, "persons") and bool(like.entities) and meaning >= FAR_MEANING
    one_order = larger <= FAR * smaller or amount
    return smaller >= SMALL and one_order and not _other_kinds(a, b)


def _plain(figure: Comparable) -> bool:
    return figure.qualifier in _EXACT_ENOUGH and not isinstance(figure.value, tuple)


def _may_be_one_sum(a: Comparable, b: Comparable, like: Likeness) -> bool:
    meaning = like.meaning or 0.0
    if a.document != b.document:
        apart = a.when and b.when and disjoint(a.when, b.when)
        return like.kin >= AKIN and meaning >= ACROSS_MEANING and not apart and not _other_kinds(a, b)
    # Paid to one firm and to another, asked in one state and in another: two sums.
    return a.voices != b.voices and meaning >= RIVAL_MEANING and not like.own_names


def _may_differ(
    a: Comparable, b: Comparable, like: Likeness, kind: RelationKind, same_act: bool, related_act: bool
) -> bool:
    """Whether two figures that do not agree may yet be of one thing."""
    if _one_voice(a, b) or (a.document == b.document and not (same_act or related_act)):
        # One author who gives two figures in one text counts two things; so mostly do those he quotes.
        return False
    if kind == "scope" and "vague" in (a.qualifier, b.qualifier) and like.overlap < VAGUE_OVERLAP:
        return False  # "hundreds" is hardly another number than 340
    if "up to" in (a.qualifier, b.qualifier) and 2 * _sizes(a, b)[0] < _sizes(a, b)[1]:
        return False  # two boats are no other count than "as many as 100"
    stages = related_act and not same_act and counted.category(a.action) in counted.STAGES
    if counted.sum_up(a, b) or counted.each_and_all(a, b) or two_occasions(a, b):
        return False
    if kind == "conflicts" and counted.gives_both(a, b):
        return False
    return not counted.told_apart(a, b, like, same_act or stages)


def _is_clear(a: Comparable, b: Comparable, like: Likeness, kind: RelationKind, same_act: bool) -> bool:
    """Whether no more has to be shown: equal figures, and a difference of scope on one event or between stages."""
    if kind != "scope":
        return kind == "agrees"
    stages = (
        not same_act
        and counted.category(a.action) in counted.STAGES
        and counted.category(a.action) is counted.category(b.action)
    )
    if stages and counted.same_counted(a, b) and a.head not in counted.ANY_PERSONS:
        return True
    telling = bool(like.entities) or any(weight(t) >= TELLING for t in like.terms)
    return like.kin >= ON_ONE_EVENT and telling and not (_is_share(a) or _is_share(b))


def _one_tally(a: Comparable, b: Comparable, like: Likeness, same_act: bool) -> bool:
    """Whether two figures that differ are likely of one count, and not two counts of a kind.

    Either the clauses are much the same, or one act is told of in most of the shorter clause, or the same thing is
    counted in documents on one subject with numbers of one order. Of two clauses that name different places or
    persons only the first holds.
    """
    if _other_kinds(a, b) or _EACH.search(a.words) or _EACH.search(b.words):
        return False
    share = _is_share(a) or _is_share(b)
    if like.overlap >= (counted.MUCH_THE_SAME if like.own_names or share else 0.35):
        told = like.words + (3 * len(like.entities) if same_act else 0)
        return like.kin >= 1.5 * AKIN and told >= TALLY_WORDS
    if share or a.unit in _BARE or like.own_names or like.kin < ON_ONE_EVENT or a.document == b.document:
        return False
    if same_act and like.coverage >= 0.5:
        return True
    if (like.meaning or 0.0) >= AS_GOOD_AS_ONE and _near(a, b) and _sizes(a, b)[0] >= SMALL:
        return same_act or (a.head == b.head and a.head not in counted.ANY_PERSONS)
    return a.head == b.head and a.head not in counted.ANY_PERSONS and _near(a, b) and like.kin >= CLOSE_KIN


# Two sums of one thing: at least so large, at most so far apart, and so near in meaning, in one text or across two.
LARGE, RIVAL, RIVAL_ACROSS, RIVAL_SUMS = 1000.0, 1.12, 1.08, 0.7
RIVAL_MEANING, ACROSS_MEANING, ONE_AGE = 0.55, 0.68, 0.7
CLOSE_KIN = 0.42
MEASURE_MEANING, NAMED_MEANING, FAR_MEANING = 0.65, 0.6, 0.75
ONE_TOLL = 0.6
# Clauses so near in meaning mostly tell of one thing, and from `NEAR_IN_MEANING` on more or less so.
AS_GOOD_AS_ONE, NEAR_IN_MEANING, MEANT = 0.68, 0.55, 30.0
# Two clauses of three words are much the same by chance.
TALLY_WORDS = 6.0
VAGUE_OVERLAP = 0.2
# One of the shared words must be rarer than "state", "win" or "campaign".
TELLING = 2.5
# Counts of one of many: what holds of each is no total.
_EACH = re.compile(r"\b(?:each|every|per|apiece|respectively|an? (?:day|week|month|year))\b", re.IGNORECASE)


def _is_share(figure: Comparable) -> bool:
    """A percentage or a fraction: polls and tables give many, each of another group."""
    bounds = _bounds(figure)
    return figure.unit == "%" or (bounds is not None and 0 < bounds[1] < 1)


def _other_kinds(a: Comparable, b: Comparable) -> bool:
    """Whether both figures say what kind they count, and say it in other words: "single seats" and "sleeper seats"."""
    left, right = (_kind_words(c) for c in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def _kind_words(figure: Comparable) -> set[str]:
    head = stem(figure.head or "")
    return {t for t in content_terms(figure.position, Span(0, len(figure.position))) if t != head} - _NUMBERS


def _own_support(a: Comparable, b: Comparable, same_act: bool, related_act: bool) -> float:
    """What the figures themselves say for counting the same: noun, act and order of size."""
    support = 4.0 if same_act else 2.0 if related_act else 0.0
    if a.head and b.head and stem(a.head) == stem(b.head) and a.head not in counted.ANY_PERSONS:
        support += min(weight(stem(a.head)), 5.0)
    smaller, larger = _sizes(a, b)
    if smaller < SMALL:
        return support - 4.0
    if _near(a, b):
        return support + 5.0
    return support - 4.0 if larger > smaller * FAR else support


def _one_voice(a: Comparable, b: Comparable) -> bool:
    return a.document == b.document and a.voices == b.voices


def _sizes(a: Comparable, b: Comparable) -> tuple[float, float]:
    """The orders of size of two figures, the smaller first."""
    first, second = (_size(*(_bounds(c) or (0.0, 0.0))) for c in (a, b))
    return min(first, second), max(first, second)


def _near(a: Comparable, b: Comparable) -> bool:
    smaller, larger = _sizes(a, b)
    return larger <= smaller * NEAR


def _bounds(figure: Comparable) -> Interval | None:
    return interval(figure.value, figure.qualifier)


def _size(low: float, high: float) -> float:
    """One number for the order of size of an interval that may be open."""
    finite = [edge for edge in (low, high) if math.isfinite(edge)]
    return max(sum(finite) / len(finite), 0.0) if finite else 0.0


# Support is summed in the weights of `statements.terms`: shared words, entities, noun, act, order of size. Chosen on
# the development events: below the first, most pairs count different sets; below the second, too many clashes are of
# that kind.
ENOUGH = 10.0
ENOUGH_TO_CLASH = 12.0
# Words of the clauses around tell less than the clause's own.
CONTEXT = 0.3
# "Eleven men were killed at the quay" and "twenty-three men were killed at the quay" share few words, but all they
# have.
COVERED = 4.0
# What documents on different subjects must have in common besides.
FAR_AFIELD = 5.0
# Two, three or five of a thing are everywhere; 121 and 130 of a thing are not.
SMALL = 10
NEAR = 1.6
FAR = 5.0
