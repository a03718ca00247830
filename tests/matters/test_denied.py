"""What is denied outright, and told in passing elsewhere."""

import csv
from pathlib import Path

import pytest

from gainsay.matters.facets import denied
from gainsay.matters.likeness import Likeness
from gainsay.spans import Span
from gainsay.statements.polarity import polarity
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

CASES = Path(__file__).parents[1] / "cases" / "denied.csv"
ROWS = list(csv.DictReader(CASES.read_text(encoding="utf-8").splitlines()))


def like(kin: float = 0.6, own_names: bool = False) -> Likeness:
    return Likeness(frozenset(), frozenset({"crew"}), 0.0, 0.0, 0.0, kin=kin, own_names=own_names)


def claim(identity: str, words: str, **fields: object) -> object:
    whole = Span(0, len(words))
    found = {"position": words, "terms": content_terms(words, whole), "polarity": polarity(words, whole), **fields}
    return comparable(identity, **found)


@pytest.mark.parametrize("row", ROWS, ids=[row["comment"] for row in ROWS])
def test_what_is_denied_is_found_where_it_is_told(row: dict[str, str]) -> None:
    found = denied.compare(claim("a", row["denial"]), claim("b", row["other"]), like())  # type: ignore[arg-type]
    assert (found is not None) is (row["denied"] == "yes")
    assert found is None or (found.kind, found.a, found.b) == ("denies", "a", "b")


def test_only_of_one_event_and_of_no_other_people() -> None:
    denial, told = (
        claim("a", "The mayor denied any coaching of the crew."),
        claim("b", "Holt was fined for coaching a crew."),
    )
    assert denied.compare(denial, told, like()) is not None  # type: ignore[arg-type]
    assert denied.compare(denial, told, like(kin=0.2)) is None  # type: ignore[arg-type]
    assert denied.compare(denial, told, like(own_names=True)) is None  # type: ignore[arg-type]


def test_nobody_denies_his_own_word() -> None:
    denial = claim("a", "The mayor denied any coaching of the crew.", document="d", voices=("lind",))
    told = claim("b", "He was fined for coaching the crew.", document="d", voices=("lind",))
    assert denied.compare(denial, told, like()) is None  # type: ignore[arg-type]
