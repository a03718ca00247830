"""The words of a passage, and what the lexicon says of each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gainsay.annotations.designations.lexicon import FAINT, MODIFIERS, NOT_PARTIES, PARTY_NOUNS

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

DETERMINERS = frozenset(
    """
the a an this these those his her its their our my your whose such some many all most both no any every each another
""".split()
)

# Function words and common verbs: a noun phrase neither begins nor goes on with them.
STOPS = frozenset(
    """
of in on at by for with from to into onto against over under between among through during after before since until
about as like than and or but nor so yet if when while where because although though who whom which what why how
that there here not is are was were be been being am has have had having do does did done will would shall should
may might can could must said says say told tells called calls named made makes took takes gave gives went goes
came comes saw sees kept keeps became become becomes left led held sent brought put set got fell rose began stood
fought won lost ran met shot hit cut he she it they we i you him them us me himself themselves itself also then now
even only just still never always again up down out off back away once more less very too against without within
upon per via amid despite kill kills fight fights attack attacks use uses let lets seem seems want wants need needs
unlike monday tuesday wednesday thursday friday saturday sunday january february april june july august september
october november december today yesterday tomorrow tonight
""".split()
)

_PREFIXES = ("ex-", "semi-", "neo-", "ultra-", "anti-", "pro-", "crypto-", "arch-", "quasi-", "pseudo-")

# Endings of English adjectives; words with them may stand between a determiner and a noun.
_ADJECTIVE = re.compile(
    r".{2,}(?:ist|ic|al|ive|ous|ed|ing|ary|ory|an|ese|ish|less|ful|ble|ly|led|backed|era|wing)|civil"
)


class Word(NamedTuple):
    """A word with its place in the document's text."""

    start: int
    end: int
    lower: str
    capital: bool


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets, hyphens and apostrophes inside them kept."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        found.append(Word(match.start(), match.end(), word.lower(), word[0].isupper()))
    return found


@lru_cache(maxsize=65536)
def is_ideology(word: str) -> bool:
    """Whether a word in -ist(s) names a follower of something, by form and by what it is not.

    >>> is_ideology("monarchist"), is_ideology("dentists"), is_ideology("moist")
    (True, False, False)
    """
    stem = word.removesuffix("s")
    return (
        stem.endswith("ist")
        and len(stem) > 6
        and stem not in NOT_PARTIES
        and not stem.endswith(("logist", "graphist", "nomist", "-list", "urist", "metrist"))
    )


@lru_cache(maxsize=65536)
def judgement(word: str) -> tuple[bool, float | None]:
    """Whether a word judges or characterises what it stands before, and its charge.

    >>> judgement("brutal"), judgement("wooden"), judgement("ex-communist")
    ((True, -0.8), (False, None), (True, None))
    """
    if word in MODIFIERS:
        return True, MODIFIERS[word]
    if word in PARTY_NOUNS and not word.endswith("s"):
        return True, PARTY_NOUNS[word]
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            judged, _ = judgement(word.removeprefix(prefix))
            return judged or is_ideology(word), None
    return is_ideology(word) and not word.endswith("s"), None


def is_participle(word: str) -> bool:
    """Whether a word may just as well be a verb ("attacked", "needling")."""
    return word.endswith(("ed", "ing")) and not judgement(word)[0]


def is_faint(word: str) -> bool:
    """Whether a judging word says little of most nouns ("a strong party")."""
    return word in FAINT


@lru_cache(maxsize=65536)
def may_modify(word: str) -> bool:
    """Whether a word can stand between a determiner and a noun, by its form or by the lexicon."""
    return judgement(word)[0] or (not word.endswith("man") and _ADJECTIVE.fullmatch(word) is not None)


def is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))
