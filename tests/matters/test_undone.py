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
