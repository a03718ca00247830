"""What one document shares with the others that it is compared with, worked out for all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from gainsay.matters.cast import cast
from gainsay.matters.kinship import ONE, Subject

Numbers = np.ndarray[Any, np.dtype[np.int64]]


class Kin:
    """Kinship and cast of pairs of documents. Of one document after another it knows those it was told to look at;
    without `subjects` all documents are on one.
    """

    def __init__(self, subjects: Mapping[str, Subject] | None) -> None:
        self._subjects = subjects
        self._columns: dict[str, int] = {}
        self._rows: dict[str, tuple[Numbers, Numbers]] = {}
        self._own = np.zeros(1024, dtype=np.int64)
        self._known: dict[tuple[str, str], float] = {}
        self._casts: dict[tuple[str, str], float] = {}

    def look_at(self, document: str, others: Collection[str]) -> None:
        """Work out the kinship of a document with each of the others, and forget that of the one before."""
        self._known.clear()
        self._casts.clear()
        if self._subjects is None:
            return
        columns, shares = self._row(document)
        ordered = sorted(others)
        rows = [self._row(other) for other in ordered]
        self._grow()
        self._own[columns] = shares
        products = self._own[np.concatenate([row[0] for row in rows])] * np.concatenate([row[1] for row in rows])
        ends = np.cumsum([len(row[0]) for row in rows])
        sums = np.diff(np.concatenate([[0], np.cumsum(products)])[np.concatenate([[0], ends])])
        self._own[columns] = 0
        self._known = {_pair(document, other): int(s) / ONE**2 for other, s in zip(ordered, sums, strict=True)}

    def of(self, a: str, b: str) -> float:
        """How far two documents are on one subject; one of them is the one looked at."""
        return 1.0 if self._subjects is None or a == b else self._known[_pair(a, b)]

    def cast(self, a: str, b: str) -> float:
        """How far two documents share their names."""
        if self._subjects is None or a == b:
            return 1.0
        pair = _pair(a, b)
        if pair not in self._casts:
            self._casts[pair] = cast(self._subjects.get(a, {}), self._subjects.get(b, {}))
        return self._casts[pair]

    def _row(self, document: str) -> tuple[Numbers, Numbers]:
        """The subject of a document as columns and whole-number shares."""
        if document not in self._rows:
            subject = (self._subjects or {}).get(document, {})
            columns = [self._columns.setdefault(term, len(self._columns)) for term in subject]
            shares = [round(share * ONE) for share in subject.values()]
            self._rows[document] = np.array(columns, dtype=np.int64), np.array(shares, dtype=np.int64)
        return self._rows[document]

    def _grow(self) -> None:
        """Room for every column that there is by now."""
        if len(self._columns) > len(self._own):
            self._own = np.zeros(2 * len(self._columns), dtype=np.int64)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
