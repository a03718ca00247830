"""Questions: what bears on them, on whose word, and when nothing does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import gainsay
from gainsay import Edition
from gainsay.edition.kindred import kindred, school
from gainsay.edition.question import Question
from gainsay.statements.terms import stem
from tests.edition.collection import write
from tests.edition.quarrel import TEXTS

MORE = {
    "6-diary.txt": (
        "From a diary\n\nJune 1, 1911\n\n"
        "Josef Brandt said on March 1, 1911: “The brave dockers of Port Adair are our friends.” "
        "Josef Brandt said on May 2, 1911: “The dockers of Port Adair are a gang.” "
        "The union was federalist. Two dockers were killed at Port Adair.\n"
    ),
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = write(tmp_path_factory.mktemp("asked") / "press", TEXTS | MORE)
    gainsay.read(folder, folder.parent / "press.gainsay").close()
    with gainsay.open_edition(folder.parent / "press.gainsay") as one:
        yield one


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many died at Port Adair?", "Two dockers were killed"),  # another word for it
        ("Was federalism in the union?", "The union was federalist"),  # a doctrine by its followers
        ("How many dockers were arrested in 1911, and on whose word?", "dockers were arrested"),
        ("Who fired at the crowd?", "saw the soldiers fire at the crowd"),
    ],
)
def test_what_bears_on_a_question_is_found_in_other_words_too(edition: Edition, question: str, words: str) -> None:
    assert any(words in b.words for b in edition.ask(question).statements[:3])


def test_headings_are_no_statements(edition: Edition) -> None:
    answer = edition.ask("Which customs house burned?")
    assert answer.statements
    assert all(b.words != "A customs house burned" for b in answer.statements)


def test_different_voices_come_before_a_second_word_of_one(edition: Edition) -> None:
    answer = edition.ask("How many dockers were arrested at Port Adair on 3 March 1911?")
    assert {b.path for b in answer.statements[:3]} == {"1-herald.txt", "2-courier.txt", "3-worker.txt"}


def test_an_answer_names_the_holder_and_stands_where_it_says(edition: Edition) -> None:
    (seen, *_) = edition.ask("Who fired at the crowd?").statements
    assert seen.by is not None and "Marsh" in seen.by
    assert all(b.span.of({**TEXTS, **MORE}[b.path]) == b.words for b in edition.ask("Who fired?").statements)


def test_who_saw_it_is_answered_with_quotations_out_of_their_frame(edition: Edition) -> None:
    answer = edition.ask("Who saw the strikers burn the customs house?")
    assert any(q.frame and "pilots saw" in q.frame.words for q in answer.quotations)
    assert edition.ask("Did the strikers burn the customs house?").quotations == ()


def test_whether_texts_are_independent_is_answered_with_what_they_share(edition: Edition) -> None:
    answer = edition.ask("Are the first two texts independent witnesses?")
    assert answer.asked == ("1-herald.txt", "2-courier.txt")
    assert [(t.a, t.b) for t in answer.ties] in (
        [("1-herald.txt", "2-courier.txt")],
        [("2-courier.txt", "1-herald.txt")],
    )
    last = edition.ask("Are 4-review.txt and 5-almanac.txt independent sources?")
    assert last.asked == ("4-review.txt", "5-almanac.txt") and last.ties == ()


def test_becoming_independent_is_no_question_about_texts(edition: Edition) -> None:
    assert "origin" not in Question.of(edition, "When did Port Adair become independent?").wanted


def test_how_words_changed_is_answered_in_order_of_time_with_the_turn(edition: Edition) -> None:
    answer = edition.ask("Did Brandt's words on Port Adair change?")
    whens = [s.when for s in answer.sayings]
    assert [w for w in whens if w in ("1911-03-01", "1911-05-02")] == ["1911-03-01", "1911-05-02"]
    assert answer.statements == ()


@pytest.mark.parametrize("question", ["What is the price of copper?", "And?", "", "Who calls it a zeppelin?"])
def test_where_nothing_bears_on_it_the_answer_says_so(edition: Edition, question: str) -> None:
    answer = edition.ask(question)
    assert answer.abstains and not answer.statements and not answer.named and not answer.sayings


def test_kindred_words_hold_both_ways_and_unknown_ones_have_none() -> None:
    for a, b in (("died", "killed"), ("overthrew", "toppled"), ("invaded", "occupation")):
        assert stem(b) in kindred(stem(a)) and stem(a) in kindred(stem(b))
    assert kindred("zeppelin") == frozenset()
    assert school("ism") is None
