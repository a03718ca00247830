"""Two numerals that make one value: ranges ("150 to 200", "two or three") and proportions ("one in five")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.annotations.figures.context import is_year
from gainsay.annotations.figures.lexicon import CURRENCY_SIGNS, CURRENCY_WORDS, UNITS
from gainsay.annotations.figures.measures import measure_after
from gainsay.annotations.figures.numerals import Number, Numeral
from gainsay.spans import Span

# The longest link between two ends: " per cent and about US$ ".
_REACH = 26

_SIGNS = "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=lambda s: (-len(s), s)))
_UNITS = "|".join(re.escape(u) for u in sorted({*UNITS, *CURRENCY_WORDS}, key=lambda u: (-len(u), u)))
_UNIT = rf"(?:\s?%|\s?(?P<unit>per ?cent|percent|{_UNITS})\b)?"
_LINK = re.compile(
    rf"{_UNIT}(?:(?P<dash>\s?[-–—‐‑]\s?)|"
    r"\s(?P<word>to|or|and)\s(?:(?:even|about|around|perhaps|some|maybe|nearly|over)\s)?)"
    rf"(?:(?:{_SIGNS})\s?)?",
    re.IGNORECASE,
)
_PROPORTION = re.compile(r"\s(?:(?:in|out of)(?: every)?|of every|(?P<of>of|per))\s", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\b(between|from)\s+(?:(?:about|around|some|roughly|an estimated|at least|perhaps)\s+)?(?:(?:{_SIGNS})\s?)?$",
    re.I,
)
_BY = re.compile(r"\bby (?:(?:about|around|some|nearly|almost|over|more than) )?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:r[iao]se\w*|rising|increas\w*|grew|grow\w*|f[ae]ll\w*|drop\w*|cut|cuts|cutting|reduc\w*|declin\w*|rais\w*|"
    r"climb\w*|jump\w*|soar\w*|shr[aiu]nk\w*|slash\w*|lower\w*|went|go|goes|gone|chang\w*|expand\w*|swell\w*|mov\w*|"
    r"doubl\w*|surg\w*|plung\w*|up|down)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


# "40 of 100", "12 per 1,000": parts of a whole that is a measure, not a number of things.
_ROUND = (10, 100, 1000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Joined:
    """A value made of two numerals, from where its words begin ("between") to its second number;
    `first` is where its first number begins."""

    span: Span
    first: int
    value: tuple[Number, Number] | Number
    hyphen: bool = False
    share: bool = False


def join(text: str, first: Numeral, second: Numeral, start: int, end: int) -> Joined | None:
    """The range or proportion that two neighbouring numerals make, or None."""
    if second.span.start - first.span.end > _REACH or first.plural or second.plural:
        return None
    gap = text[first.span.end : second.span.start]
    proportion = _PROPORTION.fullmatch(gap)
    if proportion and (not proportion["of"] or second.value in _ROUND):
        return _proportion(text, first, second, end)
    link = _LINK.fullmatch(gap)
    if link is None:
        return None
    low, high = _ends(first, second)
    if low >= high or (is_year(first, text) and "," not in gap):
        return None
    if link["unit"] and (own := measure_after(text, first.span.end, end, digits=not first.words)):
        other = measure_after(text, second.span.end, end, digits=not second.words)
        if other is None or other.unit != own.unit:
            return None
    before = text[max(start, first.span.start - 60) : first.span.start]
    between = _BETWEEN.search(before)
    if not _is_range(link, first, second, before, between):
        return None
    at = first.span.start - (len(before) - between.start()) if between else first.span.start
    return Joined(Span(at, second.span.end), first.span.start, (low, high), hyphen=bool(link["dash"]))


def _is_range(link: re.Match[str], first: Numeral, second: Numeral, before: str, between: re.Match[str] | None) -> bool:
    word = (link["word"] or "").lower()
    preposition = between[1].lower() if between else ""
    if word == "and":
        return preposition == "between"
    if word == "to":
        if link["unit"] and _BY.search(before) and _CHANGE.search(before):
            return False  # "fell by 3 per cent to 12 per cent"
        return not (preposition == "from" and _CHANGE.search(before[: between.start()] if between else before))
    if word == "or":
        # "two or three", "ten or twelve", "200 or 300": neighbours in size, not alternatives.
        return second.value <= 2 * first.value + 1 and not first.share
    return first.words == second.words


def _ends(first: Numeral, second: Numeral) -> tuple[Number, Number]:
    """Both ends on one scale: "two to three million", "1.5–2 million"."""
    low, high = first.value, second.value
    return (low * second.scale, high) if first.scale == 1 and low < 1000 and low * second.scale < high else (low, high)


def _proportion(text: str, first: Numeral, second: Numeral, end: int) -> Joined | None:
    if not 0 < first.value < second.value or is_year(second, text) or first.share:
        return None
    if first.words != second.words and second.value not in (10, 100, 1000):
        return None
    if measure_after(text, second.span.end, end, digits=not second.words):
        return None
    value = round(first.value / second.value, 6)
    return Joined(Span(first.span.start, second.span.end), first.span.start, value, share=True)
