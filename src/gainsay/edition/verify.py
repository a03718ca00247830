"""Checking an edition: that spans lie in their texts, that ids exist, that files are as they were read, and that the
log of decisions is whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, select

from gainsay.documents import digest
from gainsay.edition import ledger
from gainsay.edition.edition import Edition
from gainsay.edition.review import log
from gainsay.store import schema

REFERENCES = (
    ("passages", "article", "articles"),
    ("attributions", "citation", "citations"),
    ("attributions", "speaker_referent", "referents"),
    ("mentions", "referent", "referents"),
    ("designations", "attribution", "attributions"),
    ("statements", "passage", "passages"),
    ("statements", "article", "articles"),
    ("statements", "holder", "referents"),
    ("links", "entity", "entities"),
)
"""(table, column, table in which the id must exist)."""

LISTS = (
    ("designations", "mentions", "mentions"),
    ("referents", "mentions", "mentions"),
    ("statements", "attribution", "attributions"),
    ("statements", "referents", "referents"),
    ("statements", "dates", "dates"),
    ("statements", "figures", "figures"),
    ("statements", "designations", "designations"),
    ("matters", "entities", "entities"),
)
"""The same for columns that hold lists of ids."""

SPAN_LISTS = (
    ("passages", "sentences"),
    ("attributions", "content"),
    ("attributions", "marked"),
    ("attributions", "speaker"),
    ("attributions", "cue"),
)


def verify(edition: Edition) -> list[str]:
    """What is wrong with an edition, one line a problem; empty where all is well."""
    with edition.store.begin() as connection:
        broken = edition.store.faults(connection)
        if broken:
            return [f"the file is damaged: {line}" for line in broken]
        return [
            *_spans(connection),
            *_references(connection),
            *_sides(connection),
            *_ancestors(edition),
            *log.faults(log.load_log(connection), ledger.decisions_made(edition.store, connection)),
            *_files(connection),
        ]


def _spans(connection: Connection) -> Iterator[str]:
    """Spans that are empty or reach beyond their text."""
    lengths = dict(connection.execute(select(schema.documents.c.id, schema.documents.c.characters)).all())
    for table in schema.OF_A_DOCUMENT:
        for name in [c.name.removesuffix("start") for c in table.columns if c.name.endswith("start")]:
            columns = table.c.document, table.c[f"{name}start"], table.c[f"{name}end"]
            for document, start, end in connection.execute(select(*columns)):
                if start is not None and not 0 <= start < end <= lengths[document]:
                    yield f"{table.name}: [{start}, {end}) lies outside {document}"
    for table_name, column in SPAN_LISTS:
        table = schema.metadata.tables[table_name]
        for document, spans in connection.execute(select(table.c.document, table.c[column])):
            for start, end in json.loads(spans):
                if not 0 <= start < end <= lengths[document]:
                    yield f"{table_name}.{column}: [{start}, {end}) lies outside {document}"
    for row in connection.execute(select(schema.dependences)):
        for document, start, end in (
            (row.a_document, row.a_start, row.a_end),
            (row.b_document, row.b_start, row.b_end),
        ):
            if not 0 <= start < end <= lengths[document]:
                yield f"dependences: [{start}, {end}) lies outside {document}"


def _references(connection: Connection) -> Iterator[str]:
    """Ids that nothing has."""
    known = {
        name: _ids(connection, schema.metadata.tables[name]) for name in sorted({r[2] for r in REFERENCES + LISTS})
    }
    for table_name, column, target in REFERENCES:
        table = schema.metadata.tables[table_name]
        values = connection.scalars(select(table.c[column]).where(table.c[column].is_not(None)))
        yield from _missing(table_name, column, target, values, known[target])
    for table_name, column, target in LISTS:
        table = schema.metadata.tables[table_name]
        listed = (i for ids in connection.scalars(select(table.c[column])) for i in json.loads(ids))
        yield from _missing(table_name, column, target, listed, known[target])


def _ids(connection: Connection, table: Table) -> set[str]:
    return set(connection.scalars(select(table.c.id)))


def _missing(table: str, column: str, target: str, values: Iterable[str], known: set[str]) -> Iterator[str]:
    for value in sorted({value for value in values if value not in known}):
        yield f"{table}.{column}: {value} is not in {target}"


def _sides(connection: Connection) -> Iterator[str]:
    """Matters whose statements are gone."""
    statements = _ids(connection, schema.statements)
    for row in connection.execute(select(schema.matters.c.id, schema.matters.c.sides)):
        for side in json.loads(row.sides):
            for statement in side["statements"]:
                if statement not in statements:
                    yield f"matters.sides: {statement} of {row.id} is not in statements"


def _ancestors(edition: Edition) -> Iterator[str]:
    """Attributions that enclose themselves."""
    parents = {a.id: a.parent for a in edition.attributions()}
    for identity in parents:
        above, seen = parents[identity], set()
        while above is not None and above not in seen:
            if above == identity:
                yield f"attributions.parent: {identity} is its own ancestor"
            seen.add(above)
            above = parents.get(above)
    for identity, parent in parents.items():
        if parent is not None and parent not in parents:
            yield f"attributions.parent: {parent} of {identity} is not in attributions"


def _files(connection: Connection) -> Iterator[str]:
    """Documents whose file is there and is another one than was read."""
    c = schema.documents.c
    for row in connection.execute(select(c.path, c.folder, c.sha256).order_by(c.path)):
        if digest(Path(row.folder), row.path) not in ("", row.sha256):
            yield f"{row.path}: the file changed since it was read. `gainsay read {row.folder}` brings it up to date."
