"""What may be a contradiction and is not shown to be one is told as unsure, and little of it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.assembly import Context, assemble
from gainsay.matters.comparable import Comparable
from gainsay.matters.doubt import OF_DOCUMENTS, compare
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable, relation

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "doubts.csv").open(encoding="utf-8")))
UNDECIDED = {"agree": 0.1, "conflict": 0.4, "scope": 0.3, "denial": 0.1, "same-matter": 0.05, "different": 0.05}


def made(case: Mapping[str, str], side: str) -> Comparable:
    words, value = case[side], case[f"value_{side}"]
    one = comparable(side, position=words, terms=content_terms(words, Span(0, len(words))), clause=words)
    if value:
        return replace(one, kind="figure", value=int(value), head=case["head"] or None, position=value)
    if " not " in words or "denied" in words:
        return replace(
            one, polarity="denies", negated=tuple(case["negated"].split()), explicit_denial=bool(case["explicit"])
        )
    return one


def doubted(a: Comparable, b: Comparable, meaning: float, likely: Mapping[str, float] = UNDECIDED) -> Relation | None:
    return compare(a, b, likeness(profile(a, {}), profile(b, {}), 1.0, meaning), lambda: likely)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_a_doubt_needs_one_act_or_one_thing_counted(case: dict[str, str]) -> None:
    found = doubted(made(case, "left"), made(case, "right"), float(case["meaning"]))
    assert (found is not None) == (case["doubt"] == "yes")
    assert found is None or found.kind == "unsure"


FIRST = {"left": "18 people were injured in the riot", "right": "12 people were injured in the riot", "head": "people"}
FIGURES = {**FIRST, "value_left": "18", "value_right": "12", "negated": "", "explicit": ""}


def test_what_the_model_takes_for_two_things_is_in_no_doubt() -> None:
    a, b = made(FIGURES, "left"), made(FIGURES, "right")
    assert doubted(a, b, 0.8) is not None
    assert doubted(a, b, 0.8, {**UNDECIDED, "different": 0.6}) is None


def test_people_and_a_kind_of_people_are_counted_apart() -> None:
    a, b = made(FIGURES, "left"), made(FIGURES, "right")
    assert doubted(a, replace(b, head="women"), 0.8) is None


def test_of_clauses_that_name_different_persons_neither_negates_the_other() -> None:
    case = {
        **FIGURES,
        "left": "Holt was wearing boots",
        "right": "Garrow was not wearing boots",
        "negated": "wear boot",
    }
    a, b = made({**case, "value_left": ""}, "left"), made({**case, "value_right": ""}, "right")
    alike = likeness(profile(a, {}), profile(b, {}), 1.0, 0.75)
    assert compare(a, b, alike, lambda: UNDECIDED) is not None
    assert compare(a, b, alike._replace(own_names=True), lambda: UNDECIDED) is None


def test_within_one_document_nothing_is_in_doubt() -> None:
    a, b = made(FIGURES, "left"), made(FIGURES, "right")
    assert doubted(a, replace(b, document=a.document), 0.8) is None


def test_a_doubt_makes_a_matter_that_is_unsure_with_one_statement_on_each_side() -> None:
    a, b = comparable("a"), comparable("b", polarity="denies")
    (matter,) = assemble([relation(b, a, "unsure")], {"a": a, "b": b}, Context())
    assert matter.verdict == "unsure"
    assert sorted(side.statements for side in matter.sides) == [("s-a",), ("s-b",)]


def test_doubts_come_after_all_that_is_found_and_leave_it_as_it_was() -> None:
    members = {i: comparable(i) for i in "abcd"}
    members["d"] = replace(members["d"], polarity="denies")
    found = [relation(members["a"], members["b"], "agrees", 0.5)]
    doubt = relation(members["d"], members["a"], "unsure", 1.0)
    alone = assemble(found, members, Context())
    assert assemble([doubt, *found], members, Context())[:-1] == alone
    assert assemble([doubt, *found], members, Context())[-1].verdict == "unsure"


def test_what_a_matter_holds_together_is_no_longer_in_doubt() -> None:
    a, b = comparable("a"), comparable("b", polarity="denies")
    x = comparable("x", kind="figure", statement="s-a", document="d-a", value=14)
    y = comparable("y", kind="figure", statement="s-b", document="d-b", value=9)
    members = {m.id: m for m in (a, b, x, y)}
    matters = assemble([relation(x, y, "conflicts"), relation(b, a, "unsure")], members, Context())
    assert [m.verdict for m in matters] == ["conflict"]


def test_two_documents_show_only_their_best_doubts() -> None:
    pairs = [(comparable(f"a{n}", "d-1"), comparable(f"b{n}", "d-2")) for n in range(OF_DOCUMENTS + 2)]
    members = {m.id: m for pair in pairs for m in pair}
    doubts = [relation(b, a, "unsure", 0.5 + n / 10) for n, (a, b) in enumerate(pairs)]
    matters = assemble(doubts, members, Context())
    assert [m.sides[0].statements for m in matters] == [("s-a3",), ("s-a2",)]
    assert matters == assemble(reversed(doubts), members, Context())


def test_a_figure_that_meets_two_of_another_document_is_in_no_doubt() -> None:
    a = comparable("a", kind="figure", value=14, head="men")
    others = [comparable(f"b{n}", "d-b", kind="figure", value=9 + n, head="men") for n in range(2)]
    members = {m.id: m for m in (a, *others)}
    assert assemble([relation(a, other, "unsure") for other in others], members, Context()) == []
