"""Who says what, and of whom something is said, by the numbers of attributions and statements on the shelf."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.dates.date import Date
from gainsay.entities.entity import Referent
from gainsay.room.linked import NOBODY, Linked, Numbers
from gainsay.statements.statement import Statement
from gainsay.store.held import Held
from gainsay.store.ids import numbers, unpack_ids
from gainsay.store.rows import Row
from gainsay.store.sizes import unpack_spans


class Groups:
    """Members by the group that each is in: both are numbers, and the order of members is kept.

    >>> found = Groups(np.array([2, 0, 2]), np.array([7, 8, 9]), 3)
    >>> found.of(2).tolist(), found.size(1)
    ([7, 9], 0)
    """

    def __init__(self, groups: Numbers, members: Numbers, size: int) -> None:
        order = np.argsort(groups, kind="stable")
        self._members = members[order]
        self._starts = np.searchsorted(groups[order], np.arange(size + 1))

    def of(self, group: int) -> Numbers:
        """The members of a group; none of `NOBODY`."""
        return self._members[self._starts[group] : self._starts[group + 1]] if group != NOBODY else self._members[:0]

    def size(self, group: int) -> int:
        """How many members it has."""
        return len(self.of(group))


class Lists:
    """The lists of ids that rows hold, one for each row."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._ids, self._sizes = array("q"), array("q")

    def add(self, kept: Any) -> None:
        """The next one, as it is kept. Ids of another form than ours are left out."""
        if isinstance(kept, bytes) and not len(kept) % 8:
            self._ids.frombytes(kept)
            self._sizes.append(len(kept) // 8)
        else:
            known = [n for n in numbers(unpack_ids(kept, self._kind), self._kind) if isinstance(n, int)]
            self._ids.extend(known)
            self._sizes.append(len(known))

    def pairs(self) -> tuple[Numbers, Numbers]:
        """The numbers of the rows, and the ids that stand in them."""
        sizes = as_numbers(self._sizes)
        return np.repeat(np.arange(len(sizes)), sizes), as_numbers(self._ids)


class Spoken:
    """Is shown all rows of attributions and of statements; then `settle` puts them in order by entity."""

    def __init__(self, attributions: Held[Attribution], statements: Held[Statement]) -> None:
        self._attributions = attributions
        at, of = attributions.columns.index, statements.columns.index
        self._content, self._said = at("content"), at("said")
        self._holder, self._referents, self._dates = of("holder"), of("referents"), of("dates")
        self._start, self._when = of("start"), (of("said"), of("written"))
        self._speakers, self._holders = array("q"), array("q")
        self._named, self._dated = Lists("referent"), Lists("date")
        self._once: dict[str, str] = {}
        self.said_when: list[str] = []
        """Of every attribution, "" where nothing tells."""
        self.said_at = array("i")
        """Where the content of every attribution begins; -1 where it has none."""
        self.when: list[str] = []
        """Of every statement, "" where nothing tells."""
        self.at = array("i")
        """Where every statement begins."""

    def attribution(self, number: int, row: Row) -> None:
        """The next attribution, with the referent of its speaker beside it."""
        self._speakers.append(row[-1] if isinstance(row[-1], int) else NOBODY)
        self.said_when.append(self._one(row[self._said]))
        spans = unpack_spans(row[self._content])
        self.said_at.append(spans[0].start if spans else -1)

    def statement(self, number: int, row: Row) -> None:
        """The next statement."""
        self._holders.append(row[self._holder] if isinstance(row[self._holder], int) else NOBODY)
        self._named.add(row[self._referents])
        self._dated.add(row[self._dates])
        said, written = self._when
        self.when.append(self._one(row[said] or row[written]))
        self.at.append(row[self._start])

    def _one(self, words: str | None) -> str:
        """One copy of what is said again and again."""
        return self._once.setdefault(words, words) if words else ""

    def settle(self, linked: Linked, dates: Held[Date], referents: Held[Referent]) -> None:
        """All rows were shown."""
        self._linked, self._documents = linked, referents.documents
        meant, places = linked.numbers(referents.stored_ids()), referents.places()
        spoken = np.flatnonzero(meant != NOBODY)
        pairs = np.unique(meant[spoken] * max(len(self._documents), 1) + places[spoken])
        self._in = Groups(*np.divmod(pairs, max(len(self._documents), 1)), linked.size)
        self._speaker_of = linked.numbers(as_numbers(self._speakers))
        spoken = np.flatnonzero(self._speaker_of != NOBODY)
        self._says = Groups(self._speaker_of[spoken], spoken, linked.size)
        holder_of = linked.numbers(as_numbers(self._holders))
        statements, named_ids = self._named.pairs()
        entities = linked.numbers(named_ids)
        named = entities != NOBODY
        # Each entity once for each statement, though several names in it mean the same.
        pairs = np.unique(statements[named] * linked.size + entities[named])
        statements, entities = np.divmod(pairs, max(linked.size, 1))
        self._of = Groups(entities, statements, linked.size)
        self._naming = Groups(statements, entities, len(holder_of))
        foreign = holder_of[statements] != entities
        self._foreign = Groups(entities[foreign], statements[foreign], linked.size)
        statements, found = self._dated.pairs()
        placed = dates.numbers_of(found)
        known = placed != NOBODY
        self.dated: list[tuple[int, int]] = list(zip(statements[known].tolist(), placed[known].tolist(), strict=True))
        """The number of each statement with a date, and that of the date."""
        del self._speakers, self._holders, self._named, self._dated, self._once

    def documents(self, entity: str) -> list[str]:
        """The documents that speak of somebody or something."""
        return [self._documents[place] for place in self._in.of(self._linked.number(entity)).tolist()]

    def says(self, entity: str) -> list[int]:
        """The attributions in which somebody speaks."""
        return list(map(int, self._says.of(self._linked.number(entity))))

    def foreign(self, entity: str) -> list[int]:
        """The statements of others that name them."""
        return list(map(int, self._foreign.of(self._linked.number(entity))))

    def times_said(self, entity: str) -> int:
        """How often somebody speaks."""
        return self._says.size(self._linked.number(entity))

    def times_named(self, entity: str) -> int:
        """How many statements name them."""
        return self._of.size(self._linked.number(entity))

    def times_foreign(self, entity: str) -> int:
        """How many statements of others do."""
        return self._foreign.size(self._linked.number(entity))

    def named_with(self, entity: str) -> Counter[str]:
        """All who are named in the same statements, they themselves among them, and in how many."""
        together = [self._naming.of(number) for number in self._of.of(self._linked.number(entity)).tolist()]
        found = np.bincount(np.concatenate(together)) if together else np.empty(0, np.int64)
        return Counter({self._linked.entity(n): int(found[n]) for n in np.flatnonzero(found).tolist()})

    def quoting(self) -> Iterator[tuple[str, str, int]]:
        """Which documents quote whom, and how often."""
        documents, size = self._attributions.places(), max(self._linked.size, 1)
        spoken = self._speaker_of != NOBODY
        pairs, times = np.unique(documents[spoken] * size + self._speaker_of[spoken], return_counts=True)
        for pair, n in zip(pairs.tolist(), times.tolist(), strict=True):
            place, entity = divmod(pair, size)
            yield self._attributions.documents[place], self._linked.entity(entity), n


def as_numbers(kept: array[int]) -> Numbers:
    """An array as one that is reckoned with."""
    return np.array(kept, np.int64)
