"""Dates counted from an event that is dated elsewhere."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gainsay.annotations.dates import Date, find_dates
from gainsay.annotations.dates.known_events import name_of
from tests.annotations.dates.layouts import lay_out

CASES = Path(__file__).parents[2] / "cases" / "dates_known_events.csv"


def dates_of(text: str) -> list[Date]:
    document, layout = lay_out(text)
    return find_dates(document, layout)


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_an_event_that_the_text_dates_places_what_is_counted_from_it(row: dict[str, str]) -> None:
    found = {date.span.of(row["text"]): date for date in dates_of(row["text"])}
    assert found[row["words"]].edtf == (row["edtf"] or None)


def test_the_date_of_the_event_is_the_anchor() -> None:
    text = "Port Adair fell on 3 May 1911. Two weeks before the fall of Port Adair, he left."
    counted = next(date for date in dates_of(text) if date.relation == "before")
    assert counted.anchor is not None
    assert counted.anchor.of(text) == "3 May 1911"


def test_sources_that_differ_leave_it_open() -> None:
    text = (
        "Port Adair fell on 3 May 1911. Port Adair fell on 4 May 1911. Two days after the fall of Port Adair, he left."
    )
    assert [date.edtf for date in dates_of(text)][-1] is None


def test_a_name_is_its_words_in_any_order() -> None:
    assert name_of("Port Adair’s fall") == name_of("the fall of Port Adair")


def test_a_pronoun_names_no_event() -> None:
    assert name_of("his death") == ()
