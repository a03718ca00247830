"""Which files of a folder are documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from gainsay.documents.formats import HEAD
from gainsay.documents.names import is_document_name
from gainsay.documents.originals import Original, expand, file_at
from gainsay.documents.scans import PICTURES, is_scan
from gainsay.errors import DocumentError, UsageError


def base(root: Path) -> Path:
    """The folder that paths are relative to: `root` itself, or the folder of a single file."""
    return root if root.is_dir() else root.parent


def writable(path: str) -> str:
    r"""The path as it can be printed and stored.

    Python carries the bytes of a name that is not UTF-8 as lone surrogates, which no store or export can hold.

    >>> writable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return path.encode("utf-8", "backslashreplace").decode()


def find_files(root: Path) -> list[str]:
    """The documents in `root`, as sorted relative paths with forward slashes; `root` may be a single file.

    What an archive, a mailbox or a mail holds is listed below it, as in `mail.mbox/0003/report.pdf`. Hidden files,
    editions, `sources.toml`, data tables, pictures that are no scans, the `…_files` folders of saved pages, and links
    are passed over. A folder that cannot be opened is listed itself, so that reading it says so.
    """
    if not root.exists():
        raise UsageError(f"{root}: there is no such file or folder. Check the path.")
    if writable(str(root)) != str(root):
        raise UsageError(f"{writable(str(root))}: the name holds characters that cannot be written. Rename the folder.")
    if not root.is_dir() and not root.is_file():
        raise UsageError(f"{root}: this is a pipe or a device, not a document. Save what it gives to a file first.")
    if not root.is_dir():
        original = file_at(root.resolve(), root.name)
        return list(_documents(original)) if original else [root.name]
    closed: list[str] = []
    found: list[str] = []
    for folder, names, files in os.walk(root, onerror=lambda error: closed.append(_relative(root, error.filename))):
        names[:] = [name for name in names if not name.startswith(".") and not name.endswith("_files")]
        here, within = Path(folder), _relative(root, folder)
        for name in files:
            path = name if within == "." else f"{within}/{name}"
            # What a link points to is read where it lies, or lies outside; twice read, it would look like a second
            # witness. A pipe or a device would make reading wait for ever.
            original = file_at(here / name, path) if is_document_name(name) else None
            if original is not None and _may_be_page(original.file):
                found += _documents(original)
    return sorted([*found, *(path for path in closed if path != ".")])


def _may_be_page(path: Path) -> bool:
    """False of a picture that is no scan. One that is named alone is read whatever it is."""
    if not path.name.lower().endswith(PICTURES):
        return True
    try:
        with path.open("rb") as stream:
            return is_scan(stream.read(HEAD))
    except OSError:
        return False


def _documents(original: Original) -> Iterator[str]:
    """The documents in one file: itself, or what it holds."""
    try:
        yield from expand(original) if writable(original.path) == original.path else [original.path]
    except DocumentError:
        yield original.path


def _relative(root: Path, path: Path | str) -> str:
    return Path(path).relative_to(root).as_posix()
