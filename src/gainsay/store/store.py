"""The edition file: opening, creating, transactions, and what its errors mean to a person."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError
from sqlalchemy.pool import QueuePool

from gainsay.errors import EditionBusyError, EditionError, NewerEditionError, NotAnEditionError, StorageError
from gainsay.store import schema
from gainsay.store.dialect import dialect_of

BUSY_SECONDS = 5  # how long SQLite itself waits for a reader to finish; a second writer is stopped by the lock file
PATIENT_SECONDS = 120  # how long a person's decision waits for the comparison of a large edition to be written


class Store:
    """One edition file. Reading never creates or changes it; writing creates it where it is not there.

    `with store.begin() as connection:` is one transaction: all of it is kept, or nothing. A `durable` one is on the
    disk when it ends, come what may, and waits for other writers.
    """

    def __init__(self, path: Path, *, write: bool = False, durable: bool = False) -> None:
        self.path = path
        self.write = write
        if path.exists() and not path.is_file():
            raise NotAnEditionError(f"{path}: this is a folder, not an edition. Name a file, such as {path}.gainsay.")
        if not write and not path.is_file():
            raise NotAnEditionError(f"{path}: there is no such file. Make one with `gainsay read FOLDER -o {path}`.")
        self._engine = _engine(path, write, durable)
        with self._errors():
            self._check()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction; errors of the disk come out as `StorageError`."""
        with self._errors(), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def compact(self) -> None:
        """Close the gaps that writing in no order leaves in the file. Where others use it just now, they stay."""
        with self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            try:
                if raw is not None:
                    raw.execute("VACUUM")
            except sqlite3.OperationalError:
                return  # busy, or no room for a second copy: it is a saving, not a need

    def copy(self, to: Path) -> None:
        """Write a copy of the edition as it is at one moment, by SQLite's own backup: nobody is kept waiting."""
        if to.exists():
            raise StorageError(f"{to}: there is a file of this name already. Give the copy another.")
        with self._errors(), self._engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            try:
                with closing(sqlite3.connect(to)) as target:
                    raw.backup(target)  # type: ignore[union-attr]
            except sqlite3.OperationalError as error:
                to.unlink(missing_ok=True)
                raise StorageError(f"{to}: cannot be written ({error}). Give another place.") from error

    def note(self, connection: Connection, key: str, value: str) -> None:
        """Remember something about the edition as a whole."""
        connection.execute(delete(schema.edition).where(schema.edition.c.key == key))
        connection.execute(insert(schema.edition).values(key=key, value=value))

    def noted(self, connection: Connection, key: str) -> str | None:
        """What was remembered under `key`."""
        found: str | None = connection.scalar(select(schema.edition.c.value).where(schema.edition.c.key == key))
        return found

    def _check(self) -> None:
        with self._engine.begin() as connection:
            application = _pragma(connection, "application_id")
            version = _pragma(connection, "user_version")
            empty = not connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first()
            if empty and application == 0:
                if not self.write:
                    raise NotAnEditionError(
                        f"{self.path}: the file is empty. `gainsay read FOLDER -o {self.path}` fills it."
                    )
                _create(connection)
                self.note(connection, "shape", schema.SHAPE)
            elif application != schema.APPLICATION_ID:
                raise self._not_an_edition()
            elif version > schema.SCHEMA_VERSION:
                raise NewerEditionError(
                    f"{self.path}: this edition was written by a newer Gainsay (its format is {version}, this program "
                    f"knows {schema.SCHEMA_VERSION}). Upgrade with `pip install --upgrade gainsay`."
                )
            elif self.noted(connection, "shape") != schema.SHAPE:
                raise EditionError(
                    f"{self.path}: this edition was written by another version of Gainsay. `gainsay repair -e "
                    f"{self.path}` brings it to this one, with all that people decided about it."
                )
        if self.write:
            # After the tables exist, in one step with the header: a file interrupted before is simply empty.
            with self._engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                if raw is not None:
                    raw.execute("PRAGMA journal_mode=WAL")

    def _not_an_edition(self) -> NotAnEditionError:
        return NotAnEditionError(
            f"{self.path}: this file is not an edition of Gainsay, and it was left as it is. "
            "Give the name of an edition, or another name with -o."
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (IntegrityError, ProgrammingError):
            raise  # faults of ours, not of the disk
        except DatabaseError as error:
            raise self._meaning(str(error.orig)) from error
        except sqlite3.DatabaseError as error:
            raise self._meaning(str(error)) from error

    def _meaning(self, message: str) -> EditionError:
        """The error of ours that says what an error of SQLite means."""
        if "not a database" in message:
            return self._not_an_edition()
        if "locked" in message or "busy" in message:
            return EditionBusyError(f"{self.path.name} is being written by another program. Try again later.")
        if "full" in message or "disk I/O" in message:
            failing = "" if "full" in message else " or failing"
            return StorageError(
                f"{self.path}: the disk is full{failing}. What was read so far is kept: make room and run it again."
            )
        if "readonly" in message or "unable to open" in message:
            return StorageError(f"{self.path}: the file cannot be opened or written here. Check its permissions.")
        if "malformed" in message or "corrupt" in message:
            return StorageError(
                f"{self.path}: the file is damaged. `gainsay repair -e {self.path}` saves what can be saved of it."
            )
        return EditionError(f"{self.path}: {message}. Run the command again with --debug to see where.")


def _engine(path: Path, write: bool, durable: bool) -> Engine:
    """An engine whose transactions begin when we say so: Python's sqlite3 would begin them late, and never for DDL."""
    name = f"file:{quote(os.fsencode(path.absolute()))}"

    def connect() -> sqlite3.Connection:
        if write:
            return _raw(f"{name}?mode=rwc", durable=durable)
        try:
            # Not mode=ro: such a connection leaves SQLite's side files behind. It is kept from writing below.
            return _raw(f"{name}?mode=rw", only_query=True)
        except sqlite3.OperationalError:
            # On a read-only disk SQLite cannot make its side files; nobody can be writing there, so it needs none.
            return _raw(f"{name}?immutable=1", only_query=True)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=16)
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN"))
    return engine


def _raw(uri: str, only_query: bool = False, durable: bool = False) -> sqlite3.Connection:
    patience = PATIENT_SECONDS if durable else BUSY_SECONDS
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience, check_same_thread=False)
    connection.execute(f"PRAGMA query_only={int(only_query)}")
    connection.execute("PRAGMA foreign_keys=ON")
    # With WAL and NORMAL a power cut may cost the last documents, which can be read again, but never the file.
    connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
    connection.execute("PRAGMA cache_size=-65536")  # 64 MB, well inside the memory a read may use
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    return connection


def _pragma(connection: Connection, name: str) -> int:
    value: Any = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    return int(value)


def _create(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    dialect_of(connection).create(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
