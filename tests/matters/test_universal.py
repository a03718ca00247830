"""Who says that there was none denies whatever tells of some, and nothing less."""

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.universal import compare
from gainsay.matters.likeness import likeness, profile
from gainsay.statements.statement import Polarity
from tests.matters.builders import comparable

ENTITIES = {"tarn": "Tarn"}
TOLD = "a hundred and sixty shells fell on the village of Tarn and destroyed the school"


def claim(words: str, polarity: Polarity = "affirms") -> Comparable:
    return comparable(words, polarity=polarity, position=words, referents=("tarn",))


def denied(denial: str, told: str = TOLD, kin: float = 0.15) -> bool:
    a, b = claim(denial, "denies"), claim(told)
    relation = compare(a, b, likeness(profile(a, ENTITIES), profile(b, ENTITIES), kin))
    assert relation is None or (relation.a, relation.kind) == (a.id, "denies")
    return relation is not None


@pytest.mark.parametrize(
    "denial",
    [
        "Not one shell fell on the village of Tarn or on any other inhabited place",
        "As everyone knows, not a single shell fell on the village of Tarn",
        "No shell fell on the village of Tarn",
    ],
)
def test_none_at_all_is_a_denial_of_some(denial: str) -> None:
    assert denied(denial)


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("Not one shell fell on the village of Orrin", TOLD),  # another village
        ("The army had no shells for the village of Tarn", TOLD),  # no clause of its own
        ("No shell for the village of Tarn", TOLD),  # a headline
        ("No longer did shells fall on the village of Tarn", TOLD),
        ("No shell fell on the village of Tarn", "if a shell fell on the village of Tarn, it was by mistake"),
        ("No shell fell on the village of Tarn", "the army denied that a shell fell on the village of Tarn"),
    ],
)
def test_what_says_less_or_is_not_told_is_not_denied(denial: str, told: str) -> None:
    assert not denied(denial, told)


def test_strangers_are_not_denied() -> None:
    assert denied("There was no warning by loudspeaker in Tarn", "a warning by loudspeaker was heard in Tarn")
    assert not denied("No shell fell on the village of Tarn", kin=0.05)
