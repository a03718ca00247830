"""Two states of one subject of which only one can be right."""

from __future__ import annotations

import pytest

from gainsay.matters.facets.contrary import compare
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

NAMED = {"moe": "Moe"}


def related(left: str, right: str, *, meaning: float = 0.7, kin: float = 0.3, named: bool = True) -> bool:
    a, b = (comparable(words, position=words, referents=("moe",) if named else ()) for words in (left, right))
    relation = compare(a, b, likeness(profile(a, NAMED), profile(b, NAMED), kin, meaning))
    assert relation is None or (relation.kind, relation.facet) == ("conflicts", "occurrence")
    return relation is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The pilot, Henrik Moe, was sober.", "The pilot, Moe, was quite drunk."),
        ("Moe was still alive at noon.", "At noon Moe was dead."),
        ("Moe was fishing inside Carpathian waters on 2 June.", "On 2 June Moe was outside Carpathian waters."),
        ("Doctor Moe arrived before the fire.", "Moe arrived after the fire."),
        ("Moe's men were armed with clubs.", "The men of Moe were unarmed."),
    ],
)
def test_two_states_of_one_clash(left: str, right: str) -> None:
    assert related(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The pilot, Henrik Moe, was sober.", "The cook, Anna Lind, was drunk."),
        ("Moe was sober.", "Moe was tired."),
        ("Moe arrived before the fire.", "Moe left after the fire."),
        ("Moe was inside the harbour.", "Moe was outside the mole."),
        ("Moe was sober because the crew was drunk.", "Moe was sober."),
    ],
    ids=["another's state", "no opposites", "another deed", "another thing", "of somebody else in the clause"],
)
def test_what_can_both_be_right_does_not(left: str, right: str) -> None:
    assert not related(left, right)


def test_without_names_the_documents_must_be_on_one_event() -> None:
    left, right = "The gates of the mill were intact.", "The gates of the mill were damaged."
    assert not related(left, right, named=False)
    assert related(left, right, named=False, kin=0.5)
    assert not related(left, right, named=False, kin=0.5, meaning=0.4)
