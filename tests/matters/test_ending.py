"""How a life or an office ended, by two accounts."""

from __future__ import annotations

import pytest

from gainsay.matters.facets.ending import compare, keys, tellings
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

NAMED = {"orme": "Orme", "lind": "Lind", "lind's namesake": "another Lind"}


def facet(
    one: str, other: str, *, kin: float = 0.3, who: tuple[str, str] = ("orme", "orme"), **more: str
) -> str | None:
    a = comparable("a", position=one, referents=(who[0],) if who[0] else ())
    b = comparable("b", position=other, referents=(who[1],) if who[1] else (), **more)
    relation = compare(a, b, likeness(profile(a, NAMED), profile(b, NAMED), kin, 0.4), NAMED)
    assert relation is None or relation.kind == "conflicts"
    return relation.facet if relation else None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orme died of typhoid in the camp.", "Orme was shot while trying to escape."),
        ("Orme took his own life.", "Orme was strangled by a guard."),
        ("He died of a heart attack.", "Orme had been poisoned by the cook."),
        ("Orme, the old keeper, died in his sleep.", "Two days later they hanged him."),
        ("Orme was captured at the ford and hanged.", "Orme was killed in battle."),
        ("Orme died of a stroke.", "Orme died of the plague."),
        ("Orme was killed in a car crash.", "Orme was murdered by his rivals."),
        ("Orme was killed in a car crash.", "Orme was gunned down at the gate."),
    ],
)
def test_who_died_in_one_way_did_not_in_the_other(one: str, other: str) -> None:
    assert facet(one, other) == facet(other, one) == "cause"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orme was killed at the gate.", "Orme was shot dead at the gate."),
        ("Orme was murdered.", "Orme was poisoned."),
        ("Orme died of natural causes.", "Orme died of a stroke."),
        ("Orme was found hanged in his cell.", "Orme took his own life."),
        ("Orme was killed in a crash.", "Orme died in an accident."),
        ("Orme drowned in the harbour.", "Orme was killed that night."),
    ],
)
def test_one_end_may_be_told_more_or_less_closely(one: str, other: str) -> None:
    assert facet(one, other) is None


@pytest.mark.parametrize(
    "other",
    [
        "Orme was not poisoned.",
        "Orme was nearly poisoned.",
        "Orme was shot in the leg and recovered.",
        "They asked whether Orme was poisoned.",
        "Orme's brother was hanged.",
        "The wife of Orme was hanged.",
        "Orme and his men were hanged.",
        "Orme was to be hanged.",
    ],
)
def test_what_is_no_other_end_of_his_is_none(other: str) -> None:
    assert facet("Orme died of typhoid.", other) is None


def test_who_was_shot_may_have_lived_to_die_of_something_else() -> None:
    fever, shot = "Orme died of typhoid.", "Orme was shot by a guard."
    assert facet(fever, shot, kin=0.3) == "cause"
    assert facet(fever, shot, kin=0.2) is None
    assert facet(fever, "Orme was hanged by a guard.", kin=0.2) == "cause"
    assert facet("Orme died of typhoid.", shot, when="1931") == "cause"


def test_what_befell_somebody_years_apart_is_two_things() -> None:
    a = comparable("a", position="Orme resigned.", referents=("orme",), when="1931-05")
    b = comparable("b", position="Orme was dismissed.", referents=("orme",), when="1938-05")
    assert compare(a, b, likeness(profile(a, NAMED), profile(b, NAMED), 0.5, 0.6), NAMED) is None


def test_who_resigned_was_not_dismissed() -> None:
    resigned = "Colonel Orme, commander of the station, retired for reasons of health."
    assert facet(resigned, "Orme was dismissed because he would not burn the tapes.") == "occurrence"
    assert facet("Orme resigned in protest.", "Orme was sacked.") == "occurrence"
    assert facet("Orme resigned in protest.", "Orme was brought down by the press.") is None
    assert facet("Orme resigned in protest.", "Orme was hanged.") is None


def test_namesakes_are_told_apart_by_who_they_are() -> None:
    died, hanged = "Lind died of typhoid.", "Lind was hanged."
    assert facet(died, hanged, who=("lind", "lind")) == "cause"
    assert facet(died, hanged, who=("lind", "lind's namesake")) is None
    assert facet(died, hanged, who=("lind", "")) == "cause"


def test_strangers_are_not_compared() -> None:
    assert facet("Orme died of typhoid.", "Orme was hanged.", kin=0.1) is None


def test_an_end_is_found_by_name_and_by_who_it_is() -> None:
    claim = comparable("a", position="They hanged Orme at dawn.")
    assert list(keys(claim, ["e1"])) == [("name", "orme"), ("entity", "e1")]
    assert list(keys(comparable("b", position="They met Orme at dawn."), ["e1"])) == []


def test_what_somebody_died_of_is_told_with_it() -> None:
    ((act, told),) = tellings("Orme, who died of a sudden fever in our guest house")
    assert (act, told.words) == ("die", "died of a sudden fever")
