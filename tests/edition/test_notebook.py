"""What an edition and a matter look like in a notebook."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from lxml import html

import gainsay
from tests.edition.collection import write


@pytest.fixture
def edition(tmp_path: Path) -> gainsay.Edition:
    write(tmp_path / "press")
    (tmp_path / "press" / "union.txt").write_text(
        "More than 120 <b>dockers</b> were arrested at Port Adair on 3 March 1911, the Dockers' Union said.\n"
    )
    return gainsay.read(tmp_path / "press", tmp_path / "press.gainsay")


def test_a_matter_is_a_table_with_the_words_of_every_statement(edition: gainsay.Edition) -> None:
    for matter in edition.matters():
        shown = edition.show(matter)
        page = html.fromstring(f"<div>{shown._repr_html_()}</div>")
        rows = [[cell.text_content() for cell in row.iter("td")] for row in page.iter("tr")][1:]
        assert [row[3] for row in rows] == [s.words for side in shown.sides for s in side.statements]


def test_an_edition_shows_its_matters(edition: gainsay.Edition) -> None:
    shown = edition._repr_html_()
    assert all(escape(m.label) in shown for m in edition.matters()[:10])


def test_markup_of_a_document_stays_words(edition: gainsay.Edition) -> None:
    assert "<b>dockers" not in "".join(edition.show(m)._repr_html_() for m in edition.matters())
