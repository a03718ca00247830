"""RDF: parsed by rdflib, valid by shapes, and said of the right things."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import PROV, RDF

import gainsay
from gainsay import Edition
from gainsay.exports.rdf.comparison import matter
from gainsay.matters.matter import Matter, Side, Verdict, Witnesses
from tests.edition.collection import write

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, in itself

SHAPES = "tests/exports/schemas/rdf.shacl.ttl"
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


@pytest.mark.parametrize(
    ("verdict", "predicate"),
    [
        ("denial", "cito:disputes"),
        ("conflict", "cito:disagreesWith"),
        ("corroboration", "cito:agreesWith"),
        ("scope", None),  # to count something else is not to disagree
        ("changed-position", None),  # nor is to have changed one's mind since
    ],
)
def test_how_statements_of_a_matter_stand_to_each_other(verdict: Verdict, predicate: str | None) -> None:
    held = [("s-1", "s-2")] if verdict == "corroboration" else [("s-1",), ("s-2",)]
    sides = tuple(Side("so", statements) for statements in held)
    one = Matter("m", "label", verdict, "figure", sides, None, (), Witnesses(2, 0, 2), 1.0, "why")
    links = [line for line in matter(one) if "cito:" in line]
    assert links == ([f"<urn:gainsay:s-1> {predicate} <urn:gainsay:s-2> .\n"] if predicate else [])


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
