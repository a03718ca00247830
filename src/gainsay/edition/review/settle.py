"""Bringing an edition up to date with its log: decisions take effect between reading and comparing.

The log is never touched. What the program read of a document stays beside what the decisions made of it, so that every
comparison starts from the same reading, and an edition brought up to date step by step is one decided on at once.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, select

from gainsay.edition.document import conclude
from gainsay.edition.review import originals
from gainsay.edition.review.binding import Bound, Places
from gainsay.edition.review.decision import Anchor, Decision, State
from gainsay.edition.review.fields import KEYS
from gainsay.edition.review.identities import Order, identify
from gainsay.edition.review.judged import Place, judge
from gainsay.edition.review.log import load_log, standing, to_anchor
from gainsay.edition.review.overrule import overrule, revise
from gainsay.edition.review.ruling import Ruling, assigned_referent, fold, key_of
from gainsay.entities.entity import Entity, Referent
from gainsay.matters.matter import Matter
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.ids import from_stored, numbers
from gainsay.store.rows import to_json
from gainsay.store.saving import save_document
from gainsay.store.writing import among, fetch_rows, fill_wanted, write_rows

Row = tuple[State, str | None, str | None, str]
ABSENT = "those it speaks of are not named there any more"


class Docket:
    """The standing decisions of an edition, and what becomes of each while it is brought up to date."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        entries = load_log(connection)
        c = schema.bindings.c
        kept = connection.execute(select(c.decision, c.record)).all() if entries else []
        self.records = {row.decision: row.record for row in kept}
        self.kinds = frozenset(entry.target.kind for entry in entries)
        self.standing, undone = standing(entries)
        self.places = Places(connection) if entries else None
        self.rows: dict[int, Row] = {e.number: ("in force", None, None, "") for e in entries}
        for e in entries:
            if e.id in undone:
                self.rows[e.number] = ("undone", None, None, f"taken back by {undone[e.id].by}, {undone[e.id].at}")

    def is_about(self, *kinds: str) -> bool:
        """Whether anything was ever decided about records of these kinds, or taken back (which may be of any)."""
        return not self.kinds.isdisjoint((*kinds, "decision"))

    def overrule(self) -> None:
        """Carry out the decisions about what stands in documents, in those where they are not carried out yet."""
        bound = [(d, self._bind_one(d)) for d in self.standing if d.target.kind in KEYS]
        of: dict[str, list[Ruling]] = defaultdict(list)
        for ruling in fold((d, b.document) for d, b in bound if b is not None and b.document is not None):
            of[ruling.document].append(ruling)
        applied = originals.load_applied(self.connection)
        for document in sorted({*of, *applied}):
            if _digest(of[document]) != applied.get(document, ""):
                self._redo(document, of[document])

    def identify(self, entities: Sequence[Entity], referents: Iterable[Referent]) -> Sequence[Entity]:
        """The entities as the decisions about them, and about whose a mention is, have them."""
        orders = [(d, order) for d in self.standing if (order := self._order(d)) is not None]
        if not orders:
            return entities
        changed, done = identify(entities, {r.id: r for r in referents}, [order for _, order in orders])
        group_of = {k.referent: e.id for e in changed for k in e.links}
        for (decision, order), carried_out in zip(orders, done, strict=True):
            if decision.target.kind == "entity":
                record = next((group_of[r] for r in order.subject if r in group_of), None)
                self.rows[decision.number] = (
                    "in force" if carried_out else "stale",
                    None,
                    record,
                    "" if carried_out else ABSENT,
                )
        return changed

    def judge(self, matters: list[Matter]) -> list[Matter]:
        """The matters as the decisions about them have them."""
        decided = [d for d in self.standing if d.target.kind == "matter"]
        bound = {d.number: [self._bind(a) for a in d.target.anchors] for d in decided}
        rulings: list[tuple[Ruling, frozenset[Place]]] = []
        for ruling in fold((d, "") for d in decided):
            where = bound[ruling.last.number]
            missing = next((b for b in where if b.document is None), None)
            if missing is not None:
                self._tell(ruling, missing.state, None, missing.note)
                continue
            places = zip(where, ruling.target.anchors, strict=True)
            rulings.append((ruling, frozenset((b.document or "", a.span) for b, a in places)))
        if not rulings:
            return matters
        result, outcomes = judge(matters, rulings, self._place_of(matters))
        for (ruling, _), (state, record, note) in zip(rulings, outcomes, strict=True):
            self._tell(ruling, state, record, note)
        return result

    def record(self) -> None:
        """Write down what became of each decision."""
        self.connection.execute(delete(schema.bindings))
        rows = [(number, *values) for number, values in sorted(self.rows.items())]
        write_rows(self.connection, schema.bindings, rows)

    def _bind(self, anchor: Anchor) -> Bound:
        assert self.places is not None  # there is a log, or nobody asks
        return self.places.bind(anchor)

    def _bind_one(self, decision: Decision) -> Bound:
        """Where all the words of a decision about a record stand: in one document, or nowhere."""
        found = [self._bind(anchor) for anchor in decision.target.anchors]
        bound = next((b for b in found if b.document is None), found[0])
        record = self.records.get(decision.number) if bound.document else None
        self.rows[decision.number] = (bound.state, bound.document, record, bound.note)
        return bound

    def _redo(self, document: str, rulings: Sequence[Ruling]) -> None:
        """Derive the reading of a document anew, from what was read and the rulings, in place of the old one."""
        found = originals.load_found(self.connection, document)
        c = schema.documents.c
        row = self.connection.execute(select(c.folder, c.stamp, c.reader).where(c.id == document)).one()
        changed, records = overrule(found, rulings)
        for ruling, record in zip(rulings, records, strict=True):
            self._tell(ruling, "in force", record, document=document)
        reading = conclude(replace(changed, vectors=found.vectors), lambda statements: revise(statements, rulings))
        ids = {to_json(key_of("statement", s)): s.id for s in reading.statements}
        for ruling in rulings:
            if ruling.target.kind == "statement":
                self._tell(ruling, "in force", ids.get(to_json(ruling.target.key)), document=document)
        save_document(self.connection, reading.rows(row.folder, row.stamp, row.reader))
        if rulings:
            originals.keep_original(self.connection, document, _digest(rulings), originals.pack(found))

    def _order(self, decision: Decision) -> Order | None:
        """What a decision means for entities, if anything. One whose words are gone is noted as such."""
        changes, target = decision.changes, decision.target
        if target.kind in ("mention", "attribution"):
            return self._assignment(decision)
        if target.kind != "entity":
            return None
        subject = self._referents(target.anchors, decision.number)
        if not subject or decision.action == "accept":
            return None
        other: tuple[str, ...] = ()
        if decision.action in ("join", "part"):
            other = self._referents([to_anchor(a) for a in changes["entity"]["anchors"]], decision.number)
        if decision.action == "join" and not other:
            return None
        return Order(
            action="rename" if decision.action == "correct" else decision.action,
            subject=subject,
            other=other,
            names=tuple(changes.get("names", ())),
            because=_because(decision),
            name=changes.get("name"),
            type=changes.get("type"),
        )

    def _assignment(self, decision: Decision) -> Order | None:
        """The entity of a referent that was made for a person's word: of a mention, or of a speaker nobody names."""
        document = self.rows[decision.number][1]
        entity = decision.changes.get("entity")
        if document is None or not entity:
            return None
        made = (assigned_referent(document, entity),)
        other = self._referents([to_anchor(a) for a in entity["anchors"]], None)
        return Order("assign", made, other, (), _because(decision), fallback=entity["id"])

    def _referents(self, anchors: Iterable[Anchor], number: int | None) -> tuple[str, ...]:
        """Those named at these places, as far as they stand. Where none does, the decision `number` is not in force."""
        found: list[str] = []
        lost: Bound | None = None
        for anchor in anchors:
            bound = self._bind(anchor)
            if bound.document is None:
                lost = lost or bound
                continue
            c = schema.mentions.c
            here = (c.document == bound.document) & (c.start == anchor.span.start) & (c.end == anchor.span.end)
            found += self.connection.scalars(select(c.referent).where(here, c.referent.is_not(None)))
        if not found and number is not None:
            self.rows[number] = (lost.state, None, None, lost.note) if lost else ("stale", None, None, ABSENT)
        return tuple(dict.fromkeys(found))

    def _place_of(self, matters: Iterable[Matter]) -> Mapping[str, Place]:
        """Where the statements of the matters stand."""
        wanted = {s for m in matters for side in m.sides for s in side.statements}
        fill_wanted(self.connection, numbers(wanted, "statement"))
        s = schema.statements.c
        query = select(s.id, s.document, s.start, s.end).where(among(s.id))
        return {
            from_stored(identity, "statement"): (from_stored(document, "doc"), Span(start, end))
            for identity, document, start, end in fetch_rows(self.connection, query)
        }

    def _tell(
        self, ruling: Ruling, state: State, record: str | None, note: str = "", document: str | None = None
    ) -> None:
        for number in ruling.numbers:
            self.rows[number] = (state, document, record, note)


def _because(decision: Decision) -> str:
    return f"decided by {decision.by}" + (f": {decision.reason}" if decision.reason else "")


def _digest(rulings: Sequence[Ruling]) -> str:
    """What tells these rulings from others; empty for none."""
    values: list[Any] = [(r.target.kind, r.target.key, r.kept, r.changes) for r in rulings]
    return hashlib.sha256(to_json(values).encode("utf-8", "surrogatepass")).hexdigest()[:16] if values else ""
