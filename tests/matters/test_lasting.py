"""How long one thing lasted, as two texts tell it."""

from __future__ import annotations

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.lasting import compare
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from tests.matters.builders import comparable


def length(identity: str, words: str, told: str, value: float, unit: str, qualifier: str | None = None) -> Comparable:
    start = 1000 + words.index(told)
    return comparable(
        identity,
        kind="figure",
        position=told,
        value=value,
        unit=unit,
        qualifier=qualifier,
        clause=words,
        span=Span(1000, 1000 + len(words)),
        value_span=Span(start, start + len(told)),
    )


DAYS = ("a", "The siege lasted eleven days.", "eleven days", 11, "days")


@pytest.mark.parametrize(
    ("words", "told", "value", "unit", "qualifier", "clash"),
    [
        ("We held out for three weeks.", "three weeks", 3, "weeks", None, True),
        ("The siege went on for two weeks.", "two weeks", 2, "weeks", None, False),
        ("The siege lasted more than a month.", "more than a month", 1, "months", "over", True),
        ("The siege began three weeks later.", "three weeks", 3, "weeks", None, False),
        ("They were released after three weeks.", "three weeks", 3, "weeks", None, True),
    ],
    ids=["other words", "about as long", "a bound", "no length of a whole", "captivity"],
)
def test_two_lengths_clash_where_both_are_of_the_whole(
    words: str, told: str, value: float, unit: str, qualifier: str | None, clash: bool
) -> None:
    a, b = length(*DAYS), length("b", words, told, value, unit, qualifier)
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {}), 0.5, 0.8))
    assert (relation is not None) == clash


def test_clauses_that_are_not_near_are_of_two_things() -> None:
    a, b = length(*DAYS), length("b", "We held out for three weeks.", "three weeks", 3, "weeks")
    assert compare(a, b, likeness(profile(a, {}), profile(b, {}), 0.5, 0.4)) is None
    assert compare(a, b, likeness(profile(a, {}), profile(b, {}), 0.1, 0.8)) is None
