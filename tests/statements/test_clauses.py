"""Sentences are cut into the clauses that carry their claims."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.spans import Span
from gainsay.statements.clauses import clauses

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "clauses.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_a_clause_with_its_own_subject_and_verb_is_cut_off(case: dict[str, str]) -> None:
    sentence = case["sentence"]
    assert [c.of(sentence) for c in clauses(sentence, Span(0, len(sentence)))] == case["clauses"].split("|")


@given(st.text(alphabet="ab ,;—.andbut whilewasthe", max_size=200))
def test_clauses_lie_in_order_inside_the_sentence(text: str) -> None:
    last = 0
    for clause in clauses(text, Span(0, len(text))):
        assert last <= clause.start <= clause.end <= len(text)
        last = clause.end
