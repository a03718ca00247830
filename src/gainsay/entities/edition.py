"""The stage across documents: referents → entities, by reasoned links."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gainsay.entities.entity import Entity, Link, Referent
from gainsay.entities.folding import body_key, fold, place_key
from gainsay.spans import content_id


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """`variants`: whether spelling variants are linked; `similar`: how alike two words must be for that (0–100)."""

    variants: bool = True
    similar: float = 78.0


def resolve_edition(referents: Iterable[Referent], settings: EntitySettings = EntitySettings()) -> list[Entity]:
    """Entities of all documents, each with the links and reasons that hold it together; in order of name."""
    groups: defaultdict[tuple[str, str], list[Referent]] = defaultdict(list)
    for referent in sorted(referents, key=lambda r: r.id):
        groups[_key(referent)].append(referent)
    return sorted((_entity(members) for members in groups.values()), key=lambda e: (e.name, e.id))


def _key(referent: Referent) -> tuple[str, str]:
    folded = fold(referent.name)
    if not referent.names:
        return referent.document, referent.id
    if referent.type == "place":
        return "place", place_key(folded)
    if referent.type == "person":
        return "person", folded
    return "body", body_key(folded)


def _entity(members: list[Referent]) -> Entity:
    name = Counter(m.name for m in members).most_common(1)[0][0]
    kind = members[0].type
    parts = (kind, fold(name)) if members[0].names else (kind, fold(name), members[0].id)
    identity = content_id("entity", *parts)
    names = tuple(sorted({form for m in members for form in m.names}))
    return Entity(identity, name, kind, names, tuple(Link(m.id, identity, "same name", 1.0) for m in members))
