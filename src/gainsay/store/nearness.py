"""Sentence vectors as kept with their documents, and how many pairs of statements were near when last compared."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from gainsay.matters import Rows, SentenceVectors
from gainsay.matters.nearness import rows
from gainsay.matters.vectors import NO_VECTORS
from gainsay.store import schema
from gainsay.store.ids import from_stored, numbers
from gainsay.store.packed import unpacked_numbers
from gainsay.store.stems import unpack_stems
from gainsay.store.writing import among, fetch_rows, fill_wanted

_KEY = "nearness"


@dataclass(frozen=True, slots=True)
class Counted:
    """Documents with vectors, their statements, and for each level the pairs above it; `level` is the one in use."""

    documents: int
    statements: int
    pairs: tuple[int, ...]
    level: int


def load_counted(connection: Connection) -> Counted | None:
    """What was counted when the documents were last compared."""
    c = schema.edition.c
    kept = connection.scalar(select(c.value).where(c.key == _KEY))
    if kept is None:
        return None
    values = json.loads(kept)
    return Counted(values["documents"], values["statements"], tuple(values["pairs"]), values["level"])


def save_counted(connection: Connection, counted: Counted) -> None:
    """In place of what was counted before."""
    value = json.dumps(asdict(counted))
    connection.execute(delete(schema.edition).where(schema.edition.c.key == _KEY))
    connection.execute(insert(schema.edition).values(key=_KEY, value=value))


def load_documents_with_vectors(connection: Connection) -> set[str]:
    """The documents that a model has read."""
    c = schema.fingerprints.c
    return set(connection.scalars(select(c.document).where(c.vectors.is_not(None))))


def load_vectors(connection: Connection, document: str) -> SentenceVectors:
    """The vectors of one document; none where no model has read it."""
    c = schema.fingerprints.c
    data = connection.scalar(select(c.vectors).where(c.document == document))
    return SentenceVectors.from_bytes(data) if data else NO_VECTORS


def load_packed_vectors(connection: Connection, documents: Iterable[str]) -> dict[str, bytes]:
    """The vectors of documents as they are kept, of those that have any."""
    c = schema.fingerprints.c
    fill_wanted(connection, numbers(documents, "doc"))
    rows = fetch_rows(connection, select(c.document, c.vectors).where(among(c.document), c.vectors.is_not(None)))
    return {from_stored(document, "doc"): packed for document, packed in rows}


def unpack_vectors(packed: bytes | None) -> SentenceVectors:
    """The vectors of a document from what is kept; none where nothing is."""
    return SentenceVectors.from_bytes(unpacked_numbers(packed)) if packed else NO_VECTORS


class StoredRows:
    """The rows of documents, loaded when asked for; `numbers` says under which number each statement is kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.numbers: dict[str, int] = {}

    def __call__(self, document: str) -> Rows:
        c = schema.statements.c
        query = select(c.id, c.number, c.start, c.terms).where(c.document == document).order_by(c.number)
        kept = [(from_stored(row[0], "statement"), *row[1:]) for row in fetch_rows(self._connection, query)]
        self.numbers.update((identity, number) for identity, number, _, _ in kept)
        told = [(identity, start, unpack_stems(terms)) for identity, _, start, terms in kept]
        return rows(told, load_vectors(self._connection, document))
