"""The words of a recognised page with the marks of notes at their edges read as the numbers that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gainsay.documents.readers.ocr.letters import Found, Letter
from gainsay.documents.readers.ocr.marks import (
    Glyph,
    Page,
    ReadAlone,
    at_end,
    at_start,
    is_like,
    is_raised,
    read_numbers,
)
from gainsay.documents.readers.pdf.words import RAISED

if TYPE_CHECKING:
    from PIL.Image import Image

_SURE = 60
"""Per cent. What was taken for another sign had made the whole word doubtful; its other letters may be sure."""


_REACH = 4.0
"""Times the height of an x: room for a number of three digits."""


_SLACK = 0.35
"""Times the height of an x: how far Tesseract's rectangles are off."""


class _Mark(NamedTuple):
    """Ink beside the word of this number in the order of the page; before it, or behind it."""

    word: int
    before: bool
    glyphs: list[Glyph]


def with_marks(found: Sequence[Found], picture: Image, alone: ReadAlone) -> list[Found]:
    """The words with their marks. Words that were nothing but a misread mark are gone.

    `alone` reads a piece of the picture by itself.
    """
    page = Page(np.asarray(picture), found, alone)
    words = list(found)
    for mark, number in _read(list(_find(found, page)), page):
        for at in range(max(0, mark.word - 1), min(len(words), mark.word + 2)):
            if words[at].row == words[mark.word].row:
                words[at] = _without(words[at], mark.glyphs)
        words[mark.word] = _with(words[mark.word], mark, number)
    kept = [one for one in words if one.letters]
    after = [*kept[1:], None]
    return [
        one._replace(last=one.last or following is None or following.row != one.row)
        for one, following in zip(kept, after, strict=True)
    ]


def _find(found: Sequence[Found], page: Page) -> Iterator[_Mark]:
    """What may be marks: behind each word, and before the first of each line."""
    whole = [i for i, one in enumerate(found) if not _is_stray(one, page)]
    for place, i in enumerate(whole):
        one = found[i]
        row, (left, right) = one.row, _edges(one)
        if place == 0 or found[whole[place - 1]].row != row:
            start = at_start(page.glyphs(row, left - _REACH * row.height, left + _REACH * row.height), row)
            if start:
                yield _Mark(i, True, start)
        limit = right + _REACH / 2 * row.height
        if place + 1 < len(whole) and found[whole[place + 1]].row == row:
            limit = min(limit, _edges(found[whole[place + 1]])[0] - 1)
        end = at_end(page.glyphs(row, right - _REACH * row.height, limit), row)
        if end:
            yield _Mark(i, False, end)


def _is_stray(one: Found, page: Page) -> bool:
    """Whether a word is nothing but raised ink."""
    glyphs = page.glyphs(one.row, *_edges(one)) if len(one.letters) <= 3 else []
    return bool(glyphs) and all(is_raised(glyph, one.row) for glyph in glyphs)


def _edges(one: Found) -> tuple[int, int]:
    return one.letters[0].left, max(letter.right for letter in one.letters)


def _read(marks: list[_Mark], page: Page) -> Iterator[tuple[_Mark, str]]:
    """The marks that are numbers, those of the text and those of the notes each in their order.

    Where there are as many of the one as of the other, they are the same numbers, and are read together.
    """
    looks = [[page.likeness(glyph) for glyph in mark.glyphs] for mark in marks]
    sides = [
        [i for i, mark in enumerate(marks) if mark.before is before and is_like(looks[i])] for before in (True, False)
    ]
    notes, text = sides
    if len(notes) == len(text) and all(len(looks[a]) == len(looks[b]) for a, b in zip(notes, text, strict=True)):
        for a, b in zip(notes, text, strict=True):
            looks[a] = looks[b] = [_mean(one, other) for one, other in zip(looks[a], looks[b], strict=True)]
    known: frozenset[int] = frozenset()
    # Each note has its mark: where some of either were not seen, their numbers are among those of the other.
    for side in sorted(sides, key=len, reverse=True):
        numbers = read_numbers([looks[i] for i in side], known)
        yield from ((marks[i], number) for i, number in zip(side, numbers, strict=True))
        known = frozenset(map(int, numbers))


def _mean(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {digit: (like + other[digit]) / 2 for digit, like in one.items()}


def _without(one: Found, glyphs: Sequence[Glyph]) -> Found:
    """A word without the letters for which Tesseract took this ink."""
    slack = _SLACK * one.row.height
    left, right = glyphs[0].left - slack, glyphs[-1].right + slack
    letters = [
        letter
        for letter in one.letters
        if letter.text.isalpha() or letter.text in ".,;:" or not left <= (letter.left + letter.right) / 2 <= right
    ]
    if len(letters) == len(one.letters):
        return one
    return one._replace(letters=letters, sure=sum(x.sure for x in letters) >= _SURE * len(letters))


def _with(one: Found, mark: _Mark, number: str) -> Found:
    box = (
        mark.glyphs[0].left,
        min(g.top for g in mark.glyphs),
        mark.glyphs[-1].right,
        max(g.bottom for g in mark.glyphs),
    )
    raised = [Letter(number.translate(RAISED), 100, *box)]
    return one._replace(letters=[*raised, *one.letters] if mark.before else [*one.letters, *raised])
