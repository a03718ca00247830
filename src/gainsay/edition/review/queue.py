"""What to look at next: the least sure and the most consequential first.

Doubt runs from 0 to 1 (one less the confidence of an attribution, the score of a link between names, or the score of a
matter); consequence is how many matters a thing takes part in, disputes counting twice. The order is by doubt times
consequence.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from gainsay.edition.review.decision import Kind
from gainsay.matters.matter import DISPUTED
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.ids import from_stored, unpack_ids
from gainsay.store.loading import load_text
from gainsay.store.sizes import unpack_spans
from gainsay.store.writing import fetch_rows

SURE = 0.95  # links and attributions from there on are not asked about


@dataclass(frozen=True, slots=True)
class Open:
    """Something to decide about: `target` is its id, `words` are its words, or its label.

    `document` and `spans` say where it stands (empty for matters and entities). `why` says what is uncertain in it,
    `matters` are the ids of those that depend on it. `doubt` × `weight` is the order.
    """

    target: str
    kind: Kind
    words: str
    why: str
    doubt: float
    weight: float
    matters: tuple[str, ...]
    document: str | None = None
    path: str | None = None
    spans: tuple[Span, ...] = ()
    name: str | None = None

    def in_text(self, text: str) -> Open:
        """The same with its words, out of the text that it stands in."""
        return replace(self, words=" … ".join(span.of(text) for span in self.spans))


@dataclass(slots=True)
class _Stake:
    """The matters that something takes part in."""

    matters: list[str]
    weight: float = 0.0


def queue(connection: Connection, limit: int, kind: str | None = None) -> list[Open]:
    """What nobody has decided about, most pressing first."""
    left = [item for item in waiting(connection) if kind in (None, item.kind)]
    return [_with_words(connection, item) for item in left[:limit]]


def waiting(connection: Connection) -> list[Open]:
    """The same without an end, and without the words of what stands in a document: these are looked up one by one."""
    b = schema.bindings.c
    decided = set(connection.scalars(select(b.record).where(b.state == "in force", b.record.is_not(None))))
    matters = connection.execute(select(schema.matters)).all()
    stakes: dict[str, _Stake] = defaultdict(lambda: _Stake([]))
    of_entity: dict[str, _Stake] = defaultdict(lambda: _Stake([]))
    for row in matters:
        weight = 2.0 if row.verdict in DISPUTED else 1.0
        statements = {s for side in json.loads(row.sides) for s in side["statements"]}
        for found, ids in ((stakes, statements), (of_entity, json.loads(row.entities))):
            for one in ids:
                found[one].matters.append(row.id)
                found[one].weight += weight
    items = [
        *(_of_matter(row) for row in matters),
        *_attributions(connection, stakes),
        *_links(connection, of_entity),
    ]
    left = [item for item in items if item.target not in decided]
    return sorted(left, key=lambda item: (-item.doubt * item.weight, item.kind, item.target, item.name or ""))


def _of_matter(row: object) -> Open:
    values = row._mapping  # type: ignore[attr-defined]
    weight = 2.0 if values["verdict"] in DISPUTED else 0.5  # an agreement misleads nobody for long
    why = f"{values['verdict']}: {values['reason']}"
    doubt = 1.0 if values["verdict"] == "unsure" else round(1 - values["score"], 4)
    return Open(values["id"], "matter", values["label"], why, doubt, weight, (values["id"],))


def _attributions(connection: Connection, stakes: dict[str, _Stake]) -> Iterator[Open]:
    """The attributions whose statements take part in matters, the innermost and those around it alike."""
    s, a = schema.statements.c, schema.attributions.c
    of: dict[str, _Stake] = defaultdict(lambda: _Stake([]))
    for statement, chain in fetch_rows(connection, select(s.id, s.attribution).order_by(s.id)):
        stake = stakes.get(from_stored(statement, "statement")) if chain else None
        if stake is None:
            continue
        for one in unpack_ids(chain, "attribution"):
            of[one].matters += stake.matters
            of[one].weight += stake.weight
    query = select(a.id, a.document, schema.documents.c.path, a.content, a.confidence, a.speaker)
    query = query.join(schema.documents).where(a.confidence < SURE).order_by(a.id)
    for identity, document, path, content, confidence, speaker in fetch_rows(connection, query):
        target = from_stored(identity, "attribution")
        if target in of:
            yield Open(
                target=target,
                kind="attribution",
                words="",
                why=f"{confidence:.0%} sure" + ("" if speaker else "; no speaker found"),
                doubt=round(1 - confidence, 4),
                weight=of[target].weight,
                matters=tuple(dict.fromkeys(of[target].matters)),
                document=from_stored(document, "doc"),
                path=path,
                spans=unpack_spans(content),
            )


def _links(connection: Connection, of_entity: dict[str, _Stake]) -> Iterator[Open]:
    """Names that were taken for an entity's by more than their letters: one question for each name."""
    k, e, r = schema.links.c, schema.entities.c, schema.referents.c
    query = select(k.entity, e.name, r.name, func.min(k.score), func.min(k.reason)).where(k.score < SURE)
    query = query.join(schema.referents, r.id == k.referent).join(schema.entities, e.id == k.entity)
    query = query.group_by(k.entity, e.name, r.name).order_by(k.entity, r.name)
    for number, principal, name, score, reason in fetch_rows(connection, query):
        entity = from_stored(number, "entity")
        stake = of_entity.get(entity)
        if stake is not None and name != principal:
            why = f"{name} is taken for {principal}: {reason}"
            matters = tuple(dict.fromkeys(stake.matters))
            yield Open(entity, "entity", principal, why, round(1 - score, 4), stake.weight, matters, name=name)


def _with_words(connection: Connection, item: Open) -> Open:
    if item.document is None:
        return item
    return item.in_text(load_text(connection, item.document))
