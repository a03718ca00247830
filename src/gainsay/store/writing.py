"""Writing and fetching many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, MetaData, Select, Table, delete, select
from sqlalchemy.schema import CreateTable

from gainsay.store.dialect import dialect_of
from gainsay.store.ids import Id, IdList
from gainsay.store.packed import OneOf, PackedNumbers, Spans, Stems
from gainsay.store.rows import Row

wanted = Table(
    "wanted",
    MetaData(),
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
"""What is looked for: a list in a query may hold only so many."""
_CHANGED = (Id, IdList, OneOf, PackedNumbers, Spans, Stems)
AT_ONCE = 20_000  # rows
MANY = 1000  # rows: from there on PostgreSQL plans better when it has been told


def write_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns, without their `number`.

    The database gives it, or in a table that is kept by documents, of one of which the rows are, their order does.
    """
    stored = to_stored_rows(table, rows)
    if is_by_document(table):
        stored = [(number, *row) for number, row in enumerate(stored, 1)]
    write_stored(connection, table, stored)


def write_stored(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The same of rows that are as they are kept."""
    if rows:
        columns = [c.name for c in table.columns if is_by_document(table) or c.name != "number"][: len(rows[0])]
        dialect_of(connection).insert(connection, table, columns, rows)


def is_by_document(table: Table) -> bool:
    """Whether the table is kept in the order of documents, its rows numbered in each."""
    return [c.name for c in table.primary_key.columns] == ["document", "number"]


def to_stored_rows(table: Table, rows: Iterable[Row]) -> list[Row]:
    """Rows as they are kept."""
    given = [c for c in table.columns if c.name != "number"]
    changed = [(at, c.type.stored) for at, c in enumerate(given) if isinstance(c.type, _CHANGED)]
    stored = []
    for row in rows:
        values = list(row)
        for at, change in changed:
            values[at] = change(values[at])
        stored.append(tuple(values))
    return stored


def fetch_rows(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[Row]:
    """All rows of a query as the database has them, ids as they are kept, past SQLAlchemy's own rows: for tables read
    whole that is half the time.
    """
    result = connection.execute(query)
    cursor: Any = result.cursor
    rows: list[Row] = cursor.fetchall()
    result.close()
    return rows


def fetch_some(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[list[Row]]:
    """The same, some thousands at a time: for tables that are too large to be held."""
    result = connection.execute(query)
    cursor: Any = result.cursor
    while rows := cursor.fetchmany(AT_ONCE):
        yield rows
    result.close()


def fill_wanted(connection: Connection, values: Iterable[Any]) -> None:
    """Put values into `wanted`."""
    connection.execute(CreateTable(wanted, if_not_exists=True))
    connection.execute(delete(wanted))
    # Ids of another form than ours are kept as text beside the numbers.
    rows = [(value,) for value in sorted(set(values), key=lambda value: (isinstance(value, str), value))]
    if rows:
        dialect_of(connection).insert(connection, wanted, ["value"], rows)
    if len(rows) > MANY:
        dialect_of(connection).measure(connection, wanted.name)


def among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the value of a column is wanted."""
    return column.in_(select(wanted.c.value))
