"""What is kept smaller than it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.packed import OneOf
from gainsay.store.sizes import pack_spans, read_size, unpack_spans, write_size

PAGE = Path("docs/reference/tables.md")


def test_the_letters_are_those_that_the_page_tells() -> None:
    told = PAGE.read_text(encoding="utf-8")
    for table in schema.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, OneOf) and table is not schema.comparables:
                letters = ", ".join(f"`{column.type.stored(value)}` {value}" for value in column.type.values)
                assert f"| `{column}` | {letters} |" in told


def test_a_value_that_is_none_of_the_few_is_kept_as_it_is() -> None:
    kind = OneOf(("speech", "writing"))
    for value in ("writing", "song", None):
        assert kind.process_result_value(kind.stored(value), None) == value  # type: ignore[arg-type]
    assert kind.stored("writing") == "b"


@pytest.mark.parametrize("size", [0, 1, 127, 128, 16_383, 16_384, 2**62])
def test_a_number_comes_back_with_where_it_ends(size: int) -> None:
    assert read_size(b"x" + write_size(size) + b"x", 1) == (size, 1 + len(write_size(size)))


@pytest.mark.parametrize("spans", [(), ((0, 0),), ((5, 9), (9, 12)), ((100, 4000), (3, 5)), ((2**40, 2**41), (0, 1))])
def test_spans_come_back_in_any_order(spans: tuple[tuple[int, int], ...]) -> None:
    assert unpack_spans(pack_spans(spans)) == tuple(Span(*span) for span in spans)


@pytest.mark.parametrize("data", [b"\x80", b"\x02", b"\xff" * 1_000_000])
def test_what_this_program_did_not_pack_is_told(data: bytes) -> None:
    with pytest.raises((IndexError, ValueError)):
        unpack_spans(data)
