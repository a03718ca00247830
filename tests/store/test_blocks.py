"""Blocks as arrays bring together what shares a key, in documents that are akin, or as a denial."""

from __future__ import annotations

import numpy as np
import pytest

from gainsay.matters import LARGEST_BLOCK
from gainsay.store.blocks import Blocks, _in_blocks


def blocks(*comparables: tuple[int, str, list[int]]) -> Blocks:
    """Of comparables, told by the place of their document, what they are, and their keys."""
    owners = [at for at, (_, _, keys) in enumerate(comparables) for _ in keys]
    return _in_blocks(
        np.arange(100, 100 + len(comparables)),
        np.array([document for document, _, _ in comparables]),
        np.array([kind == "denial" for _, kind, _ in comparables], dtype=bool),
        np.array([kind == "figure" for _, kind, _ in comparables], dtype=bool),
        np.array(owners, dtype=np.int32),
        np.array([key for _, _, keys in comparables for key in keys], dtype=np.uint32),
    )


@pytest.mark.parametrize(
    ("one", "other", "akin", "met"),
    [
        ("claim", "claim", 2, True),
        ("claim", "claim", 1, False),
        ("figure", "figure", 1, True),
        ("figure", "figure", 0, False),
        ("claim", "denial", 0, True),
        ("denial", "denial", 0, False),  # two who deny one thing do not deny each other
    ],
)
def test_what_shares_a_key_is_met_where_it_may_bear_on_one_thing(one: str, other: str, akin: int, met: bool) -> None:
    held = blocks((0, one, [7, 8]), (1, other, [8]), (2, "denial", [9]))
    assert held.around(0, 1, np.array([[2, akin, 0]], dtype=np.int8)).tolist() == ([0, 1] if met else [0])


def test_documents_before_the_first_are_left_to_their_own_batch() -> None:
    held = blocks(*((n, "claim", [7]) for n in range(3)))
    assert held.around(1, 2, np.full((1, 3), 2, dtype=np.int8)).tolist() == [1, 2]


def test_a_crowded_block_brings_nothing_together_and_its_key_is_left_out() -> None:
    held = blocks(*((n, "claim", [7, 1000 + n]) for n in range(LARGEST_BLOCK + 1)))
    assert held.around(0, 1, np.full((1, LARGEST_BLOCK + 1), 2, dtype=np.int8)).tolist() == [0]
    numbers, keys = held.keys_of(np.array([0, 2]))
    assert (numbers.tolist(), keys.tolist()) == ([100, 102], [1000, 1002])
