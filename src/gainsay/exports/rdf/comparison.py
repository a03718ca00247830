"""What lies between documents: dependence, citation, and matters with their sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gainsay.dependence.dependence import Dependence
from gainsay.exports.bibliography import Work
from gainsay.exports.rdf.documents import READING, maybe
from gainsay.exports.rdf.turtle import Term, iri, literal, sentence
from gainsay.matters.matter import Matter, Verdict

_CITO: dict[Verdict, Term] = {
    "conflict": "cito:disagreesWith",
    "denial": "cito:disputes",
    "corroboration": "cito:agreesWith",
}
"""How statements of one matter stand to each other. Those that differ in scope, or in time, do not disagree."""


def work(found: Work, by_path: dict[str, str]) -> Iterator[str]:
    """A cited work, and the documents that cite it; `by_path` leads from their paths to their ids."""
    c = found.citation
    yield sentence(
        iri(found.id),
        ("a", ("prov:Entity", "crm:E73_Information_Object")),
        ("dcterms:title", maybe(c.title)),
        ("dcterms:creator", maybe(c.author)),
        ("dcterms:publisher", maybe(c.publisher)),
        ("dcterms:date", maybe(c.date or c.entry_date)),
    )
    for path in found.documents:
        yield sentence(iri(by_path[path]), ("cito:cites", iri(found.id)))


def dependence(d: Dependence) -> Iterator[str]:
    """Two places with the same words, and what that says of the documents where the direction is known."""
    yield sentence(
        iri(d.id),
        ("a", "gv:Dependence"),
        ("gv:kind", literal(d.kind)),
        ("gv:words", str(d.words)),
        ("rdfs:comment", maybe(d.reason)),
        ("prov:wasGeneratedBy", READING),
        ("gv:between", [iri(d.id, "a"), iri(d.id, "b")]),
    )
    for name, place in (("a", d.a), ("b", d.b)):
        yield sentence(
            iri(d.id, name),
            ("a", "prov:Entity"),
            ("prov:wasQuotedFrom", iri(place.document)),
            ("gv:start", str(place.span.start)),
            ("gv:end", str(place.span.end)),
        )
    if d.direction != "unknown":
        later, earlier = ("a", "b") if d.direction == "a-from-b" else ("b", "a")
        yield sentence(iri(d.id, later), ("prov:wasDerivedFrom", iri(d.id, earlier)))
        ends = (d.a.document, d.b.document) if later == "a" else (d.b.document, d.a.document)
        if d.kind == "quotes" and ends[0] != ends[1]:
            yield sentence(iri(ends[0]), ("cito:includesQuotationFrom", iri(ends[1])))


def matter(m: Matter) -> Iterator[str]:
    """A matter, derived from its statements, with its verdict and reason; and how those stand to each other."""
    statements = [iri(s) for side in m.sides for s in side.statements]
    yield sentence(
        iri(m.id),
        ("a", ("gv:Matter", "prov:Entity")),
        ("rdfs:label", literal(m.label)),
        ("gv:verdict", literal(m.verdict)),
        ("gv:facet", maybe(m.facet)),
        ("gv:reason", literal(m.reason)),
        ("gv:independentWitnesses", str(m.witnesses.independent)),
        ("gv:undeterminedWitnesses", str(m.witnesses.undetermined)),
        ("prov:wasDerivedFrom", statements),
        ("prov:wasGeneratedBy", READING),
    )
    predicate = _CITO.get(m.verdict)
    if predicate:
        sides = [side.statements for side in m.sides]
        pairs = (
            list(combinations(sides[0], 2))
            if m.verdict == "corroboration"
            else [(a, b) for left, right in combinations(sides, 2) for a in left for b in right]
        )
        for a, b in pairs:
            if a != b:
                yield sentence(iri(a), (predicate, iri(b)))
