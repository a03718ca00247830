"""Checking an edition: that every row can be read, that spans lie in their texts and ids exist, that texts are those
that were read and files as they were, and that the log of decisions is whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Table, select

from gainsay.dependence.fingerprint import Fingerprint, fingerprint
from gainsay.documents import digest
from gainsay.edition import ledger
from gainsay.edition.edition import Edition
from gainsay.edition.review import log
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.keyed import load_keyed
from gainsay.store.legible import DAMAGE, illegible
from gainsay.store.loading import load_text

REFERENCES = (
    *((table.name, "document", "documents.id") for table in schema.OF_A_DOCUMENT),
    ("passages", "article", "articles.id"),
    ("attributions", "citation", "citations.id"),
    ("attributions", "speaker_referent", "referents.id"),
    ("mentions", "referent", "referents.id"),
    ("designations", "attribution", "attributions.id"),
    ("statements", "passage", "passages.id"),
    ("statements", "article", "articles.id"),
    ("statements", "holder", "referents.id"),
    ("comparables", "statement", "statements.number"),
    ("relations", "a", "comparables.number"),
    ("relations", "b", "comparables.number"),
    ("links", "referent", "referents.id"),
    ("links", "entity", "entities.id"),
    ("dependences", "a_document", "documents.id"),
    ("dependences", "b_document", "documents.id"),
    ("bindings", "decision", "decisions.number"),
    ("overruled", "document", "documents.id"),
)
"""(table, column, column in which the value must stand)."""

LISTS = (
    ("designations", "mentions", "mentions.id"),
    ("referents", "mentions", "mentions.id"),
    ("statements", "attribution", "attributions.id"),
    ("statements", "referents", "referents.id"),
    ("statements", "dates", "dates.id"),
    ("statements", "figures", "figures.id"),
    ("statements", "designations", "designations.id"),
    ("matters", "entities", "entities.id"),
)
"""The same for columns that hold lists of ids."""

SPAN_LISTS = (
    ("passages", "sentences"),
    ("attributions", "content"),
    ("attributions", "marked"),
    ("attributions", "speaker"),
    ("attributions", "cue"),
)


def verify(edition: Edition) -> list[str]:
    """What is wrong with an edition, one line a problem; empty where all is well."""
    with edition.store.begin() as connection:
        problems = [f"the file is damaged: {line}" for line in edition.store.faults(connection)]
        # What cannot be read cannot be checked any further.
        problems = problems or list(illegible(connection))
        if problems:
            return problems
        return [
            *_references(connection),
            *_spans(connection),
            *_sides(connection),
            *_ancestors(edition),
            *_texts(connection),
            *_decisions(edition, connection),
            *_files(connection),
        ]


def _spans(connection: Connection) -> Iterator[str]:
    """Spans that are empty or reach beyond their text."""
    c = schema.documents.c
    lengths = {row.id: (row.characters, row.path) for row in connection.execute(select(c.id, c.characters, c.path))}
    for name, document, start, end in _all_spans(connection):
        length, path = lengths.get(document, (None, document))
        if length is not None and not 0 <= start < end <= length:
            yield f"{name}: [{start}, {end}) lies outside {path}"


def _all_spans(connection: Connection) -> Iterator[tuple[str, str, int, int]]:
    """Every span that is kept, with the table it stands in and the document that it is of."""
    for table in schema.OF_A_DOCUMENT:
        for name in [c.name.removesuffix("start") for c in table.columns if c.name.endswith("start")]:
            columns = table.c.document, table.c[f"{name}start"], table.c[f"{name}end"]
            for document, start, end in connection.execute(select(*columns)):
                if start is not None:
                    yield table.name, document, start, end
    for table_name, column in SPAN_LISTS:
        table = schema.metadata.tables[table_name]
        for document, spans in connection.execute(select(table.c.document, table.c[column])):
            for start, end in json.loads(spans):
                yield f"{table_name}.{column}", document, start, end
    for row in connection.execute(select(schema.dependences)):
        yield "dependences", row.a_document, row.a_start, row.a_end
        yield "dependences", row.b_document, row.b_start, row.b_end


def _references(connection: Connection) -> Iterator[str]:
    """Ids that nothing has."""
    wanted = sorted({target for _, _, target in (*REFERENCES, *LISTS)})
    known = {target: _values(connection, target) for target in wanted}
    for table_name, column, target in REFERENCES:
        table = schema.metadata.tables[table_name]
        values = connection.scalars(select(table.c[column]).where(table.c[column].is_not(None)))
        yield from _missing(table_name, column, target, values, known[target])
    for table_name, column, target in LISTS:
        table = schema.metadata.tables[table_name]
        listed = (i for ids in connection.scalars(select(table.c[column])) for i in json.loads(ids))
        yield from _missing(table_name, column, target, listed, known[target])
    keyed = load_keyed(connection).numbers.tolist()
    yield from _missing("blocking_keys", "keys", "comparables.number", keyed, known["comparables.number"])


def _values(connection: Connection, target: str) -> set[str | int]:
    table, _, column = target.partition(".")
    return set(connection.scalars(select(schema.metadata.tables[table].c[column])))


def _missing(table: str, column: str, target: str, values: Iterable[str | int], known: set[str | int]) -> Iterator[str]:
    for value in sorted({value for value in values if value not in known}, key=str):
        yield f"{table}.{column}: {value} is not in {target.removesuffix('.id')}"


def _ids(connection: Connection, table: Table) -> set[str]:
    return set(connection.scalars(select(table.c.id)))


def _sides(connection: Connection) -> Iterator[str]:
    """Matters whose statements are gone."""
    statements = _ids(connection, schema.statements)
    for row in connection.execute(select(schema.matters.c.id, schema.matters.c.sides)):
        for side in json.loads(row.sides):
            for statement in side["statements"]:
                if statement not in statements:
                    yield f"matters.sides: {statement} of {row.id} is not in statements"


def _ancestors(edition: Edition) -> Iterator[str]:
    """Attributions that enclose themselves."""
    parents = {a.id: a.parent for a in edition.attributions()}
    for identity in parents:
        above, seen = parents[identity], set()
        while above is not None and above not in seen:
            if above == identity:
                yield f"attributions.parent: {identity} is its own ancestor"
            seen.add(above)
            above = parents.get(above)
    for identity, parent in parents.items():
        if parent is not None and parent not in parents:
            yield f"attributions.parent: {parent} of {identity} is not in attributions"


def _texts(connection: Connection) -> Iterator[str]:
    """Documents whose text is another one than was read, as its words tell that were kept with it for comparing."""
    c, p, f = schema.documents.c, schema.passages.c, schema.fingerprints.c
    for row in connection.execute(select(c.id, c.path, c.characters).order_by(c.path)).all():
        text = load_text(connection, row.id)
        if len(text) != row.characters:
            yield f"documents.text: {row.path} has {len(text)} characters, where {row.characters} were read"
            continue
        edges = select(p.start, p.end).where(p.document == row.id, p.kind == "boilerplate").order_by(p.number)
        now = fingerprint(row.id, text, [Span(*edge) for edge in connection.execute(edges)])
        kept = connection.scalar(select(f.data).where(f.document == row.id))
        if kept is None:
            yield f"fingerprints: {row.path} has none"
        elif now.to_bytes() != kept:
            yield _altered(row.path, text, now, kept)


def _altered(path: str, text: str, now: Fingerprint, kept_bytes: bytes) -> str:
    """Where a text stops being the one that was read."""
    try:
        kept = Fingerprint.from_bytes(kept_bytes)
    except DAMAGE as error:
        return f"fingerprints: that of {path} cannot be read ({type(error).__name__})"
    altered = f"documents.text: {path} was altered, or its passages were: "
    for at in range(min(len(now), len(kept))):
        here, there = ((one.starts[at], one.ends[at], one.hashes[at]) for one in (now, kept))
        if here != there:
            words = text[int(here[0]) : int(here[1])]
            return f'{altered}"{words[:40]}" at {here[0]} is not what was read'
    return f"{altered}{len(now)} words, where {len(kept)} were read"


def _decisions(edition: Edition, connection: Connection) -> Iterator[str]:
    """Where the log is not as it was written."""
    try:
        entries = log.load_log(connection)
    except DAMAGE as error:
        yield f"decisions: an entry cannot be read ({type(error).__name__})"
        return
    yield from log.faults(entries, ledger.decisions_made(edition.store, connection))


def _files(connection: Connection) -> Iterator[str]:
    """Documents whose file is there and is another one than was read."""
    c = schema.documents.c
    for row in connection.execute(select(c.path, c.folder, c.sha256).order_by(c.path)):
        if digest(Path(row.folder), row.path) not in ("", row.sha256):
            yield f"{row.path}: the file changed since it was read. `gainsay read {row.folder}` brings it up to date."
