"""A reading: everything of one document, and its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, select

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.shared_events import event_dates
from gainsay.dependence import classify
from gainsay.dependence.fingerprint import Fingerprint
from gainsay.documents.document import Document
from gainsay.entities.entity import Resolution
from gainsay.matters import Comparable, SentenceVectors, Subject
from gainsay.matters.vectors import NO_VECTORS
from gainsay.passages.passage import Layout
from gainsay.statements.statement import Statement
from gainsay.store import schema
from gainsay.store.comparables import comparable_row
from gainsay.store.loading import document_row, load_documents, load_of
from gainsay.store.naming import Identities
from gainsay.store.rows import Row, codec
from gainsay.store.saving import DocumentRows

Record = TypeVar("Record")

AT_ONCE = 200  # documents that are fetched together


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stages found in one document."""

    document: Document
    layout: Layout
    annotations: Annotations
    resolution: Resolution
    statements: list[Statement]
    fingerprint: Fingerprint
    comparables: list[Comparable]
    subject: Subject
    vectors: SentenceVectors = NO_VECTORS

    def rows(self, folder: str, stamp: str, reader: str) -> DocumentRows:
        """Everything as rows, ready to be written."""
        document, layout, found = self.document, self.layout, self.annotations
        referent_of = {m: r.id for r in self.resolution.referents for m in r.mentions}
        speakers = self.resolution.speakers
        by_id = {s.id: s for s in self.statements}
        vectors = self.vectors.to_bytes() if self.vectors.spans else None
        tables = {
            "articles": _encode(layout.articles, lambda _: (document.id,)),
            "damage": _encode(layout.damage, lambda _: (document.id,)),
            "passages": _encode(layout.passages),
            "attributions": _encode(found.attributions, lambda a: (speakers.get(a.id),)),
            "mentions": _encode(found.mentions, lambda m: (referent_of.get(m.id),)),
            "dates": _encode(found.dates),
            "figures": _encode(found.figures),
            "citations": _encode(found.citations),
            "designations": _encode(found.designations),
            "referents": _encode(self.resolution.referents),
            "statements": _encode(self.statements),
            "events": [(document.id, e.name, e.date, e.edtf) for e in event_dates(document.text, found.dates)],
            "fingerprints": [(document.id, self.fingerprint.to_bytes(), self.subject.packed, vectors)],
            "comparables": [comparable_row(c, by_id[c.statement], document.text) for c in self.comparables],
        }
        words = tuple("" if p.kind == "boilerplate" else p.span.of(document.text) for p in layout.passages)
        return DocumentRows(document.id, document.path, document_row(document, folder, stamp, reader), tables, words)


def _encode(records: Sequence[Record], more: Callable[[Record], Row] | None = None) -> list[Row]:
    """Rows of records of one type, with further columns; of two with one id (the same thing found twice) the first."""
    if not records:
        return []
    encode = codec(type(records[0])).encode
    rows = [encode(r) for r in records] if more is None else [(*encode(r), *more(r)) for r in records]
    return list({row[0]: row for row in reversed(rows)}.values())[::-1] if hasattr(records[0], "id") else rows


def load_readings(
    connection: Connection, documents: Iterable[str], entity_of: Identities
) -> dict[str, classify.Reading]:
    """What classifying shared words needs of these documents."""
    readings: dict[str, classify.Reading] = {}
    wanted = sorted(set(documents))
    for at in range(0, len(wanted), AT_ONCE):
        readings |= _some_readings(connection, wanted[at : at + AT_ONCE], entity_of)
    return readings


def _some_readings(
    connection: Connection, documents: Sequence[str], entity_of: Identities
) -> dict[str, classify.Reading]:
    a = schema.attributions.c
    speaking = select(a.document, a.id, a.speaker_referent).where(
        a.document.in_(documents), a.speaker_referent.is_not(None)
    )
    rows = connection.execute(speaking).all()
    entity_of.look_up({row.speaker_referent for row in rows})
    speakers: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in rows:
        if row.speaker_referent in entity_of:
            speakers[row.document][row.id] = entity_of[row.speaker_referent]
    attributions = load_of(connection, Attribution, documents)
    citations = load_of(connection, Citation, documents)
    return {
        document.id: classify.Reading(
            document,
            tuple(attributions.get(document.id, ())),
            tuple(citations.get(document.id, ())),
            speakers.get(document.id, {}),
        )
        for document in load_documents(connection, schema.documents.c.id.in_(documents))
    }
