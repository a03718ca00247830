"""Which statements of an edition are near each other in meaning, kept up to date with its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection

from gainsay.matters import Comparable, Nearness, SentenceVectors, Subject
from gainsay.matters.nearness import LEVELS, least_kin, level, lowest
from gainsay.store.blocking import numbers_of_statements
from gainsay.store.nearness import (
    Counted,
    StoredRows,
    load_counted,
    load_documents_with_vectors,
    load_vectors,
    save_counted,
)

Pairs = list[tuple[str, str]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


class Near:
    """The near statements of the documents that a model has read.

    From which nearness on two statements are compared depends on all pairs of the edition. Their number is kept, and
    counted on for documents that are new; where one is gone all are counted again. `moved` says that another level
    holds than before, so that everything has to be compared anew.
    """

    def __init__(self, connection: Connection, fresh: Collection[str], subjects: Mapping[str, Subject]) -> None:
        self._connection = connection
        self._rows = StoredRows(connection)
        documents = load_documents_with_vectors(connection)
        self._space = Nearness(documents, subjects, self._rows)
        before = load_counted(connection)
        now = self._counted(documents, documents & set(fresh), before)
        self._level = now.level
        self.moved = _bar(before) != _bar(now) and bool(documents or before)
        if documents or before:
            save_counted(connection, now)

    def _counted(self, documents: set[str], fresh: set[str], before: Counted | None) -> Counted:
        gone = before is None or len(documents) - len(fresh) != before.documents
        if before is None or gone or _bounds(before.documents) != _bounds(len(documents)) or _is_old(before):
            before, fresh = Counted(0, 0, (), 0), documents
        statements = before.statements + sum(len(self._space.statements(document)) for document in sorted(fresh))
        added = self._space.counts(fresh)
        pairs = tuple(a + b for a, b in zip(before.pairs, added, strict=True)) if before.pairs else added
        return Counted(len(documents), statements, pairs, level(pairs, statements, lowest(len(documents))))

    def pairs_from(self, documents: Collection[str]) -> tuple[Numbers, set[int]]:
        """The pairs of near statements whose lesser document is one of these, by the numbers of the statements, and the
        numbers of all comparables of theirs.
        """
        found = [np.zeros((0, 2), dtype=np.int64)]
        for left, right, rows, columns in self._space.places(self._level, documents):
            found.append(np.column_stack([self._numbered(left, rows), self._numbered(right, columns)]))
        pairs = np.concatenate(found)
        return pairs, numbers_of_statements(self._connection, np.unique(pairs).tolist())

    def _numbered(self, statements: Sequence[str], places: Numbers) -> Numbers:
        """The numbers of the statements at these places."""
        different, which = np.unique(places, return_inverse=True)
        known = self._rows.numbers
        return np.array([known[statements[place]] for place in different.tolist()], dtype=np.int64)[which]

    def vectors(self, document: str) -> SentenceVectors:
        """The vectors of one document."""
        return load_vectors(self._connection, document)

    def of(self, comparables: Iterable[Comparable]) -> tuple[Pairs, set[int]]:
        """The pairs that hold a statement of one of these, and the numbers of all comparables of their statements."""
        touched: dict[str, set[str]] = defaultdict(set)
        for one in comparables:
            touched[one.document].add(one.statement)
        pairs = list(self._space.pairs_of(self._level, touched))
        return pairs, self._numbers(pairs)

    def _numbers(self, pairs: Pairs) -> set[int]:
        return numbers_of_statements(self._connection, {self._rows.numbers[s] for pair in pairs for s in pair})


def _bounds(documents: int) -> tuple[float, int]:
    """The least kinship that is looked at in an edition of so many documents, and the lowest level."""
    return least_kin(documents), lowest(documents)


def _is_old(counted: Counted) -> bool:
    """Whether pairs were counted with other levels, by an earlier version."""
    return len(counted.pairs) not in (0, len(LEVELS))


def _bar(counted: Counted | None) -> tuple[int, int, float] | None:
    """From which level on, of how many, statements are near, and of which documents they are looked for."""
    return None if counted is None else (counted.level, len(counted.pairs), least_kin(counted.documents))
