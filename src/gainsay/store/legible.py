"""Whether every row can be read: each table value by value and record by record, so that what cannot be is named."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Column, Connection, Float, Integer, LargeBinary, Table, select
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

from gainsay.store import comparison, schema
from gainsay.store.comparables import unpacked
from gainsay.store.ids import Id, IdList
from gainsay.store.keyed import load_keyed
from gainsay.store.loading import TABLES, load_documents
from gainsay.store.rows import codec
from gainsay.store.writing import fetch_rows

DAMAGE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError),
    *(zlib.error, struct.error),
)
"""What comes of reading what this program did not write."""

_JSON: dict[str, dict[str, type]] = {
    "documents": {"metadata": dict, "structure": list, "remarks": list},
    "entities": {"names": list},
    "dependences": {"altered": list},
    "matters": {"sides": list, "entities": list, "witnesses": dict},
    "decisions": {"target": dict, "changes": dict},
    "judgements": {"rests": list},
}
_MOST = 20  # rows of a table that are told: after that it is the table that is damaged

_DIALECT = DefaultDialect()
_COMPARED = schema.comparables.c.data

_LOADERS: tuple[tuple[str, Callable[[Connection], Any]], ...] = (
    ("documents", lambda connection: list(load_documents(connection))),
    ("comparables", lambda connection: [unpacked(data) for data in connection.scalars(select(_COMPARED))]),
    ("blocking_keys", load_keyed),
    ("fingerprints", lambda connection: [one.sizes() for one in comparison.load_subjects(connection).values()]),
    ("entities", lambda connection: list(comparison.load_entities(connection))),
    ("dependences", lambda connection: list(comparison.load_dependences(connection))),
    ("matters", lambda connection: list(comparison.load_matters(connection))),
)


def illegible(connection: Connection) -> Iterator[str]:
    """What cannot be read, one line a row; nothing where all can be."""
    told = False
    for table in schema.metadata.sorted_tables:
        for number, problem in enumerate(_of_table(connection, table)):
            told = True
            if number == _MOST:
                yield f"{table.name}: and more rows"
                break
            yield f"{table.name}: {problem}"
    if told:
        return  # the records are made of these rows
    for name, load in _LOADERS:
        try:
            load(connection)
        except DAMAGE as error:
            yield f"{name}: a row cannot be read ({type(error).__name__}: {str(error)[:100]})"


def _of_table(connection: Connection, table: Table) -> Iterator[str]:
    record = next((record for record, of in TABLES.items() if of is table), None)
    decode: Callable[[Any], object] | None = codec(record).decode if record else None
    width = len(codec(record).columns) if record else 0
    first = 0 if table.columns.keys()[0] != "number" else 1
    columns, key = list(table.columns), next(iter(table.primary_key.columns)).name
    at = [column.name for column in columns].index(key)
    shapes = _JSON.get(table.name, {})
    json_at = [(n, c.name, shapes[c.name]) for n, c in enumerate(columns) if c.name in shapes]
    for row in fetch_rows(connection, select(table)):
        wrong = next((c for c, value in zip(columns, row, strict=True) if not _fits(c, value)), None)
        if wrong is not None:
            yield f"row {str(row[at])[:40]}: {wrong.name} is not of its kind"
            continue
        try:
            for n, wrong_name, shape in json_at:
                if not isinstance(json.loads(_given(columns[n], row[n])), shape):
                    raise TypeError(wrong_name)
            wrong_name = "a value"
            for column, value in zip(columns, row, strict=True):
                _given(column, value)
            if decode is not None:
                decode(row[first : first + width])
        except DAMAGE as error:
            yield f"row {str(row[at])[:40]}: {wrong_name} cannot be read ({type(error).__name__})"


def _given(column: Column[Any], value: Any) -> Any:
    """A value as it comes out of its column."""
    kind = column.type
    return kind.process_result_value(value, _DIALECT) if isinstance(kind, TypeDecorator) else value


def _fits(column: Column[Any], value: object) -> bool:
    """Whether a value is of the kind that its column holds."""
    if value is None:
        return bool(column.nullable)
    kind = column.type
    if isinstance(kind, Id):
        return isinstance(value, int | str)
    if isinstance(kind, IdList):
        return isinstance(value, bytes | str)
    kind = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    held: dict[type, Any] = {LargeBinary: bytes, Float: int | float, Integer: int}
    return isinstance(value, next((held[one] for one in held if isinstance(kind, one)), str))
