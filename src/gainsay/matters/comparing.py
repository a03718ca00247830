"""From comparables to relations: block, pair, judge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gainsay.annotations.dates import disjoint
from gainsay.matters.blocking import candidate_pairs
from gainsay.matters.comparable import Comparable, EntityOf, holder
from gainsay.matters.facets import date, figure, occurrence
from gainsay.matters.kinship import Subject, kinship
from gainsay.matters.likeness import Profile, likeness, profile
from gainsay.matters.verdict import Relation, RelationKind

_COMPARE = {"figure": figure.compare, "date": date.compare}


def relate(
    comparables: Iterable[Comparable],
    entity_of: EntityOf,
    changed: Collection[str] | None = None,
    subjects: Mapping[str, Subject] | None = None,
) -> list[Relation]:
    """The relations among comparables that share a block, sorted; with `changed` only those that touch one of these
    ids. `subjects` maps a document to its subject; without it all documents are taken to be on one.
    """
    profiles: dict[str, Profile] = {}
    kin = _Kin(subjects)
    found: list[Relation] = []
    statement_of: dict[str, str] = {}
    for a, b in candidate_pairs(comparables, entity_of, changed):
        if a.kind != b.kind:
            continue
        for one in (a, b):
            if one.id not in profiles:
                profiles[one.id] = profile(one, entity_of)
        like = likeness(profiles[a.id], profiles[b.id], kin.of(a.document, b.document))
        if a.kind == "claim":
            relation = occurrence.compare(a, b, like, one_holder=_one_speaker(a, b, entity_of))
        else:
            relation = _COMPARE[a.kind](a, b, like)
        if relation is not None:
            statement_of |= {a.id: a.statement, b.id: b.statement}
            found.append(_by_holder(relation, a, b, entity_of))
    return sorted(_aligned(found, statement_of), key=lambda r: (r.a, r.b))


def _aligned(relations: Sequence[Relation], statement_of: Mapping[str, str]) -> Iterator[Relation]:
    """Without figures that are held against the wrong one of a list.

    Where two statements have several figures of a kind ("178 punches to just 30"), those that agree belong together,
    and the others answer each other at most: between statements with an agreeing pair no other pair is a clash.
    """
    best: dict[tuple[str, ...], int] = {}
    for r in relations:
        if r.facet == "figure":
            pair = tuple(sorted((statement_of[r.a], statement_of[r.b])))
            best[pair] = min(best.get(pair, _CLOSENESS["conflicts"]), _CLOSENESS[r.kind])
    for r in relations:
        pair = tuple(sorted((statement_of[r.a], statement_of[r.b])))
        if r.facet != "figure" or _CLOSENESS[r.kind] <= best[pair]:
            yield r


_CLOSENESS: dict[RelationKind, int] = {"agrees": 0, "scope": 1, "changed": 2, "conflicts": 2, "denies": 2}


class _Kin:
    """Kinship of documents, computed once for each pair."""

    def __init__(self, subjects: Mapping[str, Subject] | None) -> None:
        self._subjects = subjects
        self._known: dict[tuple[str, str], float] = {}

    def of(self, a: str, b: str) -> float:
        if self._subjects is None or a == b:
            return 1.0
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = kinship(self._subjects.get(a, {}), self._subjects.get(b, {}))
        return self._known[pair]


def _by_holder(relation: Relation, a: Comparable, b: Comparable, entity_of: EntityOf) -> Relation:
    """A clash of one holder with his own earlier word is a changed position."""
    if relation.kind not in ("conflicts", "denies") or not _one_speaker(a, b, entity_of):
        return relation
    if a.at and b.at and disjoint(a.at, b.at):
        return replace(relation, kind="changed", reason=f"{relation.reason}; the same holder, {a.at} and {b.at}")
    return relation


def _one_speaker(a: Comparable, b: Comparable, entity_of: EntityOf) -> bool:
    return bool(a.voices and b.voices) and holder(a, entity_of) == holder(b, entity_of)
