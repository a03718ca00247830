"""Note labels: what a marker and its note have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["bracket", "roman", "paren", "superscript", "glued", "number", "symbol"]

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """`key` is what is compared ("3", "iv", "*"), `number` its place in the sequence (0 for symbols)."""

    shape: Shape
    key: str
    number: int


def label(shape: Shape, raw: str) -> Label | None:
    """The label that the characters spell, or None.

    >>> label("superscript", "¹²")
    Label(shape='superscript', key='12', number=12)
    >>> label("bracket", "iv")
    Label(shape='roman', key='iv', number=4)
    """
    plain = raw.translate(_SUPERSCRIPTS).lower()
    if plain.isdigit():
        number = int(plain)
        return Label(shape, str(number), number) if number else None
    if shape == "symbol" or not plain.isalpha():
        return Label("symbol", plain, 0)
    value = _roman(plain)
    return Label("roman", plain, value) if value else None


def _roman(text: str) -> int | None:
    """The value of a Roman numeral in its regular spelling; "iiii" and "vx" are none."""
    total, last = 0, 0
    for letter in reversed(text):
        value = _ROMAN.get(letter)
        if value is None:
            return None
        total += -value if value < last else value
        last = max(last, value)
    return total if to_roman(total) == text else None


def to_roman(number: int) -> str:
    """A number below 400 in small Roman numerals."""
    spelt = ""
    for value, letters in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        times, number = divmod(number, value)
        spelt += letters * times
    return spelt + "i" * number
