"""Labels: rival words for one party or one act, told apart by what they charge it with.

Unlike figures and dates, names are not compared in pairs: all that an edition calls one party or act is looked at
together, and makes a matter when different voices choose words that clash ("leader" and "dictator", "landing" and
"invasion").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from gainsay.matters.comparable import Comparable, EntityOf, holder
from gainsay.matters.verdict import Relation
from gainsay.statements.terms import stem

Leaning = str

# Charges are rough: only words clearly on one side count as leaning. A gap narrower than this is taste, not dispute.
CONDEMNS = -0.35
PRAISES = 0.25
LEAST_GAP = 0.5

# The plain words for those whom others call dictators, cliques, mobs or terrorists. Any other plain noun says nothing.
PLAIN_ROLES = frozenset(
    """leader president premier chairman minister king ruler general commander government administration authorities
    party
    movement opposition forces troops soldiers army fighters guerrillas protesters demonstrators strikers workers
    migrants refugees activists""".split()
)

MOST_A_SIDE = 12
"""Enough to read; few for each voice and word, so that nobody is left out who chose another word."""

MOST_A_VOICE = 3


def leaning(label: Comparable) -> Leaning:
    """Which way the chosen word leans: `condemns`, `praises` or `plain`."""
    charge = label.charge or 0.0
    if charge <= CONDEMNS:
        return "condemns"
    return "praises" if charge >= PRAISES else "plain"


def groups(labels: Iterable[Comparable], entity_of: EntityOf) -> list[list[Comparable]]:
    """Labels of one act, or of one party, in the order of their keys."""
    found: dict[str, list[Comparable]] = defaultdict(list)
    for label in sorted(labels, key=lambda c: (c.document, c.value_span)):
        if (name := named(label, entity_of)) is not None:
            found[name].append(label)
    return [found[key] for key in sorted(found)]


def named(label: Comparable, entity_of: EntityOf) -> str | None:
    """What a label names: the key of an act, or a party's; None where it tells neither."""
    if label.act:
        return f"act|{label.act}" if told_apart(label.act) else None
    if len(label.referents) == 1 and label.referents[0] in entity_of:
        return f"party|{entity_of[label.referents[0]]}"
    return None


def told_apart(act: str) -> bool:
    """Whether the key of an act (its class, then those who took part) tells it from others of its class.

    A country is entered, attacked and taken over more than once: that takes both sides to be named.
    """
    kind, *parties = act.split("|")
    return len(parties) > 1 or kind not in ("entry", "takeover", "attack")


def clash(labels: Sequence[Comparable], entity_of: EntityOf) -> tuple[list[list[Comparable]], Relation] | None:
    """The sides of a clash over one name, sharpest words first on each, with the leading relation; None where there
    is none.

    For a party only words that condemn make a clash: that one voice praises and another says nothing is no dispute.
    For an act any two words that lean differently do, since each tells what happened.
    """
    by_leaning: dict[Leaning, list[Comparable]] = defaultdict(list)
    is_act = labels[0].act is not None
    for label in labels:
        if label.head and stem(label.head) in label.negated:
            continue  # "he was no dictator" calls nobody one; "the riot was no accident" calls it a riot
        lean = leaning(label)
        if is_act or lean != "plain" or label.head in PLAIN_ROLES:
            by_leaning[lean].append(label)
    if len(by_leaning) < 2 or (not is_act and "condemns" not in by_leaning):
        return None
    sides = [_distinct(by_leaning[name], entity_of) for name in ("condemns", "plain", "praises") if name in by_leaning]
    first, last = sides[0][0], sides[-1][0]
    gap = abs((first.charge or 0.0) - (last.charge or 0.0))
    if gap < LEAST_GAP or not _rival_voices(sides, entity_of):
        return None
    reason = f"“{first.position}” against “{last.position}”: different voices choose words that lean apart"
    across = len({label.document for side in sides for label in side}) > 1
    score = round(min(1.0, 0.35 + 0.3 * gap + (0.2 if across else 0.0)), 3)
    return sides, Relation(first.id, last.id, "conflicts", "label", score, reason)


def _distinct(labels: Sequence[Comparable], entity_of: EntityOf) -> list[Comparable]:
    """A few labels for each voice and word, the most charged first."""
    kept: dict[tuple[str, str | None], list[Comparable]] = defaultdict(list)
    for label in labels:
        kept[holder(label, entity_of), label.head].append(label)
    few = [label for same in kept.values() for label in same[:MOST_A_VOICE]]
    return sorted(few, key=lambda c: (-abs(c.charge or 0.0), c.document, c.value_span))[:MOST_A_SIDE]


def _rival_voices(sides: Sequence[Sequence[Comparable]], entity_of: EntityOf) -> bool:
    """Whether some side is held by a voice that holds no other: one author's changing words are style."""
    voices = [{holder(label, entity_of) for label in side} for side in sides]
    return any(a - b and b - a for i, a in enumerate(voices) for b in voices[i + 1 :])
