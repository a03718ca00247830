"""Comparables as rows: only what tells one from its statement, for there are more of them than of anything else.

The words of a comparable are those of the text at its spans, and most of the rest is as its statement has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from gainsay.matters import Comparable
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.store.ids import from_stored, to_stored, unpack_ids
from gainsay.store.rows import Row, from_json, to_json
from gainsay.store.texts import decompress, squeeze, unsqueeze
from gainsay.store.writing import fetch_rows, fill_wanted

_ROW = (
    "c.number, c.id, c.kind, c.data, s.id, s.document, s.start, s.end, s.polarity, s.hedged, s.terms, s.referents, "
    "s.said, s.written"
)
_FROM = "comparables AS c JOIN statements AS s ON s.number = c.statement"
_APART = frozenset({"id", "kind", "position", "clause"})
_TUPLES = ("voices", "terms", "referents", "context", "negated")


def comparable_row(one: Comparable, statement: Statement, text: str) -> Row:
    """The statement's id, then the values of `comparables` (without its keys); `text` is the document's."""
    given = _given(
        *(statement.id, statement.document, *statement.span, statement.polarity, statement.hedged),
        *(statement.terms, statement.referents, statement.said, statement.written),
    )
    plain = Comparable(one.id, one.kind, position="", **given)
    data = {
        name: getattr(one, name)
        for name in Comparable.__slots__
        if name not in _APART and getattr(one, name) != getattr(plain, name)
    }
    words = _words(one.kind, one.span, one.value_span, text)
    data |= {name: getattr(one, name) for name in words if getattr(one, name) != words[name]}
    return one.statement, to_stored(one.id, one.kind), one.kind, squeeze(to_json(data))


def load_comparables(connection: Connection, condition: str = "", parameters: Row = ()) -> dict[int, Comparable]:
    """Comparables by their numbers. A condition speaks of `c`, the comparable, and `s`, its statement."""
    return _decoded(connection, fetch_rows(connection, f"SELECT {_ROW} FROM {_FROM} {condition}", parameters))


def load_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Comparable]:
    """The comparables that have these numbers."""
    fill_wanted(connection, numbers)
    # CROSS keeps SQLite from going through all comparables and looking for each among the wanted.
    joined = f"SELECT {_ROW} FROM wanted CROSS JOIN {_FROM} WHERE c.number = value"
    return _decoded(connection, fetch_rows(connection, joined))


def _decoded(connection: Connection, rows: list[Row]) -> dict[int, Comparable]:
    fill_wanted(connection, {row[5] for row in rows})
    kept = fetch_rows(connection, "SELECT id, text FROM wanted CROSS JOIN documents WHERE id = value")
    texts = {from_stored(identity, "doc"): decompress(data) for identity, data in kept}
    return {row[0]: _comparable(row, texts) for row in rows}


def _comparable(row: Row, texts: Mapping[str, str]) -> Comparable:
    _, identity, kind, data, statement, document, start, end, polarity, hedged, terms, referents, said, written = row
    identity, statement = from_stored(identity, kind), from_stored(statement, "statement")
    document = from_stored(document, "doc")
    text = texts[document]
    terms = () if terms == "[]" else from_json(terms)
    referents = unpack_ids(referents, "referent")
    values = _given(statement, document, start, end, polarity, bool(hedged), terms, referents, said, written)
    if data:
        told = from_json(unsqueeze(data))
        for name in _TUPLES:
            if name in told:
                told[name] = tuple(told[name])
        if "value_span" in told:
            told["value_span"] = Span(*told["value_span"])
        if isinstance(told.get("value"), list):
            told["value"] = tuple(told["value"])
        values |= told
    words = _words(kind, values["span"], values["value_span"], text)
    return Comparable(id=identity, kind=kind, **(words | values))


def _words(kind: str, span: Span, value: Span, text: str) -> dict[str, str]:
    """Its words, as they stand in the text."""
    return {"position": value.of(text), "clause": "" if kind == "claim" else span.of(text)}


def _given(
    statement: str,
    document: str,
    start: int,
    end: int,
    polarity: str,
    hedged: bool,
    terms: Iterable[str],
    referents: tuple[str, ...],
    said: str | None,
    written: str | None,
) -> dict[str, Any]:
    """What a comparable has from its statement, unless it says otherwise."""
    span = Span(start, end)
    return {
        "statement": statement,
        "document": document,
        "span": span,
        "value_span": span,
        "polarity": polarity,
        "hedged": hedged,
        "terms": tuple(dict.fromkeys(terms)),
        "referents": referents,
        "said": said,
        "written": written,
    }
