"""All blocks of an edition at once, as arrays: for comparing all documents, which would ask for most of them again and
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import numpy as np
from sqlalchemy import Connection, select

from gainsay.matters import LARGEST_BLOCK
from gainsay.matters.comparable import ComparableKind
from gainsay.store import schema
from gainsay.store.blocking import DENYING
from gainsay.store.ids import from_stored
from gainsay.store.keyed import load_keyed
from gainsay.store.packed import OneOf
from gainsay.store.writing import fetch_some

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Levels = np.ndarray[Any, np.dtype[np.int8]]
Wide = np.ndarray[Any, Any]

FIGURE = OneOf(get_args(ComparableKind)).stored("figure")  # as it is kept


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """The comparables of an edition in the order of their numbers, and the blocks that they share, without crowded
    ones. Documents are told by their places in the order of their ids.

    `denying` are claims that deny, `figures` what is counted. `owners` and `keys` are the comparables (by place) and
    the keys of each, one after the other; `order` are the places in these in the order of the keys, in which the block
    of the entry `e` begins at `begins[e]` and has `sizes[e]`.
    """

    numbers: Numbers
    documents: Wide
    denying: Flags
    figures: Flags
    owners: Wide
    keys: Wide
    order: Wide
    begins: Wide
    sizes: Wide

    def around(self, first: int, last: int, akin: Levels) -> Numbers:
        """The comparables (by place) of the documents from the place `first` up to `last`, and what shares a block with
        them in documents from `first` on, if they may bear on one thing (`comparing._can_bear`): where documents are
        not akin, only figures of such as are no strangers, and a denial and what it may deny.

        `akin` has a row for each of these documents, and says of all how near they are (`matters.Akin`).
        """
        own = (self.documents >= first) & (self.documents < last)
        entries = np.flatnonzero(own[self.owners])
        sizes = self.sizes[entries].astype(np.int64)
        entries = np.repeat(entries, sizes)
        within = np.arange(len(entries)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        left, right = self.owners[entries], self.owners[self.order[self.begins[entries] + within]]
        later = self.documents[right] >= first
        left, right = left[later], right[later]
        kin = akin[self.documents[left] - first, self.documents[right]]
        bearing = (kin > 1) | (self.figures[left] & (kin > 0)) | (self.denying[left] ^ self.denying[right])
        own[right[bearing]] = True
        return np.flatnonzero(own)

    def keys_of(self, places: Numbers) -> tuple[Wide, Wide]:
        """The entries of these comparables: the number of each, and its key."""
        among = np.zeros(len(self.numbers), dtype=bool)
        among[places] = True
        entries = np.flatnonzero(among[self.owners])
        return self.numbers[self.owners[entries]], self.keys[entries]


def load_blocks(connection: Connection, documents: list[str]) -> Blocks:
    """The blocks; `documents` are the ids of all documents, in order."""
    place = {document: at for at, document in enumerate(documents)}
    numbers, where, denying, figures = [], [], [], []
    for some in _rows(connection):
        numbers.append(np.array([row[0] for row in some], dtype=np.int64))
        where.append(np.array([place[from_stored(row[1], "doc")] for row in some], dtype=np.int32))
        denying.append(np.array([bool(row[2]) for row in some], dtype=bool))
        figures.append(np.array([row[3] == FIGURE for row in some], dtype=bool))
    number, document, denies, figure = (_joined(parts) for parts in (numbers, where, denying, figures))
    keyed = load_keyed(connection)
    owners = np.searchsorted(number, keyed.owners).astype(np.int32)
    keys = keyed.keys
    return _in_blocks(number, document, denies, figure, owners, keys)


def _in_blocks(numbers: Numbers, documents: Wide, denying: Flags, figures: Flags, owners: Wide, keys: Wide) -> Blocks:
    """The crowded blocks left out, the others in the order of their keys."""
    _, block, counted = np.unique(keys, return_inverse=True, return_counts=True)
    room = counted[block] <= LARGEST_BLOCK
    owners, keys, block = owners[room], keys[room], block[room].astype(np.int32)
    order = np.argsort(block, kind="stable").astype(np.int32)
    held = np.bincount(block, minlength=len(counted))
    begins = (np.cumsum(held) - held)[block].astype(np.int32)
    return Blocks(numbers, documents, denying, figures, owners, keys, order, begins, held[block].astype(np.int32))


def _joined(parts: list[Any]) -> Any:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)


def _rows(connection: Connection) -> Iterator[list[Any]]:
    c, s = schema.comparables.c, schema.statements.c
    joined = select(c.number, s.document, DENYING, c.kind).join(schema.statements, s.number == c.statement)
    return fetch_some(connection, joined.order_by(c.number))
