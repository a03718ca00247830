"""A matter in a sentence: plain words of the apparatus around names and words that stand in the sources."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.room.naming import clipped

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_RIVALS = {
    "figure": "numbers that cannot both hold",
    "date": "dates that cannot both hold",
    "place": "places for one thing",
    "actor": "names for who did it",
    "cause": "causes for one thing",
    "label": "opposed names for one thing",
    "evaluation": "opposed judgements",
}
LONGEST_HOLDER = 80


def plainly(verdict: str, facet: str, sides: Sequence[tuple[str, bool]], documents: int, origins: int) -> str:
    """One sentence. `sides` are holders, and whether the side denies, in the order of the letters.

    >>> plainly("conflict", "figure", [("The Gazette", False), ("The Voice", False)], 2, 2)
    'Two numbers that cannot both hold.'
    >>> plainly("denial", "occurrence", [("The Gazette", False), ("Peter Garrow", True)], 2, 2)
    'Peter Garrow denies in so many words what The Gazette says.'
    """
    if verdict == "conflict":
        return _conflict(facet, sides)
    if verdict == "denial":
        return _denial(sides)
    if verdict == "scope":
        return "Not a contradiction: they speak of different things, times or measures."
    if verdict == "changed-position":
        return f"{sides[0][0] or 'The same voice'} says one thing, and at another time another."
    if verdict == "corroboration":
        return f"{_counted(documents, 'document')} agree, and rest on {_counted(origins, 'origin').lower()}."
    if verdict == "single-witness":
        return "All that say it rest on one origin."
    return "They may contradict each other; it is not shown that they do."


def _conflict(facet: str, sides: Sequence[tuple[str, bool]]) -> str:
    what = _RIVALS.get(facet)
    number = _NUMBERS[len(sides)] if len(sides) < len(_NUMBERS) else str(len(sides))
    if what is None:
        return "What one says cannot be, if the other is right."
    return f"{number} {what if len(sides) < 3 else what.replace('both', 'all')}."


def _denial(sides: Sequence[tuple[str, bool]]) -> str:
    denying = [h for h, denies in sides if denies and h]
    others = [h for h, denies in sides if not denies and h]
    if len(denying) == 1 and others:
        who, whom = (clipped(h, LONGEST_HOLDER) for h in (denying[0], others[0]))
        return f"{who} denies in so many words what {whom} says."
    return "One side denies in so many words what the other says."


def _counted(number: int, what: str) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {what}{'' if number == 1 else 's'}"
