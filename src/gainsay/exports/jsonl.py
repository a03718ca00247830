"""JSON Lines: one file per kind of record, as other programs read them. Names and meanings stay stable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gainsay.annotations.citations import same_works
from gainsay.dependence.dependence import Place
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.exports.files import write_lines
from gainsay.spans import Span, Spans

Json = dict[str, Any]


def write(edition: Edition, folder: Path) -> dict[str, int]:
    """Write the files of the contract into `folder`, each replaced whole; the number of lines by file."""
    public = Public.of(edition)
    return {name: write_lines(folder / f"{name}.jsonl", records(edition, public)) for name, records in FILES.items()}


def _documents(edition: Edition, public: Public) -> Iterator[Json]:
    for identity in public.documents:
        document = edition.document(identity)
        articles = edition.articles(identity)
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
                for a in articles
            ],
            "damage": [{"span": d.span, "kind": d.kind, "note": d.note} for d in edition.damage(identity)],
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


def _passages(edition: Edition, public: Public) -> Iterator[Json]:
    for p in public.only(edition.passages):
        yield {"id": p.id, "document": p.document, "span": p.span, "kind": p.kind, "article": p.article}


def _attributions(edition: Edition, public: Public) -> Iterator[Json]:
    speakers = edition.speaker_referents()
    for a in public.only(edition.attributions):
        yield {
            "id": a.id,
            "document": a.document,
            "kind": a.kind,
            "content": _list(a.content),
            "marked": _list(a.marked),
            "speaker": _list(a.speaker),
            "speaker_entity": public.entity(speakers.get(a.id)),
            "cue": _list(a.cue),
            "stance": a.stance,
            "type": a.type,
            "parent": a.parent,
            "said": a.said,
            "citation": a.citation,
            "confidence": a.confidence,
        }


def _mentions(edition: Edition, public: Public) -> Iterator[Json]:
    referents = edition.mention_referents()
    for m in public.only(edition.mentions):
        entity = public.entity(referents.get(m.id))
        yield {
            "id": m.id,
            "document": m.document,
            "span": m.span,
            "type": m.type,
            "form": m.form,
            "entity": entity,
        }


def _entities(edition: Edition, public: Public) -> Iterator[Json]:
    for entity in public.entities:
        identifier = {"identifier": entity.identifier} if entity.identifier else {}
        yield {"id": entity.id, "name": entity.name, "type": entity.type, "names": entity.names, **identifier}


def _dates(edition: Edition, public: Public) -> Iterator[Json]:
    placed = edition.placements()
    for d in public.only(edition.dates):
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


def _figures(edition: Edition, public: Public) -> Iterator[Json]:
    for f in public.only(edition.figures):
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


def _citations(edition: Edition, public: Public) -> Iterator[Json]:
    merged = same_works(public.only(edition.citations))
    for c in public.only(edition.citations):
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


def _statements(edition: Edition, public: Public) -> Iterator[Json]:
    for s in public.only(edition.statements):
        yield {
            "id": s.id,
            "document": s.document,
            "span": s.span,
            "attribution": s.attribution,
            "holder": public.entity(s.holder),
            "polarity": s.polarity,
            "hedged": s.hedged,
            "entities": public.entities_of(s.referents),
            "dates": s.dates,
            "figures": s.figures,
            "said": s.said,
            "written": s.written,
        }


def _designations(edition: Edition, public: Public) -> Iterator[Json]:
    referents = edition.mention_referents()
    matter_of = _matters_of_designations(edition, public)
    for d in public.only(edition.designations):
        yield {
            "id": d.id,
            "document": d.document,
            "span": d.span,
            "entities": public.entities_of(referents[m] for m in d.mentions if m in referents),
            "matter": matter_of.get(d.id),
            "attribution": d.attribution,
            "charge": d.charge,
        }


def _matters_of_designations(edition: Edition, public: Public) -> dict[str, str]:
    """The matter in which the words chosen for an act are held against others."""
    held = {
        s: m.id for m in reversed(public.matters) if m.facet == "label" for side in m.sides for s in side.statements
    }
    return {d: held[s.id] for s in public.only(edition.statements) if s.id in held for d in s.designations}


def _dependences(edition: Edition, public: Public) -> Iterator[Json]:
    for d in edition.dependences():
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


def _matters(edition: Edition, public: Public) -> Iterator[Json]:
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


FILES: dict[str, Callable[[Edition, Public], Iterator[Json]]] = {
    "documents": _documents,
    "passages": _passages,
    "attributions": _attributions,
    "mentions": _mentions,
    "entities": _entities,
    "dates": _dates,
    "figures": _figures,
    "citations": _citations,
    "statements": _statements,
    "designations": _designations,
    "dependences": _dependences,
    "matters": _matters,
}
"""The records of each file, in the order of the contract."""
