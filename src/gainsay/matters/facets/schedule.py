"""When something is to be, or on which day it was said: two times told of one act, where no calendar date is known.

"The talks are due in May or early June", "in the coming weeks": plans are told loosely, and told otherwise from text to
text. The two clauses must plan, name the same act near the time, and share somebody who takes part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_letters

from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.statements.terms import weight

LONGEST = 800
# Characters before and after a time that tell what it is the time of.
BEFORE, AFTER = 70, 40
LEAST_MEANING = 0.45
# "Meet" and "visit" name an act, "take" and "place" do not.
LEAST_ACT = 1.9
# Where one clause names nobody the act must tell by itself: "the summit" does.
TELLING = 4.0
# Words for the act that two clauses must share where they name other people near the time.
SAME_ACT = 2

_PLANNED = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?|expect(?:s|ed)?|supposed|scheduled|due|set\s+to|prepar(?:es|ed|ing)|intend(?:s|ed)?"
    r"|upcoming|slated|hopes?|aims?|going\s+to|proposed)\b",
    re.IGNORECASE,
)
_PART = r"(?:early|mid|late|the\s+end\s+of|the\s+beginning\s+of)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_TIME = re.compile(
    rf"\b(?P<months>(?:{_PART}[\s-]+)?{_MONTH}(?!\s+\d)(?:\s+or\s+(?:{_PART}[\s-]+)?{_MONTH})?)\b"
    r"|\b(?:in\s+|over\s+|within\s+)?(?:the\s+)?(?P<loose>(?:coming|next\s+few|next\s+several)\s+(?:days|weeks|months|years)"
    r"|later\s+this\s+(?:week|month|year)|next\s+(?:week|month|year))\b"
    r"|\b(?P<unset>yet[\s-]+to[\s-]+be[\s-]+(?:scheduled|set|fixed|announced|decided)|no\s+(?:firm\s+|fixed\s+)?date"
    r"|date\s+(?:has|had)\s+(?:not|yet)\s+(?:yet\s+|to\s+)?be(?:en)?\s+(?:set|fixed|announced))\b"
)
# The loosest of times: it tells less than a month, and nothing beside "in the coming weeks".
_SOON = re.compile(r"\b(?:soon|shortly|before\s+long|in\s+the\s+near\s+future)\b(?!\s+(?:after|before|as|thereafter))")
_MONTH_NAMES = frozenset(_MONTH[3:-1].split("|"))
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"\b[A-Z][a-z]+\b")


_PLANNING = frozenset(k for w in "plan plans planned expected scheduled due prepare intend".split() for k in keys_of(w))


@dataclass(frozen=True, slots=True)
class _Planned:
    """A time as told, the months it names (none: told loosely), what stands near it, and whether it is only "soon"."""

    words: str
    months: frozenset[str]
    acts: frozenset[str]
    names: frozenset[str]
    soon: bool


@lru_cache(maxsize=8192)
def planned(words: str) -> _Planned | None:
    """The first time in a clause that plans something.

    >>> planned("The two are due to meet in May or early June").words
    'May or early June'
    """
    text = words[:LONGEST]
    found = _TIME.search(text) or _SOON.search(text)
    if found is None or _PLANNED.search(text) is None:
        return None
    near = _near(text, found.start(), found.end())
    months = frozenset(w.lower() for w in _WORD.findall(found.group()) if w in _MONTH_NAMES)
    acts = frozenset(k for w in _WORD.findall(near) if w[0].islower() for k in keys_of(w.lower()))
    names = frozenset(_NAME.findall(near)) - _MONTH_NAMES
    told = found.group() if found.re is _SOON else found["months"] or found["loose"] or found["unset"]
    return _Planned(told, months, acts - _PLANNING, names, found.re is _SOON)


def _near(text: str, start: int, end: int) -> str:
    """The whole words before and after a time."""
    first, last = max(0, start - BEFORE), min(len(text), end + AFTER)
    before, after = text[first:start], text[end:last]
    if first and text[first - 1].isalpha():
        before = before.lstrip(ascii_letters)
    if last < len(text) and text[last].isalpha():
        after = after.rstrip(ascii_letters)
    return f"{before} {after}"


def held(claim: Comparable) -> str:
    """The time that a claim plans for, in small letters; nothing where it plans none."""
    told = planned(claim.words)
    return " ".join(told.words.lower().split()) if told else ""


def keys(claim: Comparable) -> tuple[str, ...]:
    """What a claim that plans can be found by: the acts near its time."""
    told = planned(claim.words)
    return tuple(sorted(told.acts)) if told else ()


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims that plan one act for two times, or None."""
    left, right = planned(a.words), planned(b.words)
    if left is None or right is None or held(a) == held(b) or like.kin < ON_ONE_EVENT:
        return None
    if a.polarity != b.polarity or (like.meaning or LEAST_MEANING) < LEAST_MEANING:
        return None
    if not like.entities and a.referents and b.referents:
        return None
    if (left.soon and not right.months) or (right.soon and not left.months):
        return None
    acts = left.acts & right.acts
    if not any((k[0] == "~" and like.entities) or weight(k) >= (LEAST_ACT if like.entities else TELLING) for k in acts):
        return None
    if left.names and right.names and not left.names & right.names and len(acts) < SAME_ACT:
        return None
    apart = bool(left.months and right.months and not left.months & right.months)
    kind: RelationKind = "conflicts" if apart else "scope"
    how = "two times for one plan" if apart else "one plan, told more and less closely"
    reason = f"“{left.words}” against “{right.words}”: {how}"
    return Relation(a.id, b.id, kind, "date", round(min(0.9, 0.4 + 0.5 * (like.meaning or LEAST_MEANING)), 3), reason)
