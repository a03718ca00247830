"""Titles of books, films, songs and articles in quotation marks: “The Winter of Port Adair”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.annotations.mentions.candidate import Candidate
from gainsay.annotations.mentions.cues import head_type
from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS

_LONGEST = 90  # characters; a longer quotation is speech
_QUOTED = re.compile(
    rf"“\s?([^\W\d_a-z][^“”\"\n]{{2,{_LONGEST}}}?)[,.]?\s?”"
    rf"|(?<![^\s(])\"([^\W\d_a-z][^“”\"\n]{{2,{_LONGEST}}}?)[,.]?(?<!\s)\"(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_KIND = re.compile(
    r"\b(?:book|film|movie|song|novel|memoirs?|poem|play|pamphlet|article|essay|report|album|series|show|magazine|paper|"
    r"newspaper|journal|ballad|hymn|entitled|titled|headed|headline)[,:]?\s$"
)


# What stands before a style or a byname: "proclaimed himself “Protector of Marrow Bay”".
_STYLED = re.compile(r"\b(?:himself|herself|themselves|styled|nicknamed|dubbed|to be|the title)[,:]?\s$")


def quoted_works(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Quotations in `[start, end)` that are written as titles are: every word but the small ones with a capital."""
    for found in _QUOTED.finditer(text, start, end):
        group = 1 if found[1] else 2
        title = found[group]
        words = _WORD.findall(title)
        large = [word for word in words if word.lower() not in FUNCTION_WORDS]
        if not large or not all(word[0].isupper() for word in large) or title.isupper():
            continue
        told = _KIND.search(text, max(found.start() - 20, 0), found.start())
        if not told and _STYLED.search(text, max(found.start() - 20, 0), found.start()):
            continue
        if not told and head_type(words[-1].lower()) in ("place", "organisation"):
            continue
        if told or (len(words) > 2 and len(large) > 1 and words[-1][0].isupper() and len(words) > len(large)):
            yield Candidate(found.start(group), found.end(group), "name", "work", 5)
