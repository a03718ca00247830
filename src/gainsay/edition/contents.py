"""What stands in each document, for whatever goes through an edition document by document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, Select, select

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.statements.statement import Statement
from gainsay.store import loading, schema
from gainsay.store.events import with_placements

if TYPE_CHECKING:
    from gainsay.edition.public import Public

Record = TypeVar("Record")

BATCH = 64
"""Documents whose records are read at once: asking for each alone takes longer than reading them."""

CHARACTERS = 2_000_000
"""Of the texts of a batch together: it has to fit into memory with all its records."""


def contents(edition: Edition, public: Public) -> Iterator[Contents]:
    """The public documents with their records, in the order of paths."""
    for documents in _batches(edition, public):
        batch = _Batch(edition, public, documents)
        for document in batch.documents:
            yield Contents(document, public, batch)


def _batches(edition: Edition, public: Public) -> Iterator[list[str]]:
    c = schema.documents.c
    with edition.store.begin() as connection:
        sizes = {row.id: row.characters for row in connection.execute(select(c.id, c.characters))}
    batch: list[str] = []
    size = 0
    for identity in public.documents:
        if batch and (len(batch) == BATCH or size + sizes[identity] > CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(identity)
        size += sizes[identity]
    if batch:
        yield batch


class _Batch:
    """Some documents; records of a kind are read for all of them when the first is asked for."""

    def __init__(self, edition: Edition, public: Public, identities: list[str]) -> None:
        self.edition = edition
        self.public = public
        self.identities = identities
        self._records: dict[type, Mapping[str, list[Any]]] = {}

    @cached_property
    def documents(self) -> list[Document]:
        with self.edition.store.begin() as connection:
            return list(loading.load_documents(connection, schema.documents.c.id.in_(self.identities)))

    def records(self, record: type[Record], document: str) -> list[Record]:
        if record not in self._records:
            with self.edition.store.begin() as connection:
                self._records[record] = loading.load_of(connection, record, self.identities)
        return self._records[record].get(document, [])

    @cached_property
    def entity_of(self) -> dict[str, str]:
        a, m = schema.attributions.c, schema.mentions.c
        speakers, mentions = self._pairs(a.id, a.speaker_referent), self._pairs(m.id, m.referent)
        known = self.public.entity_by_referent
        return {record: known[r] for record, r in {**mentions, **speakers}.items() if r in known}

    def _pairs(self, record: Column[str], referent: Column[str]) -> dict[str, str]:
        query: Select[str, str] = select(record, referent).where(referent.is_not(None))
        with self.edition.store.begin() as connection:
            return dict(connection.execute(query.where(record.table.c.document.in_(self.identities))).all())


class Contents:
    """A document with its records.

    `entity_of` leads from a mention, or from an attribution to its speaker, to an entity.
    """

    def __init__(self, document: Document, public: Public, batch: _Batch) -> None:
        self.document = document
        self.public = public
        self._batch = batch

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def entity_of(self) -> Mapping[str, str]:
        return self._batch.entity_of

    @property
    def articles(self) -> list[Article]:
        return self._of(Article)

    @property
    def passages(self) -> list[Passage]:
        return self._of(Passage)

    @property
    def damage(self) -> list[Damage]:
        return self._of(Damage)

    @property
    def attributions(self) -> list[Attribution]:
        return self._of(Attribution)

    @property
    def mentions(self) -> list[Mention]:
        return self._of(Mention)

    @property
    def dates(self) -> list[Date]:
        return with_placements(self._of(Date), self.public.placements)

    @property
    def figures(self) -> list[Figure]:
        return self._of(Figure)

    @property
    def citations(self) -> list[Citation]:
        return self._of(Citation)

    @property
    def designations(self) -> list[Designation]:
        return self._of(Designation)

    @property
    def statements(self) -> list[Statement]:
        return self._of(Statement)

    def _of(self, record: type[Record]) -> list[Record]:
        return self._batch.records(record, self.document.id)
