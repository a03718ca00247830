"""Where it was done: one deed at two places, of which neither is said to lie in the other.

No map is asked: a state holds cities, so that the two are never set against each other, and where a clause names both
places the one is taken to lie in the other ("at Marrow Bay, Adair").
"""

from __future__ import annotations

import re

from gainsay.annotations.mentions.lexicon.places import countries, place_names
from gainsay.matters.clauses.deeds import same_deed
from gainsay.matters.clauses.doings import OTHER_CLAUSE, Doing, doings
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.occasions import two_occasions
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation

SCORE = 0.65
REACH = 90
"""Characters after a verb in which its place stands."""

_PLACE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?((?:[A-Z][\w’'-]*)(?:\s+[A-Z][\w’'-]*){0,3})")
# What the same persons do to things of one name here and there.
_OFTEN = frozenset({"win", "visit", "sign", "give"})
# Times, and what somebody is a member of, are put in the same words.
_NO_PLACE = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday easter christmas war congress parliament cabinet spring summer autumn "
    "winter".split()
)


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims that put one deed at two places, or None."""
    if like.kin < ON_ONE_EVENT or (a.document == b.document and a.voices == b.voices):
        return None
    if two_occasions(a, b):
        return None
    left = [(deed, where) for deed in doings(a.words) if (where := _where(deed, a.words))]
    if not left:
        return None
    right = [(deed, where) for deed in doings(b.words) if (where := _where(deed, b.words))]
    for x, here in left:
        for y, there in right:
            if same_deed(x, y, a.words, b.words) and _elsewhere(here, there, a.words, b.words):
                reason = f"“{here}” against “{there}”: one deed at two places; that one lies in the other is not told"
                return Relation(a.id, b.id, "scope", "place", SCORE, reason)
    return None


def _where(deed: Doing, words: str) -> str | None:
    """The first place after the verb of a deed, up to the next clause."""
    if deed.denied or deed.act in _OFTEN:
        return None
    stop = OTHER_CLAUSE.search(words, deed.span.end, deed.span.end + REACH)
    end = stop.start() if stop else min(len(words), deed.span.end + REACH)
    found = (match[1] for match in _PLACE.finditer(words, deed.span.end, end))
    return next((place for place in found if not _NO_PLACE & set(place.lower().split())), None)


def _elsewhere(here: str, there: str, words_a: str, words_b: str) -> bool:
    """Whether two places are of one kind, and neither clause has both."""
    if set(here.lower().split()) & set(there.lower().split()) or _kind(here) != _kind(there):
        return False
    return not any(here in words and there in words for words in (words_a, words_b))


def _kind(place: str) -> str:
    known = place_names().get(place)
    return "none" if known is None else "state" if known in countries() else "place"
