"""Whether two documents have the same cast: a sharper sign than kinship that they tell of one event.

Reports of two elections or two robberies share their words and not their names. Names are compared word by word, so
that a surname answers to the full name.
"""

from __future__ import annotations

import numpy as np

from gainsay.matters.subjects.kinship import Subject, product


def cast(a: Subject, b: Subject) -> float:
    """How much two subjects share of their names, from 0 to 1 (the cosine over the words of names).

    >>> round(cast(Subject.of({"@ana lindqvist": 0.6, "strike": 0.8}), Subject.of({"@lindqvist": 1.0})), 3)
    0.707
    """
    left, right = a.names, b.names
    lengths = [float(np.linalg.norm(shares.astype(np.float64))) for _, shares in (left, right)]
    return product(left, right) / (lengths[0] * lengths[1]) if all(lengths) else 0.0
