"""From comparables to relations: block, pair, judge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gainsay.annotations.dates import disjoint
from gainsay.matters.blocking import candidate_pairs
from gainsay.matters.cast import cast
from gainsay.matters.comparable import Comparable, EntityOf, holder
from gainsay.matters.facets import date, figure, occurrence
from gainsay.matters.kinship import Subject, kinship
from gainsay.matters.likeness import Likeness, Profile, likeness, profile
from gainsay.matters.model import relation_probabilities
from gainsay.matters.verdict import Relation, RelationKind

# The model is sure of "different" only (on held-out topics nine in ten right above 0.6). At 0.25 it drops ten in
# forty-four disputes between unrelated reports, all false, but also true ones between short papers: hence the
# reserve.
LIKELY_DIFFERENT = 0.5
LEAST_AGREEMENT = 0.3
LIKELY_DENIAL = 0.5
# At 0.6 the model is right in eight of ten pairs on topics it has not seen; here its word is needed, so it must be
# surer.
SURELY_DENIAL = 0.75

_COMPARE = {"figure": figure.compare, "date": date.compare}


def relate(
    comparables: Iterable[Comparable],
    entity_of: EntityOf,
    changed: Collection[str] | None = None,
    subjects: Mapping[str, Subject] | None = None,
    near: Iterable[tuple[str, str]] = (),
) -> list[Relation]:
    """The relations among comparables that share a block or whose statements are `near` (`nearness.candidates`),
    sorted; with `changed` only those that touch one of these ids. `subjects` maps a document to its subject; without
    it all documents are taken to be on one.
    """
    judge = _Judge(entity_of, _Kin(subjects))
    found: list[Relation] = []
    statement_of: dict[str, str] = {}
    for a, b in candidate_pairs(comparables, entity_of, changed, near):
        relation = judge.relation(a, b) if a.kind == b.kind else None
        if relation is not None:
            statement_of |= {a.id: a.statement, b.id: b.statement}
            found.append(relation)
    return sorted(_aligned(found, statement_of), key=lambda r: (r.a, r.b))


class _Judge:
    """Judges pairs: the structured comparison of each facet asserts, the relation model may only veto."""

    def __init__(self, entity_of: EntityOf, kin: _Kin) -> None:
        self._entity_of = entity_of
        self._kin = kin
        self._profiles: dict[str, Profile] = {}

    def relation(self, a: Comparable, b: Comparable) -> Relation | None:
        """How two comparables of one kind stand to each other, or None."""
        like = likeness(self._profile(a), self._profile(b), self._kin.of(a.document, b.document))
        one_speaker = _one_speaker(a, b, self._entity_of)
        if a.kind == "claim":
            relation = occurrence.compare(a, b, like, one_holder=one_speaker) or self._answer(a, b, like)
        else:
            relation = _COMPARE[a.kind](a, b, like)
        if relation is None or (not one_speaker and self._vetoed(relation, a, b, like)):
            return None
        return _by_holder(relation, a, b, self._entity_of)

    def _answer(self, a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
        """A denial in other words, where the model takes it for one."""
        relation = occurrence.answer(a, b, like)
        if relation is None:
            return None
        likely = relation_probabilities(a, b, like, self._kin.cast(a.document, b.document))
        return relation if likely["denial"] >= SURELY_DENIAL else None

    def _profile(self, one: Comparable) -> Profile:
        if one.id not in self._profiles:
            self._profiles[one.id] = profile(one, self._entity_of)
        return self._profiles[one.id]

    def _vetoed(self, relation: Relation, a: Comparable, b: Comparable, like: Likeness) -> bool:
        """Whether the model takes two clauses of different documents for clauses on different things."""
        if a.document == b.document:
            return False
        likely = relation_probabilities(a, b, like, self._kin.cast(a.document, b.document))
        if relation.kind == "agrees":
            return likely["agree"] < LEAST_AGREEMENT or likely["denial"] > LIKELY_DENIAL
        return likely["different"] > LIKELY_DIFFERENT


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
    """What documents share, computed once for each pair."""

    def __init__(self, subjects: Mapping[str, Subject] | None) -> None:
        self._subjects = subjects
        self._known: dict[tuple[str, str], float] = {}
        self._casts: dict[tuple[str, str], float] = {}

    def cast(self, a: str, b: str) -> float:
        """How far two documents share their names."""
        if self._subjects is None or a == b:
            return 1.0
        pair = (a, b) if a < b else (b, a)
        if pair not in self._casts:
            self._casts[pair] = cast(self._subjects.get(a, {}), self._subjects.get(b, {}))
        return self._casts[pair]

    def of(self, a: str, b: str) -> float:
        """How far two documents are on one subject."""
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
