"""Blocks as arrays bring together what shares a key, in documents that are akin, or as a denial."""

from __future__ import annotations

import numpy as np
import pytest

from gainsay.matters import LARGEST_BLOCK
from gainsay.store.blocks import Blocks, _in_blocks


def blocks(*comparables: tuple[int, bool, list[int]]) -> Blocks:
    """Of comparables, told by the place of their document, whether they deny, and their keys."""
    owners = [at for at, (_, _, keys) in enumerate(comparables) for _ in keys]
    return _in_blocks(
        np.arange(100, 100 + len(comparables)),
        np.array([document for document, _, _ in comparables]),
        np.array([denies for _, denies, _ in comparables], dtype=bool),
        np.array(owners, dtype=np.int32),
        np.array([key for _, _, keys in comparables for key in keys], dtype=np.uint32),
    )


@pytest.mark.parametrize(
    ("denies", "akin", "found"),
    [(False, True, [0, 1]), (False, False, [0]), (True, False, [0, 1])],
)
def test_what_shares_a_key_counts_where_documents_are_akin_or_one_denies(
    denies: bool, akin: bool, found: list[int]
) -> None:
    held = blocks((0, False, [7, 8]), (1, denies, [8]), (2, True, [9]))
    assert held.around(0, 1, np.array([[True, akin, akin]])).tolist() == found


def test_documents_before_the_first_are_left_to_their_own_batch() -> None:
    held = blocks((0, True, [7]), (1, True, [7]), (2, True, [7]))
    assert held.around(1, 2, np.ones((1, 3), dtype=bool)).tolist() == [1, 2]


def test_a_crowded_block_brings_nothing_together_and_its_key_is_left_out() -> None:
    held = blocks(*((n, True, [7, 1000 + n]) for n in range(LARGEST_BLOCK + 1)))
    assert held.around(0, 1, np.ones((1, LARGEST_BLOCK + 1), dtype=bool)).tolist() == [0]
    numbers, keys = held.keys_of(np.array([0, 2]))
    assert (numbers.tolist(), keys.tolist()) == ([100, 102], [1000, 1002])
