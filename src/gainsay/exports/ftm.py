"""FollowTheMoney: people, bodies, places, documents and what joins them, as Aleph and its kin load them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gainsay.edition.contents import Contents
from gainsay.edition.edition import Edition
from gainsay.edition.public import Public
from gainsay.edition.shown import ShownMatter
from gainsay.entities.entity import Entity
from gainsay.exports.files import write_lines
from gainsay.spans import content_id

Json = dict[str, Any]

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "place": "Address",
    "event": "Event",
}
"""Works, and what is of no kind, have no schema in FollowTheMoney and are left out."""

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def write(edition: Edition, path: Path) -> dict[str, int]:
    """Write the entities of FollowTheMoney, one a line, into the file `path`; their number by schema."""
    public = Public.of(edition)
    counts: dict[str, int] = {}

    def counted() -> Iterator[Json]:
        for found in _entities(edition, public):
            counts[found["schema"]] = counts.get(found["schema"], 0) + 1
            yield found

    write_lines(path, counted())
    return dict(sorted(counts.items()))


def _entities(edition: Edition, public: Public) -> Iterator[Json]:
    known = {e.id: e for e in public.named if e.type in _SCHEMATA}
    yield from map(_named, known.values())
    for one in public.contents():
        yield _document(one)
        yield from _mentions(one, known)
        yield from _speakers(one, known)
    ids = {e.name: e.id for e in known.values()}
    for matter in public.shown:
        yield _note(matter, ids)


def _entity(identity: str, schema: str, **properties: str | list[str] | None) -> Json:
    """An entity: every property is a list of strings; empty ones are left out."""
    lists = {key: [value] if isinstance(value, str) else list(value or ()) for key, value in properties.items()}
    return {"id": identity, "schema": schema, "properties": {key: value for key, value in lists.items() if value}}


def _named(entity: Entity) -> Json:
    others = [name for name in entity.names if name != entity.name]
    schema = _SCHEMATA[entity.type]
    full = entity.name if schema == "Address" else None
    return _entity(entity.id, schema, name=entity.name, alias=others, full=full)


def _document(one: Contents) -> Json:
    d = one.document
    written = d.written if d.written and _DATE.fullmatch(d.written) else None
    return _entity(
        d.id,
        "PlainText",
        title=d.title,
        author=d.author,
        publisher=d.publisher,
        publishedAt=written,
        fileName=d.path,
        sourceUrl=d.stated("url"),
        bodyText=d.text,
    )


def _mentions(one: Contents, known: dict[str, Entity]) -> Iterator[Json]:
    """Who is named in a document, in which forms."""
    forms: dict[str, dict[str, None]] = {}
    for m in one.mentions:
        entity = one.entity_of.get(m.id)
        if entity in known and m.form == "name":
            forms.setdefault(entity, {})[" ".join(m.span.of(one.document.text).split())] = None
    for entity, names in forms.items():
        schema = _SCHEMATA[known[entity].type]
        resolved = entity if schema in ("Person", "Organization") else None
        identity = content_id("mention", one.document.id, entity)
        yield _entity(
            identity, "Mention", name=list(names), document=one.document.id, resolved=resolved, detectedSchema=schema
        )


def _speakers(one: Contents, known: dict[str, Entity]) -> Iterator[Json]:
    """Who is reported to speak in a document."""
    for entity in dict.fromkeys(one.entity_of[a.id] for a in one.attributions if a.id in one.entity_of):
        if entity in known:
            identity = content_id("speaker", one.document.id, entity)
            yield _entity(identity, "Documentation", document=one.document.id, entity=entity, role="speaker")


def _note(matter: ShownMatter, ids: dict[str, str]) -> Json:
    """A matter as a note on whom it concerns and on who takes sides in it."""
    holders = [s.holder for side in matter.sides for s in side.statements if s.holder]
    concerned = dict.fromkeys(ids[name] for name in (*matter.entities, *holders) if name in ids)
    told = [
        f"{number}. {side.position}: “{s.words}” ({s.holder or 'in its own voice'}, {s.path})"
        for number, side in enumerate(matter.sides, 1)
        for s in side.statements
    ]
    description = "\n".join([f"{matter.verdict}: {matter.reason}", *told])
    return _entity(matter.id, "Note", name=matter.label, description=description, entity=list(concerned))
