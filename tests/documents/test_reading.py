"""What reading a file keeps, and what it refuses."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.documents import Document, find_files, read_file
from gainsay.documents.decoding import decode
from gainsay.documents.formats import LARGEST
from gainsay.errors import DocumentError, EmptyDocumentError, NotTextError, UnreadableError, UsageError

WORDS = "Café at Port Adair: “Nobody came,” she said.\r\nThe boats stayed out — all of them.\r\n"


def write(folder: Path, name: str, data: bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return name


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n\f")))
def test_text_is_the_decoded_file_unchanged(text: str) -> None:
    data = ("Port Adair. " + text).encode()
    assert decode("a.txt", data) == (data.decode(), "utf-8")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "deep/er/a.txt"])
def test_plain_text_is_kept_to_the_letter(tmp_path: Path, name: str) -> None:
    data = b"\xef\xbb\xbf" + WORDS.encode() + b"\n\n\t <b>not markup</b> &amp; \r"
    document = read_file(tmp_path, write(tmp_path, name, data))
    with (tmp_path / name).open(encoding="utf-8", newline="") as file:
        assert document.text == file.read()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.path == name


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_other_encodings_give_the_same_words(tmp_path: Path, encoding: str) -> None:
    document = read_file(tmp_path, write(tmp_path, "a.txt", WORDS.encode(encoding)))
    assert document.text == WORDS
    assert document.encoding == encoding


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1251", "Комиссия установила, что в порту никого не было. Свидетели говорят иное. "),
        ("cp1250", "Źródło mówi, że żołnierze weszli do miasta w środę rano. "),
        ("cp1252", "Les élèves étaient déjà là, à côté de la forêt où le comte mène ses chevaux. "),
    ],
)
def test_legacy_encodings_are_told_apart(encoding: str, words: str) -> None:
    assert decode("a.txt", (words * 4).encode(encoding)) == (words * 4, encoding)


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    text, encoding = decode("a.txt", "“Ünï” ".encode() * 40 + b"\xff")
    assert text == "“Ünï” " * 40 + "\ufffd"
    assert encoding == "utf-8 (damaged)"


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", EmptyDocumentError, "empty"),
        (b" \n\t\r\n", EmptyDocumentError, "no text"),
        (b"\xef\xbb\xbf", EmptyDocumentError, "no text"),
        (bytes(range(256)) * 20, NotTextError, "binary"),
        (b"\xd0\xcf\x11\xe0rest", NotTextError, "an old Office document"),
        (b"\x1f\x8brest", NotTextError, "a gzip archive"),
        (b"%PDF-1.7 words", NotTextError, "the PDF is broken"),
        (b"PK\x03\x04rest", DocumentError, "ZIP archive is broken"),
        (
            b"A plain text, " * 50 + b"\0" + b"with one zero in it.",
            NotTextError,
            "1 NUL character (the first at byte 700)",
        ),
        (b"\xff\xfea\x00b", NotTextError, "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(tmp_path: Path, data: bytes, error: type, says: str) -> None:
    with pytest.raises(error, match=r"a\.txt: ") as caught:
        read_file(tmp_path, write(tmp_path, "a.txt", data))
    assert says in str(caught.value)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LARGEST * 10)
    with pytest.raises(DocumentError, match="200 MB; Gainsay reads plain text of up to 20 MB"):
        read_file(tmp_path, "big.txt")


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"gone\.txt: is gone"):
        read_file(tmp_path, "gone.txt")


def test_a_name_that_is_no_text_is_named_all_the_same(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))).write_bytes(b"words")
    (path,) = find_files(tmp_path)
    with pytest.raises(UnreadableError, match="Rename the file") as caught:
        read_file(tmp_path, path)
    str(caught.value).encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"words")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(UnreadableError, match="permissions"):
        read_file(tmp_path, "a.txt")


def test_the_language_is_told_and_left_open_where_there_is_little_to_go_by(tmp_path: Path) -> None:
    english = read_file(tmp_path, write(tmp_path, "a.txt", b"The harbour was closed and nobody knew why.\n"))
    short = read_file(tmp_path, write(tmp_path, "b.txt", b"Oslo 1912"))
    assert (english.language, short.language) == ("en", None)


def test_find_files_lists_documents_sorted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", "a/d.html", "a/d_files/style.css", "a/d_files/x.html", "z.pdf"):
        write(tmp_path, name, b"words")
    for name in (
        ".hidden.txt",
        ".git/x.txt",
        "sources.toml",
        "my.gainsay",
        "my.gainsay-wal",
        "expected.csv",
        "map.png",
    ):
        write(tmp_path, name, b"words")
    (tmp_path / "link.txt").symlink_to("b.txt")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_files(tmp_path) == ["a/c.md", "a/d.html", "b.txt", "z.pdf"]


def test_a_single_file_is_a_folder_of_one(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", b"The harbour was closed.")
    assert find_files(tmp_path / "b.txt") == ["b.txt"]
    assert isinstance(read_file(tmp_path / "b.txt", "b.txt"), Document)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no devices among its files")
def test_a_device_is_wrong_usage_and_not_read_for_ever() -> None:
    with pytest.raises(UsageError, match="device"):
        find_files(Path("/dev/zero"))


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        find_files(tmp_path / "nowhere")
