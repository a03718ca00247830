"""Invented names that follow a natural distribution: a few turn up everywhere, most once or twice.

A name is a function of its rank, and ranks are drawn by Zipf's law without an upper end, so that a collection of twice
the size has new names as a real one does (Heaps' law), and a smaller one is the beginning of a larger one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

EXPONENT = 1.55  # of Zipf's law; new names then grow with the number of documents to the power of 1 / 1.55
FLAT = 8  # Mandelbrot's shift: the first ranks are nearly alike, and the most frequent name is one in sixteen

_FIRST = """Ana Tobias Irena Peter Mary Josiah Edmund Hugh Leo Arne Clara Anton Elsa Victor Nora Simon Ruth Daniel Ida
Martin Helen Oscar Laura Paul Alice Henry Sofia Thomas Emma George Julia Robert Agnes Walter Rosa Philip Edith
Charles Lena Albert Marta Frank Vera Samuel Olga James Judith Karl Eva Nicholas""".split()
_ONSET = """B Br C Cal D Dr F Fen G Gr H Hal K Kel L Lin M Mar N Nor P Pel R Ros S Sel T Tar V Ver W Wel Bar Cor Dor
Gan Har Jor Lor Mer Nav Or Quil Sar Tor Ul Yar Zel""".split()
_MIDDLE = "a e i o ar el en il or an er in os ul am eth ov ir ond ast".split()
_SURNAME = (
    "by der dle ford gar hart ick ing ket land low man ner quist ran rick row sen ser son ston ter tin var".split()
)
_SURNAME += "vell vin wick wold zan".split()
_PLACE = (
    "bay borough bridge bury cliff combe dale den fell field ford gate ham haven holm hurst ley mere minster".split()
)
_PLACE += "mouth ness port shaw stead stow thorpe ton vik wick worth".split()
_KIND = ["", "", "", "", "Port ", "North ", "Upper ", "Old "]
_PAPER = "Gazette Courier Herald Observer Chronicle Post Tribune Examiner Mercury Argus".split()


def rank(chance: random.Random) -> int:
    """A rank from 0 on, by the law of Zipf and Mandelbrot: the inverse of its distribution, at a random point."""
    return int(FLAT * ((1 - chance.random()) ** (-1 / (EXPONENT - 1)) - 1))


def person(number: int) -> tuple[str, str]:
    """First name and surname of the person of this rank.

    >>> person(0) == person(0), person(1) == person(2)
    (True, False)
    """
    number, first = _spread(number, len(_FIRST)), number
    return _FIRST[first * 7 % len(_FIRST)], _built(number, _SURNAME)


def place(number: int) -> str:
    """The place of this rank."""
    return _KIND[number % len(_KIND)] + _built(_spread(number, 1), _PLACE)


def paper(number: int) -> str:
    """A newspaper: a place's name and a word."""
    return f"The {place(number)} {_PAPER[number % len(_PAPER)]}"


def _spread(number: int, salt: int) -> int:
    """Neighbouring ranks far apart, one to one within the names of two middle parts."""
    many = len(_ONSET) * len(_MIDDLE) ** 2 * 29
    return (number * 7919 + salt * 104_729) % many


def _built(number: int, endings: Sequence[str]) -> str:
    number, onset = divmod(number, len(_ONSET))
    number, ending = divmod(number, len(endings))
    number, middle = divmod(number, len(_MIDDLE))
    second = _MIDDLE[number % len(_MIDDLE)][::-1] if number else ""
    return (_ONSET[onset] + _MIDDLE[middle] + second + endings[ending]).capitalize()
