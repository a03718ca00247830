"""An edition, opened: everything found in the documents and between them, as records."""

from __future__ import annotations

import os
from contextlib import closing
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from gainsay.edition.records import Records
from gainsay.edition.report import Progress, ReadReport, silent
from gainsay.matters.matter import Facet, Matter, Verdict
from gainsay.store import comparison
from gainsay.store.address import Server
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


class Edition(Records):
    """An edition opened for reading: its records, what they answer, and the decisions about them. Use it as a context
    manager, or `close` it.
    """

    def __init__(self, path: str | os.PathLike[str] | Server) -> None:
        super().__init__(path)
        self.report: ReadReport | None = None
        """What reading did, on an edition that `gainsay.read` returned."""

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

    def verify(self, anew: bool = False, progress: Progress = silent) -> list[str]:
        """What is wrong with the edition, in words; empty where all is well. With `anew`, where nothing else is wrong,
        its texts are read again, and what it holds is held against what that gives.
        """
        from gainsay.edition.verify import verify

        problems = verify(self)
        if problems or not anew:
            return problems
        from gainsay.edition.anew import verify_anew

        return verify_anew(self, progress)

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
