"""A date that another document dates says so where it is decided about."""

from __future__ import annotations

from pathlib import Path

from tests.edition.collection import write
from tests.room.conftest import Rooms

import gainsay

TEXTS = {
    "letter.txt": "Ana Lindqvist left the town two weeks before the fall of Port Adair. Josef Brandt stayed.\n",
    "chronicle.txt": "Port Adair fell on 3 May 1911. The harbour burned for a week.\n",
}


def test_the_page_of_a_date_says_which_words_give_its_value(rooms: Rooms, tmp_path: Path) -> None:
    path = tmp_path / "one.gainsay"
    with gainsay.read(write(tmp_path / "press", TEXTS), path) as edition:
        (date,) = edition.placements()
    page = rooms.open(path).get(f"review/{date}.html").text
    assert "19 April 1911" in page
    assert "chronicle.txt says when that was: 3 May 1911" in page
