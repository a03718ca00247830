"""The blocking keys of comparables come back as they were given, wherever they stand, and damaged ones are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, update

from gainsay.matters import LARGEST_BLOCK
from gainsay.store import schema
from gainsay.store.address import as_address
from gainsay.store.keyed import PART, _opened, _packed, _unpacked, add_keys, drop_keys, load_keyed
from gainsay.store.store import Store


@pytest.fixture
def edition(anywhere: str) -> Iterator[Connection]:
    with closing(Store(as_address(anywhere), write=True)) as store, store.begin() as connection:
        yield connection


def test_keys_come_back_in_their_order_and_across_rows(edition: Connection) -> None:
    add_keys(edition, {3: [9, 7], PART - 1: [7], PART: [2**31 - 1, 0], 5 * PART + 2: []})
    add_keys(edition, {4: [7, 8]})
    keyed = load_keyed(edition)
    assert keyed.numbers.tolist() == [3, 4, PART - 1, PART, 5 * PART + 2]
    assert [keyed.keys_of(number) for number in (3, 4, PART, 5 * PART + 2, 77)] == [
        [9, 7],
        [7, 8],
        [2**31 - 1, 0],
        [],
        [],
    ]
    assert keyed.blocks_of({3}).tolist() == [3, 4, PART - 1]
    assert keyed.blocks_of({PART}).tolist() == [PART]
    assert not len(keyed.blocks_of([]))


def test_what_is_taken_out_was_not_seen(edition: Connection) -> None:
    add_keys(edition, {1: [5], 2: [5], PART: [5]})
    drop_keys(edition, [2, PART, 900])
    assert load_keyed(edition).numbers.tolist() == [1]
    assert load_keyed(edition).blocks_of([1]).tolist() == [1]
    drop_keys(edition, [1])
    assert edition.scalar(schema.blocking_keys.select()) is None


def test_crowded_blocks_can_be_left_out(edition: Connection) -> None:
    add_keys(edition, {number: [5, 100 + number] for number in range(LARGEST_BLOCK + 1)})
    keyed = load_keyed(edition)
    assert keyed.crowded() == [5]
    assert keyed.without([5]).blocks_of([1]).tolist() == [1]
    assert keyed.only([5, 101]).keys_of(1) == [5, 101]
    assert keyed.only([101]).crowded() == []


def test_damaged_keys_are_told(edition: Connection) -> None:
    add_keys(edition, {1: [5]})
    for damaged in (b"", b"\x07\x07", b"\x07" * 4 * PART):
        edition.execute(update(schema.blocking_keys).values({"keys": damaged}))
        with pytest.raises(ValueError, match="part 0 are damaged"):
            load_keyed(edition)
    edition.execute(update(schema.blocking_keys).values({"part": 2**62}))
    with pytest.raises(ValueError, match="are damaged"):
        load_keyed(edition)


def test_a_long_clause_may_have_very_many_keys(edition: Connection) -> None:
    add_keys(edition, {2: range(100_000), 3: [7]})
    keyed = load_keyed(edition)
    assert len(keyed.keys_of(2)) == 100_000
    assert keyed.blocks_of([3]).tolist() == [2, 3]


@given(st.dictionaries(st.integers(0, PART - 1), st.lists(st.integers(0, 2**31 - 1), max_size=30), max_size=20))
def test_a_row_holds_what_was_put_into_it(part: dict[int, list[int]]) -> None:
    packed = _packed({at: np.array(keys, dtype="<u4") for at, keys in part.items()})
    assert {at: keys.tolist() for at, keys in _unpacked(*_opened(0, packed)).items()} == part
