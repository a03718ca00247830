"""What judges in a clause, and what it judges, are read off its words."""

import csv
from pathlib import Path

import pytest

from gainsay.matters.opinions.appraisal import LONGEST, appraisals
from gainsay.matters.opinions.partisans import partisan
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


def side_of(text: str, speaker: str) -> tuple[str, str] | None:
    start = text.index(speaker)
    content = text[start + len(speaker) :]
    found = partisan(text, Span(start, start + len(speaker)), Span(start + len(speaker), len(text)))
    assert content
    return None if found is None else ("+" if found.charge > 0 else "-", found.target.of(text))


def test_who_is_called_by_a_side_speaks_for_it() -> None:
    assert side_of("Critics of the ferry law say it ruins the port.", "Critics of the ferry law") == ("-", "ferry law")
    assert side_of("Many supporters say the new law protects the port.", "Many supporters") == ("+", "new law")


def test_who_is_for_a_person_or_for_nothing_that_is_told_takes_no_side_on_a_thing() -> None:
    assert side_of("Critics of Hale say the ferry sank.", "Critics of Hale") is None
    assert side_of("Opponents say fish are scarce.", "Opponents") is None
    named = "The guild, one of the leading opponents of the law"
    assert side_of(f"{named}, said the law holds.", named) is None
    assert side_of("The guild says the law ruins the port.", "The guild") is None
