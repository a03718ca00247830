"""What a description says: its determiner, its head noun and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from gainsay.annotations.mentions import MentionType
from gainsay.annotations.mentions.lexicon.nouns import nouns, number_of
from gainsay.annotations.mentions.unnamed import DETERMINERS, POSSESSIVES

Manner = Literal["definite", "this", "possessive", "indefinite", "bare"]
"""How a description introduces what it describes."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[’']s?|,")
_HEAD_ENDS = frozenset("of in at on for from with who that which whose to by near under among between , and or".split())
_THIS = frozenset("this these that those".split())
_DEFINITE = frozenset("the both all".split())
_LONGEST = 24  # words of a description that are looked at: the head stands before its clauses


@dataclass(frozen=True, slots=True)
class Description:
    """`head` is the head noun in the singular, `modifiers` what stands before it (the possessor's words among them);
    `type` what the head describes, None for a noun that is not listed."""

    manner: Manner
    head: str
    modifiers: frozenset[str]
    several: bool
    type: MentionType | None


@lru_cache(maxsize=16384)
def describe(words: str) -> Description:
    """The parts of a description.

    >>> d = describe("The old harbour companies of Port Adair")
    >>> d.manner, d.head, sorted(d.modifiers), d.several
    ('definite', 'company', ['harbour', 'old'], True)
    """
    found = _WORD.findall(words.lower())[:_LONGEST]
    end = next((n for n, word in enumerate(found) if n and word in _HEAD_ENDS), len(found))
    phrase = found[:end] or [""]
    possessed = any(word[0] in "’'" for word in phrase[:-1] if word)
    while len(phrase) > 1 and phrase[-1][0] in "’'":
        phrase.pop()
    type_ = nouns().get(phrase[-1], (None,))[0]
    head, several = number_of(phrase[-1])
    first = phrase[0]
    manner: Manner = "indefinite"
    if first in POSSESSIVES or possessed:
        manner = "possessive"
    elif first in _THIS:
        manner = "this"
    elif first in _DEFINITE:
        manner = "definite"
    elif first not in DETERMINERS:
        manner = "bare"
    inner = frozenset(w for w in phrase[:-1] if w not in DETERMINERS and w[0] not in "’'")
    return Description(manner, head, inner, several, type_)
