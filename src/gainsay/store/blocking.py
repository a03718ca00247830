"""Comparables in their blocks, and the relations found among them: kept, so that a change costs what it touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from sqlalchemy import Connection, delete, func, select

from gainsay.matters import LARGEST_BLOCK, Comparable, Relation
from gainsay.store import schema
from gainsay.store.comparables import load_comparables, load_numbered
from gainsay.store.ids import to_stored
from gainsay.store.writing import fetch_rows, fill_wanted, write_rows

KEY = 6  # bytes of a key


def load_unkeyed(connection: Connection) -> dict[int, Comparable]:
    """Comparables that the comparison has not seen, by number."""
    return load_comparables(connection, "WHERE c.keys IS NULL")


def load_labels(connection: Connection) -> dict[int, Comparable]:
    """The comparables that are labels, by number."""
    return load_comparables(connection, "WHERE c.kind = 'label'")


def count_comparables(connection: Connection) -> int:
    """How many there are."""
    return connection.scalar(select(func.count()).select_from(schema.comparables)) or 0


def kept_key(key: int) -> int:
    """The key of a block as it is kept: its last six bytes, of which ten million differ with hardly a clash."""
    return key & (1 << 8 * KEY - 1) - 1


def add_keys(connection: Connection, keys: Mapping[int, Sequence[int]]) -> None:
    """Put comparables into the blocks of their keys, as they are kept."""
    packed = [(b"".join(key.to_bytes(KEY, "little") for key in some), number) for number, some in keys.items()]
    if packed:
        connection.exec_driver_sql("UPDATE comparables SET keys = ? WHERE number = ?", packed)
    # In the order of the keys, or the rows of 200,000 would be written all over the file.
    write_rows(connection, schema.blocks, sorted((key, number) for number, some in keys.items() for key in some))


def unblock(connection: Connection, numbers: Iterable[int]) -> None:
    """Take comparables out of their blocks, and forget their relations."""
    fill_wanted(connection, numbers)
    joined = "SELECT number, keys FROM wanted JOIN comparables ON number = value WHERE keys IS NOT NULL"
    rows = [(key, number) for number, keys in connection.exec_driver_sql(joined) for key in _unpacked(keys)]
    if rows:
        connection.exec_driver_sql("DELETE FROM blocks WHERE key = ? AND comparable = ?", rows)
    connection.exec_driver_sql("UPDATE comparables SET keys = NULL WHERE number IN (SELECT value FROM wanted)")
    _forget_relations(connection)


def unblock_document(connection: Connection, document: str) -> None:
    """The same for all comparables of a document."""
    joined = "SELECT c.number FROM statements AS s JOIN comparables AS c ON c.statement = s.number WHERE s.document = ?"
    unblock(connection, [number for (number,) in fetch_rows(connection, joined, (to_stored(document, "doc"),))])


def unblock_referents(connection: Connection, documents: Iterable[str], referents: Set[str]) -> None:
    """The same for the comparables of these documents that concern one of these referents."""
    touched = []
    for document in sorted(documents):
        for number, one in load_comparables(connection, "WHERE s.document = ?", (to_stored(document, "doc"),)).items():
            if not referents.isdisjoint(one.referents) or not referents.isdisjoint(one.voices):
                touched.append(number)
    unblock(connection, touched)


def _unpacked(keys: bytes) -> list[int]:
    return [int.from_bytes(keys[at : at + KEY], "little") for at in range(0, len(keys), KEY)]


def crossed_blocks(connection: Connection, keys: Iterable[int]) -> set[int]:
    """The members of blocks that grew beyond `LARGEST_BLOCK`, or shrank to it, since this was last asked.

    `keys` are the blocks that may have grown. Those that were crowded are looked at again in any case.
    """
    crowded = schema.crowded_blocks
    was = set(connection.scalars(select(crowded.c.key)))
    fill_wanted(connection, {*keys, *was})
    counted = connection.exec_driver_sql(
        "SELECT value FROM wanted JOIN blocks ON key = value GROUP BY value HAVING count(*) > ?", (LARGEST_BLOCK,)
    )
    now = set(counted.scalars())
    connection.execute(delete(crowded))
    write_rows(connection, crowded, [(key,) for key in sorted(now)])
    fill_wanted(connection, was ^ now)
    return set(connection.exec_driver_sql("SELECT comparable FROM wanted JOIN blocks ON key = value").scalars())


def neighbours(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """The comparables that share a block with these, themselves among them.

    Of a crowded block only as many as show that it is crowded: it is passed over anyway.
    """
    fill_wanted(connection, numbers)
    packed = connection.exec_driver_sql("SELECT keys FROM wanted JOIN comparables ON number = value").scalars()
    fill_wanted(connection, {key for keys in packed if keys for key in _unpacked(keys)})
    found = connection.exec_driver_sql(
        "SELECT comparable FROM (SELECT comparable, row_number() OVER (PARTITION BY key ORDER BY comparable) AS n "
        "FROM wanted JOIN blocks ON key = value) WHERE n <= ?",
        (LARGEST_BLOCK + 1,),
    )
    return {*found.scalars(), *numbers}


def siblings(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """These and all others of the same statements."""
    fill_wanted(connection, numbers)
    joined = (
        "SELECT b.number FROM wanted CROSS JOIN comparables AS a ON a.number = value "
        "CROSS JOIN comparables AS b ON b.statement = a.statement"
    )
    return {number for (number,) in fetch_rows(connection, joined)}


def numbers_of_statements(connection: Connection, statements: Iterable[int]) -> set[int]:
    """The comparables of these statements (by their numbers)."""
    fill_wanted(connection, statements)
    joined = "SELECT number FROM wanted CROSS JOIN comparables ON statement = value"
    return {number for (number,) in fetch_rows(connection, joined)}


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
    for end in ("a", "b"):
        connection.exec_driver_sql(f"DELETE FROM relations WHERE {end} IN (SELECT value FROM wanted)")


def load_relations(connection: Connection) -> tuple[list[Relation], dict[str, Comparable]]:
    """All relations, in the order in which comparing all at once would give them, and the comparables they name."""
    rows = connection.execute(select(schema.relations)).all()
    comparables = load_numbered(connection, {number for row in rows for number in (row.a, row.b)})
    relations = [Relation(comparables[r.a].id, comparables[r.b].id, r.kind, r.facet, r.score, r.reason) for r in rows]
    return sorted(relations, key=lambda r: (r.a, r.b)), {one.id: one for one in comparables.values()}
