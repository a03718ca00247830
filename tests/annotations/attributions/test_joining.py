"""Of two readings of one attribution, which words, speaker and cue are kept."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.joining import joined
from gainsay.spans import Span
from tests.annotations.attributions.texts import words

Parts = tuple[str, ...]


def made(
    text: str, kind: str, content: Parts, speaker: str = "", cue: str = "", sure: float = 0.95, marked: Parts = ()
) -> Attribution:
    def place(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    spans = tuple(place(part) for part in content)
    return Attribution(
        "-".join(content),
        "d",
        kind,  # type: ignore[arg-type]
        spans,
        tuple(place(part) for part in marked) or (spans if kind == "direct" else ()),
        (place(speaker),) if speaker else (),
        (place(cue),) if cue else (),
        confidence=sure,
    )


def content_of(text: str, rule: Attribution | None, learned: Attribution | None, foreign: bool = False) -> str:
    return words(text, joined(text, rule, learned, lambda span: foreign).content)


INSURED = "Not one ship “was ever insured,” Ana Lindqvist said."


@pytest.mark.parametrize(("sure", "expected"), [(0.95, "Not one ship “was ever insured,"), (0.5, "was ever insured,")])
def test_words_before_the_marks_are_kept_where_the_model_is_sure_of_them(sure: float, expected: str) -> None:
    rule = made(INSURED, "direct", ("was ever insured,",), "Ana Lindqvist", "said")
    learned = made(INSURED, "mixed", ("Not one ship “was ever insured",), "Ana Lindqvist", "said", sure)
    assert content_of(INSURED, rule, learned) == expected
    assert joined(INSURED, rule, learned, lambda span: False).kind == ("mixed" if sure > 0.9 else "direct")


PIECES = "“It rained,” Moe said. The town slept. “Nobody came.”"


@pytest.mark.parametrize(
    ("second", "marked", "foreign", "sure", "expected"),
    [
        ("Nobody came.", True, False, 0.95, "It rained|Nobody came."),
        ("Nobody came.", True, True, 0.95, "It rained,"),
        ("Nobody came.", True, False, 0.6, "It rained,"),
        ("The town slept", False, False, 0.95, "It rained,"),
    ],
    ids=["a second piece in marks", "a piece of somebody else's", "an unsure one", "a piece without marks"],
)
def test_a_second_piece_is_kept_where_the_model_is_sure_and_nobody_else_has_it(
    second: str, marked: bool, foreign: bool, sure: float, expected: str
) -> None:
    rule = made(PIECES, "direct", ("It rained,",), "Moe", "said")
    quoted = ("It rained", second) if marked else ("It rained",)
    learned = made(PIECES, "direct", ("It rained", second), "Moe", "said", sure, quoted)
    assert content_of(PIECES, rule, learned, foreign) == expected


def test_pieces_that_only_the_rules_see_stay() -> None:
    rule = made(PIECES, "direct", ("It rained,", "Nobody came."), "Moe", "said")
    learned = made(PIECES, "direct", ("It rained",), "Moe", "said")
    assert content_of(PIECES, rule, learned) == "It rained,|Nobody came."


def test_the_first_half_of_a_split_report_is_the_rules() -> None:
    text = "The pier, he said, is safe."
    rule = made(text, "indirect", ("The pier", "is safe"), "he", "said")
    assert content_of(text, rule, made(text, "indirect", ("is safe",), "he", "said")) == "The pier|is safe"


def test_a_split_report_resumes_behind_its_cue() -> None:
    text = "He had, he said, merely warned the colonel."
    rule = made(text, "indirect", ("He had", "merely warned the colonel"), "he", "said")
    learned = made(text, "indirect", ("He had", "the colonel"), "he", "said")
    assert content_of(text, rule, learned) == "He had|merely warned the colonel"


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The board urged the owners to pay.", "urged", "to pay", "the owners to pay"),
        ("Moe called on the clerk to resign.", "called on", "to resign", "the clerk to resign"),
        ("Moe told the clerk, to his face, to go.", "told", "to go", "to go"),
        ("Moe promised the clerk to pay.", "promised", "to pay", "to pay"),
    ],
    ids=["urged", "called on", "behind a comma", "a verb that asks nobody"],
)
def test_whoever_is_asked_belongs_to_what_is_asked(text: str, cue: str, content: str, expected: str) -> None:
    assert content_of(text, None, made(text, "indirect", (content,), "", cue)) == expected


def test_a_speaker_in_another_sentence_is_left_out() -> None:
    text = "Some held that it rained. Bernt Moe denied it."
    rule = made(text, "indirect", ("it rained",), "Some", "held")
    learned = made(text, "indirect", ("it rained",), "Bernt Moe", "held")
    assert words(text, joined(text, rule, learned, lambda span: False).speaker) == "Some"
    assert joined(text, None, learned, lambda span: False).speaker == ()


def test_the_letter_speaks_and_not_its_owner() -> None:
    text = "Her letter to the court says it rained."
    rule = made(text, "indirect", ("it rained",), "Her letter to the court", "says")
    learned = made(text, "indirect", ("it rained",), "Her", "says")
    assert words(text, joined(text, rule, learned, lambda span: False).speaker) == "Her letter to the court"


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("By then he doubted the story.", "doubted", "the story", "he"),
        ("Ana Lindqvist’s claim of a plot came late.", "claim", "a plot", "Ana Lindqvist’s"),
        ("By then he was accused of theft.", "was accused", "theft", ""),
        ("By then the town doubted the story.", "doubted", "the story", ""),
    ],
    ids=["a pronoun before its verb", "an owner before the noun", "a passive", "a noun phrase"],
)
def test_a_pronoun_or_an_owner_right_before_the_cue_speaks(text: str, cue: str, content: str, expected: str) -> None:
    learned = made(text, "indirect", (content,), "", cue)
    assert words(text, joined(text, None, learned, lambda span: False).speaker) == expected


def test_somebody_spoken_of_before_the_frame_is_not_who_speaks() -> None:
    text = "He had hopes for the plan, Ana Lindqvist said."
    rule = made(text, "indirect", ("He had hopes for the plan",), "Ana Lindqvist", "said")
    learned = made(text, "indirect", ("hopes for the plan",), "He", "said", 0.5)
    kept = joined(text, rule, learned, lambda span: False)
    assert (words(text, kept.speaker), words(text, kept.content)) == ("Ana Lindqvist", "He had hopes for the plan")
