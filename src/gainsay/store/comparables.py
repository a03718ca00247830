"""Comparables as rows: only what tells one from its statement, for there are more of them than of anything else.

The words of a comparable are those of the text at its spans, and most of the rest is as its statement has it.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, select

from gainsay.matters import Comparable
from gainsay.matters.comparable import ComparableKind
from gainsay.spans import Span
from gainsay.statements.statement import Polarity, Statement
from gainsay.store import schema
from gainsay.store.ids import from_stored, to_stored, unpack_ids
from gainsay.store.packed import Named
from gainsay.store.rows import Row, from_json, to_json
from gainsay.store.stems import join_lists, pack_stems, split_lists, unpack_stems
from gainsay.store.texts import decompress, squeeze, unsqueeze
from gainsay.store.writing import among, fetch_rows, fill_wanted

_C, _S = schema.comparables.c, schema.statements.c
_ROWS = select(
    *(_C.number, _C.id, _C.kind, _C.data, _S.id, _S.document, _S.start, _S.end, _S.polarity, _S.hedged, _S.terms),
    *(_S.referents, _S.said, _S.written, _S.attribution, _S.holder, _C.statement),
).join(schema.statements, _S.number == _C.statement)
_APART = frozenset({"id", "kind", "position", "clause"})
_OWN = tuple(name for name in Comparable.__slots__ if name not in _APART)
_own = attrgetter(*_OWN)
_STEMS = ("context", "negated", "terms")
_TUPLES = ("voices", "referents", "sources")
_KINDS, _POLARITIES = Named(get_args(ComparableKind)), Named(get_args(Polarity))


def comparable_row(one: Comparable, statement: Statement, text: str) -> Row:
    """The statement's id, then the values of `comparables` (without its keys); `text` is the document's."""
    given = _given(
        *(statement.id, statement.document, *statement.span, statement.polarity, statement.hedged),
        *(statement.terms, statement.referents, statement.said, statement.written),
        *(len(statement.attribution), statement.holder),
    )
    plain = Comparable(one.id, one.kind, position="", **given)
    data = {name: own for name, own, as_given in zip(_OWN, _own(one), _own(plain), strict=True) if own != as_given}
    words = _words(one.kind, one.span, one.value_span, text)
    data |= {name: getattr(one, name) for name in words if getattr(one, name) != words[name]}
    return one.statement, to_stored(one.id, one.kind), one.kind, _packed(data)


def _packed(told: dict[str, Any]) -> bytes:
    """What a comparable has of its own. Lists of stems come first, those that it has; an empty one is told as JSON."""
    if not told:
        return b""
    lists = [pack_stems(told.pop(name)) if told.get(name) else b"" for name in _STEMS]
    return join_lists(lists) + squeeze(to_json(told))


def unpacked(data: bytes) -> dict[str, Any]:
    """What `comparables.data` holds, by the names of fields.

    >>> unpacked(_packed({"context": ("pier",), "value": 40}))
    {'value': 40, 'context': ('pier',)}
    """
    if not data:
        return {}
    lists, rest = split_lists(data, len(_STEMS))
    told: dict[str, Any] = from_json(unsqueeze(rest))
    told |= {name: unpack_stems(stems) for name, stems in zip(_STEMS, lists, strict=True) if stems}
    return told


def load_comparables(connection: Connection, *conditions: ColumnElement[bool]) -> dict[int, Comparable]:
    """Comparables by their numbers. The conditions are on columns of `comparables` and `statements`."""
    return _unpacked(*_fetched(connection, *conditions))


def _fetched(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[list[Row], dict[str, bytes]]:
    """Their rows, and the texts they stand in, as they are kept."""
    rows = fetch_rows(connection, _ROWS.where(*conditions))
    fill_wanted(connection, {row[5] for row in rows})
    c = schema.documents.c
    kept = fetch_rows(connection, select(c.id, c.text).where(among(c.id)))
    return rows, {from_stored(identity, "doc"): data for identity, data in kept}


def _unpacked(rows: Iterable[Row], texts: Mapping[str, bytes]) -> dict[int, Comparable]:
    plain = {document: decompress(data) for document, data in texts.items()}
    return {row[0]: _comparable(row, plain) for row in rows}


@dataclass(frozen=True, slots=True)
class PackedComparables:
    """Comparables as they are kept, to be unpacked in another process: a tenth of the room that they take as objects.

    `texts` are those of the documents that they stand in.
    """

    rows: bytes
    texts: Mapping[str, bytes]

    def unpack(self) -> tuple[dict[int, Comparable], dict[int, str]]:
        """The comparables by their numbers, and from the numbers of their statements to the ids."""
        rows: list[Row] = pickle.loads(self.rows)
        return _unpacked(rows, self.texts), {row[-1]: from_stored(row[4], "statement") for row in rows}


def load_packed(connection: Connection, numbers: Iterable[int]) -> PackedComparables:
    """The comparables that have these numbers."""
    fill_wanted(connection, numbers)
    rows, texts = _fetched(connection, among(_C.number))
    return PackedComparables(pickle.dumps(rows, pickle.HIGHEST_PROTOCOL), texts)


def load_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Comparable]:
    """The comparables that have these numbers."""
    fill_wanted(connection, numbers)
    return load_comparables(connection, among(_C.number))


def _comparable(row: Row, texts: Mapping[str, str]) -> Comparable:
    _, identity, letter, data, *of, chain, holder, _ = row
    statement, document, start, end, polarity, hedged, terms, referents, said, written = of
    kind: Any = _KINDS[letter]
    document = from_stored(document, "doc")
    text = texts[document]
    values = _given(
        *(from_stored(statement, "statement"), document, start, end, _POLARITIES[polarity], bool(hedged)),
        *(unpack_stems(terms), unpack_ids(referents, "referent"), said, written),
        *(len(unpack_ids(chain, "attribution")), from_stored(holder, "referent")),
    )
    if data:
        told = unpacked(data)
        for name in (*_TUPLES, *_STEMS):
            if name in told:
                told[name] = tuple(told[name])
        if "value_span" in told:
            told["value_span"] = Span(*told["value_span"])
        if isinstance(told.get("value"), list):
            told["value"] = tuple(told["value"])
        values |= told
    words = _words(kind, values["span"], values["value_span"], text)
    return Comparable(id=from_stored(identity, kind), kind=kind, **(words | values))


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
    chain: int,
    holder: str | None,
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
        "voices": (*[""] * (chain - 1), holder or "") if chain else (),
    }
