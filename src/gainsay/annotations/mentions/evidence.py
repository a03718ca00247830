"""What the rest of a document tells of a capitalised word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from gainsay.annotations.mentions.lexicon.common import CALENDAR, COMMON_WORDS, FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.first_names import GIVEN_NAMES
from gainsay.annotations.mentions.lexicon.heads import LOOSE_ADJECTIVES
from gainsay.annotations.mentions.lexicon.places import place_words
from gainsay.annotations.mentions.tokens import Token

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
        if lower in FUNCTION_WORDS or lower in CALENDAR or lower in COMMON_WORDS or lower in LOOSE_ADJECTIVES:
            return False
        if lower in GIVEN_NAMES or token.word in place_words() or token.word in self.known:
            return True
        return lower not in self.lower and token.word not in _NOT_NAMES

    def certain(self, token: Token) -> bool:
        """Whether the word is a name even where a capital would stand anyway."""
        word = token.word
        if is_acronym(token):
            return True
        return self.proper(token) and (
            self.inside[word] > 0 or word in self.known or word in place_words() or token.lower in GIVEN_NAMES
        )


def gather(text_lower: set[str], tokens: Iterable[Token]) -> Evidence:
    """The evidence of a document before any name is found."""
    inside: Counter[str] = Counter(token.word for token in tokens if not token.initial and not token.titled)
    return Evidence(text_lower, inside)


def is_acronym(token: Token) -> bool:
    """Capitals throughout, and not a headline's: "PLA", "U.N.", "IMF"."""
    word = token.word
    if word in _NOT_NAMES or (token.titled and "." not in word):
        return False
    letters = word.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha() and token.lower not in FUNCTION_WORDS
