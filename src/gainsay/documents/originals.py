"""The bytes of a document: a file on the disk, or a member of a container, however deep."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from gainsay.documents.containers.container import DEEPEST, Container, Listing, Member
from gainsay.documents.formats import HEAD, PLAIN, Format, Sample, tell_format
from gainsay.documents.names import is_document_name
from gainsay.documents.scans import PICTURES, is_scan
from gainsay.errors import DocumentError, UnreadableError

_AT_ONCE = 65_536  # bytes
_ROUNDABOUT = re.compile(r"\.\.|\./|//|^/|[\\:]|^$")  # what a path may climb out by, or be written in two ways

TABLES = (".jsonl", ".ndjson")
"""Names of files that are read where their lines hold texts; otherwise they are tables, and no documents."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where the bytes of a document lie: `file` on the disk and, within it, `members` from the outermost in.

    `path` names it in messages. `version` is what the file on the disk was like, so that a change is noticed.
    """

    path: str
    file: Path
    version: tuple[int, int]
    members: tuple[Member, ...] = ()

    @property
    def size(self) -> int:
        return self.members[-1].size if self.members else self.version[1]

    def open_file(self) -> BinaryIO:
        """The bytes as a file that can be searched; raises DocumentError where they cannot be had."""
        if not self.members:
            return self._on_disk()
        return io.BytesIO(self.read())

    def read(self) -> bytes:
        """All bytes, as they were when the file was first looked at."""
        if self.members:
            return _unpacked(self)
        with self._on_disk() as stream:
            try:
                data = stream.read()
            except OSError as error:
                raise _cannot_open(self.path, error) from error
        if _version(self.file, self.path) != self.version or len(data) != self.size:
            raise _changed(self.path)
        return data

    def sample(self) -> Sample:
        with self._unbuffered() as stream:
            form = self.members[-1].form if self.members else None
            return Sample(self.path, stream.read(HEAD), self.open_file, form)

    def within(self, member: Member) -> Original:
        return Original(f"{self.path}/{member.name}", self.file, self.version, (*self.members, member))

    def digest(self) -> str:
        """SHA-256 of all bytes, in hexadecimal digits."""
        with self._unbuffered() as stream:
            whole = hashlib.sha256()
            while part := stream.read(_AT_ONCE):
                whole.update(part)
            return whole.hexdigest()

    def _unbuffered(self) -> BinaryIO:
        """The bytes for who reads them in order and at large: of ten thousand small files that is half the time."""
        return io.BytesIO(self.read()) if self.members else self._on_disk(buffering=0)

    def _on_disk(self, buffering: int = -1) -> BinaryIO:
        try:
            return self.file.open("rb", buffering)
        except OSError as error:
            raise _cannot_open(self.path, error) from error


def find_original(folder: Path, path: str) -> Original:
    """What lies at `path`, relative to `folder`: a file, or what a container holds, as in `mail.mbox/0003/map.pdf`."""
    if (version := _version_at(file := folder / path, path)) is not None:
        return Original(path, file, version)
    on_disk = file_on_disk(folder, path)
    if on_disk is None:
        # Gone, or a folder that cannot be opened: which of the two shows when it is looked at.
        return Original(path, file, _version(file, path))
    outer = on_disk.relative_to(folder).as_posix()
    found = Original(outer, on_disk, _version(on_disk, outer))
    rest = path[len(outer) + 1 :]
    while rest:
        members = _by_name(found)
        # Names of members hold slashes themselves: the longest that fits.
        ends = [i for i, char in enumerate(rest) if char == "/"]
        name = next((rest[:end] for end in (len(rest), *reversed(ends)) if rest[:end] in members), None)
        if name is None:
            raise UnreadableError(path, "is gone: the file that held it changed meanwhile. Read the folder again.")
        found, rest = found.within(members[name]), rest[len(name) + 1 :]
    return found


def file_on_disk(folder: Path, path: str) -> Path | None:
    """The file at `path`, or the container on the disk that holds what `path` names; None where there is neither."""
    file = folder / path
    while folder in file.parents:
        try:
            if file.is_file():
                return file
        except OSError:  # a folder on the way that may not be entered
            return None
        file = file.parent
    return None


def digest(folder: Path, path: str) -> str:
    """SHA-256 of the bytes at `path`; empty where they cannot be read (reading them says why)."""
    try:
        return find_original(folder, path).digest()
    except (OSError, DocumentError):
        return ""


def _version_at(file: Path, path: str) -> tuple[int, int] | None:
    """The version of a file that lies there itself, as nearly all do: one look is enough. None of anything else."""
    try:
        found = None if _ROUNDABOUT.search(path) else file.stat()
    except (OSError, ValueError):
        return None
    return _told(found) if found and stat.S_ISREG(found.st_mode) else None


def file_at(file: Path, path: str) -> Original | None:
    """The original in a file that was found in a folder; None for a link, a pipe or a device."""
    try:
        found = file.lstat()
    except OSError:
        return None
    return Original(path, file, _told(found)) if stat.S_ISREG(found.st_mode) else None


def expand(original: Original) -> Iterator[str]:
    """The paths of the documents in a file: its own, or those of its members, in their order.

    A container that is broken, or holds nothing, is listed itself, so that reading it says so.
    """
    try:
        form = tell_format(original.sample())
        container = form.load_container()
    except DocumentError:
        yield original.path
        return
    if form is PLAIN and original.path.lower().endswith(TABLES):
        return
    if container is None or len(original.members) >= DEEPEST:
        yield original.path
        return
    found = listing(original)
    inner = list(_members(original, found))
    if form.reader or found.problem or not inner:
        yield original.path
    yield from inner


def _members(original: Original, found: Listing) -> Iterator[str]:
    for member in found.members:
        if not is_document_name(member.name):
            continue
        inner = original.within(member)
        if member.name.lower().endswith(PICTURES) and not (member.problem or is_scan(inner.sample().head)):
            continue
        if member.problem:
            yield inner.path
        else:
            yield from expand(inner)


def listing(original: Original) -> Listing:
    """What a container holds; empty where the file is none."""
    container = container_of(original)
    return _listing(original) if container else Listing(())


def container_of(original: Original) -> Container | None:
    return format_of(original).load_container()


@lru_cache(maxsize=64)
def format_of(original: Original) -> Format:
    """The format of a file or a member."""
    return tell_format(original.sample())


@lru_cache(maxsize=16)
def _listing(original: Original) -> Listing:
    container = container_of(original)
    assert container is not None  # its only caller made sure
    with original.open_file() as stream:
        return container.listing(stream)


@lru_cache(maxsize=16)
def _by_name(original: Original) -> dict[str, Member]:
    return {member.name: member for member in listing(original).members}


def _unpacked(original: Original) -> bytes:
    *_, member = original.members
    if member.problem:
        raise DocumentError(original.path, member.problem)
    holder_path = original.path[: -len(member.name) - 1]
    holder = Original(holder_path, original.file, original.version, original.members[:-1])
    container = container_of(holder)
    if container is None or _version(original.file, original.path) != original.version:
        raise _changed(original.path)
    try:
        if holder.members:
            return container.member(io.BytesIO(_held(holder)), member)
        with holder.open_file() as stream:
            return container.member(stream, member)
    except (ValueError, OSError) as error:
        raise DocumentError(original.path, str(error)) from error


@lru_cache(maxsize=2)
def _held(holder: Original) -> bytes:
    """The bytes of a container within a container, kept while its members are read one after another."""
    return holder.read()


def _version(file: Path, path: str) -> tuple[int, int]:
    try:
        found = file.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableError(path, "is gone: it was moved or deleted meanwhile. Read the folder again.") from error
    except OSError as error:
        raise _cannot_open(path, error) from error
    return _told(found)


def _told(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _cannot_open(path: str, error: OSError) -> UnreadableError:
    return UnreadableError(path, f"cannot be opened ({error.strerror or type(error).__name__}). Check its permissions.")


def _changed(path: str) -> UnreadableError:
    return UnreadableError(
        path, "changed while it was being read. Wait until it is written, then read the folder again."
    )
