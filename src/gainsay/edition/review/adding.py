"""Adding what no reading found: a person's own annotation of words in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from gainsay.edition.review.decision import Kind, Target
from gainsay.edition.review.describe import anchors_at
from gainsay.edition.review.fields import CORRECTABLE, KEYS, RECORDS, check
from gainsay.edition.review.overrule import field_values
from gainsay.edition.review.ruling import key_of
from gainsay.errors import UsageError
from gainsay.store import schema
from gainsay.store.loading import load, load_text
from gainsay.store.rows import codec

ADDABLE: dict[Kind, dict[str, Any]] = {
    "attribution": {"kind": "direct"},
    "mention": {"form": "name"},
    "date": {"edtf": None, "kind": "point"},
    "figure": {"value": None},
}
"""The kinds of readings that can be added, with what is assumed where it is not said. The rest follows from these."""

_NEEDED: dict[Kind, tuple[str, ...]] = {"attribution": ("content",), "mention": ("span", "type")}


def added(connection: Connection, which: str, changes: dict[str, Any]) -> tuple[Target, str]:
    """The target of a decision that adds a reading to a document (by id or path), and the document's id.

    `changes` are `record`, its kind, and its fields by name, but for `entity`. Raises UsageError where one is missing,
    wrong, or where the edition has the reading already.
    """
    document = _document(connection, which)
    kind: Kind = changes.get("record", "")
    if kind not in ADDABLE:
        raise UsageError(f"record = {kind!r}: say what to add, one of {', '.join(ADDABLE)}.")
    given = {name: value for name, value in changes.items() if name != "record"}
    missing = [name for name in _NEEDED.get(kind, ("span",)) if not given.get(name)]
    if missing:
        raise UsageError(f"to add a {kind}, give its {' and '.join(missing)} too.")
    check(kind, given, len(load_text(connection, document)))
    plain = {name: value for name, value in given.items() if name in CORRECTABLE[kind]}
    record: Any = RECORDS[kind](id="", document=document, **{**ADDABLE[kind], **field_values(plain)})
    key = {name: key_of(kind, record)[name] for name in KEYS[kind]}
    others: Iterator[Any] = load(connection, RECORDS[kind], document)
    for other in others:
        if {name: key_of(kind, other)[name] for name in KEYS[kind]} == key:
            raise UsageError(f"there is such a {kind} at these words already: accept or correct that.")
    spans = record.content if kind == "attribution" else (record.span,)
    anchors = tuple(anchors_at(connection, document, spans))
    name = " … ".join(anchor.quote for anchor in anchors)
    return Target(kind, anchors, key, codec(RECORDS[kind]).to_columns(record), name), document


def _document(connection: Connection, which: str) -> str:
    c = schema.documents.c
    rows = connection.execute(select(c.id, c.path)).all()
    found = next((row.id for row in rows if which in (row.id, row.path)), None)
    if found is None:
        raise UsageError(f"{which}: there is no such document. `gainsay sources` lists them.")
    return str(found)
