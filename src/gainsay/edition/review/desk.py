"""Deciding: in short transactions, durable when they return."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from threading import Condition
from typing import Any

from sqlalchemy import Connection

from gainsay.edition import ledger
from gainsay.edition.review import log
from gainsay.edition.review.adding import added
from gainsay.edition.review.decision import Action, Decision, Target
from gainsay.edition.review.describe import describe, entity_anchors
from gainsay.edition.review.fields import KEYS, check
from gainsay.edition.review.queries import document_length, entity_named, find_decision
from gainsay.errors import UsageError
from gainsay.store.address import Address
from gainsay.store.store import Store

_ID = re.compile(r"[a-z]+-[0-9a-f]+")
LONGEST = 4_000  # characters of a reason: enough for a page


@dataclass(slots=True)
class _Request:
    """A decision that somebody waits for, and what came of it."""

    identity: str
    action: Action
    by: str
    reason: str
    changes: dict[str, Any]
    outcome: Decision | Exception | None = None


class Desk:
    """Where the decisions of many threads are written.

    Being sure that something is on the disk takes most of the time. So whoever comes to write writes for all that wait.
    """

    def __init__(self, path: Address) -> None:
        self._path = path
        self._store: Store | None = None
        self._turn = Condition()
        self._writing = False
        self._waiting: list[_Request] = []

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()

    def decide(self, identity: str, action: Action, by: str, reason: str, changes: dict[str, Any]) -> Decision:
        """Write a decision into the log; it is on the disk when this returns. See `gainsay.Edition.review`."""
        by, reason = _checked(by, action, reason)
        request = _Request(identity, action, by, reason, changes)
        with self._turn:
            self._waiting.append(request)
            while self._writing and request.outcome is None:
                self._turn.wait()
            batch = self._waiting if request.outcome is None else []
            if batch:
                self._waiting, self._writing = [], True
        if batch:
            try:
                self._write(batch)
            finally:
                with self._turn:
                    self._writing = False
                    self._turn.notify_all()
        if isinstance(request.outcome, Decision):
            return request.outcome
        assert request.outcome is not None
        raise request.outcome

    def _write(self, requests: Sequence[_Request]) -> None:
        """All of them in one transaction; one that cannot be written costs itself alone."""
        try:
            if self._store is None:
                self._store = Store(self._path, write=True, durable=True)
            with self._store.begin() as connection:
                outcomes = [_written(connection, request) for request in requests]
                made = [outcome.number for outcome in outcomes if isinstance(outcome, Decision)]
                if made:
                    ledger.set_decided(self._store, connection, made[-1])
        except Exception as error:  # the disk is full, or another program keeps the file: nothing was written
            outcomes = [error] * len(requests)
        for request, outcome in zip(requests, outcomes, strict=True):
            request.outcome = outcome


def _written(connection: Connection, request: _Request) -> Decision | Exception:
    """The entry in the log; or why the request cannot be carried out."""
    try:
        given: dict[str, Any] = {}
        if request.action == "undo":
            target = _undo(connection, request.identity)
        elif request.action == "add":
            target, given = _added(connection, request.identity, request.changes)
        else:
            known = _ID.fullmatch(request.identity)
            identity = request.identity if known else entity_named(connection, request.identity).id
            target = describe(connection, identity)
            given = _changes(connection, identity, target, request.action, request.changes)
    except UsageError as error:
        return error
    return log.append(
        connection,
        at=log.now(),
        by=request.by,
        action=request.action,
        target=target,
        changes=given,
        reason=request.reason,
    )


def _checked(by: str, action: Action, reason: str) -> tuple[str, str]:
    by, reason = " ".join(by.split()), reason.strip()
    if not by:
        raise UsageError("a decision needs the name of whoever makes it.")
    if action == "reject" and not reason:
        raise UsageError("a rejection needs a reason: others must be able to follow it.")
    if len(reason) > LONGEST:
        raise UsageError(f"the reason has {len(reason)} characters; {LONGEST} are the most that is kept.")
    return by, reason


def _undo(connection: Connection, identity: str) -> Target:
    entry = find_decision(connection, identity)
    _, undone = log.standing(log.load_log(connection))
    if entry.id in undone:
        raise UsageError(f"decision {entry.number} was taken back already, by {undone[entry.id].by}.")
    return Target("decision", (), {"decision": entry.id}, {}, f"{entry.action} {entry.target.name}")


def _added(connection: Connection, which: str, changes: dict[str, Any]) -> tuple[Target, dict[str, Any]]:
    """The reading that is added to a document, and who is meant by it, where that is said."""
    target, document = added(connection, which, {name: v for name, v in changes.items() if name != "entity"})
    if changes.get("entity") is None:
        return target, {}
    check(target.kind, {"entity": changes["entity"]}, None)
    return target, {"entity": _entity(connection, changes["entity"], document)}


def _changes(
    connection: Connection, identity: str, target: Target, action: Action, changes: dict[str, Any]
) -> dict[str, Any]:
    """What a decision of this action says beside that it was made."""
    if action in ("join", "part") and target.kind != "entity":
        raise UsageError(f"only people and things are joined and parted, not a {target.kind}.")
    if action == "join":
        return {"entity": _entity(connection, _only(changes, "entity"), "", other_than=identity)}
    if action == "part":
        return _parted(connection, identity, target, changes)
    if action == "reject" and target.kind == "entity":
        raise UsageError("people and things are not rejected: part the names that belong to somebody else.")
    if action != "correct":
        if changes:
            raise UsageError(f"to {action} takes no values: correct it instead.")
        return {}
    document, length = document_length(connection, target) if target.kind in KEYS else ("", None)
    given = check(target.kind, changes, length)
    if target.kind == "entity" and given.get("name", target.name) not in target.read["names"]:
        names = ", ".join(target.read["names"])
        raise UsageError(f"{given['name']}: not one of the names that stand in the documents ({names}).")
    if given.get("entity") is not None:
        given = {**given, "entity": _entity(connection, given["entity"], document)}
    return given


def _only(changes: dict[str, Any], name: str) -> Any:
    if set(changes) != {name}:
        raise UsageError(f"give {name}, and nothing else.")
    return changes[name]


def _entity(connection: Connection, given: str, document: str, other_than: str = "") -> dict[str, Any]:
    """Whom a person means, so that he is found again: by an id, or a name that only one has."""
    entity = entity_named(connection, given)
    if entity.id == other_than:
        raise UsageError(f"{entity.name}: that is the same one already.")
    anchors = entity_anchors(connection, entity.id, document)
    return {"id": entity.id, "name": entity.name, "type": entity.type, "anchors": [asdict(a) for a in anchors]}


def _parted(connection: Connection, identity: str, target: Target, changes: dict[str, Any]) -> dict[str, Any]:
    names, referents = list(changes.get("names", ())), list(changes.get("referents", ()))
    if set(changes) - {"names", "referents"} or not (names or referents):
        raise UsageError("say whom to part: names, or the ids of referents.")
    anchors = entity_anchors(connection, identity, referents=referents) if referents else []
    return {"names": sorted(names), "entity": {"anchors": [asdict(a) for a in anchors]}}
