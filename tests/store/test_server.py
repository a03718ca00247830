"""Editions in a database of a server: what is said where it cannot be had, and that no password is told."""

from __future__ import annotations

import json
import sys
import threading
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import pytest

import gainsay
from gainsay.cli.app import run
from gainsay.errors import EditionError, NotAnEditionError, StorageError, UsageError
from gainsay.store.address import as_address
from gainsay.store.store import Store
from tests.edition.collection import TEXTS, exported, write
from tests.edition.review.desk import attribution
from tests.postgresql import GUARDED, PASSWORD, Server


def test_where_no_server_answers_it_is_said(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    for given in (f"postgresql://ana@/press?host={tmp_path}", "postgresql://ana@127.0.0.1:1/press"):
        with pytest.raises(StorageError, match="no PostgreSQL server answers there"):
            Store(as_address(given))


def test_a_database_that_is_not_there_is_not_made(postgresql: Server) -> None:
    with pytest.raises(StorageError, match=r"no such database.*`createdb nowhere`"):
        Store(as_address(postgresql.address("nowhere")), write=True)


def test_an_unknown_user_is_told_so(postgresql: Server) -> None:
    with pytest.raises(StorageError, match="does not know this user"):
        Store(as_address(postgresql.address("postgres", user="nobody_we_know")))


def test_an_empty_database_is_no_edition_but_may_become_one(database: str) -> None:
    with pytest.raises(NotAnEditionError, match="the database is empty"):
        Store(as_address(database))
    Store(as_address(database), write=True).close()
    Store(as_address(database)).close()


@pytest.mark.parametrize("table", ["accounts", "edition", "documents"])
@pytest.mark.parametrize("writing", [False, True])
def test_a_database_of_another_program_is_refused_and_left_as_it_was(
    postgresql: Server, database: str, table: str, writing: bool
) -> None:
    address = as_address(database)
    postgresql.run(f"CREATE TABLE {table} (id int)", address.name)
    with pytest.raises(NotAnEditionError, match="something else than an edition"):
        Store(address, write=writing)
    with postgresql.connect(address.name) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [(table,)]


def test_a_user_who_may_only_read_is_told_so(postgresql: Server, database: str) -> None:
    Store(as_address(database), write=True).close()
    name = as_address(database).name
    postgresql.run("DO $$ BEGIN CREATE ROLE onlooker LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    postgresql.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO onlooker", name)
    address = as_address(postgresql.address(name, user="onlooker"))
    Store(address).close()
    with (
        closing(Store(address, write=True)) as store,
        pytest.raises(StorageError, match="does not let this user write"),
        store.begin() as connection,
    ):
        store.note(connection, "comparison", "pending")


def test_a_connection_lost_in_the_middle_is_told_and_the_next_works(postgresql: Server, database: str) -> None:
    address = as_address(database)
    with closing(Store(address, write=True)) as store:
        with pytest.raises(StorageError, match="connection to the server was lost"), store.begin() as connection:
            store.note(connection, "comparison", "pending")
            postgresql.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{address.name}'")
            store.note(connection, "comparison", "done")
        with store.begin() as connection:
            assert store.noted(connection, "comparison") is None


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://ana:tide@db.example:harbour/press",
        "postgresql://ana:tide@db.example",
        "postgresql:ana:tide@db.example/press",
        "postgresql:/ana:tide@db.example/press",
        "postgresql://ana:tide@[db.example/press",
        "postgresql://ana@db.example/press?password=tide&nonsense=1",
    ],
)
@pytest.mark.parametrize("command", ["verify", "read"])
def test_a_wrong_address_is_told_without_its_password(
    given: str, command: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(write(tmp_path / "press"))] if command == "read" else []
    assert run([command, *arguments, "--edition", given]) in (1, 2)
    told = capfd.readouterr().err
    assert told.startswith("gainsay: ") and told.count("\n") == 1 and "tide" not in told


def _guarded(server: Server, password: str) -> str:
    database = as_address(server.make()).name
    server.run(f"GRANT ALL ON DATABASE {database} TO {GUARDED}")
    server.run(f"GRANT ALL ON SCHEMA public TO {GUARDED}", database)
    return f"postgresql://{GUARDED}:{quote(password)}@/{database}?host={server.folder}"


def test_a_wrong_password_is_told_without_it(postgresql: Server, capfd: pytest.CaptureFixture[str]) -> None:
    given = _guarded(postgresql, "ebb%tide")
    assert run(["verify", "-e", given]) == 1
    told = capfd.readouterr().err
    assert "did not let this user in" in told and "ebb" not in told


def test_no_password_leaves_by_commands_reports_or_exports(
    postgresql: Server, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given, folder = _guarded(postgresql, PASSWORD), write(tmp_path / "press")
    out = tmp_path / "out"
    for command in (
        ["read", str(folder), "--edition", given, "--reader", "rules"],
        ["read", str(folder), "--edition", given, "--reader", "rules", "--json"],
        ["sources", "-e", given],
        ["verify", "-e", given],
        ["log", "-e", given],
        ["copy", given, str(tmp_path / "copy.gainsay")],
        ["repair", "-e", given, "--reader", "rules", "--json"],
        ["publish", given, str(out / "site")],
        *(["export", given, str(out / to), "--to", to] for to in ("jsonl", "csv", "tei", "zip", "html")),
    ):
        assert run(command) == 0, command
    told = "".join(capfd.readouterr())
    assert given.split("?")[0] not in told
    for word in (PASSWORD, quote(PASSWORD)):
        assert word not in told
        for file in sorted(p for p in tmp_path.rglob("*") if p.is_file()):
            assert word.encode() not in file.read_bytes(), file
    with gainsay.open_edition(given) as edition:
        assert PASSWORD not in repr(edition.path) and PASSWORD not in str(edition.path)


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"pip install 'gainsay\[postgres\]'"):
        Store(as_address("postgresql://ana@db.example/press"))


def test_reviewers_at_once_write_one_chain(database: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "press")
    with gainsay.read(folder, database, gainsay.ReadSettings(reader="rules")) as edition:
        target = attribution(edition, "union.txt", "the soldiers fired").id
    faults: list[BaseException] = []

    def decide(name: str) -> None:
        try:
            with gainsay.open_edition(database) as one:  # a connection each, as of people on different machines
                for number in range(5):
                    one.review(target, "reject", by=name, reason=f"{number}")
        except EditionError as error:
            faults.append(error)

    people = [threading.Thread(target=decide, args=(name,)) for name in ("Ana", "Bo", "Cleo", "Dee")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    with gainsay.open_edition(database) as edition:
        assert not faults and edition.verify() == []
        made = [reviewed.decision for reviewed in edition.decisions()]
        assert [d.number for d in made] == list(range(1, 21))
        assert edition.settle()
        edition.export_decisions(tmp_path / "log.jsonl")
    assert len([json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]) == 20


def test_an_edition_of_another_shape_is_brought_to_this_one(
    postgresql: Server, database: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, settings = write(tmp_path / "press"), gainsay.ReadSettings(reader="rules")
    with gainsay.read(folder, database, settings) as edition:
        edition.review(attribution(edition, "union.txt", "the soldiers fired").id, "reject", by="Ana", reason="no")
        edition.settle()
    before = exported(database, tmp_path / "before")
    name = as_address(database).name
    postgresql.run("UPDATE edition SET value = 'another' WHERE key = 'shape'", name)
    postgresql.run("ALTER TABLE documents DROP COLUMN pages", name)
    postgresql.run("DROP TABLE matters", name)
    with pytest.raises(EditionError, match="gainsay repair"):
        gainsay.open_edition(database)
    assert run(["repair", "-e", database, "--reader", "rules"]) == 0
    assert "1 decisions kept\nWhat was there is kept as the schema before_repair" in capfd.readouterr().out
    assert exported(database, tmp_path / "after") == before
    with gainsay.read(folder, database, settings) as edition:
        assert edition.report and edition.report.unchanged == len(TEXTS)
        assert edition.verify() == [] and [r.state for r in edition.decisions()] == ["in force"]
    postgresql.run("UPDATE edition SET value = 'another' WHERE key = 'shape'", name)
    assert run(["repair", "-e", database, "--reader", "rules"]) == 1
    assert "an earlier repair left a schema" in capfd.readouterr().err
    with pytest.raises(EditionError, match="gainsay repair"):
        gainsay.open_edition(database)
