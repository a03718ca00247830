"""Comparables in their blocks, and the relations found among them: kept, so that a change costs what it touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import get_args

from sqlalchemy import ColumnElement, Connection, delete, func, select

from gainsay.matters import Comparable, Relation
from gainsay.matters.comparable import ComparableKind
from gainsay.store import schema
from gainsay.store.comparables import load_comparables, load_numbered
from gainsay.store.ids import from_stored, numbers
from gainsay.store.keyed import Keyed, drop_keys, load_keyed
from gainsay.store.packed import OneOf
from gainsay.store.rows import Row
from gainsay.store.writing import among, fetch_rows, fill_wanted, write_rows

_LABEL = OneOf(get_args(ComparableKind)).stored("label")  # as it is kept
_C, _S = schema.comparables.c, schema.statements.c
DENYING = (_C.kind == "claim") & (_S.polarity == "denies")


def load_labels(connection: Connection, numbers: Iterable[int] | None = None) -> dict[int, Comparable]:
    """The comparables that are labels, by number; with `numbers` these of them."""
    if numbers is None:
        return load_comparables(connection, _C.kind == "label")
    return load_numbered(connection, numbers)


def count_comparables(connection: Connection) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(schema.comparables)) or 0


def unblock(connection: Connection, numbers: Iterable[int]) -> None:
    """Take comparables out of their blocks, and forget their relations."""
    found = list(numbers)
    drop_keys(connection, found)
    fill_wanted(connection, found)
    _forget_relations(connection)


def unblock_document(connection: Connection, document: str) -> None:
    """The same for all comparables of a document."""
    joined = select(_C.number).join(schema.statements, _S.number == _C.statement).where(_S.document == document)
    unblock(connection, connection.scalars(joined).all())


def unblock_referents(connection: Connection, documents: Iterable[str], referents: Set[str]) -> None:
    """The same for the comparables of these documents that concern one of these referents."""
    touched = []
    for document in sorted(documents):
        for number, one in load_comparables(connection, _S.document == document).items():
            if not referents.isdisjoint(one.referents) or not referents.isdisjoint(one.voices):
                touched.append(number)
    unblock(connection, touched)


def crossed_blocks(connection: Connection, keys: Iterable[int]) -> set[int]:
    """The members of blocks that grew beyond `LARGEST_BLOCK`, or shrank to it, since this was last asked.

    `keys` are the blocks that may have grown. Those that were crowded are looked at again in any case.
    """
    was = load_crowded(connection)
    keyed = load_keyed(connection)
    now = keyed.only({*keys, *was}).crowded()
    _note_crowded(connection, now)
    return set(keyed.only(was.symmetric_difference(now)).owners.tolist())


def count_crowded(connection: Connection) -> None:
    """Count all blocks anew, and note the crowded ones."""
    _note_crowded(connection, load_keyed(connection).crowded())


def _note_crowded(connection: Connection, keys: Iterable[int]) -> None:
    connection.execute(delete(schema.crowded_blocks))
    write_rows(connection, schema.crowded_blocks, [(key,) for key in keys])


def load_crowded(connection: Connection) -> set[int]:
    """The keys of the blocks that were crowded when they were last counted."""
    return set(connection.scalars(select(schema.crowded_blocks.c.key)))


def load_uncrowded(connection: Connection) -> Keyed:
    """All comparables with their keys, without those of crowded blocks."""
    return load_keyed(connection).without(load_crowded(connection))


def load_around(connection: Connection, documents: Sequence[str], keyed: Keyed) -> dict[int, Comparable]:
    """The comparables of these documents, and what shares a block with them, in documents of greater ids than the
    least of these.
    """
    fill_wanted(connection, numbers(documents, "doc"))
    joined = select(_C.number).join(schema.statements, _S.number == _C.statement)
    own = set(connection.scalars(joined.where(among(_S.document))))
    fill_wanted(connection, keyed.blocks_of(own).tolist())
    return load_numbered(connection, own.union(connection.scalars(joined.where(among(_C.number), _later(documents)))))


def _later(documents: Sequence[str]) -> ColumnElement[bool]:
    return _S.document >= min(documents)


def siblings(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """These and all others of the same statements."""
    fill_wanted(connection, numbers)
    theirs = select(_C.statement).where(among(_C.number))
    return set(connection.scalars(select(_C.number).where(_C.statement.in_(theirs))))


def numbers_of_statements(connection: Connection, statements: Iterable[int]) -> set[int]:
    """The comparables of these statements (by their numbers)."""
    fill_wanted(connection, statements)
    return set(connection.scalars(select(_C.number).where(among(_C.statement))))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a comparable stands: the ids of its statement and document; and whether it is a label."""

    statement: str
    document: str
    label: bool


def load_standing(connection: Connection, numbers: Iterable[int]) -> dict[int, Standing]:
    """Where these comparables stand, and all others of the same statements, by their numbers."""
    fill_wanted(connection, numbers)
    theirs = select(_C.statement).where(among(_C.number))
    return _standing(connection, _C.statement.in_(theirs))


def load_standing_in(connection: Connection, documents: Iterable[str]) -> dict[int, Standing]:
    """Where all comparables of these documents stand."""
    fill_wanted(connection, numbers(documents, "doc"))
    return _standing(connection, among(_S.document))


def load_standing_of(connection: Connection, statements: Iterable[str]) -> dict[int, Standing]:
    """Where the comparables of these statements stand. Statements are not sought by their ids: all are gone through."""
    if not (wanted := numbers(statements, "statement")):
        return {}
    fill_wanted(connection, wanted)
    return _standing(connection, among(_S.id))


def _standing(connection: Connection, condition: ColumnElement[bool]) -> dict[int, Standing]:
    joined = select(_C.number, _S.id, _S.document, _C.kind).join(schema.statements, _S.number == _C.statement)
    return {
        number: Standing(from_stored(statement, "statement"), from_stored(document, "doc"), kind == _LABEL)
        for number, statement, document, kind in fetch_rows(connection, joined.where(condition))
    }


def replace_relations(
    connection: Connection, relations: Iterable[Relation], numbers: Mapping[str, int], of: Iterable[int] | None
) -> None:
    """Put relations in the place of those that touch the comparables `of`, or of all; `numbers` maps ids to numbers."""
    if of is None:
        connection.execute(delete(schema.relations))
    else:
        fill_wanted(connection, of)
        _forget_relations(connection)
    rows = [(numbers[r.a], numbers[r.b], r.kind, r.facet, r.score, r.reason) for r in relations]
    write_rows(connection, schema.relations, sorted(rows))


def _forget_relations(connection: Connection) -> None:
    """Those of the comparables in `wanted`."""
    for end in (schema.relations.c.a, schema.relations.c.b):
        connection.execute(delete(schema.relations).where(among(end)))


def load_related(connection: Connection) -> list[Row]:
    """All relations as they are kept: the numbers of two comparables, then what a relation says of them."""
    return fetch_rows(connection, select(schema.relations))


def load_relations(
    connection: Connection, rows: Iterable[Row] | None = None
) -> tuple[list[Relation], dict[str, Comparable]]:
    """All relations, or these `rows` of them, in the order in which comparing all at once would give them, and the
    comparables they name.
    """
    rows = load_related(connection) if rows is None else list(rows)
    comparables = load_numbered(connection, {number for row in rows for number in row[:2]})
    relations = [Relation(comparables[a].id, comparables[b].id, *said) for a, b, *said in rows]
    return sorted(relations, key=lambda r: (r.a, r.b)), {one.id: one for one in comparables.values()}
