"""What stands in many documents in the same words: one matter on one origin, however many copies there are.

Statements are compared by the blocks they share, and a block that is crowded is passed over: five hundred copies of one
report crowd every block of it. But whoever shares words is known already, as dependences; of those the matter is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection

from gainsay.dependence.dependence import Place
from gainsay.matters import DISPUTED, Comparable, Context, Matter, Relation
from gainsay.matters.assembly import COPY_SCORE, build
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.comparables import load_comparables
from gainsay.store.comparison import load_copied
from gainsay.store.ids import numbers
from gainsay.store.writing import among, fill_wanted

MANY = 13
"""Documents: of more than twelve places with the same words not every pair is looked at (`reuse.ReuseSettings`)."""
LONG = 12  # words: a shorter run may be a set phrase
AT_ONCE = 500  # documents whose statements are held at a time


def with_copies(
    connection: Connection, matters: Iterable[Matter], copied: Iterable[Sequence[Place]], context: Context
) -> list[Matter]:
    """The matters, highest score first, with one for each text that stands in many documents, in place of those
    agreements that only tell of parts of it. `copied` are the places of each (`copied_often`).
    """
    found = list(matters)
    for places in copied:
        members, told = _told_in(connection, places)
        if len(members) >= MANY:
            found = [m for m in found if m.verdict in DISPUTED or not _within(m, told)]
            found.append(_matter(members, context))
    return sorted(found, key=lambda m: (-m.score, m.id))


def _within(matter: Matter, told: Collection[str]) -> bool:
    """Whether all statements of a matter are among those."""
    return all(s in told for side in matter.sides for s in side.statements)


def load_copies(connection: Connection) -> list[tuple[Place, Place]]:
    """The places that are known to share more than a set phrase."""
    return load_copied(connection, LONG)


def copied_often(copies: Iterable[tuple[Place, Place]]) -> list[list[Place]]:
    """The places that are joined by shared words, a list for each text that stands in many documents."""
    parent: dict[Place, Place] = {}

    def find(place: Place) -> Place:
        parent.setdefault(place, place)
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for a, b in copies:
        low, high = sorted((find(a), find(b)), key=_order)
        parent[high] = low
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(parent, key=_order):
        groups[find(place)].append(place)
    found = [groups[root] for root in sorted(groups, key=_order)]
    return [places for places in found if len({place.document for place in places}) >= MANY]


def _order(place: Place) -> tuple[str, Span]:
    return place.document, place.span


def _told_in(connection: Connection, group: Sequence[Place]) -> tuple[list[Comparable], set[str]]:
    """One claim, the one with the most to tell, in every document of a group that has it in the same words; and the
    ids of all statements that the group holds.
    """
    lead: Comparable | None = None
    same: dict[str, Comparable] = {}
    told: set[str] = set()
    for at in range(0, len(group), AT_ONCE):
        for claim in _claims(connection, group[at : at + AT_ONCE]):
            told.add(claim.statement)
            if lead is None or (claim.document == lead.document and len(claim.terms) > len(lead.terms)):
                lead, same = claim, {}
            if claim.words == lead.words:
                same.setdefault(claim.document, claim)
    return list(same.values()), told


def _claims(connection: Connection, places: Sequence[Place]) -> list[Comparable]:
    """The claims that lie in these places, those of the first place first."""
    fill_wanted(connection, numbers({place.document for place in places}, "doc"))
    c, s = schema.comparables.c, schema.statements.c
    inside: dict[str, list[Span]] = defaultdict(list)
    for place in places:
        inside[place.document].append(place.span)
    found = load_comparables(connection, among(s.document), c.kind == "claim").values()
    kept = [one for one in found if any(span.contains(one.span) for span in inside[one.document])]
    return sorted(kept, key=lambda one: (one.document, one.span, one.id))


def _matter(members: Sequence[Comparable], context: Context) -> Matter:
    first, second = members[:2]
    reason = f"it stands in {len(members)} documents in the same words"
    lead = Relation(first.id, second.id, "agrees", "occurrence", COPY_SCORE, reason)
    return build("occurrence", "corroboration", [members], lead, context)
