"""Words as the index over passages holds them, the same on every database: without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[^\W_]+")
_MARKS_LIE = 0x300, 0x1F000  # where Unicode has its combining marks
LONGEST = 200  # characters of a word that the index tells apart: no database indexes words of any length


def fold(words: str) -> str:
    """Words without case and accents.

    >>> fold("Médée"), fold("Straße")
    ('medee', 'strasse')
    """
    if words.isascii():
        return words.lower()
    return _marks().sub("", unicodedata.normalize("NFKD", words)).casefold()


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(f"[{''.join(c for c in map(chr, range(*_MARKS_LIE)) if unicodedata.combining(c))}]+")


def words_of(text: str) -> list[str]:
    """The folded words of a text, in their order.

    >>> words_of("The Æolian's 18th-century pier_house")
    ['the', 'æolian', 's', '18th', 'century', 'pier', 'house']
    """
    return [word[:LONGEST] for word in _WORD.findall(fold(text))]
