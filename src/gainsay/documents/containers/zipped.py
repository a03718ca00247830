"""ZIP: its members as documents. Nothing is ever unpacked to the disk."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from gainsay.documents.containers.container import (
    LARGEST_MEMBER,
    MOST_MEMBERS,
    Container,
    Listing,
    Member,
    Names,
    climbs,
)

_BLOWN = 200
"""Times. Text packs to a fifth, logs to a fiftieth; only what was made to swell packs to less than a two-hundredth."""

_SMALL = 20_000_000
"""Bytes. What unpacks to less does no harm, however well it was packed."""


def _listing(stream: BinaryIO) -> Listing:
    try:
        with zipfile.ZipFile(stream) as archive:
            infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return Listing((), "the ZIP archive is broken or cut short. Copy or download it again.")
    if len(infos) > MOST_MEMBERS:
        return Listing((), f"the archive holds {len(infos):,} files, more than any collection. Unpack what you need.")
    names = Names()
    return Listing(tuple(_member(info, names) for info in infos))


def _member(info: zipfile.ZipInfo, names: Names) -> Member:
    name = names.clean(info.filename)
    remarks: tuple[str, ...] = ()
    if climbs(info.filename):
        remarks = (
            f'its name in the archive climbs out of it ("{ascii(info.filename)[1:-1][:120]}"); nothing was unpacked, '
            f"it was read as {name}",
        )
    return Member(name, info, info.file_size, problem=_problem(info), remarks=remarks)


def _problem(info: zipfile.ZipInfo) -> str | None:
    if info.flag_bits & 0x1:
        return "is encrypted in the archive. Unpack it with its password and read what comes out."
    blown = info.file_size > _SMALL and info.file_size > _BLOWN * max(1, info.compress_size)
    if blown or info.file_size > LARGEST_MEMBER:
        return (
            f"would unpack to {info.file_size / 1e6:,.0f} MB from {info.compress_size / 1e6:,.1f} MB, as a ZIP bomb "
            "does, and was left packed. If you trust it, unpack it yourself and read what comes out."
        )
    return None


def _bytes(stream: BinaryIO, member: Member) -> bytes:
    """The unpacked bytes; raises ValueError with what to say where they are not what the archive announced."""
    try:
        with zipfile.ZipFile(stream) as archive, archive.open(member.locator) as file:
            # Never more than announced: the sizes in the directory may lie.
            data = file.read(member.size + 1)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ValueError("is damaged in the archive. Copy or download the archive again.") from error
    except Exception as error:  # zlib.error, lzma.LZMAError and what other methods raise
        raise ValueError("cannot be unpacked. Unpack the archive yourself and read what comes out.") from error
    if len(data) > member.size:
        raise ValueError("unpacks to more than the archive says, as a ZIP bomb does, and was not read on.")
    return data


ZIP = Container(_listing, _bytes)
