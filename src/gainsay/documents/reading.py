"""Read one file, or one member of a container, into a document."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from gainsay.documents.containers.container import DEEPEST
from gainsay.documents.document import Document, document_id
from gainsay.documents.folder import base, writable
from gainsay.documents.formats import LARGEST, Format
from gainsay.documents.language import detect_language
from gainsay.documents.originals import Original, find_original, format_of, listing
from gainsay.documents.readers.reader import Content
from gainsay.documents.sources import Declared, apply
from gainsay.errors import DocumentError, EmptyDocumentError, UnreadableError


def read_file(root: Path, path: str, declared: Mapping[str, Declared] | None = None) -> Document:
    """The document at `path` (relative to `root`, as `find_files` gives it), with what `declared` says of it."""
    if (name := writable(path)) != path:
        raise UnreadableError(name, "its name holds characters that cannot be written. Rename the file.")
    original = find_original(base(root), path)
    form = _format(original)
    data = original.read()
    content = _content(form, path, data)
    digest = hashlib.sha256(data).hexdigest()
    member = original.members[-1] if original.members else None
    document = Document(
        id=document_id(path, digest),
        path=path,
        sha256=digest,
        media_type=content.media_type,
        text=content.text,
        # Templates declare "en" for pages in any language; the words know better.
        language=detect_language(content.text) or content.language,
        metadata={**member.metadata, **content.metadata} if member else content.metadata,
        structure=content.structure,
        encoding=content.encoding,
        pages=content.pages,
        remarks=(*(member.remarks if member else ()), *content.remarks),
    )
    said = (declared or {}).get(path)
    return apply(document, said) if said else document


def _format(original: Original) -> Format:
    """The format, after what forbids reading at all."""
    if original.members and original.members[-1].problem:
        raise DocumentError(original.path, original.members[-1].problem)
    if not original.size:
        raise EmptyDocumentError(original.path, "the file is empty (0 bytes). Check that it was saved completely.")
    form = format_of(original)
    if form.reader is None:
        raise DocumentError(original.path, _nothing_inside(original, form))
    if original.size > form.largest:
        raise DocumentError(
            original.path,
            f"has {original.size / 1e6:,.0f} MB; Gainsay reads {form.name} of up to {form.largest / 1e6:.0f} MB. "
            "Split it into parts and read those.",
        )
    return form


def _nothing_inside(original: Original, form: Format) -> str:
    if len(original.members) >= DEEPEST:
        return f"is packed more than {DEEPEST} deep, and was left packed. Unpack it yourself and read what comes out."
    return listing(original).problem or f"there is nothing in this {form.name} file that Gainsay reads. Look into it."


def _content(form: Format, path: str, data: bytes) -> Content:
    reader = form.load_reader()
    assert reader is not None  # `_format` refused what has none
    content = reader(path, data)
    if not content.text.strip().strip("\ufeff"):
        raise EmptyDocumentError(path, "there is no text in it. Check that it was saved completely.")
    if len(content.text) > LARGEST:
        raise DocumentError(
            path,
            f"holds {len(content.text) / 1e6:,.0f} million characters; Gainsay reads documents of up to "
            f"{LARGEST / 1e6:.0f} million. Split it into parts and read those.",
        )
    return content
