"""Reading text into tokens: words, numbers and marks with their classes."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from gainsay.alternatives import by_initial
from gainsay.annotations.dates.calendars import ROMAN
from gainsay.annotations.dates.lexicon import CODES, LEXICON, MARKS, OTHER, Names, Token

# Every alternative begins with another kind of character and takes a run whole, so reading is linear.
_TOKEN = re.compile(
    r"(?P<url>https?://\S+|www\.\S+)"
    # A table or a code without a space: no date, and nothing to take apart.
    r"|(?P<figures>\d[\d,./-]{199,})"
    r"|(?P<clocktime>\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)|\d{1,2}:\d\d(?![\d:]))"
    r"|(?P<dotted>(?:A\.D|B\.C(?:\.E)?|C\.E|A\.H|B\.E|O\.S|N\.S)\.)"
    r"|(?P<roman>\d{1,2}\. ?(?:[IVX]{1,4}|[ivx]{1,4})\. ?\d{4}(?!\w))"
    r"|(?P<numeric>\d{1,4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,4}(?:(?=T\d\d:)|(?![\w/])))"
    r"|(?P<accounted>[QH][1-4]|[1-4][QH])(?!\w)"
    r"|(?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)(?:(?P<suffix>st|nd|rd|th|(?<=[23])d|['’]?s)(?!\w))?(?P<glued>[^\W\d_]*)"
    r"|['’](?P<short>\d0s|\d\d(?!['’.,:]?\d))(?!\w)"
    r"|(?P<styled>(?:Old|New) [Ss]tyle)(?!\w)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<possessive>['’]s)(?!\w)"
    r"|(?P<mark>[^\w\s])"
)
# "The Summer Institute", "the Spring Accord": a name.
_TITLE = re.compile(r"[A-Z]\w+ [A-Z][a-z]")
_TRIGGERS = re.compile(
    r"\d|\b"
    + by_initial(
        "day|week|month|year|decade|centur|fortnight|minute|hour|second|moment|spring|summer|autumn|fall|winter"
        "|today|tonight|now|current|yester|tomorrow|recent|previous|ever|later|lately|christmas|easter|annual|dai|twent"
        "|thirt|fort|fift|sixt|sevent|eight|ninet|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
        "|nov|dec|eve of|shortly|soon|during|after the|before the|since the|michaelmas|whit|pentecost|halloween"
        "|thermidor|writing|morning|night|millenni|evening|afternoon|noon|midday|midnight|dawn|dusk|anniver"
    )
)


def may_hold_dates(text: str) -> bool:
    """Whether any word could begin a date; most passages of argument hold none."""
    return _TRIGGERS.search(text) is not None


@cache
def _plain(digits: str) -> tuple[str, int]:
    """The class and the value of at most four digits that stand by themselves."""
    value, name = int(digits), "number"
    if len(digits) <= 2:
        name = "day" if 1 <= value <= 31 else "two"
    elif len(digits) == 4 and 1000 <= value <= 2100:
        name = "year"
    return CODES[name], value


def _number(match: re.Match[str]) -> Token:
    start, end = match.span()
    digits, suffix, glued = match["number"], match["suffix"], match["glued"]
    if not glued and suffix is None and len(digits) <= 4 and digits.isdigit() and digits.isascii():
        code, number = _plain(digits)
        return Token(code, start, end, number)
    if glued == "½" and digits.isdigit() and len(digits) < 4:
        return Token(CODES["halved"], start, end, int(digits))
    if glued or suffix is None or len(digits) > 4 or not digits.isascii():
        code = CODES["number"] if not glued and len(digits) < 12 else OTHER
        plain = digits.replace(",", "")
        return Token(code, start, end, int(plain) if plain.isdigit() and len(plain) < 12 else None)
    value = int(digits) if digits.isdigit() else 0
    if suffix in ("st", "nd", "rd", "th", "d"):
        return Token(CODES["ordinal"], start, end, value)
    if len(digits) == 4 and value % 10 and suffix != "s":
        # "1911’s totals": a year, and a possessive.
        return Token(CODES["year"], start, match.end("number"), value)
    decade = value % 10 == 0 and len(digits) in (2, 3, 4)
    return Token(CODES["decade"] if decade else OTHER, start, end, value)


def _accounted(words: str, start: int, end: int) -> Token:
    """Q3, 3Q; H1, 1H: a quarter or half of a year of accounts."""
    number = int(words.strip("QH"))
    if "Q" in words:
        return Token(CODES["quartermark"], start, end, number)
    return Token(CODES["halfmark"] if number < 3 else OTHER, start, end, number)


def _named(text: str, match: re.Match[str], known: list[Names]) -> Token:
    """The longest name that begins at a word, "Good Friday"; or the word alone, which means nothing here."""
    start, end = match.span()
    for name, pattern, meant in known:
        whole = pattern.match(text, start)
        if whole is not None:
            return Token(CODES[name], start, whole.end(), meant(whole[0]))
    return Token(OTHER, start, end, match[0])


def read(text: str) -> list[Token]:
    """The tokens of a stretch of text, in order; words that mean nothing here have the class `OTHER`."""
    tokens: list[Token] = []
    lookup, marks, head = LEXICON.get, MARKS.get, CODES["head"]
    season, the = CODES["season"], CODES["the"]
    done = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        if start < done:
            continue
        if kind == "word":
            word = match[0]
            code, value = lookup(word, (OTHER, word))
            if code == head:
                token = _named(text, match, cast(list[Names], value))
                tokens.append(token)
                done = token.end
                continue
            if code == season and tokens and tokens[-1].code == the and _TITLE.match(text, start):
                code = OTHER
            tokens.append(Token(code, start, end, value))
        elif kind == "mark":
            tokens.append(Token(marks(match[0], OTHER), start, end, None))
        elif kind == "dotted":
            code, value = lookup(match[0].replace(".", ""), (OTHER, match[0]))
            tokens.append(Token(code, start, end, value))
        elif kind in ("number", "suffix", "glued"):
            token = _number(match)
            if tokens and tokens[-1].end == start and tokens[-1].code == OTHER:
                # "DH2017", "B1911": part of a name.
                token = token._replace(code=OTHER)
            tokens.append(token)
            if token.end < end:
                tokens.append(Token(CODES["possessive"], token.end, end, None))
        elif kind == "short":
            short = match["short"]
            tokens.append(Token(CODES["decade" if short[2:] else "shortyear"], start, end, int(short[:2])))
        elif kind == "accounted":
            tokens.append(_accounted(match[0], start, end))
        elif kind == "styled":
            tokens.append(Token(CODES["style"], start, end, "os" if match[0][0] == "O" else "ns"))
        elif kind == "possessive":
            tokens.append(Token(CODES["possessive"], start, end, None))
        elif kind == "roman":
            day, month, year = (part.strip() for part in match[0].split("."))
            number = ROMAN.get(month.lower())
            tokens.append(Token(CODES["numeric"] if number else OTHER, start, end, f"{day}.{number}.{year}"))
        else:
            code = CODES[str(kind)] if kind in ("numeric", "clocktime") else OTHER
            tokens.append(Token(code, start, end, match[0]))
    return tokens
