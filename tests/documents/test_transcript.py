"""What subtitles become: turns of speakers, each word with its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.documents import Document, locate, read_file
from gainsay.errors import EmptyDocumentError
from gainsay.spans import Span

VTT = """WEBVTT

NOTE made by hand

00:01.000 --> 00:03.000
<v Ana Lindqvist>Nobody came <i>to the quay</i>

00:03.000 --> 00:05.500 align:start
<v Ana Lindqvist>that night.

00:06.000 --> 00:08.000
<v Tobias Hale>They &amp; the boats did.
"""
SRT = """1
00:00:01,000 --> 00:00:03,000
ANA: Nobody came

2
00:00:03,000 --> 00:00:05,000
that night.
""".replace("\n", "\r\n")
ROLLING = """WEBVTT

00:01.000 --> 00:03.000
nobody came to the quay

00:03.000 --> 00:05.000
nobody came to the quay
that night they say
"""


def read(tmp_path: Path, words: str, name: str = "a.vtt") -> Document:
    (tmp_path / name).write_text(words, encoding="utf-8", newline="")
    return read_file(tmp_path, name)


def test_each_turn_is_a_paragraph_that_begins_with_its_speaker(tmp_path: Path) -> None:
    assert read(tmp_path, VTT).text == (
        "Ana Lindqvist: Nobody came to the quay that night.\n\nTobias Hale: They & the boats did."
    )
    assert read(tmp_path, SRT, "talk").text == "ANA: Nobody came that night."


def test_every_word_knows_its_time(tmp_path: Path) -> None:
    document = read(tmp_path, VTT)
    at = document.text.index("that night")
    (place,) = locate(document.pages, Span(at, at + 10))
    assert document.pages[place.page - 1].label == "00:00:03.000"


def test_what_rolls_up_is_not_read_twice(tmp_path: Path) -> None:
    assert read(tmp_path, ROLLING).text == "nobody came to the quay that night they say"


def test_subtitles_without_words_are_named(tmp_path: Path) -> None:
    with pytest.raises(EmptyDocumentError, match="no words in these subtitles"):
        read(tmp_path, "WEBVTT\n\n00:01.000 --> 00:03.000\n\n")
