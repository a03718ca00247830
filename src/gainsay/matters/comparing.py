"""From comparables to relations: block, pair, judge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from gainsay.annotations.dates import disjoint
from gainsay.matters import doubt
from gainsay.matters.blocking import Pair, pairs_by_document
from gainsay.matters.comparable import Comparable, EntityOf, holder
from gainsay.matters.facets import (
    actor,
    admission,
    agreement,
    cause,
    contrary,
    date,
    denied,
    ending,
    evaluation,
    figure,
    grade,
    negated,
    occurrence,
    place,
    plea,
    predicate,
    refused,
    schedule,
    stance,
    undone,
    universal,
)
from gainsay.matters.likeness import Likeness, Profile, likeness, profile
from gainsay.matters.model import agreement_likelihood, relation_probabilities
from gainsay.matters.subjects.kin import Kin
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT, STRANGERS, Subject
from gainsay.matters.vectors import DIMENSIONS, Floats, SentenceVectors, unpack
from gainsay.matters.verdict import Relation, RelationKind

# The model is sure of "different" only (on held-out topics nine in ten right above 0.6). At 0.25 it drops ten in
# forty-four disputes between unrelated reports, all false, but also true ones between short papers: hence the
# reserve.
LIKELY_DIFFERENT = 0.5
LEAST_AGREEMENT = 0.3
LIKELY_DENIAL = 0.5
# From here on four in five say the same, as read in reports of events that it was not fitted with, and two in three of
# all that do are taken; in unrelated reports three in five that are near in meaning.
LIKELY_AGREEMENT = 0.55
# At 0.6 the model is right in eight of ten pairs on topics it has not seen; here its word is needed, so it must be
# surer.
SURELY_DENIAL = 0.75

VectorsOf = Callable[[str], SentenceVectors]

MANY_PROFILES = 50_000
"""Of so many comparables what they weigh is kept at hand; beyond that it is worked out anew."""

ROWS = 1024  # of vectors at first

_COMPARE = {"figure": figure.compare, "date": date.compare}


def relate(
    comparables: Iterable[Comparable],
    entity_of: EntityOf,
    changed: Collection[str] | None = None,
    subjects: Mapping[str, Subject] | None = None,
    near: Iterable[tuple[str, str]] = (),
    vectors_of: VectorsOf | None = None,
) -> list[Relation]:
    """The relations among comparables that share a block or whose statements are `near` (`nearness.candidates`),
    sorted; with `changed` only those that touch one of these ids. `subjects` maps a document to its subject; without
    it all documents are taken to be on one. `vectors_of` gives the vectors of a document.
    """
    return relate_pairs(pairs_by_document(comparables, entity_of, changed, near), entity_of, subjects, vectors_of)


def relate_pairs(
    pairs_of: Iterable[tuple[str, Sequence[Pair]]],
    entity_of: EntityOf,
    subjects: Mapping[str, Subject] | None = None,
    vectors_of: VectorsOf | None = None,
) -> list[Relation]:
    """The relations among pairs, given by document as `pairs_by_document` gives them."""
    judge = _Judge(entity_of, Kin(subjects), _Meanings(vectors_of))
    found: list[Relation] = []
    statement_of: dict[str, str] = {}
    for document, pairs in pairs_of:
        for a, b, meaning in judge.worth_judging(document, pairs):
            relation = judge.relation(a, b, meaning)
            if relation is not None:
                statement_of |= {a.id: a.statement, b.id: b.statement}
                found.append(relation)
    return sorted(_aligned(found, statement_of), key=lambda r: (r.a, r.b))


class _Judge:
    """Judges pairs: the structured comparison of each facet asserts, the relation model may only veto."""

    def __init__(self, entity_of: EntityOf, kin: Kin, meanings: _Meanings) -> None:
        self._entity_of = entity_of
        self._kin = kin
        self._meanings = meanings
        self._profiles: dict[str, Profile] = {}

    def worth_judging(
        self, document: str, pairs: Sequence[Pair]
    ) -> Iterator[tuple[Comparable, Comparable, float | None]]:
        """The pairs of a document without those of documents too different to tell of one thing, and how near each is
        in meaning.
        """
        self._kin.look_at(document, {one.document for pair in pairs for one in pair})
        if len(self._profiles) > MANY_PROFILES:
            self._profiles.clear()
        kin = self._kin.of
        able = [(a, b) for a, b in pairs if a.kind == b.kind and _can_bear(a, b, kin(a.document, b.document))]
        return ((a, b, near) for (a, b), near in zip(able, self._meanings.cosines(able), strict=True))

    def relation(self, a: Comparable, b: Comparable, meaning: float | None) -> Relation | None:
        """How two comparables of one kind, so near in meaning, stand to each other, or None."""
        like = likeness(self._profile(a), self._profile(b), self._kin.of(a.document, b.document), meaning)
        one_speaker = _one_speaker(a, b, self._entity_of)
        if a.kind == "claim":
            relation = self._claims(a, b, like, one_speaker)
        elif a.kind == "evaluation":
            relation = _opinions(a, b, like, one_speaker)
        else:
            relation = _COMPARE[a.kind](a, b, like)
        if relation is not None and relation.facet == "evaluation" and one_speaker:
            relation = evaluation.taken_back(relation, a, b)
        if relation is None or (not one_speaker and self._vetoed(relation, a, b, like)):
            return None if one_speaker else doubt.compare(a, b, like, lambda: self._likely(a, b, like))
        return _by_holder(relation, a, b, self._entity_of)

    def _claims(self, a: Comparable, b: Comparable, like: Likeness, one_speaker: bool) -> Relation | None:
        """Two claims as wholes: a denial or a stage, rival words for one act, or the same told again."""
        relation = occurrence.rebuttal(a, b) or occurrence.compare(a, b, like, one_holder=one_speaker)
        relation = relation or agreement.compare(a, b, like)
        if relation is not None and relation.kind != "agrees":
            return relation
        relation = relation or self._contradiction(a, b, like)
        if like.kin >= ON_ONE_EVENT:
            relation = (
                grade.compare(a, b, like) or relation or schedule.compare(a, b, like) or actor.compare(a, b, like)
            )
            relation = relation or place.compare(a, b, like)
        return relation or self._answer(a, b, like) or self._echo(a, b, like)

    def _contradiction(self, a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
        """A claim against one that denies, or two that cannot both be right."""
        entity_of = self._entity_of
        if ended := ending.compare(a, b, like, entity_of):
            return ended
        if a.polarity == b.polarity:
            return (
                denied.compare(a, b, like)
                or plea.compare(a, b, like, entity_of)
                or contrary.compare(a, b, like)
                or refused.compare(a, b, like, entity_of)
                or admission.compare(a, b, like, entity_of)
            )
        return (
            negated.compare(a, b, like)
            or denied.compare(a, b, like)
            or plea.compare(a, b, like, entity_of)
            or undone.compare(a, b, like)
            or universal.compare(a, b, like)
            or refused.compare(a, b, like, entity_of)
            or admission.compare(a, b, like, entity_of)
            or predicate.compare(a, b, like, entity_of)
        )

    def _echo(self, a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
        """An agreement in other words, where the model takes it for one."""
        relation = agreement.echo(a, b, like)
        if relation is None:
            return None
        likely = self._likely(a, b, like)
        return relation if agreement_likelihood(like, likely["agree"]) >= LIKELY_AGREEMENT else None

    def _answer(self, a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
        """A denial in other words, where the model takes it for one."""
        relation = occurrence.answer(a, b, like)
        if relation is None:
            return None
        likely = self._likely(a, b, like)
        if likely["denial"] < SURELY_DENIAL:
            return None
        return replace(relation, reason=f"{relation.reason}; the model takes it for a denial, too")

    def _likely(self, a: Comparable, b: Comparable, like: Likeness) -> Mapping[str, float]:
        return relation_probabilities(a, b, like, self._kin.cast(a.document, b.document))

    def _profile(self, one: Comparable) -> Profile:
        if one.id not in self._profiles:
            self._profiles[one.id] = profile(one, self._entity_of)
        return self._profiles[one.id]

    def _vetoed(self, relation: Relation, a: Comparable, b: Comparable, like: Likeness) -> bool:
        """Whether a model takes two clauses for such as do not say the same, or of different documents for clauses on
        different things.
        """
        apart, agree = a.document != b.document, relation.kind == "agrees"
        claimed = agree and a.kind == "claim" and like.meaning is not None
        if not (apart or claimed):
            return False
        likely = self._likely(a, b, like)
        if claimed and agreement_likelihood(like, likely["agree"]) < LIKELY_AGREEMENT:
            return True
        if agree:
            return apart and (likely["agree"] < LEAST_AGREEMENT or likely["denial"] > LIKELY_DENIAL)
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


_CLOSENESS: dict[RelationKind, int] = {"agrees": 0, "scope": 1, "changed": 2, "conflicts": 2, "denies": 2, "unsure": 2}


def _opinions(a: Comparable, b: Comparable, like: Likeness, one_speaker: bool) -> Relation | None:
    """Two appraisals, two stances, or two reasons."""
    if a.act in cause.KINDS or b.act in cause.KINDS:
        return cause.compare(a, b, like, one_speaker)
    compare = stance.compare if a.act or b.act else evaluation.compare
    return compare(a, b, like, one_speaker)


class _Meanings:
    """The vectors of statements, unpacked once for each: a row of a matrix, whose first is empty."""

    def __init__(self, vectors_of: VectorsOf | None) -> None:
        self._vectors_of = lru_cache(maxsize=None)(vectors_of) if vectors_of else None
        self._places: dict[str, int] = {}
        self._vectors = np.zeros((ROWS, DIMENSIONS), dtype=np.float32)
        self._lengths = np.ones(ROWS)
        self._used = 1

    def cosines(self, pairs: Sequence[Pair]) -> list[float | None]:
        """How near the statements of each pair are in meaning; None where no model read them."""
        if self._vectors_of is None:
            return [None] * len(pairs)
        places = np.array([(self._place(a), self._place(b)) for a, b in pairs], dtype=np.int64).reshape(-1, 2)
        left, right = places.T
        # Sums of whole numbers, exact on every machine.
        products = np.einsum("ij,ij->i", self._vectors[left], self._vectors[right]).astype(np.float64)
        near = products / np.sqrt(self._lengths[left] * self._lengths[right])
        return [round(n, 3) if a and b else None for n, (a, b) in zip(near.tolist(), places.tolist(), strict=True)]

    def _place(self, one: Comparable) -> int:
        place = self._places.get(one.statement)
        if place is None:
            assert self._vectors_of is not None
            packed = self._vectors_of(one.document).meaning(one.span)
            place = self._places[one.statement] = self._put(unpack([packed])[0]) if packed else 0
        return place

    def _put(self, vector: Floats) -> int:
        if self._used == len(self._vectors):
            self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
            self._lengths = np.concatenate([self._lengths, np.ones_like(self._lengths)])
        place, self._used = self._used, self._used + 1
        self._vectors[place], self._lengths[place] = vector, max(float(vector @ vector), 1.0)
        return place


def _can_bear(a: Comparable, b: Comparable, kin: float) -> bool:
    """Whether the subjects of their documents leave it open that two of one kind bear on one thing.

    Between strangers only a denial does: by him who said it, or of what is denied in so many words.
    """
    if a.kind == "claim" and a.polarity != b.polarity:
        denied = any(one.explicit_denial or universal.denies_all(one) for one in (a, b))
        return kin >= AKIN or denied or bool(a.voices and b.voices)
    return kin >= (STRANGERS if a.kind == "figure" else AKIN)


def _by_holder(relation: Relation, a: Comparable, b: Comparable, entity_of: EntityOf) -> Relation:
    """A clash of one holder with his own earlier word is a changed position."""
    if relation.kind not in ("conflicts", "denies") or not _one_speaker(a, b, entity_of):
        return relation
    if a.at and b.at and disjoint(a.at, b.at):
        return replace(relation, kind="changed", reason=f"{relation.reason}; the same holder, {a.at} and {b.at}")
    if evaluation.told_of_before(a, b):
        return replace(relation, kind="changed", reason=f"{relation.reason}; the same holder, once and now")
    return relation


def _one_speaker(a: Comparable, b: Comparable, entity_of: EntityOf) -> bool:
    return bool(a.voices and b.voices) and holder(a, entity_of) == holder(b, entity_of)
