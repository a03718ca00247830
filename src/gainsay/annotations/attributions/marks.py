"""Quotation marks: where they stand, which way they point, which are apostrophes.

Marks come in families that close one another; each family is paired on its own (`pairing`), and the pairs nest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Family = Literal["double", "single", "guillemet", "single-guillemet", "corner"]
Place = Literal["opening", "closing", "loose", "glued"]

_FAMILY: dict[str, Family] = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "``", "''", "＂", "〝", "〞"], "double"),
    **dict.fromkeys(["‘", "’", "'", "‚", "‛", "`"], "single"),
    **dict.fromkeys(["«", "»", "<<", ">>"], "guillemet"),
    **dict.fromkeys(["‹", "›"], "single-guillemet"),
    **dict.fromkeys(["「", "」", "『", "』"], "corner"),
}
_OPENS = frozenset(["“", "„", "‟", "``", "‘", "‚", "‛", "`", "«", "<<", "‹", "「", "『", "〝"])
_CLOSES = frozenset(["”", "’", "»", ">>", "›", "」", "』", "〞"])

_MARK = re.compile("``|''|<<|>>|[“”„‟\"＂〝〞‘’'‚‛`«»‹›「」『』]")
# What may stand between a blank and an opening mark, and between a closing mark and a blank.
_BEFORE_OPENING = frozenset("([{—–-―/“‘«‹„‚\"'「『=*_>…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-―/”’»›\"'」』…*_<¹²³⁰⁴⁵⁶⁷⁸⁹[")
# Words that drop their first letters: the mark before them is an apostrophe.
_ELIDED = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|bout|round|cos|n|nuff|gainst|neath|\d0s|\d\d)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark.

    `points` is the way its glyph points (+1 opening, −1 closing, 0 straight); `place` the way its neighbours point:
    blank before (`opening`), blank or stop after (`closing`), both (`loose`), neither (`glued`).
    """

    start: int
    end: int
    family: Family
    points: int
    place: Place


def find_marks(text: str, start: int = 0, end: int | None = None) -> list[Mark]:
    """The quotation marks of `text[start:end]`, apostrophes left out.

    >>> [m.place for m in find_marks("He said, “It’s the workers’ hall.”")]
    ['opening', 'closing', 'closing']
    """
    stop = len(text) if end is None else end
    marks = []
    for match in _MARK.finditer(text, start, stop):
        glyph, at, after = match.group(), match.start(), match.end()
        family = _FAMILY[glyph]
        left = text[at - 1] if at > start else " "
        right = text[after] if after < stop else " "
        if family == "single" and _is_apostrophe(text, glyph, after, left, right):
            continue
        marks.append(Mark(at, after, family, _direction(glyph), _place(left, right, at == start, after == stop)))
    return marks


def _direction(glyph: str) -> int:
    return 1 if glyph in _OPENS else -1 if glyph in _CLOSES else 0


def _place(left: str, right: str, first: bool, last: bool) -> Place:
    blank_left = left.isspace() or left in _BEFORE_OPENING
    blank_right = right.isspace() or right in _AFTER_CLOSING
    if first or (blank_left and not blank_right):
        return "opening" if not last else "closing"
    if last or (blank_right and not blank_left):
        return "closing"
    if blank_left and left not in _BEFORE_OPENING and right in _AFTER_CLOSING:
        return "closing" if right in ".,;:!?)]}" else "opening" if right in "\"'…[" else "loose"
    if blank_left and blank_right:
        if left in _BEFORE_OPENING and right.isspace():
            return "closing"
        return "loose"
    return "glued"


def _is_apostrophe(text: str, glyph: str, after: int, left: str, right: str) -> bool:
    if left.isalnum() and right.isalnum():
        return True
    if glyph == "`":
        return right.isspace()
    if left.isdigit():  # feet and minutes
        return True
    return not left.isalnum() and bool(_ELIDED.match(text, after))
