"""An edition as its tables: opening, creating, transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from sqlalchemy import Connection, delete, insert, select

from gainsay.errors import EditionError, NewerEditionError, StorageError
from gainsay.store import migrating, schema
from gainsay.store.address import Address, Server
from gainsay.store.dialect import dialect_of
from gainsay.store.legible import DAMAGE, illegible
from gainsay.store.place import Place

DAMAGED = "rows of it are damaged or were altered ({0}). `gainsay repair -e {1}` saves what can be saved of it."


class Store:
    """One edition, in a file or a database. Reading never creates or changes it; writing creates it where there is
    none.

    `with store.begin() as connection:` is one transaction: all of it is kept, or nothing. Of those that write there is
    one at a time. A `durable` one is on the disk when it ends, come what may, and waits for other writers.
    """

    def __init__(self, address: Address, *, write: bool = False, durable: bool = False) -> None:
        self.path = address
        self.write = write
        self._place = _place(address, write, durable)
        with self._errors():
            with self._place.engine.begin() as connection:
                self._check(connection)
            if write:
                self._place.ready()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction; errors of the disk or the server come out as `StorageError`."""
        with self._errors(), self._place.engine.begin() as connection:
            try:
                yield connection
            except DAMAGE as error:
                # A fault of ours, unless rows are not what this program writes, or an index leads to others.
                if damage := next(chain(illegible(connection), self.faults(connection)), None):
                    raise StorageError(f"{self.path}: {DAMAGED.format(damage, self.path)}") from error
                raise
            if self.write:
                self._place.finish(connection)

    def close(self) -> None:
        """Let go of the file, or of the server."""
        self._place.engine.dispose()

    def compact(self) -> None:
        """Put in order what much writing left behind. Where others use it just now, it stays."""
        with self._errors():
            self._place.compact()

    def written(self) -> tuple[int, ...]:
        """Changes whenever the edition is written."""
        with self._errors():
            return self._place.written()

    def faults(self, connection: Connection, *, quick: bool = False) -> list[str]:
        """What the database finds wrong with the edition."""
        return self._place.faults(connection, quick=quick)

    def copy(self, to: Address) -> None:
        """Write a copy of the edition as it is at one moment, to a file or a database that holds nothing yet."""
        from gainsay.store.copying import copy

        with self._errors():
            copy(self, self._place, to)

    def note(self, connection: Connection, key: str, value: str) -> None:
        """Remember something about the edition as a whole."""
        connection.execute(delete(schema.edition).where(schema.edition.c.key == key))
        connection.execute(insert(schema.edition).values(key=key, value=value))

    def noted(self, connection: Connection, key: str) -> str | None:
        """What was remembered under `key`."""
        found: str | None = connection.scalar(select(schema.edition.c.value).where(schema.edition.c.key == key))
        return found

    def _check(self, connection: Connection) -> None:
        """That it is an edition, of this program's tables; older ones are brought to them where it is to be written."""
        state = self._place.state(connection)
        if state.empty:
            if not self.write:
                raise self._place.missing()
            make(connection, self._place)
            self.note(connection, "shape", schema.SHAPE)
            return
        if not state.ours:
            raise self._place.strange()
        if state.version > schema.SCHEMA_VERSION or migrating.is_newer(connection):
            raise NewerEditionError(
                f"{self.path}: this edition was written by a newer Gainsay (its format is {state.version}, this "
                f"program knows {schema.SCHEMA_VERSION}). Upgrade with `pip install --upgrade gainsay`."
            )
        if migrating.is_older(connection):
            if not self.write:
                raise EditionError(
                    f"{self.path}: this edition was written by an earlier Gainsay. Read its folder again (`gainsay "
                    f"read FOLDER -o {self.path}`), or `gainsay repair -e {self.path}`: both bring it to this one."
                )
            migrating.upgrade(connection)
            self.note(connection, "shape", schema.SHAPE)
        if self.noted(connection, "shape") != schema.SHAPE:
            raise EditionError(
                f"{self.path}: this edition was written by another version of Gainsay. `gainsay repair -e "
                f"{self.path}` brings it to this one, with all that people decided about it."
            )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            told = self._place.meaning(error)
            if told is None:
                raise
            raise told from error


def make(connection: Connection, place: Place) -> None:
    """Make the tables of a new edition."""
    schema.metadata.create_all(connection)
    dialect_of(connection).create(connection)
    migrating.stamp(connection)
    place.mark(connection)


def _place(address: Address, write: bool, durable: bool) -> Place:
    if isinstance(address, Server):
        from gainsay.store.server import ServerPlace

        return ServerPlace(address, write, durable)
    from gainsay.store.file import FilePlace

    return FilePlace(address, write, durable)
