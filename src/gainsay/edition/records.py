"""The records of an edition, as they were read and found."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Column, Select, select

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.dependence.dependence import Dependence
from gainsay.documents.document import Document
from gainsay.edition import ledger
from gainsay.edition.report import Problem
from gainsay.entities.entity import Entity, Referent
from gainsay.errors import UsageError
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.statements.statement import Statement
from gainsay.store import comparison, loading, schema
from gainsay.store.address import Server, as_address
from gainsay.store.events import Placed, load_placements, with_placements
from gainsay.store.loading import load
from gainsay.store.search import load_vocabulary
from gainsay.store.store import Store

Record = TypeVar("Record")

TEXTS_AT_HAND = 64
BATCH = 5000


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """A few at a time: SQLite takes only so many values in one query."""
    every = list(dict.fromkeys(ids))
    return (every[at : at + BATCH] for at in range(0, len(every), BATCH))


class Records:
    """What an edition holds, table by table.

    The methods that give records of documents take a document's id and then give those of that document alone; all
    lists are in the order of the documents' paths and of the text.
    """

    def __init__(self, path: str | os.PathLike[str] | Server) -> None:
        self.path = as_address(path)
        self.store = Store(self.path)
        self._texts: dict[str, str] = {}

    @cached_property
    def paths(self) -> dict[str, str]:
        """The documents: id to path, in the order of paths."""
        c = schema.documents.c
        with self.store.begin() as connection:
            return {row.id: row.path for row in connection.execute(select(c.id, c.path).order_by(c.path))}

    def documents(self) -> list[Document]:
        """The documents with their texts."""
        with self.store.begin() as connection:
            return list(loading.load_documents(connection))

    def document(self, which: str) -> Document:
        """One document by id, path or file name."""
        ids = [which] if which in self.paths else [i for i, path in self.paths.items() if which == path]
        ids = ids or [i for i, path in self.paths.items() if path.rpartition("/")[2] == which]
        if len(ids) != 1:
            what = "several documents are called so: give the whole path" if ids else "there is no such document"
            raise UsageError(f"{which}: {what}. `gainsay sources` lists them.")
        with self.store.begin() as connection:
            return next(loading.load_documents(connection, schema.documents.c.id == ids[0]))

    def vocabulary(self) -> list[str]:
        """All words of the passages, folded."""
        with self.store.begin() as connection:
            return load_vocabulary(connection)

    def text(self, document: str) -> str:
        """The text of a document, by its id; the latest few are kept at hand."""
        if document not in self._texts:
            if len(self._texts) >= TEXTS_AT_HAND:
                self._texts.clear()
            with self.store.begin() as connection:
                self._texts[document] = loading.load_text(connection, document)
        return self._texts[document]

    def articles(self, document: str | None = None) -> list[Article]:
        """The articles of the pages."""
        return self._records(Article, document)

    def passages(self, document: str | None = None) -> list[Passage]:
        """Headings, paragraphs, notes … with their sentences."""
        return self._records(Passage, document)

    def damage(self, document: str) -> list[Damage]:
        """What is wrong with the text of a document."""
        return self._records(Damage, document)

    def damage_of(self, documents: Iterable[str]) -> dict[str, list[Damage]]:
        """What is wrong with the texts of some documents, by their ids."""
        wanted = list(documents)
        found: dict[str, list[Damage]] = {document: [] for document in wanted}
        with self.store.begin() as connection:
            for some in batches(wanted):
                found |= loading.load_of(connection, Damage, some)
        return found

    def attributions(self, document: str | None = None) -> list[Attribution]:
        """Who is reported to say what."""
        return self._records(Attribution, document)

    def mentions(self, document: str | None = None) -> list[Mention]:
        """The spans that name or describe somebody or something."""
        return self._records(Mention, document)

    def dates(self, document: str | None = None) -> list[Date]:
        """Temporal expressions with their EDTF values, those that another document dates (`placements`) included."""
        return with_placements(self._records(Date, document), self.placements(document))

    def placements(self, document: str | None = None) -> dict[str, Placed]:
        """By the ids of dates that are counted from an event, their values, and where it says when the event was."""
        with self.store.begin() as connection:
            return load_placements(connection, document)

    def figures(self, document: str | None = None) -> list[Figure]:
        """Counted and measured quantities."""
        return self._records(Figure, document)

    def citations(self, document: str | None = None) -> list[Citation]:
        """Markers, notes and inline references."""
        return self._records(Citation, document)

    def designations(self, document: str | None = None) -> list[Designation]:
        """The words chosen for parties and acts."""
        return self._records(Designation, document)

    def referents(self, document: str | None = None) -> list[Referent]:
        """Who or what each document speaks of."""
        return self._records(Referent, document)

    def statements(self, document: str | None = None) -> list[Statement]:
        """The propositions with their holders."""
        return self._records(Statement, document)

    def statements_in(self, document: str, passages: Container[str]) -> list[Statement]:
        """Those of some passages of a document."""
        return [s for s in self.statements(document) if s.passage in passages]

    def entities(self) -> list[Entity]:
        """Who or what is meant across documents, by name."""
        with self.store.begin() as connection:
            return list(comparison.load_entities(connection))

    def names(self) -> dict[str, str]:
        """From the id of an entity to its name."""
        return {e.id: e.name for e in self.entities()}

    def documents_naming(self, entities: Iterable[str]) -> dict[str, int]:
        """The documents that speak of any of these entities, and of how many of them."""
        wanted, c = set(entities), schema.referents.c
        entity_of = {k.referent: e.id for e in self.entities() if e.id in wanted for k in e.links}
        pairs: set[tuple[str, str]] = set()
        with self.store.begin() as connection:
            for some in batches(entity_of):
                rows = connection.execute(select(c.id, c.document).where(c.id.in_(some)))
                pairs.update((row.document, entity_of[row.id]) for row in rows)
        return Counter(document for document, _ in pairs)

    def documents_stating(self, statements: Iterable[str]) -> set[str]:
        """The documents in which the statements with these ids stand."""
        c = schema.statements.c
        with self.store.begin() as connection:
            return {
                d for some in batches(statements) for d in connection.scalars(select(c.document).where(c.id.in_(some)))
            }

    def entity_of(self) -> Mapping[str, str]:
        """From the id of a referent to the id of its entity."""
        with self.store.begin() as connection:
            return comparison.load_entity_of(connection)

    def mention_referents(self, document: str | None = None) -> dict[str, str]:
        """From the id of a mention to the id of its referent."""
        c = schema.mentions.c
        return self._pairs(select(c.id, c.referent).where(c.referent.is_not(None)), c.document, document)

    def speaker_referents(self, document: str | None = None) -> dict[str, str]:
        """From the id of an attribution to the id of its speaker's referent."""
        c = schema.attributions.c
        return self._pairs(
            select(c.id, c.speaker_referent).where(c.speaker_referent.is_not(None)), c.document, document
        )

    def dependences(self) -> list[Dependence]:
        """The passages that copy, quote, cite or repeat others."""
        with self.store.begin() as connection:
            return list(comparison.load_dependences(connection))

    def unread(self) -> list[Problem]:
        """The documents that could not be read, with the reason."""
        with self.store.begin() as connection:
            rows = connection.execute(select(schema.unread).order_by(schema.unread.c.path))
            return [Problem(row.path, row.problem) for row in rows]

    def counts(self) -> dict[str, int]:
        """How many records of each kind the edition holds."""
        with self.store.begin() as connection:
            return ledger.counts(connection)

    def _records(self, record: type[Record], document: str | None) -> list[Record]:
        with self.store.begin() as connection:
            return list(load(connection, record, document))

    def _pairs(self, query: Select[str, str], column: Column[str], document: str | None) -> dict[str, str]:
        with self.store.begin() as connection:
            chosen = query if document is None else query.where(column == document)
            return dict(connection.execute(chosen).all())
