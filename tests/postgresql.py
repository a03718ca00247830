"""A private server of PostgreSQL for the tests: in a folder of its own, on a socket, for as long as they run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

USERS = ("postgres", "nobody")  # whom to run as when we are root, whom PostgreSQL refuses
WAITING = 120  # seconds
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")
GUARDED = "locked"  # the name of a user whom the server asks for a password
PASSWORD = "tide%table"


def binaries() -> Path | None:
    """Where `postgres` and `initdb` are: on the path, or where Debian puts them, the newest."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    return debian[-1].parent if debian else None


@dataclass
class Server:
    """A running server. Databases are made in it, one for each who asks."""

    folder: Path
    process: subprocess.Popen[bytes]
    made: int = 0

    def address(self, database: str, user: str = "gainsay") -> str:
        """How Gainsay finds a database."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder), safe='/')}"

    def run(self, statement: str, database: str = "postgres") -> None:
        """Carry out a statement."""
        with self.connect(database) as connection:
            connection.execute(statement)

    def connect(self, database: str) -> Any:
        """A connection of psycopg's own."""
        import psycopg

        return psycopg.connect(self.address(database), autocommit=True)

    def make(self) -> str:
        """The address of a new database."""
        self.made += 1
        name = f"edition_{os.getpid()}_{self.made}"
        self.run(f"CREATE DATABASE {name} STRATEGY file_copy")
        return self.address(name)


def _user() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in USERS if name in names), None)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and stop it in the end."""
    where = binaries()
    assert where is not None
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="gainsay-pg-"))
    if user:
        shutil.chown(folder, user)
    as_user: dict[str, Any] = {"user": user, "cwd": folder, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    # A collation that sorts unlike SQLite, so that the tests show that the tables do not depend on it.
    locale = ("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8")
    made = subprocess.run(
        [where / "initdb", "-D", folder / "data", "-U", "gainsay", "--auth=trust", "--no-sync", *locale],
        **as_user,
        check=False,
    )
    assert made.returncode == 0, made.stdout.decode()
    rules = folder / "data" / "pg_hba.conf"
    rules.write_text(f"local all {GUARDED} scram-sha-256\n{rules.read_text()}")
    settings = [f"-c{one}" for one in (*QUICK, "listen_addresses=", f"unix_socket_directories={folder}")]
    as_user["stdout"] = subprocess.DEVNULL
    server = Server(folder, subprocess.Popen([where / "postgres", "-D", folder / "data", *settings], **as_user))
    try:
        _wait(server)
        server.run(f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{PASSWORD}'")
        yield server
    finally:
        server.process.terminate()
        try:
            server.process.wait(20)
        except subprocess.TimeoutExpired:
            server.process.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: Server) -> None:
    import psycopg

    until = time.monotonic() + WAITING
    while True:
        try:
            server.run("SELECT 1")
            return
        except psycopg.OperationalError:
            if server.process.poll() is not None or time.monotonic() > until:
                raise
            time.sleep(0.1)
