"""What judges in a clause, and what it judges, are read off its words."""

import csv
from pathlib import Path

import pytest

from gainsay.matters.appraisal import LONGEST, appraisals
from gainsay.spans import Span

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "appraisals.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_an_appraisal_names_the_thing_judged_and_its_sign(case: dict[str, str]) -> None:
    text = case["clause"]
    found = [(a.target.of(text), "+" if a.charge > 0 else "-") for a in appraisals(text, Span(0, len(text)))]
    assert found == ([(case["judged"], case["sign"])] if case["judged"] else [])


def test_who_takes_the_stand_is_before_the_verb() -> None:
    text = "Ana Lindqvist condemned the ruling."
    (found,) = appraisals(text, Span(0, len(text)))
    assert found.judge is not None
    assert found.judge.of(text).strip() == "Ana Lindqvist"


def test_a_line_without_end_is_looked_at_in_part() -> None:
    text = "The pact was a disaster. " * 4000
    assert max(a.span.end for a in appraisals(text, Span(0, len(text)))) <= LONGEST
