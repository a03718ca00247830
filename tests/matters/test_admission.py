"""Who denied a thing and then owned up to it has changed his position."""

from dataclasses import replace

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import admission, evaluation
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.subjects.kinship import AKIN
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

ENTITIES = {"hale": "hale", "brandt": "brandt"}


def claim(identity: str, words: str, **fields: object) -> Comparable:
    terms = tuple(dict.fromkeys(content_terms(words, Span(0, len(words)))))
    return replace(comparable(identity, position=words, terms=terms), **fields)  # type: ignore[arg-type]


DENIAL = claim("d", "he had not bribed the ferrymen", polarity="denies", voices=("hale",), negated=("bribe",))


def found(words: str, kin: float = 1.0, denial: Comparable = DENIAL, who: str = "hale") -> str | None:
    owned = claim("o", words, referents=(who,))
    denial = replace(denial, negated=content_terms("bribed", Span(0, 6)))
    like = likeness(profile(denial, ENTITIES), profile(owned, ENTITIES), kin)
    relation = admission.compare(denial, owned, like, ENTITIES)
    return relation.kind if relation else None


@pytest.mark.parametrize(
    "words",
    [
        "Hale admitted that he had bribed the ferrymen",
        "Hale pleaded guilty to lying about whether he bribed the ferrymen",
        "Hale, who has confessed to having bribed ferrymen, was sentenced",
        "Hale lied about having bribed the ferrymen",
    ],
)
def test_an_admission_of_what_was_denied_is_a_changed_position(words: str) -> None:
    assert found(words) == "changed"


@pytest.mark.parametrize(
    "words",
    [
        "Hale never admitted that he had bribed the ferrymen",
        "Hale refused to admit that he had bribed the ferrymen",
        "Hale didn't admit that he had bribed the ferrymen",
        "Hale would be spared if he admitted that he bribed the ferrymen",
        "Hale was said to have bribed the ferrymen",
        "Hale admitted that he had been late for the ferry",
    ],
)
def test_what_is_no_admission_of_it(words: str) -> None:
    assert found(words) is None


def test_the_admission_is_his_who_denied() -> None:
    words = "Brandt admitted that he had bribed the ferrymen"
    assert found(words, who="brandt") is None
    assert found("Hale admitted that he had bribed the ferrymen", denial=replace(DENIAL, voices=())) is None


def test_an_admission_on_another_event_is_none() -> None:
    assert found("Hale admitted that he had bribed the ferrymen", kin=AKIN) is None


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        ("Hale initially opposed the pact", "Hale supports the pact", True),
        ("The guild is softening its opposition to the pact", "The guild is open to the pact", True),
        ("Hale opposed the pact", "Hale supports the pact", False),
        ("Hale once opposed the pact", "Hale once supported the pact", False),
    ],
)
def test_one_of_two_clauses_tells_of_an_earlier_position(left: str, right: str, changed: bool) -> None:
    assert evaluation.told_of_before(claim("a", left), claim("b", right)) is changed
