"""Words of a clause with their places, and the noun phrases among them, read off their order without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gainsay.spans import Span

LONGEST_NAME = 6
"""How many words the name of a thing has at most."""

FURTHEST = 14
"""How many words before its verb a subject begins at most."""

WHO = 4
"""Words between "who" and its verb, and one more."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_WORD = re.compile(r"[^\W\d_]")
DETERMINERS = frozenset("the a an this that these those his her its their our my your such any all some no".split())
FUNCTION_WORDS = frozenset(
    """of in on at by for with from to into onto against over under between among through during after before since
    until about as like than and or but nor so yet if when while where because although though who whom which what why
    how that there not is are was were be been being am has have had having do does did will would shall should may
    might can could must said says say he she it they we i you him them us me also then now even only just still never
    always again yet very too more most less one ones""".split()
)
_BREAKS = FUNCTION_WORDS | DETERMINERS
_TITLES = frozenset("mr mrs ms dr gen sen gov rep lt col sir lord".split())
_OPENERS = frozenset("that and but because while although though whether if since so which who when said says".split())
PARTICIPLE = re.compile(r"[a-z]{3,}(?:ed|ing)")


class Token(NamedTuple):
    start: int
    end: int
    lower: str


@lru_cache(maxsize=2)
def tokens_of(text: str, span: Span) -> tuple[Token, ...]:
    """The words and the marks of a stretch, in order; `lower` is lower-case, with straight apostrophes."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return tuple(Token(*m.span(), m.group().lower().replace("’", "'")) for m in found)


def is_word(token: Token) -> bool:
    return _WORD.match(token.lower) is not None


def is_named(token: Token) -> bool:
    """Whether a word may belong to the name of a thing."""
    return is_word(token) and token.lower not in _BREAKS


def noun_phrase(tokens: Sequence[Token], at: int, end: int | None = None) -> tuple[int, int] | None:
    """The noun phrase that begins at a place: (first, last + 1) tokens."""
    end = len(tokens) if end is None else end
    while at < end and (tokens[at].lower in DETERMINERS or tokens[at].lower.endswith("ly") or not is_word(tokens[at])):
        if tokens[at].lower in ".;:!?":
            return None
        at += 1
    if at < end and tokens[at].lower in ("of", "to", "about", "with", "that", "staying", "in"):
        return noun_phrase(tokens, at + 1, end)
    if at + 2 < end and tokens[at].lower in _TITLES:
        at += 1 + (tokens[at + 1].lower == ".")
    last = at
    while last < end and last - at < LONGEST_NAME and (is_named(tokens[last]) or _owns(tokens, last, end)):
        last += 1
    while last - at > 1 and PARTICIPLE.fullmatch(tokens[last - 1].lower):
        last -= 1
    return (at, last) if last > at else None


def _owns(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a mark is the apostrophe of a plural owner ("the dockers’ hall")."""
    if tokens[at].lower not in ("'", "’") or not 0 < at < end - 1:
        return False
    return tokens[at - 1].end == tokens[at].start < tokens[at + 1].start - 1 and is_named(tokens[at + 1])


def subject_phrase(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """What stands before a verb: from the last pause on, the first noun phrase."""
    first = verb
    while (
        first > 0 and verb - first < FURTHEST and is_word(tokens[first - 1]) and tokens[first - 1].lower not in _OPENERS
    ):
        first -= 1
    return noun_phrase(tokens, first, verb)


def subject_over_commas(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The same, over what stands between commas after the subject ("the pact, which Hale wrote, is"), and over a
    couple's titles."""
    found = subject_phrase(tokens, verb)
    if found is not None and found[0] > 5 and tokens[found[0] - 2].lower in _TITLES:
        couple = [token.lower for token in tokens[found[0] - 5 : found[0]]]
        if couple[0] in _TITLES and couple[1:3] == [".", "and"]:  # "jabs at Mr. and Mrs. Hale"
            return subject_phrase(tokens, found[0] - 5) or found
    if found is not None or not verb or tokens[verb - 1].lower != ",":
        return found
    for opening in range(verb - 3, max(0, verb - 1 - FURTHEST), -1):
        if tokens[opening].lower == ",":
            return subject_phrase(tokens, opening)
    return None


def tells_which(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb tells which people are meant ("voters who support a ban", and not "Hale, who supports it")."""
    for who in range(at - 1, max(0, at - WHO), -1):
        if tokens[who].lower == "who":
            return tokens[who - 1].lower != ","
    return False
