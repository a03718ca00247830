"""Claims agree in what they say; a phrase that only names a thing agrees with nothing but its copy."""

from dataclasses import replace

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import agreement
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable


def claim(identity: str, words: str) -> Comparable:
    return comparable(identity, position=words, terms=content_terms(words, Span(0, len(words))))


def kind(left: str, right: str, meaning: float | None = None) -> str | None:
    a, b = claim("a", left), claim("b", right)
    like = likeness(profile(a, {}), profile(b, {}), 0.5, meaning)
    relation = agreement.compare(a, b, like) or agreement.echo(a, b, like)
    return relation.kind if relation else None


SAID = "The harbour dockers' pact was scrapped by the wharf guild"


@pytest.mark.parametrize(
    ("phrase", "meaning", "agrees"),
    [
        ("the harbour dockers' pact", 0.8, False),
        ("the pact of the harbour dockers", None, False),
        ("The wharf guild scrapped the harbour dockers' pact", None, True),
        ("to scrap the harbour dockers' pact", 0.8, True),
    ],
    ids=["a name near in meaning", "a phrase of the same words", "a clause", "a plan"],
)
def test_a_phrase_without_a_verb_agrees_with_no_clause(phrase: str, meaning: float | None, agrees: bool) -> None:
    assert kind(phrase, SAID, meaning) == ("agrees" if agrees else None)


def test_a_phrase_agrees_with_its_copy() -> None:
    assert kind("the harbour dockers' pact", "The harbour dockers' pact") == "agrees"


def test_a_long_phrase_may_say_something() -> None:
    long = claim("a", "the wharf guild behind the harbour dockers' scuttled pact, ruined")
    assert len(replace(long).terms) > agreement.FEW_NAMED


@pytest.mark.parametrize(
    ("left", "right", "meaning"),
    [
        ("The crowd at the old mill was unarmed", "The crowd at the old mill was armed with clubs", 0.8),
        ("The poet Saar was murdered in the tower", "The poet Saar took his own life in the tower", 0.8),
        ("The guild of Tarn was friendly to the harbour", "The guild of Tarn was hostile to the harbour", 0.9),
        ("The harbour museum bought the mask of Saar", "The harbour museum stole the mask of Saar", None),
        ("The seals of the ballot boxes were broken", "The seals of the ballot boxes were unbroken", 0.9),
    ],
)
def test_opposites_agree_in_nothing(left: str, right: str, meaning: float | None) -> None:
    assert kind(left, right, meaning) is None
    assert kind(left, left, meaning) == "agrees"
