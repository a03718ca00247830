"""The index over the words of the passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, text

from gainsay.store import schema
from gainsay.store.dialect import dialect_of
from gainsay.store.texts import decompress
from gainsay.store.wanted import Term, Wanted
from gainsay.store.words import words_of


def index_passages(connection: Connection, document: str, words: Sequence[str]) -> None:
    """Index the passages of a document; `words` in the order of their rows, empty where nothing is to be found."""
    c = schema.passages.c
    numbers = connection.scalars(select(c.number).where(c.document == document).order_by(c.number))
    rows = [(number, words_of(text)) for number, text in zip(numbers, words, strict=True) if text]
    if rows:
        dialect_of(connection).index(connection, document, rows)


def unindex_passages(connection: Connection, document: str, text: str) -> None:
    """Take a document, whose text is told, out of the index."""
    rows = [(number, words_of(words)) for number, words in _searched(connection, document, text) if words]
    if rows:
        dialect_of(connection).unindex(connection, document, rows)


def index_anew(connection: Connection) -> None:
    """Index all documents: of an edition that was copied without its index."""
    c = schema.documents.c
    for identity in connection.scalars(select(c.id).order_by(c.path)).all():
        text = decompress(connection.execute(select(c.text).where(c.id == identity)).scalar_one())
        rows = [(number, words_of(words)) for number, words in _searched(connection, identity, text) if words]
        if rows:
            dialect_of(connection).index(connection, identity, rows)


def _searched(connection: Connection, document: str, text: str) -> list[tuple[int, str]]:
    """The passages that are looked through: not the boilerplate."""
    c = schema.passages.c
    query = select(c.number, c.start, c.end, c.kind).where(c.document == document).order_by(c.number)
    return [(r.number, text[r.start : r.end]) for r in connection.execute(query) if r.kind != "boilerplate"]


def find_words(
    connection: Connection, words: Iterable[str], limit: int, *, every: bool = True, beginnings: Iterable[str] = ()
) -> list[tuple[int, float]]:
    """Passage numbers with their BM25 score (higher is better), best first; with `every`, all the words must occur.

    What holds several words is looked for as a phrase. `beginnings` stand for any word that begins so.
    """
    terms = [*(Term(tuple(words_of(one))) for one in words), *(Term(tuple(words_of(one)), True) for one in beginnings)]
    return find_any(connection, [[term] for term in terms if term.words], limit, every=every)


def find_any(connection: Connection, wanted: Wanted, limit: int, *, every: bool = True) -> list[tuple[int, float]]:
    """The same for groups of terms, any of which will do."""
    groups = list(dict.fromkeys(tuple(dict.fromkeys(group)) for group in wanted))
    return dialect_of(connection).find(connection, groups, every, limit) if groups else []


def load_vocabulary(connection: Connection) -> list[str]:
    """All words of the passages, folded."""
    return list(connection.scalars(text("SELECT term FROM passage_vocabulary")))
