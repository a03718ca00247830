"""How much of a question a statement meets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.edition.kindred import kindred, school
from gainsay.edition.question import NAME, Question, Sought
from gainsay.entities.folding import fold
from gainsay.statements.statement import Statement
from gainsay.statements.terms import stem, weight

BEARS = 0.5  # the share of a question's weight that a statement must meet to bear on it
NEAR = 0.7  # how much of a name counts where it stands in the passage, outside the statement itself
FAR = 0.4  # the same where it stands elsewhere in the document: a report names its town once
AROUND = 0.4  # the same of a word that stands in the passage
KINDRED = 0.8  # how much a word counts that only may mean the same
FITS = 0.5  # added where what was asked for is there: a figure for "how many", a date for "when"
ENOUGH = 2  # words of a question that has as many, if it names nobody whom the statement names
REACH = 6  # words from a verb to whom it is done to
FAR_APART = 10  # words between what is met of a question and whom it names: there they mostly have nothing to do
APART = 0.85  # left of the share then
TURNED = 0.5  # left of the share where the question's object is the doer: "Breck overthrew" for "who overthrew Breck?"

FIRST = 0.2  # added where the clause, too, says that it was the first, the last, the only one

_WORD = re.compile(r"[^\W\d_]+")
_ORDER = frozenset("first last only alone again never".split())
_BECAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|as a result|caus\w+|led to|result(?:ed)? (?:of|from|in)|blam\w+|"
    r"set fire|spark\w*|trigger\w*|ignit\w*|started by|brought (?:on|about)|responsible|in order to|so that)\b"
)
_BEING = frozenset("was were been being be is are get gets got getting".split())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: the folded words of its clause, its passage and its document, its dates (EDTF), and
    when it was said or written. `around` are the stems of the passage, `counts` the figures of the document that may
    answer "how many".
    """

    clause: str
    passage: str
    document: str
    dates: tuple[str, ...]
    told: str | None = None
    around: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()


def share(asked: Question, s: Statement, holder: str | None, place: Place, *, strict: bool = True) -> float:
    """How much of the question a statement meets, from 0 to 1, and what it has of the kind asked for.

    0 where it does not bear on the question: where it meets less than half, or has only one word of a question of
    several, or only one name of a question that asks something about it, or none of the names. Two names together are
    as good as a word about them. `strict` wants one of the persons asked about in the clause, or among its voices.
    """
    taught = {school(word) for word in place.clause.split()} if asked.doctrines else set()
    said = {stem for stem, root in asked.doctrines.items() if root in taught}
    met = [_meets(group, (*s.terms, *sorted(said))) for group in asked.groups]
    named = [_named(one, s, holder, place) for one in asked.names]
    together = sum(1 for value in named if value == 1.0) > 1
    if (met and not any(met) and not together) or (named and not any(named)):
        return 0.0
    told = sum(1 for m, group in zip(met, asked.groups, strict=True) if m or not place.around.isdisjoint(group))
    if len(met) >= ENOUGH > told and 1.0 not in named:
        return 0.0
    if strict and not _concerned(asked, named):
        return 0.0
    total = sum(met) + AROUND * _around(asked, met, place)
    total += NAME * (sum(named) + sum(_dated(date, place) for date in asked.dates))
    found = total / asked.weight
    if found < BEARS:
        return 0.0
    found *= turned(asked, place.clause) * _apart(asked, place.clause)
    return found + FITS * _fits(asked, place, s) + FIRST * _in_order(asked, place)


def _around(asked: Question, met: Sequence[float], place: Place) -> float:
    """The weight of the words that only the passage has."""
    without = (group for m, group in zip(met, asked.groups, strict=True) if not m)
    return sum(max(map(weight, group)) for group in without if not place.around.isdisjoint(group))


def _fits(asked: Question, place: Place, s: Statement) -> bool:
    """Whether a statement has what is asked for."""
    return (
        ("figure" in asked.wanted and not place.counts.isdisjoint(s.figures))
        or ("date" in asked.wanted and bool(s.dates))
        or ("cause" in asked.wanted and _BECAUSE.search(place.clause) is not None)
    )


def _in_order(asked: Question, place: Place) -> bool:
    wanted = _ORDER.intersection(word.lower() for word in asked.words)
    return bool(wanted) and not wanted.isdisjoint(place.clause.split())


def _concerned(asked: Question, named: Sequence[float]) -> bool:
    """Whether the statement is about one of the persons and bodies asked about: what is counted or dated may name them
    in the sentence before, anything else names them itself. Where something happened a text says once.
    """
    persons = [value for one, value in zip(asked.names, named, strict=True) if not one.place]
    return not persons or max(persons) >= (NEAR if {"figure", "date"} & asked.wanted else 1.0)


def _meets(group: Sequence[str], terms: Sequence[str]) -> float:
    """The weight of a word that a statement has, or of the most telling word in it that may mean the same.

    Of a group of words ("arrested or charged") any is as good as another.
    """
    full = max(weight(stem) for stem in group)
    return max((full * _likeness(stem, terms) for stem in group), default=0.0)


def _likeness(stem: str, terms: Sequence[str]) -> float:
    if stem in terms:
        return 1.0
    others = kindred(stem)
    return KINDRED * max((min(1.0, weight(t) / weight(stem)) for t in terms if t in others), default=0.0)


def _named(one: Sought, s: Statement, holder: str | None, place: Place) -> float:
    if (holder in one.entities and holder) or one.referents.intersection(s.referents) or one.name in place.clause:
        return 1.0
    return NEAR if one.name in place.passage else FAR if one.name in place.document else 0.0


def _dated(date: str, place: Place) -> float:
    if any(date.startswith(d) or d.startswith(date) for d in place.dates):
        return 1.0
    told = (place.told or "").replace("..", "").strip("/")
    return NEAR if told.startswith(date) and not place.dates else 0.0


def _apart(asked: Question, clause: str) -> float:
    """What is left of a share where the words of the question stand far from the names."""
    words = clause.split()
    names = {word for one in asked.names for word in one.name.split()}
    stems = {s for one in asked.stems for s in (one, *kindred(one))}
    who = [k for k, word in enumerate(words) if word in names]
    what = [k for k, word in enumerate(words) if stem(word) in stems]
    near = min((abs(a - b) for a in who for b in what), default=0)
    return APART if near > FAR_APART else 1.0


def turned(asked: Question, clause: str) -> float:
    """What is left of a share where a question says to whom something was done, and the clause has it the other way
    round.

    >>> from gainsay.edition.question import Deed
    >>> asked = Question((), (), (), (), frozenset(), (), deed=Deed("overthrew", frozenset({"breck"})))
    >>> turned(asked, "breck overthrew the king"), turned(asked, "in march breck was finally overthrown")
    (0.5, 1.0)
    """
    if asked.deed is None:
        return 1.0
    words = _WORD.findall(clause)
    verbs = {asked.deed.verb, *kindred(asked.deed.verb)}
    at = [k for k, word in enumerate(words) if stem(word) in verbs]
    whom = [k for k, word in enumerate(words) if word in asked.deed.whom or stem(word) in asked.deed.whom]
    ways = (_way(words, v, o) for v in at for o in whom if abs(v - o) <= REACH)
    return TURNED if at and whom and not any(ways) else 1.0


def _way(words: Sequence[str], verb: int, whom: int) -> bool:
    """Whether a deed is done to somebody: named after the verb, or before a passive."""
    if whom > verb:
        return "by" not in words[max(verb + 1, whom - 3) : whom]
    return not _BEING.isdisjoint(words[whom + 1 : verb])


def stems_of(words: str) -> frozenset[str]:
    """The stems of all words of a passage."""
    return frozenset(stem(word) for word in _WORD.findall(words))


def clause_of(words: str) -> str:
    """The words of a clause as they are looked through."""
    return f" {fold(words)} "
