"""Decisions as a file: JSON Lines, one a line, as the log has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import Connection

from gainsay.edition import ledger
from gainsay.edition.review import log
from gainsay.edition.review.decision import Action, Decision, Kind, Target
from gainsay.errors import StorageError, UsageError
from gainsay.store.store import Store


def export_decisions(connection: Connection, path: Path) -> int:
    """Write the log; how many entries it has."""
    entries = log.load_log(connection)
    lines = [json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries]
    try:
        path.write_text("".join(lines), encoding="utf-8", newline="")
    except OSError as error:
        raise StorageError(f"{path}: cannot be written ({error.strerror}). Give another place.") from error
    return len(lines)


def import_decisions(store: Store, path: Path) -> int:
    """Add the decisions of a file to the log, but for those that it has; how many were added.

    Each is an entry of its own in this log, with what it says of who, when and why, and the id it had as its `origin`.
    """
    given = list(_read(path))
    with store.begin() as connection:
        known: dict[str, str] = {}
        for entry in log.load_log(connection):
            known[entry.id] = entry.id
            if entry.origin is not None:
                known[entry.origin] = entry.id
        added = 0
        for entry in given:
            origin = entry.origin or entry.id
            if origin in known or entry.id in known:
                continue
            made = log.append(
                connection,
                at=entry.at,
                by=entry.by,
                action=entry.action,
                target=_target(entry, known),
                changes=entry.changes,
                reason=entry.reason,
                origin=origin,
            )
            known[origin] = known[entry.id] = made.id
            added += 1
        if added:
            ledger.set_decided(store, connection, made.number)
    return added


def _target(entry: Decision, known: dict[str, str]) -> Target:
    """An undo names the decision by its id here."""
    if entry.undoes is None:
        return entry.target
    if entry.undoes not in known:
        raise UsageError(f"decision {entry.number} takes back one that is neither in this file before it nor here.")
    return Target("decision", (), {"decision": known[entry.undoes]}, {}, entry.target.name)


def _read(path: Path) -> Iterator[Decision]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a file of decisions ({error}).") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _decision(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(f"{path}, line {number}: not a decision as exported by Gainsay.") from error


def _decision(values: dict[str, Any]) -> Decision:
    """A decision from its JSON; whatever is not as it must be raises one of Python's own errors."""
    target = log.to_target(values["target"])
    entry = Decision(**{**values, "target": target})
    texts = (entry.id, entry.at, entry.by, entry.reason)
    if entry.action not in get_args(Action) or target.kind not in get_args(Kind):
        raise ValueError("unknown action or kind")
    if not all(isinstance(text, str) for text in texts) or not isinstance(entry.changes, dict):
        raise ValueError("a text or an object is missing")
    if log.digest(entry) != entry.id:
        raise ValueError("the entry was changed after it was made")
    return entry
