"""What is a date, and which."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.annotations.dates import Date, DateSettings, bounds, find_dates
from tests.annotations.dates.layouts import lay_out

CASES = Path(__file__).parents[2] / "cases"


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def found(text: str, written: str | None = None) -> dict[str, Date]:
    document, layout = lay_out(text, written)
    return {date.span.of(text): date for date in find_dates(document, layout)}


FAMILIES = ("", "_calendars", "_early", "_events", "_feasts", "_flagged", "_lengths", "_listed", "_years")


@pytest.mark.parametrize(
    "row",
    [row for family in FAMILIES for row in rows(f"dates{family}.csv")],
    ids=lambda row: f"{row['words'][:40]} {row['written']}",
)
def test_an_expression_has_its_words_value_and_kind(row: dict[str, str]) -> None:
    dates = found(row["text"], row["written"] or None)
    assert row["words"] in dates, row["why"]
    date = dates[row["words"]]
    assert (date.edtf, date.kind) == (row["edtf"] or None, row["kind"]), row["why"]
    for field in ("relation", "duration", "flag"):
        assert field not in row or getattr(date, field) == (row[field] or None), row["why"]
    if "event" in row:
        assert (date.event.of(row["text"]) if date.event else "") == row["event"], row["why"]


@pytest.mark.parametrize("row", rows("dates_none.csv"), ids=lambda row: row["text"])
def test_what_only_looks_like_a_date_is_none(row: dict[str, str]) -> None:
    assert found(row["text"]) == {}, row["why"]


@pytest.mark.parametrize(
    "words", ["in 348 cases", "by 150 Romans", "in 348, 12 of them", "(348)", "from 300 to 200 men"]
)
def test_a_number_that_may_count_is_no_early_year(words: str) -> None:
    assert list(found(f"The abbey was founded in AD 312. It was so {words}.")) == ["AD 312"]


def test_a_date_counted_from_another_names_it_as_its_anchor() -> None:
    text = "He came on 3 May 1911. Twelve days later he left."
    date = found(text)["Twelve days later"]
    assert date.relative
    assert date.anchor is not None
    assert date.anchor.of(text) == "3 May 1911"


def test_a_date_counted_from_the_day_of_writing_has_no_anchor_in_the_text() -> None:
    date = found("He came last month.", "1911-05-20")["last month"]
    assert date.relative
    assert date.anchor is None


def test_a_history_takes_its_years_from_the_story_not_from_the_day_of_writing() -> None:
    text = "On 3 May 1911 he came. On 4 June 1911 he wrote. On 5 July 1911 he fell ill. On 9 August he died."
    assert found(text, "2009-12-19")["9 August"].edtf == "1911-08-09"


def test_a_report_takes_its_years_from_the_day_of_writing() -> None:
    text = "The mill was built in 1871.\nThe board met on 9 March."
    assert found(text, "1911-05-20")["9 March"].edtf == "1911-03-09"


def test_a_year_named_in_passing_does_not_carry_the_story_off() -> None:
    text = "On 2 August 1911 shots were heard. A paper opened in 1965 shows that on 4 August nothing was seen."
    assert found(text)["4 August"].edtf == "1911-08-04"


def test_a_note_leaves_no_trace_on_the_story() -> None:
    text = "He came in May 1911.\n1. Marrow, History, 1965.\nThe same year he left."
    document, layout = lay_out(text, None, ("paragraph", "note", "paragraph"))
    assert find_dates(document, layout)[-1].edtf == "1911"


def test_a_date_in_parentheses_does_not_move_the_story() -> None:
    dates = found("He came in May 1911 (Marrow, 1965). The same year he left.")
    assert dates["The same year"].edtf == "1911"


def test_boilerplate_has_no_dates() -> None:
    document, layout = lay_out("Posted 3 May 1911", None, ("boilerplate",))
    assert find_dates(document, layout) == []


def test_without_anchoring_only_what_the_text_gives_has_a_value() -> None:
    document, layout = lay_out("He came last month, in May 1911.", "1911-06-20")
    values = [date.edtf for date in find_dates(document, layout, DateSettings(anchored=False))]
    assert values == [None, "1911-05"]


@given(
    st.lists(
        st.sampled_from(
            "1911 12 3rd ’11 11/9 10/21 AH BC Rajab 1399 Easter Thermidor II fiscal half centuries May March "
            "Thursday last next the of in on from to and since until two year years ago "
            "later , . - – / ( ) “ seventies 1930s spring century late end day before after BC inst. 07/01/1911 a "
            "half now".split()
        ),
        max_size=40,
    ),
    st.sampled_from([None, "1911", "1911-05", "1911-05-20", "1911-05/..", "../1911", "nonsense"]),
)
def test_any_words_give_dates_within_the_text_in_order_with_values_that_can_be_read(
    words: list[str], written: str | None
) -> None:
    text = " ".join(words)
    document, layout = lay_out(text, written)
    dates = find_dates(document, layout)
    assert dates == find_dates(document, layout)
    for date in dates:
        assert 0 <= date.span.start < date.span.end <= len(text)
        assert date.edtf is None or bounds(date.edtf) is not None
    assert all(a.span.end <= b.span.start for a, b in pairwise(dates))


@pytest.mark.parametrize(
    "piece",
    ["1", "1,", "1/", "last ", "1-", "1979 ", "May ", "two ", "twenty-", "“", "from 1979 to ", "the ", "’70s", "A.D."],
)
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    document, layout = lay_out(piece * (100_000 // len(piece)))
    find_dates(document, layout)


def test_each_entry_of_a_diary_has_the_now_of_the_day_above_it() -> None:
    text = (
        "9 October 1923\nYesterday it rained.\nThursday, October 11\nYesterday the men met.\n"
        "Port Adair, 2 May 1924\nLast month it burned."
    )
    document, layout = lay_out(text, "1923-10-09")
    dates = [(date.span.of(text), date.edtf) for date in find_dates(document, layout)]
    assert [edtf for words, edtf in dates if words == "Yesterday"] == ["1923-10-08", "1923-10-10"]
    assert ("Last month", "1924-04") in dates


def test_one_dated_line_is_no_diary() -> None:
    text = "The board met.\n21 February 1931\nYesterday nobody came."
    document, layout = lay_out(text)
    assert [date.edtf for date in find_dates(document, layout)] == ["1931-02-21", None]


def test_a_day_that_is_only_named_in_a_heading_does_not_move_the_now() -> None:
    text = "The strike of 3 May 1911\nYesterday it ended."
    document, layout = lay_out(text, "1931-06-10")
    assert [date.edtf for date in find_dates(document, layout)] == ["1911-05-03", "1931-06-09"]


REPORT = (
    "The board met on Tuesday. It had resigned last month. In 1953 it had been founded. "
    "Last week nobody came. In November the mill burned."
)


def test_a_report_of_unknown_day_takes_no_year_from_what_it_looks_back_to() -> None:
    document, layout = lay_out(REPORT)
    found = {date.span.of(REPORT): date.edtf for date in find_dates(document, layout)}
    assert found["November"] is None
    assert found["Tuesday"] is None


def test_a_history_of_unknown_day_goes_on_in_the_year_it_tells_of() -> None:
    text = "In 1953 it was founded. In May 1954 it grew. In November the mill burned."
    document, layout = lay_out(text)
    assert {date.span.of(text): date.edtf for date in find_dates(document, layout)}["November"] == "1954-11"
