"""The relation model reads two clauses alike in either order, and its features tell values, times and denials apart."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.matters.clauses.quantities import quantities
from gainsay.matters.clauses.wording import LONGEST, wording
from gainsay.matters.comparable import Comparable
from gainsay.matters.comparing import LIKELY_AGREEMENT
from gainsay.matters.features import Features, features
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.model import agreement_likelihood, dispute_likelihood, relation_probabilities, shipped
from gainsay.matters.subjects.cast import cast
from gainsay.matters.subjects.kinship import Subject
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable


def clause(text: str) -> Comparable:
    terms = tuple(dict.fromkeys(content_terms(text, Span(0, len(text)))))
    return comparable(text[:20], position=text, terms=terms)


def compared(a: str, b: str) -> Features:
    left, right = clause(a), clause(b)
    return features(left, right, likeness(profile(left, {}), profile(right, {})))


def judged(a: str, b: str) -> dict[str, float]:
    left, right = clause(a), clause(b)
    return relation_probabilities(left, right, likeness(profile(left, {}), profile(right, {})))


def likelihood(a: str, b: str) -> float:
    left, right = clause(a), clause(b)
    return dispute_likelihood(left, right, likeness(profile(left, {}), profile(right, {}), meaning=0.6))


@pytest.mark.parametrize(
    ("a", "b", "feature"),
    [
        ("The ferry sank with 40 men aboard", "The ferry sank with 60 men aboard", "unequal"),
        ("The ferry sank with 40 men aboard", "The ferry sank with 40 men aboard at dawn", "equal"),
        ("The ferry sank with 41 men aboard", "The ferry sank with about 40 men aboard", "within bound"),
        ("They walked 30 miles to Port Adair", "They walked 48 km to Port Adair", "within rounding"),
        ("The shot fell at 3:33 a.m.", "The shot fell shortly after 3:30 a.m.", "within bound"),
        ("The mole gave way on Tuesday", "The mole gave way on Friday", "other weekday"),
        ("Prices rose in Marrow Bay", "Prices fell in Marrow Bay", "opposed notions"),
        ("The council opened the gates", "The council did not open the gates", "negates the other's words"),
        ("Lindqvist denied the charge of arson", "Lindqvist was accused of arson", "denies an accusation"),
        ("He pleaded not guilty", "He stabbed the ferryman", "pleads an accusation"),
    ],
)
def test_a_feature_is_found_where_it_holds(a: str, b: str, feature: str) -> None:
    assert compared(a, b).get(feature, 0.0) > 0


def test_one_who_pleads_guilty_denies_nothing() -> None:
    found = compared("Holt pleaded guilty to arson", "Holt was charged with arson")
    assert "pleads" not in found
    assert "denies" not in found


def test_a_year_is_no_count_of_anything() -> None:
    assert "aligned" not in compared("The strike of 1911 failed", "The strike of 1912 failed")


def test_a_speed_in_miles_meets_one_in_kilometres() -> None:
    assert [q.kind for q in quantities("at 120 mph")] == ["speed"]


def test_an_explicit_denial_is_the_likeliest_reading() -> None:
    said = judged("Lindqvist denied that she had burned the mill", "Lindqvist burned the mill, police alleged")
    assert max(said, key=said.__getitem__) == "denial"


def test_the_same_clause_agrees_with_itself() -> None:
    words = "The strikers closed the harbour at Port Adair on Friday"
    said = judged(words, words)
    assert max(said, key=said.__getitem__) == "agree"


@pytest.mark.parametrize(
    ("a", "b", "meaning", "same"),
    [
        ("The strikers closed the harbour on Friday", "On Friday the harbour was closed by strikers", 0.85, True),
        ("The wharf guild scrapped the dockers' pact", "The dockers' pact was dropped by the wharf guild", 0.72, True),
        ("The farmers of the bay are strong", "In those hard years they put their faith in the guild", 0.69, False),
        ("Holt won the vote in Marrow Bay", "Holt lost the mill in Port Adair years before", 0.64, False),
    ],
)
def test_two_clauses_say_the_same_by_their_meaning_and_their_words(a: str, b: str, meaning: float, same: bool) -> None:
    left, right = clause(a), clause(b)
    like = likeness(profile(left, {}), profile(right, {}), meaning=meaning)
    likely = agreement_likelihood(like, relation_probabilities(left, right, like)["agree"])
    assert (likely >= LIKELY_AGREEMENT) == same


@pytest.mark.parametrize(
    ("denied", "beside"),
    [
        ("Lindqvist denied that she had burned the mill", "Lindqvist spent the winter at the mill"),
        ("The pact will not bring work to Port Adair", "The pact was signed in the hall at Port Adair"),
    ],
)
def test_what_denies_comes_before_what_stands_beside(denied: str, beside: str) -> None:
    claim = "Lindqvist burned the mill, police said" if "mill" in denied else "The pact will bring work to Port Adair"
    assert likelihood(denied, claim) > likelihood(beside, claim)


def test_an_unknown_feature_counts_for_nothing() -> None:
    model = shipped("relation_model")
    assert model.probabilities({"no such feature": 9.0}) == model.probabilities({})


def test_documents_without_names_share_no_cast() -> None:
    told = Subject.of({"strike": 1.0})
    assert cast(told, told) == 0.0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_order_means_nothing_and_probabilities_sum_to_one(a: str, b: str) -> None:
    forth, back = judged(a, b), judged(b, a)
    assert math.isclose(sum(forth.values()), 1.0, rel_tol=1e-9)
    assert all(0.0 <= forth[name] <= 1.0 for name in forth)
    assert forth == pytest.approx(back)
    assert likelihood(a, b) == pytest.approx(likelihood(b, a)) and 0.0 <= likelihood(a, b) <= 1.0


@pytest.mark.parametrize("piece", ["1", "1,", "12:30 ", "never ", "a-", "$1.5 million ", "plead ", "²", "٣ ", "9.9.9 "])
def test_a_hostile_clause_is_cut_and_read(piece: str) -> None:
    assert len(wording(piece * 100_000).terms) <= LONGEST
