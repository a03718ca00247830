"""What SQLite and PostgreSQL do each in its own way. All other statements are written once, for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Table

from gainsay.store.wanted import Wanted


class Dialect(Protocol):
    """Writing many rows, and the index over the words of the passages."""

    def create(self, connection: Connection) -> None:
        """Make what the tables of the schema leave out: the index of words."""

    def insert(
        self, connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Write rows, whose values are as they are kept, in the order of `columns`."""

    def renumber(self, connection: Connection) -> None:
        """After rows were written with numbers of their own: let the next be given the number after the last."""

    def measure(self, connection: Connection, table: str) -> None:
        """Let the database know how much a table holds, where its plans depend on being told."""

    def index(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """Index passages: their numbers and folded words."""

    def unindex(self, connection: Connection, document: str, passages: Sequence[tuple[int, list[str]]]) -> None:
        """Take the passages out again; they must be told as they were indexed."""

    def find(self, connection: Connection, wanted: Wanted, every: bool, limit: int) -> list[tuple[int, float]]:
        """Passages with a term of every group, or of any, and their BM25 scores, the best first."""


def dialect_of(connection: Connection) -> Dialect:
    """How the database of this connection does it."""
    if connection.dialect.name == "postgresql":
        from gainsay.store.postgresql import PostgreSQL

        return PostgreSQL()
    from gainsay.store.sqlite import SQLite

    return SQLite()
