"""The records of one type as their rows, made when they are looked at.

To make all those of ten thousand documents takes half a minute, and to keep them two gigabytes.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar
from weakref import proxy

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from gainsay.errors import StorageError
from gainsay.store.ids import from_stored, kind_of, to_stored
from gainsay.store.legible import DAMAGE
from gainsay.store.loading import TABLES
from gainsay.store.rows import Row, codec
from gainsay.store.writing import fetch_rows

Record = TypeVar("Record")
Watch = Callable[[int, Row], None]

AT_ONCE = 200  # documents whose rows are fetched together
MADE = 4000  # records that stay at hand
DAMAGED = "rows of this edition are damaged or were altered: `gainsay repair` saves what can be saved of it."


class Held(Mapping[str, Record], Generic[Record]):
    """The records of some documents by their ids, document by document, in text order; each has a number in that order.

    `more` is a column of ids that are kept beside the records. `finish` is done to each record that is made.
    """

    def __init__(
        self,
        record: type[Record],
        documents: Sequence[str],
        more: str = "",
        finish: Callable[[Record], Record] | None = None,
    ) -> None:
        self.documents = documents
        self._place = {document: k for k, document in enumerate(documents)}
        self._record, self._finish = record, finish
        self._more = [TABLES[record].c[more]] if more else []
        self._beside = kind_of(record.__name__, more) or more.rpartition("_")[2]
        self._decode, columns = codec(record).decode, codec(record).columns
        self.columns = columns
        self._id, self._kind = columns.index("id"), codec(record).ids["id"]
        self._rows, self._ends, self._firsts = bytearray(), array("Q", [0]), array("I", [0])
        self._ids, self._numbers, self._odd = array("q"), array("I"), dict[str, int]()
        self.made = lru_cache(maxsize=MADE)(partial(Held._make, proxy(self)))  # so that both can be let go of
        """The record with a number."""

    def fill(self, connection: Connection, watch: Watch | None = None) -> None:
        """Take the rows; each is shown to `watch` with its number."""
        rows, ids, numbers = self._rows, array("q"), array("I")
        for at in range(0, len(self.documents), AT_ONCE):
            for of in self._fetch(connection, self.documents[at : at + AT_ONCE]):
                for row in of:
                    number = len(self._ends) - 1
                    identity = row[self._id]
                    if isinstance(identity, int):
                        ids.append(identity)
                        numbers.append(number)
                    else:
                        self._odd[identity] = number
                    rows += marshal.dumps(row)
                    self._ends.append(len(rows))
                    if watch is not None:
                        watch(number, row)
                self._firsts.append(len(self._ends) - 1)
        order = np.argsort(np.frombuffer(ids, np.int64), kind="stable") if ids else np.empty(0, np.int64)
        self._ids = array("q", np.frombuffer(ids, np.int64)[order].tobytes() if ids else b"")
        self._numbers = array("I", np.frombuffer(numbers, np.uint32)[order].tobytes() if ids else b"")

    def _fetch(self, connection: Connection, documents: Sequence[str]) -> Iterator[list[Row]]:
        """The rows of each of some documents."""
        table = TABLES[self._record]
        wanted = [*(table.c[name] for name in self.columns), *self._more]
        query = select(*wanted).where(table.c.document.in_(documents))
        at = self.columns.index("document")
        found: dict[Any, list[Row]] = {to_stored(document, "doc"): [] for document in documents}
        for row in fetch_rows(connection, query.order_by(table.c.document, table.c.number)):
            found[row[at]].append(row)
        yield from found.values()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        return (from_stored(self.row(number)[self._id], self._kind) for number in range(len(self)))

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and self.number(identity) is not None

    def __getitem__(self, identity: str) -> Record:
        number = self.number(identity)
        if number is None:
            raise KeyError(identity)
        made: Record = self.made(number)
        return made

    def number(self, identity: str) -> int | None:
        """The number of the record with an id; None where there is none."""
        stored = to_stored(identity, self._kind)
        if not isinstance(stored, int):
            return self._odd.get(identity)
        at = bisect_left(self._ids, stored)
        return self._numbers[at] if at < len(self._ids) and self._ids[at] == stored else None

    def numbers_of(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The numbers of the records whose ids are given as they are kept; -1 for those that are not there."""
        if not self._ids:
            return np.full(len(ids), -1)
        known = np.frombuffer(self._ids, np.int64)
        at = np.minimum(np.searchsorted(known, ids), len(known) - 1)
        return np.where(known[at] == ids, np.frombuffer(self._numbers, np.uint32)[at].astype(np.int64), -1)

    def row(self, number: int) -> Row:
        """The row with a number, as it is kept: its `columns`, then what is kept beside them."""
        found: Row = marshal.loads(self._rows[self._ends[number] : self._ends[number + 1]])
        return found

    def beside(self, identity: str) -> str:
        """The id that is kept beside the record with an id; "" where there is none, or no such record."""
        number = self.number(identity)
        return "" if number is None else from_stored(self.row(number)[-1], self._beside) or ""

    def all_beside(self, document: str) -> dict[str, str]:
        """The ids that are kept beside the records of a document, by the ids of those."""
        if document not in self._place:
            return {}
        rows = map(self.row, self.numbers(document))
        return {
            from_stored(row[self._id], self._kind): from_stored(row[-1], self._beside)
            for row in rows
            if row[-1] is not None
        }

    def _make(self, number: int) -> Record:
        try:
            made = self._decode(self.row(number))
            return made if self._finish is None else self._finish(made)
        except DAMAGE as error:
            raise StorageError(DAMAGED) from error

    def document_at(self, number: int) -> str:
        """The document of the record with a number."""
        return self.documents[bisect_right(self._firsts, number) - 1]

    def stored_ids(self) -> npt.NDArray[np.int64]:
        """For each record its id as it is kept; the least number for an id of another form."""
        ids = np.full(len(self), np.iinfo(np.int64).min)
        ids[np.array(self._numbers, np.int64)] = np.array(self._ids, np.int64)
        return ids

    def places(self) -> npt.NDArray[np.int64]:
        """For each record the place of its document among `documents`."""
        sizes = np.array([len(self.numbers(document)) for document in self.documents], np.int64)
        return np.repeat(np.arange(len(sizes)), sizes)

    def document_of(self, identity: str) -> str:
        """The document of the record with an id. Raises KeyError where there is none."""
        number = self.number(identity)
        if number is None:
            raise KeyError(identity)
        return self.document_at(number)

    def numbers(self, document: str) -> range:
        """The numbers of the records of a document."""
        place = self._place[document]
        return range(self._firsts[place], self._firsts[place + 1])

    def among(self, document: str, column: str, wanted: Container[str]) -> list[Record]:
        """The records of a document with an id that is wanted in a column; no others are made."""
        if document not in self._place:
            return []
        at, kind = self.columns.index(column), codec(self._record).ids[column]
        return [self.made(n) for n in self.numbers(document) if from_stored(self.row(n)[at], kind) in wanted]

    def by_document(self) -> ByDocument[Record]:
        """The records in lists of their documents."""
        return ByDocument(self)


class ByDocument(Mapping[str, list[Record]], Generic[Record]):
    """The records of every document, made when they are looked at."""

    def __init__(self, held: Held[Record]) -> None:
        self._held = held

    def __getitem__(self, document: str) -> list[Record]:
        return [self._held.made(number) for number in self._held.numbers(document)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held.documents)

    def __len__(self) -> int:
        return len(self._held.documents)
