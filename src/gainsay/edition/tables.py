"""The edition as flat tables: one line a record, with the words of its span, for spreadsheets and data frames."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.errors import UsageError
from gainsay.spans import Spans

Cell = str | int | float | bool | None
Line = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Its columns with their types, in order, and a function that gives its lines."""

    columns: dict[str, type]
    lines: Callable[[Edition, Public], Iterator[Line]]


def table(edition: Edition, name: str, public: Public) -> tuple[dict[str, type], Iterator[Line]]:
    """The columns and lines of one of `TABLES`."""
    if name not in TABLES:
        raise UsageError(f"{name}: no such table. Choose one of: {', '.join(TABLES)}.")
    return TABLES[name].columns, TABLES[name].lines(edition, public)


def _columns(names: str, /, **others: type) -> dict[str, type]:
    """Columns of words, but for the `others`."""
    return {name: others.get(name, str) for name in names.split()}


def _joined(spans: Spans, text: str) -> str | None:
    """The words of a span list; `…` stands where words lie between."""
    return " … ".join(span.of(text) for span in spans) or None


def _documents(edition: Edition, public: Public) -> Iterator[Line]:
    for identity in public.documents:
        d = edition.document(identity)
        stated = (d.stated(key) for key in ("title", "author", "publisher", "written", "party", "kind", "url"))
        yield d.id, d.path, *stated, d.language, d.sha256, len(d.text), len(d.text.split())


def _passages(edition: Edition, public: Public) -> Iterator[Line]:
    for p in public.only(edition.passages):
        words = p.span.of(edition.text(p.document))
        yield p.id, p.document, public.documents[p.document], *p.span, words, p.kind, p.article


def _attributions(edition: Edition, public: Public) -> Iterator[Line]:
    speakers, names = edition.speaker_referents(), public.names
    for a in public.only(edition.attributions):
        text, entity = edition.text(a.document), public.entity(speakers.get(a.id))
        yield (
            *(a.id, a.document, public.documents[a.document], a.content[0].start, a.content[-1].end),
            *(_joined(a.content, text), a.kind, a.stance, _joined(a.speaker, text), names.get(entity or ""), entity),
            *(_joined(a.cue, text), a.said, a.parent, a.citation, a.confidence),
        )


def _mentions(edition: Edition, public: Public) -> Iterator[Line]:
    referents, names = edition.mention_referents(), public.names
    for m in public.only(edition.mentions):
        entity = public.entity(referents.get(m.id))
        words = m.span.of(edition.text(m.document))
        path = public.documents[m.document]
        yield m.id, m.document, path, *m.span, words, m.type, m.form, names.get(entity or ""), entity


def _entities(edition: Edition, public: Public) -> Iterator[Line]:
    for e in public.entities:
        yield e.id, e.name, e.type, "; ".join(e.names), len(e.links)


def _dates(edition: Edition, public: Public) -> Iterator[Line]:
    for d in public.only(edition.dates):
        words = d.span.of(edition.text(d.document))
        yield (
            *(d.id, d.document, public.documents[d.document], *d.span, words),
            *(d.edtf, d.kind, d.relative, d.duration, d.flag),
        )


def _figures(edition: Edition, public: Public) -> Iterator[Line]:
    for f in public.only(edition.figures):
        words = f.span.of(edition.text(f.document))
        low, high = f.value if isinstance(f.value, tuple) else (f.value, f.value)
        bounds = (None if end is None else float(end) for end in (low, high))
        yield (
            *(f.id, f.document, public.documents[f.document], *f.span, words),
            *(*bounds, f.qualifier, f.unit, f.counted, f.action),
        )


def _citations(edition: Edition, public: Public) -> Iterator[Line]:
    for c in public.only(edition.citations):
        span = c.reference or c.note or c.marker
        if span is not None:
            words = span.of(edition.text(c.document))
            yield (
                *(c.id, c.document, public.documents[c.document], *span, words, c.kind, c.author, c.title),
                *(c.container, c.date, c.entry_date, c.place, c.publisher, c.pages, c.work),
            )


def _statements(edition: Edition, public: Public) -> Iterator[Line]:
    names = public.names
    for s in public.only(edition.statements):
        words, holder = s.span.of(edition.text(s.document)), public.entity(s.holder)
        yield (
            *(s.id, s.document, public.documents[s.document], *s.span, words, names.get(holder or ""), holder),
            *(s.polarity, s.hedged, s.said, s.written),
        )


def _designations(edition: Edition, public: Public) -> Iterator[Line]:
    referents, names = edition.mention_referents(), public.names
    for d in public.only(edition.designations):
        words = d.span.of(edition.text(d.document))
        meant = [names[e] for e in public.entities_of(referents[m] for m in d.mentions if m in referents)]
        path = public.documents[d.document]
        yield d.id, d.document, path, *d.span, words, "; ".join(meant), d.charge, d.attribution


def _dependences(edition: Edition, public: Public) -> Iterator[Line]:
    paths = public.documents
    for d in edition.dependences():
        if d.a.document in paths and d.b.document in paths:
            a, b = (place.span.of(edition.text(place.document)) for place in (d.a, d.b))
            ends = (paths[d.a.document], *d.a.span, a, paths[d.b.document], *d.b.span, b)
            yield d.id, d.kind, d.direction, d.words, *ends, d.reason


def _matters(edition: Edition, public: Public) -> Iterator[Line]:
    for m in public.shown:
        w = m.witnesses
        positions = json.dumps([side.position for side in m.sides], ensure_ascii=False)
        yield (
            *(m.id, m.label, m.verdict, m.facet, m.when, positions, "; ".join(m.entities)),
            *(w.documents, w.independent, w.undetermined, m.score, m.reason),
        )


def _positions(edition: Edition, public: Public) -> Iterator[Line]:
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
    "entities": Table(_columns("id name type names documents", documents=int), _entities),
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
        _dependences,
    ),
    "matters": Table(
        _columns(
            "id label verdict facet when positions entities documents independent undetermined score reason",
            **dict.fromkeys(("documents", "independent", "undetermined"), int),
            score=float,
        ),
        _matters,
    ),
    "positions": Table(
        _columns(
            "matter label verdict facet side position statement holder document path start end words said",
            side=int,
            **_NUMBERS,
        ),
        _positions,
    ),
}
"""The tables by name. `positions` has a line for each statement of each side of each matter, with its words."""
