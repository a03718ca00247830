"""Attributions of both readers together."""

import pytest

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.combined import combine
from gainsay.spans import Span

TEXT = (
    "Ana Lindqvist said that the pier was closed. “It will not open again before the winter is over.” "
    "The dockers agreed."
)


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def made(content, *, speaker=None, cue=None, kind="indirect", confidence=0.9):
    return Attribution(
        id=content,
        document="pier",
        kind=kind,
        content=(span(content),),
        speaker=(span(speaker),) if speaker else (),
        cue=(span(cue),) if cue else (),
        confidence=confidence,
    )


BLOCK = made("It will not open again before the winter is over.", kind="direct")
SAID = made("the pier was closed", speaker="Ana Lindqvist", cue="said")


def found(by_rule, by_model):
    return [(one.id, one.speaker) for one in combine(TEXT, by_rule, by_model)]


@pytest.mark.parametrize(
    ("by_rule", "by_model", "expected"),
    [
        ([], [SAID], [SAID.id]),
        ([], [made("the pier was closed", speaker="Ana Lindqvist", cue="said", confidence=0.01)], []),
        ([BLOCK], [made("before the winter", kind="direct")], [BLOCK.id]),
        ([BLOCK], [SAID], [SAID.id, BLOCK.id]),
        ([SAID], [made("agreed", cue="said")], [SAID.id]),
    ],
    ids=[
        "what only the model has read",
        "where it is unsure",
        "a piece of a quotation that the rules have whole",
        "each of its own",
        "a second reading of one cue",
    ],
)
def test_which_are_kept(by_rule, by_model, expected):
    assert [one for one, _ in found(by_rule, by_model)] == expected


def test_the_model_says_who_speaks_where_no_marks_bound_the_words():
    rule = made("the pier was closed", speaker="The dockers", cue="said")
    assert found([rule], [SAID]) == [(SAID.id, SAID.speaker)]


def test_the_rules_say_who_speaks_where_marks_do():
    rule = made("It will not open again before the winter is over.", speaker="Ana Lindqvist", kind="direct")
    other = made("It will not open again before the winter is over.", speaker="The dockers", kind="direct")
    assert [speaker for _, speaker in found([rule], [other])] == [rule.speaker]


@pytest.mark.parametrize(("others", "expected"), [(0.9, True), (0.65, False)])
def test_where_the_model_is_sure_of_little_it_is_believed_less(others, expected):
    doubtful = made("the pier was closed", speaker="Ana Lindqvist", confidence=0.5)
    crowd = [made("before the winter", confidence=others)] * 9
    assert (doubtful.id in [one for one, _ in found([], [doubtful, *crowd])]) is expected
