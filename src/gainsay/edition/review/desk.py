"""Deciding: one short transaction a decision, durable when it returns."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from gainsay.edition import ledger
from gainsay.edition.review import log
from gainsay.edition.review.decision import Action, Decision, Target
from gainsay.edition.review.describe import describe, entity_anchors
from gainsay.edition.review.fields import KEYS, check
from gainsay.edition.review.queries import document_length, entity_named, find_decision
from gainsay.errors import UsageError
from gainsay.store.store import Store

_ID = re.compile(r"[a-z]+-[0-9a-f]+")
LONGEST = 4_000  # characters of a reason: enough for a page


def decide(store: Store, identity: str, action: Action, by: str, reason: str, changes: dict[str, Any]) -> Decision:
    """Write a decision about what has this id into the log. `store` must be open for writing.

    What is said of each action: `gainsay.Edition.review`.
    """
    by, reason = _checked(by, action, reason)
    with store.begin() as connection:
        if action == "undo":
            target, given = _undo(connection, identity), {}
        else:
            identity = identity if _ID.fullmatch(identity) else entity_named(connection, identity).id
            target = describe(connection, identity)
            given = _changes(connection, identity, target, action, changes)
        decision = log.append(
            connection, at=log.now(), by=by, action=action, target=target, changes=given, reason=reason
        )
        ledger.set_decided(store, connection, decision.number)
    return decision


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
