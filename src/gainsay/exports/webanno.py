"""W3C Web Annotation (JSON-LD): every reading as an annotation on exact characters of a document.

https://www.w3.org/TR/annotation-model/. Each target has a position selector (code points of the document's text) and a
quote selector with the words around it, so that an annotation finds its place again, or is known to have lost it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.figures import Figure
from gainsay.documents.document import Document
from gainsay.edition.contents import Contents
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.shown import ShownMatter
from gainsay.exports.files import json_bytes, writing
from gainsay.spans import Span
from gainsay.version import __version__

Json = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after: what Hypothesis keeps, and enough to tell repeated words apart


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write one annotation collection into the file `path`; the number of annotations by what they annotate."""
    public = Public.of(edition)
    counts: dict[str, int] = {}
    head = {
        "@context": CONTEXT,
        "id": "urn:gainsay:edition",
        "type": "AnnotationCollection",
        "label": edition.path.stem,
        "generator": {"id": f"urn:gainsay:{__version__}", "type": "Software", "name": f"Gainsay {__version__}"},
    }
    with writing(path) as file:
        file.write(
            json_bytes(head)[:-1] + b', "first": {"id": "urn:gainsay:page", "type": "AnnotationPage", "items": ['
        )
        mark = b"\n"
        for kind, annotation in _annotations(edition, public):
            file.write(mark + json_bytes(annotation))
            mark = b",\n"
            counts[kind] = counts.get(kind, 0) + 1
        file.write(b'\n]}, "total": %d}\n' % sum(counts.values()))
    return counts


def _annotations(edition: Edition, public: Public) -> Iterator[tuple[str, Json]]:
    for entity in public.entities:
        bodies = [_words(entity.name, "identifying"), _words(entity.type, "classifying")]
        yield "entities", _annotation(f"{entity.id}:named", "identifying", bodies, iri(entity.id))
    for one in public.contents():
        yield "documents", _described(one.document)
        yield from _readings(one)
    for matter in public.shown:
        yield "matters", _matter(matter, edition)


def _readings(one: Contents) -> Iterator[tuple[str, Json]]:
    """The annotations of one document, kind by kind."""
    place = _Places(one.document.id, one.document.text)
    for a in one.attributions:
        yield "attributions", _annotation(a.id, "identifying", _said(a, one, place), place.all(a.content))
    for m in one.mentions:
        bodies = [_words(m.type, "classifying"), *_meant(one.entity_of.get(m.id))]
        yield "mentions", _annotation(m.id, "identifying", bodies, place(m.span))
    for d in one.dates:
        bodies = [_words("date", "classifying"), *([_words(d.edtf, "describing")] if d.edtf else [])]
        yield "dates", _annotation(d.id, "describing", bodies, place(d.span))
    for f in one.figures:
        bodies = [_words("figure", "classifying"), _words(_figure(f), "describing")]
        yield "figures", _annotation(f.id, "describing", bodies, place(f.span))
    for c in one.citations:
        bodies = [_words("citation", "classifying"), _words(_work(c) or "the note is lost", "describing")]
        spans = [span for span in (c.marker, c.note or c.reference) if span is not None]
        yield "citations", _annotation(c.id, "linking", bodies, place.all(spans))
    for g in one.designations:
        meant = dict.fromkeys(one.entity_of[m] for m in g.mentions if m in one.entity_of)
        bodies = [_words("designation", "classifying"), *(body for entity in meant for body in _meant(entity))]
        yield "designations", _annotation(g.id, "tagging", bodies, place(g.span))
    for s in one.statements:
        words = f"statement, {s.polarity}{', hedged' if s.hedged else ''}"
        bodies = [
            _words(words, "classifying"),
            *_meant(one.entity_of.get(s.attribution[-1]) if s.attribution else None),
        ]
        yield "statements", _annotation(s.id, "classifying", bodies, place(s.span))
    for number, damage in enumerate(one.damage):
        bodies = [_words(damage.kind, "classifying"), _words(damage.note, "commenting")]
        yield "damage", _annotation(f"{one.document.id}:damage:{number}", "editing", bodies, place(damage.span))


class _Places:
    """Makes targets of the spans of one document."""

    def __init__(self, document: str, text: str) -> None:
        self.source = iri(document)
        self.text = text

    def __call__(self, span: Span) -> Json:
        start, end = span
        quote = {"type": "TextQuoteSelector", "exact": self.text[start:end]}
        if start:
            quote["prefix"] = self.text[max(0, start - AROUND) : start]
        if end < len(self.text):
            quote["suffix"] = self.text[end : end + AROUND]
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"type": "SpecificResource", "source": self.source, "selector": [position, quote]}

    def all(self, spans: Iterable[Span]) -> list[Json]:
        return [self(span) for span in spans]


def _annotation(identity: str, motivation: str, bodies: list[Json], target: Any) -> Json:
    return {"id": iri(identity), "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _words(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _meant(entity: str | None) -> list[Json]:
    return [{"type": "SpecificResource", "source": iri(entity), "purpose": "identifying"}] if entity else []


def _described(document: Document) -> Json:
    """What is known of a document. `dc:source` is its path, `dc:identifier` the hash of its bytes."""
    known = {
        "dc:title": document.title,
        "dc:creator": document.author,
        "dc:publisher": document.publisher,
        "dc:date": document.written,
        "dc:source": document.path,
        "dc:identifier": f"sha256:{document.sha256}",
        "language": document.language,
        "foaf:page": document.stated("url"),
    }
    body = {"type": "Text", "format": document.media_type, **{key: value for key, value in known.items() if value}}
    return _annotation(f"{document.id}:described", "describing", [body], iri(document.id))


def _said(a: Attribution, one: Contents, place: _Places) -> list[Json]:
    """Kind and stance, the words for the speaker, who that is, and the words of saying."""
    speaker = [{**place(span), "purpose": "identifying"} for span in a.speaker]
    cue = [{**place(span), "purpose": "describing"} for span in a.cue]
    return [_words(f"{a.kind}, {a.stance}", "classifying"), *speaker, *_meant(one.entity_of.get(a.id)), *cue]


def _figure(f: Figure) -> str:
    """Value, qualifier and what is counted, in one line."""
    low, high = f.value if isinstance(f.value, tuple) else (f.value, f.value)
    number = "" if low is None and high is None else f"{low}" if low == high else f"{_end(low)}..{_end(high)}"
    return " ".join(part for part in (f.qualifier, number, f.counted or f.unit) if part)


def _end(value: float | None) -> str:
    return "" if value is None else f"{value}"


def _work(c: Citation) -> str:
    parts = (c.author, c.title, c.container, c.place, c.publisher, c.date or c.entry_date, c.pages, c.archive)
    return ", ".join(part for part in parts if part)


def _matter(matter: ShownMatter, edition: Edition) -> Json:
    """A matter, on the words of all its statements."""
    facet = [_words(matter.facet, "tagging")] if matter.facet else []
    bodies = [_words(matter.verdict, "assessing"), *facet, _words(matter.reason, "commenting")]
    statements = [s for side in matter.sides for s in side.statements]
    targets = [{**_Places(s.document, edition.text(s.document))(s.span), "scope": iri(s.id)} for s in statements]
    return _annotation(matter.id, "assessing", bodies, targets)


def iri(identity: str) -> str:
    """The name of a record in a web of data. It leads nowhere: an edition lies on somebody's own machine."""
    return f"urn:gainsay:{identity}"
