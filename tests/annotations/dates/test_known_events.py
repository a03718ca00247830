"""Dates counted from an event that is dated elsewhere."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gainsay.annotations.dates import Date, find_dates
from gainsay.annotations.dates.known_events import known_events, name_of, place_by_events
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


def test_another_document_dates_a_named_event_but_not_a_mere_fire() -> None:
    there = "Port Adair fell on 3 May 1911. The fire came on 9 May 1911."
    document, layout = lay_out(there)
    known = [*known_events(there, find_dates(document, layout))]
    elsewhere = [type(event)(event.name, event.edtf, "other", event.date) for event in known]
    here = "Two days after the fall of Port Adair, he left. He came back two days after the fire."
    placed = place_by_events(here, dates_of(here), elsewhere)
    assert [date.edtf for date in placed] == ["1911-05-05", None]


def test_sources_that_differ_leave_it_open() -> None:
    text = "Two days after the fall of Port Adair, he left."
    known = [
        *known_events(there := "Port Adair fell on 3 May 1911.", dates_of(there)),
        *known_events(there := "Port Adair fell on 4 May 1911.", dates_of(there)),
    ]
    assert [date.edtf for date in place_by_events(text, dates_of(text), known)] == [None]


def test_a_name_is_its_words_in_any_order() -> None:
    assert name_of("Port Adair’s fall") == name_of("the fall of Port Adair")


def test_a_pronoun_names_no_event() -> None:
    assert name_of("his death") == ()
