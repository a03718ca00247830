"""SQLite's own ways: rows by the driver itself, words in an FTS5 index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

from gainsay.store.wanted import Term, Wanted

WORD_INDEX = (
    # Contentless: the words stand once, compressed, in `documents.text`; the index holds only where they are. They are
    # folded before they come here, so that every database finds the same.
    "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE passage_vocabulary USING fts5vocab(passage_words, 'row')",
)


@cache
def _insertion(table: Table, columns: tuple[str, ...]) -> str:
    # Compiled once: SQLAlchemy's own path for parameters costs more than SQLite's insertion itself.
    return str(insert(table).values(dict.fromkeys(columns)).compile(dialect=SQLiteDialect_pysqlite()))


class SQLite:
    """See `gainsay.store.dialect.Dialect`."""

    def create(self, connection: Connection) -> None:
        """The index, and the list of its words."""
        for statement in WORD_INDEX:
            connection.exec_driver_sql(statement)

    def insert(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """One statement for all rows."""
        connection.exec_driver_sql(_insertion(table, tuple(columns)), list(rows))

    def renumber(self, connection: Connection) -> None:
        """Nothing: SQLite looks for the last number itself."""

    def measure(self, connection: Connection, table: str) -> None:
        """Nothing: SQLite's plans follow from the statements."""

    def index(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """A row a passage, under its number."""
        rows = [(number, " ".join(words)) for number, words in passages]
        connection.exec_driver_sql("INSERT INTO passage_words(rowid, words) VALUES (?, ?)", rows)

    def unindex(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """The index holds no words, so it must be told what it was given."""
        rows = [(number, " ".join(words)) for number, words in passages]
        statement = "INSERT INTO passage_words(passage_words, rowid, words) VALUES ('delete', ?, ?)"
        connection.exec_driver_sql(statement, rows)

    def find(self, connection: Connection, wanted: Wanted, every: bool, limit: int) -> list[tuple[int, float]]:
        """By FTS5's own query language and BM25."""
        groups = (" OR ".join(map(_quoted, group)) for group in wanted)
        query = (" AND " if every else " OR ").join(f"({group})" for group in groups)
        found = connection.exec_driver_sql(
            "SELECT rowid, -bm25(passage_words) FROM passage_words WHERE passage_words MATCH ? "
            "ORDER BY 2 DESC, 1 LIMIT ?",
            (query, limit),
        )
        return [(number, score) for number, score in found]


def _quoted(term: Term) -> str:
    """Words are letters and digits: nothing that is typed is taken for the index's own language."""
    return f'"{" ".join(term.words)}"{"*" if term.beginning else ""}'
