"""Rival words for one act: "suspended the tests" and "ended the tests", "was dismissed" and "resigned".

Which words are rivals stands in a table kept by hand (`grades.txt`). Two clauses differ in them only where the rest
of what they say of the act is the same: its objects and its doers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from gainsay.matters.comparable import Comparable
from gainsay.matters.kinship import ON_ONE_EVENT
from gainsay.matters.likeness import Likeness
from gainsay.matters.notions import Pole, opposed, poles
from gainsay.matters.verdict import Relation
from gainsay.spans import Span
from gainsay.statements.terms import content_terms, weight

LONGEST = 1000
# How many words on either side tell of what an act is done to, and by whom.
AFTER, BEFORE = 6, 5
# What the words around two rival words must share, in the weights of `statements.terms`, and as a share of the lesser.
LEAST_SHARED = 6.0
LEAST_SHARE = 0.55
LEAST_MEANING = 0.6

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Rivals:
    verdict: Literal["scope", "conflict"]
    groups: tuple[frozenset[str], ...]


@cache
def _families() -> tuple[_Rivals, ...]:
    text = (files("gainsay.matters") / "grades.txt").read_text(encoding="utf-8")
    found = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            verdict, _, words = line.partition(":")
            groups = tuple(frozenset(group.split()) for group in words.split("|"))
            found.append(_Rivals("scope" if verdict == "scope" else "conflict", groups))
    return tuple(found)


@cache
def _places() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Word → where it stands: (family, group)."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, family in enumerate(_families()):
        for group, words in enumerate(family.groups):
            for word in words:
                found.setdefault(word, []).append((number, group))
    return {word: tuple(places) for word, places in found.items()}


@dataclass(frozen=True, slots=True)
class _Use:
    word: str
    group: int
    around: frozenset[str]


@lru_cache(maxsize=8192)
def _uses(words: str) -> dict[int, tuple[_Use, ...]]:
    """Family → its words in a clause, with what stands around each."""
    text = words[:LONGEST]
    tokens = [(m.group().lower().replace("’", "'"), *m.span()) for m in _WORD.finditer(text)]
    found: dict[int, list[_Use]] = {}
    for at, (word, _, _) in enumerate(tokens):
        for family, group in _places().get(word, ()):
            first, last = max(0, at - BEFORE), min(len(tokens), at + 1 + AFTER)
            around = {t for n in range(first, last) if n != at for t in content_terms(text, Span(*tokens[n][1:]))}
            found.setdefault(family, []).append(_Use(word, group, frozenset(around)))
    return {family: tuple(uses) for family, uses in found.items()}


def compare(a: Comparable, b: Comparable, like: Likeness) -> Relation | None:
    """The relation of two claims that tell of one act in rival words, or None."""
    if like.kin < ON_ONE_EVENT or a.polarity != b.polarity or (like.meaning or LEAST_MEANING) < LEAST_MEANING:
        return None
    left, right = _uses(a.words), _uses(b.words)
    for family in sorted(left.keys() & right.keys()):
        # Who uses both words of a family tells them apart himself, or means the same by them.
        groups = [{use.group for use in uses[family]} for uses in (left, right)]
        if groups[0] & groups[1]:
            continue
        for x in left[family]:
            for y in right[family]:
                kind = _families()[family].verdict
                # Names alone do not tell of which act: people meet, talk and agree again and again.
                told = kind == "conflict" or bool(x.around & y.around & like.terms)
                share = _share(x, y)
                if share is not None and told:
                    reason = f"“{x.word}” against “{y.word}”, said of the same thing: “{a.position}” / “{b.position}”"
                    return Relation(
                        a.id, b.id, "scope" if kind == "scope" else "conflicts", "label", round(share, 3), reason
                    )
    return None


def _share(x: _Use, y: _Use) -> float | None:
    """How much of what stands around two rival words is the same; None where it is too little."""
    shared = sum(weight(t) for t in sorted(x.around & y.around))
    lesser = min(sum(weight(t) for t in sorted(use.around)) for use in (x, y))
    if shared < LEAST_SHARED or not lesser or shared / lesser < LEAST_SHARE:
        return None
    return min(1.0, 0.3 + 0.5 * shared / lesser)


def families(claim: Comparable) -> tuple[int, ...]:
    """The families of rivals, of which only one can be right, that a claim uses a word of: what it can be found by."""
    return tuple(sorted(f for f in _uses(claim.words) if _families()[f].verdict == "conflict"))


def rival(a: Comparable, b: Comparable) -> bool:
    """Whether two claims choose rival words, or words that are opposites ("halted", "resumed"), of whatever."""
    left, right = _uses(a.words), _uses(b.words)
    groups = (({u.group for u in left[f]}, {u.group for u in right[f]}) for f in left.keys() & right.keys())
    return any(x.isdisjoint(y) for x, y in groups) or bool(opposed(_poles(a.terms), _poles(b.terms)))


def _poles(terms: Sequence[str]) -> frozenset[Pole]:
    return frozenset(pole for term in terms for pole in poles(term))


def sides(members: Sequence[Comparable]) -> list[list[Comparable]]:
    """Claims of one act by the rival word that each uses, of the family that sets most of them apart."""
    uses = [_uses(member.words) for member in members]
    groups: dict[int, list[int | None]] = {
        family: [use[family][0].group if family in use else None for use in uses]
        for family in sorted({f for use in uses for f in use})
    }
    told = {f: sum(g is not None for g in of) for f, of in groups.items() if len(set(of) - {None}) > 1}
    if not told:
        return [list(members)]
    best = groups[max(told, key=lambda family: (told[family], -family))]
    found: dict[int, list[Comparable]] = {}
    for member, group in zip(members, best, strict=True):
        if group is not None:
            found.setdefault(group, []).append(member)
    return list(found.values())
