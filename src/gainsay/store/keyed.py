"""The blocking keys of all comparables, as they are kept and as arrays.

A row holds those of a thousand comparables: as rows of their own, the keys were the greatest part of an edition, and to
go over all of them at once takes less than to ask for a few hundred.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, func, select

from gainsay.matters import KEY_BYTES, LARGEST_BLOCK
from gainsay.store import schema
from gainsay.store.writing import among, fetch_rows, fill_wanted, write_stored

PART = 1024  # comparables of a row, those of following numbers
_SIZE, _KEY = "<u4", f"<u{KEY_BYTES}"
_PARTS = 1 << 40  # more no edition has, and numbers of comparables stay such as arrays hold
_SIZES = PART * np.dtype(_SIZE).itemsize
_LAST = 0xFFFF  # the bits of a key that tell it from most others
_TABLE = schema.blocking_keys

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Places = Numbers
Keys = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Keyed:
    """Comparables with their keys: `numbers` are all that the comparison has seen, in order; `owners` and `keys` are
    the number of a comparable and one of its keys, all keys of one after the other, in the order of the numbers.
    """

    numbers: Numbers
    owners: Numbers
    keys: Keys

    def blocks_of(self, numbers: Collection[int]) -> Numbers:
        """The comparables that share a block with these; such as have keys among them."""
        own = [self.keys[self._of(number)] for number in numbers]
        wanted = np.unique(np.concatenate(own)) if own else np.zeros(0, dtype=_KEY)
        return np.unique(self.owners[_found(self.keys, wanted)])

    def keys_of(self, number: int) -> list[int]:
        """The keys of one comparable, in their order."""
        found: list[int] = self.keys[self._of(number)].tolist()
        return found

    def _of(self, number: int) -> slice:
        return slice(*np.searchsorted(self.owners, [number, number + 1]))

    def crowded(self) -> list[int]:
        """The keys of the blocks larger than `LARGEST_BLOCK`, in order."""
        keys, sizes = np.unique(self.keys, return_counts=True)
        found: list[int] = keys[sizes > LARGEST_BLOCK].tolist()
        return found

    def without(self, keys: Iterable[int]) -> Keyed:
        """The same without these keys."""
        kept = np.ones(len(self.keys), dtype=bool)
        kept[_found(self.keys, _as_keys(keys))] = False
        return Keyed(self.numbers, self.owners[kept], self.keys[kept])

    def only(self, keys: Iterable[int]) -> Keyed:
        """The same with these keys alone."""
        kept = _found(self.keys, _as_keys(keys))
        return Keyed(self.numbers, self.owners[kept], self.keys[kept])


def _found(keys: Keys, wanted: Keys) -> Places:
    """The places of the keys that are among the wanted ones, which are in order. Keys are as good as random, so that
    their last bits tell nearly all others at once.

    >>> _found(np.array([3, 1, 9]), np.array([1, 3])).tolist()
    [0, 1]
    """
    if not len(wanted):
        return np.zeros(0, dtype=np.int64)
    likely = np.zeros(_LAST + 1, dtype=bool)
    likely[wanted & _LAST] = True
    places = np.flatnonzero(likely[keys & _LAST])
    at = np.minimum(np.searchsorted(wanted, keys[places]), len(wanted) - 1)
    found: Places = places[wanted[at] == keys[places]]
    return found


def _as_keys(keys: Iterable[int]) -> Keys:
    return np.array(sorted(keys), dtype=_KEY)


def load_keyed(connection: Connection) -> Keyed:
    """All comparables that the comparison has seen."""
    query = select(_TABLE.c.part, _TABLE.c["keys"]).order_by(_TABLE.c.part)
    numbers, owners, keys = [], [], []
    for part, data in fetch_rows(connection, query):
        sizes, found = _opened(part, data)
        seen = np.flatnonzero(sizes)
        numbers.append(part * PART + seen)
        owners.append(np.repeat(numbers[-1], sizes[seen] - 1))
        keys.append(found)
    nothing = np.zeros(0, dtype=np.int64)
    return Keyed(
        np.concatenate([nothing, *numbers]),
        np.concatenate([nothing, *owners]),
        np.concatenate([np.zeros(0, dtype=_KEY), *keys]),
    )


def load_unkeyed(connection: Connection) -> list[int]:
    """The numbers of the comparables that the comparison has not seen, in their order."""
    number = schema.comparables.c.number
    part = number // PART
    seen = load_keyed(connection).numbers
    parts, counts = np.unique(seen // PART, return_counts=True)
    known = dict(zip(parts.tolist(), counts.tolist(), strict=True))
    counted = fetch_rows(connection, select(part, func.count()).group_by(part))
    found: list[int] = []
    for one in sorted(at for at, count in counted if count != known.get(at)):
        first, end = np.searchsorted(seen, [one * PART, (one + 1) * PART])
        within = select(number).where(number >= one * PART, number < (one + 1) * PART)
        found += sorted({*connection.scalars(within)}.difference(seen[first:end].tolist()))
    return found


def add_keys(connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
    """Put comparables, by their numbers, into the blocks of their keys."""
    parts = _load_parts(connection, keys)
    for number, found in keys.items():
        parts.setdefault(number // PART, {})[number % PART] = np.array(found, dtype=_KEY)
    _write_parts(connection, parts)


def drop_keys(connection: Connection, numbers: Iterable[int]) -> None:
    """Take comparables out of their blocks: the comparison has not seen them."""
    numbers = list(numbers)
    parts = _load_parts(connection, numbers)
    for number in numbers:
        parts.get(number // PART, {}).pop(number % PART, None)
    _write_parts(connection, parts)


_Part = dict[int, Keys]
"""The keys of comparables by their places in a row."""


def _load_parts(connection: Connection, numbers: Iterable[int]) -> dict[int, _Part]:
    """The rows in which these comparables stand or would stand, by their numbers, as far as they are kept."""
    fill_wanted(connection, {number // PART for number in numbers})
    rows = fetch_rows(connection, select(_TABLE.c.part, _TABLE.c["keys"]).where(among(_TABLE.c.part)))
    return {part: _unpacked(*_opened(part, data)) for part, data in rows}


def _write_parts(connection: Connection, parts: Mapping[int, _Part]) -> None:
    fill_wanted(connection, parts)
    connection.execute(delete(_TABLE).where(among(_TABLE.c.part)))
    write_stored(connection, _TABLE, [(part, _packed(kept)) for part, kept in sorted(parts.items()) if kept])


def _packed(part: _Part) -> bytes:
    """How many keys each has, and one more, so that nought says that it was not seen; then the keys."""
    sizes = np.zeros(PART, dtype=_SIZE)
    for at, keys in part.items():
        sizes[at] = len(keys) + 1
    return sizes.tobytes() + b"".join([part[at].tobytes() for at in sorted(part)])


def _opened(part: int, data: bytes) -> tuple[Numbers, Keys]:
    """What `_packed` made: the sizes and the keys. Raises ValueError for what it never made."""
    if 0 <= part < _PARTS and len(data) >= _SIZES:
        sizes = np.frombuffer(data, dtype=_SIZE, count=PART).astype(np.int64)
        if len(data) == _SIZES + KEY_BYTES * int(np.maximum(sizes - 1, 0).sum()):
            return sizes, np.frombuffer(data, dtype=_KEY, offset=_SIZES)
    raise ValueError(f"the blocking keys of part {part} are damaged")


def _unpacked(sizes: Numbers, keys: Keys) -> _Part:
    ends = np.cumsum(np.maximum(sizes - 1, 0))
    seen = np.flatnonzero(sizes)
    return {int(at): keys[ends[at] - sizes[at] + 1 : ends[at]] for at in seen}
