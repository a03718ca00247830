"""The tables of the first editions."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, LargeBinary, PrimaryKeyConstraint, Text

from gainsay.store.dialect import dialect_of

revision = "0001"
down_revision = None

TABLES = """
blocking_keys: part whole*; keys bytes!
crowded_blocks: key whole*
decisions: number int*; id text!^; previous text!; at text!; by text!; action text!; target text!; changes text!; reason text!; origin text
documents: id big*; path text!^; folder text!; sha256 text!; stamp text!; reader text!; media_type text!; language text; title text; author text; publisher text; written text; party text; kind text; url text; restricted int!; metadata text!; structure text!; pages bytes!; remarks text!; characters int!; words int!; text bytes!
edition: key text*; value text!
entities~: id big*; name text!; type text!; names text!; identifier text!
judgements: number int*; key text!^; pair text!; reader text!; verdict text; reasons text!; rests text!; problem text!; at text!; tokens int!
matters: id big*; label text!; verdict text!; facet text; sides text!; when text; entities text!; witnesses text!; score float!; reason text!
unread: path text*; folder text!; problem text!
articles: number int*; id big!^; start int!; end int!; title text; author text; written text; document big! > documents.id
attributions[document, number]~: number int!; id big!; document big! > documents.id; kind text!; content bytes!; marked bytes!; speaker bytes!; cue bytes!; stance text!; parent big; said text; citation big; confidence float!; type text!; speaker_referent big
bindings: decision int* > decisions.number keep; state text!; document text; record text; note text!
citations: number int*; id big!^; document big! > documents.id; kind text!; marker_start int; marker_end int; note_start int; note_end int; reference_start int; reference_end int; author text; title text; date text; entry_date text; place text; publisher text; pages text; work text; supports_start int; supports_end int; function text; container text; archive text; volume text; editor text; author_span_start int; author_span_end int
damage: number int*; start int!; end int!; kind text!; note text!; document big! > documents.id
dates: number int*; id big!^; document big! > documents.id; start int!; end int!; edtf text; kind text!; relative int!; anchor_start int; anchor_end int; relation text; event_start int; event_end int; duration text; flag text
dependences: id big*; kind text!; a_document big! > documents.id; a_start int!; a_end int!; b_document big! > documents.id; b_start int!; b_end int!; direction text!; words int!; altered text!; reason text!
designations: number int*; id big!^; document big! > documents.id; start int!; end int!; mentions bytes!; act text; attribution big; charge float; head text!; called bytes!
events: number int*; document big! > documents.id; name text!; date big!; edtf text
figures[document, number]~: number int!; id big!; document big! > documents.id; start int!; end int!; value text; qualifier text; unit text; counted text; counted_span_start int; counted_span_end int; head text; action text; place_start int; place_end int; period_start int; period_end int
fingerprints: document big* > documents.id; data bytes!; subject bytes!; vectors bytes
mentions[document, number]~: number int!; id big!; document big! > documents.id; start int!; end int!; type text!; form text!; title text!; reason text!; score float!; referent big
overruled: document big* > documents.id; applied text!; reading bytes!
passages: number int*; id big!; document big! > documents.id; start int!; end int!; kind text!; article big!; sentences bytes!
referents: number int*; id big!^; document big! > documents.id; type text!; name text!; names text!; mentions bytes!; descriptions text!; also text!
statements: number int*; id big!; document big! > documents.id; passage big!; article big!; start int!; end int!; attribution bytes!; holder big; polarity text!; hedged int!; referents bytes!; dates bytes!; figures bytes!; designations bytes!; terms bytes!; said text; written text
uncompared: document big* > documents.id
comparables: number int*; statement int! > statements.number; id big!; kind text!; data bytes!
links~: referent big* > referents.id; entity big!; reason text!; score float!
placements: date big* > dates.id; edtf text!; by big! > dates.id
relations~: a int* > comparables.number; b int* > comparables.number; kind text!; facet text; score float!; reason text!
"""  # noqa: E501
"""A line a table: `~` marks one without a rowid in SQLite, brackets name a key of several columns. Of a column: its
type, `*` in the key, `!` never empty, `^` each value once, `> table.column` where it leads; it goes with that, but for
`keep`.
"""

INDEXES = """
articles_by_document articles document
citations_by_document citations document
comparables_by_statement comparables statement
damage_by_document damage document
dates_by_document dates document
dependences_by_a dependences a_document
dependences_by_b dependences b_document
designations_by_document designations document
events_by_document events document
events_by_name events name
passages_by_document passages document
placements_by_date placements by
referents_by_document referents document
relations_by_b relations b
statements_by_document statements document
"""

_TYPES: dict[str, Any] = {
    "int": Integer(),
    "big": BigInteger(),
    "whole": BigInteger().with_variant(Integer, "sqlite"),
    "float": Float(),
    "bytes": LargeBinary(),
    "text": Text().with_variant(Text(collation="C"), "postgresql"),
}


def upgrade() -> None:
    """Make them."""
    for line in TABLES.split("\n")[1:-1]:
        head, _, columns = line.partition(": ")
        name, _, key = head.rstrip("~").removesuffix("]").partition("[")
        parts: list[Any] = [_column(column) for column in columns.split("; ")]
        parts += [PrimaryKeyConstraint(*key.split(", "))] if key else []
        op.create_table(name, *parts, sqlite_with_rowid=not head.endswith("~"))
    for line in INDEXES.split("\n")[1:-1]:
        name, table, column = line.split(" ")
        op.create_index(name, table, [column])
    dialect_of(op.get_bind()).create(op.get_bind())


def _column(told: str) -> Column[Any]:
    plain, _, target = told.partition(" > ")
    name, _, kind = plain.partition(" ")
    keys = [ForeignKey(target.removesuffix(" keep"), ondelete=None if target.endswith(" keep") else "CASCADE")]
    kept = kind.rstrip("*!^")
    return Column(
        name,
        _TYPES[kept],
        *(keys if target else []),
        primary_key="*" in kind,
        autoincrement="auto" if kept == "int" else False,
        nullable=not {"*", "!"} & set(kind),
        unique=True if "^" in kind else None,
    )
