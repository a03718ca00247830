"""WARC: each page that was captured is a document, with its address and the day of its capture."""

from __future__ import annotations

import io
import re
import zlib
from contextlib import redirect_stderr
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from gainsay.documents.containers.container import (
    LARGEST_MEMBER,
    MOST_MEMBERS,
    Container,
    Listing,
    Member,
    Names,
)
from gainsay.documents.document import Stated

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_READ = re.compile(
    r"text/(?:html|plain|markdown|rtf|vtt)|application/(?:xhtml\+xml|pdf|rtf|msword|epub\+zip|zip|vnd\.oasis\..*text"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)"
)
"""What a page or a document is delivered as. Styles, scripts, pictures and data are parts of pages."""

_BROKEN = (zlib.error, EOFError, OSError, ValueError, AttributeError, TypeError, OverflowError)
"""What is raised on records whose headers or packing are damaged."""

_CUT = "the web archive is cut short or broken; the pages before the break were kept. Copy or download it again."

_BOMB = "unpacks to far more than any web archive does, and was not read on; the pages before were kept. Look into it."

_BLOWN = 200
"""Times. Pages are packed to a fifth or a tenth; only what was made to swell is packed to less than a two-hundredth."""


def _listing(stream: BinaryIO) -> Listing:
    with redirect_stderr(io.StringIO()):  # warcio prints what it thinks of a record, with what stands in it
        return _records(stream)


def _records(stream: BinaryIO) -> Listing:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream.seek(0)
    names = Names()
    members: list[Member] = []
    unpacked = last = 0
    try:
        records = ArchiveIterator(stream)
        for record in records:
            last = records.get_record_offset()
            payload = _payload(record) if _is_page(record) else None
            unpacked += len(payload or b"")
            if unpacked > LARGEST_MEMBER + _BLOWN * stream.tell():
                return Listing(tuple(members), _BOMB)
            while record.raw_stream.read(1 << 16):
                pass  # to the end, where it shows whether all of it is there
            cut = getattr(record.raw_stream, "limit", 0) > 0
            if payload is not None:
                members.append(_member(record, names, records.get_record_offset(), len(payload), cut))
            if cut or len(members) > MOST_MEMBERS:
                return Listing(tuple(members), _CUT)
    except (ArchiveLoadFailed, *_BROKEN):
        return Listing(tuple(members), _CUT)
    return Listing(tuple(members), None if _is_whole(stream, last) else _CUT)


def _is_whole(stream: BinaryIO, last: int) -> bool:
    """Whether an archive ends where its last record does. One that breaks off in the head of a record, where
    nothing tells yet of a page, is taken by warcio for one that ends before it; `last` is where the last record begins.
    """
    stream.seek(last)
    rest = stream.read(1 << 16)
    packed = zlib.decompressobj(wbits=31)
    if not rest.startswith(b"\x1f\x8b"):
        stream.seek(-4, io.SEEK_END)
        return stream.read(4).endswith((b"\r\n\r\n", b"\n\n"))  # what closes every record
    while rest:
        packed.decompress(rest, 1 << 20)
        if packed.eof:
            rest = packed.unused_data or stream.read(1 << 16)
            packed = zlib.decompressobj(wbits=31) if rest.startswith(b"\x1f\x8b") else packed
            if packed.eof:
                return not rest.strip(b"\0")
        else:
            rest = packed.unconsumed_tail or stream.read(1 << 16)
    return packed.eof


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    if record.http_headers is None:
        return bool(_READ.match((record.content_type or "").lower()))
    kind = record.http_headers.get_header("Content-Type") or ""
    return str(record.http_headers.get_statuscode()) == "200" and bool(_READ.match(kind.strip().lower()))


def _payload(record: ArcWarcRecord) -> bytes:
    content: bytes = record.content_stream().read(LARGEST_MEMBER)
    return content


def _member(record: ArcWarcRecord, names: Names, offset: int, size: int, cut: bool) -> Member:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    address = address.strip("<>")
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    metadata = {}
    if address.startswith(("http://", "https://")):
        metadata["url"] = Stated(address, "file")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        metadata["captured"] = Stated(day, "file")
    remarks = ("the archive breaks off in the middle of this page",) if cut else ()
    return Member(names.clean(_name(address)), offset, max(1, size), metadata, remarks=remarks)


def _name(address: str) -> str:
    """A path that shows where a page comes from.

    >>> _name("https://example.org/news/strike/?id=3")
    'example.org/news/strike/index?id=3'
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = parts.path + ("index" if parts.path.endswith("/") or not parts.path else "")
    return f"{parts.netloc}/{path.lstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _bytes(stream: BinaryIO, member: Member) -> bytes:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream.seek(member.locator)
    try:
        with redirect_stderr(io.StringIO()):
            for record in islice(ArchiveIterator(stream), 1):
                return _payload(record)
    except (ArchiveLoadFailed, *_BROKEN) as error:
        raise ValueError("is damaged in the web archive. Copy or download the archive again.") from error
    raise ValueError("is gone: the web archive changed meanwhile. Read the folder again.")


WARC = Container(_listing, _bytes)
