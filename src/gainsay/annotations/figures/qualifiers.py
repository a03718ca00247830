"""The words around a number that say how exact it is."""

from __future__ import annotations

import re

from gainsay.annotations.figures.figure import Qualifier

_BEFORE: dict[Qualifier | None, str] = {
    "over": "well over|just over|over|more than|above|in excess of|upwards of|upward of|exceeding|exceeded|exceeds|"
    "greater than|better than|higher than|larger than|slightly more than|far more than|much more than",
    "nearly": "nearly|almost|close to|just under|just short of|not far short of|just below|nigh on|well-nigh|not quite|"
    "approaching|"
    "verging on|little short of",
    "about": "about|around|roughly|approximately|approx\\.|approx|circa|ca\\.|c\\.|some|an estimated|estimated|perhaps|"
    "something like|in the region of|in the order of|on the order of|more or less|an approximate|~|≈|maybe|"
    "probably|somewhere around|in the neighbourhood of|in the neighborhood of|estimated at|reportedly some",
    "at least": "at the very least|at least|at a minimum|no fewer than|no less than|not less than|not fewer than|"
    "a minimum of|minimum of|≥|not under",
    "up to": "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|as many as|as much as|"
    "fewer than|less than|under|below|well under|≤|not above|not over",
    None: "a total of|in total|total of|altogether|a grand total of|just|only|exactly|precisely|fully|a mere|barely|"
    "another|a further|an additional|a record|as few as|as little as|the total of",
}
# "40-odd years", "15-plus years": the unit comes after.
ODD = re.compile(r"[-‐](?:odd|plus)\b")
Before = tuple[int, Qualifier | None]
_CLASS: dict[str, Qualifier | None] = {}
for _qualifier, _phrases in _BEFORE.items():
    for _phrase in _phrases.split("|"):
        _CLASS[_phrase.replace("\\", "").rstrip(".")] = _qualifier
_ANY = "|".join(sorted((p for ps in _BEFORE.values() for p in ps.split("|")), key=lambda p: (-len(p), p)))
# Most numbers have no such word before them; looking at the last one spares the search.
_LAST = frozenset(phrase.split()[-1] for phrase in _CLASS)
# Two of them at most ("a total of some 40", "just over"), so that the search stays linear.
_QUALIFIED = re.compile(
    rf"(?<![\w-])(?:(?P<outer>{_ANY})\s{{1,2}})??(?P<inner>{_ANY})[\s\u00a0]{{0,2}}$", re.IGNORECASE
)
_AFTER: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
    ("about", re.compile(r"\s(?:or so|or thereabouts|give or take)\b|[-‐]odd\b|\sodd\b(?=\s\w)", re.IGNORECASE)),
    (
        "at least",
        re.compile(
            r"\s(?:or more|and more|at least|or above|and above|and over|and upwards|or over)\b|[-‐]plus\b|\+(?!\d)",
            re.I,
        ),
    ),
    ("up to", re.compile(r"\s(?:or fewer|or less|at most|at the most|and under|or under)\b", re.IGNORECASE)),
)
# Longest phrase plus an outer one.
_NEAR = 44


# "asked about four candidates": after these, "about" has an object.
_TOPIC = re.compile(
    r"\b(?:ask\w*|talk\w*|learn\w*|more|hear\w*|know\w*|knew|wr[io]t\w*|spe?[ao]k\w*|question\w*|worr\w+|concern\w*|"
    r"complain\w*|read|th[io][nu]\w*|t[eo]ll?\w*|said|"
    r"information|stor(?:y|ies)|reports?|books?|doubts?|all|lies?|films?) $"
)
# "in power for over 40 years" is a quantity; "$84 billion over ten years" a stretch of time.
_LASTING = re.compile(
    r"\b(?:for|of|after|last\w*|spent|some|took|takes?|with|than|served|serving|ruled|lived|is|was|be|been) $"
)
_PLACED = frozenset(("over", "above", "under", "below", "around"))
# Below this a bare "over" or "under" is a place more often than a bound: "ruled over two kingdoms".
FEW = 10


def qualifier_before(text: str, start: int, floor: int, *, few: bool = False, time: bool = False) -> Before | None:
    """Where the qualifying words before `start` begin, and their class; None where there are none.

    `few`: the number is small and has no unit; `time`: it is a span of time. Both make a bare "over" a preposition.

    >>> qualifier_before("in all, well over 40 men", 18, 0)
    (8, 'over')
    """
    last = text[max(floor, start - 16) : start].split()[-1:]
    if not last or last[0].lower().rstrip(".").lstrip('([“"‘«—–-') not in _LAST:
        return None
    found = _QUALIFIED.search(text, max(floor, start - _NEAR), start)
    if not found or _is_preposition(text[max(floor, found.start() - 14) : found.start()], found, few=few, time=time):
        return None
    outer = _class(found["outer"]) if found["outer"] else None
    return found.start(), _class(found["inner"]) or outer


def _is_preposition(before: str, found: re.Match[str], *, few: bool, time: bool) -> bool:
    inner = found["inner"].lower()
    if inner == "about":
        return bool(_TOPIC.search(before))
    if inner not in _PLACED or found["outer"]:
        return False
    return (few and inner != "around") or (time and inner in ("over", "under") and not _LASTING.search(before.lower()))


def _class(phrase: str) -> Qualifier | None:
    return _CLASS[phrase.lower().rstrip(".")]


def qualifier_after(text: str, start: int, end: int) -> tuple[int, Qualifier] | None:
    """Where the qualifying words after `start` end, and their class: "40 or more"."""
    for qualifier, pattern in _AFTER:
        if found := pattern.match(text, start, min(end, start + 20)):
            return found.end(), qualifier
    return None
