"""What the fuzzer found, mended, one test for each."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from benchmarks.formats import office, web
from benchmarks.formats.pdf import make_pdf
from benchmarks.formats.prose import write_prose

from gainsay.documents import find_files, read_file, read_sources
from gainsay.documents.containers.web_archive import WARC
from gainsay.documents.readers.html import read_html
from gainsay.documents.readers.mail import read_mail
from gainsay.documents.readers.odt import read_odt
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


def test_a_web_archive_may_announce_more_than_any_number_holds() -> None:
    archive = web.make_warc(web.make_pages([write_prose(1, 3)]), zipped=False)
    at = archive.index(b"Content-Length: ") + len(b"Content-Length: ")
    listed = WARC.listing(io.BytesIO(archive[:at] + b"9" * 60 + archive[at:]))
    assert listed.problem and "cut short" in listed.problem


def test_an_archive_may_hold_a_file_without_a_name(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("pier.txt", "The pier fell.")
        archive.writestr("x", "nothing")
    whole = data.getvalue()
    at = whole.rindex(b"PK\1\2")  # the last entry of the directory: its name goes, and the directory is so much shorter
    end = whole.index(b"PK\5\6")
    entry = whole[at : at + 28] + b"\0\0" + whole[at + 30 : at + 46]
    size = int.from_bytes(whole[end + 12 : end + 16], "little") - 1
    tail = whole[end : end + 12] + size.to_bytes(4, "little") + whole[end + 16 :]
    (tmp_path / "papers.zip").write_bytes(whole[:at] + entry + tail)
    assert read_file(tmp_path, "papers.zip/pier.txt").text == "The pier fell."


def test_a_record_may_tell_half_a_character(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text('{"text": "The pier fell.", "title": "Pier \\udb01"}\n')
    document = read_file(tmp_path, find_files(tmp_path)[0])
    assert document.metadata["title"].value == "Pier ?"


def test_notes_within_notes_are_read_once_each() -> None:
    note = "The pier fell."
    for _ in range(60):
        note = (
            f"<text:note><text:note-body><text:p>{note}</text:p><text:p>As seen.</text:p></text:note-body></text:note>"
        )
    made = office.make_odt(write_prose(1, 1))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as before, zipfile.ZipFile(packed, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            after.writestr(name, content.replace("</text:h>", f"</text:h><text:p>{note}</text:p>", 1))
    text = read_odt("t.odt", packed.getvalue()).text
    assert text.count("The pier fell.") == 1
    assert text.count("As seen.") == 60


def test_the_charset_of_a_mail_may_hold_nought() -> None:
    mail = b"Subject: The Pier\nContent-Type: text/plain; charset=ut\0f-8\n\nThe pier fell.\xe9\n"
    assert "The pier fell." in read_mail("t.eml", mail).text


@pytest.mark.parametrize("character", ["\x0c", "\x05", "&#5;", "&#xFFFE;"])
def test_a_page_may_hold_control_characters_beside_what_is_cleared_away(character: str) -> None:
    page = web.make_page(write_prose(1, 3)).decode()
    marked = page.replace("</body>", f"<div id=comments>No comments.</div>{character}</body>", 1)
    assert marked != page
    assert read_html("t.html", marked.encode()).text == read_html("t.html", page.encode()).text
