"""From scores of tags to rows of tags."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gainsay.encoder.tags import likeliest, log_softmax, runs, transitions

TAGS = ("O", "B-x", "I-x", "B-y", "I-y")
ROWS = st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.floats(-4, 4, width=32)))


def _best(row: np.ndarray) -> float:
    costs = transitions(TAGS)
    scores = []
    for tags in product(range(len(TAGS)), repeat=len(row)):
        steps = [costs[0, tags[0]], *(costs[a, b] for a, b in pairwise(tags))]
        scores.append(sum(row[i, tag] for i, tag in enumerate(tags)) + sum(steps))
    return float(max(scores))


def _found(rows: list[np.ndarray]) -> list[np.ndarray]:
    bounds = np.cumsum([0, *map(len, rows)]).tolist()
    paragraphs = list(pairwise(bounds))
    found = likeliest(np.concatenate([*rows, np.zeros((0, len(TAGS)), np.float32)]), paragraphs, TAGS)
    return [found[first:last] for first, last in paragraphs]


@settings(deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_the_likeliest_legal_row_is_found_whatever_stands_beside_it(rows: list[np.ndarray]) -> None:
    logs = [log_softmax(row) for row in rows]
    for row, tags in zip(logs, _found(logs), strict=True):
        assert np.isclose(sum(row[i, tag] for i, tag in enumerate(tags)), _best(row), atol=1e-4)


@given(ROWS)
def test_no_name_begins_in_its_middle(row: np.ndarray) -> None:
    (tags,) = _found([row])
    before = [0, *tags[:-1]]
    costs = transitions(TAGS)
    assert all(costs[a, b] == 0 for a, b in zip(before, tags, strict=True))


SURELY_OUTSIDE = np.array([[20, 0, 0, 0, 0]] * 2, dtype=np.float32)


@settings(deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4))
def test_pieces_that_are_surely_outside_part_a_row(rows: list[np.ndarray]) -> None:
    whole = log_softmax(np.concatenate([part for row in rows for part in (row, SURELY_OUTSIDE)]))
    (tags,) = _found([whole])
    outside = float(log_softmax(SURELY_OUTSIDE)[:, 0].sum())
    apart = sum(_best(log_softmax(row)) + outside for row in rows)
    assert np.isclose(sum(whole[i, tag] for i, tag in enumerate(tags)), apart, atol=1e-3)


def test_nothing_has_no_tags() -> None:
    assert [row.tolist() for row in _found([np.zeros((0, len(TAGS)), np.float32)])] == [[]]


def test_runs_name_their_kind() -> None:
    assert runs(np.array([1, 2, 0, 3, 1]), TAGS) == [(0, 2, "x"), (3, 4, "y"), (4, 5, "x")]
