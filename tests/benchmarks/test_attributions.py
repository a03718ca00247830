"""The measures of the attribution benchmark."""

from __future__ import annotations

import pytest
from benchmarks.accuracy.attribution_scores import Gold, Tally, bare, kind_of, pairs, score

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.spans import Span

TEXT = 'Ana Lindqvist said that the harbour of Port Adair was shut, and Orme denied it. "Go," he said.'


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def attribution(id: str, content: str, speaker: str = "", cue: str = "", parent: str | None = None) -> Attribution:
    return Attribution(
        id, "d", "indirect", at(content), (), at(speaker) if speaker else (), at(cue) if cue else (), parent=parent
    )


def test_half_of_the_words_is_found_and_only_all_of_them_exact() -> None:
    gold = [Gold("g", "indirect", at("that the harbour of Port Adair was shut"), at("Ana Lindqvist"), at("said"))]
    near = score(TEXT, [attribution("p", "the harbour of Port Adair", "Lindqvist", "said")], gold)
    assert (near.content.f1, near.exact.f1, near.speaker.f1, near.full.f1) == (1.0, 0.0, 1.0, 1.0)
    far = score(TEXT, [attribution("p", "the harbour", "Lindqvist", "said")], gold)
    assert far.content.f1 == 0.0


def test_a_leading_that_and_a_final_comma_do_not_count_when_bare() -> None:
    assert bare(TEXT, at("that the harbour of Port Adair was shut,")) == at("the harbour of Port Adair was shut")
    gold = [Gold("g", "indirect", at("that the harbour of Port Adair was shut"))]
    assert score(TEXT, [attribution("p", "the harbour of Port Adair was shut")], gold, strip=True).exact.f1 == 1.0


def test_an_unclear_gold_is_neither_required_nor_punished() -> None:
    gold = [Gold("g", "indirect", at("the harbour of Port Adair was shut"), clear=False)]
    hit = score(TEXT, [attribution("p", "the harbour of Port Adair was shut")], gold)
    assert (hit.content.predicted, hit.content.gold) == (0, 0)
    other = score(TEXT, [attribution("p", "denied it")], gold)
    assert (other.content.predicted, other.content.right) == (1, 0)


def test_a_parent_is_right_when_it_is_paired_with_the_gold_parent() -> None:
    gold = [
        Gold("a", "indirect", at("that the harbour of Port Adair was shut, and Orme denied it")),
        Gold("b", "indirect", at("denied it"), parent="a"),
    ]
    outer = attribution("p", "the harbour of Port Adair was shut, and Orme denied it")
    right = score(TEXT, [outer, attribution("q", "denied it", parent="p")], gold)
    wrong = score(TEXT, [outer, attribution("q", "denied it")], gold)
    assert (right.parent.right, right.parent.of) == (1, 1)
    assert (wrong.parent.right, wrong.parent.of) == (0, 1)


def test_a_speaker_where_the_gold_has_none_is_wrong() -> None:
    gold = [Gold("g", "indirect", at("the harbour of Port Adair was shut"))]
    scores = score(TEXT, [attribution("p", "the harbour of Port Adair was shut", "Lindqvist")], gold)
    assert scores.speaker.right == 0


def test_contents_pair_one_to_one_and_best_first() -> None:
    one, half = frozenset(range(10)), frozenset(range(6))
    assert pairs([half, one], [one], [True]) == {1: 0}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('"Go," he said', "mixed"),
        ('"Go,"', "direct"),
        ("denied it", "indirect"),
    ],
)
def test_the_kind_follows_from_the_marks(content: str, kind: str) -> None:
    assert kind_of(TEXT, at(content)) == kind


def test_an_empty_tally_is_zero() -> None:
    assert Tally().f1 == 0.0
