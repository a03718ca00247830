"""`sources.toml`: what the user declares about documents because their texts do not say it."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
import warnings
from calendar import monthrange
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from gainsay.documents.catalogues import read_catalogues
from gainsay.documents.document import Document, Stated
from gainsay.documents.folder import base
from gainsay.documents.names import SOURCES
from gainsay.documents.originals import file_on_disk
from gainsay.errors import SourcesError

_LARGEST = 50_000_000  # bytes: some half a million documents

TEXT_KEYS = ("title", "author", "publisher", "written", "party", "kind", "language", "url")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the user says of one document: `values` by key (`title`, `author`, …) and whether it is restricted."""

    values: dict[str, str] = field(default_factory=dict)
    restricted: bool = False


def read_sources(root: Path) -> dict[str, Declared]:
    """What `sources.toml` beside the documents declares, by path, and below it what a library exported from a
    reference manager says of its files; empty where there is neither.

    Raises SourcesError, naming file, table and key, where the file is not valid. A table that names no file is warned
    of and kept: the document may come later.
    """
    folder = base(root)
    declared = _read_toml(folder / SOURCES, whole=root.is_dir())
    if root.is_dir():
        for path, values in read_catalogues(folder).items():
            own = declared.get(path, Declared())
            sound = {key: value for key, value in values.items() if not _wrong(key, value)}
            declared[path] = replace(own, values={**sound, **own.values})
    return declared


def _read_toml(file: Path, *, whole: bool) -> dict[str, Declared]:
    folder = file.parent
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise SourcesError(f"{file}: is a link, a folder or a pipe. Put the file itself there.")
    try:
        if file.stat().st_size > _LARGEST:
            raise SourcesError(f"{file}: has more than {_LARGEST / 1e6:.0f} MB. Keep to what the texts do not say.")
        raw = file.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourcesError(f"{file}: cannot be opened ({error.strerror}). Check its permissions.") from error
    try:
        tables = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourcesError(f"{file}: is not in UTF-8. Save it again in that encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(f"{file}: is not valid TOML: {error}. Correct that line and read again.") from error
    declared, meant = {}, dict[str, str]()
    for path, table in tables.items():
        _check_path(file, path, table)
        if whole and not file_on_disk(folder, path):
            warnings.warn(f'{file}: ["{path}"] names no file in {folder}. Check the spelling.', stacklevel=2)
        # One table would silently undo the other, and may be the one that keeps the document back.
        other = meant.setdefault(unicodedata.normalize("NFC", str(PurePosixPath(path))), path)
        if other != path:
            raise SourcesError(f'{file}: ["{other}"] and ["{path}"] mean one document. Put the two together.')
        declared[str(PurePosixPath(path))] = _declared(file, path, table)
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
        elif isinstance(value, dict):
            raise SourcesError(f'{file}: {path}.{key}: a path stands in quotation marks: ["{path}.{key}"].')
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
    wrong = _wrong(key, value)
    if wrong:
        raise SourcesError(f'{file}: ["{path}"]: {key} = {json.dumps(value, ensure_ascii=False)} {wrong}')
    return value


def _wrong(key: str, value: str) -> str | None:
    """What is wrong with a text, and what to write."""
    if any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in value):
        return "holds control characters. Remove them."
    if key == "written" and not _is_edtf(value):
        return "is not an EDTF date. Write 1911-03-04, 1911~ or 1911/1913."
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return "is not a code of a language. Write en, fr, de …"
    return None


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


_DAY = r"[0-9X]{4}[?~%]?(?:-(?:0[1-9]|1[0-2]|2[1-4]|[01X]X)(?:-(?:0[1-9]|[12]\d|3[01]|[0-3X]X))?)?[?~%]?"
"""Year, month or season (21–24), day, each perhaps unspecified (X), the whole perhaps uncertain (?) or rough (~)."""

_EDTF = re.compile(rf"(?:{_DAY}|\.\.)?(?:/(?:{_DAY}|\.\.)?)?|\[[0-9X.,\s~?%-]+\]|\{{[0-9X.,\s~?%-]+\}}")


def _is_edtf(value: str) -> bool:
    if not _EDTF.fullmatch(value) or not any(char.isdigit() for char in value):
        return False
    ends = value.split("/")
    # Strings of digits sort as the days do, as far as both are given.
    return all(map(_in_calendar, ends)) and not (
        all(_PLAIN.fullmatch(end) for end in ends) and ends[0][: len(ends[-1])] > ends[-1][: len(ends[0])]
    )


_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _in_calendar(day: str) -> bool:
    """False of a 31 February; what is no plain day passes.

    >>> [_in_calendar(day) for day in ("1912-02-29", "1911-02-29", "1911-02-3X", "1911~")]
    [True, False, True, True]
    """
    day = day.rstrip("?~%")
    if len(day) != 10 or not _PLAIN.fullmatch(day):
        return True
    year, month, number = map(int, day.split("-"))
    # The Gregorian calendar repeats every 400 years, and Python knows no year 0. Seasons (21–24) have no days.
    return month <= 12 and number <= monthrange(2000 + year % 400, month)[1]
