"""Figures are compared with their bounds, their qualifiers and their rounding, and only where they count the same."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.figure import compare, interval, values
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "figure_values.csv").open(encoding="utf-8")))


def figure(identity: str, value: str, qualifier: str = "", **fields: object) -> Comparable:
    low, _, high = value.partition("-")
    number = (int(low), int(high)) if high else int(low)
    base = comparable(
        identity,
        kind="figure",
        position=f"{qualifier} {value}".strip(),
        value=number,
        qualifier=qualifier or None,
        unit="persons",
        head="striker",
        action="arrest",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def related(a: Comparable, b: Comparable) -> str | None:
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {})))
    return relation.kind if relation else None


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_bounds_and_rounding_are_scope_and_only_the_rest_is_conflict(case: dict[str, str]) -> None:
    a, b = figure("a", case["a"], case["qualifier_a"]), figure("b", case["b"], case["qualifier_b"])
    assert values(a, b)[0] == case["kind"]
    assert values(b, a)[0] == case["kind"]


def test_the_reason_shows_both_values() -> None:
    reason = values(figure("a", "14"), figure("b", "9"))[1]
    assert "14" in reason and "9" in reason


def test_arrested_and_summoned_are_a_difference_of_scope() -> None:
    assert related(figure("a", "14"), figure("b", "9", action="summon")) == "scope"


def test_part_of_a_number_is_not_held_against_the_whole() -> None:
    assert related(figure("a", "14"), figure("b", "9", part=True)) is None


def test_different_things_counted_are_no_matter() -> None:
    assert related(figure("a", "14", action=None), figure("b", "9", head="horse", unit=None, action=None)) is None


def test_clauses_that_share_nothing_else_are_no_matter() -> None:
    assert related(figure("a", "14"), figure("b", "9", terms=("parliament", "vote", "budget"))) is None


def test_counts_of_two_days_are_a_difference_of_scope() -> None:
    assert related(figure("a", "14", when="1911-03-04"), figure("b", "9", when="1911-03-09")) == "scope"


def test_two_kinds_of_a_thing_do_not_clash() -> None:
    a = figure("a", "11", position="11 single seats", head="seat", unit=None, action=None)
    b = figure("b", "14", position="14 sleeper seats", head="seat", unit=None, action=None)
    assert related(a, b) is None
    assert related(replace(a, position="11 seats"), b) == "conflicts"


def test_millions_leave_eleven_million_open_and_hundreds_do_not_leave_a_thousand() -> None:
    assert interval((1_000_000, None), "vague") == (1_000_000, 999_000_000)
    assert interval((100, None), "vague") == (100, 900)
