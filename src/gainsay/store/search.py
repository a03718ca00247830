"""The two indexes over passages: whole words, and trigrams for parts of words and misspellings."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from gainsay.store import schema

_INDEXES = ("passage_words", "passage_trigrams")


def index_passages(connection: Connection, document: str, words: Sequence[str]) -> None:
    """Index the passages of a document; `words` in the order of their rows, empty where nothing is to be found."""
    rows = [(number, text) for number, text in zip(_numbers(connection, document), words, strict=True) if text]
    for index in _INDEXES:
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {index}(rowid, words) VALUES (?, ?)", rows)


def unindex_passages(connection: Connection, document: str, text: str) -> None:
    """Take a document out of the indexes. They hold no words, so they must be told what they were given."""
    columns = schema.passages.c
    wanted = select(columns.number, columns.start, columns.end, columns.kind).where(columns.document == document)
    rows = [(row.number, text[row.start : row.end]) for row in connection.execute(wanted) if row.kind != "boilerplate"]
    for index in _INDEXES:
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', ?, ?)", rows)


def _numbers(connection: Connection, document: str) -> list[int]:
    columns = schema.passages.c
    return list(connection.scalars(select(columns.number).where(columns.document == document).order_by(columns.number)))


def find_words(
    connection: Connection, words: Sequence[str], limit: int, *, every: bool = True, beginnings: Sequence[str] = ()
) -> list[tuple[int, float]]:
    """Passage numbers with their BM25 score (higher is better), best first; with `every`, all the words must occur.

    `beginnings` stand for any word that begins so. Everything is quoted, so nothing that a user types is taken for the
    index's own query language.
    """
    terms = [*map(_quoted, words), *(f"{_quoted(beginning)}*" for beginning in beginnings)]
    return _find(connection, "passage_words", terms, " AND " if every else " OR ", limit)


def find_parts(connection: Connection, words: Sequence[str], limit: int) -> list[tuple[int, float]]:
    """Passages that share most of the rarest trigrams of the words.

    They are candidates: the index knows which trigrams a passage has, not whether they stand together.
    """
    grams = sorted({word[i : i + 3] for word in words for i in range(len(word) - 2)})
    return _find(connection, "passage_trigrams", list(map(_quoted, grams)), " OR ", limit)


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _find(connection: Connection, index: str, terms: Sequence[str], joined: str, limit: int) -> list[tuple[int, float]]:
    if not terms:
        return []
    found = connection.exec_driver_sql(
        f"SELECT rowid, -bm25({index}) FROM {index} WHERE {index} MATCH ? ORDER BY 2 DESC, 1 LIMIT ?",
        (joined.join(terms), limit),
    )
    return [(number, score) for number, score in found]
