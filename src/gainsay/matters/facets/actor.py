"""Who did it, and to whom was it given: one deed with two doers, or one thing handed to two receivers.

Two doers are set against each other only where neither can stand for the other. A government and its minister, a club
and its manager, a city and its country can; two persons, and a court and a president, cannot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.matters.clauses.deeds import same_deed
from gainsay.matters.clauses.doings import OTHER_CLAUSE, Doing, doings
from gainsay.matters.clauses.noun_phrases import Phrase
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import two_occasions
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.statements.terms import stem

SCORE = 0.7
REACH = 90
"""Characters behind a verb in which stands which of several things is meant."""

_BEHIND = re.compile(r"\b(?:in|at|of|for|from|against|over)\s+(?:the\s+)?[A-Z]")
_NAME = re.compile(r"\b[A-Z][\w’'-]*")
# Letters by which "Vietnam" and "Vietnamese" are one.
SAME_START = 4

# Bodies that act for themselves: none of them is another word for a head of state, nor for another of them.
_POWERS = frozenset(
    map(
        stem,
        """court tribunal parliament senate congress assembly army military navy troops rebels guerrillas militia
        lawyers union church voters opposition monks students""".split(),
    )
)
# Acts that have several doers as a rule: that one text names others than another is a difference of scope.
_JOINT = frozenset({"agree", "sign", "invade", "fund"})


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims that tell of one deed with two doers or receivers, or None."""
    if like.kin < ON_ONE_EVENT or (a.document == b.document and a.voices == b.voices):
        return None
    left = doings(a.words)
    if not left:
        return None
    if two_occasions(a, b):
        return None
    pairs = ((x, y) for x in left for y in doings(b.words) if same_deed(x, y, a.words, b.words))
    deeds = [(x, y) for x, y in pairs if not _elsewhere(x, y, a.words, b.words)]
    if any(x.doer and y.doer and x.doer.names & y.doer.names and not x.receiver for x, y in deeds):
        return None
    for one, other, kind, how in (rival for x, y in deeds for rival in _rivals(x, y)):
        return Relation(a.id, b.id, kind, "actor", SCORE, f"“{one.words}” against “{other.words}”: {how}")
    return None


def _elsewhere(x: Doing, y: Doing, words_a: str, words_b: str) -> bool:
    """Whether names behind two things tell one from the other: "the vote in Adair", "the vote in Marrow Bay"."""
    if x.kind != "work":
        return False
    here, there = (_named_with(d, words) for d, words in ((x, words_a), (y, words_b)))
    return bool(here - there and there - here)


def _named_with(deed: Doing, words: str) -> frozenset[str]:
    """The names in the thing itself and behind it."""
    stop = OTHER_CLAUSE.search(words, deed.span.end, deed.span.end + REACH)
    end = stop.start() if stop else min(len(words), deed.span.end + REACH)
    told = _BEHIND.search(words, deed.span.end, end)
    behind = {name.lower() for name in _NAME.findall(words, told.start(), end)} if told else set[str]()
    return frozenset(behind | (deed.thing.names if deed.thing else frozenset()))


def _rivals(x: Doing, y: Doing) -> Iterator[tuple[Phrase, Phrase, RelationKind, str]]:
    if x.denied or y.denied:
        return
    if x.doer and y.doer and _apart(x.doer, y.doer):
        if x.act in _JOINT:
            yield x.doer, y.doer, "scope", "one deed, with other doers named"
        elif (_is_person(x.doer) and _is_person(y.doer)) or {x.doer.head, y.doer.head} & _POWERS:
            yield x.doer, y.doer, "conflicts", "two doers of one deed"
    elif x.receiver and y.receiver and _apart(x.receiver, y.receiver):
        yield x.receiver, y.receiver, "scope", "one thing handed over, to two receivers"


def _apart(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases have no name and no word in common, and each says enough to be told from the other."""
    if one.pronoun or other.pronoun or not (one.names or other.names) or one.terms & other.terms:
        return False
    if not all(p.names or p.head in _POWERS for p in (one, other)):
        return False
    return not any(
        x == y or (len(x) > SAME_START and len(y) > SAME_START and x[:SAME_START] == y[:SAME_START])
        for x in one.names
        for y in other.names
    )


def _is_person(phrase: Phrase) -> bool:
    """Whether a phrase is a name of two words or more, and nothing else."""
    words = phrase.words.split()
    return len(words) > 1 and all(word[0].isupper() and word.isalpha() for word in words[-2:])
