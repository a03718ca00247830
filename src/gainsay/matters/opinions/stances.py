"""Stances: who wants a plan or is against it, and who thinks it likely or not.

A stance is a word ("willing", "reluctant", "urged", "should") with what follows it: a verb, and the thing that it is
done to. Verbs that undo turn the sign round: who refuses to leave a pact is for the pact. Read off the order of words,
without a parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from gainsay.matters.clauses.phrases import (
    DETERMINERS,
    FUNCTION_WORDS,
    Token,
    is_word,
    noun_phrase,
    subject_phrase,
    tells_which,
    tokens_of,
)
from gainsay.spans import Span
from gainsay.statements.terms import stem

LONGEST = 1200
"""Characters of a clause that are looked at."""

Family = Literal["will", "outlook"]

_TAKEN_ON = frozenset("of about to on for at".split())
_PREPOSITIONS = frozenset("of about to on for with at from in into against over by out up away".split())
_NEGATION = frozenset("not never no hardly cannot nor neither".split())
_SHOULD = frozenset("should must".split())
_ANYWAY = frozenset("only just merely".split())
_AUXILIARY = frozenset("will would can could should must may might to".split())
_PERSONS = frozenset("he she it they we you".split())
_BE = frozenset("be been being have has had having".split())
# A thing that is told of in two words: a request for talks, the idea of a pact.
_IDEAS = frozenset(
    "request requests idea notion proposal proposals possibility prospect offer call calls passage adoption enactment "
    "ratification implementation".split()
)
# Nouns for the undoing of what follows them.
_UNDOING = frozenset("repeal rejection withdrawal cancellation abolition reversal end boycott halt defeat".split())
PRONOUNS = frozenset("it one that this them they these those".split())
_COPULA = frozenset("is was are were".split())
_ACTS = frozenset(map(stem, "call push press campaign argue lobby insist".split()))
_MARKS = frozenset(".,;:!?()")
_SUPPOSED = frozenset("if whether unless may might".split())
_ASKED = frozenset("how what which when where why who".split())
# What "against" follows where it takes a stand.
_SPEAKING = frozenset(map(stem, "caution warn argue advise vote campaign lobby decide be is was are were".split()))
STANDING = 0.6
"""The charge of a stance."""

SHOULD, IS = "should", "is"
"""The frames of an auxiliary and of a noun for a choice: whoever speaks takes the stand, not who stands before."""

# Words between somebody and what he is urged to do; after a stance word and before an auxiliary.
NAME = 6
SUBJECT = 9
# How far before a stance a word of supposing bears on it, and "whether", of which the second half may come late.
SUPPOSED = 8
LONG_QUESTION = 25
# Words before a stance in which whoever takes it is named; words that may stand before the noun of a thing.
JUDGE = 8
DETERMINED = 3
# Words between a copula and its noun.
OPTION = 5


class _Sense(NamedTuple):
    sign: int
    family: Family
    frame: str


@dataclass(frozen=True, slots=True)
class Stance:
    """`span` holds the word by which somebody takes a stand, `target` the words for what he takes it on. `act` is the
    verb (a stem) of what he wants done with it, None where it would only be made, kept or undone, which turns the sign
    of `charge`. `judge` are the words before, in which he is named; None where whoever speaks takes the stand.
    """

    span: Span
    word: str
    family: Family
    charge: float
    target: Span
    act: str | None
    judge: Span | None


class _Table(NamedTuple):
    senses: Mapping[str, tuple[_Sense, ...]]
    undo: frozenset[str]
    do: frozenset[str]
    away: frozenset[tuple[str, str]]


@cache
def _table() -> _Table:
    senses: dict[str, list[_Sense]] = {}
    verbs: dict[str, str] = {}
    for line in (files("gainsay.matters.opinions") / "stances.txt").read_text(encoding="utf-8").splitlines():
        head, _, words = line.partition(":")
        if not line or line.startswith("#"):
            continue
        if " " not in head:
            verbs[head] = words
            continue
        sign, family, frame = head.split()
        sense = _Sense(1 if sign == "+" else -1, "will" if family == "will" else "outlook", frame)
        for word in words.split():
            senses.setdefault(word, []).append(sense)
    undo, do = (frozenset(map(stem, verbs[name].split())) for name in ("undo", "do"))
    away = [two.split() for two in verbs["away"].split(",")]
    known = {word: tuple(found) for word, found in senses.items()}
    return _Table(known, undo, do, frozenset((stem(verb), particle) for verb, particle in away))


def undoes(verb: str) -> bool:
    """Whether a verb, by its stem, undoes a plan or an arrangement."""
    return verb in _table().undo


@cache
def stance_stems() -> frozenset[str]:
    """The stems of the words that take a stand."""
    return frozenset(map(stem, _table().senses))


def stances(text: str, span: Span) -> list[Stance]:
    """The stances taken in a stretch of text, in its order; none that is only supposed ("if she wants a pact").

    >>> text = "The mayor refused to scrap the harbour pact."
    >>> [(s.word, s.charge, s.target.of(text)) for s in stances(text, Span(0, len(text)))]
    [('refused', 0.6, 'harbour pact')]
    """
    tokens = tokens_of(text, Span(span.start, min(span.end, span.start + LONGEST)))
    return list(_stances(text, tokens))


def _stances(text: str, tokens: Sequence[Token]) -> Iterator[Stance]:
    senses = _table().senses
    end = 0
    for at, token in enumerate(tokens):
        if at < end or (token.lower in FUNCTION_WORDS and token.lower not in _SHOULD and token.lower != "against"):
            continue
        if token.lower in _SHOULD:
            found = _plan(tokens, at, _Sense(1, "will", SHOULD), at + 1) if _is_held(text, tokens, at) else None
        else:
            found = next((s for sense in senses.get(token.lower, ()) if (s := _framed(tokens, at, sense))), None)
        if found is not None and not _is_supposed(tokens, at) and not tells_which(tokens, at):
            yield found
            end = at + 1
            while end < len(tokens) and tokens[end].start < found.target.end:
                end += 1


def _is_supposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a stance is only asked after or supposed ("whether she steps down or will seek a second term")."""
    if any(t.lower in _SUPPOSED for t in tokens[max(0, at - SUPPOSED) : at]):
        return True
    return any(t.lower == "whether" for t in tokens[max(0, at - LONG_QUESTION) : at])


def _is_held(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether an auxiliary tells what should be, and neither asks for it nor supposes it ("should the pact fail")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.lower in DETERMINERS or text[after.start].isupper():
        return False
    return not any(t.lower in _ASKED for t in tokens[max(0, at - SUBJECT) : at])


def _framed(tokens: Sequence[Token], at: int, sense: _Sense) -> Stance | None:
    """The stance of a word in one of its senses, where what follows is what that sense asks for."""
    if sense.frame == IS:
        return _option(tokens, at, sense)
    after = _skipped(tokens, at + 1)
    if after >= len(tokens):
        return None
    word = tokens[after].lower
    if sense.frame == "to" and word == "to":
        return _plan(tokens, at, sense, after + 1)
    if tokens[at].lower == "against":
        lawful = [t.lower for t in tokens[after : after + 2]] == ["the", "law"]
        spoken = at > 0 and stem(tokens[at - 1].lower) in _SPEAKING
        return _plan(tokens, at, sense, after) if spoken and not lawful else None
    if tokens[at].lower == "forward" and not (word == "to" and at and stem(tokens[at - 1].lower) == "look"):
        return None
    if sense.frame == "of" and word in _TAKEN_ON and not _otherwise(tokens[at].lower, word):
        return _plan(tokens, at, sense, after + 1)
    if sense.frame == "that" and word == "that":
        auxiliary = _first(tokens, after, SUBJECT, _AUXILIARY)
        if auxiliary is None and sense.family == "will":
            auxiliary = _first(tokens, after, 2, _PERSONS)  # "insists that he meet"
        return _plan(tokens, at, sense, auxiliary + 1) if auxiliary is not None else None
    if sense.frame == "them" and word != "to":
        to = _first(tokens, after, NAME, frozenset(["to"]))
        return _plan(tokens, at, sense, to + 1) if to is not None else None
    if sense.frame == "noun" and word not in FUNCTION_WORDS and not (at and _owns(tokens[at - 1].lower)):
        return _plan(tokens, at, sense, after)
    return None


def _otherwise(word: str, after: str) -> bool:
    """Whether a preposition gives a verb another sense: "called on the council to pay", "a campaign of hatred"."""
    return (after == "on" and stem(word) == "call") or (after == "of" and stem(word) in _ACTS)


def _owns(word: str) -> bool:
    """Whether a word opens a noun phrase ("the proposed ban", "Hale's proposed ban")."""
    return word in DETERMINERS or word.endswith(("'s", "s'"))


def _option(tokens: Sequence[Token], at: int, sense: _Sense) -> Stance | None:
    """The stance on what is called one that can be taken, or none: "the tunnel is not an option"."""
    for copula in range(at - 1, max(0, at - OPTION), -1):
        if tokens[copula].lower in _COPULA:
            thing = subject_phrase(tokens, copula)
            return None if thing is None else _stance(tokens, at, sense, thing, -1 if _negated(tokens, at) else 1, None)
    return None


def _skipped(tokens: Sequence[Token], at: int) -> int:
    """The next place that holds neither an adverb nor a quotation mark."""
    while at < len(tokens) and (
        tokens[at].lower.endswith("ly") or tokens[at].lower in ('"', "“", "”", "'", "‘", "’", "even", "also", "yet")
    ):
        at += 1
    return at


def _first(tokens: Sequence[Token], at: int, reach: int, words: frozenset[str]) -> int | None:
    for place in range(at, min(at + reach, len(tokens))):
        if tokens[place].lower in words:
            return place
        if tokens[place].lower in _MARKS:
            return None
    return None


def _plan(tokens: Sequence[Token], at: int, sense: _Sense, after: int) -> Stance | None:
    """The stance on what begins at `after`: a thing, or a verb with a thing."""
    place, turned, passive = _to_verb(tokens, after)
    sign = -1 if turned != _negated(tokens, at) else 1
    if place >= len(tokens) or not is_word(tokens[place]):
        return None
    act, start = None, place
    if _is_verb(tokens[place], sense):
        turn, act = _done(tokens[place].lower)
        if place + 1 < len(tokens) and (stem(tokens[place].lower), tokens[place + 1].lower) in _table().away:
            turn, act = -1, None  # "get out of the pact"
        sign *= turn
        place += 1
    if passive and sense.frame == SHOULD:
        if not tokens[place - 1].lower.endswith(("ed", "en", "wn", "ne", "id", "ld", "ut", "nt", "pt")):
            return None  # "a hall should be a place of rest"
        target = subject_phrase(tokens, at)  # "the pact should be scrapped"
    else:
        target = _thing(tokens, place)
    if target is None and act is not None:
        target = (start, start + 1)
    if target is not None and (undone := _undone(tokens, target)) is not None:
        target, sign = undone, -sign
    if target is None:
        return None
    return _stance(tokens, at, sense, target, sign, act)


def _undone(tokens: Sequence[Token], target: tuple[int, int]) -> tuple[int, int] | None:
    """What the noun for an undoing undoes ("repeal of the ferry law")."""
    linked = target[1] < len(tokens) and tokens[target[1]].lower in ("of", "to")
    return _thing(tokens, target[1]) if linked and tokens[target[1] - 1].lower in _UNDOING else None


def _stance(
    tokens: Sequence[Token], at: int, sense: _Sense, target: tuple[int, int], turn: int, act: str | None
) -> Stance:
    said = Span(tokens[at].start, tokens[at].end)
    thing = Span(tokens[target[0]].start, tokens[target[1] - 1].end)
    named = at > 0 and sense.frame not in (SHOULD, IS)
    judge = Span(tokens[max(0, at - JUDGE)].start, said.start) if named else None
    return Stance(said, tokens[at].lower, sense.family, turn * sense.sign * STANDING, thing, act, judge)


def _to_verb(tokens: Sequence[Token], at: int) -> tuple[int, bool, bool]:
    """The place after auxiliaries and negations; whether these negate, and whether a passive follows."""
    turned = passive = False
    at = _skipped(tokens, at)
    while at < len(tokens) and (tokens[at].lower in _NEGATION or tokens[at].lower in _BE):
        turned ^= tokens[at].lower in _NEGATION
        passive = passive or tokens[at].lower in ("be", "been", "being")
        at = _skipped(tokens, at + 1)
    return at, turned, passive


def _is_verb(token: Token, sense: _Sense) -> bool:
    if token.lower in FUNCTION_WORDS | DETERMINERS:
        return False
    return sense.frame not in ("of", "noun") or token.lower.endswith("ing")


def _done(word: str) -> tuple[int, str | None]:
    """How a verb turns a stance on its object, and its stem where it does more than make, keep or undo."""
    table, verb = _table(), stem(word)
    if verb in table.undo:
        return -1, None
    if verb in table.do:
        return 1, None
    return (table.senses[word][0].sign, None) if word in table.senses else (1, verb)


def _thing(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The noun phrase at a place, or after the prepositions there."""
    while at < len(tokens) and tokens[at].lower in _PREPOSITIONS:
        at += 1
    if at >= len(tokens) or not is_word(tokens[at]):
        return None
    found = noun_phrase(tokens, at)
    if found is not None and found[0] - at <= DETERMINED:
        after = found[1]
        if after + 1 < len(tokens) and tokens[after].lower in "-–":
            return _thing(tokens, after + 1)  # "long - term talks"
        of = after + 1 < len(tokens) and tokens[after].lower in ("of", "for") and tokens[after - 1].lower in _IDEAS
        return _thing(tokens, after) if of else found
    return (at, at + 1) if tokens[at].lower in PRONOUNS else None


def _negated(tokens: Sequence[Token], at: int) -> bool:
    near = [t.lower for t in tokens[max(0, at - 3) : at]]
    return any(w in _NEGATION or w.endswith("n't") for w in near) and not _ANYWAY & set(near)
