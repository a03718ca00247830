"""What the rest of a document tells of a capitalised word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gainsay.annotations.mentions.lexicon.first_names import GIVEN_NAMES
from gainsay.annotations.mentions.lexicon.heads import GROUP_WORDS, LOOSE_ADJECTIVES, METONYMS
from gainsay.annotations.mentions.lexicon.ordinary import CALENDAR, COMMON_WORDS, FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.places import place_names
from gainsay.annotations.mentions.lexicon.titles import TITLE_HEADS
from gainsay.annotations.mentions.tokens import Token

_CONTRACTED = frozenset(
    subject + mark + verb
    for subject in "i you he she it we they that there what who here let how where".split()
    for mark in "'’"
    for verb in "m re ve ll d s".split()
) | {word.replace("'", mark) for mark in "'’" for word in "don't can't won't didn't isn't wasn't o'clock".split()}

_ADVERBIAL = ("ally", "edly", "ingly", "antly", "ently", "ately", "ously", "fully", "arly", "ively")
_NOT_NAMES = frozenset(
    "TV DVD CD OK CEO CFO PhD Ph.D. DNA HIV AIDS PDF URL FAQ USD GDP VIP FYI PM AM A.M. P.M. ID".split()
)


@dataclass(slots=True)
class Evidence:
    """`lower`: words that also stand in lower case; `inside`: words capitalised in mid-sentence, counted;
    `known`: words of names found so far."""

    lower: set[str]
    inside: Counter[str]
    known: set[str] = field(default_factory=set)

    def proper(self, token: Token) -> bool:
        """Whether the capital can only be a name's: no common word, not written in lower case elsewhere."""
        lower = token.lower
        if len(lower) < 2 or lower in FUNCTION_WORDS or lower in CALENDAR or lower in _CONTRACTED:
            return False
        if lower in COMMON_WORDS or lower in LOOSE_ADJECTIVES or lower[:2] in ("d-", "r-") or lower.endswith("ism"):
            return False
        if lower.endswith(_ADVERBIAL) or (not lower.isalpha() and _odd(lower)):
            return False
        if lower in GIVEN_NAMES or is_place(token.word) or token.word in self.known:
            return True
        return lower not in self.lower and token.word not in _NOT_NAMES

    def certain(self, token: Token) -> bool:
        """Whether the word is a name even where a capital would stand anyway."""
        word = token.word
        if is_acronym(token) or token.lower in GROUP_WORDS or token.lower in METONYMS:
            return True
        return self.proper(token) and (
            self.inside[word] > 0 or word in self.known or is_place(word) or token.lower in GIVEN_NAMES
        )

    def known_word(self, token: Token) -> bool:
        """Whether running text shows the word in a name, or it is a place known beforehand."""
        word = token.word
        return word in self.known or is_place(word) or (word.isupper() and word.title() in self.known)


def _odd(lower: str) -> bool:
    """Digits inside a word ("s6-c30"), or nothing but doctrines ("marxist-leninist")."""
    if any(char.isdigit() for char in lower):
        return True
    parts = lower.split("-")
    return len(parts) > 1 and all(part in LOOSE_ADJECTIVES or part in COMMON_WORDS for part in parts)


def gather(text_lower: set[str], tokens: Iterable[Token]) -> Evidence:
    """The evidence of a document before any name is found."""
    inside: Counter[str] = Counter(token.word for token in tokens if not token.initial and not token.titled)
    return Evidence(text_lower, inside)


def is_place(name: str) -> bool:
    """Whether a place of this name is known, in capitals throughout too ("GENEVA —")."""
    return name in place_names() or (name.isupper() and len(name) > 4 and name.title() in place_names())


LIKE_WORDS = frozenset({"WHO"})  # bodies whose acronym is a word in small letters


def is_acronym(token: Token) -> bool:
    """Capitals throughout, and not a headline's: "PLA", "U.N.", "IMF"."""
    word = token.word
    if word in _NOT_NAMES or (token.titled and "." not in word):
        return False
    if word[:2] in ("D-", "R-"):  # a party and a state: "D-Ohio"
        return False
    letters = word.replace(".", "").replace("-", "")
    if not (2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()):
        return False
    if token.lower in TITLE_HEADS or (len(letters) > 3 and token.lower in COMMON_WORDS):  # "CAPTAIN HOLT, sworn"
        return False
    return token.lower not in FUNCTION_WORDS or word in place_names() or word in LIKE_WORDS
