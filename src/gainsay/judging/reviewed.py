"""The matters that people decided about, as pairs with their verdict: what a second reader is held against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from gainsay.edition.edition import Edition
from gainsay.edition.review.binding import Places
from gainsay.edition.review.ruling import Ruling, fold
from gainsay.judging.doubtful import ends_of
from gainsay.judging.excerpts import excerpts
from gainsay.judging.opinion import JUDGED, Judged
from gainsay.judging.pair import Pair
from gainsay.store import schema


@dataclass(frozen=True, slots=True)
class Case:
    """A pair and what people made of it; `number` is that of their decision."""

    pair: Pair
    verdict: Judged
    number: int


def cases(edition: Edition) -> list[Case]:
    """Every matter with a decision in force, in the order of the decisions; restricted documents left out.

    An accepted matter has the verdict that it was found with, a corrected one the corrected; a rejected one is none:
    its statements do not speak of the same thing. Of a matter with several statements the first of two sides count.
    """
    matters = {m.id: m for m in edition.matters()}
    decided = [r for r in edition.decisions() if r.state == "in force" and r.decision.target.kind == "matter"]
    record_of = {r.decision.number: r.record for r in decided}
    wanted: list[tuple[Ruling, tuple[str, str], Judged]] = []
    with edition.store.begin() as connection:
        for ruling in fold((r.decision, "") for r in decided):
            matter = matters.get(record_of[ruling.last.number] or "") if ruling.kept else None
            ends = ends_of(matter) if matter else _ends(connection, ruling)
            if ends and (verdict := _verdict(ruling)):
                wanted.append((ruling, ends, verdict))
    cut = excerpts(edition, dict.fromkeys(s for _, ends, _ in wanted for s in ends))
    return [
        Case(Pair.of(cut[a], cut[b], "a person decided about it"), verdict, ruling.last.number)
        for ruling, (a, b), verdict in wanted
        if a in cut and b in cut
    ]


def _verdict(ruling: Ruling) -> Judged | None:
    """What people say of it, None where they are unsure themselves."""
    if not ruling.kept:
        return "different"
    found = ruling.changes.get("verdict", ruling.target.read.get("verdict"))
    found = "corroboration" if found == "single-witness" else found
    return next((v for v in JUDGED if v == found and v != "unsure"), None)


def _ends(connection: Connection, ruling: Ruling) -> tuple[str, str] | None:
    """The two statements by which a matter that is gone can be judged: its first, and the first of another document."""
    found = list(_statements(connection, ruling))
    if len(found) < 2:
        return None
    document, first = found[0]
    return first, next((s for d, s in found if d != document), found[1][1])


def _statements(connection: Connection, ruling: Ruling) -> Iterator[tuple[str, str]]:
    places, s = Places(connection), schema.statements.c
    for anchor in ruling.target.anchors:
        document = places.bind(anchor).document
        at = s.document == document, s.start == anchor.span.start, s.end == anchor.span.end
        identity = connection.scalar(select(s.id).where(*at)) if document else None
        if document and identity:
            yield document, identity
