"""Writing and removing what one document yields, and replacing what comparing documents yields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from gainsay.store import schema
from gainsay.store.blocking import unblock_document
from gainsay.store.rows import Row
from gainsay.store.search import index_passages, unindex_passages
from gainsay.store.texts import decompress
from gainsay.store.writing import write_rows


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


def save_document(connection: Connection, rows: DocumentRows) -> None:
    """Write one document, in place of whatever stood under its path."""
    remove_documents(connection, [rows.path])
    connection.execute(delete(schema.unread).where(schema.unread.c.path == rows.path))
    write_rows(connection, schema.documents, [rows.document])
    for table in schema.OF_A_DOCUMENT:
        write_rows(connection, table, rows.tables.get(table.name, ()))
    _save_comparables(connection, rows)
    index_passages(connection, rows.id, rows.words)
    connection.execute(insert(schema.uncompared).values(document=rows.id))


def _save_comparables(connection: Connection, rows: DocumentRows) -> None:
    """They go by the numbers of their statements, which the database has just given."""
    c = schema.statements.c
    numbers = dict(connection.execute(select(c.id, c.number).where(c.document == rows.id)).all())
    found = [(numbers[statement], *values) for statement, *values in rows.tables.get("comparables", ())]
    write_rows(connection, schema.comparables, found)


def remove_documents(connection: Connection, paths: Iterable[str]) -> int:
    """Remove the documents at these paths with all that hangs on them; how many there were."""
    removed = 0
    for path in paths:
        wanted = select(schema.documents.c.id, schema.documents.c.text).where(schema.documents.c.path == path)
        found = connection.execute(wanted).first()
        if found:
            unindex_passages(connection, found.id, decompress(found.text))
            unblock_document(connection, found.id)
            connection.execute(delete(schema.documents).where(schema.documents.c.id == found.id))
            removed += 1
    return removed


def save_unread(connection: Connection, folder: str, path: str, problem: str) -> None:
    """Note a document that could not be read."""
    connection.execute(delete(schema.unread).where(schema.unread.c.path == path))
    connection.execute(insert(schema.unread).values(path=path, folder=folder, problem=problem))
