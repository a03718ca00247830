"""Writing and fetching many rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from gainsay.store.ids import Id, IdList, pack_ids, to_stored
from gainsay.store.rows import Row

_DIALECT = SQLiteDialect_pysqlite()


@cache
def _insertion(table: Table, width: int) -> str:
    # Compiled once: SQLAlchemy's own path for parameters costs more than SQLite's insertion itself.
    columns = [c.name for c in table.columns if c.name != "number"][:width]
    return str(insert(table).values(dict.fromkeys(columns)).compile(dialect=_DIALECT))


def write_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of the table's columns (without a `number`, which SQLite gives)."""
    write_stored(connection, table, to_stored_rows(table, rows))


def write_stored(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The same of rows whose ids are as they are kept."""
    if rows:
        connection.exec_driver_sql(_insertion(table, len(rows[0])), list(rows))


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


def fetch_rows(connection: Connection, query: str, parameters: Row = ()) -> list[Row]:
    """All rows of a query as plain tuples, past SQLAlchemy's own rows: for tables read whole that is half the time."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(query, parameters)
        return list(cursor.fetchall())
    finally:
        cursor.close()


def compiled(query: Select[*tuple[Any, ...]]) -> str:
    """The text of a query without parameters."""
    return str(query.compile(dialect=_DIALECT))


def fill_wanted(connection: Connection, values: Iterable[Any]) -> None:
    """Put values into the temporary table `wanted(value)`: a list in a query may hold only so many."""
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS wanted (value PRIMARY KEY) WITHOUT ROWID")
    connection.exec_driver_sql("DELETE FROM wanted")
    # Ids of another form than ours are kept as text beside the numbers.
    rows = [(value,) for value in sorted(set(values), key=lambda value: (isinstance(value, str), value))]
    if rows:
        connection.exec_driver_sql("INSERT INTO wanted VALUES (?)", rows)
