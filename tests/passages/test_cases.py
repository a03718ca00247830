"""Sentences, kinds, metadata and damage, by the hand-edited tables in tests/cases."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gainsay.documents import Document
from gainsay.passages import Layout, divide
from gainsay.passages.sentences import find_sentences
from gainsay.spans import Span

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"passages_{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def layout(text: str) -> Layout:
    return divide(Document("doc-1", "a.txt", "0" * 64, "text/plain", text, "en"))


def by_why(row: dict[str, str]) -> str:
    return row["why"]


@pytest.mark.parametrize("row", rows("sentences"), ids=by_why)
def test_sentences_end_where_they_end(row: dict[str, str]) -> None:
    text = row["text"]
    assert " | ".join(s.of(text) for s in find_sentences(text, Span(0, len(text)))) == row["sentences"]


@pytest.mark.parametrize("row", rows("kinds"), ids=by_why)
def test_passages_are_of_the_kind_that_a_reader_sees(row: dict[str, str]) -> None:
    assert ";".join(passage.kind for passage in layout(row["text"]).passages) == row["kinds"]


@pytest.mark.parametrize("row", rows("metadata"), ids=by_why)
def test_metadata_is_what_the_text_states_and_nothing_else(row: dict[str, str]) -> None:
    document = layout(row["text"]).document
    assert {key: document.stated(key) or "" for key in ("title", "author", "publisher", "written")} == {
        key: row[key] for key in ("title", "author", "publisher", "written")
    }
    for stated in document.metadata.values():
        assert stated.by == "text"
        assert stated.span is not None
        assert stated.span.length


@pytest.mark.parametrize("row", rows("damage"), ids=by_why)
def test_damage_is_found_where_there_is_some(row: dict[str, str]) -> None:
    found = layout(row["text"])
    assert ";".join(f"{damage.kind}:{damage.span.of(row['text'])}" for damage in found.damage) == row["damage"]
