"""What a second reader answers counts only where every word that it rests on stands in the passages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gainsay.judging.opinion import MOST_REASONS, Rest, opinion_of
from gainsay.judging.pair import Sent
from gainsay.spans import Span

FIRST = "The union says\nthat 120 dockers  were arrested."
SECOND = "The company speaks of 40 dockers."
SENT = Sent.of(FIRST), Sent.of(SECOND)
GOOD = [{"passage": 1, "words": "120 dockers were"}, {"passage": 2, "words": "40 dockers"}]


def _reply(**changed: Any) -> str:
    return json.dumps({"reasons": "Two figures.", "verdict": "conflict", "spans": GOOD} | changed)


def test_spans_lead_back_to_the_original_characters() -> None:
    found = opinion_of(_reply(), SENT)
    assert found.verdict == "conflict" and found.problem == ""
    assert [rest.number for rest in found.rests] == [1, 2]
    assert found.rests[0].span.of(FIRST) == "120 dockers  were"  # two blanks there, one in what was sent
    assert found.rests[1] == Rest(2, Span(22, 32))


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ("", "JSON"),
        ("I think they conflict.", "JSON"),
        ('{"reasons": "cut off', "JSON"),
        ("[1, 2]", "JSON"),
        ("{" * 100_000, "JSON"),
        (_reply(verdict="lies"), "none of those"),
        (_reply(verdict=None), "none of those"),
        (_reply(verdict=["conflict"]), "none of those"),
        (_reply(reasons=" "), "no reasons"),
        (_reply(reasons=7), "no reasons"),
        (json.dumps({"verdict": "conflict", "reasons": "r", "spans": GOOD}), "before its reasons"),
        (_reply(spans=[{"passage": 1, "words": "121 dockers"}, GOOD[1]]), "does not stand"),
        (_reply(spans=[{"passage": 2, "words": "120 dockers"}, GOOD[1]]), "does not stand"),  # of the other passage
        (_reply(spans=[{"passage": 1, "words": "120 Dockers"}, GOOD[1]]), "does not stand"),  # a letter's case
        (_reply(spans=GOOD[:1]), "both passages"),
        (_reply(spans=[]), "both passages"),
        (_reply(spans=None), "both passages"),
        (_reply(spans="120 dockers"), "no list"),
        (_reply(spans=GOOD * 9), "no list"),
        (_reply(spans=[{"passage": 3, "words": "40"}]), "names no passage"),
        (_reply(spans=[{"passage": True, "words": "40"}]), "names no passage"),
        (_reply(spans=[{"passage": [1], "words": "40"}]), "names no passage"),
        (_reply(spans=[{"passage": 1, "words": "  "}]), "no words"),
        (_reply(spans=["120 dockers"]), "names no passage"),
    ],
)
def test_an_answer_of_another_form_or_with_words_of_its_own_is_void(reply: str, problem: str) -> None:
    found = opinion_of(reply, SENT)
    assert found.verdict is None and problem in found.problem and found.rests == ()


def test_what_is_said_around_the_answer_does_not_matter() -> None:
    assert opinion_of(f"Let me {{think}}.\n```json\n{_reply()}\n```\nDone.", SENT).verdict == "conflict"


def test_of_several_objects_the_last_with_a_verdict_counts() -> None:
    assert opinion_of(_reply(verdict="scope") + _reply() + '{"note": "end"}', SENT).verdict == "conflict"


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_to_find_nothing_in_common_needs_no_words(verdict: str) -> None:
    assert opinion_of(_reply(verdict=verdict, spans=[]), SENT).verdict == verdict


def test_reasons_are_cleaned_of_signs_that_steer_a_screen_and_cut() -> None:
    found = opinion_of(_reply(reasons="\x1b[2Jone\u202e\n\ntwo " + "w" * 9999), SENT)
    assert found.reasons.startswith("[2Jone two w") and len(found.reasons) == MOST_REASONS
