"""Agreements: two claims that say the same, in much the same words or, as far as their meaning tells, in others."""

from __future__ import annotations

import re
from functools import lru_cache

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import grade
from gainsay.matters.facets.occurrence import HARDLY, PRESENT
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.clauses import has_verb
from gainsay.statements.terms import content_terms

# An agreement in other words is told from mere kinship of subject only when most of the shorter clause returns.
AGREEMENT_COVERAGE = 0.5
AGREEMENT_WORDS = 8.0
AGREEMENT_OVERLAP = 0.42
# Where the meaning of the two is near as well, a little less of them need return.
ALIKE, ALIKE_OVERLAP = 0.65, 0.37
# From here on a clause that is asked or demanded in one text and told in another is the same clause.
VERBATIM = 0.7
# From here on two clauses on one event mostly say the same; below, they only speak of the same.
ECHO = 0.62
ECHO_TERMS = 3
# So few words and names without a verb among them are a phrase.
FEW_NAMED = 5

_NUMBER = re.compile(r"[0-9]+")
_SUPPOSED = re.compile(r"(?:if|whether|unless|when|until)\b", re.IGNORECASE)
_ONLY_THEN = re.compile(r"\b(?:only|not)\s+(?:after|when|until|once|because)\b", re.IGNORECASE)
_IS = re.compile(r"\W*(?P<subject>[^.;:?!]{3,80}?)\s(?:is|are|was|were)\s(?P<state>[^.;:?!]{3,60})[.!]?\s*$")
_TOKEN = re.compile(r"[\w’'-]+")
_PLACED = frozenset("in at on near from to by with against for of under".split())
FILLER = 3  # words


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The agreement of two claims in much the same words, or None."""
    if a.polarity != b.polarity:
        return None
    if like.kin < AKIN or like.words < AGREEMENT_WORDS or (a.hedged != b.hedged and like.overlap < VERBATIM):
        return None
    alike = AGREEMENT_OVERLAP if (like.meaning or 0.0) < ALIKE else ALIKE_OVERLAP
    if like.coverage < AGREEMENT_COVERAGE or like.overlap < alike:
        return None
    if (like.overlap < VERBATIM and (_only_names(a) or _only_names(b))) or grade.rival(a, b):
        return None
    if _counts_otherwise(a, b) or _limited_otherwise(a, b):
        return None
    reason = f"“{a.position}” and “{b.position}” say the same in much the same words"
    return Relation(a.id, b.id, "agrees", "occurrence", round(min(1.0, like.coverage), 3), reason)


def echo(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The same in other words, as far as the meaning of the two clauses tells; the relation model has to agree.

    Of numbers that both give one must be the same: a figure told anew is for the comparison of figures to judge.
    """
    if like.meaning is None or like.meaning < ECHO or like.kin < AKIN or a.polarity != b.polarity:
        return None
    if a.document == b.document or (a.hedged != b.hedged and like.overlap < VERBATIM):
        return None
    if min(len(a.terms) + len(a.referents), len(b.terms) + len(b.referents)) < ECHO_TERMS:
        return None
    if _is_supposed(a.words) or _is_supposed(b.words) or _counts_otherwise(a, b) or _limited_otherwise(a, b):
        return None
    if _is_said_to_be_other(a.words, b.words) or _filled_otherwise(a.words, b.words):
        return None
    if grade.rival(a, b) or _only_names(a) or _only_names(b):
        return None
    reason = f"“{a.position}” and “{b.position}” say much the same, by their meaning ({like.meaning:.2f}) and the model"
    return Relation(a.id, b.id, "agrees", "occurrence", round(0.9 * like.meaning, 3), reason)


def _counts_otherwise(a: Comparable, b: Comparable) -> bool:
    """Whether both give numbers, and none in common."""
    left = _NUMBER.findall(a.words)
    return bool(left) and bool(right := _NUMBER.findall(b.words)) and set(left).isdisjoint(right)


def _limited_otherwise(a: Comparable, b: Comparable) -> bool:
    """Whether one says that a thing hardly was so, or so only after another, and the other does not."""
    return _limits(a.words) != _limits(b.words)


@lru_cache(maxsize=8192)
def _limits(words: str) -> tuple[bool, bool]:
    return HARDLY.search(words) is not None, _ONLY_THEN.search(words) is not None


def _is_said_to_be_other(a: str, b: str) -> bool:
    """Whether two clauses say of one subject that it is this, and that it is that: "was on duty", "was asleep"."""
    found = [_IS.match(words) for words in (a, b)]
    if found[0] is None or found[1] is None:
        return False
    subjects, states = ([set(_terms(m[part])) for m in found if m] for part in ("subject", "state"))
    return bool(subjects[0] & subjects[1]) and all(states) and states[0].isdisjoint(states[1])


def _terms(words: str) -> tuple[str, ...]:
    return content_terms(words, Span(0, len(words)))


def _filled_otherwise(a: str, b: str) -> bool:
    """Whether two clauses are the same but for what follows one preposition: "was in Tarn when …", "was in the capital
    when …"."""
    left, right = ([word.lower() for word in _TOKEN.findall(words)] for words in (a, b))
    head = next((n for n, (x, y) in enumerate(zip(left, right, strict=False)) if x != y), min(len(left), len(right)))
    tail = next(
        (n for n, (x, y) in enumerate(zip(left[::-1], right[::-1], strict=False)) if x != y), min(len(left), len(right))
    )
    fillers = [words[head : len(words) - tail] for words in (left, right)]
    return head > 1 and left[head - 1] in _PLACED and all(0 < len(words) <= FILLER for words in fillers)


def _is_supposed(words: str) -> bool:
    """Whether a clause supposes or depends on another; what is planned ("to strike") or asked may be told twice."""
    return _SUPPOSED.match(words) is not None


def _only_names(one: Comparable) -> bool:
    """Whether a few words without a verb only name a thing ("the harbour pact"): nothing is said to agree with."""
    words = one.words.lower()
    if len(one.terms) + len(one.referents) >= FEW_NAMED or words.startswith("to ") or " to " in words:
        return False
    return not has_verb(words, Span(0, len(words))) and PRESENT.match(one.words) is None
