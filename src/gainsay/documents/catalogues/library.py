"""Finding the libraries in a folder and matching their items with its files."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from gainsay.documents.catalogues.bibtex import read_bibtex
from gainsay.documents.catalogues.csl import read_csl
from gainsay.documents.catalogues.item import Item

_LARGEST = 50_000_000
"""Bytes. A library of ten thousand works has five million."""


def read_catalogues(folder: Path) -> dict[str, dict[str, str]]:
    """What the libraries in `folder` (`.bib`, CSL-JSON) say of its files, by path; of two that speak of one, the first.

    Files that a library names and that are not there are warned of; files outside the folder are never looked at.
    """
    found: dict[str, dict[str, str]] = {}
    for library in sorted(_libraries(folder)):
        missing = []
        for item in _items(library):
            for file in item.files:
                path = _within(folder, library, file)
                if path is None or not _is_there(folder / path):
                    missing.append(file)
                else:
                    found.setdefault(path, item.values)
        if missing:
            shown = ", ".join(missing[:3]) + (" …" if len(missing) > 3 else "")
            warnings.warn(
                f"{library}: {len(missing)} of its files are not in {folder}: {shown}. Export it again with files.",
                stacklevel=2,
            )
    return found


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name longer than that of any file
        return False


def _libraries(folder: Path) -> Iterator[Path]:
    for here, names, files in os.walk(folder):
        names[:] = [name for name in names if not name.startswith(".") and not name.endswith("_files")]
        for name in files:
            if name.lower().endswith((".bib", ".json")) and _is_library(file := Path(here) / name):
                yield file


def _is_library(file: Path) -> bool:
    # A link leads elsewhere, and a pipe would make reading wait for ever.
    return not file.is_symlink() and _is_there(file) and file.stat().st_size <= _LARGEST


def _items(library: Path) -> Iterator[Item]:
    try:
        text = library.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return
    if library.suffix.lower() == ".bib":
        yield from read_bibtex(text)
        return
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError):
        return
    # Other data in JSON is no library: its records name no files.
    yield from read_csl(data)


def _within(folder: Path, library: Path, file: str) -> str | None:
    """The path of a file relative to the folder; None where it lies outside."""
    plain = PurePosixPath(file.replace("\\", "/"))
    whole = Path(os.path.normpath(plain if plain.is_absolute() else library.parent / plain))
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else None
