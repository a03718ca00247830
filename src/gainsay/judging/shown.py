"""What second readers said, as it is shown: with its reader's name, beside the matters, never among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select

from gainsay.edition.edition import Edition
from gainsay.judging.calibration import standings
from gainsay.judging.excerpts import excerpts
from gainsay.judging.kept import Judgement, load_judgements
from gainsay.judging.opinion import Judged
from gainsay.judging.pair import Excerpt, Pair
from gainsay.matters.matter import Matter
from gainsay.spans import Span
from gainsay.store import schema

MOST = 40  # statements of a matter that are looked at: of so many there are 780 pairs
UNTRIED = "not held against reviewed matters"


@dataclass(frozen=True, slots=True)
class Resting:
    """Words that a second reader rests on, where they stand."""

    document: str
    path: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a second reader says of two statements. `reasons` are its own words, and stand in no document; `standing`
    says how far it can be believed.
    """

    reader: str
    standing: str
    verdict: Judged
    reasons: str
    rests: tuple[Resting, ...]


def said_of(edition: Edition, matters: Sequence[Matter]) -> dict[str, tuple[Said, ...]]:
    """What second readers say of pairs of statements that stand in these matters, by the matter's id."""
    with edition.store.begin() as connection:
        if connection.scalar(select(schema.judgements.c.number).limit(1)) is None:
            return {}
    statements = {m.id: [s for side in m.sides for s in side.statements][:MOST] for m in matters}
    cut = excerpts(edition, dict.fromkeys(s for some in statements.values() for s in some))
    found = {}
    for matter, some in statements.items():
        pairs = [Pair.of(cut[a], cut[b]) for a, b in combinations([s for s in some if s in cut], 2)]
        if said := said_of_pairs(edition, pairs):
            found[matter] = tuple(one for pair in pairs for one in said.get(pair.key, ()))
    return found


def said_of_pairs(edition: Edition, pairs: Sequence[Pair]) -> dict[str, tuple[Said, ...]]:
    """What second readers say of these pairs, by the pairs' keys; void answers left out."""
    known = {pair.key: pair for pair in pairs}
    with edition.store.begin() as connection:
        kept = load_judgements(connection, known)
    stand = standings(edition) if kept else {}
    found: dict[str, list[Said]] = defaultdict(list)
    for judgement in kept:
        if (one := _said(edition, known[judgement.pair], judgement, stand)) is not None:
            found[judgement.pair].append(one)
    return {key: tuple(some) for key, some in found.items()}


def _said(edition: Edition, pair: Pair, judgement: Judgement, stand: dict[str, str]) -> Said | None:
    opinion = judgement.opinion
    if opinion.verdict is None:
        return None
    rests = tuple(_resting(edition, pair.a if r.number == 1 else pair.b, r.span) for r in opinion.rests)
    return Said(judgement.reader, stand.get(judgement.reader, UNTRIED), opinion.verdict, opinion.reasons, rests)


def _resting(edition: Edition, one: Excerpt, span: Span) -> Resting:
    there = span.shift(one.start)
    return Resting(one.document, edition.paths[one.document], there, span.of(one.text))
