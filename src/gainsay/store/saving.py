"""Writing and removing what one document yields, and replacing what comparing documents yields."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from gainsay.store import schema
from gainsay.store.blocking import unblock_document
from gainsay.store.rows import Row
from gainsay.store.search import index_passages, unindex_passages
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


def compress(text: str) -> bytes:
    """The text to the letter, lone surrogates included.

    >>> decompress(compress("Port Adair"))
    'Port Adair'
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def decompress(data: bytes) -> str:
    """What `compress` was given."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def save_document(connection: Connection, rows: DocumentRows) -> None:
    """Write one document, in place of whatever stood under its path."""
    remove_documents(connection, [rows.path])
    connection.execute(delete(schema.unread).where(schema.unread.c.path == rows.path))
    write_rows(connection, schema.documents, [rows.document])
    for table in schema.OF_A_DOCUMENT:
        write_rows(connection, table, rows.tables.get(table.name, ()))
    index_passages(connection, rows.id, rows.words)
    connection.execute(insert(schema.uncompared).values(document=rows.id))


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
    connection.execute(
        insert(schema.unread).prefix_with("OR REPLACE").values(path=path, folder=folder, problem=problem)
    )
