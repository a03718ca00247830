"""An edition, opened: everything found in the documents and between them, as records."""

from __future__ import annotations

import os
from contextlib import closing
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

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
from gainsay.edition.report import Problem, Progress, ReadReport, silent
from gainsay.entities.entity import Entity, Referent
from gainsay.errors import UsageError
from gainsay.matters.matter import Facet, Matter, Verdict
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.statements.statement import Statement
from gainsay.store import comparison, loading, schema
from gainsay.store.address import Server, as_address
from gainsay.store.events import Placed, load_placements, with_placements
from gainsay.store.loading import load
from gainsay.store.store import Store

if TYPE_CHECKING:
    from pandas import DataFrame

    from gainsay.edition.asking import Answer
    from gainsay.edition.build import ReadSettings
    from gainsay.edition.person import Person
    from gainsay.edition.query import Hit
    from gainsay.edition.review.agreement import Agreement
    from gainsay.edition.review.decision import Action, Decision, Reviewed
    from gainsay.edition.review.desk import Desk
    from gainsay.edition.review.queue import Open
    from gainsay.edition.shown import ShownMatter

Record = TypeVar("Record")

TEXTS_AT_HAND = 64


class Edition:
    """An edition opened for reading. Use it as a context manager, or `close` it.

    The methods that give records of documents take a document's id and then give those of that document alone; all
    lists are in the order of the documents' paths and of the text.
    """

    def __init__(self, path: str | os.PathLike[str] | Server) -> None:
        self.path = as_address(path)
        self.store = Store(self.path)
        self.report: ReadReport | None = None
        """What reading did, on an edition that `gainsay.read` returned."""
        self._texts: dict[str, str] = {}

    def __enter__(self) -> Edition:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()
        if "_desk" in self.__dict__:
            self._desk.close()

    @cached_property
    def _desk(self) -> Desk:
        from gainsay.edition.review.desk import Desk

        return Desk(self.path)

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
        ids = [i for i, path in self.paths.items() if which in (i, path)]
        ids = ids or [i for i, path in self.paths.items() if path.rpartition("/")[2] == which]
        if len(ids) != 1:
            what = "several documents are called so: give the whole path" if ids else "there is no such document"
            raise UsageError(f"{which}: {what}. `gainsay sources` lists them.")
        with self.store.begin() as connection:
            return next(loading.load_documents(connection, schema.documents.c.id == ids[0]))

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

    def entities(self) -> list[Entity]:
        """Who or what is meant across documents, by name."""
        with self.store.begin() as connection:
            return list(comparison.load_entities(connection))

    def entity_of(self) -> dict[str, str]:
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

    def matters(
        self, verdict: Verdict | None = None, facet: Facet | None = None, about: str | None = None
    ) -> list[Matter]:
        """The disputes and agreements, highest score first.

        `about` keeps those that concern somebody or something so named, or whose label holds the words.
        """
        with self.store.begin() as connection:
            found = list(comparison.load_matters(connection))
        found = [m for m in found if verdict in (None, m.verdict) and facet in (None, m.facet)]
        if about is None:
            return found
        from gainsay.edition.query import named

        ids = {entity.id for entity in named(self, about)}
        return [m for m in found if ids.intersection(m.entities) or about.casefold() in m.label.casefold()]

    def show(self, matter: Matter) -> ShownMatter:
        """A matter with the words, places and holders of its statements; in a notebook a table."""
        from gainsay.edition.shown import show

        return show(self, [matter])[0]

    def to_pandas(self, table: str) -> DataFrame:
        """A table of the edition as a data frame of pandas, which has to be installed: "matters", "positions" …"""
        from gainsay.edition.frames import data_frame

        return data_frame(self, table)

    def _repr_html_(self) -> str:
        """The edition as a notebook shows it."""
        from gainsay.edition.notebook import edition_html

        return edition_html(self)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Passages with all these words, best first; else with parts of words or misspellings of them."""
        from gainsay.edition.query import search

        return search(self, words, limit)

    def who(self, name: str) -> Person:
        """What somebody says, through time, what is said of them, and what they are called and by whom."""
        from gainsay.edition.person import who

        return who(self, name)

    def ask(self, question: str, limit: int = 10) -> Answer:
        """The matters and passages that bear on a question; none, with the reason, where nothing does."""
        from gainsay.edition.asking import ask

        return ask(self, question, limit)

    def verify(self) -> list[str]:
        """What is wrong with the edition, in words; empty where all is well."""
        from gainsay.edition.verify import verify

        return verify(self)

    def review(self, target: str, action: Action, *, by: str, reason: str = "", **changes: Any) -> Decision:
        """Decide about what has the id `target`, or about whoever is so named; the decision is in the log, and on the
        disk, when this returns.

        `accept`, `reject` (with a reason) and `correct` (with the corrected fields) an attribution, mention, date,
        figure, citation, designation, statement or matter; `join` one entity with another (`entity`: its id or name),
        `part` `names` or `referents` from one; `undo` a decision, by number or id; `add` to the document `target` (its
        id or path) what no reading found: `record`, its kind, and its fields. It takes effect with `settle`, or
        with the next reading.
        """
        return self._desk.decide(target, action, by, reason, changes)

    def settle(self, progress: Progress = silent) -> bool:
        """Let decisions take effect, everywhere at once. False while another process writes the edition."""
        from gainsay.edition.build import settle

        return settle(self.path, progress)

    def decisions(self) -> list[Reviewed]:
        """The log of decisions, with what became of each."""
        from gainsay.edition.review.queries import load_reviewed

        with self.store.begin() as connection:
            return load_reviewed(connection)

    def queue(self, limit: int = 50, kind: str | None = None) -> list[Open]:
        """What nobody has decided about yet, the least sure and most consequential first."""
        from gainsay.edition.review.queue import queue

        with self.store.begin() as connection:
            return queue(connection, limit, kind)

    def agreement(self) -> Agreement:
        """How far reviewers agree about what more than one of them decided."""
        from gainsay.edition.review.agreement import agreement

        return agreement([reviewed.decision for reviewed in self.decisions()])

    def export_decisions(self, path: str | os.PathLike[str]) -> int:
        """Write the log as JSON Lines; how many decisions there are."""
        from gainsay.edition.review.exchange import export_decisions

        with self.store.begin() as connection:
            return export_decisions(connection, Path(path))

    def import_decisions(self, path: str | os.PathLike[str]) -> int:
        """Add decisions that were exported from another edition, those that are there already left out; how many."""
        from gainsay.edition.review.exchange import import_decisions

        with closing(Store(self.path, write=True, durable=True)) as store:
            return import_decisions(store, Path(path))

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


def read(
    folder: str | os.PathLike[str],
    edition: str | os.PathLike[str] | Server | None = None,
    settings: ReadSettings | None = None,
    progress: Progress = silent,
) -> Edition:
    """Read a folder of documents into an edition, new or to be brought up to date, and open it.

    The edition is `FOLDER.gainsay` in the current directory unless a path, or the address of a database, is given.
    Only what changed since the last reading is read again. `report` of the edition says what was done: documents that
    could not be read are named there, the others are kept.
    """
    from gainsay.edition import build

    report = build.read(folder, edition, settings or build.ReadSettings(), progress)
    opened = open_edition(report.edition)
    opened.report = report
    return opened


def open_edition(path: str | os.PathLike[str] | Server) -> Edition:
    """Open an edition, a file or `postgresql://USER@HOST/DATABASE`, for reading. Use it in a `with` block, or close
    it.
    """
    return Edition(path)
