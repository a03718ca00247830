"""Subjects turned round: from a word or a name to the documents that have it, as arrays that hold a large edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from gainsay.matters.subjects.kinship import AKIN, ONE, STRANGERS, Subject

Levels = np.ndarray[Any, np.dtype[np.int8]]
Kinships = np.ndarray[Any, np.dtype[np.float64]]


class Postings:
    """The documents by what they are about."""

    def __init__(self, documents: Iterable[str], subjects: Mapping[str, Subject]) -> None:
        self.documents = sorted(documents)
        self._subjects = subjects
        terms = [subjects[document].terms for document in self.documents]
        hashes = np.concatenate([np.zeros(0, dtype=np.uint32), *(hashes for hashes, _ in terms)])
        order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[order]
        self._owners = np.repeat(np.arange(len(terms), dtype=np.int32), [len(one) for one, _ in terms])[order]
        self._shares = np.concatenate([np.zeros(0, dtype=np.uint16), *(shares for _, shares in terms)])[order]

    def kinships(self, document: str) -> Kinships:
        """How much the subject of a document shares with those of all, in the order of `documents`.

        >>> told = {"a": {"strike": 1.0}, "b": {"strike": 0.6, "@holt": 0.8}, "c": {}}
        >>> subjects = {document: Subject.of(words) for document, words in told.items()}
        >>> Postings(["a", "b", "c"], subjects).kinships("a").tolist()
        [1.0, 0.6, 0.0]
        """
        found = np.zeros(len(self.documents), dtype=np.int64)
        hashes, shares = self._subjects[document].terms
        begins, ends = (np.searchsorted(self._hashes, hashes, side=side).tolist() for side in ("left", "right"))
        for begin, end, share in zip(begins, ends, shares.tolist(), strict=True):
            found[self._owners[begin:end]] += share * self._shares[begin:end].astype(np.int64)
        return found / ONE**2


class Akin:
    """How near in subject the documents of an edition are: found by the words and names that they share."""

    def __init__(self, subjects: Mapping[str, Subject]) -> None:
        self._postings = Postings(subjects, subjects)

    def to(self, document: str) -> Levels:
        """Of each document, in the order of their ids: 2 where it is `AKIN` to this one, 1 where no stranger, else 0.

        >>> told = {"a": {"strike": 1.0}, "b": {"strike": 0.15, "@holt": 0.99}, "c": {"@holt": 1.0}}
        >>> Akin({document: Subject.of(words) for document, words in told.items()}).to("a").tolist()
        [2, 1, 0]
        """
        kin = self._postings.kinships(document)
        return (kin >= STRANGERS).astype(np.int8) + (kin >= AKIN)
