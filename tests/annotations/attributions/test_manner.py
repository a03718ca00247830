"""How a content is held: speech, writing, thought, attitude."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.manner import calls_back, reports_a_clause, type_of, with_types
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


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("They placed their faith in the owners.", "placed their faith in", "the owners", "attitude"),
        ("They banned the party.", "banned", "the party", "attitude"),
        ("She wished to emphasise that it rained.", "wished to emphasise", "it rained", "speech"),
        ("They accept that it rained.", "accept", "it rained", "thought"),
        ("The poems say that it rained.", "say", "it rained", "speech"),
    ],
    ids=["faith", "an act", "the verb that is wished", "acceptance", "no speaker given"],
)
def test_a_thing_that_no_word_of_saying_governs_is_felt_about(text: str, cue: str, content: str, expected: str) -> None:
    at, told = text.index(cue), text.index(content)
    one = Attribution(
        "a", "d", "indirect", (Span(told, told + len(content)),), cue=(Span(at, at + len(cue)),), confidence=0.9
    )
    assert with_types(text, [one])[0].type == expected


def test_whole_words_in_marks_are_said_not_felt() -> None:
    text = "He condemned them: “You burned it.”"
    said = Attribution("a", "d", "direct", (Span(20, 34),), cue=(Span(3, 12),))
    assert with_types(text, [said])[0].type == "speech"


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The party was outlawed.", "was outlawed", "The party", False),
        ("The pier is shut, said Moe.", "said", "The pier is shut", True),
        ("He was sure of a victory that had cost nothing.", "was sure of", "a victory that had cost nothing", False),
    ],
    ids=["an act done to somebody", "a clause before its cue", "what a preposition governs"],
)
def test_what_is_done_or_felt_is_no_clause(text: str, cue: str, content: str, expected: bool) -> None:
    at, told = text.index(cue), text.index(content)
    one = Attribution("a", "d", "indirect", (Span(told, told + len(content)),), cue=(Span(at, at + len(cue)),))
    assert reports_a_clause(text, one) is expected


@pytest.mark.parametrize(
    ("content", "called_back"),
    [
        ("its ambassador from Port Adair", True),
        ("all of their diplomatic personnel", True),
        ("the soldiers entered the town", False),
        ("that its ambassador was ill", False),
        ("the long winter", False),
        ("1999", False),
    ],
)
def test_who_is_called_back_is_not_called_to_mind(content: str, called_back: bool) -> None:
    text = f"Carpathia recalled {content}."
    one = Attribution("a", "d", "indirect", (Span(19, 19 + len(content)),), cue=(Span(10, 18),))
    assert calls_back(text, one) == called_back
