"""Notes with several references, works across documents, the tagger, and the pages written for measuring."""

from __future__ import annotations

import pytest
from benchmarks.accuracy.citations import pages, rejoined
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.citations import Citation, same_works
from gainsay.annotations.citations.learned import find_parts
from gainsay.annotations.citations.references import read_reference, read_references
from gainsay.annotations.citations.several import function_of, references_in
from gainsay.spans import Span
from tests.annotations.test_citations import pairs, read


@pytest.mark.parametrize("what", ["pairs", "back"])
def test_the_written_pages_are_read_without_a_fault(what: str) -> None:
    tally = pages()[what]
    assert (tally.right, tally.predicted) == (tally.gold, tally.gold)


def test_a_note_with_several_references_has_one_citation_for_each() -> None:
    text = (
        "The number is disputed.[1]\n\n"
        "[1] Ana Lindqvist, The Quay Strike (Port Adair: Marrow Press, 1934), p. 80; see also Bern Moe, Docks "
        "(Eastholm: Lantern, 1951), p. 4; but cf. Harbour Gazette, 12 May 1911.\n"
    )
    found = read(text)
    assert [(c.kind, c.function, c.title) for c in found] == [
        ("note", "supports", "The Quay Strike"),
        ("inline", "mentions", "Docks"),
        ("inline", "contrasts", "Harbour Gazette"),
    ]
    assert len({c.supports for c in found}) == 1


@pytest.mark.parametrize(
    ("words", "function"),
    [
        ("A. Moe, Docks, p. 3", "supports"),
        ("see A. Moe, Docks, p. 3", "mentions"),
        ("Cf. A. Moe, Docks, p. 3", "mentions"),
        ("but see A. Moe, Docks, p. 3", "contrasts"),
        ("For a different view, see A. Moe, Docks, p. 3", "contrasts"),
        ("Contra A. Moe, Docks, p. 3", "contrasts"),
        ("Butler, Docks, p. 3", "supports"),
    ],
)
def test_the_words_that_lead_to_a_reference_say_what_it_is_given_for(words: str, function: str) -> None:
    assert function_of(words) == function


def test_a_semicolon_in_a_remark_parts_no_references() -> None:
    text = "A. Moe, Docks (Eastholm, 1951), p. 4; he was wrong about the date, and said so later."
    assert references_in(text, Span(0, len(text))) == [Span(0, len(text))]


def _cited(document: str, author: str, title: str | None, date: str | None, work: str) -> Citation:
    return Citation(f"c-{document}-{work}", document, "note", author=author, title=title, date=date, work=work)


def test_a_short_title_elsewhere_is_the_work_it_shortens() -> None:
    whole = _cited("a", "Ana Lindqvist", "The Quay Strike and Its Ends", "1934", "w1")
    assert same_works([whole, _cited("b", "Lindqvist", "Quay Strike", None, "w2")]) == {"w2": "w1"}


def test_a_year_elsewhere_is_the_one_work_of_that_year() -> None:
    whole = _cited("a", "Ana Lindqvist", "The Quay Strike", "1934", "w1")
    assert same_works([whole, _cited("b", "Lindqvist", None, "1934", "w2")]) == {"w2": "w1"}


def test_a_short_title_that_fits_two_works_stays_itself() -> None:
    works = [
        _cited("a", "Thomas Garrick", "The Long Winter: Bread", "1950", "w1"),
        _cited("a", "Thomas Garrick", "The Long Winter: Coal", "1957", "w2"),
        _cited("b", "Garrick", "Long Winter", None, "w3"),
    ]
    assert same_works(works) == {}


def test_idem_has_the_author_of_the_reference_before() -> None:
    text = "One.[1] Two.[2]\n\n[1] Hugo Moe, Docks (Eastholm, 1951), p. 1.\n[2] Idem, Six Lectures (Eastholm, 1952).\n"
    assert [(c.author, c.title) for c in read(text)] == [("Hugo Moe", "Docks"), ("Hugo Moe", "Six Lectures")]


def test_numbers_in_the_margin_are_the_markers_of_the_notes_below() -> None:
    text = "1   The gate was shut.\n\n2   Nobody spoke.\n\n    1   A. Moe, Diary, 1911, p. 3.\n    2   Ibid., p. 4.\n"
    assert [marker for marker, _ in pairs(text)] == ["1", "2"]


@pytest.mark.parametrize(
    ("marker", "label"), [("[^1]", "[^1]:"), ("^1", "^1"), ("[note 1]", "[note 1]"), ("§", "§"), ("(1)", "(1)")]
)
def test_markers_of_scraped_and_typed_pages_have_their_notes(marker: str, label: str) -> None:
    text = f"“The gate was shut.”{marker} It rained.\n\nNotes\n\n{label} Harbour Gazette, 5 May 1911.\n"
    assert pairs(text) == [(marker, "Harbour Gazette, 5 May 1911.")]


@pytest.mark.parametrize(
    ("reference", "field", "value"),
    [
        ("PRO FO 371/1234, 2 May 1911.", "archive", "PRO FO 371/1234"),
        ("“Twelve Held after Riot,” Eastholm Times, 5 May 1911, p. 1.", "container", "Eastholm Times"),
        ("UN Doc. E/CN.4/1996/7, 12 January 1996, para. 33.", "archive", "UN Doc. E/CN.4/1996/7"),
        ("Bern Moe, “A Day on the Quay”, Harbour Review 3 (1940), pp. 12-15.", "container", "Harbour Review"),
        ("Lindqvist 1934: 12", "pages", "12"),
    ],
)
def test_what_holds_a_work_is_read(reference: str, field: str, value: str) -> None:
    assert getattr(read_reference(reference), field) == value


@pytest.mark.parametrize(
    "remark",
    ["The list breaks off at the letter F.", "See above, p. 14.", "Emphasis added.", "He died in 1934, as I was told."],
)
def test_a_remark_names_no_work(remark: str) -> None:
    text = f"The gate was shut.[1] It rained.[2]\n\n[1] Harbour Gazette, 5 May 1911.\n[2] {remark}\n"
    assert [(c.title, c.work is None) for c in read(text)] == [("Harbour Gazette", False), (None, True)]


def test_the_name_before_a_year_in_parentheses_is_its_author() -> None:
    found = read("As Lindqvist (1934: 12) has it, all went. It is Lindqvist’s (1934: 13) view.")
    assert [(c.author, c.pages) for c in found] == [("Lindqvist", "12"), ("Lindqvist", "13")]
    assert found[0].work == found[1].work


def test_references_in_one_parenthesis_stand_for_the_same_words() -> None:
    found = read("The treaty (see Marsh 1991; Pell 1981, 210; but cf. Haddad 1984: 12) was never ratified.")
    assert [(c.author, c.function) for c in found] == [
        ("Marsh", "mentions"),
        ("Pell", "supports"),
        ("Haddad", "contrasts"),
    ]
    assert len({c.supports for c in found}) == 1


def test_the_entries_of_a_bibliography_are_the_works_that_years_name() -> None:
    text = (
        "The treaty (Marsh 1991: 4) was never ratified.\n\nReferences\n\n"
        "Haddad, Miriam (1984) Fire in the Loft. Geneva: Verso.\n\nMarsh, Peter (1991) Secret Paper. Geneva: Verso.\n"
    )
    found = read(text)
    assert [c.title for c in found] == [None, "Fire in the Loft", "Secret Paper"]
    assert found[0].work == found[2].work


def test_references_read_together_are_read_as_alone() -> None:
    texts = ["Lindqvist 1934: 12", "", "A. Moe, Docks (Eastholm: Lantern, 1951), p. 4.", "Ibid."]
    assert read_references(texts) == [read_reference(text) for text in texts]


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_parts_lie_in_their_text_and_in_order(text: str) -> None:
    parts = find_parts([text])[0]
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in parts)
    assert [p.span for p in parts] == sorted(p.span for p in parts)


def test_tokens_are_rejoined_as_they_are_printed() -> None:
    assert rejoined("C . Moe , L ’ arte ( 1840 - 1866 ), p . 3 .") == "C. Moe, L’arte (1840-1866), p. 3."


def test_references_without_a_title_are_not_one_work() -> None:
    text = (
        "The town was quiet.[1] The mill was shut.[2] Nobody came.[3]\n\n"
        "[1] TNA, FO 371/5567, fo. 23.\n\n[2] UN Doc. S/13003, 11 January 1979.\n\n[3] I owe this to Ana Lindqvist.\n"
    )
    works = [citation.work for citation in read(text)]
    assert len(set(works)) == 3
    assert works[2] is None


def test_an_official_document_is_known_by_its_number() -> None:
    assert read_reference("UN Doc. S/13003, 11 January 1979.").archive == "UN Doc. S/13003"
    assert read_reference("Harbour Board v. Lindqvist, [1912] 2 KB 114.").archive == "[1912] 2 KB 114"


def test_the_diarist_is_the_author_of_the_entry() -> None:
    found = read("It rained.[1]\n\n[1] Diary of Ana Lindqvist, entry of 12 June 1911.\n")
    assert [(c.author, c.entry_date) for c in found] == [("Ana Lindqvist", "1911-06-12")]


def test_op_cit_is_no_title() -> None:
    text = (
        "It rained.[1] It froze.[2]\n\n[1] Ana Lindqvist, The Quay Strike (Port Adair: Marrow Press, 1934), p. 8.\n\n"
        "[2] Lindqvist, op. cit., p. 80.\n"
    )
    first, again = read(text)
    assert again.title is None
    assert again.work == first.work
