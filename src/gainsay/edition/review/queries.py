"""Looking things up for whoever decides."""

from __future__ import annotations

import json

from sqlalchemy import Connection, select

from gainsay.edition.review import log
from gainsay.edition.review.binding import Places
from gainsay.edition.review.decision import Decision, Reviewed, State, Target
from gainsay.entities.entity import Entity
from gainsay.errors import UsageError
from gainsay.store import schema

SHORTEST = 6  # characters of an id that may stand for it


def find_decision(connection: Connection, which: str) -> Decision:
    """One entry, by its number or the beginning of its id."""
    entries = log.load_log(connection)
    found = [e for e in entries if which in (str(e.number), e.id)]
    if not found and len(which) >= SHORTEST:
        found = [e for e in entries if e.id.startswith(which)]
    if len(found) != 1:
        raise UsageError(f"{which}: there is no such decision. `gainsay log` lists them by number.")
    return found[0]


def entity_named(connection: Connection, which: str) -> Entity:
    """An entity by its id, or by a name that only one has."""
    e = schema.entities.c
    rows = connection.execute(select(schema.entities).where((e.id == which) | (e.name == which))).all()
    rows = [r for r in rows if r.id == which] or rows
    if not rows:
        every = connection.execute(select(schema.entities)).all()
        rows = [r for r in every if which in json.loads(r.names)]
    if len(rows) != 1:
        what = "several are called so: give the id" if rows else "nobody and nothing is called so in this edition"
        raise UsageError(f"{which}: {what}. `gainsay who NAME` shows who is known.")
    return Entity(rows[0].id, rows[0].name, rows[0].type, tuple(json.loads(rows[0].names)), ())


def document_length(connection: Connection, target: Target) -> tuple[str, int]:
    """The document that a target stands in now, and the length of its text."""
    places = Places(connection)
    bound = places.bind(target.anchors[0])
    if bound.document is None:
        raise UsageError(f"{target.name}: {bound.note}. Look it up again.")
    return bound.document, len(places.text(bound.document))


def load_reviewed(connection: Connection) -> list[Reviewed]:
    """Every decision with what became of it, in order. `waiting`: the edition was not brought up to date since."""
    entries = log.load_log(connection)
    _, undone = log.standing(entries)
    rows = {row.decision: row for row in connection.execute(select(schema.bindings))} if entries else {}
    found = []
    for entry in entries:
        row, by = rows.get(entry.number), undone.get(entry.id)
        state: State = "waiting" if row is None or (row.state == "undone" and by is None) else row.state
        note, record = ("", None) if row is None else (row.note, row.record)
        if by is not None:
            state, note = "undone", f"taken back by {by.by}, {by.at}"
        found.append(Reviewed(entry, state, record, note))
    return found
