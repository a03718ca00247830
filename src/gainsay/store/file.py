"""An edition in a file of SQLite: opening it, and what its errors mean to a person."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError
from sqlalchemy.pool import QueuePool

from gainsay.errors import EditionBusyError, EditionError, NotAnEditionError, StorageError
from gainsay.store import schema
from gainsay.store.place import State
from gainsay.store.sqlite import WORD_INDEX

BUSY_SECONDS = 5  # how long SQLite itself waits for a reader to finish; a second writer is stopped by the lock file
PAGE = 2048  # bytes: pages of 4096, as SQLite makes them by itself, leave more room empty
PATIENT_SECONDS = 120  # how long a person's decision waits for the comparison of a large edition to be written

LARGEST_VALUE = 200_000_000  # bytes: a text has a tenth of that at most
_OURS = " OR ".join(f"sql = '{statement.replace(chr(39), 2 * chr(39))}'" for statement in WORD_INDEX)
_FOREIGN = (
    "SELECT CASE WHEN type = 'table' THEN 'virtual table' ELSE type END FROM sqlite_master "
    f"WHERE type IN ('view', 'trigger') OR (sql LIKE 'CREATE VIRTUAL%' AND NOT ({_OURS})) LIMIT 1"
)

_DATABASE = DatabaseError, sqlite3.DatabaseError


class FilePlace:
    """See `gainsay.store.place.Place`."""

    def __init__(self, path: Path, write: bool, durable: bool) -> None:
        self._path = path
        if path.exists() and not path.is_file():
            raise NotAnEditionError(f"{path}: this is a folder, not an edition. Name a file, such as {path}.gainsay.")
        if not write and not path.is_file():
            raise NotAnEditionError(f"{path}: there is no such file. Make one with `gainsay read FOLDER -o {path}`.")
        if write:
            _make_private(path)
        self.engine = _engine(path, write, durable)

    def state(self, connection: Connection) -> State:
        """By the header of the file."""
        self._refuse_foreign(connection)
        application = _pragma(connection, "application_id")
        empty = not connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first()
        return State(
            empty=empty and application == 0,
            ours=application == schema.APPLICATION_ID,
            version=_pragma(connection, "user_version"),
        )

    def _refuse_foreign(self, connection: Connection) -> None:
        """No edition has views or triggers: whoever puts them into one wants something done when it is used."""
        found = connection.exec_driver_sql(_FOREIGN).first()
        if found and _pragma(connection, "application_id") == schema.APPLICATION_ID:
            raise StorageError(
                f"{self._path}: somebody put a {found[0]} into this edition, as Gainsay never does; it was not opened. "
                f"`gainsay repair -e {self._path}` makes a new one of its texts and decisions."
            )

    def mark(self, connection: Connection) -> None:
        """In the header."""
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA_VERSION}")

    def ready(self) -> None:
        """Write ahead from now on: after the tables exist, in one step with the header, so that a file interrupted
        before is simply empty.
        """
        with self.engine.connect() as connection:
            _raw_of(connection).execute("PRAGMA journal_mode=WAL")

    def finish(self, connection: Connection) -> None:
        """Nothing: the file tells by itself."""

    def written(self) -> tuple[int, ...]:
        """By the file, and the log that SQLite writes ahead of it."""
        found: list[int] = []
        for path in (self._path, self._path.with_name(f"{self._path.name}-wal")):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if stat.st_size:
                found += (stat.st_size, stat.st_mtime_ns)
        return tuple(found)

    def faults(self, connection: Connection, *, quick: bool = False) -> list[str]:
        """By SQLite's own check of its pages."""
        check = "quick_check" if quick else "integrity_check"
        return [row[0] for row in connection.exec_driver_sql(f"PRAGMA {check}") if row[0] != "ok"]

    def compact(self) -> None:
        """Close the gaps that writing in no order leaves in the file."""
        with self.engine.connect() as connection:
            try:
                _raw_of(connection).execute("VACUUM")
            except sqlite3.OperationalError:
                return  # busy, or no room for a second copy: it is a saving, not a need

    def copy(self, to: Path) -> None:
        """Copy the file as it is at one moment, by SQLite's own backup: nobody is kept waiting."""
        half = to.with_name(to.name + ".copying")  # so that what is killed midway never passes for a copy
        with self.engine.connect() as connection:
            try:
                half.unlink(missing_ok=True)
                _make_private(half)
                with closing(sqlite3.connect(half)) as target:
                    _raw_of(connection).backup(target)
                half.replace(to)
            except (sqlite3.OperationalError, OSError) as error:
                half.unlink(missing_ok=True)
                raise StorageError(f"{to}: cannot be written ({error}). Give another place.") from error

    def missing(self) -> EditionError:
        """An empty file."""
        path = self._path
        return NotAnEditionError(f"{path}: the file is empty. `gainsay read FOLDER -o {path}` fills it.")

    def strange(self) -> EditionError:
        """A file of another kind."""
        return NotAnEditionError(
            f"{self._path}: this file is not an edition of Gainsay, and it was left as it is. "
            "Give the name of an edition, or another name with -o."
        )

    def meaning(self, error: BaseException) -> EditionError | None:
        """By SQLite's words."""
        if isinstance(error, (IntegrityError, ProgrammingError)) or not isinstance(error, _DATABASE):
            return None
        message = str(error.orig if isinstance(error, DatabaseError) else error)
        path = self._path
        if "not a database" in message:
            return self.strange()
        if "locked" in message or "busy" in message:
            return EditionBusyError(f"{path.name} is being written by another program. Try again later.")
        if "full" in message or "disk I/O" in message:
            failing = "" if "full" in message else " or failing"
            return StorageError(
                f"{path}: the disk is full{failing}. What was read so far is kept: make room and run it again."
            )
        if "readonly" in message or "unable to open" in message:
            return StorageError(f"{path}: the file cannot be opened or written here. Check its permissions.")
        if "malformed" in message or "corrupt" in message:
            return StorageError(
                f"{path}: the file is damaged. `gainsay repair -e {path}` saves what can be saved of it."
            )
        return EditionError(f"{path}: {message}. Run the command again with --debug to see where.")


def _raw_of(connection: Connection) -> sqlite3.Connection:
    raw: Any = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def _make_private(path: Path) -> None:
    """Make the file, for nobody but its owner, where there is none; what SQLite keeps beside it is as private as it."""
    with suppress(OSError):  # there already; or it cannot be made, which SQLite says in its turn
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


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
    try:
        return _opened(uri, only_query, durable)
    except UnicodeDecodeError as error:  # what SQLite says of a damaged schema holds the bytes that stand there
        raise sqlite3.DatabaseError("malformed database schema") from error


def _opened(uri: str, only_query: bool, durable: bool) -> sqlite3.Connection:
    patience = PATIENT_SECONDS if durable else BUSY_SECONDS
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience, check_same_thread=False)
    # The file may come from an adversary: its schema is not trusted, its pages are checked, its values are bounded.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    connection.execute(f"PRAGMA query_only={int(only_query)}")
    connection.execute(f"PRAGMA page_size={PAGE}")  # of a file that is still to be made
    connection.execute("PRAGMA foreign_keys=ON")
    # With WAL and NORMAL a power cut may cost the last documents, which can be read again, but never the file.
    connection.execute(f"PRAGMA synchronous={'FULL' if durable else 'NORMAL'}")
    connection.execute("PRAGMA cache_size=-65536")  # 64 MB, well inside the memory a read may use
    connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    return connection


def _pragma(connection: Connection, name: str) -> int:
    value: Any = connection.exec_driver_sql(f"PRAGMA {name}").scalar()
    return int(value)
