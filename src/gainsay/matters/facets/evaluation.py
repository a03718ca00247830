"""Evaluations: one thing praised by one voice and condemned by another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from gainsay.annotations.dates import disjoint
from gainsay.annotations.mentions.lexicon.nouns import nouns
from gainsay.annotations.mentions.mention import MentionType
from gainsay.matters.appraisal import acts_on, takes_sides
from gainsay.matters.comparable import Comparable
from gainsay.matters.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.likeness import Likeness
from gainsay.matters.notions import keys_of
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import stem

CLEAR = 0.6
"""A charge from which on a word praises or condemns without doubt."""

POINTING_TERMS = 2
_POINTING = frozenset(
    map(stem, "move step announcement decision measure gesture action news development statement remark".split())
)
# A judging word before a plural tells one kind from another ("dubious shops"): it says nothing of the rest.
_CLASSED = re.compile(r"^\w+\s+(?:[\w'’-]+\s+)*[\w'’-]{2,}[^s\W]s(?<!news)(?<!ics)$")
# Words that put one's own position into the past, or tell that it is another now.
_EARLIER = re.compile(
    r"\b(?:previously|formerly|once|earlier|used to|in the past|last year|years ago|long ago|initially|at first"
    r"|originally|until (?:recently|now|then)|no longer|has since|have since|revers(?:ed|es|ing)|soften(?:ed|s|ing)?"
    r"|backtrack(?:ed|s|ing)?|reconsider(?:ed|s|ing)?|back(?:ed|s|ing) (?:away|down|off)"
    r"|(?:chang|shift)(?:ed|es|s|ing) (?:his|her|its|their) (?:mind|view|views|position|stance|tune))\b",
    re.I,
)
_SIDES: frozenset[MentionType] = frozenset({"person", "group", "organisation"})
# A noun with what makes it known, and up to three words between.
_DEFINITE = re.compile(r"(?:\b(?:the|this|that|these|those|his|her|its|their|our|my)|['’]s)((?:\s+[\w-]+){1,4})", re.I)
_LOOSE = frozenset(map(stem, "idea people person man woman way thing part place kind step job position point".split()))
PRAISES, CONDEMNS = "praises", "condemns"


def leaning(judged: Comparable) -> str:
    """Which way an appraisal leans."""
    return PRAISES if (judged.charge or 0.0) > 0 else CONDEMNS


def compare(a: Comparable, b: Comparable, like: Likeness, one_holder: bool = False) -> Relation | None:
    """The relation of two appraisals, or None where they need not judge the same thing. `one_holder`: the same person
    judges."""
    if like.kin < AKIN or not _one_thing(a, b, like, one_holder):
        return None
    one_voice = a.document == b.document and a.voices == b.voices
    strength = (abs(a.charge or 0.0) + abs(b.charge or 0.0)) / 2
    score = round(min(1.0, 0.3 + 0.4 * strength + 0.1 * len(like.entities) + 0.1 * len(like.terms)), 3)
    if leaning(a) == leaning(b):
        return None if one_voice else Relation(a.id, b.id, "agrees", "evaluation", score, _both(a, b))
    praised, condemned = (a, b) if leaning(a) == PRAISES else (b, a)
    reason = f"“{condemned.position}” condemns what “{praised.position}” praises"
    return Relation(praised.id, condemned.id, "conflicts", "evaluation", score, reason)


def taken_back(relation: Relation, a: Comparable, b: Comparable) -> Relation | None:
    """What one person's two appraisals say: another mind where they were voiced at different times, else nothing."""
    if relation.kind != "conflicts":
        return None
    if a.act and b.act and a.document != b.document and len(a.voices) == len(b.voices) == 1:
        return relation  # two who write of one person differ over what he wants
    if not told_of_before(a, b):
        return relation if a.at and b.at and disjoint(a.at, b.at) else None
    return replace(relation, kind="changed", reason=f"{relation.reason}; the same holder, once and now")


def told_of_before(a: Comparable, b: Comparable) -> bool:
    """Whether one of two clauses, and only one, says that it tells of an earlier position or of a change."""
    return (_EARLIER.search(a.words) is None) != (_EARLIER.search(b.words) is None)


def _both(a: Comparable, b: Comparable) -> str:
    return f"“{a.position}” and “{b.position}” both judge it {'well' if leaning(a) == PRAISES else 'ill'}"


def _one_thing(a: Comparable, b: Comparable, like: Likeness, one_holder: bool) -> bool:
    """Whether two appraisals judge the same thing: one noun, of no two names; or one name alone; or what was done just
    now in one event, by whatever noun ("the move", "the decision").

    To be for or against a person or a body is to take sides, and no dispute over what they are: of names and of nouns
    for such only words that judge count, unless one person changes sides.
    """
    if not a.terms or not b.terms:
        named = not a.terms and not b.terms and bool(like.entities)
        return named and (one_holder or not (takes_sides(a.head or "") or takes_sides(b.head or "")))
    if like.own_names or any(_CLASSED.search(c.position) and not acts_on(c.head or "") for c in (a, b)):
        return False
    if a.terms[-1] == b.terms[-1]:
        if not one_holder and a.terms[-1] in _parties() and (takes_sides(a.head or "") or takes_sides(b.head or "")):
            return False
        if a.document == b.document and not one_holder and not _named_alike(a, b, like):
            return False
        return like.kin >= ON_ONE_EVENT or bool(like.entities)
    if set(keys_of(a.terms[-1])) & set(keys_of(b.terms[-1])):
        return bool(like.entities) or (like.kin >= ON_ONE_EVENT and len(like.terms) > 1)
    return like.kin >= ON_ONE_EVENT and all(done_just_now(c) and abs(c.charge or 0.0) >= CLEAR for c in (a, b))


def _named_alike(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two phrases of one text with the same noun mean the same: by a name or another word that both have, or
    because both take it for known ("the merger", "this merger", and not "a terrible position").
    """
    if a.terms[-1] in _LOOSE:
        return bool(like.entities)
    return bool(like.entities) or len(like.terms) > 1 or (_is_definite(a) and _is_definite(b))


def _is_definite(judged: Comparable) -> bool:
    return any(
        judged.terms[-1] in map(stem, found.group(1).lower().split()) for found in _DEFINITE.finditer(judged.words)
    )


@cache
def _parties() -> frozenset[str]:
    """Stems of nouns for persons and bodies."""
    return frozenset(stem(noun) for noun, (kind, _, _) in nouns().items() if kind in _SIDES)


def done_just_now(judged: Comparable) -> bool:
    """Whether what is judged is called by a noun that points at what has just been told."""
    return len(judged.terms) <= POINTING_TERMS and judged.terms[-1] in _POINTING and not judged.referents
