"""The log of decisions: appended to, never changed, each entry chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from gainsay.edition.review.decision import Action, Anchor, Decision, Target
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.rows import to_json

START = "0" * 64
"""What the first entry is chained to."""


def now() -> str:
    """The moment, as the log writes it: UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(
    connection: Connection,
    *,
    at: str,
    by: str,
    action: Action,
    target: Target,
    changes: dict[str, Any],
    reason: str,
    origin: str | None = None,
) -> Decision:
    """Write the next entry. The transaction must have begun as a writer's, so that nobody comes between."""
    c = schema.decisions.c
    last = connection.execute(select(c.number, c.id).order_by(c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.id) if last else (1, START)
    entry = Decision(number, "", previous, at, by, action, target, changes, reason, origin)
    entry = replace(entry, id=digest(entry))
    connection.execute(
        insert(schema.decisions).values(
            number=number,
            id=entry.id,
            previous=previous,
            at=at,
            by=by,
            action=action,
            target=to_json(asdict(target)),
            changes=to_json(changes),
            reason=reason,
            origin=origin,
        )
    )
    return entry


def digest(entry: Decision) -> str:
    """The SHA-256 of everything in an entry but its own id: of JSON with sorted keys and no blanks, in UTF-8."""
    values = {key: value for key, value in asdict(entry).items() if key != "id"}
    plain = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def load_log(connection: Connection) -> list[Decision]:
    """All entries, in the order in which they were made."""
    rows = connection.execute(select(schema.decisions).order_by(schema.decisions.c.number))
    return [
        Decision(
            number=row.number,
            id=row.id,
            previous=row.previous,
            at=row.at,
            by=row.by,
            action=row.action,
            target=to_target(json.loads(row.target)),
            changes=json.loads(row.changes),
            reason=row.reason,
            origin=row.origin,
        )
        for row in rows
    ]


def to_target(values: dict[str, Any]) -> Target:
    """A target from its JSON."""
    return Target(
        values["kind"],
        tuple(to_anchor(anchor) for anchor in values["anchors"]),
        values["key"],
        values["read"],
        values["name"],
    )


def to_anchor(values: dict[str, Any]) -> Anchor:
    """An anchor from its JSON."""
    return Anchor(
        values["path"],
        values["sha256"],
        Span(*values["span"]),
        values["quote"],
        Span(*values["passage"]),
        values["digest"],
    )


def standing(entries: Sequence[Decision]) -> tuple[list[Decision], dict[str, Decision]]:
    """The decisions that nobody took back, in order; and those taken back, each with the entry that did so.

    An undo may be undone: what it had taken back then stands again.
    """
    undone: dict[str, Decision] = {}
    for entry in reversed(entries):  # the later first: whether an undo counts depends on those after it alone
        if entry.undoes is not None and entry.id not in undone:
            undone.setdefault(entry.undoes, entry)
    return [e for e in entries if e.action != "undo" and e.id not in undone], undone


def faults(entries: Sequence[Decision], made: int) -> Iterator[str]:
    """Where the chain is broken: an entry that was changed, taken out or put in. `made` is how many there must be."""
    number, previous = 1, START
    for entry in entries:
        if entry.number != number:
            yield f"decisions: number {number} is missing from the log"
        elif entry.previous != previous:
            yield f"decisions: number {entry.number} does not follow from the one before it"
        if entry.id != digest(entry):
            yield f"decisions: number {entry.number} was changed after it was made"
        number, previous = entry.number + 1, entry.id
    if number - 1 < made:
        yield f"decisions: the log ends at {number - 1}, where {made} were made"
