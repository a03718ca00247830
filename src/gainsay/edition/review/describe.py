"""From the id of something in an edition to what a decision about it has to say: its words, their places, its key."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from gainsay.edition.review.binding import make_anchor
from gainsay.edition.review.decision import Anchor, Kind, Target
from gainsay.edition.review.fields import KEYS, RECORDS
from gainsay.edition.review.log import to_target
from gainsay.edition.review.ruling import key_of
from gainsay.errors import UsageError
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.loading import TABLES, load_text
from gainsay.store.rows import codec
from gainsay.store.writing import fetch_rows

WITNESSES = 8
"""Mentions that an entity is known again by: more add nothing but length to the log."""


def describe(connection: Connection, identity: str) -> Target:
    """What has this id. Raises UsageError where nothing has."""
    kind = identity.partition("-")[0]
    if kind == "entity":
        return _entity(connection, identity)
    decided = _decided(connection, identity)
    if decided is not None:
        return decided
    if kind == "matter":
        return _matter(connection, identity)
    if kind in RECORDS:
        return _record(connection, kind, identity)
    raise UsageError(f"{identity}: not the id of anything that can be decided about.")


def _gone(identity: str) -> UsageError:
    return UsageError(f"{identity}: there is no such thing in this edition (any more). Look it up again.")


def _decided(connection: Connection, identity: str) -> Target | None:
    """What an earlier decision that is in force calls it: what it has changed since is the same thing still."""
    b, d = schema.bindings.c, schema.decisions.c
    query = select(d.target).join(schema.bindings, b.decision == d.number).where(b.record == identity)
    found = connection.scalar(query.where(b.state == "in force").order_by(d.number.desc()).limit(1))
    return None if found is None else to_target(json.loads(found))


def _record(connection: Connection, kind: Kind, identity: str) -> Target:
    record_type = RECORDS[kind]
    table = TABLES[record_type]
    columns = (table.c[name] for name in codec(record_type).columns)
    rows = fetch_rows(connection, select(*columns).where(table.c.id == identity))
    if not rows:
        raise _gone(identity)
    record: Any = codec(record_type).decode(rows[0])
    if kind == "attribution":
        spans = record.content or record.cue or record.speaker
    elif kind == "citation":
        spans = tuple(s for s in (record.marker, record.reference) if s is not None)
    else:
        spans = (record.span,)
    anchors = tuple(anchors_at(connection, record.document, spans))
    return Target(
        kind,
        anchors,
        {name: key_of(kind, record)[name] for name in KEYS[kind]},
        codec(record_type).to_columns(record),
        " … ".join(anchor.quote for anchor in anchors),
    )


def anchors_at(connection: Connection, document: str, spans: Sequence[Span]) -> list[Anchor]:
    """Anchors for places in one document."""
    c, p = schema.documents.c, schema.passages.c
    row = connection.execute(select(c.path, c.sha256).where(c.id == document)).one()
    text = load_text(connection, document)
    passages = [Span(*r) for r in connection.execute(select(p.start, p.end).where(p.document == document))]
    return [make_anchor(row.path, row.sha256, text, span, passages) for span in spans]


def _matter(connection: Connection, identity: str) -> Target:
    m = schema.matters.c
    row = connection.execute(select(schema.matters).where(m.id == identity)).first()
    if row is None:
        raise _gone(identity)
    statements = [s for side in json.loads(row.sides) for s in side["statements"]]
    s = schema.statements.c
    rows = connection.execute(select(s.document, s.start, s.end).where(s.id.in_(statements)))
    places = sorted({(r.document, Span(r.start, r.end)) for r in rows})
    anchors = [anchor for document, span in places for anchor in anchors_at(connection, document, [span])]
    read = {"verdict": row.verdict, "facet": row.facet, "label": row.label, "reason": row.reason, "score": row.score}
    ordered = tuple(sorted(anchors, key=lambda a: (a.path, a.span)))
    return Target("matter", ordered, {"facet": row.facet}, read, row.label)


def _entity(connection: Connection, identity: str) -> Target:
    e = schema.entities.c
    row = connection.execute(select(schema.entities).where(e.id == identity)).first()
    if row is None:
        raise _gone(identity)
    read = {"name": row.name, "type": row.type, "names": json.loads(row.names)}
    key = {"id": row.id, "name": row.name, "type": row.type}
    return Target("entity", tuple(entity_anchors(connection, identity)), key, read, row.name)


def entity_anchors(connection: Connection, entity: str, first: str = "", referents: Sequence[str] = ()) -> list[Anchor]:
    """Mentions by which an entity is known again: names before descriptions, those of the document `first` before all.

    With `referents`, those of these alone, one for each.
    """
    m, k = schema.mentions.c, schema.links.c
    query = (
        select(m.document, m.start, m.end, m.form, m.referent, schema.documents.c.path)
        .join(schema.links, k.referent == m.referent)
        .join(schema.documents, schema.documents.c.id == m.document)
        .where(k.entity == entity)
    )
    rows = connection.execute(query.where(m.referent.in_(referents)) if referents else query).all()
    order = {"name": 0, "adjective": 1, "nominal": 2, "pronoun": 3}
    best: dict[str, Any] = {}
    for row in sorted(rows, key=lambda r: (r.document != first, order[r.form], r.path, r.start, r.end)):
        best.setdefault(row.referent, row)
    chosen = list(best.values())[: None if referents else WITNESSES]
    return [a for row in chosen for a in anchors_at(connection, row.document, [Span(row.start, row.end)])]
