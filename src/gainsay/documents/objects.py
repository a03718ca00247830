"""Documents in an object store, at addresses such as `s3://bucket/reports/1.pdf` (extra `objects`).

Nothing is fetched but what the user named. A worker fetches an object into a folder of its own, reads it there and
deletes it; so only the store has to be within reach of all workers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from gainsay.errors import UnreadableError, UsageError

LARGEST = 1_000_000_000
"""Bytes: more is not fetched. What is read of each format is less."""


def is_address(place: str) -> bool:
    """Whether this is the address of an object, and no path.

    >>> is_address("s3://papers/1.txt"), is_address("papers/1.txt")
    (True, False)
    """
    return "://" in place


def version(address: str) -> str:
    """What tells this object from what may lie there later; empty where it cannot be looked at."""
    store, path = _opened(address)
    try:
        return str(store.ukey(path))
    except OSError:
        return ""


@contextmanager
def at_hand(root: str, path: str) -> Iterator[Path]:
    """The folder in which `path` lies: `root` itself, or for objects a private one that is deleted afterwards."""
    if not is_address(root):
        yield Path(root)
        return
    if ".." in PurePosixPath(path).parts:
        raise UnreadableError(path, "its name leads out of where it lies. Give it another.")
    store, there = _opened(f"{root}/{path}")
    with TemporaryDirectory(prefix="gainsay-") as folder:
        here = Path(folder) / path
        here.parent.mkdir(parents=True, exist_ok=True)
        try:
            if store.info(there)["size"] > LARGEST:
                raise UnreadableError(path, f"has more than {LARGEST / 1e9:.0f} GB. Split it.")
            store.get_file(there, str(here))
        except OSError as error:
            raise UnreadableError(path, f"cannot be fetched ({error or type(error).__name__}).") from error
        yield Path(folder)


def _opened(address: str) -> tuple[Any, str]:
    """The store and the object's path in it."""
    try:
        import fsspec
    except ImportError as error:
        raise UsageError("Object stores need fsspec. `pip install 'gainsay[objects]'` adds it.") from error
    try:
        store, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{address}: no such store is known here ({error}).") from error
    return store, path
