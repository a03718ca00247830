"""Units written as symbols: SI units with their prefixes, products and quotients of them, and parts of a whole.

"3.5 TeV", "2.6 km s−1", "0.51 ppm", "4,500 kg/m³": the unit is kept as written, without blanks.
"""

from __future__ import annotations

import re

# Symbols that stand for no unit in prose when alone ("A", "T", "N 45") are known only inside a product or with
# a prefix.
_PREFIXED = "mol|cal|bar|eV|Wh|Hz|Pa|Gy|Sv|Bq|Da|bp|rad|pc|cd|lx|yr|Ah|m|g|s|K|V|W|J|N|L|l|M|A|T|F|Ω|B|b"
_ALONE = (
    "Js|Nm|pm|am|mmHg|dpi|rpm|ppm|ppb|ppt|ppq|ppmv|ppbv|tpd|bpm|Myr|kyr|Gyr|Ma|Ga|ka|AU|mol|bar|eV|Hz|Wh|Pa|cal|Gy|Sv|Bq|Da|bits?|bytes?|"
    "kilobytes?|megabytes?|gigabytes?|kibibytes?|watts?|kelvins?|joules?|pascals?|newtons?|amperes?|amps?|moles?|microns?|"
    "hertz|calories|kilocalories|bars|decibels?|dB|K|V|W|s|h|L|m|g|tbsp|tsp|cups?|teaspoons?|tablespoons?|pints?|quarts?|"
    "fathoms?|leagues?|furlongs?|stone|carats?|rods?|‰|°[CFKNSEW]?|σ|ha|acres?|kt|Mt|Gt|d|yr"
)
_UNIT = rf"(?:(?:da|[yzafpnµμmcdhkMGTPEZY])(?:{_PREFIXED})|{_ALONE})"
# An exponent: "²", "^2", "−1", "-2", "2" right behind a letter.
_POWER = r"(?:\^?[-−–]?[1-4](?!\d|[.,]\d)|[²³⁻¹]{1,2})"
_ONE = rf"{_UNIT}{_POWER}?(?![A-Za-z°])"
_JOINED = rf"(?:\s?/\s?|\s?[·⋅×]\s?|[ \u00a0](?={_UNIT}{_POWER}))"
_SYMBOL = re.compile(rf"[ \u00a0-]?(?P<unit>{_ONE}(?:{_JOINED}{_ONE}){{0,4}})")
_DEGREES = re.compile(
    r"[ \u00a0]?(?:degrees?|degs?\.?|°)[ ]?(?P<scale>Celsius|Fahrenheit|Kelvin|centigrade|C|F)\b", re.I
)
_PARTS = re.compile(r"\s?(?P<of>wt|vol|mol|at|w/w|v/v|w/v)\.?\s?%")
_INCHES = re.compile(
    r"\s(?:in\.?)(?=\s(?:thick|long|wide|deep|high|tall|in (?:diameter|length|width|height)|diameter|by|x)\b|"
    r"\.?\s*$|\.?[,;)]|\.\s[A-Z])"
)
_SQUARED = re.compile(r"[ \u00a0]?(?P<word>km|m|cm|mm|met(?:re|er)s?|kilomet(?:re|er)s?)\s(?P<power>squared|cubed)\b")
_LENGTHS = dict.fromkeys(("metre", "metres", "meter", "meters"), "m")
_LENGTHS |= dict.fromkeys(("kilometre", "kilometres", "kilometer", "kilometers"), "km")
# Single letters that are words or labels elsewhere: units only right behind a number with a decimal or after a blank.
_BARE_LETTER = re.compile(r"[A-Za-z]")
_NAMES = {"celsius": "°C", "centigrade": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F", "kelvin": "K"}


def symbol_after(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The unit that a number in digits is followed by, and where it ends.

    >>> symbol_after("2.6 km s−1 and", 3, 14)
    ('km s−1', 10)
    """
    end = min(end, start + 40)
    if degrees := _DEGREES.match(text, start, end):
        return _NAMES[degrees["scale"].lower()], degrees.end()
    if parts := _PARTS.match(text, start, end):
        return f"{parts['of']}%", parts.end()
    if inches := _INCHES.match(text, start, end):
        return "inches", inches.end()
    if squared := _SQUARED.match(text, start, end):
        unit = squared["word"].lower()
        return f"{_LENGTHS.get(unit, unit)}{2 if squared['power'] == 'squared' else 3}", squared.end()
    found = _SYMBOL.match(text, start, end)
    if found is None:
        return None
    unit = found["unit"]
    if len(unit) == 1 and _BARE_LETTER.match(unit) and not _stands(text, found, end):
        return None
    return re.sub(r"\s+", " ", unit).replace("μ", "µ").replace("^", ""), found.end()


def _stands(text: str, found: re.Match[str], end: int) -> bool:
    """Whether a single letter is a unit: parted by a blank from the number and followed by no name."""
    parted = text[found.start()] in " \u00a0"
    return parted and not re.compile(r"[ ][A-Z][a-z]|['’]").match(text, found.end(), end)


def is_compound(unit: str) -> bool:
    """Whether a unit is a product, a quotient or a power."""
    return any(mark in unit for mark in "/ ·⋅²³−") or unit[-1:].isdigit()
