"""Long quotations that nobody is told to have said."""

from __future__ import annotations

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.leftover import find_leftover
from gainsay.spans import Span
from tests.annotations.attributions.texts import lay_out, words

SPLIT = "In such a port a “guild of pilots that elects its own judges … and pays them, is the instrument of order”."


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (SPLIT, ["mixed"]),
        ("It rained. “Nobody in the town had been told that the pier would be closed.” It snowed.", ["direct"]),
        ("The so-called “guild of pilots” was poor.", []),
        ("The film “The Last of the Many Ships That Sailed Out of Tarn and Orm” ran for a week.", []),
        ("In such a port a “guild of pilots that elects its own judges and pays them is the instrument.", []),
    ],
    ids=["a clause", "a whole sentence", "a term", "a title", "a mark is lost"],
)
def test_ten_words_in_marks_are_somebodys(text: str, kinds: list[str]) -> None:
    found = find_leftover(lay_out(text), [])
    assert [one.kind for one in found] == kinds
    assert not any(one.speaker or one.cue for one in found)


def test_what_an_attribution_holds_is_not_left_over() -> None:
    start = SPLIT.index("guild")
    held = Attribution("a", "d", "mixed", (Span(start, start + 20),))
    assert find_leftover(lay_out(SPLIT), [held]) == []
    (alone,) = find_leftover(lay_out(SPLIT), [])
    assert words(SPLIT, alone.content) == SPLIT[start:-2]


def test_marks_that_stand_around_anothers_words_were_paired_wrongly() -> None:
    text = "She wept. “He thought that the whole town was against him and his boats.\n\n“I was fine,” he said."
    (alone,) = find_leftover(lay_out(text), [])
    between = Span(alone.content[0].end, alone.content[1].start)
    assert find_leftover(lay_out(text), [Attribution("a", "d", "direct", (between,))]) == []
