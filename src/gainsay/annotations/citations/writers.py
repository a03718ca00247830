"""Who wrote or spoke what a note cites, where the note names them: "Diary of Ana Lindqvist, 3 May 1911"."""

from __future__ import annotations

import re

from gainsay.annotations.citations.fields import LEAD
from gainsay.annotations.citations.vocabulary import NOT_NAMES
from gainsay.spans import Span

_WORD = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]{1,30})"
_NAME = rf"(?P<name>(?!(?:The|An?|In|On)\s){_WORD}(?:\s(?:(?:van|von|de|da|al|bin|ibn)\s)?{_WORD}){{0,3}})"
_FULL = rf"(?P<full>(?!(?:The|An?|In|On)\s){_WORD}(?:\s(?:(?:van|von|de|da|al|bin|ibn)\s)?{_WORD}){{1,3}})"
_TEXT = r"(?:diary|journal|notebook|letter|telegram|speech|address|sermon|lecture|memorandum|entry)"
# "Diary of Ana Lindqvist", "Letter from Ana Lindqvist to Bernt Moe", "Speech by Ana Lindqvist".
_OF = re.compile(
    rf"(?i:(?:(?:the|an?|unpublished|private)\s)?{_TEXT})\s(?:of|from|by)\s{_NAME}(?=[,.;:(]|\s(?:to|at|in)\b|$)"
)
# "Ana Lindqvist to Bernt Moe, 4 June 1911", "Ana Lindqvist, speech at Marrow Bay", "Ana Lindqvist Diary".
_FIRST = re.compile(rf"{_FULL}(?:\sto\s(?:{_WORD}|the\s)|,?\s(?i:(?:private\s)?{_TEXT})\b)")


def find_writer(text: str, reference: Span, author: str | None, *, occasion: bool) -> Span | None:
    """Where `reference` names the author of what it cites; `occasion`: whether that is an entry, a letter or a speech.

    >>> find_writer("Diary of Ana Lindqvist, 3 May 1911", Span(0, 34), None, occasion=True)
    Span(start=9, end=22)
    """
    if author:
        return _worded(text, reference, author)
    if not occasion:
        return None
    lead = LEAD.match(text[reference.start : reference.end])
    start = reference.start + (lead.end() if lead else 0)
    for pattern, group in ((_OF, "name"), (_FIRST, "full")):
        found = pattern.match(text, start, reference.end)
        if found:
            return None if NOT_NAMES.search(found[group]) else Span(*found.span(group))
    return None


def _worded(text: str, reference: Span, author: str) -> Span | None:
    """Where the author stands word for word; the stop of an initial may be the one that ends the part."""
    for words in (author, author.rstrip(".")):
        at = text.find(words, *reference)
        if at >= 0 and not text[at - 1 : at].isalnum():
            return Span(at, at + len(words))
    return None
