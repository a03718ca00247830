"""An edition in a database of a PostgreSQL server: connecting, and what its errors mean to a person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from gainsay.errors import (
    EditionBusyError,
    EditionError,
    NotAnEditionError,
    StorageError,
    UsageError,
)
from gainsay.store import schema
from gainsay.store.address import Server
from gainsay.store.place import State

BUSY_SECONDS = 5  # how long a writer waits for another to finish its transaction
PATIENT_SECONDS = 120  # how long a person's decision waits for the comparison of a large edition to be written
CONNECTING_SECONDS = 10
WRITING = schema.APPLICATION_ID << 16 | 1  # of the lock that a transaction holds while it writes
READING = schema.APPLICATION_ID << 16 | 2  # of the lock that `gainsay read` holds from beginning to end
KEEP_ALIVE = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}
KEPT = "before_repair"  # the schema where a repair leaves what was there
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
POOL = 4  # connections kept open; twenty more where as many people read at once

MEANINGS = {
    "55P03": (EditionBusyError, "is being written by another program. Try again later."),
    "53100": (StorageError, "the server's disk is full. What was read so far is kept: make room and run it again."),
    "53300": (EditionBusyError, "the server has no connection left. Try again later, or allow it more of them."),
    "42501": (StorageError, "the server does not let this user write here. Ask whoever keeps it, or give another."),
    "25006": (StorageError, "the server only lets this edition be read. Ask whoever keeps it."),
    "57014": (EditionBusyError, "the server stopped what took too long. Try again later."),
    "22021": (StorageError, "the database does not hold all characters. Make one with the encoding UTF8."),
}
"""PostgreSQL's codes, the error that they are to a person, and its words."""

CONNECTING = ("08", "28", "3D", "57")  # classes of codes: there is, or was, no connection
OURS = ("23", "42")  # the statement is wrong: a fault of ours

_LET_IN = "the server did not let this user in. Check the name and the password (PGPASSWORD, ~/.pgpass)."
_LOST = (
    "the connection to the server was lost. What was read so far is kept: see that the server runs, and run the "
    "command again."
)
REFUSALS = {
    "password": _LET_IN,
    "authentication": _LET_IN,
    "pg_hba.conf": _LET_IN,
    "role": "the server does not know this user. Give one that it knows: USER@HOST.",
    "permission denied": "the server does not let this user into the database. Ask whoever keeps it.",
    "database": "there is no such database. Make it with `createdb {name}`.",
    "server closed the connection": _LOST,
    "terminating connection": _LOST,
    "connection is closed": _LOST,
    "connection is lost": _LOST,
    "SSL connection has been closed": _LOST,
}
"""What libpq says where there is no connection (it has no codes for that), in this order, and what to say of it."""


class ServerPlace:
    """See `gainsay.store.place.Place`."""

    def __init__(self, server: Server, write: bool, durable: bool) -> None:
        self._server = server
        self.engine = _engine(server, write, durable)

    def state(self, connection: Connection) -> State:
        """By the comment on the table that every edition has."""
        if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
            raise StorageError(f"{self._server}: {MEANINGS['22021'][1]}")
        tables = set(connection.exec_driver_sql(_TABLES).scalars())
        note = connection.exec_driver_sql("SELECT obj_description(to_regclass('edition'), 'pg_class')").scalar() or ""
        name, _, version = str(note).rpartition(" ")
        ours = name == "Gainsay" and version.isdecimal() and "edition" in tables
        return State(empty=not tables, ours=ours, version=int(version) if ours else 0)

    def mark(self, connection: Connection) -> None:
        """In that comment."""
        connection.exec_driver_sql(f"COMMENT ON TABLE edition IS 'Gainsay {schema.SCHEMA_VERSION}'")

    def put_aside(self, connection: Connection) -> None:
        """Move all that is there into a schema of its own."""
        if connection.exec_driver_sql(f"SELECT to_regnamespace('{KEPT}')").scalar() is not None:
            raise EditionError(
                f"{self._server}: an earlier repair left a schema {KEPT} in the database. Drop it, then repair again."
            )
        tables = connection.exec_driver_sql(_TABLES).scalars().all()
        connection.exec_driver_sql(f"CREATE SCHEMA {KEPT}")
        for table in tables:
            connection.exec_driver_sql(f'ALTER TABLE "{table}" SET SCHEMA {KEPT}')

    def ready(self) -> None:
        """Nothing."""

    def finish(self, connection: Connection) -> None:
        """Count the transactions that wrote."""
        connection.exec_driver_sql(
            "INSERT INTO edition (key, value) VALUES ('written', '1') "
            "ON CONFLICT (key) DO UPDATE SET value = (edition.value::bigint + 1)::text"
        )

    def written(self) -> tuple[int, ...]:
        """By that count."""
        with self.engine.begin() as connection:
            seen = connection.exec_driver_sql("SELECT value FROM edition WHERE key = 'written'").scalar()
        return (int(seen or 0),)

    def faults(self, connection: Connection, *, quick: bool = False) -> list[str]:
        """None: PostgreSQL checks its pages itself."""
        return []

    def compact(self) -> None:
        """Let the server clear up and count at once, and not when it thinks of it."""
        with self.engine.connect() as connection:
            try:
                connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM (ANALYZE)")
            except DBAPIError:
                return  # it is a saving, not a need

    def missing(self) -> EditionError:
        """A database without tables."""
        server = self._server
        return NotAnEditionError(
            f"{server}: the database is empty. `gainsay read FOLDER --edition {server}` makes an edition in it."
        )

    def strange(self) -> EditionError:
        """A database of another program."""
        return NotAnEditionError(
            f"{self._server}: this database holds something else than an edition of Gainsay, and it was left as it is. "
            "Make a database for the edition alone (`createdb NAME`)."
        )

    def meaning(self, error: BaseException) -> EditionError | None:
        """By PostgreSQL's code, or where there is none (nobody answers) by its words."""
        origin = error.orig if isinstance(error, DBAPIError) else error
        if not type(origin).__module__.startswith("psycopg"):
            return None
        code = getattr(origin, "sqlstate", None)
        if code in MEANINGS:
            kind, words = MEANINGS[code]
            return kind(f"{self._server}: {words}" if kind is not EditionBusyError else f"{self._server.name} {words}")
        told = self._told(str(origin))
        if code is None or code[:2] in CONNECTING:
            return _unconnected(self._server, told)
        if code[:2] in OURS:
            return None
        return EditionError(f"{self._server}: {told}. Run the command again with --debug to see where.")

    def _told(self, message: str) -> str:
        """The server's words in one line, without a password."""
        told = " ".join(message.split())
        for word in self._server.passwords:
            told = told.replace(word, "…")
        return told


def _unconnected(server: Server, told: str) -> EditionError:
    """Why there is no connection."""
    for words, meaning in REFUSALS.items():
        if words in told:
            return StorageError(f"{server}: {meaning.format(name=server.name)}")
    return StorageError(f"{server}: no PostgreSQL server answers there. Is it running, and is the address right?")


def connect(server: Server, **options: Any) -> Any:
    """A connection of psycopg's own."""
    given = {"connect_timeout": CONNECTING_SECONDS, "application_name": "gainsay", **KEEP_ALIVE, **options}
    return _driver().connect(server.secret, **given)


def _driver() -> Any:
    try:
        import psycopg
    except ImportError:
        raise UsageError("an edition on PostgreSQL needs what `pip install 'gainsay[postgres]'` installs.") from None
    return psycopg


def _engine(server: Server, write: bool, durable: bool) -> Engine:
    """An engine whose writing transactions exclude each other, and whose reading ones see one moment, as in SQLite."""
    _driver()  # before SQLAlchemy looks for it
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(server),
        pool_pre_ping=True,
        pool_size=POOL,
        max_overflow=20,
        isolation_level="READ COMMITTED" if write else "REPEATABLE READ",
    )

    def begin(connection: Connection) -> None:
        if not write:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            return
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENT_SECONDS if durable else BUSY_SECONDS}s'")
        # A moment's statement, so that what follows sees all that the last writer wrote.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")
        if not durable:
            connection.exec_driver_sql("SET LOCAL synchronous_commit = off")

    event.listen(engine, "begin", begin)
    return engine
