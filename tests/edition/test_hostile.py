"""Hostile texts: none stops the reading of a document, and the work grows with the text, not with its square."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from types import FrameType

import pytest

from gainsay.documents import Declared
from gainsay.edition.document import read_document
from gainsay.edition.plan import Task
from gainsay.errors import GainsayError
from gainsay.store.saving import DocumentRows

PIECES = {
    "digits": "7",
    "numbers": "123 ",
    "commas": ",",
    "straight marks": '"',
    "straight marks apart": '" ',
    "marks that only open": "“",
    "marks that only close": "”",
    "single marks": "‘a ",
    "guillemets": "«a ",
    "nested marks": '“‘"',
    "one quotation after another": "“a” ",
    "apostrophes": "a'b ",
    "a reporting verb": "said ",
    "one report inside another": "he said that ",
    "denials": "He denied that ",
    "relative words": "last ",
    "spans of time": "two days ago ",
    "dates": "3 May 1911 ",
    "years": "1911, ",
    "months": "May ",
    "shares": "5 per cent ",
    "number words": "hundred ",
    "number words in turn": "hundred dozen ",
    "money": "$5 million ",
    "ranges": "between 5 and ",
    "note markers": "[1]",
    "note markers after words": "word.[1] ",
    "references": "Brandt, “A,” p. 5; ",
    "pages": "p. 5, ",
    "ibidem": "Ibid. ",
    "opening brackets": "(",
    "brackets": "(a) ",
    "initials": "A. ",
    "titles": "Mr. ",
    "a title and a name": "Mr. Brandt ",
    "a name": "Ana Lindqvist ",
    "acronyms": "ABC ",
    "other names": "Ana Lindqvist, also known as ",
    "one word": "word ",
    "one sentence": "Ana Lindqvist said that the pier was closed. ",
    "one sentence in lines": "Ana Lindqvist said that the pier was closed.\n",
    "one quotation in sentences": "“The pier was closed,” Ana Lindqvist said. ",
    "lines of one letter": "a\n",
    "paragraphs of one letter": "a\n\n",
    "paragraphs that open a quotation": "“He went home.\n\n",
    "a transcript": "BRANDT: no\n",
    "headings": "# a\n",
    "quoted lines": "> a\n",
    "lists": "1. a\n",
    "table cells": "a\tb\n",
    "carriage returns": "word\r",
    "dots": ".",
    "colons": ": ",
    "semicolons": "a; ",
    "conjunctions": "and ",
    "addresses": "http://a.example/",
    "accents apart": "a\u0301",
    "no spaces": "Aa",
    "ideographs": "港",
}
SHORT, LONG = 4_000, 16_000  # characters
GROWTH = 4 * 1.5  # what four times the text may cost; twice that would be on its way to the square, sixteen times


def _read(text: str | bytes, folder: Path) -> DocumentRows:
    (folder / "t.txt").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_document(Task(str(folder), "t.txt", "", Declared()))


def _work(text: str, folder: Path) -> int:
    """How many functions of Python are called while a text is read: a measure that no machine's haste changes."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        _read(text, folder)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_work_grows_with_the_text(piece: str, tmp_path: Path) -> None:
    _read(piece * (SHORT // len(piece)), tmp_path)  # tables are loaded on first use
    work = [_work(piece * (size // len(piece)), tmp_path) for size in (SHORT, LONG)]
    assert work[1] <= GROWTH * work[0]


@pytest.mark.parametrize(
    "number",
    ["1" + ",111" * 3000, "7" * 5000, "7" * 400 + ".5", "2^999999999", "3 × 10^999999", "1e999999", "twenty-" * 3000],
    ids=range(7),
)
def test_no_number_is_too_large_to_be_passed_over(number: str, tmp_path: Path) -> None:
    assert _read(f"The clerk at Port Adair said that {number} men were held.", tmp_path).tables["statements"]


@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    noise = bytes(random.Random(seed).randrange(256) for _ in range(20_000))
    for data in (noise, noise.decode("cp1252", "replace").encode("utf-8"), bytes(b for b in noise if b >= 32)):
        try:
            _read(data, tmp_path)
        except GainsayError as error:
            assert "t.txt" in str(error)


def test_a_line_of_a_million_characters_is_read(tmp_path: Path) -> None:
    rows = _read("The pier at Port Adair was closed " * 30_000, tmp_path)
    assert len(rows.tables["passages"]) == 1
