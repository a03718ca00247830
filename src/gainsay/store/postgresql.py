"""PostgreSQL's own ways: rows by COPY, words in a GIN index, scored as SQLite's FTS5 scores them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table

from gainsay.store import bm25
from gainsay.store.wanted import Wanted

WORD_INDEX = (
    # Each word between blanks of its own, so that phrases and beginnings can be counted in the row.
    "CREATE TABLE passage_words (passage bigint PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE, "
    'size bigint NOT NULL, words text COLLATE "C" NOT NULL)',
    f"CREATE INDEX passage_words_by_word ON passage_words USING gin (({bm25.LEXEMES}))",
    "CREATE TABLE passage_sizes (document bigint PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, "
    "passages bigint NOT NULL, words bigint NOT NULL)",
    'CREATE TABLE passage_vocabulary (term text COLLATE "C" PRIMARY KEY)',
)
MOST = 900_000  # bytes of different words of one passage: PostgreSQL indexes no more


class PostgreSQL:
    """See `gainsay.store.dialect.Dialect`."""

    def create(self, connection: Connection) -> None:
        """The index, how much there is in each document, and the list of words."""
        for statement in WORD_INDEX:
            connection.exec_driver_sql(statement)

    def insert(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """By COPY: several times quicker than INSERT."""
        _copy(connection, table.name, columns, rows)

    def renumber(self, connection: Connection) -> None:
        """Set the sequences."""
        named = "SELECT table_name FROM information_schema.columns WHERE table_schema = current_schema() "
        serial = "AND column_name = 'number' AND column_default LIKE 'nextval(%%'"
        for table in connection.exec_driver_sql(named + serial).scalars().all():
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), "
                f"coalesce(max(number), 0) + 1, false) FROM {table}"
            )

    def measure(self, connection: Connection, table: str) -> None:
        """PostgreSQL plans by what it has counted."""
        connection.exec_driver_sql(f"ANALYZE {table}")

    def index(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """A row a passage, and the words that are new to the edition."""
        rows = [(number, len(words), _spaced(words)) for number, words in passages]
        _copy(connection, "passage_words", ("passage", "size", "words"), rows)
        connection.exec_driver_sql(
            "INSERT INTO passage_sizes SELECT document, count(*), sum(size) FROM passage_words "
            "JOIN passages ON number = passage WHERE passage = ANY(%s) GROUP BY document",
            ([number for number, _ in passages],),
        )
        different = sorted({word for _, words in passages for word in words})
        connection.exec_driver_sql(
            "INSERT INTO passage_vocabulary SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING", (different,)
        )

    def unindex(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """Nothing: rows of the index go with their passages."""

    def find(self, connection: Connection, wanted: Wanted, every: bool, limit: int) -> list[tuple[int, float]]:
        """See `bm25`."""
        return bm25.find(connection, wanted, every, limit)


def _spaced(words: Sequence[str]) -> str:
    """Words as they are kept; of a passage of more different ones than can be indexed, as many as can."""
    if sum(map(len, words)) * 4 > MOST:
        kept: set[str] = set()
        size = 0
        for word in words:
            if word not in kept and size < MOST:
                kept.add(word)
                size += len(word.encode("utf-8", "surrogatepass")) + 8
        words = [word for word in words if word in kept]
    return f" {'  '.join(words)} " if words else ""


def _copy(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(f'COPY "{table}" ({named}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    finally:
        cursor.close()
