"""One reader of folders at a time: a lock that the operating system, or the server, releases however we end."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from gainsay.errors import EditionBusyError, StorageError
from gainsay.store.address import Address, Server


def _take(descriptor: int) -> bool:
    """Whether the operating system gave us the file for ourselves."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class WriteLock:
    """Held while an edition is written; `patience` is how many seconds to wait for another writer."""

    def __init__(self, edition: Address, patience: float = 0.0) -> None:
        self._edition = edition
        self._patience = patience
        self._lock = _ServerLock(edition) if isinstance(edition, Server) else _FileLock(edition)

    def __enter__(self) -> WriteLock:
        until = time.monotonic() + self._patience
        while not self._lock.take():
            if time.monotonic() >= until:
                raise EditionBusyError(
                    f"another `gainsay read` is writing {self._edition.name}. "
                    "Wait until it has ended, or give another edition with -o."
                )
            time.sleep(0.05)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()


class _ServerLock:
    """A lock of PostgreSQL's, on a connection of its own: the server releases it when the connection ends."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._connection: Any = None

    def take(self) -> bool:
        from gainsay.store.server import READING, ServerPlace, connect

        try:
            if self._connection is None:
                self._connection = connect(self._server, autocommit=True)
            return bool(self._connection.execute("SELECT pg_try_advisory_lock(%s)", (READING,)).fetchone()[0])
        except Exception as error:
            told = ServerPlace(self._server, False, False).meaning(error)
            if told is None:
                raise
            raise told from error

    def release(self) -> None:
        if self._connection is not None:
            self._connection.close()


class _FileLock:
    """On a file of its own, not on the edition: closing a descriptor of a SQLite file drops SQLite's locks."""

    def __init__(self, edition: Path) -> None:
        self._edition = edition
        self._path = edition.with_name(edition.name + ".lock")
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Whether the lock is ours."""
        while self._descriptor is None:
            descriptor = self._open()
            if not _take(descriptor):
                os.close(descriptor)
                return False
            if self._is_ours(descriptor):
                self._descriptor = descriptor
            else:
                os.close(descriptor)
        return True

    def release(self) -> None:
        """Let others write."""
        if self._descriptor is None:
            return
        # Removed while still held, so that nobody can hold a file that is already gone from the folder (see _is_ours).
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None
        if os.name == "nt":
            self._path.unlink(missing_ok=True)

    def _open(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise StorageError(
                f"{self._edition}: nothing can be written there ({error.strerror}). Give another place with -o."
            ) from error

    def _is_ours(self, descriptor: int) -> bool:
        """Whether the locked file still stands in the folder: the last holder may have removed it meanwhile."""
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False
