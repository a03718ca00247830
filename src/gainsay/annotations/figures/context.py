"""Numerals that are no figures: dates, times, labels, list numbers, note markers, names, scores, ordinals."""

from __future__ import annotations

import re

from gainsay.annotations.figures.lexicon import LABELS, MONTHS, STREETS
from gainsay.annotations.figures.numerals import Numeral

# How far a numeral's neighbours are looked at; a date or an address is never longer.
_NEAR = 32

_ORDINAL = re.compile(
    r"(?:st|nd|rd|th)\b|[-‐‑](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|odd-)\b", re.I
)
_ERA = re.compile(r"\s?(?:BC|AD|BCE|CE|B\.C\.|A\.D\.)(?!\w)")
_PLURAL_YEAR = re.compile(r"['’]?s\b")
_TIME_AFTER = re.compile(
    r"(?:[.:]\d\d)?\s?(?:[ap]\.?\s?m\b|o['’]clock|GMT\b|UTC\b|hrs?\b\s+(?:on|in)|EST\b|EDT\b|CET\b)|:\d\d", re.I
)
_GLUED_AFTER = re.compile(r"[/:_=@#]\w|[-‐‑–—]\d|\.\d|,\d")
_LIST_NUMBER = re.compile(r"[.)]\s|[.)]$|\)")
_MONTH_AFTER = re.compile(r"(?:st|nd|rd|th)?\.?,?\s{1,2}(?:of\s)?([A-Z][a-z]{2,8})\b")
_WORD_BEFORE = re.compile(r"([^\W\d_]+[.°]?|[#№§])[\s\u00a0]{0,2}\(?$")
_STREET_AFTER = re.compile(r"(?:[a-z]?\s|\s)(?:[A-Z][\w’'-]+\s){1,3}([A-Z][a-z]+)\b")
_RANGE_BEFORE = re.compile(r"\d[-‐‑–—/:.,_'’′]$|[A-Za-z][-‐‑/_]$|[/@#_=+]$")
_DATE_LEFT = re.compile(
    r"(?:\b(?:in|since|of|by|from|until|till|before|after|during|the|and|to|early|late|mid)[ -]|[,(–—-]\s?|^)$", re.I
)
_BRACKETED = re.compile(r"[\[(]\s?$")
# “Three Rivers March”: two capitals after a number that opens a quotation.
_NAMED = re.compile(r" [A-Z]\w+ [A-Z]\w+")
_COUNTS = re.compile(r" [a-z]{3,}s\b| (?:people|men|women|children)\b")
_DATE_PAIR = re.compile(r"([A-Z][a-z]{2,8})\.?\s\d{1,2}\s?(?:[-–—,&]|and|to)\s?$")
_ENUMERATED = re.compile(
    r"\b(?:numbers?|nos|chapters|articles|sections|pages|pp|lines|items|rooms|cells)\.?\s[\d, ]+(?:and\s|[-–]\s?)?$",
    re.I,
)

FIRST_YEAR, LAST_YEAR = 1200, 2099


def is_year(numeral: Numeral, text: str) -> bool:
    """Four plain digits in the range of years."""
    raw = numeral.span.of(text)
    return len(raw) == 4 and raw.isdigit() and FIRST_YEAR <= int(raw) <= LAST_YEAR


def is_excluded(text: str, numeral: Numeral, start: int, end: int) -> bool:
    """Whether the words around a numeral show that it counts nothing; `[start, end)` is its passage."""
    at, to = numeral.span
    left, right = text[max(start, at - _NEAR) : at], text[to : min(end, to + _NEAR)]
    if _ORDINAL.match(right) or _ERA.match(right):
        return True
    if numeral.words:
        return _excluded_word(text, numeral, left, right, start)
    street = _STREET_AFTER.match(right)
    return (
        _glued(left, right)
        or (bool(_TIME_AFTER.match(right)) and not _no_time(text, numeral))
        or _is_label(left)
        or _is_list_number(text, numeral, right, start)
        or _is_day(numeral, text, left, right)
        or (street is not None and street[1].lower() in STREETS)
    )


def _no_time(text: str, numeral: Numeral) -> bool:
    """ "2.1 pm" and "2.123 am" are lengths: minutes have two digits."""
    _, point, minutes = numeral.span.of(text).partition(".")
    return bool(point) and len(minutes) != 2


def _excluded_word(text: str, numeral: Numeral, left: str, right: str, start: int) -> bool:
    if _TIME_AFTER.match(right):
        return True
    raw = numeral.span.of(text)
    # "the Gang of Four", "Big Five": a capital in mid-sentence belongs to a name.
    if raw[0].isupper() and left.rstrip(" ")[-1:].isalnum():
        return not _title_case(text, start, numeral.span.end)
    if raw[0].isupper() and left[-1:] in ("“", '"', "‘", "«") and _NAMED.match(right):
        return True
    word = _WORD_BEFORE.search(left)
    return word is not None and word[1].lower().rstrip(".") in _NUMBERED


_NUMBERED = frozenset("number chapter article section page phase part act ward pier shed pit".split())


def _title_case(text: str, start: int, end: int) -> bool:
    """Whether the line so far is a headline: "Four Dead in Riot as Six Flee"."""
    line = text[max(start, end - 80) : end].rpartition("\n")[2].split()
    return len(line) > 2 and all(w[0].isupper() or len(w) < 4 for w in line if w[0].isalpha())


def _glued(left: str, right: str) -> bool:
    last = left[-1:]
    if (last and (last.isalnum() or last in ".,;:!?”’)]*")) or _RANGE_BEFORE.search(left):
        return True
    return bool(_PLURAL_YEAR.match(right) or _GLUED_AFTER.match(right)) or (
        bool(_BRACKETED.search(left)) and right[:1] in ")]"
    )


def _is_label(left: str) -> bool:
    """ "Article 5", "No. 12", "p. 3", "Apollo 11": the number belongs to the word before it."""
    if _ENUMERATED.search(left):
        return True
    word = _WORD_BEFORE.search(left)
    if not word:
        return False
    raw = word[1]
    low = raw.lower().rstrip(".")
    if low not in LABELS:
        return False
    # "the week 12 men were held", "in this act 3 …" are rare beside the labels, but "case", "week", "act" in lower case
    # also end ordinary phrases; only those with a capital or an abbreviation point are certain.
    return raw[0].isupper() or raw.endswith((".", "°")) or not raw[0].isalpha() or low in _ALWAYS or len(low) < 4


_ALWAYS = frozenset(
    "number numbers chapter chapters article articles section sections paragraph paragraphs page pages volume volumes "
    "verse figure table phase room flat floor item route highway resolution clause appendix footnote note "
    "channel flight version".split()
)


def _is_list_number(text: str, numeral: Numeral, right: str, start: int) -> bool:
    """The number of a list item, or alone on its line."""
    if numeral.span.start == start > 0 and text[start - 1] != "\n":
        return False  # the second of a pair, judged by itself
    left = text[max(start, numeral.span.start - _NEAR) : numeral.span.start].rpartition("\n")[2]
    if left.strip(" \t([*•-") or len(left) == _NEAR:
        return False
    return bool(_LIST_NUMBER.match(right)) or not right.partition("\n")[0].strip()


def _is_day(numeral: Numeral, text: str, left: str, right: str) -> bool:
    """The day of a date ("4 May", "May 4, 1911"), or a year after a month ("May 1911")."""
    value = numeral.value
    if not isinstance(value, int):
        return False
    if value <= 31 and (month := _MONTH_AFTER.match(right)) and month[1].lower() in MONTHS:
        return True
    word = _WORD_BEFORE.search(left)
    if word and word[1].lower().rstrip(".") in MONTHS and word[1][0].isupper():
        # "In May 12 men were arrested": a lower-case noun follows; after a day comes a comma or a function word.
        return value <= 31 and not _COUNTS.match(right)
    pair = _DATE_PAIR.search(left)
    return value <= 31 and pair is not None and pair[1].lower() in MONTHS and not _COUNTS.match(right)


def reads_as_year(text: str, numeral: Numeral, start: int) -> bool:
    """Whether a four-digit number in the range of years stands where a year does."""
    left = text[max(start, numeral.span.start - 12) : numeral.span.start]
    return bool(_DATE_LEFT.search(left))
