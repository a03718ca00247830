"""Other calendars and feasts by rule."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.dates import bounds
from gainsay.annotations.dates.calendars import MONTHS, REIGNS, foreign_day, foreign_month, foreign_year, regnal_year
from gainsay.annotations.dates.feasts import FEASTS, day_of, feast


@pytest.mark.parametrize("name", sorted(FEASTS))
def test_every_name_of_a_feast_has_a_rule_whatever_its_apostrophes(name: str) -> None:
    for written in (name, name.title(), name.replace("’", "'"), name.replace("’", "")):
        assert feast(written) == FEASTS[name]


@settings(deadline=None)
@given(st.sampled_from(sorted(set(FEASTS.values()))), st.integers(-50, 10_000))
def test_a_feast_lies_in_its_year_or_was_not_kept(name: str, year: int) -> None:
    day = day_of(name, year)
    assert day is None or day[0] == year


@settings(deadline=None)  # the first Persian date waits for its tables
@given(st.sampled_from(sorted(MONTHS)), st.integers(-10, 7000), st.integers(1, 12), st.integers(0, 40))
def test_days_of_other_calendars_lie_in_their_month_and_year(calendar: str, year: int, month: int, day: int) -> None:
    found = foreign_day(calendar, year, month, day)  # type: ignore[arg-type]
    around = foreign_month(calendar, year, month)  # type: ignore[arg-type]
    whole = foreign_year(calendar, year)  # type: ignore[arg-type]
    if found is None or around is None or whole is None:
        return
    assert whole.first <= around.first <= around.last
    if day <= 29:
        assert around.first <= found.first <= around.last
    assert bounds(found.edtf) == (found.first, found.last)


@pytest.mark.parametrize("reign", sorted(REIGNS))
def test_a_reign_begins_with_the_accession_and_its_first_year_ends_before_the_day_returns(reign: str) -> None:
    first = regnal_year(reign, 1)
    assert first is not None
    assert first.first == REIGNS[reign]
    assert first.last < (first.first[0] + 1, *first.first[1:])


def test_the_calendar_library_is_loaded_only_when_a_text_needs_it() -> None:
    code = "import sys, gainsay.annotations.dates.expressions; sys.exit('convertdate' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
