"""One writer at a time: a lock file beside the edition, held by the operating system and so released however we end."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType

from gainsay.errors import EditionBusyError, StorageError


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
    """Held while an edition is written.

    The lock is on a file of its own, not on the edition: closing a descriptor of a SQLite file drops SQLite's locks.
    """

    def __init__(self, edition: Path, patience: float = 0.0) -> None:
        self._edition = edition
        self._patience = patience  # seconds to wait for another writer
        self._path = edition.with_name(edition.name + ".lock")
        self._descriptor: int | None = None

    def __enter__(self) -> WriteLock:
        until = time.monotonic() + self._patience
        while self._descriptor is None:
            descriptor = self._open()
            if not _take(descriptor):
                os.close(descriptor)
                if time.monotonic() < until:
                    time.sleep(0.05)
                    continue
                raise EditionBusyError(
                    f"another `gainsay read` is writing {self._edition.name}. "
                    "Wait until it has ended, or give another edition with -o."
                )
            if self._is_ours(descriptor):
                self._descriptor = descriptor
            else:
                os.close(descriptor)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
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
            return os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
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
