"""`verify` finds what was altered in each table, and says where."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

import gainsay
from gainsay.edition.repair import repair
from gainsay.store.sizes import pack_spans
from gainsay.store.store import Store
from gainsay.store.texts import compress
from tests.edition.collection import TEXTS, write

ALTERED = [
    # One row a kind of damage: the statement that does it, and what must be said.
    ("UPDATE documents SET characters = characters + 1", "documents.text: "),
    ("UPDATE documents SET text = :text", "documents.text: "),
    ("UPDATE documents SET text = x'00'", "documents: a row cannot be read"),
    ("UPDATE documents SET metadata = '{'", "documents: row "),
    ("UPDATE documents SET sha256 = 'ab'", "the file changed since it was read"),
    ("DELETE FROM documents WHERE path = 'union.txt'", "is not in documents"),
    ("DELETE FROM articles", "passages.article: "),
    ("UPDATE articles SET start = 5, end = 5", "articles: [5, 5) lies outside "),
    ("UPDATE damage SET end = 9999999", "damage: ["),
    ("UPDATE passages SET end = 9999999", "passages: ["),
    (f"UPDATE passages SET sentences = x'{pack_spans([(0, 9_999_999)]).hex()}'", "passages.sentences: [0, 9999999)"),
    ("UPDATE passages SET sentences = x'00'", "a value cannot be read"),
    ("DELETE FROM passages", "is not in passages"),
    (f"UPDATE attributions SET cue = x'{pack_spans([(-4, 2)]).hex()}'", "attributions.cue: [-4, 2) lies outside "),
    ("UPDATE dates SET start = 'x'", "start is not of its kind"),
    ("UPDATE attributions SET parent = id", "is its own ancestor"),
    ("UPDATE mentions SET start = -1", "mentions: [-1, "),
    ("UPDATE mentions SET referent = 12345", "mentions.referent: "),
    ("UPDATE dates SET start = end", "dates: ["),
    ("UPDATE figures SET value = '{'", "a value cannot be read"),
    ("DELETE FROM figures", "statements.figures: "),
    ("UPDATE designations SET attribution = 12345", "designations.attribution: "),
    ("DELETE FROM referents", "is not in referents"),
    ("UPDATE statements SET holder = 12345", "statements.holder: "),
    ("UPDATE statements SET terms = NULL", "terms is not of its kind"),
    ("UPDATE fingerprints SET data = x'474650'", "fingerprint"),
    ("DELETE FROM fingerprints", "has none"),
    ("UPDATE comparables SET data = x'ff'", "comparables: a row cannot be read"),
    ("UPDATE comparables SET statement = 99999", "comparables.statement: 99999 is not in statements.number"),
    ("UPDATE OR REPLACE relations SET a = 99999", "relations.a: 99999 is not in comparables.number"),
    ("DELETE FROM entities", "links.entity: "),
    ("UPDATE entities SET names = '3x'", "entities: row "),
    ("UPDATE links SET referent = referent + 1", "links.referent: "),
    ("UPDATE dependences SET a_end = 9999999", "dependences: ["),
    ("UPDATE matters SET sides = '[]x'", "matters: row "),
    ("UPDATE matters SET entities = '[\"entity-1\"]'", "matters.entities: entity-1 is not in entities"),
    ('UPDATE matters SET sides = \'[{"position": "a", "statements": ["s-1"]}]\'', "matters.sides: s-1 of "),
    ("UPDATE decisions SET by = 'Somebody' WHERE number = 1", "number 1 was changed after it was made"),
    ("DELETE FROM decisions WHERE number = 1", "decisions: number 1 is missing from the log"),
    ("DELETE FROM decisions WHERE number = 2", "the log ends at 1, where 2 were made"),
    ("UPDATE decisions SET target = '[]' WHERE number = 1", "decisions: "),
    ("UPDATE OR REPLACE bindings SET decision = 77", "bindings.decision: 77 is not in decisions.number"),
    ("DROP TABLE matters", "matters"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    path = folder / "e.gainsay"
    with gainsay.read(write(folder / "texts"), path, gainsay.ReadSettings(reader="rules")) as edition:
        for attribution in edition.attributions()[:2]:
            edition.review(attribution.id, "accept", by="Ana")
        edition.settle()
        assert edition.verify() == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    return path


@pytest.mark.parametrize(("statement", "said"), ALTERED, ids=[statement for statement, _ in ALTERED])
def test_what_was_altered_is_said(whole: Path, tmp_path: Path, statement: str, said: str) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    text = compress(next(iter(TEXTS.values())).replace("a", "o"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        if "= NULL" in statement:
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'statements'")
            connection.execute("PRAGMA writable_schema=RESET")
        connection.execute(statement, {"text": text} if ":text" in statement else {})
        connection.commit()
    try:
        with gainsay.open_edition(path) as edition:
            found = edition.verify()
    except gainsay.GainsayError as error:
        found = [str(error)]
    assert any(said in problem for problem in found), found[:5]


@pytest.mark.parametrize("statement", ["UPDATE matters SET sides = '[]x'", "UPDATE decisions SET target = '[]'"])
def test_what_cannot_be_read_is_said_wherever_it_is_met(whole: Path, tmp_path: Path, statement: str) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with gainsay.open_edition(path) as edition, pytest.raises(gainsay.GainsayError, match="damaged or were altered"):
        edition.matters()
        edition.decisions()


def test_a_row_that_an_index_leads_to_wrongly_is_damage(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    # As SQLite tells it where an entry of an index was altered: each row by itself is as it should be.
    monkeypatch.setattr(Store, "faults", lambda *_, **__: ["row 31 missing from index statements_by_document"])
    told = pytest.raises(gainsay.GainsayError, match="damaged or were altered")
    with gainsay.open_edition(path) as edition, told, edition.store.begin():
        raise KeyError(31)


def test_a_schema_that_is_no_text_is_damage(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET sql = CAST(x'435245e2e228' AS TEXT) WHERE name = 'unread'")
        connection.commit()
    with pytest.raises(gainsay.GainsayError, match="the file is damaged"):
        gainsay.open_edition(path)


BOMB = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE VIEW extra AS SELECT 1",
        f"ALTER TABLE matters RENAME TO m; CREATE VIEW matters AS {BOMB}",
        f"ALTER TABLE documents RENAME TO d; CREATE VIEW documents AS {BOMB}",
        "CREATE TRIGGER gone AFTER INSERT ON decisions BEGIN DELETE FROM decisions; END",
        "CREATE VIRTUAL TABLE other USING fts5(words)",
    ],
)
def test_an_edition_with_views_or_triggers_is_not_opened(whole: Path, tmp_path: Path, statements: str) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
    before = path.read_bytes()
    for call in (gainsay.open_edition, lambda path: gainsay.read(whole.parent / "texts", path)):
        with pytest.raises(gainsay.GainsayError, match=r"somebody put a (view|trigger|virtual table)"):
            call(path)
    assert path.read_bytes() == before
    report = repair(path, "rules")
    assert report.decisions == 2
    with gainsay.open_edition(path) as edition:
        assert edition.verify() == []


def test_a_text_that_swells_without_end_is_damage(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.gainsay"
    shutil.copy(whole, path)
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(60)) + packer.flush()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE documents SET text = ?", (bomb,))
        connection.commit()
    with gainsay.open_edition(path) as edition:
        assert any("documents: a row cannot be read" in problem for problem in edition.verify())
        with pytest.raises(gainsay.GainsayError, match="damaged or were altered"):
            edition.documents()
