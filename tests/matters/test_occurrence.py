"""A denial answers a clause that somebody holds, in much the same words, or explicitly."""

from dataclasses import replace

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.occurrence import answer, compare
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

HELD = "The constables fired at the rioters in the harbour"
DENIED = "The constables did not fire at the rioters in the harbour"
TERMS = ("constabl", "fire", "rioter", "harbour")


def claim(identity: str, words: str, **fields: object) -> Comparable:
    return replace(comparable(identity, position=words, terms=TERMS), **fields)  # type: ignore[arg-type]


def denial(**fields: object) -> Comparable:
    return claim("b", DENIED, **{"polarity": "denies", "negated": ("fire", "rioter"), **fields})


def related(a: Comparable, b: Comparable, kin: float = 1.0) -> str | None:
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {}), kin))
    return relation.kind if relation else None


def test_who_negates_a_clause_denies_it() -> None:
    assert related(claim("a", HELD), denial()) == "denies"


@pytest.mark.parametrize(
    "words",
    [
        "if the constables fired at the rioters in the harbour",
        "Should the constables fire at the rioters in the harbour",
        "to fire at the rioters in the harbour",
        "Constables firing at rioters in the harbour",
    ],
)
def test_what_nobody_holds_is_not_denied(words: str) -> None:
    assert related(claim("a", words), denial()) is None


def test_one_voice_in_one_text_does_not_deny_itself() -> None:
    assert related(claim("a", HELD, document="d"), denial(document="d")) is None
    assert related(claim("a", HELD, document="d", voices=("marsh",)), denial(document="d")) == "denies"


def test_who_denies_a_sum_does_not_deny_the_deed() -> None:
    assert related(claim("a", HELD), denial(position="The constables did not fire 40 shots at the rioters")) is None


def test_between_reports_of_two_events_more_of_the_words_must_return() -> None:
    a = claim("a", HELD, terms=(*TERMS, "quay", "dawn", "smoke"))
    b = denial(terms=(*TERMS, "pier"))
    assert (related(a, b, 0.5), related(a, b, 0.25)) == ("denies", None)


def test_an_explicit_denial_may_answer_in_other_words_within_one_event() -> None:
    accused = claim("a", "The union says the constables fired first", terms=("union", "say", "constabl", "fire"))
    denier = claim(
        "b",
        "Brandt denied any firing by his men",
        terms=("fire", "men"),
        negated=("fire",),
        polarity="denies",
        explicit_denial=True,
    )
    found = [answer(accused, denier, likeness(profile(accused, {}), profile(denier, {}), kin)) for kin in (0.5, 0.2)]
    assert found[0] is not None and (found[0].a, found[0].b) == ("b", "a")
    assert found[1] is None
