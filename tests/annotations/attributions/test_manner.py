"""How a content is held: speech, writing, thought, attitude."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.manner import reports_a_clause, type_of
from gainsay.spans import Span
from tests.annotations.attributions.texts import read


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


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Ana Lindqvist said that the pier fell.", True),
        ("Ana Lindqvist announced that it fell.", True),
        ("Ana Lindqvist announced a lockout of 400 men in May.", False),
        ("The board praised the dockers of Port Adair.", False),
        ("The owners denied the charge.", False),
        ("The owners denied that the pier fell.", True),
        ("“It fell,” said Ana Lindqvist.", True),
        ("The owners vowed to close the pier.", True),
    ],
)
def test_a_noun_is_no_clause(text: str, clause: bool) -> None:
    assert [reports_a_clause(text, one) for one in read(text)] == [clause]
