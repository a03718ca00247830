"""What can still be read of an edition that this program cannot open: of another shape, or damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

from sqlalchemy import Table

from gainsay.documents.document import Document
from gainsay.store import schema
from gainsay.store.address import Address, Server
from gainsay.store.ids import from_stored
from gainsay.store.loading import document_of
from gainsay.store.server import connect
from gainsay.store.texts import compress

_LATER = {"pages": compress("[]"), "remarks": "[]"}
"""Columns that came later, as they stand where there is nothing to tell."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """`documents` with the folders they were read from; the rows of the log, and of what second readers answered; the
    rows of `documents` that are beyond reading, by number; and what was noted of the edition as a whole.
    """

    documents: tuple[tuple[Document, str], ...]
    decisions: tuple[dict[str, Any], ...]
    judgements: tuple[dict[str, Any], ...]
    lost: tuple[int, ...]
    notes: dict[str, str]


def salvage(address: Address) -> Salvage:
    """All documents and decisions that can be read there; what is there is left as it is."""
    if isinstance(address, Server):
        with closing(connect(address)) as served:
            return _saved(lambda table, key: _served(served, table, key), "path")
    with closing(sqlite3.connect(f"file:{quote(str(address.absolute()))}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return _saved(lambda table, key: _rows(connection, table, key), "rowid")


def _saved(rows: Callable[[str, str], Iterator[Any]], order: str) -> Salvage:
    decisions, judgements = (
        tuple(_known(table, row) for row in rows(table.name, "number") if row is not None)
        for table in (schema.decisions, schema.judgements)
    )
    notes = {row["key"]: row["value"] for row in rows("edition", "key") if row is not None}
    documents, lost = [], []
    for number, row in enumerate(rows("documents", order), 1):
        try:
            if row is None:
                raise ValueError("beyond reading")
            values = SimpleNamespace(**{**_LATER, **dict(row), "id": from_stored(row["id"], "doc")})
            documents.append((document_of(values), str(values.folder)))
        except Exception:  # whatever a damaged row holds: the others are to be saved
            lost.append(number)
    return Salvage(tuple(documents), decisions, judgements, tuple(lost), notes)


def _served(connection: Any, table: str, key: str) -> Iterator[dict[str, Any]]:
    """The rows that a server keeps."""
    from psycopg.rows import dict_row

    if connection.execute("SELECT to_regclass(%s)", (table,)).fetchone()[0]:
        yield from connection.cursor(row_factory=dict_row).execute(f"SELECT * FROM {table} ORDER BY {key}")


def _rows(connection: sqlite3.Connection, table: str, key: str) -> Iterator[sqlite3.Row | None]:
    """The rows one by one, so that one beyond reading costs itself alone; None in its place."""
    kind = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name = ?"
    try:
        if not connection.execute(kind, (table,)).fetchone():
            return  # a view in its stead, which may have no end
        keys = [row[0] for row in connection.execute(f"SELECT {key} FROM {table} ORDER BY {key}")]
    except sqlite3.DatabaseError:
        return
    for one in keys:
        try:
            yield connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (one,)).fetchone()
        except sqlite3.DatabaseError:
            yield None


def _known(table: Table, row: Any) -> dict[str, Any]:
    """The columns of a table that this program has."""
    return {column.name: row[column.name] for column in table.columns}
