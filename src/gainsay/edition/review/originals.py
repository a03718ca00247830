"""What the program read of a document, where decisions have changed what the edition shows of it."""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import Connection, insert, select

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.edition.document import Found
from gainsay.entities.entity import Referent, Resolution
from gainsay.passages.passage import Article, Damage, Layout, Passage
from gainsay.store import schema
from gainsay.store.loading import TABLES, load, load_documents
from gainsay.store.nearness import load_vectors
from gainsay.store.rows import codec, from_json, to_json

_ANNOTATIONS: tuple[type, ...] = (Attribution, Mention, Date, Figure, Citation, Designation, Referent)


def load_found(connection: Connection, document: str) -> Found:
    """What was found in a document, decisions left aside: as it was kept, or else as the tables have it."""
    kept = load_original(connection, document)
    records, speakers = _as_read(kept) if kept else _as_stored(connection, document)
    layout = Layout(
        next(load_documents(connection, schema.documents.c.id == document)),
        tuple(load(connection, Article, document)),
        tuple(load(connection, Passage, document)),
        tuple(load(connection, Damage, document)),
    )
    *annotations, referents = (tuple(records[kind]) for kind in _ANNOTATIONS)
    attributions, mentions, dates, figures, citations, designations = annotations
    found = Annotations(attributions, mentions, dates, figures, citations, designations)
    return Found(layout, found, Resolution(mentions, referents, speakers), load_vectors(connection, document))


def _as_stored(connection: Connection, document: str) -> tuple[dict[Any, list[Any]], dict[str, str]]:
    c = schema.attributions.c
    spoken = select(c.id, c.speaker_referent).where(c.document == document, c.speaker_referent.is_not(None))
    records: dict[Any, list[Any]] = {kind: list(load(connection, kind, document)) for kind in _ANNOTATIONS}
    return records, {row.id: row.speaker_referent for row in connection.execute(spoken)}


def _as_read(kept: bytes) -> tuple[dict[Any, list[Any]], dict[str, str]]:
    values = from_json(zlib.decompress(kept).decode("utf-8", "surrogatepass"))
    records: dict[Any, list[Any]] = {
        kind: [codec(kind).from_columns(columns) for columns in values[TABLES[kind].name]] for kind in _ANNOTATIONS
    }
    return records, values["speakers"]


def pack(found: Found) -> bytes:
    """What was found, as it is kept."""
    a = found.annotations
    lists: tuple[tuple[Any, ...], ...] = (
        a.attributions,
        a.mentions,
        a.dates,
        a.figures,
        a.citations,
        a.designations,
        found.resolution.referents,
    )
    values: dict[str, object] = {"speakers": found.resolution.speakers}
    for kind, records in zip(_ANNOTATIONS, lists, strict=True):
        values[TABLES[kind].name] = [codec(kind).to_columns(record) for record in records]
    return zlib.compress(to_json(values).encode("utf-8", "surrogatepass"), 6)


def load_original(connection: Connection, document: str) -> bytes | None:
    """What was kept of a document; None where no decision changed it."""
    c = schema.overruled.c
    kept: bytes | None = connection.scalar(select(c.reading).where(c.document == document))
    return kept


def keep_original(connection: Connection, document: str, applied: str, reading: bytes) -> None:
    """Keep what was read of a document that decisions, those `applied`, have changed."""
    connection.execute(insert(schema.overruled).values(document=document, applied=applied, reading=reading))


def load_applied(connection: Connection) -> dict[str, str]:
    """Which decisions have changed which documents."""
    c = schema.overruled.c
    return dict(connection.execute(select(c.document, c.applied)).all())
