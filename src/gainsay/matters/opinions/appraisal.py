"""Appraisals: words of a clause that judge something, and what they judge.

What is judged is read off the place of the judging word, without a parser: the subject of a predicate ("the pact was
a disaster"), the noun after an adjective ("the disastrous pact"), the object of a verb of calling ("he called the pact
a disaster") or of attitude (`attitudes`), or what does good or harm ("the pact would ruin the port").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from gainsay.annotations.designations.lexicon import MODIFIERS
from gainsay.matters.clauses.phrases import (
    FUNCTION_WORDS,
    LONGEST_NAME,
    PARTICIPLE,
    Token,
    is_named,
    noun_phrase,
    subject_over_commas,
    subject_phrase,
    tokens_of,
)
from gainsay.matters.opinions.attitudes import acts_on, attitude, attitude_words
from gainsay.matters.opinions.effects import effect, effect_words
from gainsay.spans import Span
from gainsay.statements.terms import content_terms

LONGEST = 1200
"""Characters of a clause that are looked at."""

LEAST_CHARGE = 0.4
# How much of its charge a negated judgement keeps, turned round: "not a good deal" condemns less than "a bad deal".
NEGATED = 0.8
# How many words between a copula, or a verb of calling, and the judging word at most.
REACH = 5
CALLED_REACH = 10

_COPULA = frozenset(
    """is was are were be been being am remains remained seems seemed became becomes looks sounds represents represented
    constitutes constituted poses posed proves proved strikes amounts amounted""".split()
)
_BE = frozenset("is was are were be been being".split())
_CALLING = frozenset(
    """call calls called calling describe describes described describing label labels labeled labelled brand branded
    dub dubbed deem deemed consider considers considered denounce denounced denouncing deride derided hail hailed
    condemn condemned dismiss dismissed decry decried find finds found regard regards regarded viewed views portray
    portrayed characterize characterized characterise characterised slam slammed slamming blasted blasting ripped praise
    praised criticize criticized mocked attacked depict depicted termed pronounced declared ridiculed""".split()
)
_NEGATION = frozenset(
    "not never no hardly cannot nothing neither nor without scarcely less little lacks lacked lacking".split()
)
# "I don't think that it is a good idea" negates what is thought.
_HOLDING = frozenset("think believe feel consider suppose".split())
_UNSURE = frozenset("if whether unless".split())
_SUPPOSED = _UNSURE | frozenset("would could should may might".split())
_PRONOUNS = frozenset("it him her them this that".split())
_SUBJECTS = frozenset("it this that he she they these those you we".split())
_OWNERS = frozenset("his her its their my our your".split())

# What tells a kind of case or party more often than it judges.
_DESCRIPTIVE = frozenset("criminal terrorist terror colonial occupying puppet radical forced".split())
_UNWISHED = frozenset("sorrow loss losses tragedy danger risk harm damage sadness shame cost pity grief pain".split())
_GRADED = frozenset("better best worse worst".split())

Place = Literal["anywhere", "predicate", "noun"]
"""Where a word judges: before what it judges, too; only as a predicate; as a noun, only as one."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """`span` holds the judging words, `target` the words for what is judged; `judge` those in which it is told who
    takes an attitude, None where the clause's holder judges. `thing` are the stems of the target, its head last.
    """

    span: Span
    word: str
    charge: float
    target: Span
    thing: tuple[str, ...]
    judge: Span | None = None


class _Word(NamedTuple):
    rest: tuple[str, ...]
    charge: float
    place: Place


@cache
def _judging() -> dict[str, tuple[_Word, ...]]:
    """First word → the judging words that begin with it, the longest first."""
    found: dict[str, list[_Word]] = {}
    for word, charge in MODIFIERS.items():
        if charge and abs(charge) >= LEAST_CHARGE and word not in _DESCRIPTIVE:
            found.setdefault(word, []).append(_Word((), charge, "predicate"))
    for line in (files("gainsay.matters.opinions") / "valence.txt").read_text(encoding="utf-8").splitlines():
        head, _, words = line.partition(":")
        if not words or line.startswith("#"):
            continue
        strong, _, weak = words.partition("|")
        listed: list[tuple[str, Place]] = [(w, "noun" if " " in head else "anywhere") for w in strong.split()]
        for phrase, place in [*listed, *((w, "predicate") for w in weak.split())]:
            first, *rest = phrase.split("_")
            same = [w for w in found.get(first, ()) if w.rest != tuple(rest)]
            found[first] = [*same, _Word(tuple(rest), float(head.split()[-1]), place)]
    return {first: tuple(sorted(of, key=lambda w: -len(w.rest))) for first, of in found.items()}


@cache
def _telling() -> frozenset[str]:
    return frozenset(_judging()) | attitude_words() | effect_words()


def takes_sides(word: str) -> bool:
    """Whether a word tells an attitude ("supports") or a mere predicate ("wrong"), not by itself what something is."""
    first = word.split(" ")[0]
    return acts_on(first) or first in attitude_words() or all(w.place == "predicate" for w in _judging().get(first, ()))


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
    if _supposed(tokens, at, _UNSURE):
        return None
    done = effect(tokens, at)
    if done is not None:
        charge = _turned(tokens, at, done.charge)
        return _appraisal(text, tokens, (at, done.last), charge, done.target)
    if _supposed(tokens, at, _SUPPOSED):
        return None
    taken = attitude(tokens, at)
    if taken is not None:
        charge = _turned(tokens, at, taken.charge)
        return _appraisal(text, tokens, (at, taken.last), charge, taken.target, taken.judge)
    follow = tuple(token.lower for token in tokens[at + 1 : at + 6])
    word = next((w for w in _judging().get(tokens[at].lower, ()) if follow[: len(w.rest)] == w.rest), None)
    if word is None:
        return None
    end = at + 1 + len(word.rest)
    if word.charge > 0 and end < len(tokens) and tokens[end].lower in _UNWISHED:
        return None  # "a great sorrow"
    if tokens[at].lower in _GRADED and end < len(tokens) and _is_participle(tokens[end].lower):
        return None  # "better known"
    target = _judged(tokens, at, end, word.place)
    return target and _appraisal(text, tokens, (at, end), _turned(tokens, at, word.charge), target)


def _is_participle(word: str) -> bool:
    return PARTICIPLE.fullmatch(word) is not None or word in ("known", "off", "paid", "than")


def _judged(tokens: Sequence[Token], at: int, end: int, place: Place) -> tuple[int, int] | None:
    """What the judging word from `at` to `end` is said of."""
    after = None if place == "noun" else _modified(tokens, end)
    copula = _before(tokens, at, _COPULA, REACH)
    if copula is not None:
        subject = subject_over_commas(tokens, copula) if tokens[copula].lower in _COPULA else None
        return subject or after or _subject_pronoun(tokens, copula, end)
    calling = _before(tokens, at, _CALLING, CALLED_REACH)
    if calling is not None:
        return _called(tokens, calling, at) or after
    return after if place == "anywhere" else None


def _called(tokens: Sequence[Token], calling: int, at: int) -> tuple[int, int] | None:
    """What a verb of calling is said of: its object; in the passive its subject; what a relative clause goes with."""
    if calling and tokens[calling - 1].lower in _BE:
        return subject_phrase(tokens, calling - 1) or _subject_pronoun(tokens, calling - 1, at)
    found = noun_phrase(tokens, calling + 1, at)
    return found or _pronoun(tokens, calling + 1) or _antecedent(tokens, calling)


def _modified(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The noun phrase that an adjective stands before, over marks of quotation and another adjective."""
    while at < len(tokens) and (tokens[at].lower in "\"“”'‘’" or _joins_another(tokens, at)):
        at += 1
    return noun_phrase(tokens, at) if at < len(tokens) and is_named(tokens[at]) else None


def _joins_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma or "and" joins a second judging word ("a bad, reckless pact")."""
    if at + 1 >= len(tokens):
        return False
    next_one = at + 1 if tokens[at].lower in (",", "and") else at
    adjective = any(w.place != "noun" for w in _judging().get(tokens[next_one].lower, ()))
    return adjective and (next_one > at or is_named(tokens[at + 1]))


def _appraisal(
    text: str,
    tokens: Sequence[Token],
    words: tuple[int, int],
    charge: float,
    target: tuple[int, int],
    judge: tuple[int, int] | None = None,
) -> Appraisal | None:
    place, span = _span(tokens, target), _span(tokens, words)
    thing = content_terms(text, place)
    if abs(charge) < LEAST_CHARGE or (not thing and tokens[target[0]].lower.partition("'")[0] not in _SUBJECTS):
        return None
    word = " ".join(token.lower for token in tokens[words[0] : words[1]])
    return Appraisal(span, word, round(charge, 2), place, thing, _span(tokens, judge) if judge else None)


def _span(tokens: Sequence[Token], places: tuple[int, int]) -> Span:
    return Span(tokens[places[0]].start, tokens[places[1] - 1].end)


def _supposed(tokens: Sequence[Token], at: int, words: frozenset[str]) -> bool:
    return any(t.lower in words for t in tokens[max(0, at - 8) : at])


def _turned(tokens: Sequence[Token], at: int, charge: float) -> float:
    near = [t.lower for t in tokens[max(0, at - 4) : at]]
    negated = any(map(_negates, near)) and not {"only", "just", "merely"} & set(near)
    negated = negated or any(
        tokens[i].lower in _HOLDING and i and _negates(tokens[i - 1].lower) for i in range(max(0, at - 9), at)
    )
    return -NEGATED * charge if negated else charge


def _negates(word: str) -> bool:
    return word in _NEGATION or word.endswith("n't")


def _before(tokens: Sequence[Token], at: int, words: frozenset[str], reach: int) -> int | None:
    """The nearest of these words before a place, with no stop or comma between."""
    for back in range(at - 1, max(-1, at - 1 - reach), -1):
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
_CALLED = frozenset("it him them her that of".split())
_LOOSE = frozenset("not also very only just so more most as too still".split())


def _subject_pronoun(tokens: Sequence[Token], copula: int, end: int) -> tuple[int, int] | None:
    """The pronoun before a copula, or joined to it, that stands for what is judged; not one that stands for what
    follows ("it is wrong to ask"), or that opens a relative clause."""
    at = copula if _is_contracted(tokens[copula].lower) else copula - 1
    if at < 0 or tokens[at].lower.partition("'")[0] not in _SUBJECTS:
        return None
    if tokens[at].lower.startswith("it") and end < len(tokens) and tokens[end].lower in _FOLLOWS:
        return None
    if tokens[at].lower == "that" and at and is_named(tokens[at - 1]):
        return None
    return at, at + 1


_FOLLOWS = frozenset("to that for when if how what".split())


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
