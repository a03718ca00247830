"""Windows: how the pieces of a document are laid out for the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from gainsay.encoder.pieces import FORMS, Ints, Pieces

# Pieces a window holds, with the marks at its head and end. The model was trained with windows of this size.
WINDOW = 256
# How far two windows of one long paragraph overlap: a piece is read where it stands farthest from an edge, so it has
# at least half of this on either side.
OVERLAP = 96
# The form given to the marks that are no words.
_NO_FORM = FORMS


@dataclass(frozen=True, slots=True)
class Window:
    """`ids`, `forms`: int32 [t]. `places`: int32 [t], the piece's number in the document, -1 for marks and for pieces
    that another window reads."""

    ids: Ints
    forms: Ints
    places: Ints


def windows(paragraphs: Sequence[Pieces], head: int, end: int) -> Iterator[Window]:
    """Whole paragraphs packed as long as they fit, `end` between them; a longer one alone in overlapping windows.

    `head` and `end` are the vocabulary's marks for the head of a window and the end of a paragraph. Pieces are numbered
    through the paragraphs in order.
    """
    room = WINDOW - 1
    packed: list[tuple[Pieces, int]] = []
    used, first = 0, 0
    for pieces in paragraphs:
        size = len(pieces) + 1
        if packed and used + size > room:
            yield _pack(packed, head, end)
            packed, used = [], 0
        if size > room:
            yield from _long(pieces, first, head, end)
        elif len(pieces):
            packed.append((pieces, first))
            used += size
        first += len(pieces)
    if packed:
        yield _pack(packed, head, end)


def _pack(paragraphs: Sequence[tuple[Pieces, int]], head: int, end: int) -> Window:
    mark, nowhere = np.array([end]), np.array([-1])
    ids, forms, places = [np.array([head])], [np.array([_NO_FORM])], [nowhere]
    for pieces, first in paragraphs:
        ids += [pieces.ids, mark]
        forms += [pieces.forms, np.array([_NO_FORM])]
        places += [np.arange(first, first + len(pieces)), nowhere]
    return Window(*(np.concatenate(part).astype(np.int32) for part in (ids, forms, places)))


def _long(pieces: Pieces, first: int, head: int, end: int) -> Iterator[Window]:
    body = WINDOW - 2
    step = body - OVERLAP
    size = len(pieces)
    starts = [*range(0, size - body, step), size - body]
    for number, start in enumerate(starts):
        lower = 0 if number == 0 else (starts[number - 1] + body + start) // 2
        upper = size if number == len(starts) - 1 else (start + body + starts[number + 1]) // 2
        places = np.arange(start, start + body)
        kept = np.where((places >= lower) & (places < upper), places + first, -1)
        whole = slice(start, start + body)
        yield Window(
            np.concatenate([[head], pieces.ids[whole], [end]]).astype(np.int32),
            np.concatenate([[_NO_FORM], pieces.forms[whole], [_NO_FORM]]).astype(np.int32),
            np.concatenate([[-1], kept, [-1]]).astype(np.int32),
        )
