"""Kindred words: what a question calls otherwise than its answers do, from a table kept by hand (`kindred.txt`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from gainsay.statements.terms import stem

_SCHOOLS = ("isms", "ists", "ism", "ist")


@cache
def _table() -> dict[str, frozenset[str]]:
    """Stem → the stems of all words that stand on a line with it."""
    found: dict[str, set[str]] = {}
    for line in (files("gainsay.edition") / "kindred.txt").read_text(encoding="utf-8").splitlines():
        stems = {stem(word) for word in line.split()} if not line.startswith("#") else set()
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return {one: frozenset(others - {one}) for one, others in found.items()}


def kindred(term: str) -> frozenset[str]:
    """The stems that may stand for a stem in an answer.

    >>> stem("killed") in kindred(stem("died")), kindred("zeppelin")
    (True, frozenset())
    """
    return _table().get(term, frozenset())


def school(term: str) -> str | None:
    """What a doctrine and its followers share; None for other words.

    >>> school("federalist") == school("federalism"), school("boat")
    (True, None)
    """
    ending = next((e for e in _SCHOOLS if term.endswith(e) and len(term) - len(e) > 2), None)
    return term.removesuffix(ending) if ending else None
