"""How formats are told apart, and how others are added."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from gainsay.documents import find_files, formats, read_file
from gainsay.documents.formats import Format, Sample, tell_format
from gainsay.documents.readers.reader import Content

MAIL = b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nwords"


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a.txt", b"plain words", "plain text"),
        ("a", b"%PDF-1.4", "PDF"),
        ("a.doc", b"{\\rtf1 words}", "RTF"),
        ("a.txt", b"{\\rtf1 words}", "RTF"),
        ("memo", MAIL, "e-mail"),
        ("memo.txt", MAIL, "plain text"),
        ("a", b"From x@y.example Tue May  4 10:12:00 1999\n" + MAIL, "mbox"),
        ("a", b"From the beginning it was clear.\n", "plain text"),
        ("a", b"WARC/1.0\r\n", "WARC"),
        ("a", b"WEBVTT\n\n", "subtitles"),
        ("a", b"1\n00:00:01,000 --> 00:00:02,000\nwords", "subtitles"),
        ("a", "WEBVTT\n\n".encode("utf-16"), "subtitles"),
        ("a", b'{"text": "words"}\n', "JSON Lines"),
        ("a", b'{"number": 3}\n', "plain text"),
        ("a.jsonl", b'{"text": "wor\n', "JSON Lines"),
        ("a", b"<!DOCTYPE html><p>words", "HTML"),
        ("a.txt", b"<!DOCTYPE html><p>words", "plain text"),
        ("a", b"PK\x05\x06" + b"\0" * 18, "ZIP"),
        ("a", b"II*\0", "picture"),
        ("notes", b"Note: words\nSource: the clerk\n\nmore", "plain text"),
    ],
)
def test_a_format_is_told_by_its_content(path: str, data: bytes, name: str) -> None:
    assert tell_format(Sample(path, data, lambda: io.BytesIO(data))).name == name


def read_shouting(path: str, data: bytes) -> Content:
    return Content(data.decode().removeprefix("SHOUT").lower(), "text/x-shouting", "utf-8")


def test_a_package_may_add_a_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added = Format("shouting", lambda s: s.head.startswith(b"SHOUT"), f"{__name__}:read_shouting")
    monkeypatch.setattr(formats, "_plugged", lambda: (added,))
    (tmp_path / "a.txt").write_bytes(b"SHOUTNOBODY CAME.")
    assert find_files(tmp_path) == ["a.txt"]
    assert read_file(tmp_path, "a.txt").text == "nobody came."
