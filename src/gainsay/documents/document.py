"""A document: one file as read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gainsay.documents.pages import Page
from gainsay.spans import Span, content_id

StatedBy = Literal["text", "file", "user"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A piece of metadata with its evidence.

    `by` is `text` (read from the words at `span`), `file` (the format's own metadata: an HTML `<meta>`)
    or `user` (said in `sources.toml`, which overrules the others).
    """

    value: str
    by: StatedBy
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its text to the letter, its hash, its origin and what is known about it.

    `path` is relative to the folder read, with forward slashes. `metadata` maps `title`, `author`, `publisher`,
    `written` (EDTF), `party`, `kind`, `url` to what states them. `structure` carries what the format itself says about
    stretches of the text (HTML's `<h1>`, `<blockquote>` …) as `(span, kind)`; empty for plain text. `pages` maps the
    text back to the original, where that has pages. `remarks` are what a person should know about how it was read:
    pictures left out, macros ignored. `encoding` is how the bytes were decoded.
    """

    id: str
    path: str
    sha256: str
    media_type: str
    text: str
    language: str | None = None
    metadata: dict[str, Stated] = field(default_factory=dict)
    structure: tuple[tuple[Span, str], ...] = ()
    restricted: bool = False
    encoding: str = "utf-8"
    pages: tuple[Page, ...] = ()
    remarks: tuple[str, ...] = ()

    def stated(self, key: str) -> str | None:
        """The value of one piece of metadata, or None."""
        found = self.metadata.get(key)
        return found.value if found else None

    @property
    def title(self) -> str | None:
        return self.stated("title")

    @property
    def author(self) -> str | None:
        return self.stated("author")

    @property
    def publisher(self) -> str | None:
        return self.stated("publisher")

    @property
    def written(self) -> str | None:
        """When it was written or published (EDTF)."""
        return self.stated("written")


def document_id(path: str, sha256: str) -> str:
    """The id of the file with these bytes at this place in the folder."""
    return content_id("doc", path, sha256)
