"""One document: the only place where the stages that work within a document are composed.

`annotate` finds what stands in the text, `conclude` draws from that what is compared. Between the two a person's
decisions take effect: `conclude` is run again on the overruled annotations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import anchor_quotations, find_dates
from gainsay.annotations.dates.date import Anchor
from gainsay.annotations.designations import find_designations
from gainsay.annotations.figures import find_figures
from gainsay.annotations.mentions import combine, find_mentions, find_unnamed
from gainsay.dependence.fingerprint import fingerprint
from gainsay.documents import read_file
from gainsay.documents.document import Document
from gainsay.edition.plan import Task
from gainsay.edition.reading import Reading
from gainsay.entities import judge_of, resolve_document
from gainsay.entities.entity import Resolution
from gainsay.matters import SentenceVectors, collect, context_vectors, subject
from gainsay.matters.vectors import NO_VECTORS, Floats, VectorOf
from gainsay.passages import divide
from gainsay.passages.passage import Layout
from gainsay.spans import Span, cover
from gainsay.statements import make_statements
from gainsay.statements.statement import Statement
from gainsay.store.saving import DocumentRows

if TYPE_CHECKING:
    from gainsay.encoder import Encoder, Encoding

Revise = Callable[[list[Statement]], list[Statement]]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in one document, before anything is concluded from it. `vector_of` is the word of the model that read
    it just now, if one did."""

    layout: Layout
    annotations: Annotations
    resolution: Resolution
    vectors: SentenceVectors = NO_VECTORS
    vector_of: VectorOf | None = field(default=None, compare=False)

    @property
    def document(self) -> Document:
        return self.layout.document


def read_document(task: Task, encoder: Encoder | None = None, folder: Path | None = None) -> DocumentRows:
    """Read one file and find all that stands in it; without an encoder, by the rules alone. `folder` is where the file
    was fetched to, if it lies elsewhere.
    """
    document = read_file(folder or Path(task.root), task.path, {task.path: task.declared})
    return conclude(annotate(document, encoder)).rows(task.root, task.stamp, task.reader)


def annotate(document: Document, encoder: Encoder | None = None) -> Found:
    """Everything that is read off the text of one document."""
    layout = divide(document)
    document = layout.document
    encodings = list(encoder.read(document.text, [p.span for p in layout.prose])) if encoder else []
    mentions = combine(document, find_mentions(document, layout), encodings)
    dates = find_dates(document, layout)
    figures = find_figures(document, layout)
    citations = find_citations(document, layout)
    attributions = find_attributions(document, layout, mentions, dates, citations, encodings=encodings)
    anchors = [Anchor(cover(a.content), a.said) for a in attributions if a.said and a.content]
    dates = anchor_quotations(document, layout, dates, anchors)
    unnamed = find_unnamed(document, layout, mentions, encodings)
    pronouns = [m for m in unnamed if m.form == "pronoun"]
    designations = find_designations(document, layout, [*mentions, *pronouns], attributions)
    spoken_of = [*mentions, *unnamed]
    resolution = resolve_document(document, layout, spoken_of, attributions, judge_of(spoken_of, encodings))
    found = Annotations(
        attributions=tuple(attributions),
        mentions=resolution.mentions,
        dates=tuple(dates),
        figures=tuple(figures),
        citations=tuple(citations),
        designations=tuple(designations),
    )
    vector_of = vectors_of(encodings)
    return Found(layout, found, resolution, context_vectors(layout, vector_of), vector_of if encodings else None)


def vectors_of(encodings: Sequence[Encoding]) -> VectorOf:
    """What a stretch of the document means, by what the model made of it; nothing where no model read it."""
    starts = [int(encoding.starts[0]) for encoding in encodings]

    def vector(stretch: Span) -> Floats | None:
        number = bisect_right(starts, stretch.end - 1) - 1
        return encodings[number].vector(stretch) if number >= 0 else None

    return vector


def conclude(found: Found, revise: Revise = list) -> Reading:
    """The statements and all that is compared, drawn from what was found. `revise` may change the statements."""
    document, layout = found.document, found.layout
    statements = revise(make_statements(layout, found.annotations, found.resolution))
    prints = fingerprint(document.id, document.text, [p.span for p in layout.passages if p.kind == "boilerplate"])
    comparables = collect(layout, found.annotations, found.resolution, statements)
    about = subject(statements, found.resolution.referents)
    vectors = found.vectors
    if found.vector_of is not None:
        vectors = vectors.with_meanings((s.span for s in statements), found.vector_of)
    return Reading(
        document, layout, found.annotations, found.resolution, statements, prints, comparables, about, vectors
    )
