"""RDF: where everything comes from (PROV-O), who believes what (CRMinf), who cites and disputes whom (CiTO).

TriG: the edition in the default graph; what people accepted in nanopublications, each in graphs of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gainsay.edition.contents import Contents
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.exports.bibliography import works
from gainsay.exports.files import writing
from gainsay.exports.rdf.comparison import dependence, matter, work
from gainsay.exports.rdf.documents import READING, document, entity, statement, words_of
from gainsay.exports.rdf.nanopublications import nanopublications
from gainsay.exports.rdf.turtle import PREFIXES, iri, literal, sentence
from gainsay.version import __version__

CRMINF = "https://cidoc-crm.org/extensions/crminf/html/CRMinf_v1.2.1.html"
"""The version of CRMinf whose classes and properties are used."""


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write one TriG file; the number of documents, statements, matters and nanopublications."""
    public = Public.of(edition)
    counts = {"documents": len(public.documents), "statements": 0, "matters": len(public.matters)}
    published = list(nanopublications(edition, public))
    with writing(path) as file:
        for piece in _head(edition, public):
            file.write(piece.encode())
        for one in public.contents():
            counts["statements"] += len(one.statements)
            file.write("".join(_document(one)).encode())
        for piece in _between(edition, public):
            file.write(piece.encode())
        file.write("".join(published).encode())
    return {**counts, "nanopublications": len(published)}


def _head(edition: Edition, public: Public) -> Iterator[str]:
    yield from (f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    yield sentence(
        iri("edition"),
        ("a", "prov:Collection"),
        ("rdfs:label", literal(edition.path.stem)),
        ("dcterms:conformsTo", f"<{CRMINF}>"),
        ("prov:hadMember", [iri(d) for d in public.documents]),
    )
    yield sentence(READING, ("a", "prov:Activity"), ("prov:wasAssociatedWith", iri("software")))
    yield sentence(
        iri("software"), ("a", ("prov:SoftwareAgent", "prov:Agent")), ("rdfs:label", literal(f"Gainsay {__version__}"))
    )
    yield from map(entity, public.entities)
    by_path = {path: identity for identity, path in public.documents.items()}
    for found in works(edition, public):
        yield from work(found, by_path)


def _document(one: Contents) -> Iterator[str]:
    yield document(one)
    for a in one.attributions:
        yield words_of(a, one)
    for s in one.statements:
        yield from statement(s, one)


def _between(edition: Edition, public: Public) -> Iterator[str]:
    for d in edition.dependences():
        if {d.a.document, d.b.document} <= public.documents.keys():
            yield from dependence(d)
    for m in public.matters:
        yield from matter(m)
