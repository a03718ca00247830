"""Doubts: two statements that may well contradict each other, though no comparison of facets asserts it.

Two kinds are worth a reader's time: a claim that negates a word which another claim affirms, and two different numbers
of one thing. Either the clauses must be near in meaning and the relation model must not take them for two things. Of
such pairs a third to a half are real, as read (`docs/accuracy.md`); they are shown as unsure and never count
as disputes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import counted, figure, negated, occurrence
from gainsay.matters.likeness import Likeness
from gainsay.matters.subjects.kinship import AKIN
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import stem

Likely = Callable[[], Mapping[str, float]]
"""What the relation model says of the pair; asked last, as it costs most."""

# Beyond this the model takes two clauses for clauses on two things.
DIFFERENT = 0.25
EXPLICIT_COVERAGE, EXPLICIT_MEANING = 0.35, 0.4
# Where nobody says that he denies, the act must be the same, and half of what it is done to.
NEGATED_MEANING, NEGATED_SHARE = 0.6, 0.5
COUNTED_MEANING, COUNTED_KIN = 0.62, 0.3
# Of two figures the model must see a conflict or a difference of scope, and no agreement.
DIFFERING, AGREED = 0.5, 0.3
# Two numbers further apart than this are mostly of two things.
FACTOR = 1.6

# Of two documents, of one thing counted, and of one statement no more than so many are shown.
OF_DOCUMENTS, OF_THING, OF_STATEMENT = 2, 2, 1


def compare(a: Comparable, b: Comparable, like: Likeness, likely: Likely) -> Relation | None:
    """A doubt about two comparables of different documents that no comparison related, or None."""
    if a.document == b.document or like.kin < AKIN or like.meaning is None:
        return None
    if a.kind == "claim":
        return _negated(a, b, like, likely)
    return _counted(a, b, like, likely) if a.kind == "figure" else None


def _negated(a: Comparable, b: Comparable, like: Likeness, likely: Likely) -> Relation | None:
    if a.polarity == b.polarity or a.hedged or b.hedged:
        return None
    denier, denied = (a, b) if a.polarity == "denies" else (b, a)
    if not denier.negated or denier.negated[0] not in denied.terms:
        return None
    if denier.explicit_denial:
        near = like.coverage >= EXPLICIT_COVERAGE and (like.meaning or 0.0) >= EXPLICIT_MEANING
    else:
        near = (like.meaning or 0.0) >= NEGATED_MEANING and not like.own_names and occurrence.is_held(denied.words)
        near = near and negated.nearly(denier, denied) >= NEGATED_SHARE
    if not near or likely()["different"] > DIFFERENT:
        return None
    score = round(min(1.0, (like.meaning or 0.0) * (0.5 + like.overlap)), 3)
    reason = f"“{denier.position}” may deny “{denied.position}”: it negates a word of it; more is not shown"
    return Relation(denier.id, denied.id, "unsure", "occurrence", score, reason)


def _counted(a: Comparable, b: Comparable, like: Likeness, likely: Likely) -> Relation | None:
    if (like.meaning or 0.0) < COUNTED_MEANING or like.kin < COUNTED_KIN or like.own_names or a.part or b.part:
        return None
    if a.unit not in (None, "persons") or a.unit != b.unit or not _of_one_order(a, b):
        return None
    if figure.values(a, b)[0] != "conflicts" or counted.told_apart(a, b, like, True) or counted.sum_up(a, b):
        return None
    thought = likely()
    differing = thought["conflict"] + thought["scope"]
    if thought["different"] > DIFFERENT or thought["agree"] > AGREED or differing < DIFFERING:
        return None
    reason = f"“{a.position}” against “{b.position}”: whether they count the same is not shown"
    return Relation(a.id, b.id, "unsure", "figure", round(differing * (like.meaning or 0.0), 3), reason)


def _of_one_order(a: Comparable, b: Comparable) -> bool:
    """Whether two numbers of one noun are near each other ("people" may stand for others elsewhere, not here)."""
    if not isinstance(a.value, (int, float)) or not isinstance(b.value, (int, float)):
        return False
    if not (a.head and b.head) or stem(a.head) != stem(b.head):
        return False
    return max(a.value, b.value) <= FACTOR * min(a.value, b.value)


def chosen(
    doubts: Iterable[Relation], comparables: Mapping[str, Comparable], told: Mapping[str, set[str]]
) -> list[Relation]:
    """The best doubts, a few of each two documents. `told` maps a statement to the matters it is in: what one of them
    holds together is no longer in doubt, nor is a figure against which the other document gives several.
    """
    ranked = sorted(doubts, key=lambda r: (-r.score, r.a, r.b))
    given: dict[tuple[str, str], set[object]] = defaultdict(set)
    for r in ranked:
        for own, other in ((r.a, r.b), (r.b, r.a)):
            given[own, comparables[other].document].add((comparables[other].value, comparables[other].polarity))
    often: Counter[tuple[str, ...]] = Counter()
    kept = []
    for r in ranked:
        a, b = comparables[r.a], comparables[r.b]
        if told.get(a.statement, set()) & told.get(b.statement, set()):
            continue
        if len(given[r.a, b.document]) > 1 or len(given[r.b, a.document]) > 1:
            continue
        limits = _limits(a, b)
        if all(often[key] < most for key, most in limits.items()):
            often.update(limits.keys())
            kept.append(r)
    return kept


def _limits(a: Comparable, b: Comparable) -> dict[tuple[str, ...], int]:
    first, second = sorted((a.document, b.document))
    limits = {
        ("documents", first, second): OF_DOCUMENTS,
        ("statement", a.statement): OF_STATEMENT,
        ("statement", b.statement): OF_STATEMENT,
        ("words", *sorted((a.position, b.position))): 1,
    }
    if a.head:
        limits["thing", stem(a.head)] = OF_THING
    return limits
