"""What a reading has to do: which documents are new, changed, gone or as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gainsay.spans import content_id

READING = "1"
"""Changes whenever the same file would be read otherwise: every document of an older edition is then read again."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: all that a worker needs to know. `declared` is what sources.toml says of it."""

    root: str
    path: str
    stamp: str
    declared: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """What an edition knows about a document it holds."""

    folder: str
    sha256: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of one reading. `moved` are unchanged documents found in another folder than last time."""

    root: str
    tasks: tuple[Task, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    moved: tuple[str, ...]
    unchanged: int


def make_plan(
    root: Path, paths: Iterable[str], declared: Mapping[str, Mapping[str, Any]], known: Mapping[str, Kept]
) -> Plan:
    """Compare the files of a folder with the documents of an edition.

    Documents that were read from another folder stay: an edition may be made of several.
    """
    tasks, added, changed, moved = [], [], [], []
    found = set()
    for path in paths:
        found.add(path)
        said = dict(declared.get(path, {}))
        stamp = make_stamp(said)
        old = known.get(path)
        if old is None:
            added.append(path)
        elif old.stamp != stamp or old.sha256 != file_hash(root / path):
            changed.append(path)
        else:
            if old.folder != str(root):
                moved.append(path)
            continue
        tasks.append(Task(str(root), path, stamp, said))
    removed = tuple(path for path, old in known.items() if old.folder == str(root) and path not in found)
    unchanged = len(found) - len(tasks)
    return Plan(str(root), tuple(tasks), tuple(added), tuple(changed), removed, tuple(moved), unchanged)


def make_stamp(declared: Mapping[str, Any]) -> str:
    """What a reading depends on besides the file: how this program reads, and what sources.toml declares."""
    return content_id("read", READING, *(f"{key}={declared[key]!r}" for key in sorted(declared)))


def file_hash(path: Path) -> str:
    """SHA-256 of the bytes; empty where they cannot be read (the reader will say why)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
