"""What stands before a word in its own part of a clause, and whom it names."""

from __future__ import annotations

import re

from gainsay.spans import Span
from gainsay.statements.terms import content_terms

REACH = 80
"""Characters: a subject reaches no further back."""

_STOP = re.compile(r"[.;:!?()“”\"]|\b(?:that|because|if|but|as|when|while|since|after|before|although|and|who|which)\b")
_NAME = re.compile(r"\b[A-Z][^\W\d_]+")


def foregoing(text: str, at: int) -> str:
    """The words before `at`, back to the last stop or conjunction.

    >>> words = "The storm was over, but the pilot, Moe, was drunk."
    >>> foregoing(words, words.index(" was drunk"))
    ' the pilot, Moe,'
    """
    before = text[max(0, at - REACH) : at]
    return before[max((stop.end() for stop in _STOP.finditer(before)), default=0) :]


def names(words: str) -> frozenset[str]:
    """The capitalised words that are no mere openers of a sentence.

    >>> sorted(names("The pilot, Henrik Moe"))
    ['Henrik', 'Moe']
    """
    return frozenset(name for name in _NAME.findall(words) if content_terms(name, Span(0, len(name))))
