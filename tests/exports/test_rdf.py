"""RDF: parsed by rdflib, valid by shapes, and said of the right things."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

import gainsay
from gainsay import Edition
from tests.edition.collection import write

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, in itself

SHAPES = "tests/exports/schemas/rdf.shacl.ttl"
CITO = rdflib.Namespace("http://purl.org/spar/cito/")
CRMINF = rdflib.Namespace("http://www.cidoc-crm.org/extensions/crminf/")
CRM = rdflib.Namespace("http://www.cidoc-crm.org/cidoc-crm/")
NP = rdflib.Namespace("http://www.nanopub.org/nschema#")
GV = rdflib.Namespace("urn:gainsay:vocabulary#")


def _dataset(edition: Edition, target: Path) -> rdflib.Dataset:
    gainsay.export(edition, "rdf", target)
    return rdflib.Dataset(default_union=True).parse(target, format="trig")


def test_the_graph_keeps_its_shapes(edition: Edition, target: Path) -> None:
    conforms, _, report = pyshacl.validate(_whole(edition, target), shacl_graph=SHAPES)
    assert conforms, report


def _whole(edition: Edition, target: Path) -> rdflib.Graph:
    whole = rdflib.Graph()
    for triple in _dataset(edition, target).triples((None, None, None)):
        whole.add(triple)
    return whole


def test_the_shapes_refuse_what_is_wrong(marrow_bay: Edition, target: Path) -> None:
    found = _whole(marrow_bay, target)
    found.remove((next(found.subjects(RDF.type, GV.Matter)), GV.reason, None))
    assert not pyshacl.validate(found, shacl_graph=SHAPES)[0]


def test_words_are_the_characters_of_their_places(edition: Edition, target: Path) -> None:
    found = _dataset(edition, target)
    statements = {f"urn:gainsay:{s.id}": s for i in edition.paths for s in edition.statements(i)}
    checked = 0
    for belief in found.subjects(RDF.type, CRMINF.I2_Belief):
        name = str(belief).partition("#")[0]
        s = statements[name]
        assert str(found.value(rdflib.URIRef(name), RDF.value)) == s.span.of(edition.text(s.document))
        checked += 1
    assert checked


def test_a_denial_disputes_and_a_difference_of_scope_does_not(marrow_bay: Edition, target: Path) -> None:
    found = _dataset(marrow_bay, target)
    verdicts = {}
    for m in marrow_bay.matters():
        ids = [rdflib.URIRef(f"urn:gainsay:{s}") for side in m.sides for s in side.statements]
        links = {p for a in ids for b in ids for p in found.predicates(a, b) if str(p).startswith(CITO)}
        verdicts.setdefault(m.verdict, set()).update(links)
    assert CITO.disputes in verdicts["denial"] and CITO.disagreesWith in verdicts["conflict"]
    assert CITO.disputes not in verdicts["scope"] and CITO.disagreesWith not in verdicts["scope"]


def test_who_speaks_is_who_argues(marrow_bay: Edition, target: Path) -> None:
    found = _dataset(marrow_bay, target)
    labels = {str(o) for s in found.objects(None, CRM.P14_carried_out_by) for o in found.objects(s, rdflib.RDFS.label)}
    assert "Peter Garrow" in labels
    assert set(found.objects(None, PROV.wasAttributedTo)) <= set(found.subjects(rdflib.RDFS.label))


def test_what_a_person_accepted_is_a_nanopublication(tmp_path: Path) -> None:
    with gainsay.read(write(tmp_path / "press"), tmp_path / "e.gainsay") as edition:
        statement = edition.statements()[0]
        edition.review(statement.id, "accept", by="Ana", reason="seen in the original")
        edition.settle()
        found = _dataset(edition, tmp_path / "out.trig")
        (publication,) = found.subjects(RDF.type, NP.Nanopublication)
        (assertion,) = found.objects(publication, NP.hasAssertion)
        notes = [str(o) for o in found.graph(assertion).objects(None, CRM.P3_has_note)]
        assert notes == [statement.span.of(edition.text(statement.document))]
        (provenance,) = found.objects(publication, NP.hasProvenance)
        sources = found.graph(provenance).objects(assertion, PROV.wasQuotedFrom)
        assert [str(source) for source in sources] == [f"urn:gainsay:{statement.document}"]
