"""Effects: what a plan or a deed is said to do to others, good or harm ("the pact would ruin the port").

Only of things that are planned, decided or done (`things.txt`) and of pronouns for them: a storm that ruins a port is
judged by nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from gainsay.matters.clauses.phrases import DETERMINERS, FUNCTION_WORDS, Token, is_named, is_word, subject_over_commas
from gainsay.matters.clauses.things import is_thing

_AUXILIARY = frozenset(
    "will would can could does do did has have had is are was were be been not never really may might".split()
)
_POINTING = frozenset("it this that".split())
# Verbs that are nouns as well: only what stands before them shows the verb.
_NOUNS_TOO = frozenset(
    "help harm damage benefit boost benefits boosts cost costs cut cuts raise increase increases decrease hike hikes "
    "waste hurt ruin wreck threat result results works secure slash destroy".split()
)
_BE = frozenset("is are was were be been being".split())
# Verbs that need no object.
_ALONE = frozenset(
    "discriminate discriminates works work backfire backfired backfires makes make made falls fell fall".split()
)
_OUTCOME = 0.5
OBJECT = 6
"""Words after a verb in which what rises or falls by it is named."""


class Effect(NamedTuple):
    """Place after the verb, and of the words for what does it."""

    last: int
    charge: float
    target: tuple[int, int]


class _Table(NamedTuple):
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]
    moves: Mapping[str, int]
    wanted: Mapping[str, int]


@cache
def _table() -> _Table:
    verbs: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    signs: dict[str, dict[str, int]] = {"moves": {}, "wanted": {}}
    for line in (files("gainsay.matters.opinions") / "effects.txt").read_text(encoding="utf-8").splitlines():
        head, _, listed = line.partition(":")
        if line.startswith("#") or not listed:
            continue
        name, _, sign = head.partition(" ")
        if name in signs:
            signs[name] |= dict.fromkeys(listed.split(), 1 if sign == "+" else -1)
            continue
        for phrase in listed.split():
            first, *rest = phrase.split("_")
            verbs.setdefault(first, []).append((tuple(rest), float(head)))
    longest = {first: tuple(sorted(of, key=lambda pair: -len(pair[0]))) for first, of in verbs.items()}
    return _Table(longest, signs["moves"], signs["wanted"])


@cache
def effect_words() -> frozenset[str]:
    """The verbs that effects begin with."""
    return frozenset(_table().verbs) | frozenset(_table().moves)


def effect(tokens: Sequence[Token], at: int) -> Effect | None:
    """The effect told by the verb at a place, where what has it can be judged."""
    table, word = _table(), tokens[at].lower
    if word not in effect_words() or (at and tokens[at - 1].lower in DETERMINERS):
        return None
    follow = tuple(token.lower for token in tokens[at + 1 : at + 6])
    known = next((pair for pair in table.verbs.get(word, ()) if follow[: len(pair[0])] == pair[0]), None)
    end, charge = (at + 1 + len(known[0]), known[1]) if known else (at + 1, _outcome(tokens, at))
    target = _doer(tokens, at) if charge else None
    return None if target is None else Effect(end, charge, target)


def _outcome(tokens: Sequence[Token], at: int) -> float:
    """The charge of what is made to rise or to fall ("would kill jobs"); 0 where nobody wishes for it or dreads it."""
    move = _table().moves.get(tokens[at].lower, 0)
    if not move:
        return 0.0
    for token in tokens[at + 1 : at + 1 + OBJECT]:
        if token.lower in _table().wanted:
            return _OUTCOME * move * _table().wanted[token.lower]
        if not is_word(token) or (token.lower in FUNCTION_WORDS and token.lower not in ("of", "more", "up", "and")):
            return 0.0
    return 0.0


def _doer(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The subject of a verb, over its auxiliaries, where it is a thing that is planned, decided or done."""
    if tokens[at].lower not in _ALONE and not _has_object(tokens, at):
        return None  # "could improve"
    verb = at
    while verb and (tokens[verb - 1].lower in _AUXILIARY or tokens[verb - 1].lower.endswith(("ly", "n't"))):
        verb -= 1
    if tokens[at].lower.endswith("ed") and any(token.lower in _BE for token in tokens[verb:at]):
        return None  # "the law was weakened"
    if verb and tokens[verb - 1].lower in _POINTING:
        relative = tokens[verb - 1].lower == "that" and verb > 1 and is_word(tokens[verb - 2])
        return None if relative else (verb - 1, verb)
    if not verb or tokens[verb - 1].lower in FUNCTION_WORDS or (verb == at and tokens[at].lower in _NOUNS_TOO):
        return None
    found = subject_over_commas(tokens, verb)
    return found if found is not None and is_thing(tokens[found[1] - 1].lower) else None


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.lower.endswith("ly"):
        return False
    return is_named(after) or after.lower in DETERMINERS
