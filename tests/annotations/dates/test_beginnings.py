"""What a pattern can begin with."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from gainsay.annotations.dates.beginnings import beginnings
from gainsay.annotations.dates.expressions import _LAYERS
from gainsay.annotations.dates.tokens import read

CASES = Path(__file__).parents[2] / "cases" / "dates.csv"
LETTERS = frozenset("abcdef")


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("abc", "a"),
        ("a|b", "ab"),
        ("a?b", "ab"),
        ("a*[bc]d", "abc"),
        ("a{0,3}b", "ab"),
        ("a{2}b", "a"),
        ("a+b", "a"),
        ("(?P<name>a|b)c", "ab"),
        ("(?:a|b?)c", "abc"),
        ("(?<=f)(?=e)(?!b)a", "a"),
        ("[^ab]", "cdef"),
        (".", "abcdef"),
        ("a?", "abcdef"),
    ],
)
def test_a_match_begins_with_one_of_these(pattern: str, first: str) -> None:
    assert beginnings(pattern, LETTERS) == frozenset(first)


def test_no_rule_matches_where_its_layer_would_not_try_it() -> None:
    with CASES.open(encoding="utf-8", newline="") as lines:
        charts = [read(row["text"]) for row in csv.DictReader(lines)]
    for layer in _LAYERS:
        for number, pattern in enumerate(map(re.compile, layer._patterns)):
            for codes in ("".join(token.code for token in chart) for chart in charts):
                begun = {codes[found.start()] for found in pattern.finditer(codes)}
                assert all(number in layer._begun[code] for code in begun), pattern.pattern
