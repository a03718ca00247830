"""Figures: what is one, what it is worth, how exact it is, what it counts."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gainsay.annotations.figures import Figure, FigureSettings, Value, find_figures
from gainsay.documents.document import Document
from gainsay.passages.passage import Article, Layout, Passage, PassageKind
from gainsay.spans import Span

DEFAULTS = FigureSettings()
CASES = Path(__file__).parents[1] / "cases"


def read(text: str, kind: PassageKind = "paragraph", rules: FigureSettings = DEFAULTS) -> list[Figure]:
    """The figures of a text of one passage and one sentence."""
    whole = Span(0, len(text))
    document = Document("d", "a.txt", "0", "text/plain", text)
    passage = Passage("p", "d", whole, kind, "a", (whole,))
    return find_figures(document, Layout(document, (Article("a", whole),), (passage,)), rules)


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def value(raw: str) -> Value:
    """`48`, `150..200`, `1000..` (open above) or nothing."""
    if not raw:
        return None
    if ".." in raw:
        low, high = raw.split("..")
        return float(low), float(high) if high else None
    return float(raw)


@pytest.mark.parametrize("row", rows("figures.csv") + rows("figures_categories.csv"), ids=lambda row: row["why"])
def test_a_figure_has_its_value_qualifier_unit_head_and_action(row: dict[str, str]) -> None:
    figure = next((f for f in read(row["text"]) if f.span.of(row["text"]) == row["span"]), None)
    assert figure is not None, [f.span.of(row["text"]) for f in read(row["text"])]
    assert figure.value == value(row["value"])
    found = (figure.qualifier or "", figure.unit or "", figure.head or "", figure.action or "")
    assert found == (row["qualifier"], row["unit"], row["head"], row["action"])


@pytest.mark.parametrize("row", rows("figures_none.csv"), ids=lambda row: row["why"])
def test_numerals_that_count_nothing_are_no_figures(row: dict[str, str]) -> None:
    assert [f.span.of(row["text"]) for f in read(row["text"])] == []


@pytest.mark.parametrize("word", ["\u017fix", "s\u0131x", "S\u0130X", "m\u0131ll\u0131on"])
def test_a_word_with_a_letter_that_only_looks_like_one_of_a_numeral_is_none(word: str) -> None:
    assert not read(f"They held {word} men.")


def test_what_is_counted_is_given_as_worded_with_its_place() -> None:
    text = "Over 121 union members and former officers of the Harbour Board were arrested."
    (figure,) = read(text)
    assert figure.counted == "union members and former officers of the Harbour Board"
    assert figure.counted_span is not None
    assert figure.counted_span.of(text) == figure.counted


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    values = [f.value for f in read("The toll rose from 12 men to 15 men.")]
    assert values == [12, 15]


def test_a_bare_number_in_a_note_is_no_figure() -> None:
    text = "Harbour Papers 12, reached 34, and 40 men were held."
    assert [f.span.of(text) for f in read(text, kind="note")] == ["40"]


def test_vague_quantities_can_be_left_out() -> None:
    assert read("Many officials left.", rules=FigureSettings(vague=False)) == []


def test_a_number_does_not_count_what_stands_in_the_next_paragraph() -> None:
    text = "Nearly 40\n\nMen of the port, unite!"
    assert [f.counted for f in read(text)] == [None]


_PIECES = st.sampled_from(
    [
        "12",
        "1,2",
        "one",
        "hundred",
        "and",
        "a",
        "million",
        "of",
        "–",
        "-",
        "to",
        "$",
        "%",
        "½",
        "men",
        "“",
        ".",
        "\n",
        "May",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from(["", " "]))
def test_any_text_gives_spans_inside_it_in_order_and_apart(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    figures = read(text) if text else []
    for figure in figures:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.counted_span is None or figure.counted_span.end <= len(text)
    for left, right in pairwise(figures):
        assert left.span.end <= right.span.start


@pytest.mark.parametrize(
    ("text", "place", "period"),
    [
        ("In Port Adair in May 1911, 14 men were killed.", "Port Adair", "May 1911"),
        ("They killed 14 men in Marrow Bay between 1911 and 1913.", "Marrow Bay", "1911 and 1913"),
        ("They arrested 40 dockers that winter; in Eastholm nobody was held.", None, None),
        ("Nobody counted the 40 dockers held during the same year.", None, "the same year"),
        ("The hospital treated 60 patients a day.", None, "a day"),
        ("Every year 300 children drown in the canal.", None, "Every year"),
        ("It had 15,000 inhabitants in 1890 and 22,000 in 1911.", None, "1890"),
        ("The yard held 30 ships, up from 12 in 1908.", None, None),
        ("After a trial with 300 witnesses, on 3 May 1911, the court sat at Port Adair.", None, None),
    ],
)
def test_a_figure_has_the_place_and_the_period_of_its_clause(text: str, place: str | None, period: str | None) -> None:
    figure = read(text)[0]
    assert (figure.place and figure.place.of(text), figure.period and figure.period.of(text)) == (place, period)


def test_a_tolerance_and_the_shillings_of_an_amount_are_no_figures_of_their_own() -> None:
    assert [f.value for f in read("It weighed 43 ± 7 kg and cost £3 4s. 6d. in all.")] == [43, 3.225]


def test_plus_or_minus_is_no_minus() -> None:
    assert [f.value for f in read("It was right to plus or minus 4 per cent.")] == [4]
