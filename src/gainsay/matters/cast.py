"""Whether two documents have the same cast: a sharper sign than kinship that they tell of one event.

Reports of two elections or two robberies share their words and not their names. Names are compared word by word, so
that a surname answers to the full name.
"""

from __future__ import annotations

import math

from gainsay.matters.kinship import Subject


def cast(a: Subject, b: Subject) -> float:
    """How much two subjects share of their names, from 0 to 1 (the cosine over the words of names).

    >>> round(cast({"@ana lindqvist": 0.6, "strike": 0.8}, {"@lindqvist": 1.0}), 3)
    0.707
    """
    left, right = _names(a), _names(b)
    lengths = [math.sqrt(sum(x * x for x in one.values())) for one in (left, right)]
    shared = sum(share * right[word] for word, share in left.items() if word in right)
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _names(subject: Subject) -> dict[str, float]:
    found: dict[str, float] = {}
    for term, share in subject.items():
        if term.startswith("@"):
            for word in term[1:].split():
                found[word] = max(found.get(word, 0.0), share)
    return found
