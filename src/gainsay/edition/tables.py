"""The edition as flat tables: one line a record, with the words of its span, for spreadsheets and data frames."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gainsay.edition.contents import Contents
from gainsay.edition.public import Public
from gainsay.errors import UsageError
from gainsay.spans import Span, Spans

Cell = str | int | float | bool | None
Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Its columns with their types, in order, and a function that gives its lines: those of one document, or all."""

    columns: dict[str, type]
    of_document: Callable[[Contents], Iterator[Line]] | None = None
    of_all: Callable[[Public], Iterator[Line]] | None = None


def table(name: str, public: Public) -> tuple[dict[str, type], Iterator[Line]]:
    """The columns and lines of one of `TABLES`."""
    if name not in TABLES:
        raise UsageError(f"{name}: no such table. Choose one of: {', '.join(TABLES)}.")
    return TABLES[name].columns, (line for _, line in lines(public, [name]))


def lines(public: Public, names: Iterable[str]) -> Iterator[tuple[str, Line]]:
    """The lines of several tables, each with the name of its table, the documents gone through once."""
    chosen = {name: TABLES[name] for name in names}
    per_document = [(name, one.of_document) for name, one in chosen.items() if one.of_document]
    for one in public.contents() if per_document else ():
        for name, of_document in per_document:
            for line in of_document(one):
                yield name, line
    for name, found in chosen.items():
        for line in found.of_all(public) if found.of_all else ():
            yield name, line


def _columns(names: str, /, **others: type) -> dict[str, type]:
    """Columns of words, but for the `others`."""
    return {name: others.get(name, str) for name in names.split()}


def _joined(spans: Spans, text: str) -> str | None:
    """The words of a span list; `…` stands where words lie between."""
    return " … ".join(span.of(text) for span in spans) or None


def _documents(one: Contents) -> Iterator[Line]:
    d = one.document
    stated = (d.stated(key) for key in ("title", "author", "publisher", "written", "party", "kind", "url"))
    yield d.id, d.path, *stated, d.language, d.sha256, len(d.text), len(d.text.split())


def _place(record: Any, span: Span, one: Contents) -> Line:
    """What most tables begin with: a record's id, its document, where in it, and the words there."""
    return record.id, one.document.id, one.path, *span, span.of(one.text)


def _passages(one: Contents) -> Iterator[Line]:
    for p in one.passages:
        yield *_place(p, p.span, one), p.kind, p.article


def _attributions(one: Contents) -> Iterator[Line]:
    text, names = one.text, one.public.names
    for a in one.attributions:
        entity = one.entity_of.get(a.id)
        yield (
            *(a.id, one.document.id, one.path, a.content[0].start, a.content[-1].end),
            *(_joined(a.content, text), a.kind, a.stance, _joined(a.speaker, text), names.get(entity or ""), entity),
            *(_joined(a.cue, text), a.said, a.parent, a.citation, a.confidence),
        )


def _mentions(one: Contents) -> Iterator[Line]:
    names = one.public.names
    for m in one.mentions:
        entity = one.entity_of.get(m.id)
        yield *_place(m, m.span, one), m.type, m.form, names.get(entity or ""), entity


def _entities(public: Public) -> Iterator[Line]:
    for e in public.entities:
        yield e.id, e.name, e.type, "; ".join(e.names), len(e.links)


def _dates(one: Contents) -> Iterator[Line]:
    for d in one.dates:
        yield *_place(d, d.span, one), d.edtf, d.kind, d.relative, d.duration, d.flag


def _figures(one: Contents) -> Iterator[Line]:
    for f in one.figures:
        low, high = f.value if isinstance(f.value, tuple) else (f.value, f.value)
        bounds = (None if end is None else float(end) for end in (low, high))
        yield *_place(f, f.span, one), *bounds, f.qualifier, f.unit, f.counted, f.action


def _citations(one: Contents) -> Iterator[Line]:
    for c in one.citations:
        span = c.reference or c.note or c.marker
        if span is not None:
            yield (
                *(*_place(c, span, one), c.kind, c.author, c.title),
                *(c.container, c.date, c.entry_date, c.place, c.publisher, c.pages, c.work),
            )


def _statements(one: Contents) -> Iterator[Line]:
    names = one.public.names
    for s in one.statements:
        holder = one.public.entity(s.holder)
        yield *_place(s, s.span, one), names.get(holder or ""), holder, s.polarity, s.hedged, s.said, s.written


def _designations(one: Contents) -> Iterator[Line]:
    names = one.public.names
    for d in one.designations:
        meant = dict.fromkeys(names[one.entity_of[m]] for m in d.mentions if m in one.entity_of)
        yield *_place(d, d.span, one), "; ".join(meant), d.charge, d.attribution


def _dependences(public: Public) -> Iterator[Line]:
    paths, text = public.documents, public.edition.text
    for d in public.edition.dependences():
        if d.a.document in paths and d.b.document in paths:
            a, b = (place.span.of(text(place.document)) for place in (d.a, d.b))
            ends = (paths[d.a.document], *d.a.span, a, paths[d.b.document], *d.b.span, b)
            yield d.id, d.kind, d.direction, d.words, *ends, d.reason


def _matters(public: Public) -> Iterator[Line]:
    for m in public.shown:
        w = m.witnesses
        positions = json.dumps([side.position for side in m.sides], ensure_ascii=False)
        yield (
            *(m.id, m.label, m.verdict, m.facet, m.when, positions, "; ".join(m.entities)),
            *(w.documents, w.independent, w.undetermined, m.score, m.reason),
        )


def _positions(public: Public) -> Iterator[Line]:
    for m in public.shown:
        for number, side in enumerate(m.sides, 1):
            for s in side.statements:
                head = (m.id, m.label, m.verdict, m.facet, number, side.position)
                yield *head, s.id, s.holder, s.document, s.path, *s.span, s.words, s.said


_NUMBERS: dict[str, type] = {"start": int, "end": int}
_PLACE = "id document path start end words"

TABLES = {
    "documents": Table(
        _columns(
            "id path title author publisher written party kind url language sha256 characters words",
            characters=int,
            words=int,
        ),
        _documents,
    ),
    "passages": Table(_columns(f"{_PLACE} kind article", **_NUMBERS), _passages),
    "attributions": Table(
        _columns(
            f"{_PLACE} kind stance speaker speaker_name speaker_entity cue said parent citation confidence",
            confidence=float,
            **_NUMBERS,
        ),
        _attributions,
    ),
    "mentions": Table(_columns(f"{_PLACE} type form name entity", **_NUMBERS), _mentions),
    "entities": Table(_columns("id name type names documents", documents=int), of_all=_entities),
    "dates": Table(_columns(f"{_PLACE} edtf kind relative duration flag", relative=bool, **_NUMBERS), _dates),
    "figures": Table(
        _columns(f"{_PLACE} low high qualifier unit counted action", low=float, high=float, **_NUMBERS), _figures
    ),
    "citations": Table(
        _columns(
            f"{_PLACE} kind author title container date entry_date place publisher pages work",
            **_NUMBERS,
        ),
        _citations,
    ),
    "statements": Table(
        _columns(f"{_PLACE} holder holder_entity polarity hedged said written", hedged=bool, **_NUMBERS), _statements
    ),
    "designations": Table(_columns(f"{_PLACE} names charge attribution", charge=float, **_NUMBERS), _designations),
    "dependences": Table(
        _columns(
            "id kind direction length a_path a_start a_end a_words b_path b_start b_end b_words reason",
            **dict.fromkeys(("length", "a_start", "a_end", "b_start", "b_end"), int),
        ),
        of_all=_dependences,
    ),
    "matters": Table(
        _columns(
            "id label verdict facet when positions entities documents independent undetermined score reason",
            **dict.fromkeys(("documents", "independent", "undetermined"), int),
            score=float,
        ),
        of_all=_matters,
    ),
    "positions": Table(
        _columns(
            "matter label verdict facet side position statement holder document path start end words said",
            side=int,
            **_NUMBERS,
        ),
        of_all=_positions,
    ),
}
"""The tables by name. `positions` has a line for each statement of each side of each matter, with its words."""
