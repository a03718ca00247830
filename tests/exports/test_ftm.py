"""FollowTheMoney: the properties of each schema, every reference to something there; by the library, where it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import gainsay
from gainsay import Edition

PROPERTIES = {
    "Person": {"name", "alias"},
    "Organization": {"name", "alias"},
    "Address": {"name", "alias", "full"},
    "Event": {"name", "alias"},
    "PlainText": {"title", "author", "publisher", "publishedAt", "fileName", "sourceUrl", "bodyText"},
    "Mention": {"name", "document", "resolved", "detectedSchema"},
    "Documentation": {"document", "entity", "role"},
    "Note": {"name", "description", "entity"},
}
REFERENCES = {"document": {"PlainText"}, "resolved": {"Person", "Organization"}}


def _entities(edition: Edition, target: Path) -> list[dict[str, Any]]:
    gainsay.export(edition, "ftm", target)
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_entities_have_the_properties_of_their_schemata(edition: Edition, target: Path) -> None:
    found = _entities(edition, target)
    assert len({e["id"] for e in found}) == len(found)
    for entity in found:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)


def test_references_lead_to_entities_of_the_right_schema(edition: Edition, target: Path) -> None:
    found = _entities(edition, target)
    schemata = {e["id"]: e["schema"] for e in found}
    for entity in found:
        for key in ("document", "resolved", "entity"):
            for value in entity["properties"].get(key, []):
                assert schemata[value] in REFERENCES.get(key, PROPERTIES.keys())


def test_speakers_are_joined_to_their_documents(marrow_bay: Edition, target: Path) -> None:
    found = _entities(marrow_bay, target)
    names = {e["id"]: e["properties"].get("name", [""])[0] for e in found}
    spoke = {names[e["properties"]["entity"][0]] for e in found if e["schema"] == "Documentation"}
    assert "Peter Garrow" in spoke


def test_the_library_takes_every_entity(edition: Edition, target: Path) -> None:
    model = pytest.importorskip("followthemoney", reason="the library FollowTheMoney is not installed").model
    for entity in _entities(edition, target):
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for key, values in entity["properties"].items():
            assert len(proxy.get(key)) == len(set(values)), (entity["schema"], key)
