"""Sixty questions to three invented collections: what bears on each is among the first, and what nothing bears on is
said to be so.

`tests/cases/questions.csv`: a row for each passage that is expected (a question may have several), `-` for a question
on which nothing bears.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

import gainsay
from gainsay import Edition
from gainsay.edition.asking import Answer
from tests.edition.collection import write
from tests.edition.vessara import FIRE, VESSARA

ROWS = list(csv.DictReader(Path("tests/cases/questions.csv").read_text(encoding="utf-8").splitlines()))
FIRST = 5  # as many as `gainsay ask` shows
LEAST_FOUND = 0.96  # 51 of 52; before questions were met as now, 42
LEAST_FIRST = 0.86  # 34 of 38; before, 30 of 37
MOST_OFF = 0.36  # of the lines shown 23 of 75 hold nothing that is expected; before, 33 of 76


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Edition]]:
    folder = tmp_path_factory.mktemp("questions")
    folders = {"vessara": write(folder / "vessara", VESSARA), "fire": write(folder / "fire", FIRE)}
    folders["marrow-bay"] = Path("examples/marrow-bay")
    opened = {name: gainsay.read(path, folder / f"{name}.gainsay") for name, path in folders.items()}
    yield opened
    for one in opened.values():
        one.close()


def shown(edition: Edition, answer: Answer) -> str:
    """All words that an answer shows."""
    from gainsay.edition.shown import show

    words = [b.words for b in answer.statements]
    words += [s.words for m in show(edition, answer.matters) for side in m.sides for s in side.statements]
    words += [n.words for named in answer.named for n in named.namings]
    words += [w for saying in answer.sayings for w in saying.words]
    words += [v.shared.words for q in answer.quotations for v in (q.quoting, q.against)]
    return " | ".join(" ".join(w.split()) for w in words)


@pytest.fixture(scope="module")
def outcomes(editions: dict[str, Edition]) -> list[tuple[dict[str, str], bool]]:
    answers: dict[tuple[str, str], tuple[Answer, str]] = {}
    found = []
    for row in ROWS:
        key = row["collection"], row["question"]
        if key not in answers:
            answer = editions[key[0]].ask(key[1], FIRST)
            answers[key] = answer, shown(editions[key[0]], answer)
        answer, words = answers[key]
        found.append((row, bool(answer.abstains) if row["expected"] == "-" else row["expected"] in words))
    return found


def test_the_passages_that_answer_are_shown(outcomes: list[tuple[dict[str, str], bool]]) -> None:
    right = [good for row, good in outcomes if row["expected"] != "-"]
    missed = [f"{row['question']} {row['expected']}" for row, good in outcomes if row["expected"] != "-" and not good]
    assert sum(right) >= LEAST_FOUND * len(right), missed


def test_where_nothing_bears_on_a_question_that_is_said(outcomes: list[tuple[dict[str, str], bool]]) -> None:
    assert [row["question"] for row, good in outcomes if row["expected"] == "-" and not good] == []


def test_what_answers_comes_first_and_little_else_comes_with_it(editions: dict[str, Edition]) -> None:
    expected: dict[tuple[str, str], list[str]] = {}
    for row in ROWS:
        expected.setdefault((row["collection"], row["question"]), []).append(row["expected"])
    lines = [
        [any(words in " ".join(b.words.split()) for words in wanted) for b in answer.statements]
        for (collection, question), wanted in expected.items()
        if wanted != ["-"] and (answer := editions[collection].ask(question, FIRST)).statements
    ]
    assert sum(some[0] for some in lines) >= LEAST_FIRST * len(lines)
    assert sum(not good for some in lines for good in some) <= MOST_OFF * sum(map(len, lines))


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("When was Dastan installed, and by whom?", ["National Council", "12 January 1980"]),
        ("Who dissolved the Rescue League?", ["high court"]),
        ("Who overthrew King Halvard?", ["Ordan Breck"]),
        ("How much do workers at the harbour earn?", ["four crowns a day"]),
        ("When was the capital evacuated?", ["April 1975"]),
        ("Was the party Halmanist?", []),
    ],
)
def test_the_words_that_answer_are_pointed_at(editions: dict[str, Edition], question: str, points: list[str]) -> None:
    (first, *_) = editions["vessara"].ask(question).statements
    assert [p.shift(-first.span.start).of(first.words) for p in first.points] == points


def test_what_somebody_denies_is_not_shown_as_said(editions: dict[str, Edition]) -> None:
    stances = {b.words: b.stance for b in editions["fire"].ask("Were the doors locked?").statements}
    assert stances["any door had been locked"] == "denies"
    assert stances["the doors on the yard were locked"] == "asserts"
