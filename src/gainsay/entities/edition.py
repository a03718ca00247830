"""The stage across documents: referents → entities, by reasoned links.

Everything is computed anew from the referents at each reading, so it is kept to a few passes over distinct names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gainsay.annotations.mentions import MentionType
from gainsay.entities.authority import Authorised, by_name
from gainsay.entities.entity import Entity, Link, Referent
from gainsay.entities.folding import body_key, fold, group_key, initials, listed_place, place_key
from gainsay.entities.namesakes import part_namesakes
from gainsay.entities.node import Bearers, Node, most_frequent
from gainsay.entities.person_ties import tie_initials, tie_other_forms, tie_single_names
from gainsay.entities.persons import person_key
from gainsay.entities.variants import alias_key, skeletons, variant_score
from gainsay.spans import content_id

DESCRIBED = "only described"  # why somebody known by description alone belongs to an entity of his own
_LEAST_INITIALS = 3  # two letters are initials of too many names
_CROWDED = 40  # names of one skeleton: more is a sign that the skeleton says nothing


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """`variants`: whether spelling variants are linked; `similar`: how alike two words must be for that (0–100)."""

    variants: bool = True
    similar: float = 70.0


@dataclass(frozen=True, slots=True)
class Group:
    """An entity before its links are spelled out: of each name that it has, who bear it, and why it belongs to it."""

    id: str
    name: str
    type: MentionType
    names: tuple[str, ...]
    identifier: str
    links: tuple[tuple[Sequence[Bearers], str, float], ...]


def resolve_edition(
    referents: Iterable[Referent],
    settings: EntitySettings = EntitySettings(),
    authority: Sequence[Authorised] = (),
) -> list[Entity]:
    """Entities of all documents, each with the links and reasons that hold it together; in order of name.

    What `authority` names is one entity under its identifier, and is never tied to another of its entries.
    """
    entities: list[Entity] = []
    told: dict[tuple[object, ...], Bearers] = {}
    for r in sorted(referents, key=lambda r: r.id):
        if is_described(r.type, r.names):
            identity = described_id(r.type, r.name, r.id)
            entities.append(Entity(identity, r.name, r.type, (), (Link(r.id, identity, DESCRIBED, 1.0),)))
            continue
        words = (r.type, r.name, r.names, r.descriptions, r.also)
        one = told.get(words) or told.setdefault(words, Bearers(*words))
        one.ids.append(r.id)
        one.documents.append(r.document)
        one.mentions += len(r.mentions)
    for group in resolve_bearers(told.values(), settings, authority):
        links = (Link(r, group.id, reason, score) for some, reason, score in group.links for r in _ids(some))
        entities.append(Entity(group.id, group.name, group.type, group.names, tuple(links), group.identifier))
    return sorted(entities, key=lambda e: (e.name, e.id))


def is_described(kind: MentionType, names: Sequence[str]) -> bool:
    """Whether somebody is known by description alone: nobody outside of his document."""
    return not names and kind != "place"


def described_id(kind: MentionType, name: str, referent: str) -> str:
    """The id of the entity of somebody known by description alone."""
    return content_id("entity", kind, fold(name), referent)


def resolve_bearers(
    bearers: Iterable[Bearers], settings: EntitySettings, authority: Sequence[Authorised] = ()
) -> Iterator[Group]:
    """The entities of all who have a name; `bearers` are in the order of their first ids."""
    nodes: dict[tuple[str, str], Node] = {}
    of_name: dict[tuple[str, str], Node] = {}  # the node of each type and name as written: most are seen before
    for one in bearers:
        node = of_name.get((one.type, one.name))
        if node is None:
            kind, key = _key(one)
            node = of_name[one.type, one.name] = nodes.setdefault((kind, key), Node(kind, key))
        node.members.append(one)
    nodes = part_namesakes(nodes)
    ordered = [nodes[key] for key in sorted(nodes)]
    _pin(ordered, authority)
    tie_initials(nodes)
    tie_other_forms(nodes)
    _tie_types(nodes, ordered)
    _tie_equated(nodes, ordered)
    _tie_acronyms(ordered)
    if settings.variants:
        _tie_variants(ordered, settings.similar)
    tie_single_names(ordered)
    yield from _groups(ordered)


def _pin(ordered: list[Node], authority: Sequence[Authorised]) -> None:
    """Give each name the entry of the authority file that alone has it, and make one of what has the same entry."""
    known = by_name(authority)
    first: dict[str, Node] = {}
    for node in ordered if known else ():
        forms = {fold(form) for member in node.members for form in (member.name, *member.names)}
        full = {form for form in forms if " " in form} or forms
        found = {e.id: e for form in sorted(full) for e in known.get(form, ()) if e.type in (None, *_types(node))}
        if len(found) != 1:
            continue
        node.pin = next(iter(found.values()))
        to = first.setdefault(node.pin.id, node)
        if to is not node:
            node.tie(to, f"the authority file gives it to {node.pin.name} ({node.pin.id})", 1.0)


def _types(node: Node) -> set[MentionType]:
    return {member.type for member in node.members if member.type != "other"} or {"other"}


def _key(referent: Bearers) -> tuple[str, str]:
    folded = alias_key(fold(referent.name))
    if referent.type == "place":
        return "place", place_key(folded)
    if referent.type == "person":
        return "person", alias_key(person_key(referent.name))
    if referent.type == "group":
        return "group", group_key(folded)
    return "body", body_key(folded if folded != fold(referent.name) else referent.name)


def _tie_types(nodes: dict[tuple[str, str], Node], ordered: list[Node]) -> None:
    """A name of several words is one entity even where documents differ about its type."""
    for node in ordered:
        known = nodes.get(("person", node.key)) or nodes.get(("place", node.key))
        if node.kind == "body" and known is not None and node.untyped:
            node.tie(known, "same name, read as another type", 0.8)
        if node.kind == "person" or " " not in node.key:
            continue
        for kind, key in (("person", fold(node.name)), ("place", fold(node.name))):
            other = nodes.get((kind, key))
            if other is not None and other is not node and node.kind == "body":
                node.tie(other, "same name, read as another type", 0.9)


def _tie_equated(nodes: dict[tuple[str, str], Node], ordered: list[Node]) -> None:
    """Names that a text equates: "whose real name was", "also known as"."""
    for node in ordered:
        for referent in node.members:
            for also in referent.also:
                folded = fold(also)
                keys = ((node.kind, folded), (node.kind, person_key(also)), (node.kind, body_key(also)))
                for key in (*keys, ("body", body_key(also))):
                    other = nodes.get(key)
                    if other is not None and key not in keys and not other.untyped:
                        continue
                    if other is not None and other is not node and (" " in folded or node.kind == "person"):
                        other.tie(node, f"a text says that it is {referent.name}", 0.95)


def _tie_acronyms(ordered: list[Node]) -> None:
    """An acronym goes to the one name that a text gives it to, or else to the one name that has these initials."""
    given: defaultdict[str, list[Node]] = defaultdict(list)
    by_initials: defaultdict[str, list[Node]] = defaultdict(list)
    for node in ordered:
        if node.kind == "person" or " " not in node.key:
            continue
        for short in sorted({fold(also) for member in node.members for also in member.also}):
            given[short].append(node)
        for short in sorted(initials(fold(node.name))):
            by_initials[short].append(node)
    for node in ordered:
        if node.kind == "person" or " " in node.key or not node.name.replace(".", "").isupper():
            continue
        for found, reason in ((given, "abbreviates"), (by_initials, "has the initials of")):
            owners = list({id(n.root): n for n in found.get(node.key, ())}.values())
            if len(owners) == 1 and len(node.key) >= (2 if found is given else _LEAST_INITIALS):
                node.tie(owners[0], f"{reason} {owners[0].name}", 0.95 if found is given else 0.85)
                break


def _tie_variants(ordered: list[Node], similar: float) -> None:
    blocks: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node, shape in zip(ordered, skeletons([node.key for node in ordered]), strict=True):
        if len(shape) > 2 and len(node.key) > 4 and (" " in node.key or not node.name.isupper()):
            blocks[node.kind, shape].append(node)
    for block in blocks.values():
        if not 1 < len(block) <= _CROWDED:
            continue
        for number, right in enumerate(block):
            for left in block[:number]:
                if left.key == right.key:
                    continue
                score = variant_score(left.key, right.key, similar)
                if score is not None:
                    _tie_pair(left, right, score)
                    break


def _tie_pair(left: Node, right: Node, score: float) -> None:
    """The rarer spelling is tied to the more frequent one."""
    rare, frequent = (right, left) if right.size <= left.size else (left, right)
    if rare.above is None:
        rare.tie(frequent, f"spelling variant of {frequent.name}", score)
    else:
        frequent.tie(rare, f"spelling variant of {rare.name}", score)


def _groups(ordered: list[Node]) -> Iterator[Group]:
    groups: defaultdict[int, list[Node]] = defaultdict(list)
    for node in ordered:
        groups[id(node.root)].append(node)
    taken: set[str] = set()
    for group in groups.values():
        root = group[0].root
        members = _members(group)
        full = [node for node in group if " " in node.key] or group
        kind = _type(members)
        found = _principal(kind, root.key, members if len(full) == len(group) else _members(full))
        pin, mark = root.pin, root.mark
        name = pin.name if pin else found
        kind = (pin and pin.type) or kind
        identity = content_id("entity", kind, fold(name), *([mark] if mark else []))
        if identity in taken:  # the same words for things of different kinds
            identity = content_id("entity", kind, fold(name), group[0].kind, group[0].key)
        taken.add(identity)
        one = len(members) == 1  # most are, and their names are in order already
        names = members[0].names if one else tuple(sorted({form for member in members for form in member.names}))
        links = tuple((node.members, node.reason, node.score) for node in group)
        yield Group(identity, name, kind, names, pin.id if pin else "", links)


def _members(group: list[Node]) -> list[Bearers]:
    return group[0].members if len(group) == 1 else [member for node in group for member in node.members]


def _ids(members: Sequence[Bearers]) -> list[Any]:
    return sorted(identity for member in members for identity in member.ids)


def _principal(kind: MentionType, key: str, members: list[Bearers]) -> str:
    listed = listed_place(key) if kind == "place" else None
    return listed if any(m.name == listed for m in members) and listed else most_frequent(members)


def _type(members: list[Bearers]) -> MentionType:
    if len(members) == 1:
        return members[0].type
    weights: Counter[MentionType] = Counter()
    for member in members:
        weights[member.type] += member.mentions if member.type != "other" else 0
    return min(weights, key=lambda kind: (-weights[kind], kind))
