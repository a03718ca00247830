"""Things: what is planned, decided or done, and the nouns by which one thing may be called (`things.txt`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from gainsay.statements.terms import stem


@cache
def _kinds() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(
        (files("gainsay.matters.clauses") / "things.txt").read_text(encoding="utf-8").splitlines()
    ):
        if not line.startswith("#"):
            for word in line.split():
                found.setdefault(stem(word), set()).add(number)
    return {term: frozenset(kinds) for term, kinds in found.items()}


def kinds_of(term: str) -> frozenset[int]:
    """The kinds of things that a noun (a stem) names.

    >>> bool(kinds_of(stem("bill")) & kinds_of(stem("legislation")))
    True
    """
    return _kinds().get(term, frozenset())


def is_thing(noun: str) -> bool:
    """Whether a noun in small letters names something planned, decided or done."""
    return stem(noun) in _kinds()
