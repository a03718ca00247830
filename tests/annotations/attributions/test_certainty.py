"""How sure the rules are of what they read."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.certainty import WEIGHTS, traits
from tests.annotations.attributions.texts import read


def confidence(text: str) -> float:
    return read(text)[0].confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        # the cue beside a quotation against a quotation by itself
        ("“The pier is gone,” said Ana Lindqvist.", "“The pier is gone for good and for ever.”"),
        # a that-clause against an infinitive
        ("Ana Lindqvist said that the pier was gone.", "Ana Lindqvist threatened to close the pier."),
        # a whole clause against a few words
        ("Ana Lindqvist said the pier was gone.", "Ana Lindqvist denied the charge."),
        # somebody named against nobody
        ("Ana Lindqvist claimed that the pier was gone.", "It was claimed that the pier was gone."),
    ],
)
def test_what_is_read_more_safely_is_surer(surer: str, less_sure: str) -> None:
    assert confidence(surer) > confidence(less_sure)


def test_confidence_is_a_probability_and_its_traits_have_weights() -> None:
    text = "“It is gone,” said Ana Lindqvist. Orme said that he knew. They asked why. The owners denied the charge."
    for one in read(text):
        assert 0 < one.confidence < 1
        assert set(traits(text, one)) <= set(WEIGHTS)
