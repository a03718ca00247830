"""Repair: readings are rebuilt from the kept texts, and nothing that people decided is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import gainsay
from gainsay.edition.repair import KEPT, repair
from gainsay.errors import EditionError, NotAnEditionError, StorageError
from tests.edition.collection import TEXTS, exported
from tests.edition.review.desk import attribution, read, speaker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = read(tmp_path)
    with gainsay.open_edition(path) as edition:
        fired = attribution(edition, "union.txt", "the soldiers fired")
        edition.review(fired.id, "correct", by="Ana", entity="Josef Brandt")
        edition.settle()
    return path


@contextmanager
def _raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def _is_as_decided(path: Path) -> None:
    with gainsay.open_edition(path) as edition:
        fired = attribution(edition, "union.txt", "the soldiers fired")
        assert speaker(edition, fired.id) == "Josef Brandt"
        assert edition.verify() == [] and [r.state for r in edition.decisions()] == ["in force"]


def test_what_was_meddled_with_is_read_anew_in_its_place(path: Path, tmp_path: Path) -> None:
    before = exported(path, tmp_path / "before")
    with _raw(path) as connection:
        connection.execute("UPDATE mentions SET start = start + 1")
        connection.execute("DELETE FROM statements WHERE number % 2")
    assert exported(path, tmp_path / "meddled") != before
    report = repair(path)
    assert (report.documents, report.decisions, report.kept) == (len(TEXTS), 1, None)
    assert exported(path, tmp_path / "after") == before
    _is_as_decided(path)


@pytest.mark.parametrize("keys", ["x'0707'", "CAST(zeroblob(4092) || x'03000000' || zeroblob(8) AS BLOB)"])
def test_damaged_or_stray_blocking_keys_are_told_and_made_anew(path: Path, tmp_path: Path, keys: str) -> None:
    before = exported(path, tmp_path / "before")
    with _raw(path) as connection:
        connection.execute(f"UPDATE blocking_keys SET keys = {keys}")
    with gainsay.open_edition(path) as edition:
        assert [line for line in edition.verify() if line.startswith("blocking_keys")]
    repair(path)
    assert exported(path, tmp_path / "after") == before
    _is_as_decided(path)


def test_an_edition_of_another_shape_is_brought_to_this_one(path: Path, tmp_path: Path) -> None:
    before = exported(path, tmp_path / "before")
    with _raw(path) as connection:
        connection.execute("UPDATE edition SET value = 'another' WHERE key = 'shape'")
        connection.execute("ALTER TABLE documents DROP COLUMN pages")
        connection.execute("ALTER TABLE documents DROP COLUMN remarks")
    with pytest.raises(EditionError, match="gainsay repair"):
        gainsay.open_edition(path)
    report = repair(path)
    assert report.kept == path.with_name(path.name + KEPT) and report.kept.is_file()
    assert exported(path, tmp_path / "after") == before
    _is_as_decided(path)
    assert gainsay.read(tmp_path / "press", path).report.unchanged == len(TEXTS)


def test_of_a_damaged_file_is_saved_what_can_be_read(path: Path) -> None:
    with _raw(path) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'statements'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    report = repair(path)
    assert (report.documents, report.decisions, report.lost) == (len(TEXTS), 1, 0)
    _is_as_decided(path)


@pytest.mark.parametrize("content", [b"", b"no edition", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_edition_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.gainsay"
    file.write_bytes(content)
    with pytest.raises((NotAnEditionError, StorageError)):
        repair(file)
    assert file.read_bytes() == content and [p.name for p in tmp_path.iterdir()] == [file.name]


def test_an_edition_is_copied_whole_while_somebody_writes_it(path: Path, tmp_path: Path) -> None:
    with gainsay.open_edition(path) as edition:
        edition.review(edition.attributions()[0].id, "accept", by="Bo")
        edition.store.copy(tmp_path / "copy.gainsay")
        with pytest.raises(StorageError, match="already"):
            edition.store.copy(tmp_path / "copy.gainsay")
        with pytest.raises(StorageError, match="cannot be written"):
            edition.store.copy(tmp_path / "nowhere" / "copy.gainsay")
    with gainsay.open_edition(tmp_path / "copy.gainsay") as copy:
        assert len(copy.decisions()) == 2 and copy.verify() == []
    assert exported(tmp_path / "copy.gainsay", tmp_path / "a") == exported(path, tmp_path / "b")
