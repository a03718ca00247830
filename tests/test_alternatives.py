"""Alternatives told apart by their first letter match what they match together."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.alternatives import by_initial

ALTERNATIVES = r"may|might|if|seem(?:s|ed)?|is said to|no(?!\s+(?:more|less))|k[ei]n|a|an"
WORDS = st.sampled_from("may Might IF if seem SEEMED seems is said to Is no more NO kin KEN a an other".split())


@given(st.lists(WORDS).map(" ".join))
def test_the_same_is_found_in_the_same_places(text: str) -> None:
    together = re.compile(rf"\b(?:{ALTERNATIVES})\b", re.IGNORECASE)
    apart = re.compile(rf"\b{by_initial(ALTERNATIVES)}\b")
    assert [m.span() for m in apart.finditer(text)] == [m.span() for m in together.finditer(text)]


def test_a_letter_is_taken_for_the_same_letters() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for letter in "abcdefghijklmnopqrstuvwxyz":
        assert re.findall(by_initial(letter), every) == re.findall(letter, every, re.IGNORECASE)
        assert re.findall(by_initial(letter, plain=True), every) == [letter.upper(), letter]


def test_what_begins_with_no_letter_is_refused() -> None:
    with pytest.raises(ValueError, match="begin with a letter"):
        by_initial("may|(?:might)")
