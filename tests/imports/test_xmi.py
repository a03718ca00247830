"""UIMA CAS XMI, written by the library that annotators' tools are scripted with, taken back."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from cassis import Cas, TypeSystem
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.errors import UsageError
from gainsay.imports import import_annotations, read_annotations
from gainsay.spans import Span
from tests.edition.collection import write

TEXT = "\U0001f6a2 The ship, said Ana Lindqvist on 3 March 1911, left Port Adair.\n"


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return gainsay.read(write(tmp_path / "press", {"ship.txt": TEXT}), tmp_path / "e.gainsay")


def _cas(text: str, layer: str, words: str, **features: str) -> Cas:
    """A CAS with one annotation."""
    types = TypeSystem()
    kind = types.create_type(name=f"webanno.custom.{layer}", supertypeName="uima.tcas.Annotation")
    for name in features:
        types.create_feature(domainType=kind, name=name, rangeType="uima.cas.String")
    cas = Cas(typesystem=types)
    cas.sofa_string = text
    cas.sofa_mime = "text/plain"
    cas.add(kind(begin=text.index(words), end=text.index(words) + len(words), **features))
    return cas


def _taken(edition: Edition, cas: Cas, folder: Path) -> Any:
    cas.to_xmi(folder / "it.xmi")
    return import_annotations(edition, folder / "it.xmi", "Ana")


def test_a_named_entity_of_another_type_corrects_the_mention(edition: Edition, tmp_path: Path) -> None:
    report = _taken(edition, _cas(TEXT, "NamedEntity", "Port Adair", value="ORG"), tmp_path)
    assert (report.decisions, report.orphaned, report.unmatched) == (1, (), ())
    edition.settle()
    assert [m.type for m in edition.mentions() if m.span.of(TEXT) == "Port Adair"] == ["organisation"]


def test_a_date_gives_its_value(edition: Edition, tmp_path: Path) -> None:
    assert _taken(edition, _cas(TEXT, "Date", "3 March 1911", edtf="1911-03-16"), tmp_path).decisions == 1
    (reviewed,) = edition.decisions()
    assert reviewed.decision.changes == {"edtf": "1911-03-16"} and reviewed.decision.by == "Ana"


def test_a_decision_is_taken_with_its_reason(edition: Edition, tmp_path: Path) -> None:
    cas = _cas(TEXT, "Date", "3 March 1911", decision="reject", comment="old style")
    assert _taken(edition, cas, tmp_path).decisions == 1
    (reviewed,) = edition.decisions()
    assert (reviewed.decision.action, reviewed.decision.reason) == ("reject", "old style")


def test_an_archive_of_inception_is_opened(edition: Edition, tmp_path: Path) -> None:
    _cas(TEXT, "NamedEntity", "Port Adair", value="ORG").to_xmi(tmp_path / "it.xmi")
    with zipfile.ZipFile(tmp_path / "it.zip", "w") as packed:
        packed.write(tmp_path / "it.xmi", "ship.txt/ana.xmi")
        packed.writestr("TypeSystem.xml", "<typeSystemDescription/>")
    assert import_annotations(edition, tmp_path / "it.zip", "Ana").decisions == 1


def test_annotations_of_another_text_are_orphaned(edition: Edition, tmp_path: Path) -> None:
    report = _taken(edition, _cas(TEXT.replace("left", "lost"), "NamedEntity", "Port Adair", value="ORG"), tmp_path)
    assert report.decisions == 0 and len(report.orphaned) == 1


def test_other_layers_are_passed_over(edition: Edition, tmp_path: Path) -> None:
    report = _taken(edition, _cas(TEXT, "Lemma", "ship", value="ship"), tmp_path)
    assert (report.decisions, report.unchanged, report.orphaned, report.unmatched) == (0, 0, (), ())


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x sofaString="&a;"/>',
        b"<x",
        b"PK\x03\x04broken",
    ],
)
def test_hostile_files_do_no_harm(edition: Edition, data: bytes, tmp_path: Path) -> None:
    (tmp_path / "it.xmi").write_bytes(data)
    with pytest.raises(UsageError, match=r"it\.xmi"):
        import_annotations(edition, tmp_path / "it.xmi", "Ana")


WRITTEN = st.text(st.sampled_from('Port Adair \U0001f6a2é\u0301\n<&"]'), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WRITTEN, data=st.data())
def test_every_annotation_of_any_text_comes_back_at_its_words(tmp_path: Path, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    types = TypeSystem()
    kind = types.create_type(name="webanno.custom.Mention", supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=kind, name="value", rangeType="uima.cas.String")
    cas = Cas(typesystem=types)
    cas.sofa_string, cas.sofa_mime = text, "text/plain"
    cas.add(kind(begin=start, end=end, value="PER"))
    cas.to_xmi(tmp_path / "it.xmi")
    (found,) = read_annotations(tmp_path / "it.xmi")
    (place,) = found.places
    assert (place.span, place.quote, found.fields) == (Span(start, end), text[start:end], {"type": "person"})
