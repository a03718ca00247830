"""What the reader of the format found damaged: it stands in the document's structure."""

from __future__ import annotations

from collections.abc import Iterator

from gainsay.documents.document import Document
from gainsay.passages.passage import Damage, DamageKind

_NOTES: dict[str, tuple[DamageKind, str]] = {
    "hyphenation": ("hyphenation", "broken at the end of a printed line; its hyphen is left out"),
    "uncertain-reading": ("uncertain-reading", "recognised from a picture, and not surely"),
    "inserted": ("tracked-change", "put in while changes were recorded; nobody accepted or rejected it"),
}


def find_reported(document: Document) -> Iterator[Damage]:
    """Damage that only the original shows, as its reader noted it."""
    for span, kind in document.structure:
        if kind in _NOTES and span.length:
            yield Damage(span, *_NOTES[kind])
