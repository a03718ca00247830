"""Citations: markers, their notes, lost notes, inline references, fields and works."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.citations import Citation, CitationSettings, find_citations
from gainsay.annotations.citations.references import read_reference
from gainsay.annotations.citations.several import references_in
from gainsay.documents.document import Document
from gainsay.passages.passage import Article, Layout, Passage
from gainsay.spans import Span

CASES = Path(__file__).parents[1] / "cases"
DEFAULTS = CitationSettings()


def lay_out(text: str) -> Layout:
    """Blocks between blank lines as paragraphs, with full stops ending sentences."""
    document = Document("d", "a.txt", "0", "text/plain", text)
    passages = []
    for block in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        sentences = tuple(
            Span(m.start() + block.start(), m.end() + block.start()).trim(text)
            for m in re.finditer(r"(?:[^.]|\.(?!\d*\s|$))+\.?\d*", block.group())
        )
        span = Span(*block.span())
        passages.append(Passage(f"p{span.start}", "d", span, "paragraph", "a", tuple(s for s in sentences if s.length)))
    return Layout(document, (Article("a", Span(0, len(text))),), tuple(passages))


def read(text: str, rules: CitationSettings = DEFAULTS) -> list[Citation]:
    layout = lay_out(text)
    return find_citations(layout.document, layout, rules)


def pairs(text: str) -> list[tuple[str | None, str | None]]:
    """(marker, note) of every citation, as worded."""
    return [(c.marker.of(text) if c.marker else None, c.note.of(text) if c.note else None) for c in read(text)]


def references(text: str) -> list[str]:
    return [c.reference.of(text) for c in read(text) if c.reference and c.kind == "inline"]


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("row", rows("citations_fields.csv"), ids=lambda row: row["why"])
def test_the_fields_of_a_reference_are_read(row: dict[str, str]) -> None:
    fields = read_reference(row["reference"])
    keys = ("author", "title", "date", "entry_date", "place", "publisher", "pages")
    assert {key: getattr(fields, key) or "" for key in keys} == {key: row[key] for key in keys}


@pytest.mark.parametrize("row", rows("citations_markers.csv"), ids=lambda row: row["why"])
def test_markers_of_every_shape_are_found_and_nothing_else(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    found = [c.marker.of(text) for c in read(text) if c.marker]
    assert found == (row["markers"].split(" | ") if row["markers"] else [])


@pytest.mark.parametrize("row", rows("citations_inline.csv"), ids=lambda row: row["why"])
def test_inline_references_are_told_from_other_parentheses(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    assert references(text) == (row["references"].split(" | ") if row["references"] else [])


def test_a_marker_is_paired_with_the_note_of_its_label() -> None:
    text = "The gate was shut.[1] Nobody spoke.[2]\n\n[1] Harbour Gazette, 5 May 1911.\n[2] A. Moe, Diary, 1912.\n"
    assert pairs(text) == [("[1]", "Harbour Gazette, 5 May 1911."), ("[2]", "A. Moe, Diary, 1912.")]


def test_a_note_whose_bracket_was_never_closed_is_still_found() -> None:
    text = "It rained.[i] It froze.[ii]\n\n[i] Diary, 1911.\n\n[ii Letters, 1912.\n"
    assert pairs(text) == [("[i]", "Diary, 1911."), ("[ii]", "Letters, 1912.")]


def test_a_marker_without_a_note_is_lost() -> None:
    assert pairs("“The quay is ours.” [1]\n\nThey left. [2]\n") == [("[1]", None), ("[2]", None)]


def test_a_note_may_run_over_two_paragraphs() -> None:
    text = "It rained.[1] It froze.[2]\n\n[1] So he wrote.\n\nAnd he meant it.\n\n[2] Letters, 1912.\n"
    assert pairs(text)[0][1] == "So he wrote.\n\nAnd he meant it."


def test_numbering_that_starts_again_is_paired_with_the_notes_that_do() -> None:
    text = (
        "The first came.1 It went.2\n\nNotes\n\n1. A. Moe, Diary, 1911.\n2. A. Moe, Letters, 1912.\n\n"
        "The second came.1 It stayed.2\n\nNotes\n\n1. B. Berg, The Mine, 1950.\n2. B. Berg, The Quay, 1951.\n"
    )
    assert [note[:7] for _, note in pairs(text) if note] == ["A. Moe,", "A. Moe,", "B. Berg", "B. Berg"]


def test_notes_at_the_foot_of_pages_keep_the_text_of_the_next_page_out() -> None:
    text = (
        "The gate was shut.1 Nobody spoke.\n\n1 Harbour Gazette, 5 May 1911.\n\nThe men went home.2 It rained.\n\n"
        "2 A. Moe, Diary, 1912.\n\nThe end came.\n"
    )
    assert pairs(text) == [("1", "Harbour Gazette, 5 May 1911."), ("2", "A. Moe, Diary, 1912.")]


def test_an_earlier_article_does_not_take_the_notes_of_the_next() -> None:
    text = (
        "The first came.1 It went.2\n\nThe second came.1 It stayed.2\n\nNotes\n\n"
        "1. B. Berg, The Mine, 1950.\n2. B. Berg, The Quay, 1951.\n"
    )
    assert [note is None for _, note in pairs(text)] == [True, True, False, False]


def test_a_note_without_a_marker_is_kept() -> None:
    text = "Nothing is marked here.\n\nNotes\n\n1. A. Moe, Diary, 1911.\n"
    assert pairs(text) == [(None, "A. Moe, Diary, 1911.")]


def test_ibid_and_a_short_title_name_the_work_before() -> None:
    text = (
        "One.[1] Two.[2] Three.[3] Four.[4]\n\n[1] Ana Lindqvist, The Quay Strike (Port Adair, 1934), p. 1.\n"
        "[2] Ibid., p. 2.\n[3] B. Moe, Letters (Port Adair, 1920).\n[4] Lindqvist, Quay Strike, p. 9.\n"
    )
    first, second, third, fourth = (c.work for c in read(text))
    assert first is not None
    assert first == second == fourth != third


def test_ibid_after_a_lost_note_names_nothing() -> None:
    text = "One.[1] Two.[2] Three.[3]\n\n[1] Ana Lindqvist, The Quay Strike (Port Adair, 1934).\n[3] Ibid.\n"
    assert read(text)[2].work is None


def test_a_marker_supports_the_quotation_that_closes_before_it_or_else_its_sentence() -> None:
    text = "He left. She wrote “we shall not go back to the shed”.[1] It rained.[2]\n"
    supported = [c.supports.of(text) if c.supports else None for c in read(text)]
    assert supported[0] == "we shall not go back to the shed"
    assert supported[1] == "It rained"


def test_links_can_be_left_out_and_posts_are_no_works() -> None:
    text = "See https://example.org/strike and https://twitter.com/quay for more.\n"
    assert [c.reference.of(text) for c in read(text) if c.reference] == ["https://example.org/strike"]
    assert read(text, CitationSettings(links=False)) == []


_PIECES = st.sampled_from(
    ["[1]", "[i", "¹", "a", ".", "1", "”", "“", "*", "\n", "\n\n", " ", "(", ")", "1911", "Moe", ",", "p. 3"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40))
def test_any_text_gives_spans_inside_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for citation in read(text):
        for span in (citation.marker, citation.note, citation.reference, citation.supports):
            assert span is None or 0 <= span.start < span.end <= len(text)


def test_what_a_source_is_quoted_in_is_a_reference_of_its_own() -> None:
    note = "Marsh, Voices, 15, quoted in Brandt, Memoirs, 7. Contra: Lindqvist, Harbour, 3."
    parts = [span.of(note) for span in references_in(note, Span(0, len(note)))]
    assert parts == ["Marsh, Voices, 15", "quoted in Brandt, Memoirs, 7.", "Contra: Lindqvist, Harbour, 3."]
