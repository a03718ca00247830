"""Reuse: which places share words."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.dependence.fingerprint import Fingerprint, fingerprint
from gainsay.dependence.reuse import Run, find_reuse
from gainsay.spans import Span

CASES = Path(__file__).parent.parent / "cases" / "reuse.csv"


def cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["why"]) for row in csv.DictReader(file)]


def compare(*texts: str, changed: set[str] | None = None) -> list[Run]:
    return find_reuse([fingerprint(f"d{k}", text) for k, text in enumerate(texts)], changed)


def prose(words: int, seed: int) -> str:
    """Words in an order that does not repeat itself."""
    rng = random.Random(seed)
    return " ".join(f"w{rng.randrange(10**6)}" for _ in range(words))


@pytest.mark.parametrize("row", cases())
def test_runs_of_eight_words_are_found_and_shorter_ones_are_not(row: dict[str, str]) -> None:
    first, second = row["first"], row["second"].replace("\\u0301", "\u0301")
    runs = compare(first, second)
    assert [r.words for r in runs] == ([int(row["words"])] if row["words"] != "0" else [])
    altered = [f"{a.of(first)}>{b.of(second)}" for r in runs for a, b in r.altered]
    assert altered == list(filter(None, [row["altered"]]))


def test_a_run_is_the_exact_characters_of_both_texts() -> None:
    first, second = "Ana said: “the boats were burnt before the tide had turned, all of them”.", "b " * 3
    second += "The boats were burnt before the tide had turned, all of them! So they say."
    (run,) = compare(first, second)
    assert run.a.span.of(first) == "the boats were burnt before the tide had turned, all of them"
    assert run.b.span.of(second) == "The boats were burnt before the tide had turned, all of them"


def test_three_places_in_one_document_make_three_pairs() -> None:
    line = "the parade on the quay marked the end of the long strike"
    runs = compare(f"{line}. One. {line}. Two words. {line}.")
    assert len(runs) == 3
    assert all(r.words == 12 and r.a.span.end <= r.b.span.start for r in runs)


def test_the_order_of_documents_makes_no_difference() -> None:
    texts = [prose(40, 1) + " " + prose(30, 9), prose(30, 9) + " " + prose(40, 2), prose(10, 3) + " " + prose(30, 9)]
    prints = [fingerprint(f"d{k}", t) for k, t in enumerate(texts)]
    assert find_reuse(prints) == find_reuse(prints[::-1])
    assert len(find_reuse(prints)) == 3


def test_only_pairs_that_touch_a_changed_document_are_given_when_asked() -> None:
    shared = prose(20, 5)
    texts = [f"{prose(9, k)} {shared}" for k in range(4)]
    every = compare(*texts)
    some = compare(*texts, changed={"d2"})
    assert some == [r for r in every if "d2" in (r.a.document, r.b.document)]
    assert len(some) == 3


def test_five_hundred_copies_hang_together_in_one_chain() -> None:
    runs = compare(*[prose(60, 7)] * 500)
    assert len(runs) == 499
    assert {r.words for r in runs} == {60}


def test_a_sentence_repeated_without_pause_is_one_pair() -> None:
    runs = compare("the ferry will not sail today because of the strike " * 20_000)
    assert len(runs) == 1


def test_one_word_repeated_is_no_reuse() -> None:
    assert compare("no " * 100_000) == []


def test_a_run_does_not_go_across_what_is_left_out() -> None:
    text = "the ferry will not sail today Share this page because of the long strike"
    share = Span(text.index("Share"), text.index(" because"))
    whole = fingerprint("d0", text)
    assert len(find_reuse([whole, fingerprint("d1", text)])) == 1
    assert find_reuse([fingerprint("d0", text, [share]), fingerprint("d1", text, [share])]) == []


def test_a_fingerprint_survives_the_store() -> None:
    text = "They’ve left Marrow Bay, all nine of them, before the tide turned."
    before = fingerprint("dök", text)
    after = Fingerprint.from_bytes(before.to_bytes())
    assert after.document == before.document
    assert find_reuse([after, fingerprint("x", text)]) == find_reuse([before, fingerprint("x", text)])


def test_bytes_that_are_no_fingerprint_are_refused() -> None:
    with pytest.raises(ValueError, match="not a fingerprint"):
        Fingerprint.from_bytes(b"nonsense")
    with pytest.raises(ValueError, match="cut short"):
        Fingerprint.from_bytes(fingerprint("d", "one two three").to_bytes()[:-1])


@given(st.lists(st.text(alphabet="ab ’'\n-é", max_size=200), max_size=4))
def test_every_run_points_into_its_texts_and_its_sides_lie_apart(texts: list[str]) -> None:
    for run in compare(*texts):
        first, second = texts[int(run.a.document[1:])], texts[int(run.b.document[1:])]
        assert 0 <= run.a.span.start < run.a.span.end <= len(first)
        assert 0 <= run.b.span.start < run.b.span.end <= len(second)
        assert run.a.document != run.b.document or not run.a.span.overlaps(run.b.span)
        assert run.words >= 8
