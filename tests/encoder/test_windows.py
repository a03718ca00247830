"""How a document is laid out in windows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gainsay.encoder.pieces import Pieces
from gainsay.encoder.windows import OVERLAP, WINDOW, windows

HEAD, END = 1, 2


def _pieces(size: int) -> Pieces:
    row = np.arange(size, dtype=np.int32)
    return Pieces(row + 10, np.zeros(size, dtype=np.int32), row, row + 1)


@given(st.lists(st.integers(0, 900), max_size=12))
def test_every_piece_is_read_in_exactly_one_window(sizes: list[int]) -> None:
    places = [window.places for window in windows([_pieces(size) for size in sizes], HEAD, END)]
    read = np.concatenate(places) if places else np.zeros(0, dtype=np.int32)
    assert sorted(read[read >= 0].tolist()) == list(range(sum(sizes)))


@given(st.lists(st.integers(0, 900), max_size=12))
def test_no_window_is_longer_than_the_model_was_trained_for(sizes: list[int]) -> None:
    assert all(len(window.ids) <= WINDOW for window in windows([_pieces(size) for size in sizes], HEAD, END))


def test_short_paragraphs_share_a_window_with_a_mark_after_each() -> None:
    (window,) = windows([_pieces(2), _pieces(1)], HEAD, END)
    assert window.ids.tolist() == [HEAD, 10, 11, END, 10, END]
    assert window.places.tolist() == [-1, 0, 1, -1, 2, -1]


def test_a_piece_of_a_long_paragraph_is_read_far_from_the_edges_of_its_window() -> None:
    size = 2000
    for window in windows([_pieces(size)], HEAD, END):
        kept = np.flatnonzero(window.places >= 0)
        first, last = window.places[kept[0]], window.places[kept[-1]]
        assert first == 0 or kept[0] >= OVERLAP // 2
        assert last == size - 1 or len(window.ids) - kept[-1] > OVERLAP // 2
