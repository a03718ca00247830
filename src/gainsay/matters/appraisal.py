"""Appraisals: words of a clause that judge something, and what they judge.

What is judged is read off the place of the judging word, without a parser: the subject of a predicate ("the pact was
a disaster"), the noun after an adjective ("the disastrous pact"), the object of a verb of attitude ("she hailed the
pact") or of calling ("he called the pact a disaster").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from gainsay.annotations.designations.lexicon import MODIFIERS
from gainsay.spans import Span
from gainsay.statements.terms import content_terms

LONGEST = 1200
"""Characters of a clause that are looked at."""

LEAST_CHARGE = 0.4
# How much of its charge a negated judgement keeps, turned round: "not a good deal" condemns less than "a bad deal".
NEGATED = 0.8
# How many words between a copula and its judging word, and how many the name of a thing has at most.
REACH = 5
LONGEST_NAME = 6

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]")
_COPULA = frozenset(
    "is was are were be been being am remains remained seems seemed became becomes looks sounds".split()
)
_CALLING = frozenset(
    """call calls called calling describe describes described describing label labels labeled labelled brand branded
    dub dubbed deem deemed consider considers considered denounce denounced denouncing deride derided hail hailed
    condemn condemned dismiss dismissed decry decried""".split()
)
_NEGATION = frozenset(
    "not never no hardly cannot nothing neither nor without scarcely less lacks lacked lacking".split()
)
_DETERMINER = frozenset("the a an this that these those his her its their our my your such any all some no".split())
_STOP = frozenset(
    """of in on at by for with from to into onto against over under between among through during after before since
    until about as like than and or but nor so yet if when while where because although though who whom which what why
    how that there not is are was were be been being am has have had having do does did will would shall should may
    might can could must said says say he she it they we i you him them us me also then now even only just still never
    always again yet very too more most less one ones""".split()
)
_BREAKS = _STOP | _DETERMINER
_SUPPOSED = frozenset("if whether unless would could should might may".split())
_EMPTY = frozenset(
    "news way thing day time lot deal idea part place kind sort people man woman person step job one".split()
)
_ADJECTIVE = ("l", "ous", "ive", "y", "nt", "c", "proud")
_PRONOUNS = frozenset("it him her them this that".split())
_TITLES = frozenset("mr mrs ms dr gen sen gov rep lt col sir lord".split())
_OWNERS = frozenset("his her its their my our your".split())
_PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|ing)")


@dataclass(frozen=True, slots=True)
class Appraisal:
    """`span` holds the judging words, `target` the words for what is judged; `judge` those before a verb of attitude,
    None where the clause's holder judges. `thing` are the stems of the target, its head last.
    """

    span: Span
    word: str
    charge: float
    target: Span
    thing: tuple[str, ...]
    judge: Span | None = None


class _Token(NamedTuple):
    start: int
    end: int
    lower: str


def _table(name: str) -> tuple[dict[str, float], dict[str, float]]:
    anywhere: dict[str, float] = {}
    predicative: dict[str, float] = {}
    text = (files("gainsay.matters") / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            charge, _, words = line.partition(":")
            strong, _, weak = words.partition("|")
            anywhere.update(dict.fromkeys(strong.split(), float(charge)))
            predicative.update(dict.fromkeys(weak.split(), float(charge)))
    return anywhere, predicative


@cache
def _judging() -> tuple[dict[str, float], dict[str, float]]:
    anywhere, predicative = _table("valence.txt")
    coloured = {word: charge for word, charge in MODIFIERS.items() if charge and abs(charge) >= LEAST_CHARGE}
    return anywhere, {**coloured, **anywhere, **predicative}


@cache
def _attitudes() -> dict[str, float]:
    return _table("attitudes.txt")[0]


def takes_sides(word: str) -> bool:
    """Whether a word tells an attitude ("supports") or a mere predicate ("wrong"), not by itself what something is."""
    return word in _attitudes() or word not in _judging()[0]


def acts_on(word: str) -> bool:
    """Whether a word is a verb by which somebody takes a stand ("rejects"), and no adjective ("dubious")."""
    return word in _attitudes() and not word.endswith(_ADJECTIVE)


def appraisals(text: str, span: Span) -> list[Appraisal]:
    """The appraisals of a clause, in text order; none where it only supposes ("if the pact were bad").

    >>> text = "The harbour pact is not a good bargain."
    >>> [(a.thing, a.charge) for a in appraisals(text, Span(0, len(text)))]
    [(('harbour', 'pact'), -0.48)]
    """
    end = min(span.end, span.start + LONGEST)
    tokens = [_Token(*m.span(), m.group().lower().replace("’", "'")) for m in _TOKEN.finditer(text, span.start, end)]
    found = [one for at in range(len(tokens)) if (one := _at(text, tokens, at)) is not None]
    return list({one.target: one for one in reversed(found)}.values())[::-1]


def _at(text: str, tokens: Sequence[_Token], at: int) -> Appraisal | None:
    word = tokens[at].lower
    anywhere, predicative = _judging()
    if word in _attitudes():
        return _attitude(text, tokens, at)
    if word not in predicative or _supposed(tokens, at):
        return None
    charge = _turned(tokens, at, predicative[word])
    copula = _before(tokens, at, _COPULA)
    target = None
    if copula is not None:
        target = _subject(tokens, copula) or _object(tokens, at + 1)
    elif (calling := _before(tokens, at, _CALLING)) is not None:
        target = _object(tokens, calling + 1, at) or _pronoun(tokens, calling + 1)
        target = target or _antecedent(tokens, calling) or _object(tokens, at + 1)
    elif word in anywhere:
        target = _object(tokens, at + 1)
    if target is None:
        return None
    return _appraisal(text, tokens, Span(tokens[at].start, tokens[at].end), word, charge, target)


def _appraisal(
    text: str,
    tokens: Sequence[_Token],
    span: Span,
    word: str,
    charge: float,
    target: tuple[int, int],
    judge: Span | None = None,
) -> Appraisal | None:
    place = Span(tokens[target[0]].start, tokens[target[1] - 1].end)
    thing = content_terms(text, place)
    if abs(charge) < LEAST_CHARGE or (not thing and tokens[target[0]].lower not in _PRONOUNS):
        return None
    return Appraisal(span, word, round(charge, 2), place, thing, judge)


def _attitude(text: str, tokens: Sequence[_Token], at: int) -> Appraisal | None:
    """A verb (or adjective) of attitude with its object; whoever stands right before it judges."""
    if _supposed(tokens, at):
        return None
    before = tokens[at - 1].lower if at else ""
    passive = before in _COPULA and not tokens[at].lower.endswith(_ADJECTIVE)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if before in _DETERMINER or (passive and after not in ("to", "by")):
        return None  # "the support", "was condemned"
    target = _object(tokens, at + 1)
    if target is None:
        return None
    charge = _turned(tokens, at, _attitudes()[tokens[at].lower])
    first = max(0, at - 8)
    judge = Span(tokens[first].start, tokens[at].start) if at else None
    return _appraisal(text, tokens, Span(tokens[at].start, tokens[at].end), tokens[at].lower, charge, target, judge)


def _supposed(tokens: Sequence[_Token], at: int) -> bool:
    return any(t.lower in _SUPPOSED for t in tokens[max(0, at - 8) : at])


def _turned(tokens: Sequence[_Token], at: int, charge: float) -> float:
    near = [t.lower for t in tokens[max(0, at - 4) : at]]
    negated = any(w in _NEGATION or w.endswith("n't") for w in near) and not {"only", "just", "merely"} & set(near)
    return -NEGATED * charge if negated else charge


def _before(tokens: Sequence[_Token], at: int, words: frozenset[str]) -> int | None:
    """The nearest of these words before a place, with no stop or comma between."""
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        lower = tokens[back].lower
        if lower in words or (words is _COPULA and _is_contracted(lower)):
            return back
        if words is _COPULA and (_PARTICIPLE.fullmatch(lower) or lower in _OWNERS):
            return None  # "is using her victory"
        if words is _CALLING and lower in _CALLED:
            continue
        if lower in ".,;:" or (lower in _STOP and lower not in _LOOSE):
            return None
    return None


def _is_contracted(word: str) -> bool:
    """Whether a word is a pronoun with its copula ("it's")."""
    subject, _, copula = word.partition("'")
    return copula in ("s", "re") and subject in _PERSONS


_PERSONS = frozenset("it that this he she they we you there what here".split())
_CALLED = frozenset("it him them her that".split())
_LOOSE = frozenset("not also very only just so more as".split())


def _is_word(token: _Token) -> bool:
    return _WORD.match(token.lower) is not None


def _is_named(token: _Token) -> bool:
    """Whether a word may belong to the name of a thing."""
    return _is_word(token) and token.lower not in _BREAKS


def _object(tokens: Sequence[_Token], at: int, end: int | None = None) -> tuple[int, int] | None:
    """The noun phrase that begins at a place: (first, last + 1) tokens."""
    end = len(tokens) if end is None else end
    while at < end and (tokens[at].lower in _DETERMINER or tokens[at].lower.endswith("ly") or not _is_word(tokens[at])):
        if tokens[at].lower in ".;:!?":
            return None
        at += 1
    if at < end and tokens[at].lower in ("of", "to", "about", "with", "that", "staying", "in"):
        return _object(tokens, at + 1, end)
    if at + 2 < end and tokens[at].lower in _TITLES:
        at += 1 + (tokens[at + 1].lower == ".")
    last = at
    while last < end and last - at < LONGEST_NAME and _is_named(tokens[last]):
        last += 1
    while last - at > 1 and _PARTICIPLE.fullmatch(tokens[last - 1].lower):
        last -= 1
    return (at, last) if last > at else None


def _pronoun(tokens: Sequence[_Token], at: int) -> tuple[int, int] | None:
    """A pronoun that stands for what is judged: "called it a disgrace"."""
    return (at, at + 1) if at < len(tokens) and tokens[at].lower in _PRONOUNS else None


def _subject(tokens: Sequence[_Token], copula: int) -> tuple[int, int] | None:
    """What stands before a copula: from the last pause on, the first noun phrase."""
    if tokens[copula].lower not in _COPULA:  # "it's"
        return None
    first = copula
    while first > 0 and copula - first < 14 and _is_word(tokens[first - 1]) and tokens[first - 1].lower not in _OPENERS:
        first -= 1
    return _object(tokens, first, copula)


_OPENERS = frozenset("that and but because while although though whether if since so which who when said says".split())


def _antecedent(tokens: Sequence[_Token], calling: int) -> tuple[int, int] | None:
    """What a relative clause describes: "the pact, which Hale has called a disaster"."""
    for back in range(calling - 1, max(-1, calling - 7), -1):
        if tokens[back].lower in ("which", "that", "whom"):
            end = first = back - (back > 0 and tokens[back - 1].lower == ",")
            while first > 0 and end - first < LONGEST_NAME and _is_named(tokens[first - 1]):
                first -= 1
            return (first, end) if end > first else None
    return None
