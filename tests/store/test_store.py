"""Opening editions, in files and in databases: what is one, what is not, and what is said of it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gainsay.errors import EditionBusyError, EditionError, NewerEditionError, NotAnEditionError, StorageError
from gainsay.store import schema
from gainsay.store.address import Address, as_address
from gainsay.store.lock import WriteLock
from gainsay.store.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "press.gainsay"


@pytest.fixture
def address(anywhere: str) -> Address:
    """Of an edition to be, in a file and in a database."""
    return as_address(anywhere)


def _change(address: Address, statement: str) -> None:
    with closing(Store(address, write=True)) as store, store.begin() as connection:
        connection.exec_driver_sql(statement)


def test_writing_makes_an_edition_that_reading_opens(address: Address) -> None:
    with closing(Store(address, write=True)) as store, store.begin() as connection:
        store.note(connection, "comparison", "pending")
    with closing(Store(address)) as store, store.begin() as connection:
        assert store.noted(connection, "comparison") == "pending"
        assert store.noted(connection, "nothing") is None
    if isinstance(address, Path):
        assert sorted(p.name for p in address.parent.iterdir()) == [address.name]


def test_reading_cannot_write(address: Address) -> None:
    Store(address, write=True).close()
    with closing(Store(address)) as store, pytest.raises(EditionError), store.begin() as connection:
        store.note(connection, "comparison", "pending")


def test_that_it_was_written_shows(address: Address) -> None:
    with closing(Store(address, write=True)) as writing, closing(Store(address)) as reading:
        before = reading.written()
        assert reading.written() == before
        with writing.begin() as connection:
            writing.note(connection, "comparison", "pending")
        assert reading.written() != before


def test_a_reader_sees_one_moment_while_a_writer_goes_on(address: Address) -> None:
    with closing(Store(address, write=True)) as writing, closing(Store(address)) as reading:
        with reading.begin() as seen:
            assert reading.noted(seen, "comparison") is None
            with writing.begin() as connection:
                writing.note(connection, "comparison", "done")
            assert reading.noted(seen, "comparison") is None
        with reading.begin() as seen:
            assert reading.noted(seen, "comparison") == "done"


def test_a_second_writer_waits_and_is_told(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.store.file.BUSY_SECONDS", 0.1)
    monkeypatch.setattr("gainsay.store.server.BUSY_SECONDS", 0.1)
    with closing(Store(address, write=True)) as first, closing(Store(address, write=True)) as second:
        with first.begin(), pytest.raises(EditionBusyError, match="written by another"), second.begin():
            pass
        with second.begin():
            pass


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


def test_a_newer_edition_is_refused(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
        Store(address, write=True).close()
    for write in (False, True):
        with pytest.raises(NewerEditionError, match="newer Gainsay"):
            Store(address, write=write)


def test_an_edition_with_other_tables_is_refused(address: Address) -> None:
    _change(address, "UPDATE edition SET value = 'other' WHERE key = 'shape'")
    for write in (False, True):
        with pytest.raises(EditionError, match="another version of Gainsay"):
            Store(address, write=write)


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


def test_a_transaction_that_fails_leaves_nothing(address: Address) -> None:
    with closing(Store(address, write=True)) as store:
        with pytest.raises(KeyboardInterrupt), store.begin() as connection:
            store.note(connection, "comparison", "pending")
            raise KeyboardInterrupt
        with store.begin() as connection:
            assert store.noted(connection, "comparison") is None


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


def test_a_lock_is_held_by_one_process_and_leaves_nothing(address: Address, anywhere: str) -> None:
    script = (
        "import sys\nfrom gainsay.store.address import as_address\nfrom gainsay.store.lock import WriteLock\n"
        "with WriteLock(as_address(sys.argv[1])): pass"
    )
    with WriteLock(address):
        with pytest.raises(EditionBusyError), WriteLock(address):
            pass
        other = subprocess.run([sys.executable, "-c", script, anywhere], capture_output=True, text=True, check=False)
        assert "EditionBusyError" in other.stderr
    with WriteLock(address):
        pass
    if isinstance(address, Path):
        assert list(address.parent.iterdir()) == []


def test_a_lock_lets_others_read_and_decide(address: Address) -> None:
    Store(address, write=True).close()
    with WriteLock(address), closing(Store(address)) as reading, closing(Store(address, write=True)) as deciding:
        with deciding.begin() as connection:
            deciding.note(connection, "decisions", "waiting")
        with reading.begin() as connection:
            assert reading.noted(connection, "decisions") == "waiting"


def test_a_lock_file_left_by_a_killed_process_stops_nobody(path: Path) -> None:
    path.with_name(path.name + ".lock").touch()
    with WriteLock(path):
        pass
