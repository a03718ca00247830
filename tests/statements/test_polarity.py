"""A clause affirms or denies, plainly or with a hedge."""

import csv
from pathlib import Path

import pytest

from gainsay.spans import Span
from gainsay.statements.polarity import hedged, polarity

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "polarity.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_negation_and_hedge_are_read_from_the_words(case: dict[str, str]) -> None:
    span = Span(0, len(case["clause"]))
    assert polarity(case["clause"], span) == case["polarity"]
    assert hedged(case["clause"], span) == (case["hedged"] == "yes")
