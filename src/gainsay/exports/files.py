"""Writing files so that a reader never finds half of one, and so that a full disk is told in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from gainsay.errors import StorageError

_encode = json.JSONEncoder(ensure_ascii=False).encode  # made once: `json.dumps` would make one for each record


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, under another name until the block ends well; its folder is made.

    Raises StorageError where it cannot be written.
    """
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as file:
                yield file
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"{path}: the export cannot be written ({error.strerror}). Give another place, where there is room."
        ) from error


def write_file(path: Path, text: str) -> None:
    """Write a text whole."""
    with writing(path) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def write_lines(path: Path, records: Iterable[Any]) -> int:
    """Write records as JSON Lines; how many there were."""
    count = 0
    with writing(path) as file:
        for record in records:
            file.write(json_bytes(record) + b"\n")
            count += 1
    return count


def json_bytes(record: Any) -> bytes:
    """JSON in UTF-8 on one line.

    >>> json_bytes({"name": "Médée"}).decode()
    '{"name": "Médée"}'
    """
    try:
        return _encode(record).encode()
    except UnicodeEncodeError:
        return json.dumps(record).encode()  # a lone surrogate has no UTF-8, but an escape
