"""Units before and after a number: money, per cent, measures, spans of time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gainsay.annotations.figures.lexicon import (
    AMBIGUOUS_MONEY,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    SHORT_UNITS,
    TIME_UNITS,
    UNITS,
)
from gainsay.annotations.figures.science import is_compound, symbol_after


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and where it ends; `times` is a scale that stands with it ("$8bn"); `joined` by a hyphen ("12-mile")."""

    unit: str
    end: int
    times: int = 1
    joined: bool = False
    age: bool = False


_CODES = "|".join(sorted(CURRENCY_CODES))
_SIGN_BEFORE = re.compile(
    "(?:"
    + "|".join(re.escape(s) for s in sorted(CURRENCY_SIGNS, key=lambda s: (-len(s), s)))
    + rf"|\b(?:{_CODES}))\s?$"
)
_SCALE_AFTER = re.compile(r"\s?(k|m|mn|mln|mio|mil|bn|bln|tn|trn)\b", re.IGNORECASE)
_SCALE_VALUES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6}
_BIG = {"T": 10**12, "B": 10**9}
_SCALE_VALUES |= {"bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_PERCENT = re.compile(
    r"[\s-]?(?:%|pct\b|p\.c\.)|[\s-](?:per ?cent|percent|pc)\b(?:age points?)?|[\s-]?percentage points?", re.I
)
_WORD_AFTER = re.compile(
    r"(?P<gap>[\s\u00a0]{1,2}|[-‐‑]|\s[-‐‑]\s|)(?:(?P<square>sq(?:uare|\.)?|cubic)[\s-])?"
    r"(?:(?:short|long|metric|nautical|statute|imperial)\s)?"
    r"(?P<word>[^\W\d_]+[²³23]?|°[CF])(?P<more>\s?[-‐‑]\s?olds?\b| old\b|[²³])?"
)
_CONSECUTIVE = re.compile(
    r"(?P<gap>\s)(?:and a half |consecutive |full |whole |more |long |calendar |successive |straight |"
    r"additional |extra |further |long, |short |or so |or more |solid )(?P<square>)(?P<word>[^\W\d_]+)(?P<more>)"
)
_OTHER_DOLLARS = re.compile(
    r"\s(?P<which>US|U\.S\.|American|Australian|Canadian|Hong Kong|Singapore|New Zealand)\s(?:dollars?)\b"
)
_DOLLARS = {"Australian": "AUD", "Canadian": "CAD", "Hong Kong": "HKD", "Singapore": "SGD", "New Zealand": "NZD"}
_POUND_OF = re.compile(r"\s+(?:of\s|in weight)")


def currency_before(text: str, start: int, floor: int) -> tuple[int, str] | None:
    """Where a currency sign before `start` begins, and its unit."""
    found = _SIGN_BEFORE.search(text, max(floor, start - 6), start)
    if not found:
        return None
    sign = found.group().strip()
    return found.start(), CURRENCY_SIGNS.get(sign, sign)


def scale_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a scale letter after a number ends, and its worth: "bn" in "$8bn"."""
    if text[start : start + 1] in _BIG and not text[start + 1 : start + 2].isalnum():
        return start + 1, _BIG[text[start]]
    found = _SCALE_AFTER.match(text, start, end)
    return (found.end(), _SCALE_VALUES[found[1].lower()]) if found else None


_SIGN_AFTER = re.compile(rf"\s?(?P<sign>[€£])|\s(?P<code>{_CODES})\b")


# "four times a week": how often.
_TIMES = re.compile(r"\stimes (?:a|an|per|each|every) (?P<per>day|week|month|year|hour|minute|night)\b")


def measure_after(text: str, start: int, end: int, *, digits: bool, plural: bool = False) -> Measure | None:
    """The unit that follows a number, or None; after a `plural` an "of" may stand between: "millions of tons"."""
    if plural and text.startswith(" of ", start):
        start += 3
    if percent := _PERCENT.match(text, start, end):
        return Measure("%", percent.end())
    if sign := _SIGN_AFTER.match(text, start, end):
        return Measure(sign["code"] or CURRENCY_SIGNS[sign["sign"]], sign.end())
    if dollars := _OTHER_DOLLARS.match(text, start, end):
        return Measure(_DOLLARS.get(dollars["which"], "USD"), dollars.end())
    symbol = symbol_after(text, start, end) if digits else None
    if symbol and is_compound(symbol[0]):
        return Measure(symbol[0], symbol[1])
    if often := _TIMES.match(text, start, min(end, start + 24)):
        return Measure(f"times/{often['per']}", often.end())
    found = _WORD_AFTER.match(text, start, min(end, start + 40))
    measure = _measure(text, found, end, digits=digits) if found else None
    if measure is None and (found := _CONSECUTIVE.match(text, start, min(end, start + 40))):
        measure = _measure(text, found, end, digits=digits)
        return measure if measure and measure.unit in TIME_UNITS else None
    if symbol and (measure is None or symbol[1] > measure.end):
        return Measure(symbol[0], symbol[1])
    return measure


def _measure(text: str, found: re.Match[str], end: int, *, digits: bool) -> Measure | None:
    word, gap = found["word"], found["gap"]
    joined = gap.strip() in ("-", "‐", "‑")
    if not gap and (not digits or (word not in SHORT_UNITS and word not in ("kms", "kgs", "mph", "kph", "kg"))):
        return None
    low = word.lower()
    stop = found.end("word")
    if low in CURRENCY_WORDS:
        return _money(text, low, stop, end, joined=joined)
    unit = UNITS.get(word) or (UNITS.get(low) if len(low) > 2 else None)
    if unit is None or (word in SHORT_UNITS and not digits):
        return None
    if square := found["square"]:
        unit = _squared(unit, 3 if square == "cubic" else 2)
    if found["more"] in ("²", "³"):
        return Measure(_squared(unit, 2 if found["more"] == "²" else 3), found.end())
    if found["more"]:
        return Measure(unit, found.end(), joined=joined, age=True)
    return Measure(unit, stop, joined=joined)


def _money(text: str, word: str, stop: int, end: int, *, joined: bool) -> Measure | None:
    unit = CURRENCY_WORDS[word]
    if word in ("pound", "pounds"):
        unit = "lb" if joined or _POUND_OF.match(text, stop, end) else unit
        if text.startswith(" sterling", stop):
            return Measure("GBP", stop + len(" sterling"))
        return Measure(unit, stop, joined=joined)
    if word in AMBIGUOUS_MONEY and re.compile(r"\s[a-z]{4,}").match(text, stop, end):
        return None
    return Measure(unit, stop, joined=joined)


def _squared(unit: str, power: int) -> str:
    return f"{unit}{power}" if unit in ("km", "m", "cm", "mm") else f"{'cubic' if power == 3 else 'square'} {unit}"
