"""Opening edition files: what is one, what is not, and what is said of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gainsay.errors import EditionBusyError, EditionError, NewerEditionError, NotAnEditionError, StorageError
from gainsay.store import schema
from gainsay.store.lock import WriteLock
from gainsay.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "press.gainsay"


def test_writing_makes_an_edition_that_reading_opens(path: Path) -> None:
    store = Store(path, write=True)
    with store.begin() as connection:
        store.note(connection, "comparison", "pending")
    store.close()
    store = Store(path)
    with store.begin() as connection:
        assert store.noted(connection, "comparison") == "pending"
        assert store.noted(connection, "nothing") is None
    store.close()
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]


@pytest.mark.parametrize("write", [False, True])
def test_a_file_of_another_kind_is_refused_and_left_as_it_was(path: Path, write: bool) -> None:
    path.write_text("Port Adair, 4 March. " * 400)
    before = path.read_bytes()
    with pytest.raises(NotAnEditionError, match="not an edition"):
        Store(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_database_of_another_program_is_refused_and_left_as_it_was(path: Path, write: bool) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE accounts (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotAnEditionError, match="not an edition"):
        Store(path, write=write)
    assert path.read_bytes() == before


def test_a_newer_edition_is_refused(path: Path) -> None:
    Store(path, write=True).close()
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version={schema.SCHEMA_VERSION + 1}")
    newer.close()
    with pytest.raises(NewerEditionError, match="newer Gainsay"):
        Store(path)


def test_an_edition_with_other_tables_is_refused(path: Path) -> None:
    Store(path, write=True).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE edition SET value = 'other' WHERE key = 'shape'")
    other.close()
    for write in (False, True):
        with pytest.raises(EditionError, match="another version of Gainsay"):
            Store(path, write=write)


def test_an_edition_that_is_not_there_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(NotAnEditionError, match="no such file"):
        Store(path)
    assert not path.exists()


def test_an_empty_file_is_no_edition_but_may_become_one(path: Path) -> None:
    path.touch()
    with pytest.raises(NotAnEditionError, match="empty"):
        Store(path)
    Store(path, write=True).close()
    Store(path).close()


def test_a_folder_is_no_edition(path: Path) -> None:
    path.mkdir()
    for write in (False, True):
        with pytest.raises(NotAnEditionError):
            Store(path, write=write)


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    store = Store(path, write=True)
    with pytest.raises(KeyboardInterrupt), store.begin() as connection:
        store.note(connection, "comparison", "pending")
        raise KeyboardInterrupt
    with store.begin() as connection:
        assert store.noted(connection, "comparison") is None
    store.close()


def test_a_disk_without_room_is_a_storage_error(path: Path) -> None:
    store = Store(path, write=True)
    with pytest.raises(StorageError, match="the disk is full"), store.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=10")
        store.note(connection, "long", "x" * 10_000_000)
    store.close()


def test_a_folder_that_is_not_there_is_a_storage_error(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        Store(tmp_path / "nowhere" / "press.gainsay", write=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be written here")
def test_an_edition_in_a_read_only_folder_can_be_read(path: Path) -> None:
    Store(path, write=True).close()
    path.parent.chmod(0o555)
    try:
        Store(path).close()
        with pytest.raises(StorageError), WriteLock(path):
            pass
    finally:
        path.parent.chmod(0o755)


def test_a_lock_is_held_by_one_process_and_leaves_no_file(path: Path) -> None:
    with WriteLock(path):
        with pytest.raises(EditionBusyError), WriteLock(path):
            pass
        script = "import sys, pathlib, gainsay.store.lock as k\nwith k.WriteLock(pathlib.Path(sys.argv[1])): pass"
        other = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
        assert "EditionBusyError" in other.stderr
    with WriteLock(path):
        pass
    assert list(path.parent.iterdir()) == []


def test_a_lock_file_left_by_a_killed_process_stops_nobody(path: Path) -> None:
    path.with_name(path.name + ".lock").touch()
    with WriteLock(path):
        pass
