"""Dates counted from an event that another document dates."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gainsay.annotations.dates import Date, find_dates
from gainsay.annotations.dates.shared_events import EventDate, Placement, Said, event_dates, place_across
from tests.annotations.dates.layouts import lay_out

CASES = Path(__file__).parents[2] / "cases" / "dates_shared_events.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text: str) -> tuple[list[Date], list[EventDate]]:
    dates = find_dates(*lay_out(text))
    return dates, event_dates(text, dates)


def placed(here: str, *there: str) -> list[Placement]:
    """The dates of one text, placed by what it and the others say of events."""
    dates, own = read(here)
    names = {event.date: event.name for event in own if event.edtf is None}
    waiting = {name: [one for one in dates if names.get(one.id) == name] for name in names.values()}
    events = [*own, *(event for text in there for event in read(text)[1])]
    known = {name: [Said(e.edtf, e.date) for e in events if e.edtf and e.name == name] for name in waiting}
    return place_across(waiting, known)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_another_document_dates_an_event_with_a_name_of_its_own(row: dict[str, str]) -> None:
    found = placed(row["here"], *row["there"].split(" | "))
    assert [placement.edtf for placement in found] == ([row["edtf"]] if row["edtf"] else [])


def test_the_placement_names_the_date_that_says_when_the_event_was() -> None:
    there = "Port Adair fell on 3 May 1911."
    (found,) = placed("He left two days after the fall of Port Adair.", there)
    assert found.by == find_dates(*lay_out(there))[0].id
