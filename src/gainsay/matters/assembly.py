"""From relations to matters: gather what speaks of the same thing, arrange it in sides, say how it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gainsay.dependence.dependence import Dependence
from gainsay.dependence.witnesses import Testimony, count_witnesses
from gainsay.matters import doubt
from gainsay.matters.comparable import Comparable, EntityOf, entities, holder
from gainsay.matters.facets import date, evaluation, grade, label, occurrence, schedule
from gainsay.matters.grouping import (
    LARGEST_MATTER,
    apart,
    components,
    copies,
    one_to_one,
    opposed,
    round_the_sharpest,
)
from gainsay.matters.matter import DISPUTED, Facet, Matter, Side, Verdict, Witnesses
from gainsay.matters.verdict import Relation, sharpest, verdict
from gainsay.spans import content_id

MOST_SIDES = 8
# Copies are shown, but after every agreement that somebody put in words of his own.
COPY_SCORE = 0.1
# From here on an agreement is close enough for the one to stand on the other's side of a dispute.
AS_GOOD_AS_THE_SAME = 0.72
LABEL_WORDS = 14
POSITIONS_IN_LABEL = 3


@dataclass(frozen=True, slots=True)
class Context:
    """What assembling needs to know beside the comparables.

    `names` maps an entity to its name, `authors` a document to its author and publisher. `dependences` lists, for each
    document, those that touch it.
    """

    entity_of: EntityOf = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    dependences: Mapping[str, Sequence[Dependence]] = field(default_factory=dict)


def assemble(relations: Iterable[Relation], comparables: Mapping[str, Comparable], context: Context) -> list[Matter]:
    """The matters that these relations make, highest score first.

    `comparables` must hold every comparable that a relation names, and every label of the edition. Agreement between
    two statements that differ in a figure or a date is left out: the difference is what a reader needs to see. What is
    merely in doubt comes after all that is found.
    """
    doubts: list[Relation] = []
    found: list[Relation] = []
    for relation in relations:
        (doubts if relation.kind == "unsure" else found).append(relation)
    matters = _found(found, comparables, context)
    told: dict[str, set[str]] = defaultdict(set)
    for matter in matters:
        for statement in (s for side in matter.sides for s in side.statements):
            told[statement].add(matter.id)
    chosen = doubt.chosen(doubts, comparables, told)
    return [*matters, *(_in_doubt(relation, comparables, context) for relation in chosen)]


def _found(relations: Iterable[Relation], comparables: Mapping[str, Comparable], context: Context) -> list[Matter]:
    """The matters that comparisons assert, highest score first."""
    by_facet: dict[Facet | None, list[Relation]] = defaultdict(list)
    differing: set[tuple[str, str]] = set()
    copied, other = copies(one_to_one(relations, comparables), comparables, context.dependences)
    matters = [matter for group in copied if (matter := _copy(group, comparables, context)) is not None]
    for relation in other:
        by_facet[relation.facet].append(relation)
        if relation.kind != "agrees":
            differing.add(_statements(relation, comparables))
    told_again = _told_again(by_facet["occurrence"], comparables)
    for facet in sorted(by_facet, key=str):
        usable = [r for r in by_facet[facet] if r.kind != "agrees" or _statements(r, comparables) not in differing]
        by_word = grade.by_family(usable, comparables, context.entity_of) if facet == "label" else None
        for part in by_word or apart(facet, usable):
            for connected in components(part):
                for group in round_the_sharpest(connected) if facet == "figure" else [connected]:
                    matters.extend(_matters(facet, group, comparables, context, told_again))
    for labels in label.groups((c for c in comparables.values() if c.kind == "label"), context.entity_of):
        found = label.clash(labels, context.entity_of)
        if found is not None:
            matters.append(build("label", "conflict", *found, context))
    # Two that were widened to the same statements are one.
    best = {m.id: m for m in sorted(matters, key=lambda m: m.score)}
    return sorted(best.values(), key=lambda m: (-m.score, m.id))


def _in_doubt(relation: Relation, comparables: Mapping[str, Comparable], context: Context) -> Matter:
    sides = sorted((comparables[i] for i in (relation.a, relation.b)), key=lambda c: (c.document, c.span, c.value_span))
    return build(relation.facet, "unsure", [[c] for c in sides], relation, context)


def _statements(relation: Relation, comparables: Mapping[str, Comparable]) -> tuple[str, str]:
    first, second = sorted((comparables[relation.a].statement, comparables[relation.b].statement))
    return first, second


def _told_again(
    relations: Iterable[Relation], comparables: Mapping[str, Comparable]
) -> Mapping[str, tuple[Comparable, ...]]:
    """Claim → those that agree with it."""
    found: dict[str, dict[str, Comparable]] = defaultdict(dict)
    for relation in relations:
        a, b = comparables[relation.a], comparables[relation.b]
        if relation.kind == "agrees" and relation.score >= AS_GOOD_AS_THE_SAME and occurrence.of_one_mood(a, b):
            found[a.id][b.id] = b
            found[b.id][a.id] = a
    return {claim: tuple(others[i] for i in sorted(others)) for claim, others in found.items()}


def _widened(
    groups: list[list[Comparable]], told_again: Mapping[str, tuple[Comparable, ...]]
) -> list[list[Comparable]]:
    """Sides with those who say the same as one of them, and of no other side."""
    members = {c.id for group in groups for c in group}
    joining = [{o.id: o for c in group for o in told_again.get(c.id, ()) if o.id not in members} for group in groups]
    often = Counter(claim for found in joining for claim in found)
    wider = [
        [*group, *(found[i] for i in sorted(found) if often[i] == 1)]
        for group, found in zip(groups, joining, strict=True)
    ]
    return wider if sum(map(len, wider)) <= LARGEST_MATTER else groups


def _matters(
    facet: Facet | None,
    relations: Sequence[Relation],
    comparables: Mapping[str, Comparable],
    context: Context,
    told_again: Mapping[str, tuple[Comparable, ...]],
) -> Iterator[Matter]:
    """The matter of one group of relations; where it has too many sides to be one, those of its better supported
    parts.
    """
    ids = sorted({i for r in relations for i in (r.a, r.b)})
    members = sorted((comparables[i] for i in ids), key=lambda c: (c.document, c.span, c.value_span))
    result = verdict(relations)
    if facet == "evaluation" and result not in DISPUTED:
        return  # that two judge alike is no testimony
    groups = _sides(facet, members, result, relations)
    if result in DISPUTED and len(groups) > MOST_SIDES:
        ranked = sorted(relations, key=lambda r: (-r.score, r.a, r.b))
        for group in components(ranked[: len(ranked) * 2 // 3]):
            yield from _matters(facet, group, comparables, context, told_again)
    elif (result not in DISPUTED or len(groups) > 1) and _worth_showing(members, result, context):
        if (facet == "occurrence" and result in DISPUTED) or (facet == "label" and result == "scope"):
            groups = _widened(groups, told_again)
        yield build(facet, result, groups, sharpest(relations), context)


def _copy(relations: Sequence[Relation], comparables: Mapping[str, Comparable], context: Context) -> Matter | None:
    """A stretch that stands in two documents in the same words: one matter, however many sentences it has."""
    ids = sorted({i for r in relations for i in (r.a, r.b)})
    members = sorted((comparables[i] for i in ids), key=lambda c: (c.document, c.span, c.value_span))
    if not _worth_showing(members, "corroboration", context):
        return None
    lead = sharpest(relations)
    reason = f"{len({c.statement for c in members})} statements stand in both in the same words"
    return build("occurrence", "corroboration", [members], replace(lead, score=COPY_SCORE, reason=reason), context)


def _worth_showing(members: Sequence[Comparable], result: Verdict, context: Context) -> bool:
    """A document that repeats itself is no agreement."""
    if result in DISPUTED:
        return True
    return len({c.document for c in members}) > 1 or len({holder(c, context.entity_of) for c in members}) > 1


def build(
    facet: Facet | None, result: Verdict, groups: Sequence[Sequence[Comparable]], lead: Relation, context: Context
) -> Matter:
    """One matter from its sides; `lead` is the relation whose reason is shown."""
    members = [c for group in groups for c in group]
    witnesses = _witnesses(members, context)
    reason = lead.reason
    if result == "corroboration" and len(witnesses.groups) == 1:
        result, reason = "single-witness", f"{reason}; all rest on one origin: {witnesses.groups[0][1]}"
    sides = tuple(Side(group[0].position, tuple(dict.fromkeys(c.statement for c in group))) for group in groups)
    named = Counter(e for c in members for e in _concerned(c, context.entity_of))
    whens = {c.when for c in members}
    return Matter(
        id=content_id("matter", facet or "", result, *sorted({c.statement for c in members})),
        label=_label(facet, groups, lead, named, context),
        verdict=result,
        facet=facet,
        sides=sides,
        when=whens.pop() if len(whens) == 1 else None,
        entities=tuple(e for e, _ in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))[:8]),
        witnesses=witnesses,
        score=_score(result, lead, witnesses),
        reason=reason,
    )


def _sides(
    facet: Facet | None, members: Sequence[Comparable], result: Verdict, relations: Sequence[Relation]
) -> list[list[Comparable]]:
    """Members by what they hold, sides in the order of their first passage."""
    if result not in DISPUTED:
        return [list(members)]
    if facet == "label":
        return grade.sides(members)
    if facet in ("actor", "place") or (facet == "occurrence" and result == "conflict"):
        return opposed(members, relations)
    sides: dict[object, list[Comparable]] = defaultdict(list)
    if result == "denial":
        # Who denies may do so in words that affirm ("it was always closed"), and what is denied may be a negation.
        deny, denied = {r.a for r in relations}, {r.b for r in relations}
        members = [replace(m, polarity="denies") if m.id in deny - denied else m for m in members]
        members = [replace(m, polarity="affirms") if m.id in denied - deny else m for m in members]
    for member in members:
        sides[_holds(facet, member, result)].append(member)
    if result == "changed-position":
        return sorted(sides.values(), key=lambda side: min(member.at or "" for member in side))
    return list(sides.values())


def _concerned(member: Comparable, entity_of: EntityOf) -> set[str]:
    """Whom a statement names, and who holds it or passes it on."""
    return {*entities(member, entity_of), *(entity_of[v] for v in member.voices if v in entity_of)}


def _holds(facet: Facet | None, member: Comparable, result: Verdict) -> object:
    if facet == "figure":
        return member.value, member.qualifier, member.action if result == "scope" else None
    if facet == "date":
        return date.held(member) if member.kind == "date" else schedule.held(member)
    if facet == "evaluation":
        return evaluation.leaning(member)
    if facet == "cause":
        return member.context
    return occurrence.attempted(member) if result == "scope" else member.polarity


def _label(
    facet: Facet | None,
    groups: Sequence[Sequence[Comparable]],
    lead: Relation,
    named: Counter[str],
    context: Context,
) -> str:
    """Words that stand in the sources: who it is about, then the positions (or the claim itself)."""
    if facet == "occurrence":
        return _shortened(next(c.words for group in groups for c in group if c.id == lead.b))
    told = list(dict.fromkeys(_shortened(group[0].position) for group in groups))
    positions = " / ".join(told[:POSITIONS_IN_LABEL] + ["…"] * (len(told) > POSITIONS_IN_LABEL))
    if facet == "date":
        clause = min((c.words for group in groups for c in group), key=lambda w: (len(w), w))
        return f"{_shortened(clause)}: {positions}"
    total = sum(len(group) for group in groups)
    common = [context.names[e] for e, n in sorted(named.items(), key=lambda p: (-p[1], p[0])) if n == total]
    return f"{common[0]}: {positions}" if common and common[0] not in positions else positions


def _shortened(words: str) -> str:
    parts = words.split()
    return " ".join(parts) if len(parts) <= LABEL_WORDS else " ".join(parts[:LABEL_WORDS]) + " …"


def _witnesses(members: Sequence[Comparable], context: Context) -> Witnesses:
    testimonies = {}
    for member in members:
        author, publisher = context.authors.get(member.document, (None, None))
        speakers = tuple(context.entity_of[v] for v in member.voices if v in context.entity_of)
        last = member.voices[-1] if member.voices else ""
        testimonies[member.statement] = Testimony(
            statement=member.statement,
            document=member.document,
            span=member.span,
            holder=context.entity_of.get(last),
            speakers=speakers,
            author=author,
            publisher=publisher,
            sources=member.sources,
            quoted=bool(member.voices),
            first_hand=member.first_hand,
        )
    touching = {d.id: d for t in testimonies.values() for d in context.dependences.get(t.document, ())}
    found = count_witnesses(list(testimonies.values()), [touching[i] for i in sorted(touching)])
    return Witnesses(found.documents, found.independent, found.undetermined, found.groups)


# Readers look for clashes first; agreements come after every dispute of equal support.
_RANK: dict[Verdict, float] = {
    "denial": 1.0,
    "conflict": 1.0,
    "changed-position": 0.9,
    "scope": 0.75,
    "single-witness": 0.5,
    "corroboration": 0.45,
    "unsure": 0.1,
}


def _score(result: Verdict, lead: Relation, witnesses: Witnesses) -> float:
    """From 0 to 1: how sharp, how well supported, and whether more than one document is in it."""
    across = 1.0 if witnesses.documents > 1 else 0.85
    return round(_RANK[result] * across * (0.4 + 0.6 * lead.score), 4)
