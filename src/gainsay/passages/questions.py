"""Records of questions and answers: where the "Q" and the "A" stand before what is asked and answered."""

from __future__ import annotations

import re
from functools import lru_cache

_PAIR = re.compile(r"^[^\S\n]*Q[.:]\s.*\n+[^\S\n]*A[.:]\s", re.MULTILINE)
_LABEL = re.compile(r"(?<![^\n])[^\S\n]*[QA](?=[.:]\s)")


@lru_cache(maxsize=1)  # asked again and again of one document
def question_labels(text: str) -> frozenset[int]:
    """Where the labels of questions and answers begin; none where no question is answered: an "A." may be an initial.

    >>> sorted(question_labels("Q. Where was Holt?\\nA. At the quay.")), question_labels("A. Holt was at the quay.")
    ([0, 19], frozenset())
    """
    return frozenset(found.end() - 1 for found in _LABEL.finditer(text)) if _PAIR.search(text) else frozenset()
