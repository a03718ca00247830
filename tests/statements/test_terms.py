"""Stems of words."""

from __future__ import annotations

import pytest

from gainsay.statements.terms import stem


@pytest.mark.parametrize("words", ["strike striking strikes", "generous generously", "denied denies deny"])
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_what_is_no_word_is_its_own_stem() -> None:
    assert stem("strik\ud800ing") == "strik\ud800ing"  # half of a character
