"""Word pieces: what the model reads of a text, with the characters each piece stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gainsay.spans import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = npt.NDArray[np.int32]

# The shape of the word a piece belongs to: the vocabulary is uncased, and capitals tell names.
LOWER, TITLE, UPPER, MIXED, DIGITS, PUNCTUATION = range(6)
SHAPES = 6
# Outside quotation marks, inside them, or a mark itself.
OUTSIDE, INSIDE, MARK = range(3)
QUOTING = 3
FORMS = SHAPES * QUOTING

_OPENING = frozenset(["“", "„", "«", "‟", "❝", "``"])
_CLOSING = frozenset(["”", "»", "❞"])
# Two apostrophes or backticks in a row count as one double mark, as wire agencies type them.
_MARKS = re.compile("[“„«‟❝”»❞\"＂]|``|''")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one paragraph.

    `ids`: int32 [n], rows of the vocabulary. `forms`: int32 [n], `shape * 3 + quoting`. `starts`, `ends`: int32 [n],
    code points in the document's text.
    """

    ids: Ints
    forms: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.ids)


def cut(tokenizer: Tokenizer, text: str, span: Span) -> Pieces:
    """The pieces of `span` of `text`."""
    words = span.of(text)
    encoding = tokenizer.encode(words, add_special_tokens=False)
    if not encoding.ids:
        none = np.zeros(0, dtype=np.int32)
        return Pieces(none, none, none, none)
    offsets = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    # The number of the word each piece belongs to: words begin where the tokenizer's count goes up.
    word_of = np.array(encoding.word_ids, dtype=np.int32)
    begins = np.flatnonzero(np.diff(word_of, prepend=-1))
    stops = np.append(begins[1:], len(word_of)) - 1
    shapes = [_shape(words[a:b]) for a, b in zip(starts[begins].tolist(), ends[stops].tolist(), strict=True)]
    sizes = np.diff(np.append(begins, len(word_of)))
    forms = np.repeat(np.array(shapes, dtype=np.int32), sizes) * QUOTING + _quoting(words)[starts]
    return Pieces(np.array(encoding.ids, dtype=np.int32), forms, starts + span.start, ends + span.start)


@lru_cache(maxsize=1 << 16)
def _shape(word: str) -> int:
    if not any(letter.isalnum() for letter in word):
        return PUNCTUATION
    if any(letter.isdigit() for letter in word):
        return DIGITS
    if word.islower() or word.upper() == word.lower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return TITLE if word[0].isupper() and not any(letter.isupper() for letter in word[1:]) else MIXED


def _quoting(words: str) -> npt.NDArray[np.int32]:
    """For each character whether it stands inside double quotation marks (one paragraph at a time)."""
    states = np.zeros(len(words) + 1, dtype=np.int32)
    inside, last = False, 0
    for match in _MARKS.finditer(words):
        start, end = match.span()
        if inside:
            states[last:start] = INSIDE
        states[start:end] = MARK
        mark = match.group()
        inside = mark in _OPENING or (mark not in _CLOSING and not inside)
        last = end
    if inside:
        states[last:] = INSIDE
    return states
