"""All phrases of an edition, grouped by what they name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import gainsay
from gainsay import Edition
from gainsay.edition.concepts import concepts, phrases
from tests.edition.collection import write

TEXTS = {
    "a.txt": (
        "The treaty of the harbour was signed on Friday. The union praised the treaty, and said that the generous "
        "harbour treaty would last. Josef Brandt left. Mr. Brandt was tired.\n"
    ),
    "b.txt": "A foolish treaty, the company said. Ana Lindqvist tore up the treaty. Brandt wept.\n",
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = write(tmp_path_factory.mktemp("concepts") / "press", TEXTS)
    gainsay.read(folder, folder.parent / "press.gainsay").close()
    with gainsay.open_edition(folder.parent / "press.gainsay") as one:
        yield one


def test_phrases_for_what_has_no_name_are_grouped_by_their_noun(edition: Edition) -> None:
    treaty = next(c for c in concepts(edition) if c.name == "treaty")
    assert {words for words, *_ in phrases(edition, treaty)} >= {"treaty", "generous harbour treaty", "foolish treaty"}
    assert {place.path for place in treaty.places} == {"a.txt", "b.txt"}
    assert all(p.span.of(TEXTS[p.path]).endswith("reaty") for p in treaty.places)


def test_names_of_one_person_are_grouped_and_of_two_are_not(edition: Edition) -> None:
    brandt = next(c for c in concepts(edition) if "Brandt" in c.name)
    assert {place.path for place in brandt.places} == {"a.txt", "b.txt"}
    assert not any("Lindqvist" in words for words, *_ in phrases(edition, brandt))


def test_a_word_that_stands_once_after_a_determiner_is_no_thing(edition: Edition) -> None:
    assert all(c.name != "company" for c in concepts(edition))
