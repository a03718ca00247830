"""The record of a citation: a note marker, a note, an inline reference or a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Span

CitationKind = Literal["note", "inline", "link"]
Function = Literal["supports", "contrasts", "mentions"]


@dataclass(frozen=True, slots=True)
class Citation:
    """As in the export contract: `note` null with a `marker` means that the note is lost.

    `supports` is the stretch of text before the marker that the reference stands for (a quotation or sentence), and
    `function` what the reference is given for. A note with several references is a citation with the fields of the
    first, and each further one an inline citation of its own inside the note, with the same `supports`. `container` is
    the journal, newspaper or book that holds the work; `archive` a shelf mark or the number of an official document.
    `author_span` is where the note or reference names who wrote or spoke what it cites.
    """

    id: str
    document: str
    kind: CitationKind
    marker: Span | None = None
    note: Span | None = None
    reference: Span | None = None
    author: str | None = None
    title: str | None = None
    date: str | None = None
    entry_date: str | None = None
    place: str | None = None
    publisher: str | None = None
    pages: str | None = None
    work: str | None = None
    supports: Span | None = None
    function: Function | None = None
    container: str | None = None
    archive: str | None = None
    volume: str | None = None
    editor: str | None = None
    author_span: Span | None = None


@dataclass(frozen=True, slots=True)
class CitationSettings:
    """`links`: whether bare web addresses in the prose are citations too."""

    links: bool = True


DEFAULTS = CitationSettings()
