"""Writing and fetching many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Connection, MetaData, Select, Table, delete, select
from sqlalchemy.schema import CreateTable

from gainsay.store.dialect import dialect_of
from gainsay.store.ids import Id, IdList, pack_ids, to_stored
from gainsay.store.rows import Row

wanted = Table(
    "wanted",
    MetaData(),
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
"""What is looked for: a list in a query may hold only so many."""
MANY = 1000  # rows: from there on PostgreSQL plans better when it has been told


def write_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns (without a `number`, which the database
    gives).
    """
    write_stored(connection, table, to_stored_rows(table, rows))


def write_stored(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The same of rows whose ids are as they are kept."""
    if rows:
        columns = [c.name for c in table.columns if c.name != "number"][: len(rows[0])]
        dialect_of(connection).insert(connection, table, columns, rows)


def to_stored_rows(table: Table, rows: Iterable[Row]) -> list[Row]:
    """Rows with their ids as they are kept."""
    given = [c for c in table.columns if c.name != "number"]
    ids = [(at, c.type.kind) for at, c in enumerate(given) if isinstance(c.type, Id)]
    lists = [(at, c.type.kind) for at, c in enumerate(given) if isinstance(c.type, IdList)]
    stored = []
    for row in rows:
        values = list(row)
        for at, kind in ids:
            values[at] = to_stored(values[at], kind)
        for at, kind in lists:
            values[at] = pack_ids(values[at], kind)
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
