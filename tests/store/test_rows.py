"""Records and their rows."""

from __future__ import annotations

from typing import Any

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.spans import Span
from gainsay.store.loading import TABLES
from gainsay.store.rows import codec

OWN = {
    "attributions": {"speaker_referent"},
    "mentions": {"referent"},
    "articles": {"document"},
    "damage": {"document"},
}


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.__name__)
def test_a_table_has_a_column_for_every_field_of_its_record_in_order(record: type) -> None:
    table = TABLES[record]
    own = {"number"} | OWN.get(table.name, set())
    assert [c.name for c in table.columns if c.name not in own] == list(codec(record).columns)


@pytest.mark.parametrize(
    "record",
    [
        Attribution(
            "a", "d", "mixed", (Span(1, 5), Span(7, 9)), (Span(2, 3),), (), (Span(0, 1),), "denies", None, "1911"
        ),
        Date("x", "d", Span(0, 4), None, "duration", True, Span(9, 12)),
        Date("x", "d", Span(0, 4), "1911", "point"),
        Figure("f", "d", Span(0, 2), 3, None, "persons", "dockers", Span(3, 10), "docker"),
        Figure("f", "d", Span(0, 2), 2.5),
        Figure("f", "d", Span(0, 2), (None, 40)),
        Figure("f", "d", Span(0, 2), (1000, None), "over"),
        Figure("f", "d", Span(0, 2), None, "vague"),
    ],
)
def test_a_record_comes_back_from_its_row_as_it_was(record: Any) -> None:
    coder = codec(type(record))
    row = coder.encode(record)
    assert len(row) == len(coder.columns)
    assert coder.decode(row) == record
    assert type(coder.decode(row).id) is str


@pytest.mark.parametrize("ids", range(10))  # packed and unpacked lists of ids are told apart, however long they are
def test_a_record_comes_back_from_its_columns_as_it_was(ids: int) -> None:
    mentions = tuple(f"mention-{n:016x}" for n in range(ids))
    record = Designation("designation-1", "doc-1", Span(0, 4), mentions)
    assert codec(Designation).from_columns(codec(Designation).to_columns(record)) == record
