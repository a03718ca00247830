"""Editions are copied whole between files and databases, and look the same in both."""

from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

import gainsay
from gainsay.cli.app import run
from gainsay.errors import StorageError
from gainsay.store.address import as_address
from gainsay.store.store import Store
from tests.edition.collection import TEXTS, exported, write
from tests.edition.review.desk import attribution
from tests.postgresql import Server


@pytest.fixture
def made(tmp_path: Path) -> str:
    """A file with decisions, one of them in force."""
    path = tmp_path / "press.gainsay"
    with gainsay.read(write(tmp_path / "press"), path, gainsay.ReadSettings(reader="rules")) as edition:
        fired = attribution(edition, "union.txt", "the soldiers fired")
        edition.review(fired.id, "correct", by="Ana", entity="Josef Brandt")
        edition.settle()
        edition.review(edition.attributions()[0].id, "accept", by="Bo")
    return str(path)


def _all_of(address: str, folder: Path) -> object:
    with gainsay.open_edition(address) as edition:
        searched = [edition.search(query) for query in ("dockers", '"the strikers left"', "Lindqist", "secretar")]
        asked = edition.ask("How many dockers were arrested at Port Adair?")
        edition.export_decisions(folder.with_suffix(".log"))
        assert edition.verify() == []
        log, queue = folder.with_suffix(".log").read_text(encoding="utf-8"), edition.queue()
    return exported(address, folder), log, searched, asked, queue


def test_a_copy_is_equal_whatever_it_is_kept_in(made: str, postgresql: Server, tmp_path: Path) -> None:
    places = [made, postgresql.make(), postgresql.make(), str(tmp_path / "back.gainsay"), str(tmp_path / "b.gainsay")]
    for a, b in pairwise(places):
        assert run(["copy", a, b]) == 0
    first, *others = [_all_of(place, tmp_path / f"export-{at}") for at, place in enumerate(places)]
    for other in others:
        assert other == first


def test_a_copy_can_be_read_on_and_decided_on(made: str, database: str, tmp_path: Path) -> None:
    assert run(["copy", made, database]) == 0
    texts = TEXTS | {"late.txt": "Port Adair, 6 March 1911\n\nAbout 90 dockers were arrested, the police said.\n"}
    folder, settings = write(tmp_path / "press", texts), gainsay.ReadSettings(reader="rules")
    for place in (made, database):
        with gainsay.read(folder, place, settings) as edition:
            assert edition.report and (len(edition.report.added), edition.report.unchanged) == (1, len(TEXTS))
            edition.review(edition.attributions()[1].id, "accept", by="Cleo")
    assert exported(made, tmp_path / "one") == exported(database, tmp_path / "two")


def test_a_place_that_holds_something_is_left_alone(made: str, database: str, tmp_path: Path) -> None:
    assert run(["copy", made, database]) == 0
    before = exported(database, tmp_path / "before")
    with gainsay.open_edition(made) as edition, pytest.raises(StorageError, match="already"):
        edition.store.copy(as_address(database))
    with gainsay.open_edition(database) as edition, pytest.raises(StorageError, match="already"):
        edition.store.copy(Path(made))
    assert exported(database, tmp_path / "after") == before


def test_a_copy_that_fails_leaves_no_file(database: str, tmp_path: Path) -> None:
    Store(as_address(database), write=True).close()
    with closing(Store(as_address(database))) as store, pytest.raises(StorageError):
        store.copy(tmp_path / "nowhere" / "copy.gainsay")
    assert not (tmp_path / "nowhere").exists()
