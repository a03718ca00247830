"""Partisans: speakers who are called by the side they take, and what it is taken on.

"Critics of the ferry law say that it ruins the port": whatever they say is said against the law. Where no preposition
tells what they are for or against, it is the first thing that their words take for known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gainsay.matters.clauses.phrases import DETERMINERS, Token, noun_phrase, tokens_of
from gainsay.matters.clauses.things import is_thing
from gainsay.matters.opinions.attitudes import sides
from gainsay.spans import Span

BEFORE = 3
"""Words before the noun for the side ("many conservative critics")."""

_KNOWN = DETERMINERS - frozenset("a an such any all some no".split())


class Partisan(NamedTuple):
    """The word for the side, its charge, and the words for what it is taken on."""

    word: str
    charge: float
    target: Span


def partisan(text: str, speaker: Span, clause: Span) -> Partisan | None:
    """The side that a speaker is called by, None where none is, or where it is taken on no thing.

    >>> text = "Critics of the ferry law say it ruins the port."
    >>> partisan(text, Span(0, 24), Span(29, 46)).target.of(text)
    'ferry law'
    """
    said = tokens_of(text, speaker)
    at = next((n for n, token in enumerate(said[: BEFORE + 1]) if token.lower in sides()), None)
    if at is None or any(token.lower in "," for token in said[:at]):
        return None
    after = said[at + 1 :]
    if after and after[0].lower in ("of", "to"):
        target = _thing(after, 1)
    else:
        words = tokens_of(text, Span(clause.start, min(clause.end, clause.start + 300)))
        known = (n for n, token in enumerate(words[:-1]) if token.lower in _KNOWN)
        target = next((thing for n in known if (thing := _thing(words, n)) is not None), None)
    word = said[at].lower
    return None if target is None else Partisan(word, sides()[word], target)


def _thing(tokens: Sequence[Token], at: int) -> Span | None:
    """The noun phrase at a place up to the noun for what is planned, decided or done; a verb may follow that."""
    found = noun_phrase(tokens, at)
    head = next((n for n in range(*found) if is_thing(tokens[n].lower)), None) if found else None
    return None if found is None or head is None else Span(tokens[found[0]].start, tokens[head].end)
