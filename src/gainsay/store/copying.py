"""Copying an edition from one place to another, whole: readings, decisions, notes."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, select

from gainsay.errors import StorageError
from gainsay.store import schema
from gainsay.store.address import Address, Server
from gainsay.store.dialect import dialect_of
from gainsay.store.file import FilePlace
from gainsay.store.lock import WriteLock
from gainsay.store.place import Place
from gainsay.store.search import index_anew
from gainsay.store.server import ServerPlace
from gainsay.store.store import Store, make

CHUNK = 5_000  # rows held in memory at a time


def copy(store: Store, place: Place, to: Address) -> None:
    """Write a copy of the edition as it is at one moment. The place it goes to must be empty."""
    if isinstance(to, Path) and to.exists():
        raise StorageError(f"{to}: there is a file of this name already. Give the copy another.")
    if isinstance(to, Path) and isinstance(place, FilePlace):
        place.copy(to)
        return
    with WriteLock(to), closing(Store(to, write=True)) as target:
        try:
            with store.begin() as source, target.begin() as connection:
                _fill(source, connection, to)
        except BaseException:
            if isinstance(to, Path):
                target.close()
                to.unlink(missing_ok=True)
            raise
        target.compact()


def replace(store: Store, to: Server) -> None:
    """Put a copy of the edition in the place of the one in a database, whose tables are kept aside: in one step."""
    place = ServerPlace(to, write=True, durable=True)
    try:
        with store.begin() as source, place.engine.begin() as connection:
            place.put_aside(connection)
            make(connection, place)
            _fill(source, connection, to)
            place.finish(connection)
    except Exception as error:
        told = place.meaning(error)
        if told is None:
            raise
        raise told from error
    finally:
        place.engine.dispose()


def _fill(source: Connection, connection: Connection, to: Address) -> None:
    if connection.scalar(select(func.count()).select_from(schema.documents)) or connection.scalar(
        select(func.count()).select_from(schema.decisions)
    ):
        raise StorageError(f"{to}: there is an edition already. Give the copy another place.")
    connection.execute(delete(schema.edition))
    for table in schema.metadata.sorted_tables:
        columns = [column.name for column in table.columns]
        query = select(table).order_by(*table.primary_key.columns)
        cursor: Any = source.execute(query).cursor
        while rows := cursor.fetchmany(CHUNK):  # as they are kept
            dialect_of(connection).insert(connection, table, columns, rows)
        cursor.close()
    index_anew(connection)
    dialect_of(connection).renumber(connection)
