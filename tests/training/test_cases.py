"""The cases marked by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.cases import CaseError, load, read_case

BASE = {"id": "x", "genre": "diary", "split": "dev"}


def test_every_case_is_well_marked_and_both_halves_hold_every_genre() -> None:
    train, dev = load("train"), load("dev")
    assert {case.genre for case in train} == {case.genre for case in dev}
    assert len(train) + len(dev) == len(load()) >= 120


def test_the_cases_hold_nesting_attitudes_and_passages_with_nothing() -> None:
    cases = load()
    marked = [one for case in cases for one in case.attributions]
    assert sum(one.parent is not None for one in marked) >= 50
    assert sum(one.type == "attitude" for one in marked) >= 20
    assert sum(not case.attributions for case in cases) >= 20


def test_marks_become_spans_of_the_text_without_them() -> None:
    text = "[1s Ada] [1q said] [1c that [2s Orme] [2q denied] [2c it]]. “[3c Never,]” [3s he] [3q said]."
    case = read_case({**BASE, "text": text, "marks": {"2": {"stance": "denies"}}})
    assert case.text == "Ada said that Orme denied it. “Never,” he said."
    outer, inner, direct = case.attributions
    assert [span.of(case.text) for span in outer.content] == ["that Orme denied it"]
    assert (outer.kind, outer.parent, inner.parent, inner.stance) == ("indirect", None, "1", "denies")
    assert (direct.kind, [span.of(case.text) for span in direct.marked]) == ("direct", ["Never,"])


def test_one_speaker_may_speak_twice() -> None:
    case = read_case({**BASE, "text": "[1s,2s Ada] [1q said] [1c she was well] and [2q added] [2c that it rained]."})
    assert case.attributions[0].speaker == case.attributions[1].speaker


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[1s Ada] [1q says] nothing.", {}),  # no content
        ("[1s Ada [1c it rains].", {}),  # not closed
        ("[1c it rains]].", {}),  # closed twice
        ("[1c it rains ].", {}),  # a blank at the edge
        ("[1c it rains].", {"2": {"type": "speech"}}),  # no such attribution
        ("[1c it rains].", {"1": {"type": "song"}}),  # no such type
    ],
)
def test_wrong_marks_name_the_passage(text: str, marks: dict[str, dict[str, str]]) -> None:
    with pytest.raises(CaseError, match=r"^x: "):
        read_case({**BASE, "text": text, "marks": marks})


def test_an_id_stands_once(tmp_path: Path) -> None:
    line = json.dumps({**BASE, "text": "[1c it rains]."})
    (tmp_path / "cases.jsonl").write_text(f"{line}\n{line}\n", encoding="utf-8")
    with pytest.raises(CaseError, match="two passages"):
        load(file=tmp_path / "cases.jsonl")
