"""What the fuzzer found, mended, one test for each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from benchmarks.formats import web
from benchmarks.formats.pdf import make_pdf
from benchmarks.formats.prose import write_prose

from gainsay.documents import read_sources
from gainsay.documents.containers.web_archive import WARC
from gainsay.documents.readers.pdf import read_pdf


def test_a_page_of_a_pdf_that_cannot_be_loaded_costs_itself_alone() -> None:
    data, _ = make_pdf(write_prose(1, 14))
    assert b"[ 4 0 R 5 0 R ]" in data
    content = read_pdf("t.pdf", data.replace(b"[ 4 0 R 5 0 R ]", b"[ 4 0 R null  ]"))
    assert content.text and "1 page without text" in content.remarks[0]


def test_what_a_web_archive_holds_is_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    archive = web.make_warc(web.make_pages([write_prose(1, 3)]), zipped=False)
    listed = WARC.listing(io.BytesIO(archive.replace(b"</html>", b"</html> and more that was not announced", 1)))
    assert listed.members
    assert capfd.readouterr() == ("", "")


def test_a_library_may_name_files_that_no_file_system_could_hold(tmp_path: Path) -> None:
    item = {"id": "a", "title": "The Pier", "file": "a" * 5000 + ".txt"}
    (tmp_path / "library.json").write_text(json.dumps([item]))
    with pytest.warns(UserWarning, match="1 of its files are not in"):
        assert read_sources(tmp_path) == {}
