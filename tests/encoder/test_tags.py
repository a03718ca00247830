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


@settings(deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_the_likeliest_legal_row_is_found_whatever_stands_beside_it(rows: list[np.ndarray]) -> None:
    logs = [log_softmax(row) for row in rows]
    for row, tags in zip(logs, likeliest(logs, TAGS), strict=True):
        assert np.isclose(sum(row[i, tag] for i, tag in enumerate(tags)), _best(row), atol=1e-4)


@given(ROWS)
def test_no_name_begins_in_its_middle(row: np.ndarray) -> None:
    (tags,) = likeliest([row], TAGS)
    before = [0, *tags[:-1]]
    costs = transitions(TAGS)
    assert all(costs[a, b] == 0 for a, b in zip(before, tags, strict=True))


def test_runs_name_their_kind() -> None:
    assert runs(np.array([1, 2, 0, 3, 1]), TAGS) == [(0, 2, "x"), (3, 4, "y"), (4, 5, "x")]
