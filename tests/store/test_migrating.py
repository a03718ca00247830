"""The steps of the migrations lead to the present tables, and keep what is in them.

    GAINSAY_REWRITE_TABLES=1 python -m pytest tests/store/test_migrating.py

puts the present tables into the first step, and fails, so that the switch cannot be left on: for as long as no edition
of them has been released. After that, a step of its own brings every change.
"""

from __future__ import annotations

import os
import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, Table
from sqlalchemy.types import TypeDecorator

from gainsay.errors import EditionError, NewerEditionError
from gainsay.store import migrating, schema
from gainsay.store.address import as_address
from gainsay.store.store import Store

FIRST = Path("src/gainsay/store/migrations/versions/0001_first.py")
_TYPES = ((Integer, "int"), (Float, "float"), (LargeBinary, "bytes"))
TABLES = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' ORDER BY name",
    "postgresql": """
        SELECT table_name, column_name, data_type, is_nullable, collation_name, column_default
          FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        UNION ALL SELECT tablename, indexname, indexdef, '', '', '' FROM pg_indexes
          WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', '' FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
        ORDER BY 1, 2, 3""",
}


def _told(column: Column[Any], composite: bool) -> str:
    kept = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    kind = "big" if isinstance(kept, BigInteger) else next((n for t, n in _TYPES if isinstance(kept, t)), "text")
    if column.type is schema._Big:
        kind = "whole"
    key, target = column.primary_key and not composite, next(iter(column.foreign_keys), None)
    flags = f"{'*' * key}{'!' * (not key and not column.nullable)}{'^' * bool(column.unique)}"
    leads = "" if target is None else f" > {target.target_fullname}{'' if target.ondelete else ' keep'}"
    return f"{column.name} {kind}{flags}{leads}"


def _line(table: Table) -> str:
    key = [c.name for c in table.primary_key.columns]
    composite = key != [c.name for c in table.columns if c.primary_key]
    named = f"[{', '.join(key)}]" if composite else ""
    rowid = "" if table.dialect_options["sqlite"]["with_rowid"] else "~"
    return f"{table.name}{named}{rowid}: {'; '.join(_told(c, composite) for c in table.columns)}"


def _indexes() -> list[str]:
    tables = schema.metadata.sorted_tables
    return sorted(f"{i.name} {table.name} {next(iter(i.columns)).name}" for table in tables for i in table.indexes)


def test_the_steps_tell_the_present_tables() -> None:
    text = FIRST.read_text(encoding="utf-8")
    new = text
    for name, lines in (("TABLES", map(_line, schema.metadata.sorted_tables)), ("INDEXES", _indexes())):
        body = "\n".join(lines)
        new = re.sub(rf'(?s)^{name} = """\n.*?"""', lambda m, n=name, b=body: f'{n} = """\n{b}\n"""', new, flags=re.M)
    if os.environ.get("GAINSAY_REWRITE_TABLES"):
        FIRST.write_text(new, encoding="utf-8")
        pytest.fail(f"{FIRST} was rewritten: unset GAINSAY_REWRITE_TABLES and run again.")
    assert new == text, "the tables changed: see the head of this file"


def _tables(address: str) -> list[tuple[Any, ...]]:
    with closing(Store(as_address(address))) as store, store.begin() as connection:
        rows = connection.exec_driver_sql(TABLES[connection.dialect.name]).all()
        return [tuple(re.sub(r"\s+", " ", str(value)) for value in row) for row in rows]


def test_all_steps_make_the_tables_of_a_new_edition(
    anywhere: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    Store(as_address(anywhere), write=True).close()
    other = request.getfixturevalue("postgresql").make() if "postgresql:" in anywhere else str(tmp_path / "b.gainsay")
    with closing(Store(as_address(other), write=True)) as store, store.begin() as connection:
        for statement in _emptied(connection):
            connection.exec_driver_sql(statement)
        migrating.upgrade(connection)
        store._place.mark(connection)
        store.note(connection, "shape", schema.SHAPE)
    assert _tables(other) == _tables(anywhere)


def _emptied(connection: Any) -> list[str]:
    """The statements that take everything out of an edition."""
    if connection.dialect.name == "postgresql":
        return ["DROP SCHEMA public CASCADE", "CREATE SCHEMA public"]
    tables = [*reversed([t.name for t in schema.metadata.sorted_tables]), "alembic_version"]
    return [f"DROP TABLE {name}" for name in ("passage_vocabulary", "passage_words", *tables)]


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Steps of a later program: the first, and one that adds a column with a value."""
    versions = tmp_path / "steps" / "versions"
    versions.mkdir(parents=True)
    (versions / FIRST.name).write_text(FIRST.read_text(encoding="utf-8"), encoding="utf-8")
    (versions / "0002_later.py").write_text(
        'from alembic import op\nfrom sqlalchemy import Column, Text\n\nrevision = "0002"\ndown_revision = "0001"\n\n\n'
        "def upgrade() -> None:\n"
        '    op.add_column("unread", Column("hint", Text, nullable=False, server_default="-"))\n',
        encoding="utf-8",
    )
    return str(tmp_path / "steps")


def _noted(address: str) -> Any:
    with closing(Store(as_address(address))) as store, store.begin() as connection:
        return connection.exec_driver_sql("SELECT path, hint FROM unread").all()


def test_an_older_edition_is_refused_to_readers_and_brought_forward_by_writers(
    anywhere: str, steps: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(as_address(anywhere), write=True)) as store, store.begin() as connection:
        connection.execute(schema.unread.insert().values(path="a.txt", folder="press", problem="empty"))
    monkeypatch.setattr(migrating, "LATEST", "0002")
    monkeypatch.setattr(migrating, "STEPS", steps)
    with pytest.raises(EditionError, match="an earlier Gainsay"):
        Store(as_address(anywhere))
    Store(as_address(anywhere), write=True).close()
    assert _noted(anywhere) == [("a.txt", "-")]
    monkeypatch.setattr(migrating, "LATEST", "0001")
    for write in (False, True):
        with pytest.raises(NewerEditionError, match="newer Gainsay"):
            Store(as_address(anywhere), write=write)


def test_a_step_that_fails_leaves_the_edition_as_it_was(
    anywhere: str, steps: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(as_address(anywhere), write=True).close()
    before = _tables(anywhere)
    with monkeypatch.context() as later:
        later.setattr(migrating, "LATEST", "0002")
        later.setattr(migrating, "STEPS", steps)
        step = Path(steps) / "versions" / "0002_later.py"
        step.write_text(step.read_text(encoding="utf-8") + "    raise KeyboardInterrupt\n", encoding="utf-8")
        with pytest.raises(KeyboardInterrupt):
            Store(as_address(anywhere), write=True)
    assert _tables(anywhere) == before
