"""Find the citations of a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gainsay.annotations.citations.citation import (
    DEFAULTS,
    Citation,
    CitationKind,
    CitationSettings,
    Function,
)
from gainsay.annotations.citations.fields import Fields
from gainsay.annotations.citations.in_prose import cites, is_known, names_and_years
from gainsay.annotations.citations.inline import Inline, find_inline
from gainsay.annotations.citations.markers import find_markers
from gainsay.annotations.citations.notes import find_notes, find_sections, margin_markers
from gainsay.annotations.citations.pairing import pair, weigh
from gainsay.annotations.citations.references import read_references
from gainsay.annotations.citations.several import function_of, references_in
from gainsay.annotations.citations.support import supported
from gainsay.annotations.citations.works import Works
from gainsay.annotations.citations.writers import find_writer
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id

# Profiles and posts on social sites are no works; an address in markup was no reference to begin with.
_LINK = re.compile(
    r"(?<![=“\"'])(?:https?://|www\.)(?!(?:www\.|mobile\.)?(?:t\.co|twitter|x\.com|facebook|instagram|fb\.)\b)[^\s<>\"“”‘’«»]{4,600}"
)


def find_citations(document: Document, layout: Layout, settings: CitationSettings = DEFAULTS) -> list[Citation]:
    """The markers, notes, inline references and links of a document, in text order."""
    text = document.text
    sections = find_sections(layout)
    candidates = sorted([*find_markers(layout), *margin_markers(layout, sections)], key=lambda m: m.span)
    blocks = find_notes(layout, sections, candidates)
    markers = weigh(text, candidates, blocks)
    pairs = pair(markers, blocks)
    used = {note.span for _, note in pairs if note}
    notes = [note for block in blocks for note in block]
    citations = [_citation(document, "note", marker=m.span, note=n.span if n else None) for m, n in pairs]
    citations += [_citation(document, "note", note=n.span) for n in notes if n.span not in used]
    taken = sorted(n.span for n in notes)
    citations += [_citation(document, "inline", reference=i.span) for i in _inline(layout, taken)]
    if settings.links:
        taken = sorted([*taken, *(c.reference for c in citations if c.reference)])
        citations += [_citation(document, "link", reference=s) for s in _links(layout, taken)]
    return _completed(document, layout, sorted(citations, key=_place))


def _place(citation: Citation) -> tuple[Span, str]:
    first = citation.marker or citation.reference
    assert first is not None
    return first, citation.id


def _citation(
    document: Document,
    kind: CitationKind,
    *,
    marker: Span | None = None,
    note: Span | None = None,
    reference: Span | None = None,
) -> Citation:
    reference = note or reference
    return Citation(
        content_id("citation", document.id, kind, marker, reference), document.id, kind, marker, note, reference
    )


def _inline(layout: Layout, notes: Sequence[Span]) -> list[Inline]:
    text = layout.document.text
    found = [
        inline
        for passage in layout.prose
        for inline in find_inline(text, *passage.span)
        if not _touches(notes, inline.span)
    ]
    years = [i.span for i in found if i.year]
    known = names_and_years(s.of(text) for s in (*notes, *(i.span for i in found if not i.doubtful)))
    named = {year for year in years if cites(text, year, known)}
    # One "(Name 1934)" may be a place and a year; several are a way of citing.
    certain = sum(not i.doubtful for i in found if re.match(r"\D+\d{4}", i.span.of(text)[:60]))
    doubtful = sum(i.doubtful and not i.year for i in found)
    return [
        i
        for i in found
        if (i.span in named if i.year else not i.doubtful or certain + doubtful > 1 or is_known(i.span.of(text), known))
    ]


def _links(layout: Layout, taken: Sequence[Span]) -> list[Span]:
    text = layout.document.text
    spans = []
    for passage in layout.prose:
        for found in _LINK.finditer(text, *passage.span):
            address = found.group().rstrip(".,;:!?)]'’")
            span = Span(found.start(), found.start() + len(address))
            if not _touches(taken, span):
                spans.append(span)
    return spans


def _touches(ordered: Sequence[Span], span: Span) -> bool:
    i = bisect_right(ordered, span)
    return any(span.overlaps(s) for s in ordered[max(0, i - 1) : i + 1])


def _completed(document: Document, layout: Layout, citations: Sequence[Citation]) -> list[Citation]:
    """With fields, function, work and what they support; notes with several references have further citations."""
    read = _Read(document.text, citations)
    works = Works(read.all())
    known: dict[Span, str | None] = {}
    done: list[Citation] = []
    floor = 0
    for citation in citations:
        place = citation.marker or (citation.reference if citation.kind != "note" else None)
        joined = done and citation.kind == "inline" and _follows(document.text, done[-1], citation)
        supports = done[-1].supports if joined else supported(layout, place, floor) if place else None
        floor = citation.marker.end if citation.marker else floor
        if citation.reference is None:
            works.unknown()
            done.append(replace(citation, supports=supports))
            continue
        again = citation.reference in known
        for i, part in enumerate(read.parts(citation)):
            fields = _by_same_author(read.fields[part], works)
            writer = read.writer(part, fields)
            if writer and not fields.author:
                fields = replace(fields, author=writer.of(document.text))
            if part not in known:
                known[part] = works.work(fields)
            if i == 0:
                known[citation.reference] = known[part]
                told = _with(citation, fields, known[part], supports, read.function(citation, part))
                done.append(replace(told, author_span=writer))
            elif not again:
                further = _citation(document, "inline", reference=part)
                told = _with(further, fields, known[part], supports, read.function(citation, part))
                done.append(replace(told, author_span=writer))
        if len(read.parts(citation)) > 1:
            works.unknown()
    return done


def _follows(text: str, before: Citation, citation: Citation) -> bool:
    """Whether two references stand in one parenthesis, and so stand for the same: "(Marsh 1991; Pell 1981)"."""
    if before.kind != "inline" or before.reference is None or citation.reference is None:
        return False
    return text[before.reference.end : citation.reference.start].strip() in (";", ",")


class _Read:
    """The references of a document, each read once."""

    def __init__(self, text: str, citations: Iterable[Citation]) -> None:
        self._text = text
        self._parts: dict[Span, list[Span]] = {}
        for citation in citations:
            if citation.reference and citation.reference not in self._parts:
                several = citation.kind == "note" and citation.reference.length <= _SEVERAL
                parts = references_in(text, citation.reference) if several else [citation.reference]
                self._parts[citation.reference] = parts
        links = {c.reference for c in citations if c.kind == "link"}
        spans = [part for reference, parts in self._parts.items() for part in parts if reference not in links]
        self.fields: dict[Span, Fields] = dict.fromkeys(sorted(s for s in links if s), Fields())
        self.fields |= zip(spans, read_references([_core(text, s) for s in spans]), strict=True)

    def all(self) -> list[Fields]:
        """In reading order."""
        return list(self.fields.values())

    def parts(self, citation: Citation) -> list[Span]:
        return self._parts[citation.reference] if citation.reference else []

    def function(self, citation: Citation, part: Span) -> Function | None:
        # A link and an entry of a bibliography are given for nothing in particular.
        pointed = citation.marker or citation.kind == "inline"
        return function_of(part.of(self._text)[:80]) if pointed else None

    def writer(self, part: Span, fields: Fields) -> Span | None:
        return find_writer(self._text, part, fields.author, occasion=fields.entry_date is not None)


def _by_same_author(fields: Fields, works: Works) -> Fields:
    """ "Idem, Memoirs": by the author of the reference before."""
    if fields.same_author and fields.author is None:
        return replace(fields, author=works.author_before())
    return fields


# A note longer than this discusses; the reference it rests on stands in parentheses inside it.
_DISCUSSION = 250
# Longer notes are not parted into references.
_SEVERAL = 3000


def _core(text: str, reference: Span) -> str:
    """The words of a reference that name its work."""
    if reference.length > _DISCUSSION:
        inner = [i.span for i in find_inline(text, *reference) if not i.doubtful]
        if inner and reference.end - inner[-1].end < _DISCUSSION:
            return inner[-1].of(text)
    words = reference.of(text)
    named = _NAMED.search(text, max(0, reference.start - _NAME_REACH), reference.start) if words[:1].isdigit() else None
    return f"{named['name']} {words}" if named else words


# "As Lindqvist (1934: 12) has it": the author stands before the parenthesis.
_NAME = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))+"
_NAMED = re.compile(rf"\b(?P<name>{_NAME}(?:\s(?:and|&)\s{_NAME}|\set al\.)??)(?:[’']s)?\s\($")
_NAME_REACH = 60


def _with(
    citation: Citation, fields: Fields, work: str | None, supports: Span | None, function: Function | None
) -> Citation:
    return replace(
        citation,
        author=fields.author,
        title=fields.title,
        date=fields.date,
        entry_date=fields.entry_date,
        place=fields.place,
        publisher=fields.publisher,
        pages=fields.pages,
        work=work,
        supports=supports,
        function=function,
        container=fields.container,
        archive=fields.archive,
        volume=fields.volume,
        editor=fields.editor,
    )
