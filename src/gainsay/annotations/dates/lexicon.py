"""The words that dates are made of, each with its class, and the reading of text into classes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

OTHER = "."

_CLASSES = (
    "numeric number day two year ordinal ordinalword decade decadeword ones tens hundred few couple "
    "month namelike monthabbr weekday weekdayabbr season fall unit units clock part "
    "the a of in on at by since until before after from to through between and or as for during over within "
    "ago later earlier this that last past previous next following same each early late mid end start half ever "
    "today yesterday tomorrow tonight recent recently now about than more less least up old anniversary "
    "then eve new onwards comma dot dash slash open close quote possessive currency numberword era circa christmas "
    "easter often has just shortly adjective when sentence countnoun "
    "yearera time period instant ultimo quarter quarters weekend event "
    "QTY DATE PARTIAL YEAR REL LONG VAGUE SET RANGE"
).split()
CODES = {name: chr(0x100 + i) for i, name in enumerate(_CLASSES)}
"""One character for each class, so that rules over words are regular expressions over characters."""


class Token(NamedTuple):
    """A word, number or mark: its class, its span in the text read, and what it stands for."""

    code: str
    start: int
    end: int
    value: object


_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
# Months that are also names, verbs or adjectives: alone they need a word beside them that asks for a date.
_NAMELIKE = frozenset(("march", "april", "may", "june", "august"))
# Month abbreviations that are words of their own; with a day or a year only.
_ABBREVIATED = {
    **{m[:3]: i for i, m in enumerate(_MONTHS, 1) if m != "may"},
    "sept": 9,
}
_WEEKDAY_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

_SINGLE: dict[str, tuple[str, ...]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "of": ("of",),
    "in": ("in",),
    "on": ("on",),
    "at": ("at",),
    "by": ("by",),
    "since": ("since",),
    "until": ("until", "till", "til"),
    "before": ("before",),
    "after": ("after",),
    "from": ("from",),
    "to": ("to",),
    "through": ("through", "thru"),
    "between": ("between",),
    "and": ("and",),
    "or": ("or",),
    "as": ("as",),
    "for": ("for",),
    "during": ("during", "throughout"),
    "over": ("over",),
    "within": ("within",),
    "ago": ("ago",),
    "later": ("later", "afterwards", "afterward", "hence"),
    "earlier": ("earlier", "previously"),
    "this": ("this",),
    "that": ("that",),
    "last": ("last",),
    "past": ("past",),
    "previous": ("previous", "preceding", "prior", "foregoing"),
    "next": ("next", "coming"),
    "following": ("following", "subsequent", "ensuing", "succeeding"),
    "same": ("same", "very"),
    "each": ("each", "every"),
    "early": ("early",),
    "late": ("late",),
    "mid": ("mid", "middle"),
    "end": ("end", "close"),
    "start": ("start", "beginning", "outset", "opening"),
    "half": ("half",),
    "ever": ("ever",),
    "today": ("today",),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "tonight": ("tonight",),
    "recent": ("recent",),
    "recently": ("recently", "lately"),
    "now": ("now", "nowadays", "currently"),
    "about": ("about", "around", "approximately", "roughly", "nearly", "almost", "some", "only", "exactly", "barely"),
    "than": ("than",),
    "more": ("more", "further", "additional"),
    "less": ("less", "fewer", "under"),
    "least": ("least", "most"),
    "up": ("up",),
    "old": ("old", "age", "prison", "jail", "imprisonment", "custody"),
    "anniversary": ("anniversary",),
    "era": ("bc", "bce", "ad", "ce"),
    "circa": ("circa", "ca", "c"),
    "quarter": ("quarter",),
    "time": ("time",),
    "instant": ("inst", "instant"),
    "ultimo": ("ult", "ultimo"),
    "period": ("period", "era"),
    "weekend": ("weekend",),
    "event": (
        "war", "wars", "rule", "reign", "fall", "regime", "revolution", "occupation", "invasion", "liberation",
        "siege", "battle", "strike", "crisis", "coup", "uprising", "revolt", "rebellion", "raid", "massacre", "famine",
        "election", "elections", "riots", "conflict", "armistice", "ceasefire", "surrender", "overthrow", "collapse",
        "independence", "withdrawal", "defeat", "victory", "death",
    ),
    "has": ("has", "have", "had", "is", "are"),
    "just": ("just",),
    "shortly": ("shortly", "soon", "immediately", "long"),
    "adjective": ("consecutive", "long", "full", "whole", "straight", "successive", "short", "bloody", "solid"),
    "when": ("when",),
    "numberword": (
        "page", "pages", "p", "pp", "no", "nos", "nr", "number", "vol", "volume", "room", "flight", "lot", "resolution",
        "section", "article", "chapter", "paragraph", "route", "highway", "item", "model", "figure", "table",
    ),
    "few": ("few", "several", "many", "dozens", "hundreds", "numerous", "countless"),
    "couple": ("couple",),
    "hundred": ("hundred", "thousand"),
    "christmas": ("christmas",),
    "easter": ("easter",),
    "clock": ("hour", "hours", "minute", "minutes", "seconds", "moments"),
    "then": ("then",),
    "eve": ("eve",),
    "new": ("new",),
    "onwards": ("onwards", "onward"),
    "countnoun": (
        "people", "men", "women", "children", "troops", "persons", "km", "miles", "metres", "meters", "feet", "tons",
        "tonnes", "percent", "per", "million", "kg", "acres", "hectares", "dollars", "pounds", "euros", "francs",
        "marks",
    ),
}  # fmt: skip

_UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "fortnight": "week"}
_PARTS = ("morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn", "dusk", "sunrise", "sunset")
_SEASONS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "winter": 24,
    "springtime": 21,
    "summertime": 22,
    "wintertime": 24,
}


def _forms(word: str, *, lower: bool = True) -> Iterable[str]:
    return (word, word.capitalize(), word.upper()) if lower else (word.capitalize(), word.upper())


def _lexicon() -> dict[str, tuple[str, object]]:
    entries: dict[str, tuple[str, object]] = {}

    def add(name: str, words: Iterable[str], values: Iterable[object], *, lower: bool = True) -> None:
        for word, value in zip(words, values, strict=True):
            for form in _forms(word, lower=lower):
                entries[form] = (CODES[name], value)

    for name, words in _SINGLE.items():
        add(name, words, words)
    # Capitals are kept: within a sentence they make a title of the word ("Harbour Today").
    for word in ("today", "tomorrow", "tonight", "now"):
        entries[word.capitalize()] = (CODES[word], word.capitalize())
    # Lower case only: "the Daily Clarion" is a name.
    for word in ("daily", "weekly", "monthly", "annual", "annually", "yearly", "nightly"):
        entries[word] = (CODES["often"], word)
    add("ones", _ONES, range(1, 20))
    add("tens", _TENS, range(20, 100, 10))
    add("ordinalword", _ORDINALS, range(1, 21))
    add("ordinalword", ("thirtieth", "fortieth", "fiftieth"), (30, 40, 50))
    add("decadeword", _DECADES, range(20, 100, 10))
    add("unit", (*_UNITS, "century"), (*_UNITS.values(), "century"))
    add("units", (*(f"{u}s" for u in _UNITS), "centuries"), (*_UNITS.values(), "century"))
    add("part", _PARTS, _PARTS)
    add("season", _SEASONS, _SEASONS.values())
    add("fall", ("fall",), (23,))
    add("weekdayabbr", _WEEKDAY_SHORT, _WEEKDAY_SHORT.values(), lower=False)
    add("monthabbr", _ABBREVIATED, _ABBREVIATED.values(), lower=False)
    for number, month in enumerate(_MONTHS, 1):
        namelike = month in _NAMELIKE
        add("namelike" if namelike else "month", (month,), (number,), lower=not namelike)
    add("weekday", _WEEKDAYS, range(7))
    return entries


_LEXICON = _lexicon()
_MARKS = {
    **dict.fromkeys(",", CODES["comma"]),
    **dict.fromkeys(".", CODES["dot"]),
    **dict.fromkeys("-‐‑‒–—−", CODES["dash"]),
    **dict.fromkeys("/", CODES["slash"]),
    **dict.fromkeys("([", CODES["open"]),
    **dict.fromkeys(")]", CODES["close"]),
    **dict.fromkeys("\"“”„«»'`‘’", CODES["quote"]),
    **dict.fromkeys("$£€¥#№§@=_+&", CODES["currency"]),
    **dict.fromkeys("%‰°", CODES["countnoun"]),
    **dict.fromkeys(";:!?", CODES["sentence"]),
}  # fmt: skip

# Every alternative begins with another kind of character and takes a run whole, so reading is linear.
_TOKEN = re.compile(
    r"(?P<url>https?://\S+|www\.\S+)"
    r"|(?P<numeric>\d{1,4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,4}(?![\w/]))"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:(?P<suffix>st|nd|rd|th|['’]?s)(?!\w))?(?P<glued>[^\W\d_]*)"
    r"|['’](?P<short>\d0s)(?!\w)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’]s)(?!\w)"
    r"|(?P<mark>[^\w\s])"
)
_TRIGGERS = re.compile(
    r"\d|\b(?:day|week|month|year|decade|centur|fortnight|minute|hour|second|moment|spring|summer|autumn|fall|winter"
    r"|today|tonight|now|current|yester|tomorrow|recent|previous|ever|later|lately|christmas|easter|annual|dai|twent"
    r"|thirt|fort|fift|sixt|sevent|eight|ninet|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec|morning|night|evening|anniver)",
    re.IGNORECASE,
)


def may_hold_dates(text: str) -> bool:
    """Whether any word could begin a date; most passages of argument hold none."""
    return _TRIGGERS.search(text) is not None


def _number(match: re.Match[str]) -> Token:
    start, end = match.span()
    digits, suffix, glued = match["number"], match["suffix"], match["glued"]
    if glued or (suffix is None and not digits.isdigit()) or len(digits) > 4 or not digits.isascii():
        code = CODES["number"] if not glued and len(digits) < 12 else OTHER
        plain = digits.replace(",", "")
        return Token(code, start, end, int(plain) if plain.isdigit() and len(plain) < 12 else None)
    value = int(digits) if digits.isdigit() else 0
    if suffix in ("st", "nd", "rd", "th"):
        return Token(CODES["ordinal"], start, end, value)
    if suffix:
        decade = value % 10 == 0 and len(digits) in (2, 4)
        return Token(CODES["decade"] if decade else OTHER, start, end, value)
    name = "number"
    if len(digits) <= 2:
        name = "day" if 1 <= value <= 31 else "two"
    elif len(digits) == 4 and 1000 <= value <= 2100:
        name = "year"
    return Token(CODES[name], start, end, value)


def read(text: str) -> list[Token]:
    """The tokens of a stretch of text, in order; words that mean nothing here have the class `OTHER`."""
    tokens: list[Token] = []
    lookup, marks = _LEXICON.get, _MARKS.get
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if kind == "word":
            word = match[0]
            code, value = lookup(word, (OTHER, word))
            tokens.append(Token(code, start, end, value))
        elif kind == "mark":
            tokens.append(Token(marks(match[0], OTHER), start, end, None))
        elif kind in ("number", "suffix", "glued"):
            tokens.append(_number(match))
        elif kind == "short":
            tokens.append(Token(CODES["decade"], start, end, int(match["short"][:2])))
        elif kind == "possessive":
            tokens.append(Token(CODES["possessive"], start, end, None))
        else:
            code = CODES["numeric"] if match["numeric"] else OTHER
            tokens.append(Token(code, start, end, match[0]))
    return tokens
