"""Which dates are counted from events, when the events were, and the values that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, func, select

from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.shared_events import Placement, Said
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.loading import load
from gainsay.store.writing import write_rows

_E = schema.events.c


@dataclass(frozen=True, slots=True)
class Placed:
    """The value of a date that is counted from an event, and the date that says when the event was."""

    edtf: str
    by: str
    document: str
    span: Span


def load_events(connection: Connection) -> tuple[dict[str, list[Date]], dict[str, list[Said]]]:
    """By the names of events, the open dates that are counted from them, and what is said of when they were; of the
    events that have both. What restricted documents say of events dates nothing elsewhere.
    """
    known: dict[str, list[Said]] = defaultdict(list)
    asked = select(_E.name).where(_E.edtf.is_(None))
    public = select(schema.documents.c.id).where(schema.documents.c.restricted == 0)
    said = select(_E.name, _E.edtf, func.min(_E.date)).where(_E.edtf.is_not(None), _E.name.in_(asked))
    said = said.where(_E.document.in_(public))
    for name, edtf, date in connection.execute(said.group_by(_E.name, _E.edtf).order_by(_E.name, _E.edtf)):
        known[name].append(Said(edtf, date))
    waiting: dict[str, list[Date]] = defaultdict(list)
    open_ones = select(_E.document, _E.date, _E.name).where(_E.edtf.is_(None)).order_by(_E.number)
    by_document: dict[str, dict[str, str]] = defaultdict(dict)
    for document, date, name in connection.execute(open_ones):
        if name in known:
            by_document[document][date] = name
    for document, names in by_document.items():
        for one in load(connection, Date, document):
            if one.id in names:
                waiting[names[one.id]].append(one)
    return waiting, known


def replace_placements(connection: Connection, placements: Iterable[Placement]) -> None:
    """Make the edition hold these."""
    connection.execute(delete(schema.placements))
    write_rows(connection, schema.placements, [(p.date, p.edtf, p.by) for p in placements])


def load_placements(connection: Connection, document: str | None = None) -> dict[str, Placed]:
    """The placements by the ids of the dates that they place, in one document or in all."""
    p, own, by = schema.placements.c, schema.dates.alias(), schema.dates.alias()
    query = select(p.date, p.edtf, p.by, by.c.document, by.c.start, by.c.end).join(by, by.c.id == p.by)
    if document is not None:
        query = query.join(own, own.c.id == p.date).where(own.c.document == document)
    rows = connection.execute(query.order_by(p.date))
    return {date: Placed(edtf, said, where, Span(start, end)) for date, edtf, said, where, start, end in rows}


def with_placements(dates: Sequence[Date], placements: Mapping[str, Placed]) -> list[Date]:
    """The dates with the values that the placements give."""
    return [replace(d, edtf=placements[d.id].edtf) if d.id in placements else d for d in dates]
