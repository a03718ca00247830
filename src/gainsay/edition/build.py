"""Building an edition: the only place where the stages that work between documents are composed.

`document.read_document` composes what happens within one document, `compare` what happens between documents, `read`
the two.
A document is written in a transaction of its own and the comparison in another, so an edition is whole whenever a
reading is interrupted, and the next one goes on from there.
"""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gainsay.annotations.dates.shared_events import place_across
from gainsay.documents import file_on_disk
from gainsay.documents.folder import base, writable
from gainsay.documents.objects import at_hand, is_address
from gainsay.documents.originals import find_original, format_of
from gainsay.edition import ledger
from gainsay.edition.assembling import update_matters
from gainsay.edition.authority import keep_authority, kept_authority, read_authority
from gainsay.edition.batch import get_ready
from gainsay.edition.change import undisturbed, update_relations
from gainsay.edition.depending import update_dependences
from gainsay.edition.document import read_document
from gainsay.edition.intake import Intake, of_folder, of_manifest
from gainsay.edition.model import chosen, encoder
from gainsay.edition.plan import PATIENCE, Plan, Task, allowance, make_plan
from gainsay.edition.renaming import update_entities
from gainsay.edition.report import Problem, Progress, ReadReport, Step, silent
from gainsay.edition.review.settle import Docket
from gainsay.edition.touched import Compared
from gainsay.engines.choice import LOCAL, engine_at
from gainsay.engines.confinement import confined
from gainsay.engines.engine import Engine
from gainsay.engines.local import Crew, InProcess, LocalPool
from gainsay.errors import DocumentError, EditionBusyError, UsageError
from gainsay.store import blocking
from gainsay.store.address import Address, Server, as_address
from gainsay.store.comparison import note_compared
from gainsay.store.events import load_events, replace_placements
from gainsay.store.lock import WriteLock
from gainsay.store.saving import DocumentRows
from gainsay.store.store import Store

CLASH = (
    "another document of this edition, read from another folder, has the same path. "
    "Read the folder that holds both, or make an edition for each with -o."
)
BESIDE = ("", "-wal", "-shm", "-journal", ".lock")  # endings of the edition itself, of SQLite's files, of our lock
FEW = 200_000  # bytes: below that a second process takes longer to start than the reading itself
WRITERS = 3.0  # seconds: decisions that take effect just now are soon done
FEW_COMPARED = 500  # documents
MANY = 0.5  # documents read for each that was not: then the file is worth packing anew
AS_TEXT = frozenset({"plain text", "HTML", "e-mail", "subtitles", "record"})  # formats that are read here, if small
HUGE = 5_000_000  # bytes: from there on even a single document is read apart, lest it take the program down with it


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How to read: in how many processes, by default one a processor, and with which reader: `model`, which is the
    default, or `rules`. `authority` is a file that gives names their identifiers; the
    edition keeps what it says, until it is given another. `patience` bounds the seconds of the processor that one
    document may take: so many, and more the larger it is. `engine` is where to read: here (`local`), or at the address
    of a cluster (`dask://HOST:PORT`, `ray`).
    """

    workers: int | None = None
    reader: str | None = None
    authority: Path | None = None
    patience: float = PATIENCE
    engine: str = LOCAL


def read_task(task: Task) -> DocumentRows:
    """What a worker does: its process loads the model once, and reads with it, within what one document may take."""
    model = encoder(task.model)
    with at_hand(task.root, task.path) as folder:
        file = file_on_disk(folder, task.path)
        with confined(task.path, allowance(file.stat().st_size if file else 0, task.patience)):
            return read_document(task, model, folder)


def compare(store: Store, progress: Progress = silent, engine: Engine | None = None) -> None:
    """Bring up to date what is found by comparing documents: who is meant, what was copied, what is disputed.

    Works on compact rows, never on whole documents, and only on what a change touches; the result is the same as if all
    had been compared anew. One transaction.
    """
    with store.begin() as connection, undisturbed():
        if not ledger.is_pending(store, connection) and not ledger.is_decided(store, connection):
            return
        progress(Step("comparing", 0, 3, "names"))
        docket = Docket(connection)
        docket.overrule()
        change = update_entities(connection, docket, kept_authority(store, connection))
        progress(Step("comparing", 1, 3, "words"))
        replace_placements(connection, place_across(*load_events(connection)))
        dependences = update_dependences(connection, change)
        progress(Step("comparing", 2, 3, "statements"))
        was = blocking.load_related(connection)
        numbers = update_relations(connection, change, engine or InProcess())
        compared = Compared(numbers, was, blocking.load_related(connection), dependences)
        update_matters(connection, docket, change, compared)
        note_compared(connection)
        docket.record()
        ledger.set_pending(store, connection, False)
        progress(Step("comparing", 3, 3))


def settle(path: Address, progress: Progress = silent) -> bool:
    """Let what people decided take effect. False where another process is writing the edition: try again later."""
    try:
        with WriteLock(path), closing(Store(path, write=True)) as store:
            compare(store, progress)
    except EditionBusyError:
        return False
    return True


def read(
    folder: str | os.PathLike[str],
    edition: str | os.PathLike[str] | Server | None = None,
    settings: ReadSettings = ReadSettings(),
    progress: Progress = silent,
) -> ReadReport:
    """Read a folder of documents into an edition: a new one, or one to bring up to date.

    The edition is `FOLDER.gainsay` in the current directory unless a path is given. Only what changed since the last
    reading is read again. Documents that cannot be read are named in the report; the others are kept.
    """
    root = Path(folder).expanduser().resolve()
    path = _address(edition, root)
    return _read(of_folder(root, _files_of(path)), path, settings, progress)


def read_manifest(
    manifest: str | os.PathLike[str],
    edition: str | os.PathLike[str] | Server | None = None,
    settings: ReadSettings = ReadSettings(),
    progress: Progress = silent,
) -> list[ReadReport]:
    """Read what a manifest lists: one path a line, or the address of an object (extra `objects`).

    What an edition holds besides stays. A report for the files, and one for each store.
    """
    listed = Path(manifest).expanduser().resolve()
    path = _address(edition, listed)
    return [_read(intake, path, settings, progress) for intake in of_manifest(listed)]


def _address(edition: str | os.PathLike[str] | Server | None, root: Path) -> Address:
    path = as_address(edition) if edition is not None else default_edition(root)
    if isinstance(path, Path) and path.is_dir():
        raise UsageError(f"{path}: this is a folder, not an edition. Name a file, such as {path / 'my.gainsay'}.")
    return path


def _read(intake: Intake, path: Address, settings: ReadSettings, progress: Progress) -> ReadReport:
    authority = read_authority(settings.authority) if settings.authority else ""
    with WriteLock(path, WRITERS), closing(Store(path, write=True)) as store, Crew(settings.workers) as crew:
        keep_authority(store, authority)
        plan = make_plan(
            intake.root,
            intake.paths,
            intake.declared,
            ledger.known(store),
            whole=intake.whole,
            model=chosen(settings.reader),
            patience=settings.patience,
            versions=intake.versions,
        )
        ledger.forget(store, plan)
        problems = [Problem(path, CLASH) for path in plan.clashes]
        with closing(_engine(plan, settings, crew).map(read_task, plan.tasks)) as outcomes:
            for number, (task, outcome) in enumerate(outcomes, 1):
                if outcome.value is not None:
                    ledger.keep(store, outcome.value)
                else:
                    problems.append(Problem(task.path, outcome.problem or "", outcome.details))
                    ledger.give_up(store, task, problems[-1])
                progress(Step("reading", number, len(plan.tasks), writable(task.path)))
        compare(store, progress, _comparing(ledger.count_uncompared(store), settings, crew))
        crew.dismiss()
        if len(plan.tasks) > MANY * max(1, plan.unchanged):
            store.compact()
        return ledger.report(store, plan, problems, list(intake.odd))


def default_edition(root: Path) -> Path:
    """`FOLDER.gainsay` in the current directory."""
    return Path.cwd() / f"{base(root).name or 'edition'}.gainsay"


def _files_of(edition: Address) -> frozenset[Path]:
    """The files of an edition, which may lie among the documents."""
    if not isinstance(edition, Path):
        return frozenset()
    edition = edition.absolute().resolve()
    return frozenset(edition.with_name(edition.name + ending) for ending in BESIDE)


def _engine(plan: Plan, settings: ReadSettings, crew: Crew) -> Engine:
    if settings.engine != LOCAL:
        return engine_at(settings.engine)
    if is_address(plan.root):
        return InProcess() if settings.workers == 1 else LocalPool(crew=crew)
    files = sorted({file for task in plan.tasks if (file := file_on_disk(Path(task.root), task.path))})
    size = sum(file.stat().st_size for file in files)
    apart = size < HUGE and not all(map(_is_text, plan.tasks))
    return engine_for(len(plan.tasks), size, crew, apart=apart)


def _comparing(documents: int, settings: ReadSettings, crew: Crew) -> Engine:
    """Where documents are compared: a few by those who read them, if they are still there, or here, since to start
    processes takes longer; many by others, since those who read hold what reading takes."""
    if settings.engine != LOCAL:
        return engine_at(settings.engine, batch=1)
    if crew.size == 1:
        return InProcess()
    if documents >= FEW_COMPARED:
        crew.dismiss()
        crew.summon(get_ready)
    return LocalPool(batch=1, ahead=2, crew=crew) if crew.is_there or documents >= FEW_COMPARED else InProcess()


def _is_text(task: Task) -> bool:
    """Whether a document is text as it stands: no code outside Python, which could crash, has to take it apart."""
    try:
        return format_of(find_original(Path(task.root), task.path)).name in AS_TEXT
    except DocumentError:
        return True  # reading says what is wrong


def engine_for(items: int, size: int, crew: Crew | None = None, apart: bool = False) -> Engine:
    """Several processes where so many documents of so many bytes together are worth starting them.

    Those of `crew`, if there is one. `apart` asks for a process that may crash, however little there is to read.
    """
    if size < (FEW if items > 1 else HUGE):
        return LocalPool(1) if apart else InProcess()
    return LocalPool(crew=crew)
