"""JSON Lines: one file per kind of record, as other programs read them. Names and meanings stay stable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from gainsay.dependence.dependence import Place
from gainsay.edition.contents import Contents
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.exports.files import json_bytes, writing
from gainsay.spans import Span, Spans

Json = dict[str, Any]


def write(edition: Edition, folder: Path) -> dict[str, int]:
    """Write the files of the contract into `folder`, each replaced whole; the number of lines by file."""
    public = Public.of(edition)
    counts = dict.fromkeys(FILES, 0)
    with ExitStack() as stack:
        files = {name: stack.enter_context(writing(folder / f"{name}.jsonl")) for name in FILES}
        for name, record in _records(public):
            files[name].write(json_bytes(record) + b"\n")
            counts[name] += 1
    return counts


def _records(public: Public) -> Iterator[tuple[str, Json]]:
    """Each record with the name of its file, the documents gone through once."""
    for one in public.contents():
        for name, of_document in OF_DOCUMENTS.items():
            for record in of_document(one):
                yield name, record
    for name, of_all in OF_ALL.items():
        for record in of_all(public):
            yield name, record


def _documents(one: Contents) -> Iterator[Json]:
    document = one.document
    yield {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "language": document.language,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "written": document.written,
        "party": document.stated("party"),
        "kind": document.stated("kind"),
        "url": document.stated("url"),
        "stated": {key: {"by": s.by, "span": s.span} for key, s in document.metadata.items()},
        "text": document.text,
        "articles": [
            {"id": a.id, "span": a.span, "title": a.title, "author": a.author, "written": a.written}
            for a in one.articles
        ],
        "damage": [{"span": d.span, "kind": d.kind, "note": d.note} for d in one.damage],
        "captured": document.stated("captured"),
        "pages": [
            {
                "number": page.number,
                "label": page.label,
                "width": page.width,
                "height": page.height,
                "lines": [{"span": line.span, "box": line.box} for line in page.lines],
            }
            for page in document.pages
        ],
        "remarks": list(document.remarks),
    }


def _passages(one: Contents) -> Iterator[Json]:
    for p in one.passages:
        yield {"id": p.id, "document": p.document, "span": p.span, "kind": p.kind, "article": p.article}


def _attributions(one: Contents) -> Iterator[Json]:
    for a in one.attributions:
        yield {
            "id": a.id,
            "document": a.document,
            "kind": a.kind,
            "content": _list(a.content),
            "marked": _list(a.marked),
            "speaker": _list(a.speaker),
            "speaker_entity": one.entity_of.get(a.id),
            "cue": _list(a.cue),
            "stance": a.stance,
            "type": a.type,
            "parent": a.parent,
            "said": a.said,
            "citation": a.citation,
            "confidence": a.confidence,
        }


def _mentions(one: Contents) -> Iterator[Json]:
    for m in one.mentions:
        yield {
            "id": m.id,
            "document": m.document,
            "span": m.span,
            "type": m.type,
            "form": m.form,
            "entity": one.entity_of.get(m.id),
        }


def _entities(public: Public) -> Iterator[Json]:
    for entity in public.entities:
        identifier = {"identifier": entity.identifier} if entity.identifier else {}
        yield {"id": entity.id, "name": entity.name, "type": entity.type, "names": entity.names, **identifier}


def _dates(one: Contents) -> Iterator[Json]:
    placed = one.public.placements
    for d in one.dates:
        by = placed.get(d.id)
        yield {
            "id": d.id,
            "document": d.document,
            "span": d.span,
            "edtf": d.edtf,
            "kind": d.kind,
            "relative": d.relative,
            "anchor": d.anchor,
            "relation": d.relation,
            "event": d.event,
            "duration": d.duration,
            "flag": d.flag,
            "placed_by": {"document": by.document, "span": by.span} if by else None,
        }


def _figures(one: Contents) -> Iterator[Json]:
    for f in one.figures:
        yield {
            "id": f.id,
            "document": f.document,
            "span": f.span,
            "value": f.value,
            "qualifier": f.qualifier,
            "unit": f.unit,
            "counted": f.counted,
            "head": f.head,
            "action": f.action,
            "place": f.place,
            "period": f.period,
        }


def _citations(one: Contents) -> Iterator[Json]:
    merged = one.public.merged_works
    for c in one.citations:
        yield {
            "id": c.id,
            "document": c.document,
            "kind": c.kind,
            "marker": c.marker,
            "note": c.note,
            "reference": c.reference,
            "author": c.author,
            "title": c.title,
            "date": c.date,
            "entry_date": c.entry_date,
            "place": c.place,
            "publisher": c.publisher,
            "pages": c.pages,
            "work": merged.get(c.work, c.work) if c.work else None,
            "supports": c.supports,
            "function": c.function,
            "container": c.container,
            "archive": c.archive,
            "volume": c.volume,
            "editor": c.editor,
            "author_span": c.author_span,
        }


def _statements(one: Contents) -> Iterator[Json]:
    for s in one.statements:
        yield {
            "id": s.id,
            "document": s.document,
            "span": s.span,
            "attribution": s.attribution,
            "holder": one.public.entity(s.holder),
            "polarity": s.polarity,
            "hedged": s.hedged,
            "entities": one.public.entities_of(s.referents),
            "dates": s.dates,
            "figures": s.figures,
            "said": s.said,
            "written": s.written,
        }


def _designations(one: Contents) -> Iterator[Json]:
    held = one.public.label_matters
    matter_of = {d: held[s.id] for s in one.statements if s.id in held for d in s.designations}
    for d in one.designations:
        yield {
            "id": d.id,
            "document": d.document,
            "span": d.span,
            "entities": list(dict.fromkeys(one.entity_of[m] for m in d.mentions if m in one.entity_of)),
            "matter": matter_of.get(d.id),
            "attribution": d.attribution,
            "charge": d.charge,
        }


def _dependences(public: Public) -> Iterator[Json]:
    for d in public.edition.dependences():
        if d.a.document in public.documents and d.b.document in public.documents:
            yield {
                "id": d.id,
                "kind": d.kind,
                "a": _place(d.a),
                "b": _place(d.b),
                "direction": d.direction,
                "words": d.words,
                "altered": [{"a": a, "b": b} for a, b in d.altered],
                "reason": d.reason,
            }


def _matters(public: Public) -> Iterator[Json]:
    for m in public.matters:
        w = m.witnesses
        yield {
            "id": m.id,
            "label": m.label,
            "verdict": m.verdict,
            "facet": m.facet,
            "sides": [{"position": side.position, "statements": side.statements} for side in m.sides],
            "when": m.when,
            "entities": m.entities,
            "witnesses": {
                "documents": w.documents,
                "independent": w.independent,
                "undetermined": w.undetermined,
                "groups": [{"statements": statements, "reason": reason} for statements, reason in w.groups],
            },
            "score": m.score,
            "reason": m.reason,
        }


def _list(spans: Spans) -> list[Span]:
    return list(spans)


def _place(place: Place) -> Json:
    return {"document": place.document, "span": place.span}


OF_DOCUMENTS: dict[str, Callable[[Contents], Iterator[Json]]] = {
    "documents": _documents,
    "passages": _passages,
    "attributions": _attributions,
    "mentions": _mentions,
    "dates": _dates,
    "figures": _figures,
    "citations": _citations,
    "statements": _statements,
    "designations": _designations,
}
"""The files whose records stand in documents, and what gives those of one document."""

OF_ALL: dict[str, Callable[[Public], Iterator[Json]]] = {
    "entities": _entities,
    "dependences": _dependences,
    "matters": _matters,
}
"""The files of what lies between documents."""

FILES = (*OF_DOCUMENTS, *OF_ALL)
