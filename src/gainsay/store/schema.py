"""The tables of an edition. Spans are plain `start` and `end` columns, lists are JSON text: any SQLite tool reads them.

Everything that one document yields hangs on `documents.id` and disappears with it. What is found by comparing documents
(`entities`, `dependences`, `matters`) is recomputed from the compact rows of `referents`, `fingerprints` and
`comparables`; `blocks` and `relations` keep what of that does not change with every document.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

APPLICATION_ID = 0x47_53_41_59  # "GSAY", in the header of every edition: how a file is known to be one
SCHEMA_VERSION = 1

metadata = MetaData()


def _document(name: str = "document") -> Column[str]:
    return Column(name, Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _span(prefix: str = "", nullable: bool = False) -> list[Column[int]]:
    return [Column(f"{prefix}start", Integer, nullable=nullable), Column(f"{prefix}end", Integer, nullable=nullable)]


edition = Table(
    "edition",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("path", Text, nullable=False, unique=True),
    Column("folder", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("stamp", Text, nullable=False),
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

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    *_span(),
    Column("title", Text),
    Column("author", Text),
    Column("written", Text),
    _document(),
)

damage = Table(
    "damage",
    metadata,
    *_span(),
    Column("kind", Text, nullable=False),
    Column("note", Text, nullable=False),
    _document(),
)

passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _document(),
    *_span(),
    Column("kind", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("sentences", Text, nullable=False),
)

attributions = Table(
    "attributions",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("kind", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("marked", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("parent", Text),
    Column("said", Text),
    Column("citation", Text),
    Column("confidence", Float, nullable=False),
    Column("speaker_referent", Text),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    *_span(),
    Column("type", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("referent", Text),
)

dates = Table(
    "dates",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    *_span(),
    Column("edtf", Text),
    Column("kind", Text, nullable=False),
    Column("relative", Integer, nullable=False),
    *_span("anchor_", nullable=True),
)

figures = Table(
    "figures",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    *_span(),
    Column("value", Text),
    Column("qualifier", Text),
    Column("unit", Text),
    Column("counted", Text),
    *_span("counted_span_", nullable=True),
    Column("head", Text),
    Column("action", Text),
)

citations = Table(
    "citations",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("kind", Text, nullable=False),
    *_span("marker_", nullable=True),
    *_span("note_", nullable=True),
    *_span("reference_", nullable=True),
    Column("author", Text),
    Column("title", Text),
    Column("date", Text),
    Column("entry_date", Text),
    Column("place", Text),
    Column("publisher", Text),
    Column("pages", Text),
    Column("work", Text),
    *_span("supports_", nullable=True),
)

designations = Table(
    "designations",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    *_span(),
    Column("mentions", Text, nullable=False),
    Column("act", Text),
    Column("attribution", Text),
    Column("charge", Float),
    Column("head", Text),
    Column("called", Text, nullable=False),
)

referents = Table(
    "referents",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("mentions", Text, nullable=False),
    Column("descriptions", Text, nullable=False),
    Column("also", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    _document(),
    Column("passage", Text, nullable=False),
    Column("article", Text, nullable=False),
    *_span(),
    Column("attribution", Text, nullable=False),
    Column("holder", Text),
    Column("polarity", Text, nullable=False),
    Column("hedged", Integer, nullable=False),
    Column("referents", Text, nullable=False),
    Column("dates", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("designations", Text, nullable=False),
    Column("terms", Text, nullable=False),
    Column("said", Text),
    Column("written", Text),
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("subject", Text, nullable=False),
)

comparables = Table(
    "comparables",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    _document(),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("keys", LargeBinary),  # null until the comparison has seen it
)

blocks = Table(
    "blocks",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("comparable", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

crowded_blocks = Table("crowded_blocks", metadata, Column("key", Integer, primary_key=True))

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
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
)

entities = Table(
    "entities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("names", Text, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("referent", Text, ForeignKey("referents.id", ondelete="CASCADE"), primary_key=True),
    Column("entity", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("score", Float, nullable=False),
)

dependences = Table(
    "dependences",
    metadata,
    Column("id", Text, primary_key=True),
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
    Column("id", Text, primary_key=True),
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
    fingerprints,
    comparables,
)
"""The tables one document fills, in the order in which they are written."""

for _table in OF_A_DOCUMENT:
    if not _table.c.document.primary_key:
        Index(f"{_table.name}_by_document", _table.c.document)
Index("comparables_unkeyed", comparables.c.number, sqlite_where=comparables.c["keys"].is_(None))
Index("relations_by_b", relations.c.b)
Index("dependences_by_a", dependences.c.a_document)
Index("dependences_by_b", dependences.c.b_document)
Index("mentions_by_referent", mentions.c.referent)
Index("links_by_entity", links.c.entity)

WORD_INDEXES = (
    # Contentless: the words stand once, compressed, in `documents.text`; the indexes hold only where they are.
    "CREATE VIRTUAL TABLE passage_words USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')",
    # detail=none keeps no positions, a third of the size: what its trigrams suggest is then looked up in the text.
    "CREATE VIRTUAL TABLE passage_trigrams USING fts5(words, content='', detail=none, tokenize='trigram')",
)
