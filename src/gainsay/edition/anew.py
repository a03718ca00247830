"""Whether an edition holds what its texts give: they are read anew, and what is found is held against what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, select

from gainsay.edition.edition import Edition
from gainsay.edition.model import MODEL, RULES, reader_id
from gainsay.edition.repair import rebuild
from gainsay.edition.report import Progress, silent
from gainsay.store import schema
from gainsay.store.ids import to_stored
from gainsay.store.salvage import salvage
from gainsay.store.store import Store
from gainsay.store.writing import fetch_rows

FOUND_BETWEEN = (schema.entities, schema.links, schema.dependences, schema.matters, schema.placements)
"""What comparing all documents finds."""


def verify_anew(edition: Edition, progress: Progress = silent) -> list[str]:
    """Where the edition holds something else than reading its texts again gives, with the decisions in force: one line
    for each document and table. Takes as long as reading did, and room for a second edition while it lasts.
    """
    with edition.store.begin() as connection:
        c = schema.documents.c
        readers = {row.id: row.reader for row in connection.execute(select(c.id, c.reader))}
    here = {model: reader_id(model) for model in (RULES, MODEL)}
    models = {document: next((m for m, known in here.items() if known == r), None) for document, r in readers.items()}
    if others := sum(model is None for model in models.values()):
        return [
            f"{others} of {len(models)} documents were read by another model than this program has, so that nothing "
            "can be held against them. `gainsay repair` reads them anew."
        ]
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / "anew.gainsay"
        rebuild(fresh, salvage(edition.path), lambda document: models[document] or RULES, progress)
        with closing(Store(fresh)) as store, store.begin() as now, edition.store.begin() as connection:
            return list(_differences(edition, connection, now))


def _differences(edition: Edition, connection: Connection, now: Connection) -> Iterator[str]:
    paths = {to_stored(identity, "doc"): path for identity, path in edition.paths.items()}
    for table in schema.OF_A_DOCUMENT:
        kept, found = _by_document(connection, table), _by_document(now, table)
        for document in sorted(kept.keys() | found.keys(), key=str):
            if kept[document] != found[document]:
                yield f"{paths.get(document, document)}: its {table.name} are not what reading it again gives"
    for table in FOUND_BETWEEN:
        if differing := len(_rows(connection, table) ^ _rows(now, table)):
            yield f"{table.name}: {differing} are not what comparing the documents again gives"


def _by_document(connection: Connection, table: Table) -> dict[Any, list[str]]:
    """The rows of each document, without the numbers that the database gave them."""
    columns = [column for column in table.columns if column.name != "number"]
    at = [column.name for column in columns].index("document")
    found: dict[Any, list[str]] = defaultdict(list)
    order = [table.c.number] if "number" in table.c else []
    for row in fetch_rows(connection, select(*columns).order_by(*order)):
        found[row[at]].append(repr(tuple(row)))
    return found


def _rows(connection: Connection, table: Table) -> set[str]:
    return {repr(tuple(row)) for row in fetch_rows(connection, select(table))}
