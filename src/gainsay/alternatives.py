"""Alternatives of a regular expression, told apart by their first letter."""

from __future__ import annotations

from collections.abc import Iterator

# Besides both cases of a letter, what the standard library takes for it where case is ignored.
_ALIKE = {"i": "iI\u0130\u0131", "k": "kK\u212a", "s": "sS\u017f"}


def by_initial(alternatives: str, plain: bool = False) -> str:
    """A pattern for the same as `(?i:alternatives)`, of which each begins with a letter of English; `plain`, as
    `(?ai:alternatives)`, where no other letter is taken for one of English.

    Where case is ignored, Python tries every alternative at every word; by a class of letters it passes over nearly
    all of them at once. What begins with one letter keeps its order; what begins with another cannot stand in its way.

    >>> by_initial("may|might|or")
    '(?:[mM](?i:ay|ight)|[oO](?i:r))'
    """
    grouped: dict[str, list[str]] = {}
    for one in _apart(alternatives):
        initial = one[0].lower()
        if not (initial.isascii() and initial.isalpha()):
            raise ValueError(f"{one!r} does not begin with a letter")
        grouped.setdefault(initial, []).append(one[1:])
    alike, flags = ({}, "ai") if plain else (_ALIKE, "i")
    parts = (f"[{alike.get(c, c + c.upper())}](?{flags}:{'|'.join(rest)})" for c, rest in grouped.items())
    return f"(?:{'|'.join(parts)})"


def _apart(alternatives: str) -> Iterator[str]:
    """The alternatives, cut at each bar that stands in no bracket; classes of characters hold no brackets."""
    depth, start = 0, 0
    for place, letter in enumerate(alternatives):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and not depth:
            yield alternatives[start:place]
            start = place + 1
    yield alternatives[start:]
