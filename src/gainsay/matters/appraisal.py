"""Appraisals: words of a clause that judge something, and what they judge.

What is judged is read off the place of the judging word, without a parser: the subject of a predicate ("the pact was
a disaster"), the noun after an adjective ("the disastrous pact"), the object of a verb of attitude ("she hailed the
pact") or of calling ("he called the pact a disaster").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gainsay.annotations.designations.lexicon import MODIFIERS
from gainsay.matters.phrases import (
    DETERMINERS,
    FUNCTION_WORDS,
    LONGEST_NAME,
    PARTICIPLE,
    Token,
    is_named,
    noun_phrase,
    subject_phrase,
    tells_which,
    tokens_of,
)
from gainsay.spans import Span
from gainsay.statements.terms import content_terms

LONGEST = 1200
"""Characters of a clause that are looked at."""

LEAST_CHARGE = 0.4
# How much of its charge a negated judgement keeps, turned round: "not a good deal" condemns less than "a bad deal".
NEGATED = 0.8
# How many words between a copula and its judging word at most.
REACH = 5

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
# "I don't think that it is a good idea" negates what is thought.
_HOLDING = frozenset("think believe feel consider suppose".split())
_SUPPOSED = frozenset("if whether unless would could should might may".split())
_ADJECTIVE = ("l", "ous", "ive", "y", "nt", "c", "proud")
_PRONOUNS = frozenset("it him her them this that".split())
_OWNERS = frozenset("his her its their my our your".split())


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


@cache
def _telling() -> frozenset[str]:
    return frozenset(_judging()[1]) | frozenset(_attitudes())


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
    tokens = tokens_of(text, Span(span.start, end))
    telling = _telling()
    found = [
        one for at, token in enumerate(tokens) if token.lower in telling and (one := _at(text, tokens, at)) is not None
    ]
    return list({one.target: one for one in reversed(found)}.values())[::-1]


def _at(text: str, tokens: Sequence[Token], at: int) -> Appraisal | None:
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
        target = (subject_phrase(tokens, copula) if tokens[copula].lower in _COPULA else None) or noun_phrase(
            tokens, at + 1
        )
    elif (calling := _before(tokens, at, _CALLING)) is not None:
        target = noun_phrase(tokens, calling + 1, at) or _pronoun(tokens, calling + 1)
        target = target or _antecedent(tokens, calling) or noun_phrase(tokens, at + 1)
    elif word in anywhere:
        target = noun_phrase(tokens, at + 1)
    if target is None:
        return None
    return _appraisal(text, tokens, Span(tokens[at].start, tokens[at].end), word, charge, target)


def _appraisal(
    text: str,
    tokens: Sequence[Token],
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


def _attitude(text: str, tokens: Sequence[Token], at: int) -> Appraisal | None:
    """A verb (or adjective) of attitude with its object; whoever stands right before it judges."""
    if _supposed(tokens, at):
        return None
    before = tokens[at - 1].lower if at else ""
    passive = before in _COPULA and not tokens[at].lower.endswith(_ADJECTIVE)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if before in DETERMINERS or (passive and after not in ("to", "by")) or tells_which(tokens, at):
        return None  # "the support", "was condemned", "voters who support"
    target = noun_phrase(tokens, at + 1)
    if target is None:
        return None
    charge = _turned(tokens, at, _attitudes()[tokens[at].lower])
    first = max(0, at - 8)
    judge = Span(tokens[first].start, tokens[at].start) if at else None
    return _appraisal(text, tokens, Span(tokens[at].start, tokens[at].end), tokens[at].lower, charge, target, judge)


def _supposed(tokens: Sequence[Token], at: int) -> bool:
    return any(t.lower in _SUPPOSED for t in tokens[max(0, at - 8) : at])


def _turned(tokens: Sequence[Token], at: int, charge: float) -> float:
    near = [t.lower for t in tokens[max(0, at - 4) : at]]
    negated = any(map(_negates, near)) and not {"only", "just", "merely"} & set(near)
    negated = negated or any(
        tokens[i].lower in _HOLDING and i and _negates(tokens[i - 1].lower) for i in range(max(0, at - 9), at)
    )
    return -NEGATED * charge if negated else charge


def _negates(word: str) -> bool:
    return word in _NEGATION or word.endswith("n't")


def _before(tokens: Sequence[Token], at: int, words: frozenset[str]) -> int | None:
    """The nearest of these words before a place, with no stop or comma between."""
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        lower = tokens[back].lower
        if lower in words or (words is _COPULA and _is_contracted(lower)):
            return back
        if words is _COPULA and (PARTICIPLE.fullmatch(lower) or lower in _OWNERS):
            return None  # "is using her victory"
        if words is _CALLING and lower in _CALLED:
            continue
        if lower in ".,;:" or (lower in FUNCTION_WORDS and lower not in _LOOSE):
            return None
    return None


def _is_contracted(word: str) -> bool:
    """Whether a word is a pronoun with its copula ("it's")."""
    subject, _, copula = word.partition("'")
    return copula in ("s", "re") and subject in _PERSONS


_PERSONS = frozenset("it that this he she they we you there what here".split())
_CALLED = frozenset("it him them her that".split())
_LOOSE = frozenset("not also very only just so more as".split())


def _pronoun(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """A pronoun that stands for what is judged: "called it a disgrace"."""
    return (at, at + 1) if at < len(tokens) and tokens[at].lower in _PRONOUNS else None


def _antecedent(tokens: Sequence[Token], calling: int) -> tuple[int, int] | None:
    """What a relative clause describes: "the pact, which Hale has called a disaster"."""
    for back in range(calling - 1, max(-1, calling - 7), -1):
        if tokens[back].lower in ("which", "that", "whom"):
            end = first = back - (back > 0 and tokens[back - 1].lower == ",")
            while first > 0 and end - first < LONGEST_NAME and is_named(tokens[first - 1]):
                first -= 1
            return (first, end) if end > first else None
    return None
