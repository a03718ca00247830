"""The days that EDTF strings stand for."""

from __future__ import annotations

import pytest

from gainsay.annotations.dates import FOREVER, NEVER, bounds, disjoint, holds, same


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1911", (1911, 1, 1), (1911, 12, 31)),
        ("1911-02", (1911, 2, 1), (1911, 2, 28)),
        ("1912-02", (1912, 2, 1), (1912, 2, 29)),  # leap year
        ("1911-05-XX", (1911, 5, 1), (1911, 5, 31)),
        ("191X", (1910, 1, 1), (1919, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("1911-24", (1911, 12, 1), (1912, 2, 29)),  # winter ends in the next year
        ("1911-35", (1911, 7, 1), (1911, 9, 30)),  # third quarter
        ("1911?-~05", (1911, 5, 1), (1911, 5, 31)),  # qualifiers do not move the edges
        ("1911-04/1912-01", (1911, 4, 1), (1912, 1, 31)),
        ("1911/..", (1911, 1, 1), FOREVER),
        ("../1911", NEVER, (1911, 12, 31)),
        ("[1911..]", (1911, 1, 1), FOREVER),
        ("{1911,1914}", (1911, 1, 1), (1914, 12, 31)),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
        ("1911-05-20T10:00", (1911, 5, 20), (1911, 5, 20)),
    ],
)
def test_a_value_has_a_first_and_a_last_day(edtf: str, first: object, last: object) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["", "1911-50", "1911-06-31", "soon", "1912/1911", "P4Y", "{}", "1911-13"])
def test_what_cannot_be_read_has_no_bounds(edtf: str) -> None:
    assert bounds(edtf) is None


def test_a_rare_form_is_left_to_the_edtf_library() -> None:
    found = bounds("Y-17000")
    assert found is None or found[0][0] == -17000


def test_the_same_days_are_the_same_however_written() -> None:
    assert same("191X", "1910/1919")
    assert same("1911-04/1911-06", "1911-34")
    assert not same("1911", "1911-05")
    assert same("soon", "soon")


def test_one_value_holds_the_other() -> None:
    assert holds("1911", "1911-05-20")
    assert holds("1911-05-20", "1911")
    assert holds("1911/..", "1914")
    assert not holds("1911-04/1911-06", "1911-06/1911-08")


def test_values_without_a_common_day_are_disjoint() -> None:
    assert disjoint("1911-04", "1911-05")
    assert not disjoint("1911", "1911-05")
    assert not disjoint("1911", "soon")
