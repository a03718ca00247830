"""Which entity each referent is, kept as numbers: as text the ids of a large edition take four times the room."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from gainsay.entities.entity import Entity, Link
from gainsay.store.ids import from_stored, to_stored

Numbers = npt.NDArray[np.int64]

NOBODY = -1


class Linked(Mapping[str, str]):
    """From the id of a referent to the id of its entity."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        pairs = [(to_stored(k.referent, "referent"), n) for n, e in enumerate(entities) for k in e.links]
        self._odd = {referent: n for referent, n in pairs if isinstance(referent, str)}
        kept = sorted((referent, n) for referent, n in pairs if isinstance(referent, int))
        self._referents, self._numbers = array("q", [r for r, _ in kept]), array("q", [n for _, n in kept])
        self._number = {e.id: n for n, e in enumerate(entities)}

    def __getitem__(self, referent: str) -> str:
        return self._entity(referent).id

    def __iter__(self) -> Iterator[str]:
        yield from (from_stored(referent, "referent") for referent in self._referents)
        yield from self._odd

    def __len__(self) -> int:
        return len(self._referents) + len(self._odd)

    def _entity(self, referent: str) -> Entity:
        stored = to_stored(referent, "referent")
        if not isinstance(stored, int):
            return self._entities[self._odd[referent]]
        at = bisect_left(self._referents, stored)
        if at == len(self._referents) or self._referents[at] != stored:
            raise KeyError(referent)
        return self._entities[self._numbers[at]]

    def link(self, referent: str) -> Link | None:
        """Why a referent belongs to its entity."""
        links = self._entity(referent).links if referent in self else ()
        return next((k for k in links if k.referent == referent), None)

    def number(self, entity: str) -> int:
        """The number of an entity; `NOBODY` where there is none."""
        return self._number.get(entity, NOBODY)

    def entity(self, number: int) -> str:
        """The entity with a number."""
        return self._entities[number].id

    def numbers(self, referents: Numbers) -> Numbers:
        """The numbers of the entities of referents, which are given as they are kept."""
        known, values = np.array(self._referents, np.int64), np.array(self._numbers, np.int64)
        return found_at(referents, known, values)

    @property
    def size(self) -> int:
        """How many entities there are."""
        return len(self._entities)


def found_at(wanted: Numbers, known: Numbers, values: Numbers) -> Numbers:
    """The values of those that stand among the known, which are sorted; `NOBODY` of the others.

    >>> found_at(np.array([5, 6]), np.array([1, 5]), np.array([70, 80])).tolist()
    [80, -1]
    """
    if not len(known):
        return np.full(len(wanted), NOBODY)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[at] == wanted, values[at], NOBODY)
