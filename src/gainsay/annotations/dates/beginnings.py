"""The characters that a match of a pattern can begin with, so that a pattern is tried only where it may match.

It reads what the rules over word classes are written in: characters, [sets], groups, | and repeats, and assertions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PART = re.compile(
    r"(?P<assertion>\(\?(?:=|!|<=|<!))|(?P<group>\((?:\?:|\?P<\w+>)?)|(?P<end>\$)|(?P<any>\.)"
    r"|\[(?P<not>\^?)(?P<set>[^\]]+)\]|(?P<character>.)"
)
_REPEAT = re.compile(r"(?P<optional>[*?]|\{(?:0|)?,\d*\})|\+|\{\d+(?:,\d*)?\}|")


class _Begins(NamedTuple):
    """The characters, and whether a match may be empty, so that what follows may begin it."""

    characters: frozenset[str]
    empty: bool


def beginnings(pattern: str, alphabet: frozenset[str]) -> frozenset[str]:
    """The characters of the alphabet a match can begin with.

    >>> sorted(beginnings("(?<=x)a?(?:b|[cd]e)f*", frozenset("abcdef")))
    ['a', 'b', 'c', 'd']
    """
    begins = _Reader(pattern, alphabet).alternatives()
    return alphabet if begins.empty else begins.characters


class _Reader:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str, alphabet: frozenset[str]) -> None:
        self._pattern, self._alphabet, self._at = pattern, alphabet, 0

    def alternatives(self) -> _Begins:
        found = self._sequence()
        while self._pattern[self._at : self._at + 1] == "|":
            self._at += 1
            other = self._sequence()
            found = _Begins(found.characters | other.characters, found.empty or other.empty)
        return found

    def _sequence(self) -> _Begins:
        found = _Begins(frozenset(), empty=True)
        while self._pattern[self._at : self._at + 1] not in ("", "|", ")"):
            part = self._part()
            if found.empty:
                found = _Begins(found.characters | part.characters, part.empty)
        return found

    def _part(self) -> _Begins:
        part = _PART.match(self._pattern, self._at)
        if part is None:
            raise ValueError(f"no pattern over word classes: {self._pattern}")
        self._at = part.end()
        if part["assertion"] or part["group"]:
            inner = self.alternatives()
            self._at += 1
            found = _Begins(frozenset(), empty=True) if part["assertion"] else inner
        elif part["end"]:
            found = _Begins(frozenset(), empty=True)
        else:
            named = frozenset(part["set"] or part["character"] or "")
            found = _Begins(self._alphabet - named if part["any"] or part["not"] else named, empty=False)
        repeat = _REPEAT.match(self._pattern, self._at)
        self._at = repeat.end() if repeat else self._at
        return found._replace(empty=True) if repeat and repeat["optional"] else found
