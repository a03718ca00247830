"""The claim pairs, read through our own pipeline: each clause as the comparables of a statement with its bounds.

ECB+ prints tokens apart ("4 . 6", "`` no ''"), as no reader of Gainsay's ever meets text; so articles are set as prose
first, and spans are carried over. What is said of an article by a whole collection (who is who, how near two articles
are) is read within its topic.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions import find_attributions
from gainsay.annotations.citations import find_citations
from gainsay.annotations.dates import find_dates
from gainsay.annotations.designations import find_designations
from gainsay.annotations.figures import find_figures
from gainsay.annotations.mentions import find_mentions
from gainsay.documents import Document
from gainsay.edition.document import vectors_of
from gainsay.encoder import WEIGHTS, Encoder
from gainsay.entities import resolve_document, resolve_edition
from gainsay.entities.entity import Resolution
from gainsay.matters import Comparable, Subject, collect, subject
from gainsay.matters.subjects.cast import cast
from gainsay.matters.subjects.kinship import kinship
from gainsay.matters.vectors import Floats, VectorOf
from gainsay.passages import divide
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id
from gainsay.statements import Statement, make_statements
from gainsay.statements.polarity import hedged, polarity
from gainsay.statements.terms import content_terms

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"

RELATIONS = ("agree", "conflict", "scope", "denial", "same-matter", "different")

# What the tokeniser pulled apart, and how it is printed: numbers, times, hyphens, quotation marks, clitics, stops.
_APART = re.compile(
    r"(?<=\d) (?P<point>[.,:]) (?=\d)"
    r"|(?<=\w) (?P<hyphen>-) (?=\w)"
    r"|\b(?<=[A-Za-z]) (?P<initial>\.) (?=[A-Za-z] \.)"
    r"|(?P<open>``) ?| ?(?P<close>'')"
    r"| (?P<apostrophe>[’']) (?=(?:s|t|ll|re|ve|d|m)\b)"
    r"| (?P<clitic>(?:['’](?:s|ll|re|ve|d|m)|n['’]t)\b)"
    r"| (?P<stop>[,;:!?.%)\]])"
    r"|(?P<bracket>[$£€(\[]) (?=\w)"
)
_PRINTED = {"open": "“", "close": "”"}


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: what of it can be compared, statement by statement, and where its clauses lie."""

    layout: Layout
    annotations: Annotations
    resolution: Resolution
    statements: tuple[Statement, ...]
    subject: Subject
    subtopic: str
    edges: tuple[tuple[int, int], ...]
    vector_of: VectorOf

    def place(self, span: Sequence[int]) -> Span:
        """Where a span of the printed tokens lies in the prose."""
        return Span(*(self._move(position) for position in span)).trim(self.layout.document.text)

    def _move(self, position: int) -> int:
        at = bisect_right(self.edges, (position, 1 << 60)) - 1
        return position + self.edges[at][1] if at >= 0 else position


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses with their label: the comparables of each, how near their articles are in words and in names, and the
    clauses in meaning (None without the encoder's weights)."""

    id: str
    topic: int
    relation: str
    arguable: bool
    one_event: bool
    a: tuple[Comparable, ...]
    b: tuple[Comparable, ...]
    kin: float
    cast: float
    meaning: float | None = None


def prose(tokens: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text as printed, with `(position, shift)` edges that carry an old position over.

    >>> prose("`` No , '' he said : 4 . 6 .")[0]
    '“No,” he said: 4.6.'
    """
    parts: list[str] = []
    edges: list[tuple[int, int]] = []
    done = shift = 0
    for match in _APART.finditer(tokens):
        kind = match.lastgroup or ""
        printed = _PRINTED.get(kind, match.group(kind))
        parts += [tokens[done : match.start()], printed]
        shift += len(printed) - len(match.group())
        edges.append((match.end(), shift))
        done = match.end()
    return "".join(parts) + tokens[done:], tuple(edges)


def read_article(record: Mapping[str, Any], encoder: Encoder | None = None) -> Article:
    """One record of ECB+ through the pipeline: its rules, and the encoder for what clauses mean."""
    text, edges = prose(record["text"])
    layout = divide(Document(record["id"], f"{record['id']}.txt", "0", "text/plain", text, language="en"))
    document = layout.document
    mentions, dates = find_mentions(document, layout), find_dates(document, layout)
    figures, citations = find_figures(document, layout), find_citations(document, layout)
    attributions = find_attributions(document, layout, mentions, dates, citations)
    designations = find_designations(document, layout, mentions, attributions)
    resolution = resolve_document(document, layout, mentions, attributions)
    annotations = Annotations(
        tuple(attributions),
        resolution.mentions,
        tuple(dates),
        tuple(figures),
        tuple(citations),
        tuple(designations),
    )
    statements = make_statements(layout, annotations, resolution)
    return Article(
        layout,
        annotations,
        resolution,
        tuple(statements),
        subject(statements, resolution.referents),
        record["subtopic"],
        edges,
        vectors_of(list(encoder.read(text, [p.span for p in layout.prose])) if encoder else []),
    )


def clause(article: Article, span: Span) -> tuple[Comparable, ...]:
    """The comparables of the clause at `span`: those of the statement it lies in most, cut to it."""
    nearest = max(article.statements, key=lambda s: (_shared(s.span, span), -s.span.length), default=None)
    if nearest is None:
        return ()
    number = article.statements.index(nearest)
    cut = _cut(article, nearest, span)
    around = [*article.statements[:number], cut, *article.statements[number + 1 :]]
    near = around[max(0, number - 1) : number + 2]
    found = collect(article.layout, article.annotations, article.resolution, near)
    own = [c for c in found if c.statement == cut.id]
    return tuple(own if own and own[0].kind == "claim" else [_claim(article, cut, own), *own])


def _claim(article: Article, cut: Statement, own: Sequence[Comparable]) -> Comparable:
    """The claim of a clause that says too little to be collected; here it has to be judged all the same."""
    position = cut.span.of(article.layout.document.text)
    if own:
        return replace(
            own[0],
            id=content_id("claim", cut.id),
            kind="claim",
            value_span=cut.span,
            position=position,
            terms=tuple(dict.fromkeys(cut.terms)),
            value=None,
            qualifier=None,
            unit=None,
            head=None,
            action=None,
            part=False,
            charge=None,
            act=None,
            clause="",
        )
    return Comparable(
        id=content_id("claim", cut.id),
        kind="claim",
        statement=cut.id,
        document=cut.document,
        span=cut.span,
        value_span=cut.span,
        position=position,
        polarity=cut.polarity,
        hedged=cut.hedged,
        terms=tuple(dict.fromkeys(cut.terms)),
        referents=cut.referents,
        said=cut.said,
        written=cut.written,
    )


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _cut(article: Article, statement: Statement, span: Span) -> Statement:
    """A statement with the bounds of `span` in place of its own, in the same voice."""
    text, annotations = article.layout.document.text, article.annotations
    referent_of = {m: r.id for r in article.resolution.referents for m in r.mentions}
    mentions = [m for m in article.resolution.mentions if span.contains(m.span)]
    dates = [d for d in annotations.dates if span.contains(d.span)]
    figures = [f for f in annotations.figures if span.contains(f.span)]
    skip = [d.span for d in dates] + [f.span for f in figures] + [m.span for m in mentions if m.form == "name"]
    denied = statement.polarity == "denies" and polarity(text, statement.span) == "affirms"
    return replace(
        statement,
        id=content_id("clause", statement.document, *span),
        span=span,
        polarity="denies" if denied else polarity(text, span),
        hedged=statement.hedged if not hedged(text, statement.span) else hedged(text, span),
        referents=tuple(dict.fromkeys(referent_of[m.id] for m in mentions if m.id in referent_of)),
        dates=tuple(d.id for d in dates),
        figures=tuple(f.id for f in figures),
        designations=tuple(d.id for d in annotations.designations if span.contains(d.span)),
        terms=content_terms(text, span, tuple(skip)),
    )


def read_pairs(corpora: Path = CORPORA) -> tuple[list[Pair], dict[str, str]]:
    """The labelled pairs, and the entity of each referent (each topic resolved by itself)."""
    encoder = Encoder() if (WEIGHTS / "encoder.onnx").is_file() else None
    with gzip.open(corpora / "ecbplus" / "train-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    by_topic: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(corpora):
        by_topic[int(row["topic"])].append(row)
    pairs: list[Pair] = []
    entity_of: dict[str, str] = {}
    for _, rows in sorted(by_topic.items()):
        named = sorted({row[side]["doc"] for row in rows for side in "ab"})
        articles = {name: read_article(records[name], encoder) for name in named}
        found = resolve_edition([r for name in named for r in articles[name].resolution.referents])
        entity_of.update((link.referent, entity.id) for entity in found for link in entity.links)
        pairs += [_pair(row, articles) for row in rows]
    return pairs, entity_of


def _rows(corpora: Path) -> Iterator[dict[str, Any]]:
    for part in "ab":
        yield from map(json.loads, (corpora / "claim-pairs" / f"train.{part}.jsonl").read_text("utf-8").splitlines())


def _pair(row: Mapping[str, Any], articles: Mapping[str, Article]) -> Pair:
    a, b = articles[row["a"]["doc"]], articles[row["b"]["doc"]]
    spans = a.place(row["a"]["span"]), b.place(row["b"]["span"])
    return Pair(
        row["id"],
        int(row["topic"]),
        row["relation"],
        row["arguable"],
        a.subtopic == b.subtopic,
        clause(a, spans[0]),
        clause(b, spans[1]),
        kinship(a.subject, b.subject),
        cast(a.subject, b.subject),
        _cosine(a.vector_of(spans[0]), b.vector_of(spans[1])),
    )


def _cosine(a: Floats | None, b: Floats | None) -> float | None:
    return None if a is None or b is None else round(float(a @ b), 3)
