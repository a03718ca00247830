"""What a reading has to do: which documents are new, changed, gone or as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gainsay.documents import Declared, digest, file_on_disk
from gainsay.documents.formats import LARGEST
from gainsay.edition.model import RULES, reader_id
from gainsay.engines.confinement import Allowance
from gainsay.spans import content_id
from gainsay.version import __version__

READING = "6"
"""Changed between releases whenever the same file would be read otherwise: every document is then read again."""

PATIENCE = 120.0
"""Seconds of the processor for one document: a hundred times what reading an ordinary one takes."""

SECONDS = 1.5
"""Times PATIENCE for each megabyte: with the model a machine of two cores takes a minute for one."""

MEMORY = 4_000_000_000
"""Bytes for one document, and an eighth of that for each megabyte of it, which is twice what the model takes."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: all that a worker needs to know. `declared` is what sources.toml says of it, `model` which
    reader is to read it, `reader` the same with the hash of its model. `patience` is how many seconds of the processor
    it may take, and more the larger it is.
    """

    root: str
    path: str
    stamp: str
    declared: Declared
    model: str = RULES
    reader: str = RULES
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Kept:
    """What an edition knows about a document it holds."""

    folder: str
    sha256: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of one reading; `whole` where it looks at all of the folder `root`.

    `moved` are unchanged documents whose former folder is gone; `clashes` have the path of another document, read from
    another folder.
    """

    root: str
    whole: bool
    tasks: tuple[Task, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    moved: tuple[str, ...]
    clashes: tuple[str, ...]
    unchanged: int


def make_plan(
    root: Path | str,
    paths: Sequence[str],
    declared: Mapping[str, Declared],
    known: Mapping[str, Kept],
    *,
    whole: bool = True,
    model: str = RULES,
    patience: float = PATIENCE,
    versions: Mapping[str, str] | None = None,
) -> Plan:
    """Compare the files of a folder with the documents of an edition.

    Documents that were read from another folder stay: an edition may be made of several. `whole` says that `paths` are
    all there is, so that what is missing among them is gone. `versions` are those of objects, which are not fetched to
    look whether they changed.
    """
    tasks, added, changed, moved, clashes = [], [], [], [], []
    found = set(paths)
    reader = reader_id(model)
    folder, stamp_of_most = Path(root), make_stamp(Declared(), reader)
    for path in paths:
        said = declared.get(path) or Declared()
        version = versions[path] if versions else ""
        stamp = make_stamp(said, reader, version) if path in declared or version else stamp_of_most
        old = known.get(path)
        if old is None:
            added.append(path)
        else:
            same = old.stamp == stamp if versions else old.sha256 == digest(folder, path)
            elsewhere = old.folder != str(root)
            if elsewhere and not same and file_on_disk(Path(old.folder), path):
                clashes.append(path)
                continue
            if same and old.stamp == stamp:
                moved += [path] if elsewhere and not file_on_disk(Path(old.folder), path) else []
                continue
            changed.append(path)
        tasks.append(Task(str(root), path, stamp, said, model, reader, patience))
    here = {str(root), *_moved_folders(known, moved)}
    gone = (path for path, old in known.items() if old.folder in here and path not in found)
    removed = tuple(gone) if whole else ()
    unchanged = len(found) - len(tasks) - len(clashes)
    return Plan(
        root=str(root),
        whole=whole,
        tasks=tuple(tasks),
        added=tuple(added),
        changed=tuple(changed),
        removed=removed,
        moved=tuple(moved),
        clashes=tuple(clashes),
        unchanged=unchanged,
    )


def allowance(size: int, patience: float) -> Allowance:
    """What the reading of a document of so many bytes may take: several times what it takes on a slow machine."""
    megabytes = min(size, LARGEST) / 1e6
    return Allowance(patience * (1 + SECONDS * megabytes), int(MEMORY * (1 + megabytes / 8)))


def _moved_folders(known: Mapping[str, Kept], moved: Sequence[str]) -> set[str]:
    """The folders that were moved here: gone, and half of their documents or more found here as they were.

    Of a folder that is only out of reach (a disk that is not plugged in) nothing is found here.
    """
    came = Counter(known[path].folder for path in moved)
    held = Counter(old.folder for old in known.values())
    return {folder for folder, number in came.items() if 2 * number >= held[folder] and not Path(folder).is_dir()}


def make_stamp(declared: Declared, reader: str, version: str = "") -> str:
    """What a reading depends on besides the file: how this program reads, with which model, and what sources.toml
    declares; of an object its `version`, too.
    """
    more = [version] if version else []
    return content_id("read", __version__, READING, reader, sorted(declared.values.items()), declared.restricted, *more)
