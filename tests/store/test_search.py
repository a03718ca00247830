"""Search finds the same in a file and in a database: the same passages, in the same order, with the same scores."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gainsay
from gainsay import Edition
from gainsay.edition.query import Hit
from gainsay.store import bm25
from gainsay.store.address import as_address
from gainsay.store.search import find_any, find_words
from gainsay.store.store import Store
from gainsay.store.wanted import Term
from tests.edition.collection import write
from tests.postgresql import Server

TEXTS = {
    "ferry.txt": (
        "The ferry lay off Port Adair and waited. The harbour closed at dusk, said Ana Lindqvist.\n\n"
        "On the ferry were 42 people; the ferry went back.\n"
    ),
    "watch.txt": "The night watch at the pier_house saw Mr. O'Neill's lamp and the lighthouse.\n",
    "notes.txt": (
        "Of the 18th-century harbour nothing stands.\n\n"
        "At night a guard kept watch, and slept. Watch and night, night.\n"
    ),
    "opera.txt": "Médée was sung at Marrow Bay, and the critics were nai\u0308ve.\n",
    "quay.txt": "From the Straße by the quay to Ærø, and from there to 東京 by sea.\n",
}
CASES = list(map(tuple, csv.reader(Path("tests/cases/search.csv").read_text(encoding="utf-8").splitlines())))[1:]
WORDS = sorted({word for text in TEXTS.values() for word in text.split()})


@pytest.fixture(scope="module")
def editions(postgresql: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Edition, Edition]]:
    """The same collection in a file and, read on its own, in a database."""
    folder = write(tmp_path_factory.mktemp("searched") / "press", TEXTS)
    settings = gainsay.ReadSettings(reader="rules")
    gainsay.read(folder, folder.parent / "first.gainsay", settings).close()
    with (
        gainsay.read(folder, folder.parent / "press.gainsay", settings) as file,
        gainsay.read(folder, postgresql.make(), settings) as database,
    ):
        yield file, database


def _told(hits: list[Hit]) -> list[tuple[object, ...]]:
    return [(hit.path, hit.passage, hit.snippet, hit.words, hit.marks, hit.score) for hit in hits]


@pytest.mark.parametrize(("query", "paths", "comment"), CASES, ids=[case[0] for case in CASES])
def test_a_query_finds_what_it_should_in_both(
    editions: tuple[Edition, Edition], query: str, paths: str, comment: str
) -> None:
    file, database = (_told(edition.search(query)) for edition in editions)
    assert {path for path, *_ in file} == set(filter(None, paths.split("|"))), comment
    assert database == file, comment


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=4), st.booleans())
def test_whatever_is_typed_is_found_alike(editions: tuple[Edition, Edition], words: list[str], phrase: bool) -> None:
    query = " ".join(words)
    query = f'"{query}"' if phrase else query
    file, database = (_told(edition.search(query)) for edition in editions)
    assert database == file


@pytest.mark.parametrize("question", ["Who closed the harbour?", "How many people were on the ferry at Port Adair?"])
def test_a_question_is_answered_alike(editions: tuple[Edition, Edition], question: str) -> None:
    file, database = editions
    assert file.ask(question) == database.ask(question)


def test_scores_and_beginnings_are_alike(editions: tuple[Edition, Edition]) -> None:
    found = []
    for edition in editions:
        with edition.store.begin() as connection:
            found.append(
                (
                    find_words(connection, ["night"], 9, every=False, beginnings=["harb", "fer", "wat"]),
                    find_any(connection, [[Term(("ferry",)), Term(("night",))], [Term(("the",)), Term(("watch",))]], 9),
                )
            )
    (words, groups), others = found
    for here, there in zip((words, groups), others, strict=True):
        assert here and [number for number, _ in here] == [number for number, _ in there]
        assert [score for _, score in here] == pytest.approx([score for _, score in there], rel=1e-12)


def test_what_is_removed_or_changed_is_found_no_more(anywhere: str, tmp_path: Path) -> None:
    folder, settings = write(tmp_path / "press", TEXTS), gainsay.ReadSettings(reader="rules")
    gainsay.read(folder, anywhere, settings).close()
    (folder / "ferry.txt").unlink()
    (folder / "watch.txt").write_text("A lamp, and no more.\n", encoding="utf-8")
    with gainsay.read(folder, anywhere, settings) as edition:
        assert [hit.path for hit in edition.search("harbour")] == ["notes.txt"]
        assert not edition.search('"night watch"') and [hit.path for hit in edition.search("lamp")] == ["watch.txt"]


def test_a_passage_of_endless_different_words_is_kept_and_found(anywhere: str, tmp_path: Path) -> None:
    words = " ".join(f"word{number:07}x{number * 7919}" for number in range(60_000))
    folder = write(tmp_path / "press", {"long.txt": f"Nothing but lighthouse {words}.\n"})
    with gainsay.read(folder, anywhere, gainsay.ReadSettings(reader="rules")) as edition:
        assert [hit.path for hit in edition.search("lighthouse")] == ["long.txt"]
    with closing(Store(as_address(anywhere))) as store, store.begin() as connection:
        assert find_words(connection, ["word0000001x7919"], 3)


@pytest.mark.parametrize("limit", [1, 3, 40])
def test_words_that_stand_everywhere_are_left_to_the_last_and_add_what_they_should(
    editions: tuple[Edition, Edition], monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    monkeypatch.setattr(bm25, "MANY", 1)
    wanted = [
        [Term(("harbour",))],
        [Term(("the",)), Term(("watch",), beginning=True)],
        [Term(("the",))],
        [Term(("night",))],
    ]
    found = []
    for edition in editions:
        with edition.store.begin() as connection:
            ranked = find_any(connection, wanted, limit, every=False)
            paths = [_passage(edition, number) for number, _ in ranked]
            found.append(list(zip(paths, [round(score, 9) for _, score in ranked], strict=True)))
    assert found[0] == found[1]


def _passage(edition: Edition, number: int) -> str:
    """The words of a passage: its number may differ from edition to edition."""
    return next(p.span.of(edition.text(p.document)) for k, p in enumerate(edition.passages(), 1) if k == number)
