"""What one document shares with the others that it is compared with, worked out for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from gainsay.matters.subjects.cast import cast
from gainsay.matters.subjects.kinship import ONE, Subject

NOTHING = Subject.of({})


class Kin:
    """Kinship and cast of pairs of documents. Of one document after another it knows those it was told to look at;
    without `subjects` all documents are on one.
    """

    def __init__(self, subjects: Mapping[str, Subject] | None) -> None:
        self._subjects = subjects
        self._known: dict[tuple[str, str], float] = {}
        self._casts: dict[tuple[str, str], float] = {}

    def look_at(self, document: str, others: Collection[str]) -> None:
        """Work out the kinship of a document with each of the others, and forget that of the one before."""
        self._known.clear()
        self._casts.clear()
        hashes, shares = self._subject(document).terms
        if self._subjects is None or not len(hashes):
            self._known = {_pair(document, other): 0.0 for other in others}
            return
        terms = [self._subject(other).terms for other in others]
        theirs = np.concatenate([one for one, _ in terms])
        at = np.minimum(np.searchsorted(hashes, theirs), len(hashes) - 1)
        products = np.where(hashes[at] == theirs, shares[at].astype(np.int64), 0)
        products *= np.concatenate([one for _, one in terms])
        ends = np.cumsum([0, *(len(one) for one, _ in terms)])
        sums = np.diff(np.concatenate([[0], np.cumsum(products)])[ends])
        self._known = {_pair(document, other): int(s) / ONE**2 for other, s in zip(others, sums, strict=True)}

    def of(self, a: str, b: str) -> float:
        """How far two documents are on one subject; one of them is the one looked at."""
        return 1.0 if self._subjects is None or a == b else self._known[_pair(a, b)]

    def cast(self, a: str, b: str) -> float:
        """How far two documents share their names."""
        if self._subjects is None or a == b:
            return 1.0
        pair = _pair(a, b)
        if pair not in self._casts:
            self._casts[pair] = cast(self._subject(a), self._subject(b))
        return self._casts[pair]

    def _subject(self, document: str) -> Subject:
        return (self._subjects or {}).get(document, NOTHING)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
