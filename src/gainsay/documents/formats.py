"""Which format a file is in: told by its content, hardly ever by its name. The readers are imported when used."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import Any, BinaryIO, cast

from gainsay.documents.containers.container import Container
from gainsay.documents.readers.reader import Reader

HEAD = 4096
"""Bytes at the start of a file by which its format is told."""

LARGEST = 20_000_000
"""Bytes of text. The longest book has four million; beyond this a file is an archive, and a text must fit in memory."""

LARGEST_FILE = 500_000_000
"""Bytes of a document with pictures and fonts in it: they are passed over, so its text is much shorter."""


class Sample:
    """What a format is told by: the path, the first bytes, and the whole file for the few that need more.

    `form` names the format of a member whose container leaves no choice: a line of JSON Lines is a record.
    """

    def __init__(self, path: str, head: bytes, open_file: Callable[[], BinaryIO], form: str | None = None) -> None:
        self.path = path
        self.head = head
        self.open_file = open_file
        self.form = form

    @cached_property
    def start(self) -> bytes:
        """The first bytes without byte-order mark and white space, in lower case; of UTF-16 the letters as UTF-8."""
        if self.head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return self.head.decode("utf-16", "ignore").strip().lower().encode()
        return self.head.lstrip(b"\xef\xbb\xbf").lstrip(b" \t\r\n").lower()

    def named(self, *endings: str) -> bool:
        return self.path.lower().endswith(endings)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names within a ZIP; empty where it is none, or broken."""
        if not self.head.startswith(b"PK"):
            return frozenset()
        try:
            with self.open_file() as stream, zipfile.ZipFile(stream) as archive:
                return frozenset(archive.namelist()[:20_000])
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            return frozenset()


@dataclass(frozen=True, slots=True)
class Format:
    """A format that Gainsay reads.

    `reader` and `container` name a function or a `Container` as `module:name`; a format has one of them or both (a mail
    is a document, and its attachments are others). `largest` bounds what is read into memory.
    """

    name: str
    matches: Callable[[Sample], bool]
    reader: str | None = None
    container: str | None = None
    largest: int = LARGEST_FILE

    def load_reader(self) -> Reader | None:
        return cast(Reader, _load(self.reader)) if self.reader else None

    def load_container(self) -> Container | None:
        return cast(Container, _load(self.container)) if self.container else None


def _load(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)


def tell_format(sample: Sample) -> Format:
    """The format of a file; plain text where it is no other. Formats added by plug-ins are asked first."""
    if sample.form:
        return next((one for one in BUILT_IN if one.name == sample.form), PLAIN)
    return next((one for one in (*_plugged(), *BUILT_IN) if one.matches(sample)), PLAIN)


@cache
def _plugged() -> tuple[Format, ...]:
    """The formats that installed packages add under the entry point `gainsay.readers`, by name."""
    from importlib.metadata import entry_points

    found = sorted(entry_points(group="gainsay.readers"), key=lambda point: point.name)
    loaded = (point.load() for point in found)
    return tuple(one for one in loaded if isinstance(one, Format))


_PLAIN_NAMES = (".txt", ".text", ".md", ".markdown")
_HTML_NAMES = (".html", ".htm", ".xhtml")

_HEADER = re.compile(rb"(?:[A-Za-z0-9-]{2,60}:[ \t].*\r?\n(?:[ \t]+\S.*\r?\n)*){2}")
_MAIL_FIELDS = re.compile(rb"^(from|to|date|subject|message-id|mime-version|received|return-path)[ \t]?:", re.I | re.M)
_SUBTITLE = re.compile(rb"\d{1,6}\s{1,4}\d{1,3}:\d\d:\d\d[,.]\d{1,3}\s*-->")
_RECORD = re.compile(rb'\{\s*"[^"]{1,100}"\s*:')


def _is_pdf(sample: Sample) -> bool:
    return sample.start.startswith(b"%pdf-")


def _is_late_pdf(sample: Sample) -> bool:
    # Readers of PDF accept rubbish before the mark, and writers put it there.
    return b"%PDF-" in sample.head[:1024] and sample.named(".pdf")


def _is_mbox(sample: Sample) -> bool:
    if not sample.head.startswith(b"From "):
        return False
    from gainsay.documents.containers.mailbox import STARTS

    line, _, rest = sample.head.partition(b"\n")
    return bool(STARTS.match(line + b"\n")) and bool(_MAIL_FIELDS.search(rest))


def _is_mail(sample: Sample) -> bool:
    if sample.named(*_PLAIN_NAMES) or not _HEADER.match(sample.head):
        return False
    fields = re.split(rb"\r?\n\r?\n", sample.head, maxsplit=1)[0]
    names = {name.lower() for name in _MAIL_FIELDS.findall(fields)}
    return len(names) >= 3 or (len(names) == 2 and b"from" in names and not names <= {b"from", b"to"})


def _is_warc(sample: Sample) -> bool:
    if not sample.head.startswith(b"\x1f\x8b"):
        return sample.head.startswith(b"WARC/")
    try:
        return zlib.decompressobj(wbits=31).decompress(sample.head, 16).startswith(b"WARC/")
    except (zlib.error, gzip.BadGzipFile):
        return False


def _is_records(sample: Sample) -> bool:
    if not _RECORD.match(sample.start) or sample.named(".json", *_PLAIN_NAMES):
        return False
    with sample.open_file() as stream:
        first = next((line for line in _lines(stream) if line.strip()), b"")
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        # Damaged, so that each line of it is to be named.
        return sample.named(".jsonl", ".ndjson")
    return _is_record_of_text(record)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(LARGEST), b"")


def _is_record_of_text(record: Any) -> bool:
    from gainsay.documents.readers.record import text_key

    return isinstance(record, dict) and text_key(record) is not None


def _is_html(sample: Sample) -> bool:
    if sample.named(*_PLAIN_NAMES):
        return False
    if sample.named(*_HTML_NAMES):
        # A page saved as UTF-16 without its mark has zero bytes between the letters of its tags.
        return b"<" in sample.start or b"\0<\0" in sample.start[:64] + b"\0"
    return sample.start.startswith((b"<!doctype html", b"<html"))


def _is_picture(sample: Sample) -> bool:
    return sample.head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*"))


_READERS = "gainsay.documents.readers."
_CONTAINERS = "gainsay.documents.containers."

PLAIN = Format("plain text", lambda _: True, _READERS + "plain:read_plain", largest=LARGEST)

BUILT_IN = (
    Format("PDF", _is_pdf, _READERS + "pdf:read_pdf"),
    Format("DOCX", lambda s: "word/document.xml" in s.parts, _READERS + "docx:read_docx"),
    Format("ODT", lambda s: "content.xml" in s.parts and "META-INF/manifest.xml" in s.parts, _READERS + "odt:read_odt"),
    Format("EPUB", lambda s: "META-INF/container.xml" in s.parts, _READERS + "epub:read_epub"),
    Format("ZIP", lambda s: s.head.startswith((b"PK\x03\x04", b"PK\x05\x06")), container=_CONTAINERS + "zipped:ZIP"),
    Format("RTF", lambda s: s.head.startswith(b"{\\rtf"), _READERS + "rtf:read_rtf"),
    Format("picture", _is_picture, _READERS + "picture:read_picture"),
    Format("WARC", _is_warc, container=_CONTAINERS + "web_archive:WARC"),
    Format("mbox", _is_mbox, container=_CONTAINERS + "mailbox:MBOX"),
    Format("e-mail", _is_mail, _READERS + "mail:read_mail", _CONTAINERS + "attachments:ATTACHMENTS"),
    Format(
        "subtitles",
        lambda s: s.start.startswith(b"webvtt") or bool(_SUBTITLE.match(s.start)),
        _READERS + "transcript:read_transcript",
        largest=LARGEST,
    ),
    Format("record", lambda _: False, _READERS + "record:read_record", largest=LARGEST),
    Format("JSON Lines", _is_records, container=_CONTAINERS + "records:JSON_LINES"),
    Format("PDF", _is_late_pdf, _READERS + "pdf:read_pdf"),
    Format("HTML", _is_html, _READERS + "html:read_html", largest=LARGEST),
)
"""In the order in which they are asked: signatures first, then what looks like text."""
