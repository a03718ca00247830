"""A clause affirms or denies, plainly or with a hedge."""

import csv
from pathlib import Path

import pytest

from gainsay.spans import Span
from gainsay.statements.polarity import bears_on_verb, hedged, negations, polarity

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "polarity.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_negation_and_hedge_are_read_from_the_words(case: dict[str, str]) -> None:
    span = Span(0, len(case["clause"]))
    assert polarity(case["clause"], span) == case["polarity"]
    assert hedged(case["clause"], span) == (case["hedged"] == "yes")


@pytest.mark.parametrize(
    ("clause", "bears"),
    [
        ("They did not speak of hours", True),
        ("Nobody fired", True),
        ("They have never met", True),
        ("She isn't the owner", True),
        ("Brandt pleaded not guilty", True),
        ("They spoke of wages, not hours", False),
        ("He is no longer the owner", False),
        ("Not all of them were dockers", False),
        ("Men without a licence were held", False),
    ],
)
def test_a_negation_bears_on_the_verb_or_only_on_a_part(clause: str, bears: bool) -> None:
    assert [bears_on_verb(clause, n) for n in negations(clause, Span(0, len(clause)))] == [bears]
