"""Names found by rule: the table of cases, and what holds for every text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.mentions import Mention, MentionSettings, find_mentions
from gainsay.documents.document import Document
from gainsay.passages import divide

CASES = Path(__file__).parents[1] / "cases" / "names.csv"


def document_of(text: str) -> Document:
    return Document("doc-1", "case.txt", "0", "text/plain", text)


def mentions_in(text: str, options: MentionSettings | None = None) -> list[Mention]:
    document = document_of(text)
    return find_mentions(document, divide(document), options or MentionSettings())


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def described(text: str) -> set[str]:
    return {f"{m.span.of(text)}={m.type}" + ("" if m.form == "name" else f"/{m.form}") for m in mentions_in(text)}


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_cases(row: dict[str, str]) -> None:
    """Every name of a case is found with its type, and nothing that the case excludes."""
    found = described(row["text"])
    assert set(filter(None, row["expected"].split("|"))) <= found
    words = {name.rpartition("=")[0] for name in found}
    assert not words & set(filter(None, row["absent"].split("|")))


def test_headline_words_are_no_names() -> None:
    """In Title Case only what the text below knows is a name."""
    text = "Harbour Firm Denies Firing On Lindqvist Strikers\n\nThe firm said that Ana Lindqvist had left.\n"
    assert {m.span.of(text) for m in mentions_in(text)} == {"Lindqvist", "Ana Lindqvist"}


def test_headlines_can_be_left_out() -> None:
    """The setting leaves headlines alone."""
    text = "Harbour Firm Denies Firing On Lindqvist Strikers\n\nThe firm said that Ana Lindqvist had left.\n"
    found = mentions_in(text, MentionSettings(headlines=False))
    assert [m.span.of(text) for m in found] == ["Ana Lindqvist"]


def test_sentence_initial_surname_is_known_from_elsewhere() -> None:
    """A surname that opens a sentence is a name where the text has it in a full name."""
    text = "We met Ana Lindqvist there. Lindqvist smiled. Opponents left."
    assert [m.span.of(text) for m in mentions_in(text)] == ["Ana Lindqvist", "Lindqvist"]


def test_one_type_for_one_name() -> None:
    """All mentions of one form get the type that the cues of the whole document tell."""
    text = "Tellman came. Then Mr. Tellman spoke. We feared Tellman, said the foreman."
    assert {m.type for m in mentions_in(text) if m.span.of(text) == "Tellman"} == {"person"}


def test_title_is_kept_beside_the_name() -> None:
    """A person's mention carries the title before it."""
    text = "Then Harbour Minister Ana Lindqvist resigned."
    assert {m.title for m in mentions_in(text)} == {"Harbour Minister"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aAbB .,-'’“”\n:of The\u0301É"), max_size=200))
def test_spans_are_exact_and_unique(text: str) -> None:
    """Whatever the text, spans lie inside it, hold words, and no two mentions share span and form."""
    found = mentions_in(text)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(m.span.trim(text) == m.span for m in found)
    assert len({(m.span, m.form) for m in found}) == len(found)
    assert [m.id for m in found] == [m.id for m in mentions_in(text)]


@pytest.mark.parametrize(
    "unit", ["Ana ", "Ana of the ", "“", "A.", "U-S-", "Mr. ", "1,", "the ", "Ana’s ", "Kim Il - ", "A", "NATO ("]
)
def test_hostile_repetition_is_read(unit: str) -> None:
    """One unit repeated over a long paragraph neither hangs nor breaks the reader."""
    document = document_of(unit * (60_000 // len(unit)))
    assert isinstance(find_mentions(document, divide(document)), list)
