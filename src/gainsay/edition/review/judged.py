"""What the decisions make of the matters: without those rejected, with the verdicts that people gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gainsay.edition.review.decision import State
from gainsay.edition.review.ruling import Ruling
from gainsay.matters.matter import Matter, Side
from gainsay.spans import Span

Place = tuple[str, Span]
Outcome = tuple[State, str | None, str]
"""State, the id of the matter, and a note."""

SHARED = 2  # statements: a matter with so many of those decided on is the same one, grown or shrunk
_ONE_SIDED = frozenset({"corroboration", "single-witness"})


def judge(
    matters: Iterable[Matter], rulings: Sequence[tuple[Ruling, frozenset[Place]]], place_of: Mapping[str, Place]
) -> tuple[list[Matter], list[Outcome]]:
    """The matters as the rulings have them, highest score first; and what became of each ruling.

    A ruling holds for the statements that the reviewer saw: where a matter has gained or lost one since, the ruling is
    stale, and the matter is shown as it was found.
    """
    found = {m.id: m for m in matters}
    places = {m.id: frozenset(place_of[s] for side in m.sides for s in side.statements) for m in found.values()}
    outcomes: list[Outcome] = []
    for ruling, decided in rulings:
        facet = ruling.target.key["facet"]
        same = next((i for i, there in places.items() if there == decided and found[i].facet == facet), None)
        if same is None:
            like = next(
                (i for i, there in places.items() if len(there & decided) >= SHARED and found[i].facet == facet), None
            )
            outcomes.append(_missing(ruling, like))
            continue
        outcomes.append(("in force", same if ruling.kept else None, ""))
        if ruling.kept:
            found[same] = _changed(found[same], ruling)
        else:
            del found[same], places[same]
    return sorted(found.values(), key=lambda m: (-m.score, m.id)), outcomes


def _missing(ruling: Ruling, like: str | None) -> Outcome:
    if like is not None:
        return "stale", like, "the matter has gained or lost statements since"
    if not ruling.kept:
        return "in force", None, "no longer found in any case"
    return "stale", None, "the matter is no longer found"


def _changed(matter: Matter, ruling: Ruling) -> Matter:
    if not ruling.changes:
        return matter
    verdict = ruling.changes.get("verdict", matter.verdict)
    sides = matter.sides
    if verdict in _ONE_SIDED and len(sides) > 1:
        sides = (Side(sides[0].position, tuple(s for side in sides for s in side.statements)),)
    reason = f"{ruling.because} (found as {matter.verdict}: {matter.reason})"
    return replace(matter, verdict=verdict, facet=ruling.changes.get("facet", matter.facet), sides=sides, reason=reason)
