"""The compact rows that documents are compared by, and what comparing them found."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from gainsay.dependence.dependence import Dependence, Place
from gainsay.entities.entity import Entity, Link
from gainsay.matters.matter import Matter, Side, Witnesses
from gainsay.matters.subjects.kinship import Subject
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.ids import from_stored, numbers
from gainsay.store.rows import Row, to_json
from gainsay.store.writing import among, fetch_rows, fill_wanted, to_stored_rows, write_stored

_COMPARED = "documents compared"


def load_uncompared(connection: Connection) -> set[str]:
    """The documents that are new or changed since the last comparison."""
    return set(connection.scalars(select(schema.uncompared.c.document)))


def load_fingerprints(connection: Connection, documents: Iterable[str] | None = None) -> Iterator[bytes]:
    """The fingerprint of every document, or of these."""
    c = schema.fingerprints.c
    query = select(c.data).order_by(c.document)
    if documents is not None:
        fill_wanted(connection, numbers(documents, "doc"))
        query = query.where(among(c.document))
    yield from connection.scalars(query)


def load_subjects(connection: Connection) -> dict[str, Subject]:
    """What every document is about."""
    c = schema.fingerprints.c
    rows = fetch_rows(connection, select(c.document, c.subject))
    return {from_stored(document, "doc"): Subject(packed) for document, packed in rows}


def load_authors(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """Author and publisher of these documents."""
    fill_wanted(connection, numbers(documents, "doc"))
    c = schema.documents.c
    rows = connection.execute(select(c.id, c.author, c.publisher).where(among(c.id)))
    return {row.id: (row.author, row.publisher) for row in rows}


def replace_comparison(
    connection: Connection, entities: Sequence[Entity], dependences: Iterable[Dependence], matters: Iterable[Matter]
) -> None:
    """Make the edition hold these entities, dependences and matters, writing only what differs."""
    _replace(connection, schema.entities, [(e.id, e.name, e.type, to_json(e.names), e.identifier) for e in entities])
    _replace(connection, schema.links, [(k.referent, k.entity, k.reason, k.score) for e in entities for k in e.links])
    replace_dependences(connection, dependences)
    replace_matters(connection, matters)
    note_compared(connection)


def replace_dependences(
    connection: Connection, dependences: Iterable[Dependence], of: Iterable[str] | None = None
) -> None:
    """Make the edition hold these in the place of those that have the ids `of`, or of all."""
    rows = map(_dependence_row, dependences)
    _replace(connection, schema.dependences, rows, None if of is None else numbers(of, "dep"))


def replace_matters(connection: Connection, matters: Iterable[Matter], of: Collection[str] | None = None) -> None:
    """Make the edition hold these in the place of those that have the ids `of`, or of all."""
    _replace(connection, schema.matters, map(_matter_row, matters), None if of is None else numbers(of, "matter"))


def note_compared(connection: Connection) -> None:
    """The documents of the edition, as many as there are, are compared now."""
    connection.execute(delete(schema.uncompared))
    connection.execute(delete(schema.edition).where(schema.edition.c.key == _COMPARED))
    connection.execute(insert(schema.edition).values(key=_COMPARED, value=str(count_documents(connection))))


def count_documents(connection: Connection) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(schema.documents)) or 0


def load_compared(connection: Connection) -> int | None:
    """How many documents were compared when that was last done; None where it never was."""
    kept = connection.scalar(select(schema.edition.c.value).where(schema.edition.c.key == _COMPARED))
    return None if kept is None else int(kept)


def _replace(connection: Connection, table: Table, rows: Iterable[Row], of: Iterable[Any] | None = None) -> None:
    """Make the table hold exactly `rows`, whose first value is the key; the first row of a key counts. With `of`, in
    the place of the rows that have these keys.
    """
    key = next(iter(table.columns))
    new: dict[Any, Row] = {}
    for row in to_stored_rows(table, rows):
        new.setdefault(row[0], row)
    query = select(table)
    if of is not None:
        fill_wanted(connection, {*of, *new})
        query = query.where(among(key))
    old = {row[0]: row for row in fetch_rows(connection, query)}
    gone = [identity for identity, row in old.items() if new.get(identity) != row]
    if gone:
        fill_wanted(connection, gone)
        connection.execute(delete(table).where(among(key)))
    write_stored(connection, table, [row for identity, row in new.items() if old.get(identity) != row])


def _dependence_row(d: Dependence) -> Row:
    return (
        *(d.id, d.kind, d.a.document, *d.a.span, d.b.document, *d.b.span),
        *(d.direction, d.words, to_json(d.altered), d.reason),
    )


def load_dependences(
    connection: Connection, documents: Iterable[str] | None = None, *, cites: bool = False
) -> Iterator[Dependence]:
    """The dependences, in the order of their first places; with `documents` those that touch one of these, and with
    `cites` all citations besides.
    """
    table = schema.dependences
    c = table.c
    query = select(table).join(schema.documents, schema.documents.c.id == c.a_document)
    if documents is not None:
        fill_wanted(connection, numbers(documents, "doc"))
        near = among(c.a_document) | among(c.b_document)
        query = query.where(near | (c.kind == "cites") if cites else near)
    for row in fetch_rows(connection, query.order_by(schema.documents.c.path, c.a_start, c.a_end, c.id)):
        identity, kind, a, a_start, a_end, b, b_start, b_end, direction, words, altered, reason = row
        yield Dependence(
            id=from_stored(identity, "dep"),
            kind=kind,
            a=Place(from_stored(a, "doc"), Span(a_start, a_end)),
            b=Place(from_stored(b, "doc"), Span(b_start, b_end)),
            direction=direction,
            words=words,
            altered=() if altered == "[]" else tuple((Span(*x), Span(*y)) for x, y in json.loads(altered)),
            reason=reason,
        )


def load_copied(connection: Connection, words: int) -> list[tuple[Place, Place]]:
    """The places that share so many words or more, but for what one document repeats."""
    c = schema.dependences.c
    columns = (c.a_document, c.a_start, c.a_end, c.b_document, c.b_start, c.b_end)
    rows = fetch_rows(connection, select(*columns).where(c.words >= words, c.kind.not_in(("cites", "repeats"))))
    return [
        (Place(from_stored(a, "doc"), Span(*here)), Place(from_stored(b, "doc"), Span(*there)))
        for a, *here, b, there_start, there_end in rows
        for there in [(there_start, there_end)]
    ]


def load_entities(connection: Connection) -> Iterator[Entity]:
    """The entities with their links, by name."""
    links: dict[str, list[Link]] = {}
    once: dict[str, str] = {}  # one copy of what stands in thousands of links
    query = select(schema.links).order_by(schema.links.c.referent)
    for referent, number, reason, score in fetch_rows(connection, query):
        entity, why = (once.setdefault(words, words) for words in (from_stored(number, "entity"), reason))
        link = Link(from_stored(referent, "referent"), entity, why, score)
        links.setdefault(entity, []).append(link)
    for row in connection.execute(select(schema.entities).order_by(schema.entities.c.name, schema.entities.c.id)):
        names, known = tuple(json.loads(row.names)), tuple(links.get(row.id, ()))
        yield Entity(row.id, row.name, row.type, names, known, row.identifier)


def load_entity_of(connection: Connection) -> dict[str, str]:
    """From referent id to entity id."""
    rows = fetch_rows(connection, select(schema.links.c.referent, schema.links.c.entity))
    return {from_stored(referent, "referent"): from_stored(entity, "entity") for referent, entity in rows}


def load_documents_of(connection: Connection, referents: Iterable[str]) -> set[str]:
    """The documents in which these referents stand."""
    fill_wanted(connection, numbers(referents, "referent"))
    return set(connection.scalars(select(schema.referents.c.document).where(among(schema.referents.c.id))))


def load_referents(connection: Connection, documents: Iterable[str]) -> list[Any]:
    """The referents of these documents, as they are kept."""
    fill_wanted(connection, numbers(documents, "doc"))
    c = schema.referents.c
    return [row[0] for row in fetch_rows(connection, select(c.id).where(among(c.document)))]


def _matter_row(m: Matter) -> Row:
    sides = [{"position": side.position, "statements": side.statements} for side in m.sides]
    w = m.witnesses
    witnesses = {
        "documents": w.documents,
        "independent": w.independent,
        "undetermined": w.undetermined,
        "groups": [{"statements": statements, "reason": reason} for statements, reason in w.groups],
    }
    return (
        *(m.id, m.label, m.verdict, m.facet, to_json(sides), m.when, to_json(m.entities)),
        *(to_json(witnesses), m.score, m.reason),
    )


def load_gathered(connection: Connection) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The statements, and the entities, that each matter gathers."""
    c = schema.matters.c
    return {
        from_stored(identity, "matter"): (
            frozenset(statement for side in json.loads(sides) for statement in side["statements"]),
            frozenset(json.loads(entities)),
        )
        for identity, sides, entities in fetch_rows(connection, select(c.id, c.sides, c.entities))
    }


def load_matters(connection: Connection) -> Iterator[Matter]:
    """The matters, highest score first."""
    c = schema.matters.c
    for row in connection.execute(select(schema.matters).order_by(c.score.desc(), c.id)):
        w = json.loads(row.witnesses)
        groups = tuple((tuple(g["statements"]), g["reason"]) for g in w["groups"])
        yield Matter(
            id=row.id,
            label=row.label,
            verdict=row.verdict,
            facet=row.facet,
            sides=tuple(Side(s["position"], tuple(s["statements"])) for s in json.loads(row.sides)),
            when=row.when,
            entities=tuple(json.loads(row.entities)),
            witnesses=Witnesses(w["documents"], w["independent"], w["undetermined"], groups),
            score=row.score,
            reason=row.reason,
        )
