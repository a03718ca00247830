"""Web Annotation: valid by shapes, and every selector finds exactly its characters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyshacl
import pytest
import rdflib

import gainsay
from gainsay import Edition

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, in itself

SCHEMAS = Path("tests/exports/schemas")
Json = dict[str, Any]


def _collection(edition: Edition, target: Path) -> Json:
    gainsay.export(edition, "webanno", target)
    found: Json = json.loads(target.read_text(encoding="utf-8"))
    return found


def _places(value: Any) -> Iterator[Json]:
    """Every specific resource with selectors, targets and bodies alike."""
    if isinstance(value, dict):
        if "selector" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _places(part)


def graph(collection: Json) -> rdflib.Graph:
    """The collection as RDF. The context stands beside the test: nothing is fetched."""
    context = json.loads((SCHEMAS / "anno-context.json").read_text(encoding="utf-8"))["@context"]
    return rdflib.Graph().parse(data=json.dumps({**collection, "@context": context}), format="json-ld")


def test_the_collection_keeps_the_rules_of_the_model(edition: Edition, target: Path) -> None:
    found = graph(_collection(edition, target))
    conforms, _, report = pyshacl.validate(found, shacl_graph=str(SCHEMAS / "webanno.shacl.ttl"))
    assert conforms, report


def test_the_shapes_refuse_what_is_wrong(marrow_bay: Edition, target: Path) -> None:
    collection = _collection(marrow_bay, target)
    next(_places(collection))["selector"][0]["start"] = 10**6
    assert not pyshacl.validate(graph(collection), shacl_graph=str(SCHEMAS / "webanno.shacl.ttl"))[0]


def test_no_key_is_unknown_to_the_context(edition: Edition, target: Path) -> None:
    context = json.loads((SCHEMAS / "anno-context.json").read_text(encoding="utf-8"))["@context"]

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        return set().union(*map(keys, value)) if isinstance(value, list) else set()

    unknown = keys(_collection(edition, target)) - {"@context"} - set(context)
    assert {key for key in unknown if key.partition(":")[0] not in context} == set()


def test_every_selector_finds_its_characters(edition: Edition, target: Path) -> None:
    places = list(_places(_collection(edition, target)))
    assert places
    for place in places:
        text = edition.text(place["source"].removeprefix("urn:gainsay:"))
        position, quote = place["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote.get("prefix", "")) and text[end:].startswith(quote.get("suffix", ""))


def test_every_record_is_annotated_once(marrow_bay: Edition, target: Path) -> None:
    collection = _collection(marrow_bay, target)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({item["id"] for item in items})
    for records in (marrow_bay.attributions(), marrow_bay.mentions(), marrow_bay.statements(), marrow_bay.matters()):
        assert {f"urn:gainsay:{record.id}" for record in records} <= {item["id"] for item in items}


def test_a_restricted_document_is_not_there(hostile: Edition, target: Path) -> None:
    assert "Vance" not in json.dumps(_collection(hostile, target))
