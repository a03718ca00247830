"""The proof that a redacted export holds no redacted name: every byte that was written is looked through."""

from __future__ import annotations

import html
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

from gainsay.errors import RedactionError
from gainsay.exports.redaction.forms import Forms
from gainsay.store.texts import decompress

_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})?")
_HEX = re.compile(r"\b[0-9a-f]{16,}\b")  # hashes and ids: what letters stand in them means nothing
_TEX = re.compile(r"\\[{}$&#%_]|[{}]")

_PACKED = (b"PK\x03\x04", b"SQLite format 3\0", b"PAR1")
BY_CHANCE = 6  # letters: in packed bytes a shorter name is met by chance, so there it is looked for after unpacking


def prove(folder: Path, forms: Forms) -> int:
    """Look through everything in the folder; the number of bytes. Raises RedactionError where a form is left."""
    total = 0
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        total += file.stat().st_size
        name = str(file.relative_to(folder))
        for where, words, shortest in ((name, name, 0), *_readings(name, file.read_bytes())):
            found = [f for f in forms.find(words) if f.span.length >= shortest]
            if found:
                raise RedactionError(
                    f"nothing was written: in {where} a name would have remained ({len(found)} times). Add the form in "
                    "which it stands there to the list, or leave the document out with `restricted = true`."
                )
    return total


Reading = tuple[str, str, int]
"""Where words stand, the words, and how long a form has to be there to be no play of chance."""


def _readings(name: str, data: bytes) -> Iterator[Reading]:
    """The bytes as a program might read them: as they are, unescaped, unpacked."""
    words = _HEX.sub(" ", data.decode("utf-8", "replace"))
    if data.startswith(_PACKED):
        yield name, words, BY_CHANCE
    else:
        plain = (html.unescape(words), unquote(words), _ESCAPE.sub(_unescaped, words), _TEX.sub("", words))
        yield from ((name, reading, 0) for reading in dict.fromkeys((words, *plain)))
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for member in packed.namelist():
                yield f"{name}/{member}", member, 0
                yield from _readings(f"{name}/{member}", packed.read(member))
    elif data.startswith(b"SQLite format 3\0"):
        yield from _tables(name, data)
    elif data.startswith(b"PAR1"):
        yield from _columns(name, data)


def _unescaped(escape: re.Match[str]) -> str:
    return str(json.loads(f'"{escape.group()}"'))


def _tables(name: str, data: bytes) -> Iterator[Reading]:
    """Every cell of a database, packed ones unpacked."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if not table.startswith("passage_"):  # the word indexes: made of the texts, and read as bytes already
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    yield f"{name}, table {table}", _HEX.sub(" ", "\n".join(_cell(value) for value in row)), 0


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        try:
            return decompress(value)
        except (zlib.error, ValueError):
            return ""  # numbers; what stands in them is looked through with the bytes of the file
    return "" if value is None else str(value)


def _columns(name: str, data: bytes) -> Iterator[Reading]:
    from pyarrow import parquet

    for column, values in parquet.read_table(io.BytesIO(data)).to_pydict().items():
        yield f"{name}, column {column}", _HEX.sub(" ", "\n".join(str(value) for value in values)), 0
