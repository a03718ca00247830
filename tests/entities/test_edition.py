"""Entities across documents: what is linked, what is kept apart, and that ids are stable."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import cast

import pytest

from gainsay.annotations.mentions import MentionType
from gainsay.entities import Entity, EntitySettings, Referent, resolve_edition

CASES = Path(__file__).parents[1] / "cases" / "names_variants.csv"


def referent(
    name: str,
    kind: MentionType = "person",
    document: str = "d1",
    descriptions: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Referent:
    return Referent(f"r-{document}-{name}", document, kind, name, (name, *also), (f"m-{name}",), descriptions, also)


def grouped(*referents: Referent) -> set[frozenset[str]]:
    names = {r.id: r.name for r in referents}
    return {frozenset(names[link.referent] for link in entity.links) for entity in resolve_edition(referents)}


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['left']}-{row['right']}")
def test_variants(row: dict[str, str]) -> None:
    """Spellings of one name are linked, look-alikes are not."""
    kind = cast(MentionType, row["type"])
    found = grouped(referent(row["left"], kind, "d1"), referent(row["right"], kind, "d2"))
    assert (len(found) == 1) == (row["same"] == "yes")


def test_variants_can_be_left_apart() -> None:
    """The setting links equal names only."""
    both = (referent("Pnom Tey", "place", "d1"), referent("Phnom Tey", "place", "d2"))
    assert len(resolve_edition(both, EntitySettings(variants=False))) == 2


def test_surname_alone_goes_to_its_only_bearer() -> None:
    """A surname is its one full name's; the link says so."""
    entities = resolve_edition([referent("Ada Brandt"), referent("Brandt", document="d2")])
    assert [e.name for e in entities] == ["Ada Brandt"]
    assert {link.reason for link in entities[0].links} == {
        "same name",
        "part of the name of Ada Brandt, and of nobody else's",
    }


def test_surname_of_namesakes_stays_alone() -> None:
    """Between two bearers nothing is guessed."""
    found = grouped(referent("Ada Brandt"), referent("Otto Brandt"), referent("Brandt", document="d2"))
    assert frozenset({"Brandt"}) in found


def test_office_decides_between_namesakes() -> None:
    """The namesake who holds the same office is meant."""
    found = grouped(
        referent("Ada Brandt", descriptions=("Mayor",)),
        referent("Otto Brandt"),
        referent("Brandt", document="d2", descriptions=("Mayor",)),
    )
    assert frozenset({"Brandt", "Ada Brandt"}) in found


def test_acronym_goes_to_the_name_a_text_gives_it() -> None:
    """What one text expands, another text's acronym means."""
    found = grouped(
        referent("Port Adair Dockers' League", "organisation", also=("PADL",)),
        referent("PADL", "organisation", "d2"),
    )
    assert len(found) == 1


def test_acronym_of_two_names_stays_alone() -> None:
    """Initials of two bodies say nothing."""
    found = grouped(
        referent("Adair Boat Company", "organisation"),
        referent("Adair Bank Council", "organisation"),
        referent("ABC", "organisation", "d2"),
    )
    assert len(found) == 3


def test_real_name_told_by_a_text() -> None:
    """Another document's use of the real name is the same person."""
    found = grouped(referent("Ada Brandt", also=("Ilse Moor",)), referent("Ilse Moor", document="d2"))
    assert len(found) == 1


def test_person_and_place_of_one_word_stay_apart() -> None:
    """Mr. Orrin is not Orrin."""
    assert len(resolve_edition([referent("Orrin"), referent("Orrin", "place", "d2")])) == 2


def test_described_only_is_nobody_elsewhere() -> None:
    """ "the foreman" of one document is not the foreman of another."""
    one = Referent("r1", "d1", "person", "the foreman", (), ("m1",), ("the foreman",))
    two = Referent("r2", "d2", "person", "the foreman", (), ("m2",), ("the foreman",))
    assert len({e.id for e in resolve_edition([one, two])}) == 2


def many() -> list[Referent]:
    names = ["Ada Brandt", "Brandt", "Pnom Tey", "Phnom Tey", "Otto Moor", "Ada M. Brandt", "ABC", "Adair Boat Club"]
    kinds: list[MentionType] = [
        "person",
        "person",
        "place",
        "place",
        "person",
        "person",
        "organisation",
        "organisation",
    ]
    return [referent(n, k, f"d{i}") for i in range(4) for n, k in zip(names, kinds, strict=True)]


def test_order_of_referents_does_not_matter() -> None:
    """Whatever order referents come in, the entities are the same."""
    expected = resolve_edition(many())
    for seed in range(5):
        shuffled = many()
        random.Random(seed).shuffle(shuffled)
        assert resolve_edition(shuffled) == expected


def test_ids_survive_an_unrelated_document() -> None:
    """Adding a document renames no entity that it does not concern."""
    before = {e.id for e in resolve_edition(many())}
    after = {e.id for e in resolve_edition([*many(), referent("Clara Hill", document="new")])}
    assert before < after


def test_every_referent_has_one_link() -> None:
    """Nothing is lost, and nothing belongs to two entities."""
    entities: list[Entity] = resolve_edition(many())
    linked = [link.referent for e in entities for link in e.links]
    assert sorted(linked) == sorted(r.id for r in many())
    assert len({e.id for e in entities}) == len(entities)


def test_entity_goes_by_the_least_partial_name() -> None:
    """A government that one side calls a clique is not shown under that word."""
    found = resolve_edition(
        [
            referent("Lindqvist clique", "organisation", "d1"),
            referent("Lindqvist clique", "organisation", "d2"),
            referent("Lindqvist government", "organisation", "d3"),
        ]
    )
    assert [e.name for e in found] == ["Lindqvist government"]


def test_surname_that_sounds_alike_needs_the_same_office() -> None:
    """Captain Brandt is Captain Brant, but a Brant without office is not."""
    full = referent("Otto Brandt", descriptions=("Captain",))
    captain = referent("Brant", document="d2", descriptions=("Captain",))
    assert len(grouped(full, captain)) == 1
    assert len(grouped(full, referent("Brant", document="d2"))) == 2


def test_capitals_throughout_are_not_the_name_shown() -> None:
    """A name in capitals yields to the same name in running letters."""
    found = resolve_edition([referent("OTTO BRANDT"), referent("Otto Brandt", document="d2")])
    assert [e.name for e in found] == ["Otto Brandt"]
