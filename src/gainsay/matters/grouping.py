"""Which relations belong in one matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gainsay.dependence.dependence import Dependence
from gainsay.matters.comparable import Comparable
from gainsay.matters.matter import Facet
from gainsay.matters.verdict import Relation, sharpest
from gainsay.spans import Span

LARGEST_MATTER = 36
"""Beyond this a chain of likenesses has run together what nobody would read as one matter."""


# A denial answers what it resembles most. What it resembles less is mostly the talk around it, the more so where the
# best answer is as good as certain.
AS_GOOD = 0.8
CERTAIN = 0.85
AS_GOOD_AS_CERTAIN = 0.95
STEPS = 2
# A shorter run may be a set phrase.
COPIED_WORDS = 12


def components(relations: Iterable[Relation]) -> list[list[Relation]]:
    """Relations grouped by connection, the best supported joined first; no group exceeds `LARGEST_MATTER`."""
    parent: dict[str, str] = {}
    size: dict[str, int] = {}

    def find(x: str) -> str:
        parent.setdefault(x, x)
        size.setdefault(x, 1)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    kept: list[Relation] = []
    for relation in sorted(relations, key=lambda r: (-r.score, r.a, r.b)):
        low, high = sorted((find(relation.a), find(relation.b)))
        if low != high:
            if size[low] + size[high] > LARGEST_MATTER:
                continue
            parent[high] = low
            size[low] += size[high]
        kept.append(relation)
    groups: dict[str, list[Relation]] = defaultdict(list)
    for relation in kept:
        groups[find(relation.a)].append(relation)
    return [groups[root] for root in sorted(groups)]


def round_the_sharpest(relations: Sequence[Relation]) -> list[list[Relation]]:
    """Connected relations of figures in matters that a reader would gather: what is at most `STEPS` relations away from
    one of the two that the sharpest relation holds, or agrees with such a one; then the same of what is left.

    A longer chain would run from "60 residents" by "60 people" and "50 people" to "50 firefighters".
    """
    found: list[list[Relation]] = []
    left = list(relations)
    while left:
        lead = sharpest(left)
        near = {lead.a, lead.b}
        for _ in range(STEPS):
            near |= {i for r in left if r.a in near or r.b in near for i in (r.a, r.b)}
        near |= {i for r in left if r.kind == "agrees" and (r.a in near or r.b in near) for i in (r.a, r.b)}
        found.append([r for r in left if r.a in near and r.b in near])
        left = [r for r in left if r.a not in near and r.b not in near]
    return found


def opposed(members: Sequence[Comparable], relations: Iterable[Relation]) -> list[list[Comparable]]:
    """Members in sides such that no two of a side differ, each in the first side that it can stand on."""
    differing = {frozenset((r.a, r.b)) for r in relations}
    sides: list[list[Comparable]] = []
    for member in members:
        fitting = (s for s in sides if not any(frozenset((member.id, other.id)) in differing for other in s))
        side = next(fitting, None)
        if side is None:
            sides.append([member])
        else:
            side.append(member)
    return sides


def apart(facet: Facet | None, relations: Sequence[Relation]) -> list[list[Relation]]:
    """Relations that may join in one matter.

    Two equal figures belong on one side of a dispute over them; two claims that agree as wholes need not be about
    what a third denies.
    """
    if facet != "occurrence":
        return [list(relations)]
    disputing = [r for r in relations if r.kind != "agrees"]
    return [_best_answers(disputing), [r for r in relations if r.kind == "agrees"]]


def one_to_one(relations: Iterable[Relation], comparables: Mapping[str, Comparable]) -> list[Relation]:
    """Without clashes of figures that a document tells apart itself.

    Where a voice gives several numbers of a kind ("214 seats in one state, 865 on one day"), and one of them agrees
    with another document's number, or more than one clashes with it, nothing shows which of them answers to it.
    """
    answers: dict[tuple[str, str], dict[str, Relation]] = defaultdict(dict)
    kept = list(relations)
    for relation in kept:
        if relation.facet == "figure":
            for own, other in ((relation.a, relation.b), (relation.b, relation.a)):
                answers[own, comparables[other].document][other] = relation
    return [
        r
        for r in kept
        if r.facet != "figure"
        or r.kind != "conflicts"
        or (_single(r.a, r.b, answers, comparables) and _single(r.b, r.a, answers, comparables))
    ]


def _single(
    own: str,
    other: str,
    answers: Mapping[tuple[str, str], Mapping[str, Relation]],
    comparables: Mapping[str, Comparable],
) -> bool:
    """Whether all answers that the other's document gives to a figure are of one value."""
    given = answers[own, comparables[other].document]
    same_voice = [i for i in given if comparables[i].voices == comparables[other].voices]
    values = {comparables[i].value for i in same_voice if given[i].kind == "conflicts"}
    return len(values) == 1 and all(given[i].kind != "agrees" for i in same_voice)


def _best_answers(relations: Sequence[Relation]) -> list[Relation]:
    """For each denier only the claims that it answers best."""
    best: dict[str, float] = defaultdict(float)
    for relation in relations:
        best[relation.a] = max(best[relation.a], relation.score)
    return [r for r in relations if r.score >= best[r.a] * (AS_GOOD if best[r.a] < CERTAIN else AS_GOOD_AS_CERTAIN)]


def copies(
    relations: Iterable[Relation],
    comparables: Mapping[str, Comparable],
    dependences: Mapping[str, Sequence[Dependence]],
) -> tuple[list[list[Relation]], list[Relation]]:
    """Agreements of statements that stand in one copied stretch, gathered by stretch; and all other relations."""
    copied: dict[str, list[Relation]] = defaultdict(list)
    other: list[Relation] = []
    for relation in relations:
        stretch = None
        if relation.kind == "agrees":
            stretch = _stretch(comparables[relation.a], comparables[relation.b], dependences)
        if stretch is None:
            other.append(relation)
        else:
            copied[stretch].append(relation)
    return [copied[key] for key in sorted(copied)], other


def _stretch(a: Comparable, b: Comparable, dependences: Mapping[str, Sequence[Dependence]]) -> str | None:
    """The shared run that holds most of both statements."""
    for dependence in dependences.get(a.document, ()):
        if dependence.words < COPIED_WORDS:
            continue
        for here, there in ((dependence.a, dependence.b), (dependence.b, dependence.a)):
            if here.document != a.document or there.document != b.document:
                continue
            if _mostly(a.span, here.span) and _mostly(b.span, there.span):
                return dependence.id
    return None


def _mostly(statement: Span, run: Span) -> bool:
    shared = min(statement.end, run.end) - max(statement.start, run.start)
    return 2 * shared >= statement.length
