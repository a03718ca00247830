"""Capitalised words of a passage, with what stands before each: the raw material of names."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS
from gainsay.passages.abbreviations import TITLES
from gainsay.passages.passage import Passage

_UPPER = "".join(
    char for char in map(chr, range(0x41, 0x530)) if char.isupper() and char.isalpha()
)  # Latin, Greek, Cyrillic
_LETTER = r"[^\W_]"
_STATES = "Fla|Calif|Pa|Ariz|Ill|Mich|Wis|Ore|Minn|Conn|Mass|Tenn|Va|Inc|Co|Corp|Ltd|Bros"

# One pass over the passage; every alternative begins with a capital and no two can share a stretch in two ways.
_CAPITALISED = re.compile(
    rf"(?<!\w)(?:(?:[{_UPPER}]\.){{2,}}(?:[{_UPPER}](?!\w))?"
    rf"|(?:{TITLES}|Mt|Ft|{_STATES})\.|[{_UPPER}]\.(?=\s)"
    rf"|[{_UPPER}]{_LETTER}*(?:['’‑-](?!s\b){_LETTER}+)*|(?:al|el|ul|ad|as|ash|ar)-[{_UPPER}]{_LETTER}*)"
)
_LOWER_WORD = re.compile(r"(?<![\w’'])[a-zß-öø-ÿ]{3,}(?!\w)")
_SPACED_HYPHEN = re.compile(r"\w - \w")
_HYPHEN = re.compile(r"[a-z]-[a-z]")
_OPENING = "\"“„«‹'‘([{`"
_BREAKS = ":!?•*–—|>…"


class Token(NamedTuple):
    """A capitalised word without its possessive. `initial`: a capital would stand here anyway."""

    start: int
    end: int
    word: str
    lower: str
    initial: bool
    titled: bool = False


def lower_words(text: str) -> set[str]:
    """Every word that the text writes in lower case somewhere: evidence that a capital is only its position's."""
    return set(_LOWER_WORD.findall(text))


def has_spaced_hyphens(text: str) -> bool:
    """Whether the text writes its hyphens with blanks ("Jong - un"), as texts joined from tokens do."""
    return bool(_SPACED_HYPHEN.search(text)) and not _HYPHEN.search(text)


def capitalised(text: str, passage: Passage) -> Iterator[Token]:
    """The capitalised words of a passage in text order."""
    starts = [span.start for span in passage.sentences] or [passage.span.start]
    titled = [False] * len(starts)
    for number, span in enumerate(passage.sentences):
        titled[number] = is_titled(text[span.start : span.end])
    for found in _CAPITALISED.finditer(text, passage.span.start, passage.span.end):
        start, end = found.span()
        word = sys.intern(found[0])
        sentence = max(bisect_right(starts, start) - 1, 0)
        initial = _is_initial(text, starts[sentence], start)
        yield Token(start, end, word, word.lower(), initial, titled[sentence])


def _is_initial(text: str, sentence: int, start: int) -> bool:
    """Whether the word opens its sentence, a quotation, or what follows a colon or a dash."""
    at = start
    opened = False
    while at > sentence and (text[at - 1].isspace() or text[at - 1] in _OPENING):
        at -= 1
        opened = opened or (text[at] in _OPENING and text[at] not in "([{")
    return at <= sentence or opened or text[at - 1] in _BREAKS or (text[at - 1] in '."”' and start - at > 0)


_LONG_HEADLINE = 8  # long words; a headline may write one of as many in lower case
_WORDS = re.compile(rf"(?<!\w){_LETTER}+")


def is_titled(sentence: str) -> bool:
    """Whether capitals mean nothing here: Title Case or ALL CAPS, as headlines have.

    >>> is_titled("Harbour Company Denies Firing On Marrow Bay Strikers")
    True
    >>> is_titled("The strike at Marrow Bay began on Friday.")
    False
    """
    if len(sentence) > 250:  # longer than any headline
        return False
    words = _WORDS.findall(sentence)
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    small = sum(word.islower() and word not in FUNCTION_WORDS for word in words)
    titled = len(long) >= 4 and capital >= 0.8 * len(long) and small <= len(long) // _LONG_HEADLINE
    return titled or (len(long) > 1 and sentence.isupper())
