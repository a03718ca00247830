"""Whether enough stands around a number to believe that it counts something."""

from __future__ import annotations

import re

from gainsay.annotations.figures.actions import action_before
from gainsay.annotations.figures.context import is_year, reads_as_year
from gainsay.annotations.figures.counted import Counted
from gainsay.annotations.figures.lexicon import STOPS
from gainsay.annotations.figures.number_words import SMALL, TENS
from gainsay.annotations.figures.numerals import Numeral
from gainsay.annotations.figures.quantities import Quantity
from gainsay.annotations.figures.subjects import numbered_before
from gainsay.spans import Span

OLDEST = 115
_LIMIT = 100  # "over a hundred" is no age limit

# "34 showed up", "two of whom were dockers": a number that stands for what was counted before.
RESUMES = re.compile(
    r"\s(?:(?:more|others?|also|later|then)\s)?(?:were|was|are|have|had|has|will|would|"
    r"showed|died|fled|came|went|fell|lost|hurt|of (?:them|whom|these|those|us|you)|[a-z]{3,}ed)\b"
)
_SHARE = re.compile(
    r"\s(?:of\s|(?:the|his|her|their|its|our)\s(?!size|length|height|width|age|rate|speed|battle|fun|world|story|time)|"
    r"as\s|more\b|less\b)"
)
_TOLL = re.compile(
    r"\b(?:toll|total|number|numbers|deaths|losses|strength|membership|population|count|attendance|crowd)\b[^.;,]{0,24}\s"
    r"(?:to|of|at|was|is|were|reached|as)\s$"
)
# "the second half of the year" is a part, not a share.
_PART = re.compile(
    r"\b(?:first|second|third|last|latter|other|better|final|early|late|upper|lower|"
    r"northern|southern|eastern|western)\s$"
)
_COMPOUND = re.compile(r"[-‐‑][A-Za-z]")
_NAME_BEFORE = re.compile(r"(?<![.!?:“\"‘«\n] )(?<!^)([A-Z][\w’'.-]+) $")
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]n) (?:[A-Z][\w’'.-]+ ){1,3}$")
_BOUNDS = frozenset(("under", "over", "above", "below"))


def is_figure(text: str, quantity: Quantity, counted: Counted | None, clause: Span, *, note: bool) -> bool:
    """Whether a quantity is a figure; in a note, a bare number is more likely a page or a volume."""
    stop = quantity.span.end
    if _POINTED.search(text, max(clause.start, quantity.number.start - 16), quantity.number.start):
        return False
    if quantity.unit is not None or quantity.proportion:
        return True
    if _COMPOUND.match(text, stop, clause.end) or (not quantity.words and text[stop : stop + 1].isalpha()):
        return False
    if not quantity.plural and not note and _is_large(text, quantity):
        return True
    if quantity.share:
        part = _PART.search(text, max(clause.start, quantity.span.start - 10), quantity.span.start)
        return bool(_SHARE.match(text, stop, clause.end)) and not part
    if _is_year(text, quantity, counted, clause) or _is_named(text, quantity, clause):
        return False
    if _is_age_limit(text, quantity, counted):
        return False
    if quantity.value == 1 and quantity.words:
        alone = quantity.number.of(text).lower() == "one" and not text.startswith(" of ", stop)
        return counted is not None and counted.person and alone
    if quantity.plural:
        low = quantity.number.of(text).lower()
        return low != "tens" and (low != "scores" or text.startswith(" of", stop))
    return counted is not None or (not note and _bare(text, quantity, clause))


# "One point seven million": the words after the point are no number of their own.
_POINTED = re.compile(r"\b(?:nought|zero|" + "|".join([*SMALL, *TENS]) + r") point $", re.IGNORECASE)
_MILLIONS = re.compile(r"\b[mbtr]+illion\b")
# "n = 45", "the ratio was 1.4": an equation, or a number that a sentence or its part ends with.
_EQUALS = re.compile(r"[=≈<>≤≥∼~]\s?$")
_COPULA = re.compile(r"\b(?:is|was|are|were|equals?|equalled|totalled|totaled|numbered)\s$")
_ENDS = re.compile(r"\s?(?:[.;)(]|,\s|$)|\sand\s\d")
_THERE = re.compile(r"\b[Tt]here (?:are|were|is|was) (?:only |just |now |still )?$")
# Smaller numbers after a copula are as often names and ages.
_LEAST_STATED = 20


def _stated(text: str, quantity: Quantity, clause: Span) -> bool:
    """A bare number that the text says something is."""
    at, stop = quantity.span.start, quantity.span.end
    left = max(clause.start, at - 24)
    if _EQUALS.search(text, left, at):
        return True
    if _THERE.search(text, left, at):
        return bool(re.compile(r"\s(?:in|of|on|at|here|left|among)\b").match(text, stop, clause.end))
    value = quantity.value
    precise = isinstance(value, float) or (isinstance(value, int) and value >= _LEAST_STATED)
    return (
        precise and not quantity.words and bool(_COPULA.search(text, left, at) and _ENDS.match(text, stop, clause.end))
    )


def _is_large(text: str, quantity: Quantity) -> bool:
    """Whether a number is told with "million", or in several words: it is no label, whatever it counts."""
    words = quantity.span.of(text)
    if _MILLIONS.search(words):
        return True
    return quantity.words and (" and " in words or " & " in words or words.count(" ") > 2)


def _bare(text: str, quantity: Quantity, clause: Span) -> bool:
    """A number that counts nothing named: qualified, resuming, or too large and round to be a label."""
    at = quantity.number.start
    if _stated(text, quantity, clause):
        return True
    if quantity.hyphen or (quantity.value == 2 and text[max(0, at - 4) : at].lower() == "the "):
        return False
    grouped = "," in quantity.number.of(text) and not quantity.words
    if (
        grouped
        or action_before(text, quantity.span.start, clause.start)
        or _TOLL.search(text, max(clause.start, at - 50), at)
        or numbered_before(text, quantity.span.start, clause.start) is not None
    ):
        return True
    return bool(quantity.qualifier or RESUMES.match(text, quantity.span.end, clause.end))


def _is_year(text: str, quantity: Quantity, counted: Counted | None, clause: Span) -> bool:
    """A four-digit number is a year unless it is qualified or counts persons, away from where years stand."""
    numeral = Numeral(quantity.number, 0)
    if not is_year(numeral, text):
        return False
    if counted is None or (not counted.person and quantity.qualifier in (None, "about")):
        return True
    return reads_as_year(text, numeral, clause.start)


def _is_named(text: str, quantity: Quantity, clause: Span) -> bool:
    """Whether the number belongs to a name before it: "the Harbour 500 companies", but "in Port Adair 14 men"."""
    if quantity.words or quantity.span.start != quantity.number.start:
        return False
    before = text[max(clause.start, quantity.number.start - 40) : quantity.number.start]
    name = _NAME_BEFORE.search(before)
    if not name or name.start(1) == 0 or name[1] in _WEEKDAYS or name[1].lower() in STOPS:
        return False
    return not _PREPOSITION.search(before)


def _is_age_limit(text: str, quantity: Quantity, counted: Counted | None) -> bool:
    """Ages as bounds: "children under 12", "voters over 65"."""
    phrase = text[quantity.span.start : quantity.number.start].strip().lower()
    value = quantity.value
    return counted is None and phrase in _BOUNDS and isinstance(value, int) and value < _LIMIT
