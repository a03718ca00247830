"""The tables of an edition. Spans are plain `start` and `end` columns, lists are JSON text: any SQL tool reads them.

Everything that one document yields hangs on `documents.id` and disappears with it. What is found by comparing documents
(`entities`, `dependences`, `matters`) is recomputed from the compact rows of `referents`, `fingerprints` and
`comparables`; `blocks` and `relations` keep what of that does not change with every document.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, Literal, get_args, get_origin

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
)
from sqlalchemy import Text as PlainText

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.dates.date import Date
from gainsay.annotations.designations import Designation
from gainsay.annotations.figures import Figure
from gainsay.annotations.mentions import Mention
from gainsay.entities.entity import Referent
from gainsay.matters.blocking import KEY_BYTES
from gainsay.matters.comparable import ComparableKind
from gainsay.passages.passage import Article, Damage, Passage
from gainsay.statements.statement import Statement
from gainsay.store.ids import Id, IdList
from gainsay.store.packed import OneOf, PackedNumbers, Spans, Stems
from gainsay.store.rows import codec
from gainsay.store.sqlite import WORD_INDEX

APPLICATION_ID = 0x47_53_41_59  # "GSAY", in the header of every edition: how a file is known to be one
SCHEMA_VERSION = 1

metadata = MetaData()


def _document(name: str = "document") -> Column[str]:
    return Column(name, Id("doc"), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _span(prefix: str = "", nullable: bool = False) -> list[Column[int]]:
    return [Column(f"{prefix}start", Integer, nullable=nullable), Column(f"{prefix}end", Integer, nullable=nullable)]


Text = PlainText().with_variant(PlainText(collation="C"), "postgresql")  # sorted by code points, as SQLite does
_Big = BigInteger().with_variant(Integer, "sqlite")  # whose every number has eight bytes
_TYPES = {int: Integer, bool: Integer, float: Float}


def _records(name: str, record: type, *more: Any, sought: bool = True, by_document: bool = False) -> Table:
    """The table of a record: a column for every field, under its name, so that none is lost when a stage adds one.

    Without `sought` its ids have no index: for what there is most of, and nobody looks for by its id. `by_document`
    keeps the rows of a document together, which spares an index; their numbers begin anew in each.
    """
    columns: list[Any] = [Column("number", Integer, primary_key=True)]  # in the order of the text
    if by_document:
        columns, more = [Column("number", Integer)], (*more, PrimaryKeyConstraint("document", "number"))
    for column, kind, nullable in codec(record).types():
        if column == "document":
            columns.append(_document())
        else:
            held = _held(record, column, kind)
            columns.append(Column(column, held, unique=(column == "id" and sought) or None, nullable=nullable))
    return Table(name, metadata, *columns, *more, sqlite_with_rowid=not by_document)


def _held(record: type, column: str, kind: Any) -> Any:
    """The type of the column of a field."""
    ids = codec(record).ids
    if column in ids:
        return (IdList if get_origin(kind) is tuple else Id)(ids[column])
    if column in codec(record).stems:
        return Stems()
    if column in codec(record).spans:
        return Spans()
    return OneOf(get_args(kind)) if get_origin(kind) is Literal else _TYPES.get(kind, Text)


edition = Table(
    "edition",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Id("doc"), primary_key=True, autoincrement=False),
    Column("path", Text, nullable=False, unique=True),
    Column("folder", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("language", Text),
    Column("title", Text),
    Column("author", Text),
    Column("publisher", Text),
    Column("written", Text),
    Column("party", Text),
    Column("kind", Text),
    Column("url", Text),
    Column("restricted", Integer, nullable=False),
    Column("metadata", Text, nullable=False),
    Column("structure", Text, nullable=False),
    Column("pages", LargeBinary, nullable=False),
    Column("remarks", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("words", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
)

unread = Table(
    "unread",
    metadata,
    Column("path", Text, primary_key=True),
    Column("folder", Text, nullable=False),
    Column("problem", Text, nullable=False),
)

articles = _records("articles", Article, _document())
damage = _records("damage", Damage, _document())
passages = _records("passages", Passage, sought=False)
attributions = _records(
    "attributions", Attribution, Column("speaker_referent", Id("referent")), sought=False, by_document=True
)
mentions = _records("mentions", Mention, Column("referent", Id("referent")), sought=False, by_document=True)
dates = _records("dates", Date)
figures = _records("figures", Figure, sought=False, by_document=True)
citations = _records("citations", Citation)
designations = _records("designations", Designation)
referents = _records("referents", Referent)
statements = _records("statements", Statement, sought=False)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True),
    _document(),
    Column("name", Text, nullable=False),
    Column("date", Id("date"), nullable=False),
    Column("edtf", Text),  # when the event was; null where the date is counted from it
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("document", Id("doc"), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("subject", LargeBinary, nullable=False),
    Column("vectors", PackedNumbers),  # null where no model has read it
)

comparables = Table(
    "comparables",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("statement", Integer, ForeignKey("statements.number", ondelete="CASCADE"), nullable=False),
    Column("id", BigInteger, nullable=False),  # the number in its id, which begins with its kind
    Column("kind", OneOf(get_args(ComparableKind)), nullable=False),
    Column("data", LargeBinary, nullable=False),  # what it has otherwise than its statement
)

blocking_keys = Table(  # of the comparables that the comparison has seen: see `store.keyed`
    "blocking_keys",
    metadata,
    Column("part", _Big, primary_key=True, autoincrement=False),
    Column("keys", LargeBinary, nullable=False),
)

crowded_blocks = Table("crowded_blocks", metadata, Column("key", _Big, primary_key=True, autoincrement=False))

relations = Table(
    "relations",
    metadata,
    Column("a", Integer, ForeignKey("comparables.number", ondelete="CASCADE"), primary_key=True),
    Column("b", Integer, ForeignKey("comparables.number", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("facet", Text),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)

uncompared = Table(
    "uncompared",
    metadata,
    Column("document", Id("doc"), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Id("entity"), primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("identifier", Text, nullable=False),
    sqlite_with_rowid=False,
)

links = Table(
    "links",
    metadata,
    Column("referent", Id("referent"), ForeignKey("referents.id", ondelete="CASCADE"), primary_key=True),
    Column("entity", Id("entity"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)

dependences = Table(
    "dependences",
    metadata,
    Column("id", Id("dep"), primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    _document("a_document"),
    *_span("a_"),
    _document("b_document"),
    *_span("b_"),
    Column("direction", Text, nullable=False),
    Column("words", Integer, nullable=False),
    Column("altered", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

matters = Table(
    "matters",
    metadata,
    Column("id", Id("matter"), primary_key=True, autoincrement=False),
    Column("label", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("facet", Text),
    Column("sides", Text, nullable=False),
    Column("when", Text),
    Column("entities", Text, nullable=False),
    Column("witnesses", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
)

placements = Table(
    "placements",
    metadata,
    Column("date", Id("date"), ForeignKey("dates.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("edtf", Text, nullable=False),
    Column("by", Id("date"), ForeignKey("dates.id", ondelete="CASCADE"), nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("previous", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("origin", Text),
)
"""The log of what people decided: rows are added, never changed. No part of SHAPE, so that it outlives every other."""

bindings = Table(
    "bindings",
    metadata,
    Column("decision", Integer, ForeignKey("decisions.number"), primary_key=True),
    Column("state", Text, nullable=False),
    Column("document", Text),
    Column("record", Text),
    Column("note", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("pair", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("verdict", Text),  # null where the answer is void
    Column("reasons", Text, nullable=False),
    Column("rests", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("tokens", Integer, nullable=False),
)
"""What second readers answered, by the words that they were asked about: on no document, so that it outlives them."""

overruled = Table(
    "overruled",
    metadata,
    Column("document", Id("doc"), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("applied", Text, nullable=False),  # which decisions
    Column("reading", LargeBinary, nullable=False),  # what the program had read
)

OF_A_DOCUMENT = (
    articles,
    damage,
    passages,
    attributions,
    mentions,
    dates,
    figures,
    citations,
    designations,
    referents,
    statements,
    events,
    fingerprints,
)
"""The tables one document fills, in the order in which they are written; then `comparables`, by its statements."""

for _table in OF_A_DOCUMENT:
    if not _table.c.document.primary_key:
        Index(f"{_table.name}_by_document", _table.c.document)
Index("relations_by_b", relations.c.b)
Index("dependences_by_a", dependences.c.a_document)
Index("dependences_by_b", dependences.c.b_document)
Index("events_by_name", events.c.name)
Index("placements_by_date", placements.c.by)
Index("comparables_by_statement", comparables.c.statement)

_SHAPED = [table for table in metadata.sorted_tables if table is not decisions]

_TOLD = [
    *(f"{c} {c.type!r}" for t in _SHAPED for c in t.columns),
    *WORD_INDEX,
    f"keys of {KEY_BYTES} bytes, in parts, counted in four",
]
SHAPE = blake2b("\n".join(_TOLD).encode(), digest_size=8).hexdigest()
"""Tells an edition whose tables are these from one that a program with other tables wrote."""
