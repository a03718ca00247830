"""The parts of a document: articles, passages, damage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.documents.document import Document
from gainsay.spans import Span, Spans

PassageKind = Literal[
    "heading", "paragraph", "list-item", "caption", "block-quote", "verse", "note", "byline", "table", "boilerplate"
]

DamageKind = Literal[
    "lost-note",  # a marker whose note is gone
    "run-in",  # words of a picture, a button or a caption run into the prose
    "unbalanced-quote",  # an opening mark without its closing one, or the reverse
    "mistyped-quote",  # a mark of the wrong direction or a look-alike
    "mojibake",  # letters decoded with the wrong character set
    "doubled",  # the same caption or paragraph twice in a row
    "truncated",  # the text breaks off
    "glued",  # two words, or two articles, run together
    "hyphenation",  # a word broken at the end of a printed line, its hyphen left out
    "uncertain-reading",  # letters that were recognised from a picture, and not surely
    "tracked-change",  # words that somebody put in while changes were recorded, not accepted yet
]


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page (most pages hold one). `written` is EDTF."""

    id: str
    span: Span
    title: str | None = None
    author: str | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, caption, note, block quotation … with its sentences.

    `sentences` lie within `span`, in order, white space trimmed; every character of prose is in one of them.
    """

    id: str
    document: str
    span: Span
    kind: PassageKind
    article: str
    sentences: Spans = ()


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with a stretch of text. It is annotated, never repaired."""

    span: Span
    kind: DamageKind
    note: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A document with its parts. `document` is the one given, its metadata completed from the text."""

    document: Document
    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    damage: tuple[Damage, ...] = ()

    @property
    def prose(self) -> tuple[Passage, ...]:
        """The passages worth reading: everything but boilerplate."""
        return tuple(p for p in self.passages if p.kind != "boilerplate")
