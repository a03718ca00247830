"""Attitudes: words by which somebody praises or blames, supports or opposes, and what he does so to.

A verb takes what follows it ("hailed the pact"), in the passive what stands before ("the pact was hailed"); a noun what
a preposition joins to it ("support for the pact"), or what draws it ("the pact drew criticism").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from gainsay.matters.clauses.phrases import (
    DETERMINERS,
    FUNCTION_WORDS,
    Token,
    is_word,
    noun_phrase,
    subject_over_commas,
    subject_phrase,
    tells_which,
)
from gainsay.matters.opinions.stances import undoes
from gainsay.statements.terms import stem

# Adjectives among these words, by their endings: what follows is no passive.
_ADJECTIVE = ("l", "ous", "ive", "y", "nt", "c", "proud")
_BE = frozenset("is was are were be been being".split())
_HAVE = frozenset("has have had will would".split())
_LINKS = frozenset("for to over about against at toward towards on".split())
# Nouns of acts that "of" joins to what they are done to: "support of the dockers" is theirs.
_DONE_TO = frozenset("praise criticism criticisms condemnation denunciation disapproval rejection repudiation".split())
_TAKEN = frozenset("of to about with over at for in on that".split())
_PRONOUNS = frozenset("it him her them this that".split())
# Verbs that are nouns as well; before those a subject, "to" or an adverb shows the verb.
_NOUNS_TOO = frozenset(
    "praise support trust love respect favor favour scorn ridicule rebuke hate welcome back slam resent".split()
)
_DISPOSED = frozenset(
    "optimistic hopeful confident supportive enthusiastic proud skeptical sceptical suspicious wary critical "
    "pessimistic doubtful dubious".split()
)
_BEFORE_VERB = frozenset("to i we they you not will do and also who".split())
_PREPOSITIONS = frozenset("of by with or from".split())
# Verbs before a noun for a stand that turn it round ("dropped its opposition").
_GIVEN_UP = frozenset(
    "drop drops dropped dropping soften softens softened softening abandon abandons abandoned abandoning reverse "
    "reversed reversing withdraw withdrew waver wavers wavered wavering overcome overcame end ended waned".split()
)
# Words for a stand on what is to come, by which to undo a thing is wanted or not.
_FOR_OR_AGAINST = frozenset(map(stem, "oppose opposition support favor favour endorse against resistance".split()))
_DRAWN_WITHIN = 5
_JUDGED_BEFORE = 8


class Attitude(NamedTuple):
    """Places of the words (first, last + 1) and of what they are taken to; where they begin who takes the stand."""

    last: int
    charge: float
    target: tuple[int, int]
    judge: tuple[int, int] | None


class _Table(NamedTuple):
    verbs: Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]
    nouns: Mapping[str, float]
    sides: Mapping[str, float]
    drawn: frozenset[str]


@cache
def _table() -> _Table:
    verbs: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    nouns: dict[str, dict[str, float]] = {"noun": {}, "side": {}}
    drawn: list[str] = []
    for line in (files("gainsay.matters.opinions") / "attitudes.txt").read_text(encoding="utf-8").splitlines():
        head, _, listed = line.partition(":")
        if line.startswith("#") or not listed:
            continue
        if head == "drawn":
            drawn += listed.split()
        elif " " in head:
            name, charge = head.split()
            nouns[name] |= dict.fromkeys(listed.split(), float(charge))
        else:
            for phrase in listed.split():
                first, *rest = phrase.split("_")
                verbs.setdefault(first, []).append((tuple(rest), float(head)))
    longest = {first: tuple(sorted(of, key=lambda pair: -len(pair[0]))) for first, of in verbs.items()}
    return _Table(longest, nouns["noun"], nouns["side"], frozenset(drawn))


@cache
def attitude_words() -> frozenset[str]:
    """The words that attitudes begin with."""
    return frozenset(_table().verbs) | frozenset(_table().nouns)


def sides() -> Mapping[str, float]:
    """Nouns for those who take a stand ("critics"), with its charge."""
    return _table().sides


def acts_on(word: str) -> bool:
    """Whether a word is a verb by which somebody takes a stand ("rejects"), or a noun for it or for him
    ("opposition", "opponents"), and no adjective ("dubious")."""
    first = word.split(" ")[0]
    return first in sides() or (first in attitude_words() and not word.endswith(_ADJECTIVE))


def attitude(tokens: Sequence[Token], at: int) -> Attitude | None:
    """The attitude that the word at a place tells, where what it is taken to is told, too."""
    word = tokens[at].lower
    known = _table().verbs.get(word, ())
    noun = _noun(tokens, at, _table().nouns[word]) if word in _table().nouns else None
    if noun is not None or not known:
        return noun
    follow = tuple(token.lower for token in tokens[at + 1 : at + 6])
    for rest, charge in known:
        if follow[: len(rest)] == rest:
            return _verb(tokens, at, at + 1 + len(rest), charge)
    return None


def _verb(tokens: Sequence[Token], at: int, end: int, charge: float) -> Attitude | None:
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if before in DETERMINERS or tells_which(tokens, at):
        return None  # "the support", "voters who support"
    be = _auxiliary(tokens, at) if end == at + 1 and not word.endswith(_ADJECTIVE) else None
    if be is not None:
        target = subject_over_commas(tokens, be) if word.endswith(("ed", "n")) else None
        by = end < len(tokens) and tokens[end].lower == "by"
        judge = (end + 1, min(end + 1 + _JUDGED_BEFORE, len(tokens))) if by else None
        if target is None and not by and end < len(tokens) and tokens[end].lower == "to":
            target = noun_phrase(tokens, end + 1)
        return None if target is None else Attitude(end, charge, target, judge)
    if word in _DISPOSED and end == at + 1 and (end >= len(tokens) or tokens[end].lower not in _TAKEN):
        return None  # "critical theories"
    if end < len(tokens) and tokens[end].lower == "by" and word.endswith("ed"):
        target = subject_phrase(tokens, at)  # "a plan backed by the guild"
        return target and Attitude(end, charge, target, (end + 1, min(end + 1 + _JUDGED_BEFORE, len(tokens))))
    if before in _PREPOSITIONS and word.endswith("ed"):
        return None  # "of celebrated writers"
    if word in _NOUNS_TOO and not _is_verb(tokens, at, end):
        return None
    return _on_object(tokens, at, end, charge)


def _on_object(tokens: Sequence[Token], at: int, end: int, charge: float) -> Attitude | None:
    """The attitude to what follows; to undo a thing turns it round ("opposes scrapping the ferry")."""
    judge = (max(0, at - _JUDGED_BEFORE), at) if at else None
    first = end + (end < len(tokens) and tokens[end].lower in _TAKEN)
    if first + 1 < len(tokens) and tokens[first].lower.endswith("ing"):
        if undoes(stem(tokens[first].lower)) and _FOR_OR_AGAINST & {stem(t.lower) for t in tokens[at:first]}:
            target = _object(tokens, first + 1)
            return None if target is None else Attitude(end, -charge, target, judge)
        if tokens[first + 1].lower in DETERMINERS:
            return None  # "opposes selling the ferry": what is opposed is an act
    target = _object(tokens, end)
    return None if target is None else Attitude(end, charge, target, judge)


def _auxiliary(tokens: Sequence[Token], at: int) -> int | None:
    """Where the auxiliaries of a passive begin ("has been widely praised")."""
    place = at - 1
    while place >= 0 and tokens[place].lower.endswith("ly"):
        place -= 1
    if place < 0 or tokens[place].lower not in _BE:
        return None
    while place > 0 and tokens[place - 1].lower in _BE | _HAVE | {"not"}:
        place -= 1
    return place


def _is_verb(tokens: Sequence[Token], at: int, end: int) -> bool:
    before = tokens[at - 1].lower if at else ""
    if before in _BEFORE_VERB or before.endswith(("ly", "n't", "s", "'ll", "'d")):
        return True
    return end < len(tokens) and tokens[end].lower in DETERMINERS


def _object(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    if at < len(tokens) and tokens[at].lower in _TAKEN:
        at += 1
    if at < len(tokens) and tokens[at].lower in _PRONOUNS and not _opens_phrase(tokens, at):
        return at, at + 1
    return noun_phrase(tokens, at)


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner has its noun ("this pact"), and stands for nothing by itself."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].lower in ("it", "him", "them") or after is None:
        return False
    return is_word(after) and after.lower not in FUNCTION_WORDS


def _noun(tokens: Sequence[Token], at: int, charge: float) -> Attitude | None:
    end = at + 1
    if any(token.lower in _GIVEN_UP for token in tokens[max(0, at - 4) : at]):
        charge = -charge
    link = tokens[end].lower if end < len(tokens) else ""
    linked = link in _LINKS or (link == "of" and tokens[at].lower in _DONE_TO)
    if linked and end + 1 < len(tokens) and not tells_which(tokens, at):
        taken = _on_object(tokens, at, end, charge)
        if taken is not None:
            return taken
    if any(token.lower.isdigit() or token.lower in ("percent", "%") for token in tokens[max(0, at - 3) : at]):
        return None  # "won 10 percent support"
    drawing = next((n for n in range(at - 1, max(-1, at - _DRAWN_WITHIN), -1) if _draws(tokens, n)), None)
    target = subject_phrase(tokens, drawing) if drawing is not None else None
    if target is None:
        return None
    by = end < len(tokens) and link == "from"
    return Attitude(end, charge, target, (end + 1, min(end + 1 + _JUDGED_BEFORE, len(tokens))) if by else None)


def _draws(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in _table().drawn and (not at or tokens[at - 1].lower not in DETERMINERS)
