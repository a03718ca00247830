"""Logistic regression by Newton's method, for the small tables of weights that are fitted here."""

from __future__ import annotations

from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float64]]
_STEPS = 50


def fit(rows: Floats, right: Floats, ridge: float, counts: Floats | None = None, free: int = 0) -> Floats:
    """Weights [columns] for `rows` [n, columns] and `right` [n] (0 or 1), each row counting as often as `counts` says.

    `ridge` is the L2 penalty, from which the first `free` columns are exempt.
    """
    often = np.ones(len(rows)) if counts is None else counts
    penalty = np.full(rows.shape[1], ridge)
    penalty[:free] = 0
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        curve = rows.T @ (rows * (often * chance * (1 - chance))[:, None]) + np.diag(penalty)
        weights += np.linalg.solve(curve, rows.T @ (often * (right - chance)) - penalty * weights)
    return weights
