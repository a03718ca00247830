"""Pages as sites set them: their text is kept, and what stands around it is in no paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.formats.saved import Saved, judge, saved_pages

from gainsay.documents import read_file
from gainsay.passages import divide

IMPRINTS = {
    "archive": "who paid for the digitisation",
    "consent": "where the magazine is published",
    "news": "who the author is",
    "ngo": "what the organisation does",
}
"""Sentences about the site, which nothing tells from the text."""

LOST = {"consent": "a subtitle that stands apart from the text"}


def pages(known: dict[str, str]) -> list[object]:
    return [
        pytest.param(page, id=page.name, marks=[pytest.mark.xfail(strict=True, reason=known[page.name])])
        if page.name in known
        else pytest.param(page, id=page.name)
        for page in saved_pages()
    ]


@pytest.mark.parametrize("page", pages(IMPRINTS))
def test_nothing_of_the_site_is_a_paragraph(tmp_path: Path, page: Saved) -> None:
    (tmp_path / "page.html").write_bytes(page.page)
    assert judge(page, divide(read_file(tmp_path, "page.html"))).paragraphs == ()


@pytest.mark.parametrize("page", pages(LOST))
def test_no_part_of_the_text_is_lost(tmp_path: Path, page: Saved) -> None:
    (tmp_path / "page.html").write_bytes(page.page)
    assert judge(page, divide(read_file(tmp_path, "page.html"))).lost == ()
