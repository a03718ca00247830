"""Files that hold many documents: each is found, named, read and hashed by itself."""

from __future__ import annotations

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from benchmarks.formats.office import packed
from benchmarks.formats.prose import Prose
from benchmarks.formats.web import make_mail, make_mbox, make_page, make_records, make_warc

from gainsay.documents import digest, find_files, originals, read_file
from gainsay.errors import DocumentError, UnreadableError

PROSE = Prose("The Night at the Quay", "Ana Lindqvist", ("Nobody came to the quay that night.", "It rained."), ())
OTHER = Prose("A Question of Silver", "Tobias Hale", ("They were paid in silver, says the clerk.",), ())
PAGE = make_page(PROSE)


def read_all(folder: Path) -> dict[str, str]:
    """Each document's first words, or why it was not read."""
    found = {}
    for path in find_files(folder):
        try:
            found[path] = read_file(folder, path).text.split("\n")[0]
        except DocumentError as error:
            found[path] = f"! {error.args[0]}"
    return found


def test_a_zip_is_looked_into_however_deep(tmp_path: Path) -> None:
    inner = packed({"c.txt": "the innermost words"})
    (tmp_path / "a.zip").write_bytes(packed({"b/one.txt": "words of one", "in.zip": inner, "style.css": "p {}"}))
    assert read_all(tmp_path) == {"a.zip/b/one.txt": "words of one", "a.zip/in.zip/c.txt": "the innermost words"}
    document = read_file(tmp_path, "a.zip/b/one.txt")
    assert document.sha256 == digest(tmp_path, document.path) == hashlib.sha256(b"words of one").hexdigest()


def test_what_is_packed_too_deep_is_left_packed_and_named(tmp_path: Path) -> None:
    data = packed({"c.txt": "the innermost words"})
    for _ in range(6):
        data = packed({"in.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    assert read_all(tmp_path) == {
        "a.zip"
        + 5
        * "/in.zip": "! is packed more than 5 deep, and was left packed. Unpack it yourself and read what comes out."
    }


def test_names_that_climb_are_told_and_write_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.zip").write_bytes(packed({"../../evil.txt": "evil words", "/etc/b.txt": "other words"}))
    assert read_all(folder) == {"a.zip/evil.txt": "evil words", "a.zip/etc/b.txt": "other words"}
    assert "climbs out of it" in read_file(folder, "a.zip/evil.txt").remarks[0]
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.zip"]


def test_a_bomb_stays_packed_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"bomb.txt": b"0" * 30_000_000, "good.txt": "good words"}))
    found = read_all(tmp_path)
    assert found["a.zip/good.txt"] == "good words"
    assert "ZIP bomb" in found["a.zip/bomb.txt"]


def test_an_archive_in_itself_has_an_end(tmp_path: Path) -> None:
    data = b"words"
    for _ in range(12):
        data = packed({"a.zip": data})
    (tmp_path / "a.zip").write_bytes(data)
    (path,) = find_files(tmp_path)
    with pytest.raises(DocumentError):
        read_file(tmp_path, path)


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": "words"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert "encrypted" in read_all(tmp_path)["a.zip/a.txt"]


@pytest.mark.parametrize("name", ["empty.zip", "broken.zip"])
def test_an_archive_without_documents_is_named_itself(tmp_path: Path, name: str) -> None:
    out = BytesIO()
    zipfile.ZipFile(out, "w").close()
    (tmp_path / name).write_bytes(out.getvalue() if name == "empty.zip" else b"PK\x03\x04rubbish")
    assert list(read_all(tmp_path)) == [name]
    assert read_all(tmp_path)[name].startswith("! ")


def test_each_message_of_a_mailbox_is_a_document_and_so_are_its_attachments(tmp_path: Path) -> None:
    mails = [make_mail(PROSE), make_mail(OTHER, attached=b"%PDF-1.4 broken")]
    (tmp_path / "m.mbox").write_bytes(make_mbox(mails))
    found = read_all(tmp_path)
    assert list(found) == ["m.mbox/0001", "m.mbox/0002", "m.mbox/0002/report.pdf"]
    assert found["m.mbox/0002"] == "A Question of Silver"
    assert "PDF is broken" in found["m.mbox/0002/report.pdf"]


@pytest.mark.parametrize("zipped", [True, False])
def test_each_page_of_a_web_archive_has_its_address_and_day(tmp_path: Path, zipped: bool) -> None:
    (tmp_path / "w.warc").write_bytes(make_warc([PAGE, make_page(OTHER)], zipped))
    assert list(read_all(tmp_path)) == [f"w.warc/gazette.example/{year}/story" for year in (2000, 2001)]
    document = read_file(tmp_path, "w.warc/gazette.example/2001/story")
    assert document.stated("url") == "https://gazette.example/2001/story"
    assert document.stated("captured") == "2021-03-02"
    assert "They were paid in silver" in document.text


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("more", [30, 120, 300])
def test_a_web_archive_cut_short_keeps_the_pages_before(tmp_path: Path, zipped: bool, more: int) -> None:
    pages = [make_page(PROSE), make_page(OTHER)]
    first = len(make_warc(pages[:1], zipped)) - len(make_warc([], zipped))
    (tmp_path / "w.warc").write_bytes(make_warc(pages, zipped)[: first + more])
    found = read_all(tmp_path)
    assert "cut short" in found["w.warc"]
    assert "Nobody came" in read_file(tmp_path, "w.warc/gazette.example/2000/story").text


def test_each_line_of_json_is_a_document_with_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(make_records([PROSE, OTHER]) + b"\nno json\n")
    (tmp_path / "table.jsonl").write_bytes(b'{"id": 3}\n{"id": 4}\n')
    found = read_all(tmp_path)
    assert list(found) == ["r.jsonl/0001", "r.jsonl/0002", "r.jsonl/0003"]
    document = read_file(tmp_path, "r.jsonl/0002")
    assert (document.title, document.author, document.written) == (OTHER.title, OTHER.author, "1999-05-04")
    assert document.text == OTHER.body()
    assert "not valid JSON" in found["r.jsonl/0003"]


def test_a_file_that_changes_while_it_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"words that are being written")
    tell = originals.tell_format

    def grow(sample: object) -> object:
        file.write_bytes(b"other words, and more of them")
        return tell(sample)  # type: ignore[arg-type]

    monkeypatch.setattr(originals, "tell_format", grow)
    originals.format_of.cache_clear()
    with pytest.raises(UnreadableError, match="changed while it was being read"):
        read_file(tmp_path, "a.txt")
