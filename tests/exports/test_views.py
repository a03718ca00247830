"""The network, the timeline and the claims: valid by their schemas, and with what they are meant to show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

import gainsay
from gainsay import Edition
from gainsay.annotations.dates.edtf import bounds
from gainsay.exports.timeline import _event
from gainsay.matters.matter import DISPUTED

SCHEMAS = Path("tests/exports/schemas")
NS = {"g": "http://gexf.net/1.3"}


def _json(edition: Edition, to: str, target: Path) -> Any:
    gainsay.export(edition, to, target)
    return json.loads(target.read_text(encoding="utf-8"))


def _network(edition: Edition, target: Path) -> etree._ElementTree:
    gainsay.export(edition, "gexf", target)
    return etree.parse(str(target))


def test_the_network_is_valid(edition: Edition, target: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(SCHEMAS / "gexf.rng")))
    assert schema.validate(_network(edition, target)), schema.error_log


def test_edges_join_nodes_that_are_there(edition: Edition, target: Path) -> None:
    tree = _network(edition, target)
    nodes = [node.get("id") for node in tree.iterfind(".//g:node", NS)]
    assert len(nodes) == len(set(nodes))
    edges = [(e.get("source"), e.get("target"), e.get("label")) for e in tree.iterfind(".//g:edge", NS)]
    assert edges and len(edges) == len(set(edges))
    assert {end for a, b, _ in edges for end in (a, b)} <= set(nodes)


def test_the_network_shows_who_copies_and_who_denies(marrow_bay: Edition, target: Path) -> None:
    tree = _network(marrow_bay, target)
    labels = {node.get("id"): node.get("label") for node in tree.iterfind(".//g:node", NS)}
    edges = {
        (labels[e.get("source", "")], labels[e.get("target", "")], e.get("label"))
        for e in tree.iterfind(".//g:edge", NS)
    }
    assert {"copies", "denial", "speaks-in", "names"} <= {relation for *_, relation in edges}


@pytest.mark.parametrize("to", ["timeline", "claimreview", "csl"])
def test_what_is_written_keeps_its_schema(edition: Edition, to: str, target: Path) -> None:
    jsonschema.validate(_json(edition, to, target), json.loads((SCHEMAS / f"{to}.json").read_text(encoding="utf-8")))


def test_every_event_lies_in_its_date(edition: Edition, target: Path) -> None:
    events = _json(edition, "timeline", target)["events"]
    assert events and len({event["unique_id"] for event in events}) == len(events)
    for event in events:
        found = bounds(event["display_date"])
        assert found is not None and event["start_date"]["year"] == found[0][0]
        assert event.get("end_date", event["start_date"])["year"] == found[1][0]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1911", {"year": 1911}, None),  # a bare year is no finer than a year
        ("1911-03", {"year": 1911, "month": 3}, None),
        ("1911-03-14", {"year": 1911, "month": 3, "day": 14}, None),
        ("191X", {"year": 1910}, {"year": 1919}),  # four letters, a year's worth of precision
        ("1911-03/1911-05", {"year": 1911, "month": 3, "day": 1}, {"year": 1911, "month": 5, "day": 31}),
    ],
)
def test_dates_are_no_finer_than_the_words(edtf: str, start: Any, end: Any) -> None:
    (event,) = _event("e", edtf, "headline", "text", "group")
    assert event["start_date"] == start and event.get("end_date") == end


@pytest.mark.parametrize("edtf", ["1911/..", "[..1911]", "nonsense", None])
def test_what_has_no_end_is_no_event(edtf: str | None) -> None:
    assert list(_event("e", edtf, "headline", "text", "group")) == []


def test_words_of_documents_are_no_markup_on_the_timeline(hostile: Edition, target: Path) -> None:
    assert "<men>" not in json.dumps(_json(hostile, "timeline", target))


def test_every_side_of_a_dispute_is_a_claim_with_its_exact_words(marrow_bay: Edition, target: Path) -> None:
    reviews = _json(marrow_bay, "claimreview", target)["@graph"]
    assert len(reviews) == sum(len(m.sides) for m in marrow_bay.matters() if m.verdict in DISPUTED)
    texts = {path: marrow_bay.document(path).text for path in marrow_bay.paths.values()}
    for review in reviews:
        for work in review["itemReviewed"]["appearance"]:
            assert work["text"] in texts[work["identifier"]]
