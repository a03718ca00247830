"""What changed since the documents were last compared, and the relations brought up to date with it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection
from threadpoolctl import threadpool_limits

from gainsay.edition.near import Near
from gainsay.edition.relating import Comparison, add_keys
from gainsay.engines.engine import Engine
from gainsay.matters import Akin, Subject, pairs_by_document, relate_pairs
from gainsay.store import blocking
from gainsay.store.comparables import load_numbered
from gainsay.store.comparison import load_documents_of, load_subjects
from gainsay.store.keyed import load_unkeyed
from gainsay.store.naming import Identities, Renamed

MUCH = 0.3  # of all comparables: when that share changed, comparing all anew is quicker than finding what they touch


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the garbage collector: it would walk a hundred thousand records again and again, and free none.

    And with matrices multiplied on one thread: several of them wait for each other longer than they work.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        with threadpool_limits(1, user_api="blas"):
            yield
    finally:
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class Change:
    """`documents` are new or changed since the last comparison. `moved` are referents of other documents that belong to
    another entity than before, `concerned` the documents they stand in, `left` the entities that they belonged to;
    `renamed` are entities of another name than before. `entity_of` says where each referent belongs.
    `only_added` says that all documents of the last comparison are still there, as they were.
    """

    documents: frozenset[str]
    moved: frozenset[str]
    concerned: frozenset[str]
    left: frozenset[str]
    renamed: frozenset[str]
    entity_of: Identities
    only_added: bool

    @classmethod
    def of(
        cls, connection: Connection, fresh: Iterable[str], only_added: bool, renamed: Renamed, entity_of: Identities
    ) -> Change:
        """What the edition has that was not compared yet, and what its names came to."""
        moved, left = frozenset(renamed.moved), frozenset(renamed.moved.values())
        concerned = frozenset(load_documents_of(connection, moved))
        return cls(frozenset(fresh), moved, concerned, left, frozenset(renamed.entities), entity_of, only_added)

    def touches(self, *documents: str) -> bool:
        """Whether any of these documents is new, changed, or speaks of somebody who is now taken for another."""
        return not (self.documents.isdisjoint(documents) and self.concerned.isdisjoint(documents))


def update_relations(connection: Connection, change: Change, engine: Engine) -> list[int]:
    """Bring the relations among comparables up to date; the numbers of those that are new, or concern a moved referent.

    A relation depends on its two comparables, on their sharing a block that is not crowded or being near in meaning,
    and on what relates the others of their statements. So only those are looked at that are new, that concern a moved
    referent, or that stand in a block that became or ceased to be crowded, each with its siblings of one statement.
    """
    blocking.unblock_referents(connection, change.concerned, change.moved)
    fresh = load_unkeyed(connection)
    subjects = load_subjects(connection)
    near = Near(connection, change.documents, subjects)
    much = MUCH * blocking.count_comparables(connection)
    keyed = [] if len(fresh) > much else add_keys(connection, fresh, change.entity_of)
    crossed = set() if len(fresh) > much else blocking.crossed_blocks(connection, keyed)
    changed = blocking.siblings(connection, {*fresh, *crossed})
    if near.moved or len(changed) > much:
        Comparison(connection, change.entity_of, subjects, near, Akin(subjects)).relate_all(engine)
    elif changed:
        _relate_again(connection, change, near, subjects, changed)
    return fresh


def _relate_again(
    connection: Connection, change: Change, near: Near, subjects: Mapping[str, Subject], changed: Set[int]
) -> None:
    """Compare these with all that they share a block with, or are near to."""
    keyed = blocking.load_uncrowded(connection)
    around = load_numbered(connection, {*changed, *keyed.blocks_of(changed).tolist()})
    pairs, partners = near.of(around[number] for number in changed)
    around |= load_numbered(connection, partners - around.keys())
    change.entity_of.look_up(r for one in around.values() for r in (*one.referents, *one.voices))
    of_these = {around[number].id for number in changed}
    keys = {one.id: keyed.keys_of(number) for number, one in around.items()}
    by_document = pairs_by_document(around.values(), change.entity_of, of_these, pairs, keys)
    found = relate_pairs(by_document, change.entity_of, subjects, near.vectors)
    numbers = {one.id: number for number, one in around.items()}
    blocking.replace_relations(connection, found, numbers, changed)
