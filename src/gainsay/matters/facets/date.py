"""Dates: is one event put at two times?"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

from gainsay.annotations.dates import bounds, disjoint, holds, same
from gainsay.matters.clauses.deeds import same_deed
from gainsay.matters.clauses.doings import OTHER_CLAUSE, Doing, doings
from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.clauses.noun_phrases import BEING, HAVING
from gainsay.matters.clauses.predicates import predicates
from gainsay.matters.clauses.quantities import NUMBERS
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import days, two_occasions
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.spans import Span
from gainsay.statements.terms import stem

# An event told twice shares most of its words; a speech, a visit or a vote recurs, and shares some.
LEAST_COVERAGE = 0.6
LEAST_WORDS = 9.0
LEAST_OVERLAP = 0.35
MUCH_THE_SAME = 0.6
# How sure it is that two clauses tell of one deed: the same act on the same person.
DEED = 0.7
# Days: what befell one person twice within so many is told of one time as of another.
NEAR_BY = 21
# Characters between a verb and its time.
REACH = 80

LONGEST = 1500
# "Lind, who lost the vote on Monday, was arrested": the time is that of the aside.
_ASIDE_ENDS = re.compile(r"[^,]{0,40},\s*(?:(?:was|were|is|are|has|have|had|been|then|later)\s+)*")
# Where one part of a clause ends.
_PART = re.compile(rf"[,–—]|\s-\s|{OTHER_CLAUSE.pattern}")
_WORD = re.compile(r"[^\W\d_]+")
# Addresses and lines of production tell of no event.
_STAMP = re.compile(r"https?\b|\bwww\b|\b(?:last updated|updated|posted|published)\s+(?:at|on)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|since|of|by|until|till|from|during|after|before|late|early|mid)\W*$", re.IGNORECASE)
_NOT_UNTIL = re.compile(r".*(?:\b(?:not|never|nobody|no)\b|n['’]t\b)[^.;:]*\b(?:until|till)\b[^.;:]*", re.DOTALL)
_NOUN = re.compile(r"\s+[A-Za-z]")
_TIMES = frozenset(key for word in "morning evening night afternoon early late".split() for key in keys_of(word))

# What is held time and again.
_RECURRENT = frozenset(
    map(
        stem,
        """poll survey primary caucus debate game match race tournament session hearing auction concert rally briefing
        interview census championship festival fair""".split(),
    )
)
_LENGTH = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_AGO = re.compile(r"(?P<n>[a-z]+|[0-9]{1,3})\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier)", re.IGNORECASE)
_LAST = re.compile(
    r"last\s+(?P<unit>week|month|year)|(?P<weekend>last\s+weekend)|(?P<day>yesterday|last\s+night)", re.I
)
# Reports of one event are written some days apart.
_BETWEEN_REPORTS = 3.0


def held(one: Comparable) -> str:
    """The time that a dated clause gives: its calendar date, else the day or month it names, else its words."""
    return one.when or one.head or " ".join(one.position.lower().split())


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two dated clauses, or None where they need not tell of one event."""
    if like.kin < AKIN or _denies(a) != _denies(b) or a.hedged or b.hedged or two_occasions(a, b):
        return None
    one_event = like.kin >= ON_ONE_EVENT or (bool(like.entities) and (_days_apart(a, b) <= NEAR_BY or _once(a, b)))
    if one_event and (a.document != b.document or a.voices != b.voices) and _one_deed(a, b):
        return _of_one_deed(a, b)
    if like.coverage < LEAST_COVERAGE or like.words < LEAST_WORDS:
        return None
    if any(_STAMP.search(one.words) or _names_an_edition(one) for one in (a, b)):
        return None
    alike = LEAST_OVERLAP if like.kin >= ON_ONE_EVENT else MUCH_THE_SAME
    if _held_again(a, b):
        return None
    one_telling = like.overlap >= alike and not like.own_names and _one_predicate(_at_the_time(a), _at_the_time(b))
    score = round(min(1.0, like.coverage), 3)
    left, right = _when(a), _when(b)
    if not (left and right):
        return _by_name(a, b, score) if one_telling and like.overlap >= MUCH_THE_SAME else None
    if same(left, right) or holds(left, right):
        return Relation(a.id, b.id, "agrees", "date", score, f"“{a.position}” and “{b.position}” can be one date")
    return _by_value(a, b, left, right, score) if one_telling else None


def _denies(one: Comparable) -> bool:
    return one.polarity == "denies" and not _at_last(one)


def _at_last(one: Comparable) -> bool:
    """Whether something was not so before its time, and then was: what was "not lifted until 1965" was lifted then."""
    start, end = one.value_span.start - one.span.start, one.value_span.end - one.span.start
    return _NOT_UNTIL.fullmatch(one.words, max(0, start - REACH), end) is not None


def _when(one: Comparable) -> str | None:
    """The calendar date of a clause; of what was so only from a time on, that time."""
    return one.when.removeprefix("../") if one.when and _at_last(one) else one.when


def _once(a: Comparable, b: Comparable) -> bool:
    """Whether both times are those of what befalls everybody once."""
    return all(any(doing.act in _ONCE for doing in _dated(one)) for one in (a, b))


_ONCE = frozenset({"born", "die"})


def _days_apart(a: Comparable, b: Comparable) -> float:
    """How many days lie between two times that are told to the day."""
    left, right = days(a.when), days(b.when)
    told = left is not None and right is not None and left[0] == left[1] and right[0] == right[1]
    return abs(left[0] - right[0]) if left and right and told else math.inf


def _held_again(a: Comparable, b: Comparable) -> bool:
    """Whether both tell of what is held time and again, in two months: two polls, two debates."""
    if not _RECURRENT & set(a.terms) & set(b.terms):
        return False
    left, right = (bounds(one.when) if one.when else None for one in (a, b))
    if left and right:
        return left[0][:2] != right[0][:2]
    return a.head != b.head and not (a.head or "day").endswith("day")


def _names_an_edition(one: Comparable) -> bool:
    """Whether a year only says which games, which election: "to host the 2014 games"."""
    start, end = one.value_span.start - one.span.start, one.value_span.end - one.span.start
    return bool(
        _YEAR.fullmatch(one.position)
        and not _IN.search(one.words, max(0, start - 12), start)
        and _NOUN.match(one.words, end)
    )


def _one_predicate(left: str, right: str) -> bool:
    """Whether what stands beside two times tells of one thing that was done or came about.

    That the same is named does not show it: "herds listed since 1931" and "herds shot in 1934" are two times for two
    predicates.
    """
    shared = _keys(left) & _keys(right)
    verbs = predicates(left), predicates(right)
    return bool(shared & (verbs[0] | verbs[1]) if all(verbs) else shared)


def _keys(words: str) -> frozenset[str]:
    return frozenset(key for word in _WORD.findall(words) if word.islower() for key in keys_of(word)) - _TIMES


def _at_the_time(one: Comparable) -> str:
    """What is told beside a time: the words of its own part of the clause, or of the next where it stands alone.

    "Lind, first elected in 1931, resigned on Friday" puts the vote in 1931, not the resignation.
    """
    words = one.words[:LONGEST]
    start, end = one.value_span.start - one.span.start, one.value_span.end - one.span.start
    edges = [0, *(edge for m in _PART.finditer(words) for edge in m.span() if not start <= m.start() < end), len(words)]
    parts = [Span(left, right) for left, right in pairwise(edges) if left < right]
    own = next((n for n, part in enumerate(parts) if part.start <= start < part.end), len(parts))
    return next((text for part in parts[own : own + 3] if _keys(text := words[part.start : part.end])), "")


def _by_value(a: Comparable, b: Comparable, left: str, right: str, score: float) -> Relation | None:
    if a.head and a.head == b.head and a.head.endswith("day"):
        return None  # one day of the week, reckoned from two days of writing
    if disjoint(left, right):
        reason = f"“{a.position}” ({left}) against “{b.position}” ({right}): the dates exclude each other"
        return Relation(a.id, b.id, "conflicts", "date", score, reason)
    reason = f"“{a.position}” ({left}) and “{b.position}” ({right}) overlap in part"
    return Relation(a.id, b.id, "scope", "date", score, reason)


def _by_name(a: Comparable, b: Comparable, score: float) -> Relation | None:
    """Where the calendar date is not known, another day of the week or another month tells all the same."""
    if not (a.head and b.head) or a.head == b.head or (a.head.endswith("day") != b.head.endswith("day")):
        return None
    reason = (
        f"“{a.position}” against “{b.position}”: a different {'day of the week' if a.head.endswith('day') else 'month'}"
    )
    return Relation(a.id, b.id, "conflicts", "date", score, reason)


def _one_deed(a: Comparable, b: Comparable) -> bool:
    """Whether both times are those of one deed."""
    left = _dated(a)
    return bool(left) and any(same_deed(x, y, a.words, b.words) for x in left for y in _dated(b))


def _dated(one: Comparable) -> list[Doing]:
    """The deeds of a clause that its time is the time of: those near it, with no other clause between."""
    start, end = one.value_span.start - one.span.start, one.value_span.end - one.span.start
    found = []
    for doing in doings(one.words):
        first, last = (doing.span.end, start) if doing.span.end <= start else (end, doing.span.start)
        behind = set(_WORD.findall(one.words[first:last])) if first == doing.span.end else set()
        if (
            last - first <= REACH
            and not behind & (BEING | HAVING)
            and not OTHER_CLAUSE.search(one.words, first, max(first, last))
            and not (first == end and _ASIDE_ENDS.fullmatch(one.words, first, max(first, last)))
        ):
            found.append(replace(doing, denied=False) if _at_last(one) else doing)
    return found


def _of_one_deed(a: Comparable, b: Comparable) -> Relation | None:
    """Two times of one deed: by their values, by their names, by how long ago they say it was."""
    first, second = _when(a), _when(b)
    if first and second:
        if same(first, second) or holds(first, second):
            return Relation(a.id, b.id, "agrees", "date", DEED, f"“{a.position}” and “{b.position}” can be one date")
        return _by_value(a, b, first, second, DEED)
    named = _by_name(a, b, DEED)
    if named is not None:
        return named
    left, right = _ago(a.position), _ago(b.position)
    kind: RelationKind = "scope"
    if left and right:
        if min(left[1], right[1]) >= max(left[0], right[0]):
            if (left[0] <= right[0] and right[1] <= left[1]) or (right[0] <= left[0] and left[1] <= right[1]):
                return None
        elif max(left[0], right[0]) - min(left[1], right[1]) > _BETWEEN_REPORTS:
            kind = "conflicts"
    elif not _told_otherwise(a, b):
        return None
    reason = f"“{a.position}” against “{b.position}”: two times for one deed; the calendar day of one is not told"
    return Relation(a.id, b.id, kind, "date", DEED, reason)


def _told_otherwise(a: Comparable, b: Comparable) -> bool:
    """Whether one time is a feast or a war by its name and the other is counted: that both are meant is not sure."""
    return any(
        _FEAST.search(x.position) and (_ago(y.position) or _YEAR.fullmatch(y.position)) for x, y in ((a, b), (b, a))
    )


_FEAST = re.compile(r"\b(?:Easter|Christmas|Thanksgiving|Ramadan|Passover|War|Revolution)\b")
_YEAR = re.compile(r"(?:in\s+)?[12][0-9]{3}")


def _ago(words: str) -> tuple[float, float] | None:
    """How many days ago words say that something was, at least and at most.

    >>> _ago("two weeks ago"), _ago("last week")
    ((11.0, 17.0), (1.0, 13.0))
    """
    found = _AGO.fullmatch(words.strip())
    if found:
        n = found["n"].lower()
        number = float(n) if n.isdigit() else 1.0 if n in ("a", "an") else NUMBERS.get(n)
        length = _LENGTH[found["unit"].lower()]
        slack = {1.0: 0.0, 7.0: 3.0}.get(length, length / 2)
        return None if number is None else (number * length - slack, number * length + slack)
    found = _LAST.fullmatch(words.strip())
    if found is None:
        return None
    if found["day"]:
        return 1.0, 1.0
    if found["weekend"]:
        return 1.0, 8.0
    return 1.0, 2 * _LENGTH[found["unit"].lower()] - 1
