"""Reading an edition anew from the texts that it keeps, with everything that people decided about it.

An edition that can be opened is rebuilt in its place, document by document, while others may decide on. One of another
shape, or damaged, is written anew from what can be saved, and the old file is kept beside it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, delete, insert, select

from gainsay.documents import Declared
from gainsay.documents.document import Document
from gainsay.edition import ledger
from gainsay.edition.build import compare, engine_for
from gainsay.edition.document import annotate, conclude
from gainsay.edition.model import chosen, encoder, reader_id
from gainsay.edition.plan import PATIENCE, allowance, make_stamp
from gainsay.edition.report import Progress, Step, silent
from gainsay.engines.confinement import confined
from gainsay.errors import EditionBusyError, EditionError, NewerEditionError, NotAnEditionError, StorageError
from gainsay.store import schema
from gainsay.store.address import Address, Server
from gainsay.store.copying import replace as replace_edition
from gainsay.store.loading import load_documents
from gainsay.store.lock import WriteLock
from gainsay.store.salvage import Salvage, salvage
from gainsay.store.saving import DocumentRows
from gainsay.store.server import KEPT as ASIDE
from gainsay.store.store import Store

KEPT = ".before-repair"
ModelOf = Callable[[str], str]
"""Which reader is to read a document, by its id."""
GIVEN = frozenset({"authority"})  # notes on an edition that the user gave, and no document holds


@dataclass(frozen=True, slots=True)
class RepairReport:
    """`documents` were read anew, `decisions` carried over; `lost` documents were beyond reading.

    `kept` is the old file, or where the old tables are, if new ones were written in their place.
    """

    edition: Address
    documents: int
    decisions: int
    lost: int = 0
    kept: Path | str | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document as an edition keeps it, to be read anew."""

    document: Document
    folder: str
    model: str


def repair(path: Address, reader: str | None = None, progress: Progress = silent) -> RepairReport:
    """Rebuild everything that was read in an edition from the texts it keeps."""
    model = chosen(reader)
    with WriteLock(path):
        if _is_whole(path):
            return _in_place(path, model, progress)
        if isinstance(path, Server):
            return _anew_on_server(path, model, progress)
        return _anew(path, model, progress)


def _is_whole(path: Address) -> bool:
    """Whether this program can open the edition, and its database finds no fault with it."""
    try:
        with closing(Store(path)) as store, store.begin() as connection:
            return not store.faults(connection, quick=True)
    except (NotAnEditionError, NewerEditionError, EditionBusyError):
        raise
    except EditionError as error:
        if isinstance(error, StorageError) and isinstance(path, Server):
            raise  # the server cannot be reached, which is nothing to repair
        return False


def _in_place(path: Address, model: str, progress: Progress) -> RepairReport:
    with closing(Store(path, write=True)) as store:
        with store.begin() as connection:
            _drop_orphans(connection)
            folders = dict(connection.execute(schema.documents.select().with_only_columns(*_FOLDER)).all())
            documents = [(document, folders[document.id]) for document in load_documents(connection)]
        _read_anew(store, documents, lambda _: model, progress)
        with store.begin() as connection:
            made = ledger.decisions_made(store, connection)
    return RepairReport(path, len(documents), made)


def _drop_orphans(connection: Connection) -> None:
    """Remove rows of what is not there any more: reading anew replaces only what hangs on a document."""
    for table in schema.metadata.sorted_tables:
        for key in table.foreign_keys:
            connection.execute(delete(table).where(key.parent.not_in(select(key.column))))
    connection.execute(delete(schema.blocking_keys))  # what has none is taken for new


_FOLDER = schema.documents.c.id, schema.documents.c.folder


def _anew(path: Path, model: str, progress: Progress) -> RepairReport:
    saved = salvage(path)
    if not saved.documents and not saved.decisions:
        raise StorageError(f"{path}: nothing in it can be saved. Read the folder into a new edition with -o.")
    fresh, kept = path.with_name(path.name + ".repairing"), path.with_name(path.name + KEPT)
    if kept.exists():
        raise EditionError(f"{kept}: an earlier repair left this file. Move it away, then repair again.")
    fresh.unlink(missing_ok=True)
    rebuild(fresh, saved, lambda _: model, progress)
    shutil.copymode(path, fresh)  # whoever was let in, still is
    path.rename(kept)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + ending))
    fresh.replace(path)
    return RepairReport(path, len(saved.documents), len(saved.decisions), len(saved.lost), kept)


def _anew_on_server(server: Server, model: str, progress: Progress) -> RepairReport:
    """Built in a file, then put in the place of what is there, which is kept aside."""
    saved = salvage(server)
    if not saved.documents and not saved.decisions:
        raise StorageError(f"{server}: nothing in it can be saved. Read the folder into a new database.")
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / f"{server.name}.gainsay"
        rebuild(fresh, saved, lambda _: model, progress)
        with closing(Store(fresh)) as store:
            replace_edition(store, server)
    return RepairReport(server, len(saved.documents), len(saved.decisions), len(saved.lost), f"the schema {ASIDE}")


def rebuild(fresh: Path, saved: Salvage, model_of: ModelOf, progress: Progress) -> None:
    """Write a new edition of what was saved: the texts read anew, with the decisions in force."""
    with closing(Store(fresh, write=True)) as store:
        with store.begin() as connection:
            for key in GIVEN & saved.notes.keys():
                store.note(connection, key, saved.notes[key])
            if saved.decisions:
                connection.execute(insert(schema.decisions), list(saved.decisions))
                ledger.set_decided(store, connection, saved.decisions[-1]["number"])
            if saved.judgements:
                connection.execute(insert(schema.judgements), list(saved.judgements))
        _read_anew(store, saved.documents, model_of, progress)
        store.compact()


def _read_anew(store: Store, documents: Sequence[tuple[Document, str]], model_of: ModelOf, progress: Progress) -> None:
    """Read the documents from their texts and write them, one after the other; then compare all."""
    tasks = [_Kept(_as_read(document), folder, model_of(document.id)) for document, folder in documents]
    size = sum(len(document.text) for document, _ in documents)
    with closing(engine_for(len(tasks), size).map(read_kept, tasks)) as outcomes:
        for number, (task, outcome) in enumerate(outcomes, 1):
            if outcome.value is None:
                raise EditionError(f"{task.document.path}: {outcome.problem}")
            ledger.keep(store, outcome.value)
            progress(Step("reading", number, len(tasks), task.document.path))
    compare(store, progress)


def _as_read(document: Document) -> Document:
    """The document without what an earlier reading found in its text."""
    said = {key: stated for key, stated in document.metadata.items() if stated.by != "text"}
    return replace(document, metadata=said)


def read_kept(task: _Kept) -> DocumentRows:
    """Read a document from its text."""
    said = {key: stated.value for key, stated in task.document.metadata.items() if stated.by == "user"}
    reader = reader_id(task.model)
    stamp = make_stamp(Declared(said, task.document.restricted), reader)
    model = encoder(task.model)
    with confined(task.document.path, allowance(len(task.document.text), PATIENCE)):
        found = annotate(task.document, model)
    return conclude(found).rows(task.folder, stamp, reader)
