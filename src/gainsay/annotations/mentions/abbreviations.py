"""Acronyms of common words, which name nobody: "a segmented light bulb (SLB)"."""

from __future__ import annotations

import re

from gainsay.annotations.mentions.lexicon.heads import ORGANISATION_HEADS

_BRACKETED = re.compile(r" \(([A-Z][A-Za-z]{0,5}[A-Z])s?[);,]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 16  # characters, at the mean, of the words that an acronym stands for


def common_acronyms(text: str) -> frozenset[str]:
    """The acronyms that a text gives in brackets behind as many words in lower case with these initials.

    >>> sorted(common_acronyms("a segmented light bulb (SLB) of the Tellmark Light Board (TLB)"))
    ['SLB']
    """
    found = set()
    for bracket in _BRACKETED.finditer(text):
        short = bracket[1]
        before = text[max(bracket.start() - _LONGEST_WORD * len(short), 0) : bracket.start()]
        words = _WORD.findall(before)[-len(short) :]
        spelled = "".join(word[0] for word in words).upper() == short.upper()
        if spelled and all(word.islower() for word in words) and words[-1] not in ORGANISATION_HEADS:
            found.add(short)
    return frozenset(found)


def abbreviates(name: str, acronyms: frozenset[str]) -> bool:
    """Whether a name is one of these acronyms, or several of what it stands for ("SLBs")."""
    return name in acronyms or (name.endswith("s") and name[:-1] in acronyms)
