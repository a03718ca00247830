"""Notions: words that stand for one thing, and their opposites, from tables kept by hand (`rivals.txt`, and for states
`states.txt`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from gainsay.spans import Span
from gainsay.statements.terms import content_terms, stem

Pole = tuple[int, int]
"""Number of the notion (a line of the table), and 1 or -1 for its side."""


@cache
def _table() -> dict[str, frozenset[Pole]]:
    """Word as written, and "=" with its stem → the poles it stands at."""
    return _standing([*_lines("rivals.txt"), *_lines("states.txt")], lambda word: (word, f"={stem(word)}"))


@cache
def states() -> Mapping[str, frozenset[Pole]]:
    """A word that tells a state → the poles it stands at (lines of `states.txt`)."""
    return _standing(_lines("states.txt"), lambda word: (word,))


def _lines(table: str) -> list[str]:
    text = (files("gainsay.matters.clauses") / table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _standing(lines: Sequence[str], forms: Callable[[str], Iterable[str]]) -> dict[str, frozenset[Pole]]:
    found: dict[str, set[Pole]] = {}
    for number, line in enumerate(lines):
        words, _, opposites = line.partition("|")
        for side, listed in ((1, words), (-1, opposites)):
            for word in listed.split():
                for form in forms(word):
                    found.setdefault(form, set()).add((number, side))
    return {form: frozenset(poles) for form, poles in found.items()}


@cache
def poles(word: str) -> frozenset[Pole]:
    """The poles a lower-case word stands at; its exact form decides before its stem.

    >>> poles("rose") & poles("climbed") != frozenset()
    True
    """
    table = _table()
    return table.get(word) or table.get(f"={stem(word)}", frozenset())


@cache
def keys_of(word: str) -> tuple[str, ...]:
    """What a lower-case word is recognised by: its stem and its notions ("~3"); nothing for a function word.

    >>> keys_of("the")
    ()
    """
    terms = content_terms(word, Span(0, len(word)))
    return (*terms[:1], *(f"~{number}" for number, side in sorted(poles(word)) if side > 0)) if terms else ()


def opposed(a: frozenset[Pole], b: frozenset[Pole]) -> int:
    """How many notions the two hold at opposite poles only.

    >>> opposed(poles("rose"), poles("fell"))
    1
    """
    flipped = {(number, -side) for number, side in b}
    return len({number for number, side in (a & flipped) if (number, side) not in b and (number, -side) not in a})
