"""Questions in the room: names, changed words, shared words and quotations are shown, not statements alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from tests.edition.collection import write
from tests.edition.quarrel import TEXTS
from tests.edition.test_asking import MORE
from tests.room.conftest import OpenRoom, Rooms

import gainsay
from gainsay.edition.sayings import Turn
from gainsay.room.asked import Asked


@pytest.fixture(scope="module")
def press(rooms: Rooms, tmp_path_factory: pytest.TempPathFactory) -> OpenRoom:
    """A room on an invented quarrel."""
    folder = write(tmp_path_factory.mktemp("asked") / "press", TEXTS | MORE)
    gainsay.read(folder, folder.parent / "press.gainsay").close()
    return rooms.open(folder.parent / "press.gainsay")


def asked(room: OpenRoom, question: str) -> tuple[dict[str, Any], str]:
    """The record and the page of a question."""
    return room.record(f"ask.json?q={quote(question)}"), room.get(f"ask.html?q={quote(question)}").text


def test_what_documents_share_is_shown_with_the_place_to_see_it(press: OpenRoom) -> None:
    record, page = asked(press, "Are the first two texts independent witnesses?")
    (tie,) = record["ties"]
    assert "one witness" in tie["words"] and tie["href"].startswith("compare/")
    assert f'href="{tie["href"]}"' in page


def test_that_nothing_is_shared_shows_no_independence(press: OpenRoom) -> None:
    record, page = asked(press, "Are 4-review.txt and 5-almanac.txt independent sources?")
    assert (record["ties"], len(record["asked"])) == ([], 2)
    assert "is not shown by that" in page


def test_words_that_turned_stand_in_order_of_time_with_what_was_said_before(press: OpenRoom) -> None:
    record, page = asked(press, "Did Brandt's words on Port Adair change?")
    assert not record["statements"]
    dates = [s["edtf"] for s in record["sayings"]]
    assert dates == sorted(dates) and "1911-05-02" in dates
    assert "Said through time" in page and "are a gang" in page


def test_a_turn_says_what_stood_there_before_and_when(press: OpenRoom) -> None:
    shelf, edition = press.library.reading().shelf, press.library.edition
    answer = edition.ask("Did Brandt's words on Port Adair change?")
    turned = replace(answer, turns=(Turn(0, 1, "brave dockers", "a gang"),))
    first, second, *_ = Asked(shelf).sayings(turned)
    assert (first.turned, second.turned) == ("", "here “a gang”; before (1 March 1911) “brave dockers”")


def test_who_calls_whom_what_is_shown_with_the_place_of_the_words(press: OpenRoom) -> None:
    record, page = asked(press, "Who calls Port Adair a gang?")
    (named,) = record["named"]
    (chosen,) = named["namings"]
    assert (named["who"]["words"], chosen["words"], chosen["by"]) == ("Port Adair", "a gang", "Josef Brandt")
    assert chosen["source"]["href"].startswith("source/") and f'href="{chosen["source"]["href"]}"' in page


def test_who_saw_it_shows_the_quotation_that_drops_on_whose_word_it_is(press: OpenRoom) -> None:
    record, page = asked(press, "Who saw the strikers burn the customs house?")
    assert any("without what framed it" in held["findings"] for held in record["quotations"])
    assert "Quotations that change on whose word it is" in page
