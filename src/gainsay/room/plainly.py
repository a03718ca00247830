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
LONGEST_POSITION = 60
_TOLD = 3


def plainly(verdict: str, facet: str, sides: Sequence[tuple[str, str, bool]], documents: int, origins: int) -> str:
    """One sentence. `sides` are holders, position and whether the side denies, in the order of the letters.

    >>> plainly("conflict", "figure", [("The Gazette", "11 men", False), ("The Voice", "23 men", False)], 2, 2)
    'Two numbers that cannot both hold: The Gazette has “11 men”, The Voice “23 men”.'
    """
    if verdict == "conflict":
        return _conflict(facet, sides)
    if verdict == "denial":
        return _denial(sides)
    if verdict == "scope":
        return "Not a contradiction: the two speak of different things, times or measures."
    if verdict == "changed-position":
        return f"{sides[0][0] or 'The same voice'} says one thing, and at another time another."
    if verdict == "corroboration":
        return f"{_counted(documents, 'document')} agree, on {_counted(origins, 'origin').lower()}."
    if verdict == "single-witness":
        return "All that say it rest on one origin."
    return "The reading may be wrong, or the texts do not say."


def _conflict(facet: str, sides: Sequence[tuple[str, str, bool]]) -> str:
    what = _RIVALS.get(facet)
    number = _NUMBERS[len(sides)] if len(sides) < len(_NUMBERS) else str(len(sides))
    head = f"{number} {what}" if what else "What one says cannot be, if the other is right"
    if len(sides) > 2:
        head = head.replace("both", "all")
    if len(sides) > _TOLD or any(len(p) > LONGEST_POSITION or not h for h, p, _ in sides):
        return f"{head}."
    told = [f"{holder}{' has' if k == 0 else ''} “{position}”" for k, (holder, position, _) in enumerate(sides)]
    return f"{head}: {', '.join(told)}."


def _denial(sides: Sequence[tuple[str, str, bool]]) -> str:
    denying = [h for h, _, denies in sides if denies and h]
    others = [h for h, _, denies in sides if not denies and h]
    if len(denying) == 1 and others:
        return f"{clipped(denying[0], 80)} denies in so many words what {clipped(others[0], 80)} says."
    return "One side denies in so many words what the other says."


def _counted(number: int, what: str) -> str:
    words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{words} {what}{'' if number == 1 else 's'}"
