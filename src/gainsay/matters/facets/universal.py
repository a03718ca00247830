"""Universal denials: "not one shell fell on the village" against "a hundred and sixty shells fell on the village".

Who says that there was none denies each: the other clause need share no more than what is denied, told as done. What
else it says, and how the two clauses go on, does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import occurrence
from gainsay.matters.facets.denied import NOT_AFFIRMED, WORD
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import ON_ONE_EVENT, STRANGERS
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.clauses import has_verb
from gainsay.statements.terms import content_terms, weight

LONGEST = 600
MOSTWORDS = 7  # content words that a denial bears on; more of them return together nowhere
# What so few words say may be said of much else, but not of one event in clauses near in meaning.
LEAST_DENIED, LEAST_ON_ONE_EVENT, LEAST_MEANING = 8.0, 4.5, 0.45
BEFORE = 6  # words before what returns in which something may keep it from being told
SCORE = 0.6

# It begins its clause, or says that there was none: who "makes no mention" or "is no friend" denies less.
_UNIVERSAL = re.compile(
    r"(?:^\W*|[.;:,“\"]\s*|\b(?:and|but|that|when|because)\s+|\b[Tt]here\s+(?:was|were|is|are|has\s+been|had\s+been)\s+)"
    r"(?:nobody|no[\s-]one|none\s+of\s+(?:us|them|the)|not\s+(?:one|a\s+single)"
    r"|(?P<no>no)\s+(?!longer|doubt|wonder|more|less|fewer|matter|sooner|later|other|such|idea|means|reason|way|need|use)(?=[a-z]))\b",
    re.IGNORECASE,
)
# Where that of which it is said ends.
_STOP = re.compile(
    r"[.;:!?,()“”\"]|\s(?:who|which|because|until|till|unless|if|but|as|when|while|since|after|before|despite|or|than"
    r"|whether|so|though|although|where|except|other|ever\s+again)\s",
    re.IGNORECASE,
)

Denied = tuple[tuple[str, ...], ...]
"""What is denied of all: for each content word what it is recognised by."""


@lru_cache(maxsize=8192)
def denials(words: str) -> tuple[Denied, ...]:
    """The universal denials of a clause.

    >>> [keys[0] for keys in denials("Not one shell fell on the village of Sarn.")[0]]
    ['shell', 'fell', 'villag', 'sarn']
    """
    text = words[:LONGEST]
    found = []
    for place in _UNIVERSAL.finditer(text):
        stop = _STOP.search(text, place.end())
        end = stop.start() if stop else len(text)
        under = _content(text, place.end(), end)
        there = place.group().lower().startswith("there")
        if place["no"] and not there and not has_verb(text.lower(), Span(place.end(), end)):
            continue  # a headline
        if 1 < len(under) <= MOSTWORDS and _weigh(under) >= LEAST_ON_ONE_EVENT:
            found.append(tuple(under))
    return tuple(found)


def denies_all(claim: Comparable) -> bool:
    """Whether a claim says of something that there was none."""
    return claim.polarity == "denies" and not claim.hedged and bool(denials(claim.words))


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The denial of what the other tells, or None."""
    if like.kin < STRANGERS or (a.document == b.document and a.voices == b.voices):
        return None
    for denier, teller in ((a, b), (b, a)):
        if not denies_all(denier) or teller.polarity == "denies" or teller.hedged:
            continue
        if not occurrence.is_held(teller.words) or not occurrence.of_one_mood(denier, teller):
            continue
        for denied in denials(denier.words):
            rare = _weigh(denied) >= LEAST_DENIED and (like.entities or like.kin >= ON_ONE_EVENT)
            near = like.kin >= ON_ONE_EVENT and (like.meaning or 0.0) >= LEAST_MEANING
            if (rare or near) and _told(denied, teller.words):
                reason = f"“{denier.position}” says of all what “{teller.position}” tells of some"
                return Relation(denier.id, teller.id, "denies", "occurrence", SCORE, reason)
    return None


def _weigh(denied: Sequence[tuple[str, ...]]) -> float:
    return sum(weight(keys[0]) for keys in denied)


def _told(denied: Denied, words: str) -> bool:
    """Whether a clause tells all that is denied, with nothing before it that takes it back."""
    text = words[:LONGEST]
    known = {key: at for at, key in reversed(_places(text))}
    met = [min((known[key] for key in keys if key in known), default=-1) for keys in denied]
    return min(met) >= 0 and not NOT_AFFIRMED.search(" ".join(WORD.findall(text[: min(met)])[-BEFORE:]))


@lru_cache(maxsize=8192)
def _places(text: str) -> tuple[tuple[int, str], ...]:
    """What each word is recognised by, with where it stands."""
    return tuple((m.start(), key) for m in WORD.finditer(text) for key in keys_of(m.group().lower()))


def _content(text: str, start: int, end: int) -> list[tuple[str, ...]]:
    """What each content word is recognised by, each once."""
    found: dict[str, tuple[str, ...]] = {}
    for word in WORD.finditer(text, start, end):
        terms = content_terms(text, Span(*word.span()))[:1]
        if terms:
            found.setdefault(terms[0], (terms[0], *keys_of(word.group().lower())[1:]))
    return list(found.values())
