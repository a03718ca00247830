"""Stretches of text with a "now" of their own."""

from __future__ import annotations

from gainsay.annotations.dates import Anchor, anchor_quotations, find_dates
from gainsay.spans import Span
from tests.annotations.dates.layouts import lay_out

TEXT = "The board met last week. Ana Lindqvist wrote: “The mill burned last month. A year later nothing stands.”"
QUOTED = Span(TEXT.index("The mill"), len(TEXT) - 1)


def values(*anchors: Anchor) -> dict[str, str | None]:
    document, layout = lay_out(TEXT, "1931-06-10")
    dates = anchor_quotations(document, layout, find_dates(document, layout), anchors)
    return {date.span.of(TEXT): date.edtf for date in dates}


def test_a_dated_quotation_counts_from_the_day_it_was_said() -> None:
    found = values(Anchor(QUOTED, "1911-05-20"))
    assert found["last month"] == "1911-04"
    assert found["A year later"] == "1912"


def test_what_stands_outside_keeps_its_value() -> None:
    assert values(Anchor(QUOTED, "1911-05-20"))["last week"] == "1931-06-01/1931-06-07"


def test_a_quotation_whose_day_is_unknown_leaves_its_relative_dates_open() -> None:
    assert values(Anchor(QUOTED, ""))["last month"] is None


def test_of_stretches_within_each_other_the_innermost_counts() -> None:
    inner = Span(QUOTED.start, TEXT.index(" A year"))
    assert values(Anchor(inner, "1901-05"), Anchor(QUOTED, "1911-05"))["last month"] == "1901-04"


def test_a_date_that_the_words_alone_give_stays() -> None:
    text = "She said: “In 1911 it burned.”"
    document, layout = lay_out(text, "1931")
    dates = anchor_quotations(document, layout, find_dates(document, layout), [Anchor(Span(10, 29), "")])
    assert [date.edtf for date in dates] == ["1911"]


def test_an_anchor_that_says_less_than_the_day_of_writing_changes_nothing() -> None:
    assert values(Anchor(QUOTED, "1931"))["last month"] == "1931-05"


def test_ids_do_not_change() -> None:
    document, layout = lay_out(TEXT, "1931-06-10")
    dates = find_dates(document, layout)
    again = anchor_quotations(document, layout, dates, [Anchor(QUOTED, "1911-05-20")])
    assert [date.id for date in again] == [date.id for date in dates]
