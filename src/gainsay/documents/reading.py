"""Read one file into a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from gainsay.documents.document import Document, document_id
from gainsay.documents.folder import base
from gainsay.documents.language import detect_language
from gainsay.documents.readers.plain import read_plain
from gainsay.documents.readers.reader import Reader
from gainsay.documents.sources import Declared, apply
from gainsay.errors import DocumentError, EmptyDocumentError, UnreadableError

LARGEST = 20_000_000
"""Bytes. The longest book has four million; beyond this a file is an archive, and a document must fit in memory."""


def read_file(root: Path, path: str, declared: Mapping[str, Declared] | None = None) -> Document:
    """The document at `path` (relative to `root`, as `find_files` gives it), with what `declared` says of it."""
    data = _bytes(base(root) / path, path)
    content = _reader(path)(path, data)
    if not content.text.strip().strip("\ufeff"):
        raise EmptyDocumentError(path, "there is no text in it. Check that it was saved completely.")
    digest = hashlib.sha256(data).hexdigest()
    document = Document(
        id=document_id(path, digest),
        path=path,
        sha256=digest,
        media_type=content.media_type,
        text=content.text,
        language=content.language or detect_language(content.text),
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


def _reader(path: str) -> Reader:
    return read_plain
