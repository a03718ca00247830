"""How a content is held: speech, writing, thought, attitude."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.manner import type_of
from gainsay.spans import Span


@pytest.mark.parametrize(
    ("speaker", "cue", "type"),
    [
        ("Ana Lindqvist", "said", "speech"),
        ("Ana Lindqvist", "wrote", "writing"),
        ("The letter of the harbour board", "says", "writing"),  # what is written speaks
        ("The union", "believes", "thought"),
        ("She", "was convinced", "thought"),
        ("The Front", "supports", "attitude"),
        ("He", "has praised", "attitude"),
        ("The mayor", "fears", "attitude"),
        ("The mayor", "criticised", "attitude"),
    ],
)
def test_the_cue_and_then_the_speaker_show_the_type(speaker: str, cue: str, type: str) -> None:
    text = f"{speaker} {cue} it."
    at = len(speaker) + 1
    assert type_of(text, (Span(at, at + len(cue)),), (Span(0, len(speaker)),)) == type


def test_without_a_cue_it_is_speech() -> None:
    assert type_of("“Never.”", (), ()) == "speech"
