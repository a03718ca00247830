"""Word pieces: what the model reads of a text, with the characters each piece stands for."""

from __future__ import annotations

from collections.abc import Iterable
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

_OPENING = frozenset("“„«‟❝")
_CLOSING = frozenset("”»❞")
_STRAIGHT = frozenset('"＂')
_MARKS = _OPENING | _CLOSING | _STRAIGHT


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
    """The pieces of `span` of `text`.

    Two apostrophes or backticks in a row count as one double mark, as the wire agencies type them.
    """
    words = span.of(text)
    encoding = tokenizer.encode(words, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2)
    word_of = encoding.word_ids
    forms = np.zeros(len(offsets), dtype=np.int32)
    quoting = _quoting(words)
    previous: int | None = -1
    shape = LOWER
    spans = _word_spans(word_of, offsets)
    for index, word in enumerate(word_of):
        if word != previous:
            shape = _shape(words[slice(*spans[word])])
            previous = word
        forms[index] = shape * QUOTING + quoting[offsets[index, 0]]
    return Pieces(np.array(encoding.ids, dtype=np.int32), forms, offsets[:, 0] + span.start, offsets[:, 1] + span.start)


def _word_spans(word_of: Iterable[int | None], offsets: Ints) -> dict[int | None, tuple[int, int]]:
    spans: dict[int | None, tuple[int, int]] = {}
    for word, (start, end) in zip(word_of, offsets.tolist(), strict=True):
        spans[word] = (spans[word][0], end) if word in spans else (start, end)
    return spans


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


def _quoting(words: str) -> npt.NDArray[np.int8]:
    """For each character whether it stands inside double quotation marks (one paragraph at a time)."""
    states = np.zeros(len(words) + 1, dtype=np.int8)
    if not any(mark in words for mark in _MARKS) and "''" not in words and "``" not in words:
        return states
    inside = False
    skip = -1
    for index, letter in enumerate(words):
        double = letter in "'`" and words[index : index + 2] in ("''", "``")
        if index == skip:
            states[index] = MARK
        elif letter in _MARKS or double:
            states[index] = MARK
            inside = letter in _OPENING or words[index : index + 2] == "``" or (letter not in _CLOSING and not inside)
            skip = index + 1 if double else -1
        else:
            states[index] = INSIDE if inside else OUTSIDE
    return states
