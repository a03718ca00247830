"""Evaluations: one thing praised by one voice and condemned by another."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from gainsay.annotations.dates import bounds, disjoint
from gainsay.annotations.dates.edtf import Day
from gainsay.annotations.mentions.lexicon.nouns import nouns
from gainsay.annotations.mentions.mention import MentionType
from gainsay.matters.clauses.notions import keys_of
from gainsay.matters.clauses.things import kinds_of
from gainsay.matters.comparable import Comparable
from gainsay.matters.likeness import Likeness
from gainsay.matters.opinions.appraisal import takes_sides
from gainsay.matters.opinions.attitudes import acts_on
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import stem

DAYS = 7
"""Reports written no further apart may tell of the same bill by other nouns."""

SURELY_ONE = 0.45
"""Kinship from which on two reports are on one event whose days nobody tells."""

CLEAR = 0.6
"""A charge from which on a word praises or condemns without doubt."""

POINTING_TERMS = 2
_POINTING = frozenset(
    map(stem, "move step announcement decision measure gesture action news development statement remark this".split())
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
_WORD = re.compile(r"[\w’'-]+")
_INDEFINITE = frozenset("a an any some no such another other every each".split())
_TELLING = _INDEFINITE | frozenset("the this that these those his her its their our my your".split())
_OF = ("'s", "’s", "s'", "s’")
_POINTS_AT = re.compile(
    r"\b(this|it|that)(?:['’]s| is| was| strikes| remains) (?:\w+ly |not |just )?(?:an?|the|no)\b", re.IGNORECASE
)
LONGEST = 300
BEFORE = 30
"""Characters before the words that judge in which an article may stand."""

_TIMES = frozenset(map(stem, "tonight today yesterday day night week month year morning evening time".split()))
_LOOSE = frozenset(map(stem, "idea people person man woman way thing part place kind step job position point".split()))
# What the same person or body does again and again.
_PASSING = frozenset(
    map(
        stem,
        "remark comment statement words decision move step effort claim answer tweet speech visit meeting attack ad "
        "vote action criticism announcement response question policy plan proposal".split(),
    )
)
# Words before a noun that tell whose or how new a thing is, not which of several.
_OWNERS = frozenset(
    map(
        stem,
        "president presidential administration government governor senator minister mayor new latest recent "
        "proposed planned controversial sweeping republican democratic party so-called".split(),
    )
)
# What is said of those who acted, in texts on what they did: it judges the deed, and takes no side in an election.
_JUDGING = frozenset(
    """praised praises praise hailed hails commended commends applauded applauds lauded lauds condemned condemns condemn
    denounced denounces deplored deplores criticised criticises criticized criticizes""".split()
)
PRAISES, CONDEMNS = "praises", "condemns"
# Praise and blame in clauses less near in meaning, read on reports of one year: never of one thing.
OF_ONE = 0.39


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
    if like.meaning is not None and like.meaning < OF_ONE and not _judge_deeds(a, b, like):
        return None
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
    if "this" in (a.terms[-1], b.terms[-1]):
        return (
            a.document != b.document and like.kin >= ON_ONE_EVENT and _one_story(a, b, like) and _both_pointed_at(a, b)
        )
    if _told_apart(a, b) or (a.terms[-1] in _PASSING and not _one_story(a, b, like)):
        return False
    if a.terms[-1] == b.terms[-1]:
        party = a.terms[-1] in _parties() and not kinds_of(a.terms[-1])
        sided = any(takes_sides(c.head or "") for c in (a, b)) and not _judge_deeds(a, b, like)
        if not one_holder and party and sided:
            return False
        if a.document == b.document and not one_holder and not _named_alike(a, b, like):
            return False
        if like.kin >= ON_ONE_EVENT and not like.entities and any(_is_another(c) for c in (a, b)):
            return False
        return like.kin >= ON_ONE_EVENT or bool(like.entities) or _both_known(a, b, like)
    if set(keys_of(a.terms[-1])) & set(keys_of(b.terms[-1])):
        return bool(like.entities) or (like.kin >= ON_ONE_EVENT and len(like.terms) > 1)
    if kinds_of(a.terms[-1]) & kinds_of(b.terms[-1]) and _both_known(a, b, like) and not (_is_name(a) or _is_name(b)):
        return True
    return like.kin >= ON_ONE_EVENT and all(done_just_now(c) and abs(c.charge or 0.0) >= CLEAR for c in (a, b))


def _judge_deeds(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether both judge those who acted, in texts on one event."""
    return like.kin >= SURELY_ONE and a.head in _JUDGING and b.head in _JUDGING


def _both_known(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether both take a thing for known that is planned, decided or done ("the bill", "this measure"), in reports of
    the same days."""
    return _one_story(a, b, like) and all(kinds_of(c.terms[-1]) and _is_definite(c) for c in (a, b))


def _one_story(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two are told in one text, or in texts on one event; those written within days of each other
    may be more distant kin."""
    if a.document == b.document:
        return True
    days = [_days(known[0]) for one in (a, b) if (known := bounds(one.written or ""))]
    return abs(days[0] - days[1]) <= DAYS if len(days) > 1 else like.kin >= SURELY_ONE


def _days(day: Day) -> int:
    """A day as a number, months taken for thirty-one days."""
    year, month, of_month = day
    return (12 * year + month) * 31 + of_month


def _both_pointed_at(a: Comparable, b: Comparable) -> bool:
    """Whether two voices judge sharply what has just been told, or one of them what is known."""
    sharp = all(c.voices and abs(c.charge or 0.0) >= CLEAR and c.act is None for c in (a, b))
    return sharp and all(done_just_now(c) or (kinds_of(c.terms[-1]) and _is_definite(c)) for c in (a, b))


def _told_apart(a: Comparable, b: Comparable) -> bool:
    """Whether each phrase tells which thing is meant, by other words ("the port bill", "the ferry bill")."""
    left, right = (set(c.terms[:-1]) - _OWNERS for c in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def _named_alike(a: Comparable, b: Comparable, like: Likeness) -> bool:
    """Whether two phrases of one text with the same noun mean the same: by a name or another word that both have, or
    because both take it for known ("the merger", "this merger", and not "a terrible position").
    """
    if a.terms[-1] in _LOOSE:
        return bool(like.entities)
    return bool(like.entities) or len(like.terms) > 1 or (_is_definite(a) and _is_definite(b))


def _is_definite(judged: Comparable) -> bool:
    """Whether the noun is said of something known: the nearest word before it that tells says so."""
    start = judged.value_span.start - judged.span.start
    told = _article(judged, judged.words[max(0, start - BEFORE) : start] + judged.position)
    told = told or _article(judged, judged.words[:LONGEST])
    return (told is not None and told not in _INDEFINITE) or bool(judged.referents and not told)


def _is_another(judged: Comparable) -> bool:
    """Whether the noun is brought in as one of several ("a smart play"), or tells a time."""
    start = judged.value_span.start - judged.span.start
    told = _article(judged, judged.words[max(0, start - BEFORE) : start] + judged.position)
    return told in _INDEFINITE or judged.terms[-1] in _TIMES


def _is_name(judged: Comparable) -> bool:
    """Whether the noun ends a name ("the Harbour Act"), and is no plain word for what is at issue."""
    found = _WORD.findall(judged.position)
    return any(
        stem(word.lower()) == judged.terms[-1] and word[0].isupper() and at and found[at - 1][0].isupper()
        for at, word in enumerate(found)
    )


def _article(judged: Comparable, words: str) -> str | None:
    """What stands before the noun that is judged and tells whether it is known, or a pronoun that it is said of."""
    if (pointing := _POINTS_AT.search(words)) is not None:
        return pointing.group(1).lower()  # "this is a bad bargain"
    found = _WORD.findall(words.lower())
    for at, word in enumerate(found):
        if stem(word.removesuffix("'s").removesuffix("’s")) == judged.terms[-1]:
            return next((w for w in reversed(found[max(0, at - 4) : at]) if w in _TELLING or w[-2:] in _OF), None)
    return None


@cache
def _parties() -> frozenset[str]:
    """Stems of nouns for persons and bodies."""
    return frozenset(stem(noun) for noun, (kind, _, _) in nouns().items() if kind in _SIDES)


def done_just_now(judged: Comparable) -> bool:
    """Whether what is judged is called by a noun that points at what has just been told."""
    return len(judged.terms) <= POINTING_TERMS and judged.terms[-1] in _POINTING and not judged.referents
