"""Writing and removing what one document yields, and replacing what comparing documents yields."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from gainsay.store import schema
from gainsay.store.rows import Row
from gainsay.store.search import index_passages, unindex_passages

_DIALECT = SQLiteDialect_pysqlite()


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """Everything of one document as rows ready to be written: plain tuples, cheap to hand from process to process.

    `document` is the row of `documents`; `tables` maps a table's name to its rows; `words` are the passages' words, in
    the order of their rows (empty for boilerplate, which is not searched).
    """

    id: str
    path: str
    document: Row
    tables: Mapping[str, Sequence[Row]]
    words: tuple[str, ...] = field(default=())


def compress(text: str) -> bytes:
    """The text to the letter, lone surrogates included.

    >>> decompress(compress("Port Adair"))
    'Port Adair'
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def decompress(data: bytes) -> str:
    """What `compress` was given."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


@cache
def _insertion(table: Table, width: int) -> str:
    # Compiled once: SQLAlchemy's own path for parameters costs more than SQLite's insertion itself.
    columns = [c.name for c in table.columns if not (table is schema.passages and c.name == "number")][:width]
    return str(insert(table).values(dict.fromkeys(columns)).compile(dialect=_DIALECT))


def write_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns (without a passage's `number`)."""
    if rows:
        connection.exec_driver_sql(_insertion(table, len(rows[0])), list(rows))


def save_document(connection: Connection, rows: DocumentRows) -> None:
    """Write one document, in place of whatever stood under its path."""
    remove_documents(connection, [rows.path])
    connection.execute(delete(schema.unread).where(schema.unread.c.path == rows.path))
    write_rows(connection, schema.documents, [rows.document])
    for table in schema.OF_A_DOCUMENT:
        write_rows(connection, table, rows.tables.get(table.name, ()))
    index_passages(connection, rows.id, rows.words)


def remove_documents(connection: Connection, paths: Iterable[str]) -> int:
    """Remove the documents at these paths with all that hangs on them; how many there were."""
    removed = 0
    for path in paths:
        wanted = select(schema.documents.c.id, schema.documents.c.text).where(schema.documents.c.path == path)
        found = connection.execute(wanted).first()
        if found:
            unindex_passages(connection, found.id, decompress(found.text))
            connection.execute(delete(schema.documents).where(schema.documents.c.id == found.id))
            removed += 1
    return removed


def save_unread(connection: Connection, folder: str, path: str, problem: str) -> None:
    """Note a document that could not be read."""
    connection.execute(
        insert(schema.unread).prefix_with("OR REPLACE").values(path=path, folder=folder, problem=problem)
    )
