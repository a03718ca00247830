"""A copy of an edition that holds only what may leave it, whole in every other way: a file like any edition."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from gainsay.dependence.dependence import Dependence, Place
from gainsay.dependence.fingerprint import fingerprint
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.entities.entity import Entity
from gainsay.matters import Subject
from gainsay.spans import Span
from gainsay.store.comparison import replace_comparison
from gainsay.store.loading import document_row
from gainsay.store.rows import Row, codec
from gainsay.store.saving import DocumentRows, save_document
from gainsay.store.store import Store

Value = TypeVar("Value")

ORIGINALS = "originals"
"""The folder of a copy's documents, beside the copy."""


class Rewriting(Protocol):
    """What a copy changes on the way."""

    def text(self, document: Document) -> str:
        """The text that takes the place of a document's."""

    def span(self, document: str, span: Span) -> Span:
        """Where a span of the document's own text lies in the new one."""

    def words(self, words: str) -> str:
        """A string of any record: a name, a reason, an id, a path."""

    def finished(self, record: Any, text: str) -> Any:
        """The record, rewritten, and the document's new text: the last word on it."""


def copy_whole(edition: Edition, path: Path) -> None:
    """Copy an edition as it is, decisions and all, into one file."""
    edition.store.copy(path)
    with closing(sqlite3.connect(path)) as target:
        target.execute("PRAGMA journal_mode=DELETE")  # one file, without those that SQLite keeps beside it


def copy_rewritten(public: Public, path: Path, rewriting: Rewriting) -> None:
    """Copy the public part of an edition, every record rewritten. Decisions stay behind: they quote what was read."""
    edition = public.edition
    with closing(Store(path, write=True)) as store:
        for identity in public.documents:
            rows = _Rows(edition, identity, rewriting).rows()
            with store.begin() as connection:
                save_document(connection, rows)
        entities = [rewriting.finished(rewritten(e, rewriting, None), "") for e in public.entities]
        dependences = [
            _dependence(d, rewriting)
            for d in edition.dependences()
            if {d.a.document, d.b.document} <= public.documents.keys()
        ]
        matters = [rewritten(m, rewriting, None) for m in public.matters]
        with store.begin() as connection:
            replace_comparison(connection, _merged(entities), dependences, matters)
    with closing(sqlite3.connect(path)) as connection_:
        connection_.execute("PRAGMA journal_mode=DELETE")


def rewritten(value: Value, rewriting: Rewriting, document: str | None) -> Value:
    """A record with all its words and spans rewritten; the spans are of the document with this (old) id."""
    return _rewritten(value, rewriting, document)  # type: ignore[no-any-return]


def _rewritten(value: Any, rewriting: Rewriting, document: str | None) -> Any:
    if isinstance(value, str):
        return rewriting.words(value)
    if isinstance(value, Span):
        return value if document is None else rewriting.span(document, value)
    if isinstance(value, tuple):
        return tuple(_rewritten(part, rewriting, document) for part in value)
    if isinstance(value, dict):
        return {key: _rewritten(part, rewriting, document) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _rewritten(getattr(value, f.name), rewriting, document) for f in fields(value)}
        return replace(value, **parts)
    return value


def _dependence(d: Dependence, rewriting: Rewriting) -> Dependence:
    def place(old: Place) -> Place:
        return Place(rewriting.words(old.document), rewriting.span(old.document, old.span))

    altered = tuple((rewriting.span(d.a.document, a), rewriting.span(d.b.document, b)) for a, b in d.altered)
    plain = replace(d, altered=())
    return replace(rewritten(plain, rewriting, None), a=place(d.a), b=place(d.b), altered=altered)


def _merged(entities: Iterable[Entity]) -> list[Entity]:
    """Each name of an entity once: two may have become one."""
    return [replace(e, names=tuple(dict.fromkeys(e.names))) for e in entities]


class _Rows:
    """The rows of one document of the copy."""

    def __init__(self, edition: Edition, identity: str, rewriting: Rewriting) -> None:
        self.edition = edition
        self.identity = identity
        self.rewriting = rewriting
        old = edition.document(identity)
        text = rewriting.text(old)
        new = rewritten(replace(old, text=""), rewriting, identity)
        self.document: Document = rewriting.finished(replace(new, text=text), text)

    def rows(self) -> DocumentRows:
        """Everything of the document, as if it had been read so."""
        e, i, own = self.edition, self.identity, (self.document.id,)
        speakers, referents = e.speaker_referents(i), e.mention_referents(i)
        passages = e.passages(i)
        tables: dict[str, list[Row]] = {
            "articles": self._encoded(e.articles(i), lambda _: own),
            "damage": self._encoded(e.damage(i), lambda _: own),
            "passages": self._encoded(passages),
            "attributions": self._encoded(e.attributions(i), lambda a: (self._id(speakers.get(a.id)),)),
            "mentions": self._encoded(e.mentions(i), lambda m: (self._id(referents.get(m.id)),)),
            "dates": self._encoded(e.dates(i)),
            "figures": self._encoded(e.figures(i)),
            "citations": self._encoded(e.citations(i)),
            "designations": self._encoded(e.designations(i)),
            "referents": self._encoded(e.referents(i)),
            "statements": self._encoded(e.statements(i)),
        }
        spans = [self.rewriting.span(i, p.span) for p in passages]
        words = tuple(
            "" if p.kind == "boilerplate" else span.of(self.document.text)
            for p, span in zip(passages, spans, strict=True)
        )
        aside = [span for p, span in zip(passages, spans, strict=True) if p.kind == "boilerplate"]
        prints = fingerprint(self.document.id, self.document.text, aside).to_bytes()
        tables["fingerprints"] = [(self.document.id, prints, Subject.of({}).packed, None)]
        row = document_row(self.document, ORIGINALS, "", "")
        return DocumentRows(self.document.id, self.document.path, row, tables, words)

    def _encoded(self, records: Iterable[Any], more: Callable[[Any], Row] = lambda _: ()) -> list[Row]:
        found = []
        for record in records:
            new = self.rewriting.finished(rewritten(record, self.rewriting, self.identity), self.document.text)
            found.append((*codec(type(new)).encode(new), *more(record)))
        return found

    def _id(self, identity: str | None) -> str | None:
        return None if identity is None else self.rewriting.words(identity)


class AsItIs:
    """Changes nothing: for a copy that only leaves things out."""

    def text(self, document: Document) -> str:
        """The same text."""
        return document.text

    def span(self, document: str, span: Span) -> Span:
        """The same span."""
        return span

    def words(self, words: str) -> str:
        """The same words."""
        return words

    def finished(self, record: Any, text: str) -> Any:
        """The same record."""
        return record
