"""Rival words: one row of `tests/cases/rival_words.csv` states one rule."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.comparing import relate
from gainsay.matters.facets import grade
from gainsay.matters.facets.rivalry import table
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

with (Path(__file__).parents[1] / "cases" / "rival_words.csv").open(encoding="utf-8") as file:
    CASES = list(csv.DictReader(file))
KINDS = {"scope": "scope", "conflict": "conflicts", "": None}


def relation(left: str, right: str, kin: float = 1.0, **fields: object) -> str | None:
    a, b = (
        comparable(name, position=words, terms=tuple(dict.fromkeys(content_terms(words, Span(0, len(words))))))
        for name, words in (("a", left), ("b", right))
    )
    a = replace(a, **fields)  # type: ignore[arg-type]
    found = grade.compare(a, b, likeness(profile(a, {}), profile(b, {}), kin))
    return found.kind if found else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_rival_words_are_set_against_each_other_only_where_they_are_said_of_the_same(case: dict[str, str]) -> None:
    assert relation(case["left"], case["right"]) == KINDS[case["relation"]]
    assert relation(case["right"], case["left"]) == KINDS[case["relation"]]


def test_one_voice_of_one_document_varies_its_words() -> None:
    left, right = "Brandt was dismissed in May", "Brandt resigned"
    assert relation(left, right, document="d-b") is None
    assert relation(left, right, document="d-b", voices=("holt",)) == "conflicts"


def test_documents_on_two_events_are_not_held_against_each_other_by_their_words() -> None:
    assert relation("Brandt was dismissed in May", "Brandt resigned", kin=0.2) is None


def test_no_word_stands_in_two_groups_of_one_family() -> None:
    for family in table():
        words = [word for group in family.groups for word in group]
        assert len(words) == len(set(words)), [w for w in words if words.count(w) > 1]


def test_an_ill_name_is_set_against_what_stands_right_before_it() -> None:
    plain = comparable("a", "d", position="they release strangers at the gate", terms=("releas", "stranger", "gate"))
    ill = comparable(
        "b",
        "d",
        position="catch and release",
        terms=("catch", "releas"),
        voices=("holt",),
        context=("stranger", "gate"),
    )
    assert [r.facet for r in relate([plain, ill], {})] == ["label"]
    assert relate([plain, replace(ill, context=("ferri",))], {}) == []
    assert relate([plain, replace(ill, voices=())], {}) == []


@pytest.mark.parametrize(("meaning", "met"), [(None, True), (0.5, True), (0.2, False)])
def test_an_ill_name_answers_no_clause_that_is_far_from_its_own_in_meaning(meaning: float | None, met: bool) -> None:
    plain = comparable("a", "d", position="they release strangers at the gate", terms=("releas", "stranger", "gate"))
    told = {"terms": ("catch", "releas"), "voices": ("holt",), "context": ("stranger", "gate")}
    ill = comparable("b", "d", position="catch and release", **told)
    like = likeness(profile(plain, {}), profile(ill, {}), meaning=meaning)
    assert (grade.compare(plain, ill, like) is not None) == met


def test_of_plain_names_that_a_voice_repeats_one_answers_an_ill_name() -> None:
    ill = comparable("a", document="d", position="the witch hunt goes on", voices=("hale",))
    plain = [comparable(i, document="d", position="the investigation goes on") for i in ("b", "c")]
    elsewhere = comparable("e", document="f", position="the investigation ended")
    found = grade.sides([ill, *plain, elsewhere])
    assert [[member.id for member in side] for side in found] == [["a"], ["b", "e"]]
