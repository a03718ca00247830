"""The bundled collection: what was planted in it is found under its name, and nothing else is called a dispute."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import gainsay
from gainsay import Edition
from gainsay.dependence.dependence import Dependence, Place
from gainsay.matters.matter import DISPUTED, Matter, Side

COLLECTION = Path("examples/marrow-bay")


@dataclass(frozen=True, slots=True)
class Planted:
    """A row of `expected.csv`."""

    id: str
    kind: str
    verdict: str
    facet: str
    left: str
    left_words: str
    right: str
    right_words: str
    comment: str


def planted(kind: str) -> list[Planted]:
    with (COLLECTION / "expected.csv").open(encoding="utf-8", newline="") as file:
        rows = [Planted(**row) for row in csv.DictReader(file)]
    assert {row.kind for row in rows} == {"matter", "dependence", "entity", "citation"}, "each kind has its test"
    return [row for row in rows if row.kind == kind]


def cases(kind: str) -> list[object]:
    return [pytest.param(row, id=row.id) for row in planted(kind)]


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    with gainsay.read(COLLECTION, tmp_path_factory.mktemp("marrow-bay") / "marrow-bay.gainsay") as opened:
        yield opened


def _sides(edition: Edition, matter: Matter, path: str, words: str) -> set[int]:
    """The sides of a matter on which a statement of this document holds these words."""
    places = {s.id: s for s in edition.statements() if edition.paths[s.document] == path}

    def holds(side: Side) -> bool:
        own = [places[i] for i in side.statements if i in places]
        return any(words in s.span.of(edition.text(s.document)) for s in own)

    return {number for number, side in enumerate(matter.sides) if holds(side)}


def _is(edition: Edition, matter: Matter, row: Planted) -> bool:
    """Whether this matter is the planted one: verdict, facet, documents, words, on two sides or on one."""
    if (matter.verdict, matter.facet) != (row.verdict, row.facet):
        return False
    left = _sides(edition, matter, row.left, row.left_words)
    right = _sides(edition, matter, row.right, row.right_words)
    if row.verdict == "single-witness":
        return bool(left & right)
    return bool(left and right and left.isdisjoint(right))


@pytest.mark.parametrize("row", cases("matter"))
def test_a_planted_matter_is_found_under_its_own_verdict(edition: Edition, row: Planted) -> None:
    found = [matter for matter in edition.matters() if _is(edition, matter, row)]
    assert len(found) == 1, row.comment


def test_every_dispute_is_a_planted_one(edition: Edition) -> None:
    rows = planted("matter")
    disputes = [matter for matter in edition.matters() if matter.verdict in DISPUTED]
    false = [m for m in disputes if not any(_is(edition, m, row) for row in rows)]
    assert [(m.verdict, m.facet, m.label) for m in false] == []


def test_a_tale_told_by_one_man_to_two_papers_is_one_observation(edition: Edition) -> None:
    (watchman,) = [row for row in planted("matter") if row.id == "watchman"]
    (matter,) = [matter for matter in edition.matters() if _is(edition, matter, watchman)]
    assert (matter.witnesses.documents, matter.witnesses.independent, matter.witnesses.undetermined) == (2, 0, 1)


def _altered(edition: Edition, dependence: Dependence, row: Planted) -> list[tuple[str, str]]:
    """The words that differ, the left document's first; nothing where the dependence is between others."""
    paths = edition.paths[dependence.a.document], edition.paths[dependence.b.document]
    if sorted(paths) != sorted((row.left, row.right)):
        return []

    def words(place: Place, number: int) -> list[str]:
        return [pair[number].of(edition.text(place.document)) for pair in dependence.altered]

    pairs = list(zip(words(dependence.a, 0), words(dependence.b, 1), strict=True))
    return pairs if paths[0] == row.left else [(b, a) for a, b in pairs]


def test_a_denial_answers_nothing_but_what_was_denied(edition: Edition) -> None:
    (shot,) = [row for row in planted("matter") if row.id == "first-shot"]
    (matter,) = [matter for matter in edition.matters() if _is(edition, matter, shot)]
    document_of = {s.id: edition.paths[s.document] for s in edition.statements()}
    assert {document_of[s] for side in matter.sides for s in side.statements} == {shot.left, shot.right}


@pytest.mark.parametrize("row", cases("dependence"))
def test_a_planted_dependence_is_found_with_the_words_that_were_altered(edition: Edition, row: Planted) -> None:
    found = [d for d in edition.dependences() if d.kind == row.verdict]
    assert (row.left_words, row.right_words) in [pair for d in found for pair in _altered(edition, d, row)]


def test_the_paper_copied_the_wire_and_not_the_reverse(edition: Edition) -> None:
    (copy,) = [row for row in planted("dependence") if row.id == "copy"]
    (found,) = [d for d in edition.dependences() if d.kind == "copies" and _altered(edition, d, copy)]
    original = found.a if found.direction == "b-from-a" else found.b
    assert found.direction != "unknown" and edition.paths[original.document] == copy.left
    assert len(found.altered) == 2


@pytest.mark.parametrize("row", cases("entity"))
def test_one_person_under_several_spellings_is_one_entity(edition: Edition, row: Planted) -> None:
    (entity,) = [e for e in edition.entities() if row.left_words in e.names]
    assert {row.left_words, row.right_words, "Holdt"} <= set(entity.names)


@pytest.mark.parametrize("row", [case for case in planted("citation") if case.right_words], ids=lambda row: row.id)
def test_ibid_is_the_work_of_the_note_before(edition: Edition, row: Planted) -> None:
    document = edition.document(row.left)
    noted = [c for c in edition.citations(document.id) if c.reference]
    (here,) = [c for c in noted if c.reference and row.left_words in c.reference.of(document.text)]
    (before,) = [c for c in noted if c.reference and row.right_words in c.reference.of(document.text)]
    assert here.work is not None and here.work == before.work


@pytest.mark.parametrize("row", [case for case in planted("citation") if not case.right_words], ids=lambda row: row.id)
def test_a_marker_whose_note_is_gone_is_kept_and_called_a_lost_note(edition: Edition, row: Planted) -> None:
    document = edition.document(row.left)
    lost = [c for c in edition.citations(document.id) if c.marker and c.note is None]
    assert [c.marker.of(document.text) for c in lost if c.marker] == [row.left_words]
    assert [d.span.of(document.text) for d in edition.damage(document.id) if d.kind == "lost-note"] == [row.left_words]
