"""Ranks, ratios and votes: "ranked fourth", "a ratio of 1:12", "passed by 52 to 48"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.annotations.figures.figure import Value
from gainsay.spans import Span

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANK = re.compile(
    r"\b(?:ranks?|ranked|ranking|placed|finished|finishing|came|rated)\s(?:only\s|in\s|a\sdistant\s|joint\s)?"
    rf"(?P<rank>(?P<word>{'|'.join(_ORDINALS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))\b"
    r"(?=\s(?:in|of|among|out|on|with|behind|after|at)\b|[.,;)]|$)"
)
_RATIO = re.compile(
    r"\b(?:ratio|odds|proportion)\b[^.;\d]{0,60}?\s"
    r"(?P<ratio>(?P<a>\d{1,4}(?:\.\d{1,3})?)(?:\s?:\s?|\sto\s)(?P<b>\d{1,4}(?:\.\d{1,3})?))"
    r"(?![\d:])"
)
# What was for and what against; the figure is what was for, told with both.
_VOTE = re.compile(
    r"\b(?:votes?|voted|ballot|majority|motion|resolution|bill|passed|carried|defeated|rejected|approved|adopted)\b"
    r"[^.;\d]{0,50}?\s(?P<vote>(?P<a>\d{1,4})(?:\svotes)?(?:\sto\s|[–-])(?P<b>\d{1,4}))"
    r"(?![\d–-]|\s(?:per\scent|percent|years|days))"
)
_SPARE = re.compile(
    r"\b(?:rank|came|place|finish|rat|odds|proportion|vote|ballot|majority|motion|resolution|bill|pass|carr|defeat|reject|"
    r"approv|adopt)"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank, a ratio or a vote at `span`."""

    span: Span
    value: Value
    unit: str
    head: str


def find_standings(text: str, start: int, end: int) -> Iterator[Standing]:
    """The ranks, ratios and votes of `text[start:end]`.

    >>> [(s.value, s.unit) for t in ["It was ranked fourth of ten."] for s in find_standings(t, 0, len(t))]
    [(4, 'rank')]
    """
    if not _SPARE.search(text, start, end):
        return
    for found in _RANK.finditer(text, start, end):
        rank = int(found["digits"]) if found["digits"] else _ORDINALS.index(found["word"]) + 1
        yield Standing(Span(*found.span("rank")), rank, "rank", "rank")
    for found in _RATIO.finditer(text, start, end):
        if float(found["b"]):
            value = round(float(found["a"]) / float(found["b"]), 6)
            yield Standing(Span(*found.span("ratio")), int(value) if value == int(value) else value, "ratio", "ratio")
    for found in _VOTE.finditer(text, start, end):
        if int(found["b"]) and not _years(found["a"], found["b"]):
            yield Standing(Span(*found.span("vote")), int(found["a"]), "votes", "vote")


def _years(first: str, second: str) -> bool:
    """Whether two numbers are the ends of a stretch of years: "the bill of 1911–13"."""
    return len(first) == 4 and first[:2] in ("17", "18", "19", "20") and len(second) in (2, 4)
