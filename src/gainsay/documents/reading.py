"""Read one file into a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from gainsay.documents.document import Document, document_id
from gainsay.documents.folder import base, writable
from gainsay.documents.language import detect_language
from gainsay.documents.readers.plain import read_plain
from gainsay.documents.readers.reader import Reader
from gainsay.documents.sources import Declared, apply
from gainsay.errors import DocumentError, EmptyDocumentError, UnreadableError

LARGEST = 20_000_000
"""Bytes. The longest book has four million; beyond this a file is an archive, and a document must fit in memory."""

_PLAIN = (".txt", ".text", ".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")


def read_file(root: Path, path: str, declared: Mapping[str, Declared] | None = None) -> Document:
    """The document at `path` (relative to `root`, as `find_files` gives it), with what `declared` says of it."""
    if (name := writable(path)) != path:
        raise UnreadableError(name, "its name holds characters that cannot be written. Rename the file.")
    data = _bytes(base(root) / path, path)
    content = _reader(path, data)(path, data)
    if not content.text.strip().strip("\ufeff"):
        raise EmptyDocumentError(path, "there is no text in it. Check that it was saved completely.")
    digest = hashlib.sha256(data).hexdigest()
    document = Document(
        id=document_id(path, digest),
        path=path,
        sha256=digest,
        media_type=content.media_type,
        text=content.text,
        # Templates declare "en" for pages in any language; the words know better.
        language=detect_language(content.text) or content.language,
        metadata=content.metadata,
        structure=content.structure,
        encoding=content.encoding,
    )
    said = (declared or {}).get(path)
    return apply(document, said) if said else document


def _bytes(file: Path, path: str) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise DocumentError(
                path,
                f"has {size / 1e6:,.0f} MB; Gainsay reads documents of up to {LARGEST / 1e6:.0f} MB. "
                "Split it into parts (split -C 10m) and read those.",
            )
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(path, "is gone: it was moved or deleted meanwhile. Read the folder again.") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableError(path, f"cannot be opened ({reason}). Check its permissions.") from error
    if not data:
        raise EmptyDocumentError(path, "the file is empty (0 bytes). Check that it was saved completely.")
    return data


def _reader(path: str, data: bytes) -> Reader:
    """Plain text stays what it is called, even where it holds markup; anything else is told by its content."""
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    tagged = b"<" in start if path.lower().endswith(_HTML) else start.startswith((b"<!doctype html", b"<html"))
    if path.lower().endswith(_PLAIN) or not (tagged or _wide_html(path, start)):
        return read_plain
    from gainsay.documents.readers.html import read_html

    return read_html


def _wide_html(path: str, start: bytes) -> bool:
    """A page saved as UTF-16: its tags have zero bytes between their letters."""
    return path.lower().endswith(_HTML) and b"\0<\0" in start[:64] + b"\0"
