"""Reading records back from their rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, select

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document, Stated
from gainsay.documents.pages import Box, Line, Page
from gainsay.entities.entity import Referent
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.store import schema
from gainsay.store.ids import to_stored
from gainsay.store.rows import Row, codec, to_json
from gainsay.store.texts import compress, decompress
from gainsay.store.writing import fetch_rows

Record = TypeVar("Record")

TABLES = {
    Article: schema.articles,
    Damage: schema.damage,
    Passage: schema.passages,
    Attribution: schema.attributions,
    Mention: schema.mentions,
    Date: schema.dates,
    Figure: schema.figures,
    Citation: schema.citations,
    Designation: schema.designations,
    Referent: schema.referents,
    Statement: schema.statements,
}
"""The table of each record type that a document yields."""


def load(connection: Connection, record: type[Record], document: str | None = None) -> Iterator[Record]:
    """The records of one type, of one document or of all, document by document in text order."""
    table, documents = TABLES[record], schema.documents.c
    # Rows are numbered in the order of the text.
    query = select(*(table.c[name] for name in codec(record).columns)).join(schema.documents)
    query = query.order_by(documents.path, table.c.number)
    rows = fetch_rows(connection, query if document is None else query.where(documents.id == document))
    yield from map(codec(record).decode, rows)


def load_of(connection: Connection, record: type[Record], documents: Sequence[str]) -> dict[str, list[Record]]:
    """The records of one type of some documents, by document, in text order: a few hundred, no query holds more."""
    table = TABLES[record]
    columns = [table.c[name] for name in codec(record).columns]
    query = select(*columns, table.c.document.label("of")).where(table.c.document.in_(documents))
    found: dict[str, list[Record]] = {}
    decode, of = codec(record).decode, {to_stored(document, "doc"): document for document in documents}
    for row in fetch_rows(connection, query.order_by(table.c.number)):
        found.setdefault(of[row[-1]], []).append(decode(row))
    return found


DOCUMENT_KEYS = ("title", "author", "publisher", "written", "party", "kind", "url")
"""The metadata that have a column of their own, for whoever opens the edition with another tool."""


def document_row(document: Document, folder: str, stamp: str, reader: str) -> Row:
    """The row of `documents`; `folder` is where it was read from, `stamp` what a re-reading depends on, `reader` which
    model read it.
    """
    metadata = {key: (s.value, s.by, s.span) for key, s in document.metadata.items()}
    return (
        document.id,
        document.path,
        folder,
        document.sha256,
        stamp,
        reader,
        document.media_type,
        document.language,
        *(document.stated(key) for key in DOCUMENT_KEYS),
        int(document.restricted),
        to_json(metadata),
        to_json(document.structure),
        compress(to_json([(p.number, p.label, p.width, p.height, p.lines) for p in document.pages])),
        to_json(document.remarks),
        len(document.text),
        len(document.text.split()),
        compress(document.text),
    )


def load_documents(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Document]:
    """The documents with their texts, in the order of their paths."""
    c = schema.documents.c
    for row in connection.execute(select(schema.documents).where(*conditions).order_by(c.path)):
        yield document_of(row)


def document_of(row: Any) -> Document:
    """The document of a row, whose columns are attributes."""
    metadata = {
        key: Stated(value, by, None if span is None else Span(*span))
        for key, (value, by, span) in json.loads(row.metadata).items()
    }
    return Document(
        id=row.id,
        path=row.path,
        sha256=row.sha256,
        media_type=row.media_type,
        text=decompress(row.text),
        language=row.language,
        metadata=metadata,
        structure=tuple((Span(*span), kind) for span, kind in json.loads(row.structure)),
        restricted=bool(row.restricted),
        pages=_pages(row.pages),
        remarks=tuple(json.loads(row.remarks)),
    )


def _pages(data: bytes) -> tuple[Page, ...]:
    return tuple(
        Page(number, label, tuple(Line(Span(*span), Box(*box) if box else None) for span, box in lines), width, height)
        for number, label, width, height, lines in json.loads(decompress(data))
    )


def load_text(connection: Connection, document: str) -> str:
    """The text of one document."""
    c = schema.documents.c
    return decompress(connection.execute(select(c.text).where(c.id == document)).scalar_one())
