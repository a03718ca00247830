"""Who wants a plan, who is against it, and which two stances are on one plan."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import evaluation, stance
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.opinions.stances import LONGEST, stances
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

FOLDER = Path(__file__).parents[1] / "cases"
CASES = list(csv.DictReader((FOLDER / "stances.csv").open(encoding="utf-8")))
PAIRS = list(csv.DictReader((FOLDER / "stances_compared.csv").open(encoding="utf-8")))


def taken(identity: str, text: str) -> Comparable:
    (found,) = stances(text, Span(0, len(text)))
    terms = content_terms(text, found.target)
    made = comparable(identity, kind="evaluation", charge=found.charge, head=found.word, act=found.family)
    return replace(made, action=found.act, terms=terms, position=text, clause=text)


def related(a: Comparable, b: Comparable, kin: float = 1.0) -> str | None:
    found = stance.compare(a, b, likeness(profile(a, {}), profile(b, {}), kin))
    return found.kind if found else None


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_a_stance_names_the_plan_and_its_sign(case: dict[str, str]) -> None:
    text = case["clause"]
    found = [(s.target.of(text), s.act or "", "+" if s.charge > 0 else "-") for s in stances(text, Span(0, len(text)))]
    assert found == ([(case["plan"], case["act"], case["sign"])] if case["plan"] else [])


@pytest.mark.parametrize("case", PAIRS, ids=[c["comment"] for c in PAIRS])
def test_opposite_stances_clash_on_one_plan_only(case: dict[str, str]) -> None:
    left, right = ([taken(side, case[side])] if stances(case[side], Span(0, 200)) else [] for side in ("left", "right"))
    kinds = {related(a, b) for a in left for b in right} - {None}
    assert kinds == ({"conflicts"} if case["clash"] else set())


def test_documents_on_different_events_are_not_held_against_each_other() -> None:
    wanted, opposed = taken("a", "The board seeks a merger."), taken("b", "The guild is wary of a merger.")
    assert related(wanted, opposed, ON_ONE_EVENT) == "conflicts"
    assert related(wanted, opposed, AKIN) is None


def test_who_takes_the_stand_stands_before_it() -> None:
    text = "Yesterday Ana Lindqvist refused to sell the port."
    (found,) = stances(text, Span(0, len(text)))
    assert found.judge is not None
    assert found.judge.of(text).strip().endswith("Ana Lindqvist")


def test_a_duty_is_held_by_whoever_speaks() -> None:
    text = "The council should keep the ferry."
    (found,) = stances(text, Span(0, len(text)))
    assert found.judge is None


def test_two_papers_may_differ_over_what_one_person_wants() -> None:
    wanted = replace(taken("a", "The board seeks a merger."), voices=("board",), document="one")
    opposed = replace(taken("b", "The board is wary of a merger."), voices=("board",), document="two")
    found = stance.compare(wanted, opposed, likeness(profile(wanted, {}), profile(opposed, {})))
    assert found is not None
    assert evaluation.taken_back(found, wanted, opposed) == found
    assert evaluation.taken_back(found, wanted, replace(opposed, document="one")) is None


def test_a_line_without_end_is_looked_at_in_part() -> None:
    text = "The board seeks a merger. " * 4000
    assert max(s.target.end for s in stances(text, Span(0, len(text)))) <= LONGEST


def test_in_one_document_the_plan_must_be_told_in_telling_words() -> None:
    wanted, opposed = taken("a", "The board seeks a change."), taken("b", "The guild is wary of a change.")
    assert related(wanted, opposed) == "conflicts"
    assert related(replace(wanted, document="one"), replace(opposed, document="one")) is None


def test_a_thing_of_somebodys_is_not_another_in_the_same_document() -> None:
    wanted, opposed = taken("a", "The board seeks a merger."), taken("b", "The guild is wary of a merger.")
    wanted = replace(wanted, document="one", referents=("board",))
    assert related(wanted, replace(opposed, document="one")) is None
    assert related(replace(wanted, referents=()), replace(opposed, document="one")) == "conflicts"


def test_the_hall_of_the_dockers_is_one_thing() -> None:
    text = "The board wants to sell the dockers’ hall."
    (found,) = stances(text, Span(0, len(text)))
    assert found.target.of(text) == "dockers’ hall"


def test_to_seek_a_thing_answers_no_praise_or_blame() -> None:
    sought = taken("a", "Hale will not seek a second term.")
    backed = comparable("b", kind="evaluation", charge=0.6, head="support", terms=("second", "term"), position="a term")
    assert related(sought, backed) is None
    assert related(sought, replace(backed, act="will", head="urged")) == "conflicts"
