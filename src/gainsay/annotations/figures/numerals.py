"""Numerals in digits and words: where they stand and what they are worth.

"half a million" → 500000; "two or three" is two numerals; ranges are made of them elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.alternatives import by_initial
from gainsay.annotations.figures.number_words import (
    DOZENS,
    FRACTION_SIGNS,
    FRACTIONS,
    PLURALS,
    SCALES,
    SMALL,
    TENS,
)
from gainsay.spans import Span

Number = float | int


MOST_DIGITS = 60  # characters of a numeral: more are a code, a key, or an attack on whatever calculates with it
LONGEST = 24  # words of a numeral: up to the trillions twenty are enough, and "hundred hundred …" is no number at all


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number as written. `plural` marks "thousands", and "several hundred", worth at least its value.

    `share` marks a fraction ("a third"), `words` that it is spelled out; `scale` is the "million" it
    ends in.
    """

    span: Span
    value: Number
    plural: bool = False
    share: bool = False
    words: bool = False
    scale: Number = 1


@dataclass(frozen=True, slots=True)
class _Atom:
    kind: str  # digits, small, tens, hundred, scale, dozen, plural, half, fraction
    value: Number
    start: int
    end: int
    raw: str


_WORDS: dict[str, tuple[str, Number]] = {
    **{w: ("small", v) for w, v in SMALL.items()},
    **{w: ("tens", v) for w, v in TENS.items()},
    **{w: ("scale", v) for w, v in SCALES.items()},
    **{w: ("dozen", v) for w, v in DOZENS.items()},
    **{w: ("plural", v) for w, v in PLURALS.items()},
    **{w: ("fraction", v) for w, v in FRACTIONS.items()},
    "hundred": ("hundred", 100),
    "half": ("half", 0.5),
}
_ALTERNATIVES = "|".join(sorted(_WORDS, key=lambda w: (-len(w), w)))
_SIGNS = "".join(FRACTION_SIGNS)
# The digit part takes thousands in groups of three (12,000; 12 000 before a word; 12'000; 1.200.000; Indian 1,20,000),
# or a plain run with at most one decimal point; all are linear because every repetition starts with its own separator.
# A long run of digits and marks without a space is a table or a code, and is passed over whole.
_ATOM = re.compile(
    r"(?<![\w])(?:(?P<code>\d[\d,./-]{199,})|(?P<part>(?<!\d[./])[1-9]/(?:[2-9]|10)(?= [oO][fF] ))|(?P<digits>"
    r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d\d){1,5},\d{3}(?![\d,])"
    r"|(?<!\d )(?<!\d[.,/:] )(?!0)\d{1,3}(?:(?: \d{3}){1,5}(?= [^\W\d_])"
    r"|(?:['’]\d{3}){1,5}(?!\w)|(?:\.\d{3}){2,5}(?![\d.]))"
    r"|\d{1,15}(?:[.·]\d{1,9})?)"
    rf"(?:(?P<sign>[{_SIGNS}])|[ -](?P<over>[1-7])/(?P<under>[2-8])(?![\d/])"
    r"|(?:[eE]|\s?[xX×·⋅]\s?(?P<base>10\^?|2\^))(?P<power>[-−–+]?\d{1,2})(?![\d.,]\d|\w))?"
    rf"|(?P<lone>[{_SIGNS}])|(?P<word>{by_initial(_ALTERNATIVES, plain=True)})(?![\w]))"
    rf"|(?<=\d)(?P<scale>{by_initial('thousand|million|billion|trillion', plain=True)})\b"
)
_LINK = re.compile(r"(?:[ \u00a0]{0,2}|[-‐‑\n])(?:(?:and|&) )?|, ?(?:and )?")
_PLAIN = frozenset(("", " ", "\u00a0", "  ", "-", "‐", "‑", "\n"))
_AND_A = frozenset((" and a ", " and ", "-and-a-", " & a "))
_ARTICLE = re.compile(r"(?<![\w'’-])(?:an?|one)[ \u00a0-]$", re.IGNORECASE)
_HALF_A = re.compile(r"(?<![\w-])half[ -]an?[ ]$", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<![\w-])(?:several|(?:a |some )?few|a couple(?: of)?|many) $", re.IGNORECASE)


def find_numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Every numeral in `text[start:end]`, in order; years, dates and list numbers are among them still.

    >>> [(n.span.of(t), n.value) for t in ["four dozen and 1.7 million"] for n in find_numerals(t, 0, len(t))]
    [('four dozen', 48), ('1.7 million', 1700000)]
    """
    group: list[_Atom] = []
    for atom in _atoms(text, start, end):
        if group and not _joins(text, group, atom):
            yield from _numeral(text, group, start)
            group = []
        group.append(atom)
    if group:
        yield from _numeral(text, group, start)


def _atoms(text: str, start: int, end: int) -> Iterator[_Atom]:
    for found in _ATOM.finditer(text, start, end):
        raw = found.group()
        if found["code"]:
            continue
        if found["word"] or found["scale"]:
            kind, value = _WORDS[raw.lower()]
            yield _Atom(kind, value, found.start(), found.end(), raw)
        elif found["lone"]:
            yield _Atom("half", FRACTION_SIGNS[raw], found.start(), found.end(), raw)
        elif found["part"]:
            over, _, under = raw.partition("/")
            yield _Atom("half", int(over) / int(under), found.start(), found.end(), raw)
        elif len(raw) <= MOST_DIGITS:
            value = _digits(found["digits"])
            if found["sign"]:
                value += FRACTION_SIGNS[found["sign"]]
            elif found["power"]:
                value = _raised(value, found["base"], found["power"])
            elif found["over"] and int(found["over"]) < int(found["under"]):
                value += int(found["over"]) / int(found["under"])
            yield _Atom("digits", value, found.start(), found.end(), raw)


def _raised(value: Number, base: str | None, power: str) -> Number:
    """ "5.5 × 10⁻³" as it is written with plain digits: "5.5x10-3", "5.5e-3"; "8x2^10"."""
    exponent = int(power.replace("−", "-").replace("–", "-"))
    return value * 2**exponent if base == "2^" else float(f"{value}e{exponent}")


def _digits(raw: str) -> Number:
    plain = re.sub(r"[,\s'’]|\.(?=\d{3}\.)|(?<=\.\d{3})\.", "", raw).replace("·", ".")
    return float(plain) if "." in plain else int(plain)


def _joins(text: str, group: list[_Atom], atom: _Atom) -> bool:
    """Whether `atom` continues the numeral of `group`: "one hundred | and | five", but not "two | three"."""
    last = group[-1]
    gap = text[last.end : atom.start].lower()
    if atom.kind == "plural" or last.kind == "plural":
        return gap == " of " and last.kind == atom.kind and len(group) == 1
    if atom.kind == "half":
        if len(group) == 1 and last.kind == "small" and last.value == 1 and gap in ("-", " "):
            return True  # "one-half"
        return gap in _AND_A and last.kind in ("small", "digits", "scale")
    if len(gap) > 8 or len(group) >= LONGEST or not _LINK.fullmatch(gap):
        return False
    plain = gap in _PLAIN
    if atom.kind in ("scale", "hundred", "dozen"):
        return plain and (last.kind != "scale" or (atom.kind == "scale" and atom.value > last.value))
    if atom.kind == "fraction":
        return plain and last.kind in ("small", "digits") and last.value < 20
    if last.kind in ("scale", "hundred"):
        # "three million, two hundred": a comma only after a scale, and only towards something smaller.
        spelled = all(a.kind != "digits" for a in group) and atom.kind in ("small", "tens")
        return spelled and ("," not in gap or last.kind == "scale")
    return plain and last.kind == "tens" and atom.kind == "small" and 0 < atom.value < 10


def _numeral(text: str, group: list[_Atom], floor: int) -> Iterator[Numeral]:
    """The numeral that the atoms make, with the article, "several" or "half a" before it."""
    first, last = group[0], group[-1]
    value, start, several = _worth(group), first.start, False
    if first.kind in ("hundred", "scale", "dozen", "fraction"):
        before = text[max(floor, start - 14) : start]
        if half := _HALF_A.search(before):
            start, value = start - len(half.group()), value * 0.5
        elif few := _SEVERAL.search(before):
            # "Several hundred" is at least two hundred.
            start, value, several = start - len(few.group()), value * 2, True
        elif article := _ARTICLE.search(before):
            start -= len(article.group())
        elif first.kind != "hundred" or len(group) == 1:
            return
    elif first.kind == "plural" and (few := _SEVERAL.search(text[max(floor, start - 14) : start])):
        start -= len(few.group())
    yield Numeral(
        Span(start, last.end),
        _exact(value),
        plural=first.kind == "plural" or several,
        share=last.kind == "fraction" or (first.kind == "half" and len(group) == 1),
        words=all(a.kind != "digits" and a.raw[0].isalpha() for a in group),
        scale=last.value if last.kind == "scale" else 1,
    )


def _worth(group: list[_Atom]) -> Number:
    total: Number = 0
    part: Number | None = None
    scale: Number = 1
    for atom in group:
        if atom.kind in ("hundred", "scale", "dozen", "fraction", "plural"):
            part = (1 if part is None else part) * atom.value
            if atom.kind == "scale":
                total, part, scale = total + part, None, atom.value
        elif atom.kind == "half":
            one_half = group[0] is not atom and total == 0 and part == 1 and group[0].end + 1 == atom.start
            part = 0.5 if one_half else (part or 0) + atom.value * (scale if part is None else 1)
        else:
            part = (part or 0) + atom.value
    return total + (part or 0)


# Below this a number is written in powers of ten and must not be rounded away.
_TINY = 0.01


def _exact(value: Number) -> Number:
    """Whole numbers as int, and no residue of binary fractions: 1.7 × 10⁶ is 1700000.

    >>> _exact(1.1 * 10**6)
    1100000
    """
    if 0 < abs(value) < _TINY:
        return value
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
