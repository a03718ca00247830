"""Decisions take effect everywhere at once, and are taken back without a trace in what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

import gainsay
from gainsay.edition.document import conclude
from gainsay.edition.review import originals
from gainsay.edition.review.decision import Action
from gainsay.statements.statement import Statement
from gainsay.store import schema
from gainsay.store.loading import load
from tests.edition.collection import exported
from tests.edition.review.desk import attribution, mention, read, speaker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return read(tmp_path)


@pytest.fixture
def edition(path: Path) -> Iterator[gainsay.Edition]:
    with gainsay.open_edition(path) as one:
        yield one


def _decide(edition: gainsay.Edition, target: str, action: Action, **changes: Any) -> None:
    edition.review(target, action, by="Ana", reason="as the minutes show", **changes)
    assert edition.settle()
    assert edition.verify() == []


def test_a_reading_without_decisions_is_concluded_alike_from_what_is_stored(edition: gainsay.Edition) -> None:
    with edition.store.begin() as connection:
        for document in edition.paths:
            found = originals.load_found(connection, document)
            assert conclude(found).statements == list(load(connection, Statement, document))


def test_a_corrected_speaker_is_corrected_in_statements_and_matters(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    assert speaker(edition, fired.id) == "Ellen Marsh"
    _decide(edition, fired.id, "correct", entity="Josef Brandt")
    assert speaker(edition, fired.id) == "Josef Brandt"
    names = {e.id: e.name for e in edition.entities()}
    holders = {
        names[edition.entity_of()[s.holder]] for s in edition.statements() if fired.id in s.attribution and s.holder
    }
    assert holders == {"Josef Brandt"}
    assert "Josef Brandt" in {names[e] for m in edition.matters(verdict="denial") for e in m.entities}


def test_a_speaker_may_be_corrected_to_words_that_nothing_was_read_in(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    text = edition.text(fired.document)
    at = text.index("secretary of the union")
    _decide(edition, fired.id, "correct", speaker=[[at, at + 22]])
    assert speaker(edition, fired.id) == "secretary of the union"
    assert text[at : at + 22] in {m.span.of(text) for m in edition.mentions(fired.document)}


def test_a_speaker_of_whom_the_document_says_nothing_is_the_one_meant(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    _decide(edition, fired.id, "correct", entity="Ana Lindqvist")
    assert speaker(edition, fired.id) == "Ana Lindqvist"
    assert [e.name for e in edition.entities()].count("Ana Lindqvist") == 1


def test_a_rejected_attribution_is_gone_with_its_voice(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    _decide(edition, fired.id, "reject")
    assert fired.id not in {a.id for a in edition.attributions()}
    assert not [s for s in edition.statements() if fired.id in s.attribution]
    assert edition.decisions()[0].record == fired.id


def test_a_rejected_figure_disputes_nothing(edition: gainsay.Edition) -> None:
    assert "Perhaps 200 dockers" in str(edition.matters(facet="figure"))
    figure = next(f for f in edition.figures() if f.value == 200)
    _decide(edition, figure.id, "reject")
    assert "200" not in str(edition.matters(facet="figure"))


def test_a_corrected_figure_is_compared_with_its_new_value(edition: gainsay.Edition) -> None:
    figure = next(f for f in edition.figures() if f.value == 200)
    _decide(edition, figure.id, "correct", value=120, qualifier=None)
    assert next(f for f in edition.figures() if f.id == figure.id).value == 120


@pytest.mark.parametrize("document", ["company.txt", "wire.txt"])
def test_a_mention_given_to_another_is_his(edition: gainsay.Edition, document: str) -> None:
    name = mention(edition, document, "Josef Brandt")
    _decide(edition, name.id, "correct", entity="Ellen Marsh")
    names = {e.id: e.name for e in edition.entities()}
    owner = edition.mention_referents(name.document)[name.id]
    assert names[edition.entity_of()[owner]] == "Ellen Marsh"


def test_joined_names_are_one_and_parted_ones_two(edition: gainsay.Edition) -> None:
    ids = {e.name: e.id for e in edition.entities()}
    _decide(edition, ids["Ana Lindqvist"], "join", entity=ids["Ellen Marsh"])
    joined = next(e for e in edition.entities() if e.id == ids["Ana Lindqvist"])
    assert "Ellen Marsh" in joined.names and ids["Ellen Marsh"] not in {e.id for e in edition.entities()}
    assert {link.reason for link in joined.links} >= {"decided by Ana: as the minutes show"}
    _decide(edition, joined.id, "part", names=["Ellen Marsh"])
    assert {"Ana Lindqvist", "Ellen Marsh"} <= {e.name for e in edition.entities()}


def test_a_judged_matter_shows_the_verdict_given_and_the_one_found(edition: gainsay.Edition) -> None:
    matter = edition.matters(facet="figure")[0]
    _decide(edition, matter.id, "correct", verdict="scope")
    judged = edition.matters(facet="figure")[0]
    assert (judged.id, judged.verdict) == (matter.id, "scope")
    assert judged.reason.startswith("decided by Ana") and matter.reason in judged.reason
    _decide(edition, matter.id, "reject")
    assert matter.id not in {m.id for m in edition.matters()}


@pytest.mark.parametrize(
    ("kind", "action", "changes"),
    [
        ("attribution", "reject", {}),
        ("attribution", "correct", {"entity": "Josef Brandt"}),
        ("attribution", "correct", {"speaker": []}),
        ("mention", "reject", {}),
        ("mention", "correct", {"entity": "Josef Brandt"}),
        ("date", "correct", {"edtf": "1911-03-02"}),
        ("figure", "reject", {}),
        ("designation", "reject", {}),
        ("citation", "reject", {}),
        ("statement", "correct", {"polarity": "denies"}),
        ("matter", "reject", {}),
        ("entity", "join", {"entity": "Josef Brandt"}),
    ],
)
def test_what_is_taken_back_leaves_the_reading_as_it_was(
    path: Path, edition: gainsay.Edition, tmp_path: Path, kind: str, action: Action, changes: dict[str, Any]
) -> None:
    before = exported(path, tmp_path / "before")
    table = schema.metadata.tables["entities" if kind == "entity" else f"{kind}s"]
    with edition.store.begin() as connection:
        ids = list(connection.scalars(select(table.c.id).order_by(table.c.id)))
    # What is unsure is not exported.
    left_out = {*_called(edition, "Josef Brandt"), *(m.id for m in edition.matters("unsure"))}
    target = next(i for i in ids if i not in left_out)
    _decide(edition, target, action, **changes)
    assert exported(path, tmp_path / "between") != before
    edition.review("1", "undo", by="Bo")
    edition.settle()
    assert exported(path, tmp_path / "after") == before
    assert [r.state for r in edition.decisions()] == ["undone", "in force"]
    with edition.store.begin() as connection:
        assert connection.execute(schema.overruled.select()).all() == []


def _called(edition: gainsay.Edition, name: str) -> set[str]:
    return {e.id for e in edition.entities() if e.name == name}


def test_an_undo_may_be_undone(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    _decide(edition, fired.id, "reject")
    _decide(edition, "1", "undo")
    _decide(edition, "2", "undo")
    assert [r.state for r in edition.decisions()] == ["in force", "undone", "in force"]
    assert fired.id not in {a.id for a in edition.attributions()}


def test_of_two_corrections_of_one_field_the_later_counts_and_both_are_kept(edition: gainsay.Edition) -> None:
    fired = attribution(edition, "union.txt", "the soldiers fired")
    edition.review(fired.id, "correct", by="Ana", entity="Josef Brandt")
    edition.review(fired.id, "correct", by="Bo", stance="doubts")
    _decide(edition, fired.id, "correct", entity="Ana Lindqvist")
    assert speaker(edition, fired.id) == "Ana Lindqvist"
    assert next(a for a in edition.attributions() if a.id == fired.id).stance == "doubts"
    assert [r.state for r in edition.decisions()] == ["in force"] * 3
