"""Which piece points to which."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from gainsay.encoder.layout import BUCKETS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

FARTHEST = 4096
"""Pieces. Long before that all distances are in the last bucket."""


def by_distance(near: Floats, distances: npt.NDArray[np.integer]) -> Floats:
    """What `near` tells of each distance; `near` has a number for each distance, as `spread` makes it."""
    return np.asarray(near[np.minimum(np.maximum(distances, -FARTHEST), FARTHEST) + FARTHEST])


def spread(near: Floats) -> Floats:
    """A number for each bucket as a number for each distance from -FARTHEST to FARTHEST."""
    return np.asarray(near[_TABLE])


def buckets(distances: npt.NDArray[np.integer]) -> Ints:
    """The bucket of each distance: 0 … BUCKETS - 1 forward, then as many backward.

    The first eight distances have each their own, the rest grow by powers: 8–10, 11–15, 16–22 …

    >>> buckets(np.array([0, 1, 8, -1])).tolist()
    [0, 1, 8, 25]
    """
    return np.asarray(_TABLE[np.minimum(np.maximum(distances, -FARTHEST), FARTHEST) + FARTHEST])


def _table() -> Ints:
    """The buckets of all distances from -FARTHEST to FARTHEST: to look them up is four times as quick."""
    distances = np.arange(-FARTHEST, FARTHEST + 1)
    far = np.abs(distances)
    coarse = 8 + np.floor(2 * np.log2(np.maximum(far, 8) / 8)).astype(np.int64)
    bucket = np.where(far < 8, far, np.minimum(coarse, BUCKETS - 1))
    return np.asarray(np.where(distances < 0, bucket + BUCKETS, bucket), dtype=np.int64)


_TABLE = _table()
