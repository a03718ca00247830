"""Three short texts that contradict each other in plain words: what a reader sees at once must be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import gainsay
from gainsay.edition.edition import Edition
from gainsay.matters import DISPUTED

SQUARE = Path(__file__).parents[1] / "cases" / "quarrels" / "square"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    with gainsay.read(SQUARE, tmp_path_factory.mktemp("square") / "square.gainsay") as edition:
        yield edition


def positions(edition: Edition, facet: str, *, disputed: bool = True) -> list[set[str]]:
    return [
        {side.position for side in m.sides}
        for m in edition.matters()
        if m.facet == facet and (m.verdict in DISPUTED) == disputed
    ]


def test_three_numbers_of_the_dead_and_two_of_the_crowd(edition: Edition) -> None:
    found = positions(edition, "figure")
    assert {"Four people", "nineteen people", "At least 31 people"} in found
    assert {"some 3,000 people", "Some 40,000 people"} in found


def test_two_days_of_one_arrest(edition: Edition) -> None:
    assert {"15 May", "Friday night"} in positions(edition, "date")


def test_a_march_that_was_and_was_not_authorised_and_who_fired_first(edition: Edition) -> None:
    march, shots = sorted(positions(edition, "occurrence"), key=lambda sides: "march" not in "".join(sides))
    assert "The march had not been authorised." in march and len(march) == 2
    assert shots == {
        "Officers fired only after shots had come from the crowd",
        "that no shot was fired before the police began",
    }


def test_praise_and_blame_of_the_police(edition: Edition) -> None:
    assert {"praised the police", "condemned the police"} in positions(edition, "evaluation")


def test_two_places_of_the_president_do_not_agree(edition: Edition) -> None:
    assert not any("Holt" in one for sides in positions(edition, "occurrence", disputed=False) for one in sides)
