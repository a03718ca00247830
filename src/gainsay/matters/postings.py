"""Subjects turned round: from a word or a name to the documents that have it, as arrays that hold a large edition."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

import numpy as np

from gainsay.matters.kinship import AKIN, ONE, STRANGERS, Subject

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Levels = np.ndarray[Any, np.dtype[np.int8]]


class Postings:
    """The documents by what they are about. Shares are taken as whole numbers of `steps` to one, so that their products
    add up exactly, in any order.

    >>> held = Postings(["a", "b", "c"], {"a": {"strike": 1.0}, "b": {"strike": 0.6, "@holt": 0.8}, "c": {}}, steps=10)
    >>> held.products("a").tolist()
    [100, 60, 0]
    """

    def __init__(self, documents: Iterable[str], subjects: Mapping[str, Subject], steps: int) -> None:
        self.documents = sorted(documents)
        self._subjects = subjects
        self._steps = steps
        self._columns: dict[str, int] = defaultdict(count().__next__)
        columns, shares, sizes = array("i"), array("d"), array("i")
        for document in self.documents:
            subject = subjects.get(document, {})
            columns.extend(map(self._columns.__getitem__, subject))
            shares.extend(subject.values())
            sizes.append(len(subject))
        column = np.array(columns, dtype=np.int32)
        order = np.argsort(column, kind="stable")
        self._owners = np.repeat(np.arange(len(self.documents), dtype=np.int32), sizes)[order]
        self._shares = np.rint(np.array(shares) * steps).astype(np.int32)[order]
        self._begins = np.searchsorted(column[order], np.arange(len(self._columns) + 1)).tolist()

    def products(self, document: str) -> Numbers:
        """The products of the subject of a document with those of all, in the order of `documents`, `steps` squared to
        one.
        """
        found = np.zeros(len(self.documents), dtype=np.int64)
        for term, share in self._subjects.get(document, {}).items():
            column = self._columns.get(term)
            if column is not None:
                of = slice(self._begins[column], self._begins[column + 1])
                found[self._owners[of]] += round(share * self._steps) * self._shares[of]
        return found


class Akin:
    """How near in subject the documents of an edition are: found by the words and names that they share."""

    def __init__(self, subjects: Mapping[str, Subject]) -> None:
        self._postings = Postings(subjects, subjects, ONE)

    def to(self, document: str) -> Levels:
        """Of each document, in the order of their ids: 2 where it is `AKIN` to this one, 1 where no stranger, else 0.

        >>> Akin({"a": {"strike": 1.0}, "b": {"strike": 0.15, "@holt": 0.99}, "c": {"@holt": 1.0}}).to("a").tolist()
        [2, 1, 0]
        """
        kin = self._postings.products(document) / ONE**2
        return (kin >= STRANGERS).astype(np.int8) + (kin >= AKIN)
