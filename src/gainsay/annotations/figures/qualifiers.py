"""The words around a number that say how exact it is."""

from __future__ import annotations

import re

from gainsay.annotations.figures.figure import Qualifier

_BEFORE: dict[Qualifier | None, str] = {
    "over": "well over|just over|over|more than|above|in excess of|upwards? of|exceeding|greater than|better than|"
    "higher than|larger than|slightly more than|far more than|much more than",
    "nearly": "nearly|almost|close to|just under|just short of|just below|nigh on|well-nigh|not quite|approaching|"
    "verging on|little short of",
    "about": "about|around|roughly|approximately|approx\\.?|circa|ca?\\.|some|an estimated|estimated|perhaps|"
    "something like|in the region of|in the order of|on the order of|or so|more or less|an approximate|~|≈|maybe|"
    "probably|somewhere around|in the neighbourhood of|in the neighborhood of|estimated at|reportedly some|say",
    "at least": "at the very least|at least|at a minimum|no fewer than|no less than|not less than|not fewer than|"
    "a minimum of|minimum of|≥|not under",
    "up to": "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|as many as|as much as|"
    "fewer than|less than|under|below|well under|≤|not above|not over",
    None: "a total of|in total|total of|altogether|a grand total of|just|only|exactly|precisely|fully|a mere|barely|"
    "all|another|a further|an additional|a record|as few as|as little as|no|the total of",
}
_CLASS: dict[str, Qualifier | None] = {}
for _qualifier, _phrases in _BEFORE.items():
    for _phrase in _phrases.split("|"):
        _CLASS[_phrase.replace("\\", "").rstrip("?").rstrip(".")] = _qualifier
_ANY = "|".join(sorted((p for ps in _BEFORE.values() for p in ps.split("|")), key=lambda p: (-len(p), p)))
# Two of them at most ("a total of some 40", "just over"), so that the search stays linear.
_QUALIFIED = re.compile(rf"(?<![\w-])(?:(?P<outer>{_ANY})\s{{1,2}})?(?P<inner>{_ANY})[\s\u00a0]{{0,2}}$", re.IGNORECASE)
_AFTER: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    ("about", re.compile(r"\s(?:or so|or thereabouts|give or take)\b|[-‐]odd\b|\sodd\b(?=\s\w)", re.IGNORECASE)),
    (
        "at least",
        re.compile(r"\s(?:or more|and more|at least|or above|and above|and over|and upwards|or over)\b|\+(?!\d)", re.I),
    ),
    ("up to", re.compile(r"\s(?:or fewer|or less|at most|at the most|and under|or under)\b", re.IGNORECASE)),
)
# Longest phrase plus an outer one.
_NEAR = 44


def qualifier_before(text: str, start: int, floor: int) -> tuple[int, Qualifier | None] | None:
    """Where the qualifying words before `start` begin, and their class; None where there are none.

    >>> qualifier_before("in all, well over 40 men", 18, 0)
    (8, 'over')
    """
    found = _QUALIFIED.search(text, max(floor, start - _NEAR), start)
    if not found:
        return None
    inner = _class(found["inner"])
    outer = _class(found["outer"]) if found["outer"] else None
    if inner is None and found["inner"].lower() == "no":
        return None
    return found.start(), inner or outer


def _class(phrase: str) -> Qualifier | None:
    return _CLASS[phrase.lower().rstrip(".")]


def qualifier_after(text: str, start: int, end: int) -> tuple[int, Qualifier] | None:
    """Where the qualifying words after `start` end, and their class: "40 or more"."""
    for qualifier, pattern in _AFTER:
        if found := pattern.match(text, start, min(end, start + 20)):
            return found.end(), qualifier
    return None
