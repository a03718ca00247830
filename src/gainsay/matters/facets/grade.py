"""Rival words for one act, lot or thing: "suspended the tests" and "ended the tests", "was dismissed" and "resigned",
"the inquiry" and "the witch hunt".

Which words are rivals stands in a table kept by hand (`grades.txt`). Two clauses differ in them only where they say
them of the same: an act of its objects and doers, a lot of a person, a name of a thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from gainsay.matters.clauses.notions import Pole, opposed, poles
from gainsay.matters.comparable import Comparable, EntityOf
from gainsay.matters.facets import contrary
from gainsay.matters.facets.rivalry import Family, Use, table, uses
from gainsay.matters.likeness import Likeness, likeness, profile
from gainsay.matters.subjects.kinship import ON_ONE_EVENT
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.statements.terms import weight

# What the words around two rival words must share, in the weights of `statements.terms`, and as a share of the lesser.
LEAST_SHARED = 6.0
LEAST_SHARE = 0.55
LEAST_MEANING = 0.6
# Below this the clauses around two rival words tell of two things, as read.
NEAR = 0.39
# The same of the phrases that two acts are done to, whose last words, the nouns, must be the same.
LEAST_OBJECT = 5.0
LEAST_OBJECT_SHARE = 0.6
_WORD = re.compile(r"[a-z]+")
# What the words must share that tell which thing a noun names: any but the commonest.
LEAST_QUALIFIED = 2.0


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims that tell of one act, lot or thing in rival words, or None."""
    if like.meaning is not None and like.meaning < NEAR:
        return None
    if like.kin < ON_ONE_EVENT or a.polarity != b.polarity or (a.document == b.document and a.voices == b.voices):
        return None
    found = _rivals(a, b, like)
    if found is None:
        return None
    number, x, y, score = found
    reason = f"“{x.word}” against “{y.word}”, said of the same thing: “{a.position}” / “{b.position}”"
    kind: RelationKind = "scope" if table()[number].verdict == "scope" else "conflicts"
    return Relation(a.id, b.id, kind, "label", round(score, 3), reason)


def _rivals(a: Comparable, b: Comparable, like: Likeness) -> tuple[int, Use, Use, float] | None:
    """The first family of which two clauses use rival words, with these words and how surely they are of the same."""
    left, right = uses(a.words), uses(b.words)
    for number in sorted(left.keys() & right.keys()):
        family = table()[number]
        some, others = ((_as_called(of[number]) if family.said == "thing" else of[number]) for of in (left, right))
        # Who uses both words of a family tells them apart himself, or means the same by them.
        if {use.group for use in some} & {use.group for use in others}:
            continue
        for x, y in product(some, others):
            score = _same(family, x, y, like)
            if score is not None:
                return number, x, y, score
    return None


def by_family(
    relations: Iterable[Relation], comparables: Mapping[str, Comparable], entity_of: EntityOf
) -> list[list[Relation]]:
    """Relations of rival words by the family they are of: one clause may tell of two acts, each disputed."""
    found: dict[int, list[Relation]] = {}
    for relation in relations:
        a, b = comparables[relation.a], comparables[relation.b]
        rivals = _rivals(a, b, likeness(profile(a, entity_of), profile(b, entity_of)))
        found.setdefault(rivals[0] if rivals else -1, []).append(relation)
    return [found[number] for number in sorted(found)]


def _as_called(of: Sequence[Use]) -> tuple[Use, ...]:
    """The names that a clause gives a thing as one: who gives it an ill name may say plainly which ("called the inquiry
    into the ferry a witch hunt")."""
    illest = min(of, key=lambda use: use.group)
    everything = tuple(dict.fromkeys(term for use in of for term in use.of))
    return (replace(illest, of=everything, around=frozenset(term for use in of for term in use.around)),)


def _same(family: Family, x: Use, y: Use, like: Likeness) -> float | None:
    """How surely two rival words are said of the same; None where nothing shows it."""
    if family.said == "who":
        return 0.8 if x.names & y.names else None
    if family.said == "kind":
        return 0.6 if len(x.of) > 1 and x.of == y.of else None
    if family.said == "thing":
        return 0.7 if _one_thing(family, x, y, like) else None
    if _one_object(x, y):
        return 0.75
    if x.of and y.of and x.of[-1] != y.of[-1]:
        return None
    if (like.meaning or LEAST_MEANING) < LEAST_MEANING:
        return None
    # Names alone do not tell of which act: people meet, talk and agree again and again.
    told = family.verdict == "conflict" or bool(x.around & y.around & like.terms)
    return _share(x, y) if told else None


def _one_thing(family: Family, x: Use, y: Use, like: Likeness) -> bool:
    """Whether two nouns name one thing: by what else it is called with, or, of names that are never given to much else,
    by whom both clauses name, or what the clauses around them tell."""
    if _weigh(set(x.of) & set(y.of)) >= LEAST_QUALIFIED:
        return True
    if max(_weigh(set(x.of) & y.around), _weigh(set(y.of) & x.around)) >= LEAST_SHARED:
        return True
    near = bool(like.entities) or like.context >= LEAST_SHARED
    return near and not {x.word, y.word}.isdisjoint(family.strong)


def _one_object(x: Use, y: Use) -> bool:
    """Whether two acts are done to one thing."""
    if not x.of or not y.of or x.of[-1] != y.of[-1]:
        return False
    common = set(x.of) & set(y.of)
    shared, lesser = _weigh(common), min(_weigh(x.of), _weigh(y.of))
    return len(common) > 1 and shared >= LEAST_OBJECT and shared >= LEAST_OBJECT_SHARE * lesser


def _weigh(terms: Iterable[str]) -> float:
    return sum(weight(t) for t in sorted(terms))


def _share(x: Use, y: Use) -> float | None:
    """How much of what stands around two rival words is the same; None where it is too little."""
    shared = _weigh(x.around & y.around)
    lesser = min(_weigh(use.around) for use in (x, y))
    if shared < LEAST_SHARED or not lesser or shared / lesser < LEAST_SHARE:
        return None
    return min(1.0, 0.3 + 0.5 * shared / lesser)


def families(claim: Comparable) -> tuple[int, ...]:
    """The families of rivals, of which only one can be right, that a claim uses a word of: what it can be found by."""
    return tuple(sorted(n for n in uses(claim.words) if table()[n].verdict == "conflict" or table()[n].said == "thing"))


def marked(claim: Comparable) -> tuple[int, ...]:
    """The families with names that are never given to much else, of which a claim uses a word."""
    return tuple(number for number in families(claim) if table()[number].strong)


def rival(a: Comparable, b: Comparable) -> bool:
    """Whether two claims choose rival words, or words that are opposites ("halted", "resumed"), of whatever."""
    left, right = uses(a.words), uses(b.words)
    common = [number for number in left.keys() & right.keys() if table()[number].said != "thing"]
    groups = (({u.group for u in left[f]}, {u.group for u in right[f]}) for f in common)
    if any(x.isdisjoint(y) for x, y in groups) or opposed(_poles(a.terms), _poles(b.terms)):
        return True
    mine, other = _words(a.words), _words(b.words)
    return contrary.negates_by_form(mine - other, other - mine) or contrary.negates_by_form(other - mine, mine - other)


@lru_cache(maxsize=8192)
def _words(clause: str) -> frozenset[str]:
    return frozenset(_WORD.findall(clause.lower()))


@lru_cache(maxsize=8192)
def _poles(terms: tuple[str, ...]) -> frozenset[Pole]:
    return frozenset(pole for term in terms for pole in poles(term))


def _group(of: Sequence[Use]) -> int:
    """The group a claim takes: an ill name stands before the plain ones."""
    return min(use.group for use in of)


def sides(members: Sequence[Comparable]) -> list[list[Comparable]]:
    """Claims of one act by the rival word that each uses, of the family that sets most of them apart."""
    said = [uses(member.words) for member in members]
    groups: dict[int, list[int | None]] = {
        family: [_group(use[family]) if family in use else None for use in said]
        for family in sorted({f for use in said for f in use})
    }
    told = {f: sum(g is not None for g in of) for f, of in groups.items() if len(set(of) - {None}) > 1}
    if not told:
        return [list(members)]
    best = max(told, key=lambda family: (told[family], -family))
    found: dict[int, list[Comparable]] = {}
    told_before: set[tuple[str, tuple[str, ...], int]] = set()
    for member, use, group in zip(members, said, groups[best], strict=True):
        if group is None:
            continue
        # Of plain names that a voice gives again and again one answers an ill name as well as all.
        plain = bool(table()[best].strong) and table()[best].strong.isdisjoint(u.word for u in use[best])
        if plain and (member.document, member.voices, group) in told_before:
            continue
        told_before.add((member.document, member.voices, group))
        found.setdefault(group, []).append(member)
    return list(found.values())
