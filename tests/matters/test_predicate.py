"""What one clause says of a subject and another denies of it."""

import csv
from pathlib import Path

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import predicate
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.polarity import bears_on_verb, hedged, negations, polarity
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

CASES = Path(__file__).parents[1] / "cases" / "predicates.csv"
ROWS = list(csv.DictReader(line for line in CASES.read_text(encoding="utf-8").splitlines() if line[:1] != "#"))
MEANING = 0.6


def claim(identity: str, words: str) -> Comparable:
    whole = Span(0, len(words))
    under = [n for n in negations(words, whole) if bears_on_verb(words, n)]
    return comparable(
        identity,
        position=words,
        terms=tuple(dict.fromkeys(content_terms(words, whole))),
        polarity=polarity(words, whole),
        hedged=hedged(words, whole),
        negated=content_terms(words, Span(under[0].end, len(words)))[:2] if under else (),
    )


def denies(denial: str, other: str, kin: float = 0.5, meaning: float = MEANING) -> bool:
    a, b = claim("a", denial), claim("b", other)
    found = predicate.compare(a, b, likeness(profile(a, {}), profile(b, {}), kin, meaning), {})
    return found is not None and (found.kind, found.a) == ("denies", "a")


@pytest.mark.parametrize("row", ROWS, ids=[row["comment"] for row in ROWS])
def test_what_is_denied_of_a_subject_is_found_where_it_is_said_of_it(row: dict[str, str]) -> None:
    assert denies(row["denial"], row["other"]) == (row["denied"] == "yes")


def test_in_texts_on_two_things_a_predicate_is_not_denied() -> None:
    pair = "The harbour was not dredged in spring.", "The harbour was dredged in spring by hand."
    assert denies(*pair)
    assert not denies(*pair, kin=0.15)


def test_a_denial_of_which_something_is_not_said_must_be_near_in_meaning() -> None:
    pair = "The levy does not burden the ferrymen of the isle.", "The levy was a burden on ferrymen and crews."
    assert denies(*pair)
    assert not denies(*pair, meaning=0.3)
