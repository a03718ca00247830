"""Rules over word classes: a list of tokens is rewritten, layer by layer, into phrases with a meaning.

A rule's pattern is a regular expression in which `{year}` stands for one token of that class and `@MONTH` for a part
that several rules share. A rule replaces the tokens it matches by one token whose value is what the rule built; the
next layer sees that token. No pattern nests quantifiers, so a layer is linear in the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from gainsay.annotations.dates.beginnings import beginnings
from gainsay.annotations.dates.lexicon import CODES, OTHER, Token

_SHARED = re.compile(r"@([A-Z]+)")
_CLASS = re.compile(r"\{(\w+)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_ALPHABET = frozenset((*CODES.values(), OTHER))


class Found:
    """One match of a rule: its tokens by group name."""

    __slots__ = ("_chart", "_match", "_number")

    def __init__(self, chart: Sequence[Token], match: re.Match[str], number: int) -> None:
        self._chart, self._match, self._number = chart, match, number

    def token(self, name: str) -> Token | None:
        """The first token of a group, or None where the match has no such group."""
        group = self._match.re.groupindex.get(f"{name}_{self._number}")
        at = self._match.start(group) if group is not None else -1
        return self._chart[at] if at >= 0 else None

    def has(self, name: str) -> bool:
        return self.token(name) is not None

    def number(self, name: str) -> int | None:
        """The number a token stands for."""
        token = self.token(name)
        return token.value if token is not None and isinstance(token.value, int) else None

    def word(self, name: str) -> str | None:
        """The word a token stands for, lower case."""
        token = self.token(name)
        return token.value if token is not None and isinstance(token.value, str) else None

    def extent(self, name: str) -> tuple[int, int] | None:
        """Where a group begins and ends in the text."""
        group = self._match.re.groupindex.get(f"{name}_{self._number}")
        first, last = self._match.span(group) if group is not None else (-1, -1)
        return (self._chart[first].start, self._chart[last - 1].end) if 0 <= first < last else None

    def length(self, name: str) -> int:
        """How many characters a group has in the text."""
        extent = self.extent(name)
        return extent[1] - extent[0] if extent else 0

    def neighbour(self, step: int) -> Token | None:
        """The token so many places before (−1 …) or after (1 …) the match."""
        at = self._match.start() + step if step < 0 else self._match.end() + step - 1
        return self._chart[at] if 0 <= at < len(self._chart) else None


class Built(NamedTuple):
    """What a rule made of its match: the class of the new token and its value."""

    name: str
    value: object


Build = Callable[[Found], Built | None]


class Rule(NamedTuple):
    pattern: str
    build: Build


class Layer:
    """Rules tried together, earlier ones first, from left to right; `shared` holds the parts that patterns name.

    At each token only those rules are tried that can begin with its class; most classes begin none.
    """

    def __init__(self, *rules: Rule, shared: Mapping[str, str] | None = None) -> None:
        self._rules = [Rule(_SHARED.sub(lambda m: (shared or {})[m[1]], r.pattern), r.build) for r in rules]
        self._patterns = [self._expand(rule.pattern, i) for i, rule in enumerate(self._rules)]
        self._begun: dict[str, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for code in beginnings(pattern, _ALPHABET):
                self._begun.setdefault(code, []).append(number)
        self._starts = re.compile("[" + "".join(sorted(self._begun)) + "]")
        self._together: dict[str, re.Pattern[str]] = {}
        self._alone: dict[int, re.Pattern[str]] = {}

    @staticmethod
    def _expand(pattern: str, number: int) -> str:
        named = _GROUP.sub(lambda m: f"(?P<{m[1]}_{number}>", pattern)
        return _CLASS.sub(lambda m: CODES[m[1]], named).replace(" ", "")

    def rewrite(self, chart: list[Token]) -> list[Token]:
        """The chart with every match replaced by its phrase."""
        codes = "".join([token.code for token in chart])
        out: list[Token] = []
        done = 0
        start = self._starts.search(codes)
        while start is not None:
            first = last = start.start()
            match = self._at(codes[first]).match(codes, first)
            if match is not None:
                built, last = self._build(chart, codes, match)
                if built is not None:
                    out.extend(chart[done:first])
                    out.append(Token(CODES[built.name], chart[first].start, chart[last - 1].end, built.value))
                    done = last
            start = self._starts.search(codes, max(last, first + 1))
        if not done:
            return chart
        out.extend(chart[done:])
        return out

    def _at(self, code: str) -> re.Pattern[str]:
        """The rules that can begin with a class, in one pattern, made when first needed."""
        found = self._together.get(code)
        if found is None:
            parts = [f"(?:{self._patterns[number]})(?P<rule_{number}>)" for number in self._begun[code]]
            found = self._together[code] = re.compile("|".join(parts))
        return found

    def _by_itself(self, number: int) -> re.Pattern[str]:
        found = self._alone.get(number)
        if found is None:
            found = self._alone[number] = re.compile(self._patterns[number])
        return found

    def _build(self, chart: Sequence[Token], codes: str, match: re.Match[str]) -> tuple[Built | None, int]:
        """What the first rule that accepts its match makes of it, and where the match ends."""
        start, number = match.start(), int(str(match.lastgroup)[5:])
        built = self._rules[number].build(Found(chart, match, number))
        if built is not None:
            return built, match.end()
        for later in self._begun[codes[start]]:
            again = self._by_itself(later).match(codes, start) if later > number else None
            if again is not None:
                built = self._rules[later].build(Found(chart, again, later))
                if built is not None:
                    return built, again.end()
        return None, start + 1
