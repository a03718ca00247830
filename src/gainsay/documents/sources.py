"""`sources.toml`: what the user declares about documents because their texts do not say it."""

from __future__ import annotations

import re
import tomllib
import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from gainsay.documents.document import Document, Stated
from gainsay.documents.folder import SOURCES, base
from gainsay.errors import SourcesError

TEXT_KEYS = ("title", "author", "publisher", "written", "party", "kind", "language", "url")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the user says of one document: `values` by key (`title`, `author`, …) and whether it is restricted."""

    values: dict[str, str] = field(default_factory=dict)
    restricted: bool = False


def read_sources(root: Path) -> dict[str, Declared]:
    """What `sources.toml` beside the documents declares, by path; empty where there is none.

    Raises SourcesError, naming file, table and key, where the file is not valid. A table that names no file is warned
    of and kept: the document may come later.
    """
    folder = base(root)
    file = folder / SOURCES
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourcesError(f"{file}: cannot be opened ({error.strerror}). Check its permissions.") from error
    try:
        tables = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourcesError(f"{file}: is not valid TOML: {error}. Correct that line and read again.") from error
    declared = {}
    for path, table in tables.items():
        _check_path(file, path, table)
        if root.is_dir() and not (folder / path).is_file():
            warnings.warn(f'{file}: ["{path}"] names no file in {folder}. Check the spelling.', stacklevel=2)
        declared[path] = _declared(file, path, table)
    return declared


def apply(document: Document, said: Declared) -> Document:
    """The document with what the user says of it; the user overrules text and file."""
    stated = {key: Stated(value, "user") for key, value in said.values.items() if key != "language"}
    return replace(
        document,
        metadata={**document.metadata, **stated},
        language=said.values.get("language", document.language),
        restricted=said.restricted or document.restricted,
    )


def _check_path(file: Path, path: str, table: object) -> None:
    if not isinstance(table, dict):
        raise SourcesError(f'{file}: {path}: expected a table, one a document, such as ["{path}.txt"].')
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or "\\" in path:
        raise SourcesError(
            f'{file}: ["{path}"]: the path leaves the folder. Write it relative to {file.parent}, with /.'
        )


def _declared(file: Path, path: str, table: dict[str, Any]) -> Declared:
    values: dict[str, str] = {}
    for key, value in table.items():
        if key == "restricted":
            if not isinstance(value, bool):
                raise SourcesError(f'{file}: ["{path}"]: restricted must be true or false, not {value!r}.')
        elif key not in TEXT_KEYS:
            known = ", ".join((*TEXT_KEYS, "restricted"))
            raise SourcesError(f'{file}: ["{path}"]: unknown key {key}. Known keys: {known}.')
        else:
            values[key] = _value(file, path, key, value)
    return Declared(values, bool(table.get("restricted", False)))


def _value(file: Path, path: str, key: str, value: object) -> str:
    # TOML reads an unquoted 1911-03-04 as a date and 1911 as a number: both are plain enough.
    if key == "written" and type(value).__name__ in ("date", "int"):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise SourcesError(f'{file}: ["{path}"]: {key} must be a text in quotation marks, not {value!r}.')
    if key == "written" and not _is_edtf(value):
        raise SourcesError(
            f'{file}: ["{path}"]: written = "{value}" is not an EDTF date. Write 1911-03-04, 1911~ or 1911/1913.'
        )
    return value


_DAY = r"[0-9X]{4}[?~%]?(?:-(?:0[1-9]|1[0-2]|2[1-4]|[01X]X)(?:-(?:0[1-9]|[12]\d|3[01]|[0-3X]X))?)?[?~%]?"
"""Year, month or season (21–24), day, each perhaps unspecified (X), the whole perhaps uncertain (?) or rough (~)."""

_EDTF = re.compile(rf"(?:{_DAY}|\.\.)?(?:/(?:{_DAY}|\.\.)?)?|\[[0-9X.,\s~?%-]+\]|\{{[0-9X.,\s~?%-]+\}}")


def _is_edtf(value: str) -> bool:
    return bool(_EDTF.fullmatch(value)) and any(char.isdigit() for char in value)
