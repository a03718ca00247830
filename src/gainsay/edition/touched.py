"""Which of an edition's matters a change may touch: the parts that hang together with something that changed.

Whether two statements meet in one matter, on which side, and on how many witnesses, depends on what is related to
them, on the other comparables of these statements, on what stands in a copied stretch with them or names what they
name, and on nothing beyond. So only what is tied to the change is assembled again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Connection

from gainsay.dependence.dependence import Dependence
from gainsay.edition.change import Change
from gainsay.edition.copied import copied_often, load_copies
from gainsay.matters.facets import label
from gainsay.matters.grouping import COPIED_WORDS
from gainsay.store import blocking
from gainsay.store.blocking import Standing
from gainsay.store.comparison import load_dependences, load_gathered
from gainsay.store.rows import Row

ENDS = 2  # how many values of a relation's row are the numbers of its comparables; its kind comes next


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing documents changed: `numbers` are the comparables that were looked at again, `was` and `now` the
    relations before and after, as they are kept; `dependences` those that are new, gone, or otherwise than before.
    """

    numbers: Collection[int]
    was: Sequence[Row]
    now: Sequence[Row]
    dependences: Sequence[Dependence]


@dataclass(slots=True)
class Touched:
    """What is to be assembled again: `comparables`, by number, and the texts of `copied` documents that stand in many;
    in place of the `matters` that are kept.
    """

    comparables: dict[int, Standing] = field(default_factory=dict)
    copied: set[str] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)

    def related(self, rows: Iterable[Row]) -> list[Row]:
        """Those of the relations that are among them."""
        return [row for row in rows if row[0] in self.comparables]

    def labels(self) -> list[int]:
        """The comparables among them that are labels."""
        return [number for number, one in self.comparables.items() if one.label]


def find_touched(connection: Connection, change: Change, compared: Compared) -> Touched:
    """What is touched by a change that adds documents, or takes referents for others than before."""
    ties = _Ties(connection, change, compared)
    found = Touched()
    fresh = {*compared.numbers, *ties.changed()}
    while fresh:
        standing = blocking.load_standing(connection, fresh)
        added = {number: one for number, one in standing.items() if number not in found.comparables}
        found.comparables |= added
        fresh = ties.of(added, found) - found.comparables.keys()
        fresh = fresh or ties.of_matters(found)
    return found


class _Ties:
    """What ties the statements of an edition to one another, before a change or after it."""

    def __init__(self, connection: Connection, change: Change, compared: Compared) -> None:
        self._connection = connection
        self._change = change
        self._compared = compared
        self._related: dict[int, list[Row]] = defaultdict(list)
        for row in {*compared.was, *compared.now}:
            for number in row[:ENDS]:
                self._related[number].append(row)
        self._seen: set[frozenset[str]] = set()
        self._copies: dict[str, set[str]] = defaultdict(set)
        for places in copied_often([*load_copies(connection), *((d.a, d.b) for d in self._parted())]):
            documents = {place.document for place in places}
            for document in documents:
                self._copies[document] |= documents
        self._gathered = load_gathered(connection)

    def _parted(self) -> list[Dependence]:
        """The shared words that changed."""
        return [d for d in self._compared.dependences if d.words >= COPIED_WORDS]

    def changed(self) -> set[int]:
        """What was related, copied or called otherwise before, and what is in doubt, which is weighed as a whole."""
        rows = {*self._compared.was} ^ {*self._compared.now}
        found = {number for row in rows for number in row[:ENDS]}
        found |= {number for row in self._compared.now if row[ENDS] == "unsure" for number in row[:ENDS]}
        documents: set[str] = set()
        for d in self._compared.dependences:
            ends = {d.a.document, d.b.document}
            # What a new document shares with an old one tells only on matters that both stand in, or on one of copies.
            documents |= ends if self._change.documents.isdisjoint(ends) else ends & self._copies.keys()
        found |= blocking.load_standing_in(self._connection, documents).keys()
        for statements, entities in self._gathered.values():
            if not self._change.renamed.isdisjoint(entities):
                found |= blocking.load_standing_of(self._connection, statements).keys()
        for name in [f"party|{entity}" for entity in self._change.left]:
            found.update(self._labels.get(name, ()))
        return found

    def of(self, added: Mapping[int, Standing], found: Touched) -> set[int]:
        """What is tied to those that were `added` last to what was found."""
        ends = {number for one in added for row in self._related.get(one, ()) for number in row[:ENDS]}
        ends |= self._in_stretches(added, found.comparables)
        for labels in self._labels.values() if any(one.label for one in added.values()) else ():
            ends |= set() if added.keys().isdisjoint(labels) else set(labels)
        copied = set().union(*(self._copies.get(one.document, ()) for one in added.values())) - found.copied
        found.copied |= copied
        return ends | blocking.load_standing_in(self._connection, copied).keys()

    def of_matters(self, found: Touched) -> set[int]:
        """What of the kept matters, of which a part was found, was not."""
        known = {one.statement for one in found.comparables.values()}
        left: set[str] = set()
        for matter, (statements, _) in self._gathered.items():
            if not known.isdisjoint(statements):
                found.matters.add(matter)
                left |= statements - known
        return set(blocking.load_standing_of(self._connection, left))

    def _in_stretches(self, added: Iterable[int], known: Mapping[int, Standing]) -> set[int]:
        """The agreements in documents that share a stretch, where one of these is among them: they make one matter."""
        agreeing = [row for one in added for row in self._related.get(one, ()) if row[ENDS] == "agrees"]
        ends = ([known[number].document for number in row[:ENDS]] for row in agreeing if known.keys() >= {*row[:ENDS]})
        pairs = {frozenset(documents) for documents in ends} - self._seen
        self._seen |= pairs
        shared = [*load_dependences(self._connection, {d for pair in pairs for d in pair}), *self._parted()]
        found: set[int] = set()
        for pair in pairs & {frozenset((d.a.document, d.b.document)) for d in shared if d.words >= COPIED_WORDS}:
            here = blocking.load_standing_in(self._connection, pair)
            between = (row[:ENDS] for number in here for row in self._related.get(number, ()))
            found |= {number for ends in between if here.keys() >= {*ends} for number in ends}
        return found

    @cached_property
    def _labels(self) -> dict[str, list[int]]:
        """The labels of the edition, by what they name."""
        found: dict[str, list[int]] = defaultdict(list)
        labels = blocking.load_labels(self._connection)
        entity_of = self._change.entity_of.of(r for one in labels.values() for r in one.referents)
        for number, one in labels.items():
            if (name := label.named(one, entity_of)) is not None:
                found[name].append(number)
        return found
