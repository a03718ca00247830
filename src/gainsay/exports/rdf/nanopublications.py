"""Statements that a person accepted, as nanopublications: an assertion, where it comes from, and who vouches for it.

http://nanopub.net/guidelines/working_draft/
"""

from __future__ import annotations

from collections.abc import Iterator

from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.review.decision import Decision
from gainsay.edition.shown import statements_of
from gainsay.exports.rdf.documents import READING
from gainsay.exports.rdf.turtle import iri, literal, sentence
from gainsay.statements.statement import Statement


def nanopublications(edition: Edition, public: Public) -> Iterator[str]:
    """A nanopublication for each statement of a public document that somebody accepted and nobody took back."""
    standing = [r for r in edition.decisions() if r.state == "in force" and r.decision.action == "accept"]
    accepted = {r.record: r.decision for r in standing if r.record and r.decision.target.kind == "statement"}
    if accepted:
        for s in statements_of(edition, accepted).values():
            if s.document in public.documents:
                yield _nanopublication(s, accepted[s.id], s.span.of(edition.text(s.document)))


def _nanopublication(s: Statement, decision: Decision, words: str) -> str:
    name = f"np-{decision.id}"
    here, head, assertion, provenance, info = (
        iri(name, part) for part in ("", "head", "assertion", "provenance", "pubinfo")
    )
    reviewer = iri(name, "reviewer")
    held = "false" if s.polarity == "denies" else "true"
    said = (
        sentence(iri(s.id, "that"), ("crm:P3_has_note", literal(words))),
        sentence(iri(s.id, "belief"), ("crminf:J4_that", iri(s.id, "that")), ("crminf:J5_holds_to_be", literal(held))),
    )
    graphs = {
        head: sentence(
            here,
            ("a", "np:Nanopublication"),
            ("np:hasAssertion", assertion),
            ("np:hasProvenance", provenance),
            ("np:hasPublicationInfo", info),
        ),
        assertion: "".join(said),
        provenance: sentence(assertion, ("prov:wasQuotedFrom", iri(s.document)), ("prov:wasGeneratedBy", READING)),
        info: sentence(
            here,
            ("prov:wasAttributedTo", reviewer),
            ("dcterms:created", f"{literal(decision.at)}^^xsd:dateTime"),
            ("rdfs:comment", literal(decision.reason) if decision.reason else None),
        )
        + sentence(reviewer, ("a", "prov:Agent"), ("rdfs:label", literal(decision.by))),
    }
    return "".join(f"{graph} {{\n{body}}}\n" for graph, body in graphs.items())
