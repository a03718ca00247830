"""A deed that one tells and another says was not done is denied where doer, act and person may be the same."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.facets import undone
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "undone.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["why"])
def test_a_deed_is_denied_by_him_who_says_that_it_was_not_done(row: dict[str, str]) -> None:
    denier = comparable("a", position=row["denier"], polarity="denies")
    teller = comparable("b", position=row["teller"], polarity="denies" if "never" in row["teller"] else "affirms")
    like = likeness(profile(denier, {}), profile(teller, {}), kin=0.3)
    for one, other in ((denier, teller), (teller, denier)):
        found = undone.compare(one, other, like)
        assert (found.a if found else "") == (denier.id if row["denied"] else "")


def test_one_voice_in_one_text_and_reports_of_other_subjects_deny_nothing() -> None:
    denier = comparable("a", "d", position="Holt never met with Lindqvist", polarity="denies")
    teller = comparable("b", "d", position="Holt met with Lindqvist")
    like = likeness(profile(denier, {}), profile(teller, {}), kin=1.0)
    assert undone.compare(denier, teller, like) is None
    assert undone.compare(denier, replace(teller, voices=("hale",)), like) is not None
    assert undone.compare(denier, replace(teller, document="e"), like._replace(kin=0.1)) is None


@pytest.mark.parametrize(
    ("denier", "teller", "denies"),
    [
        ("She has never conceded", "She conceded in a broadcast on 15 December", True),
        ("She has never conceded defeat in Tarn", "She conceded in a broadcast on 15 December", False),
        ("he had signed no harbour pact and never would", "He signed the harbour pact on 4 July", True),
        ("he had signed no harbour pact in May", "He signed the harbour pact on 4 July", False),
        ("he had signed no harbour pact", "He signed the pilots' pact on 4 July", False),
        ("She never came", "She came on Tuesday", False),
    ],
    ids=["flatly", "more is said", "a thing", "narrowed", "another thing", "an everyday act"],
)
def test_of_one_alone_what_is_flatly_denied_is_denied_whatever_it_was(denier: str, teller: str, denies: bool) -> None:
    one = comparable("a", position=denier, polarity="denies", referents=("lind",))
    other = comparable("b", position=teller, referents=("lind",))
    entity_of = {"lind": "e1", "orme": "e2"}
    like = likeness(profile(one, entity_of), profile(other, entity_of), kin=0.3)
    assert (undone.compare(one, other, like) is not None) == denies
    both = replace(other, referents=("lind", "orme"))
    like = likeness(profile(one, entity_of), profile(both, entity_of), kin=0.3)
    assert undone.compare(one, both, like) is None
