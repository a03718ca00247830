"""Asking an edition: search, people, questions, matters, checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.edition.query import named
from gainsay.errors import UsageError
from gainsay.store.store import Store
from tests.edition.collection import TEXTS, write


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("asked") / "press")
    gainsay.read(folder, folder.parent / "press.gainsay")
    return folder.parent / "press.gainsay"


@pytest.fixture(scope="module")
def edition(made: Path) -> Iterator[Edition]:
    with gainsay.open_edition(made) as one:
        yield one


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("pier", {"company.txt", "union.txt", "memoir/pier.txt"}),
        ("soldiers strikers", {"company.txt", "union.txt"}),
        ('"the strikers left"', {"company.txt"}),
        ('"strikers the left"', set()),
        ("Lindqist", {"company.txt"}),  # a misspelling
        ("secretar", {"union.txt"}),  # a part of a word
        ("LINDQVIST", {"company.txt"}),
        ("zeppelin", set()),
        ("", set()),
        ('"', set()),
        ("-- ;", set()),
    ],
)
def test_search_finds_words_phrases_parts_and_misspellings(edition: Edition, query: str, paths: set[str]) -> None:
    hits = edition.search(query)
    assert {hit.path for hit in hits} == paths
    for hit in hits:
        text = TEXTS[hit.path]
        assert hit.snippet.of(text) == hit.words
        assert hit.marks and all(hit.snippet.contains(mark) for mark in hit.marks)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=30) | st.sampled_from(["NEAR(a b)", "a AND", "pier*", "words: pier", '"pier', "^pier", "\0", "("])
)
def test_nothing_that_is_typed_is_an_error(edition: Edition, query: str) -> None:
    edition.search(query)
    edition.ask(query)


def test_a_name_is_found_whole_in_part_and_misspelt(edition: Edition) -> None:
    for name in ("Josef Brandt", "brandt", "Josef Brant"):
        assert "Brandt" in named(edition, name)[0].name
    assert named(edition, "Zeppelin") == []


def test_who_tells_what_somebody_says_and_what_is_said_of_them(edition: Edition) -> None:
    person = edition.who("Brandt")
    assert any("Nobody was hurt" in said.words for said in person.says)
    assert any(said.path == "wire.txt" for said in person.said_of)
    for said in person.says:
        assert " … ".join(span.of(TEXTS[said.path]) for span in said.spans) == said.words
    for of in person.said_of:
        assert of.span.of(TEXTS[of.path]) == of.words
    with pytest.raises(UsageError, match="nobody and nothing"):
        edition.who("Zeppelin")


def test_a_question_gets_the_statements_that_bear_on_it(edition: Edition) -> None:
    answer = edition.ask("How many dockers were arrested at Port Adair?")
    assert answer.abstains is None
    assert {b.path for b in answer.statements[:3]} <= {"company.txt", "union.txt", "wire.txt"}
    assert any("120 dockers" in b.words for b in answer.statements)
    assert all(b.span.of(TEXTS[b.path]) == b.words for b in answer.statements)


@pytest.mark.parametrize("question", ["Who built the zeppelin?", "What is the price of copper in Chile?", "And?", ""])
def test_a_question_on_which_nothing_bears_gets_no_answer(edition: Edition, question: str) -> None:
    answer = edition.ask(question)
    assert answer.abstains and not answer.matters and not answer.statements


def test_matters_can_be_chosen(edition: Edition) -> None:
    every = edition.matters()
    assert every
    assert [m.score for m in every] == sorted((m.score for m in every), reverse=True)
    for verdict in {m.verdict for m in every}:
        assert {m.verdict for m in edition.matters(verdict=verdict)} == {verdict}
    assert edition.matters(about="Zeppelin") == []


def test_a_document_is_found_by_id_path_or_name(edition: Edition) -> None:
    document = edition.document("memoir/pier.txt")
    assert edition.document(document.id) == edition.document("pier.txt") == document
    with pytest.raises(UsageError, match="no such document"):
        edition.document("nowhere.txt")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ('UPDATE mentions SET "end" = 999999 WHERE number = 1', "mentions: [0, 999999) lies outside"),
        ("UPDATE statements SET holder = 'referent-x' WHERE number = 1", "statements.holder: referent-x"),
        (
            "UPDATE statements SET figures = CAST('[\"figure-x\"]' AS BLOB) WHERE number = 1",
            "statements.figures: figure-x",
        ),
        ("UPDATE attributions SET parent = id WHERE number = 1", "is its own ancestor"),
        ("UPDATE documents SET sha256 = 'other' WHERE path = 'wire.txt'", "wire.txt: the file changed"),
    ],
)
def test_verify_tells_what_is_broken(made: Path, tmp_path: Path, damage: str, told: str) -> None:
    copy = tmp_path / "press.gainsay"
    copy.write_bytes(made.read_bytes())
    store = Store(copy, write=True)
    with store.begin() as connection:
        connection.exec_driver_sql(damage)
    store.close()
    with gainsay.open_edition(copy) as one:
        assert any(told.partition("[0")[0] in problem for problem in one.verify())
    with gainsay.open_edition(made) as one:
        assert one.verify() == []


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How many dockers were arrested in Zanzibar?", "the place is another"),
        ("Who founded Port Adair?", "the name alone says nothing of its founding"),
        ("When did Zebulon Quist leave Marrow Bay?", "the person is another"),
    ],
)
def test_sharing_a_part_of_a_question_is_not_bearing_on_it(edition: Edition, question: str, why: str) -> None:
    assert edition.ask(question).abstains, why


def test_what_somebody_says_bears_on_a_question_about_them(edition: Edition) -> None:
    answer = edition.ask("Did Ellen Marsh see men fall?")
    assert "I saw two men fall on the pier" in answer.statements[0].words
