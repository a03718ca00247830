"""What an edition knows about its documents and about itself: small transactions, each leaving the edition whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from gainsay.documents.folder import writable
from gainsay.edition.plan import Kept, Plan, Task
from gainsay.edition.report import DocumentRead, Problem, ReadReport
from gainsay.store import schema
from gainsay.store.comparison import load_uncompared
from gainsay.store.rows import from_json
from gainsay.store.saving import DocumentRows, remove_documents, save_document, save_unread
from gainsay.store.store import Store
from gainsay.store.texts import decompress
from gainsay.store.writing import among, fetch_rows, fill_wanted

COUNTED = (
    schema.documents,
    schema.passages,
    schema.attributions,
    schema.mentions,
    schema.entities,
    schema.dates,
    schema.figures,
    schema.citations,
    schema.designations,
    schema.statements,
    schema.dependences,
    schema.matters,
)


def known(store: Store) -> dict[str, Kept]:
    """The documents held, by path."""
    c = schema.documents.c
    with store.begin() as connection:
        rows = fetch_rows(connection, select(c.path, c.folder, c.sha256, c.stamp).order_by(c.path))
        return {path: Kept(*kept) for path, *kept in rows}


def keep(store: Store, rows: DocumentRows) -> None:
    """Write a document that was read."""
    with store.begin() as connection:
        save_document(connection, rows)
        set_pending(store, connection, True)


def give_up(store: Store, task: Task, problem: Problem) -> None:
    """Note a document that could not be read; what an earlier reading of it found goes."""
    with store.begin() as connection:
        if remove_documents(connection, [writable(task.path)]):
            set_pending(store, connection, True)
        save_unread(connection, task.root, writable(task.path), problem.problem)


def forget(store: Store, plan: Plan) -> None:
    """Remove documents whose files are gone, and note where moved ones are now."""
    documents, unread = schema.documents, schema.unread
    with store.begin() as connection:
        if remove_documents(connection, plan.removed):
            set_pending(store, connection, True)
        if plan.moved:
            connection.execute(update(documents).where(documents.c.path.in_(plan.moved)).values(folder=plan.root))
        if plan.whole:
            connection.execute(delete(unread).where(unread.c.folder == plan.root))


def count_uncompared(store: Store) -> int:
    """How many documents are new or changed since the last comparison: those of a reading that was killed, too."""
    with store.begin() as connection:
        return len(load_uncompared(connection))


def is_pending(store: Store, connection: Connection) -> bool:
    """Whether documents changed since they were last compared."""
    return store.noted(connection, "comparison") == "pending"


def is_decided(store: Store, connection: Connection) -> bool:
    """Whether people have decided something since, which the comparison has still to take into account."""
    return store.noted(connection, "decisions") == "waiting"


def set_decided(store: Store, connection: Connection, number: int) -> None:
    """Note, in the transaction that writes a decision, that it is to take effect, and that there are so many now."""
    store.note(connection, "decisions", "waiting")
    store.note(connection, "decisions made", str(number))


def decisions_made(store: Store, connection: Connection) -> int:
    """How many decisions were ever written into the log."""
    return int(store.noted(connection, "decisions made") or 0)


def set_pending(store: Store, connection: Connection, pending: bool) -> None:
    """Note, in the transaction that changes a document, that the comparison is due: an interrupted reading finds it."""
    store.note(connection, "comparison", "pending" if pending else "done")
    if not pending:
        store.note(connection, "decisions", "done")


def decisions_by_state(connection: Connection) -> dict[str, int]:
    """How many decisions stand how; those that only take others back are not counted."""
    b, d = schema.bindings.c, schema.decisions.c
    query = select(b.state, func.count()).join(schema.decisions, d.number == b.decision).where(d.action != "undo")
    return dict(connection.execute(query.group_by(b.state).order_by(b.state)).all())


def counts(connection: Connection) -> dict[str, int]:
    """The number of rows of each kind."""
    return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in COUNTED}


def report(store: Store, plan: Plan, problems: Sequence[Problem], warnings: Sequence[str]) -> ReadReport:
    """What was done and what is there now."""
    failed = {problem.path for problem in problems}
    damage, documents, matters = schema.damage.c, schema.documents.c, schema.matters.c
    fresh = [task.path for task in plan.tasks if task.path not in failed]
    with store.begin() as connection:
        of_paths: dict[str, Any] = dict(fetch_rows(connection, select(documents.path, documents.id)))
        fill_wanted(connection, (of_paths[path] for path in fresh))  # whose damage is counted, and who are told of
        damaged = select(damage.kind, func.count()).where(among(damage.document)).group_by(damage.kind)
        verdicts = select(matters.verdict, func.count()).group_by(matters.verdict).order_by(matters.verdict)
        return ReadReport(
            edition=store.path,
            added=tuple(path for path in plan.added if path not in failed),
            changed=tuple(path for path in plan.changed if path not in failed),
            removed=plan.removed,
            unchanged=plan.unchanged,
            read=_read(connection),
            problems=tuple(replace(problem, path=writable(problem.path)) for problem in problems),
            warnings=tuple(warnings),
            counts=counts(connection),
            damage=dict(connection.execute(damaged.order_by(damage.kind)).all()),
            verdicts=dict(connection.execute(verdicts).all()),
            decisions=decisions_by_state(connection),
        )


def _read(connection: Connection) -> tuple[DocumentRead, ...]:
    """The documents that are wanted, in the order of their paths."""
    c = schema.documents.c
    rows = connection.execute(select(c.path, c.media_type, c.pages, c.words, c.remarks).where(among(c.id)))
    return tuple(
        DocumentRead(row.path, row.media_type, len(from_json(decompress(row.pages))), row.words, tuple(remarks))
        for row in sorted(rows, key=lambda row: row.path)
        for remarks in [from_json(row.remarks)]
    )
