"""What the decisions make of the entities: joined, parted, renamed, and given the mentions that people gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gainsay.annotations.mentions import MentionType
from gainsay.entities import fold
from gainsay.entities.entity import Entity, Link, Referent
from gainsay.spans import content_id


@dataclass(frozen=True, slots=True)
class Order:
    """One decision about entities, in terms of referents.

    `subject` are referents of the entity decided about. `join` takes the entity of `other` into it; `part` takes out
    those of `other` and all that bear one of `names`; `assign` takes `subject` to the entity of `other`, or else to the
    one with the id `fallback`; `rename` gives it `name` and `type`, where they are not None.
    """

    action: str
    subject: tuple[str, ...]
    other: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    because: str = ""
    fallback: str = ""
    name: str | None = None
    type: MentionType | None = None


@dataclass(slots=True)
class _Group:
    """An entity while orders are carried out."""

    id: str
    name: str
    type: MentionType
    names: tuple[str, ...]
    links: dict[str, Link] = field(default_factory=dict)
    identifier: str = ""


def identify(
    entities: Sequence[Entity], referents: Mapping[str, Referent], orders: Iterable[Order]
) -> tuple[list[Entity], list[bool]]:
    """The entities as the orders have them, in order of name; and of each order whether all it speaks of was there."""
    bench = _Bench(entities, referents)
    done = [bench.carry_out(order) for order in orders]
    return bench.entities(), done


class _Bench:
    def __init__(self, entities: Sequence[Entity], referents: Mapping[str, Referent]) -> None:
        self.referents = referents
        self.groups = {
            e.id: _Group(e.id, e.name, e.type, e.names, {k.referent: k for k in e.links}, e.identifier)
            for e in entities
        }
        self.group_of = {link.referent: e.id for e in entities for link in e.links}

    def entities(self) -> list[Entity]:
        found = [
            Entity(g.id, g.name, g.type, g.names, tuple(g.links[r] for r in g.links), g.identifier)
            for g in self.groups.values()
            if g.links
        ]
        return sorted(found, key=lambda e: (e.name, e.id))

    def carry_out(self, order: Order) -> bool:
        group = self._of(order.subject)
        if group is None:
            return False
        if order.action == "rename":
            group.name, group.type = order.name or group.name, order.type or group.type
            return True
        if order.action == "part":
            return self._part(group, order)
        other = self._of(order.other) or self.groups.get(order.fallback)
        if other is None:
            return False
        if order.action == "assign":
            self._move(order.subject, other, order.because)
            self._settle(group)
        elif other is not group:
            self._move(tuple(other.links), group, order.because)
            del self.groups[other.id]
        self._settle(other if order.action == "assign" else group)
        return True

    def _of(self, referents: Iterable[str]) -> _Group | None:
        """The entity of the first of these that there is."""
        identity = next((self.group_of[r] for r in referents if r in self.group_of), None)
        return None if identity is None else self.groups[identity]

    def _part(self, group: _Group, order: Order) -> bool:
        """Take the named or pointed out from the rest. Where they are apart already, there is nothing to do."""
        taken = [r for r in group.links if r in order.other or self.referents[r].name in order.names]
        if not taken or len(taken) == len(group.links):
            return bool(taken) or self._of(order.other) is not None or not order.other
        made = _Group("", "", group.type, ())
        links = [group.links.pop(r) for r in taken]
        made.name = self._name(taken)
        made.id = self._free_id(made, taken)
        made.links = {k.referent: Link(k.referent, made.id, order.because, 1.0) for k in links}
        self.groups[made.id] = made
        self.group_of.update(dict.fromkeys(taken, made.id))
        self._settle(made)
        self._settle(group)
        if fold(group.name) == fold(made.name) or group.name not in {self.referents[r].name for r in group.links}:
            self._rename(group)
        return True

    def _rename(self, group: _Group) -> None:
        """After its principal name was taken out: what is left goes by another."""
        del self.groups[group.id]
        group.name = self._name(group.links)
        group.id = self._free_id(group, list(group.links))
        self.groups[group.id] = group
        group.links = {r: Link(r, group.id, k.reason, k.score) for r, k in group.links.items()}
        self.group_of.update(dict.fromkeys(group.links, group.id))

    def _name(self, members: Iterable[str]) -> str:
        counts = Counter(self.referents[r].name for r in members)
        return min(counts, key=lambda name: (-counts[name], name))

    def _free_id(self, group: _Group, members: Sequence[str]) -> str:
        identity = content_id("entity", group.type, fold(group.name))
        return content_id("entity", group.type, fold(group.name), min(members)) if identity in self.groups else identity

    def _move(self, referents: Iterable[str], to: _Group, because: str) -> None:
        for one in referents:
            if self.group_of.get(one) not in (None, to.id):
                self.groups[self.group_of[one]].links.pop(one)
                to.links[one] = Link(one, to.id, because, 1.0)
                self.group_of[one] = to.id

    def _settle(self, group: _Group) -> None:
        """Links in the order of referents, and the names that its members have."""
        group.links = dict(sorted(group.links.items()))
        group.names = tuple(sorted({form for r in group.links for form in self.referents[r].names}))
