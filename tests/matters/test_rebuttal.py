"""Denials that point at what was just said, in the same text."""

import re

import pytest

from gainsay.matters.facets import occurrence
from gainsay.matters.rebuttal import rebuttals
from gainsay.spans import Span
from gainsay.statements import Statement
from tests.matters.builders import comparable


def linked(text: str, **second: object) -> bool:
    """Whether the second statement of a text (they stand between bars) is read as answering the first."""
    spans = [Span(*m.span(1)) for m in re.finditer(r"\|([^|]+)\|", text)]
    first = Statement("s1", "d", "p", "a", spans[0], attribution=("said-lind",), holder="lind")
    other = Statement("s2", "d", "p", "a", spans[1], **second)  # type: ignore[arg-type]
    return [(a.id, b.id) for a, b in rebuttals(text, [first, other])] == [("s2", "s1")]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Lind said |the pier was safe|. The inquest found those claims to be old. |The pier fell.|", False),
        ("Lind said |the pier was safe|. Aides dismissed the remarks, saying |it never was|.", True),
        ("Lind said |the pier was safe|. |The consul pushed back on those claims.|", True),
        ("Lind said |the pier was safe|. |That is simply not true.|", True),
        ("Lind said |the pier was safe|. |A court deemed those statements false.|", True),
        ("Lind said |the pier was safe|. |The consul rejected the claim that the gate was shut.|", False),
        ("Lind said |the pier was safe|. |The council rejected the plan.|", False),
        ("Lind said |the pier was safe|. |That is wrong and shameful.|", False),
    ],
    ids=["no denial", "in the frame", "points", "that", "deemed false", "says what it denies", "a plan", "a wrong"],
)
def test_what_points_back_answers_what_was_said(text: str, answers: bool) -> None:
    assert linked(text) is answers


def test_nobody_rebuts_himself() -> None:
    text = "Lind said |the pier was safe|. |That is simply not true.|"
    assert not linked(text, attribution=("said-lind",), holder="lind")


def test_a_rebuttal_denies_whatever_words_it_has() -> None:
    denied = comparable("b", statement="told")
    found = occurrence.rebuttal(comparable("a", answers="told"), denied)
    assert found is not None
    assert (found.kind, found.a, found.b) == ("denies", "a", "b")
    assert occurrence.rebuttal(comparable("c"), denied) is None
