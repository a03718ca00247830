"""Silence: which documents cover the period and the parties of a matter, and do not mention it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from gainsay.annotations.dates.edtf import FOREVER, NEVER, Bounds, bounds
from gainsay.edition.edition import Edition
from gainsay.edition.shown import statements_of
from gainsay.matters.matter import Matter
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import weight

CONCERNED = 1 / 3  # the share of a matter's statements that name somebody from which on the matter concerns them
PARTIES = 2  # as many of them a document must name, where the matter concerns as many
BEARS = 0.5  # of the weight of the words that a matter's statements have in common: who has that speaks of the matter
LOOKED = 20  # documents for each that is wanted
FAR = 10**9  # days: of what cannot be silent, or has no date
LONGEST = 366  # days: a document that only says "the nineties" does not cover what happened on a day in them


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document speaks of a party, or of the period: the span and its words."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A document that could be expected to mention a matter and does not.

    `parties` is where it first names each party, `period` where it first speaks of the time; None: it was written then.
    """

    document: str
    path: str
    parties: tuple[tuple[str, Evidence], ...]
    period: Evidence | None


def silent_on(edition: Edition, matter: Matter, most: int | None = None) -> tuple[Silent, ...]:
    """The documents that name the parties of a matter, speak of its period, and hold nothing that bears on it; no more
    than `most` are looked for, where thousands name the parties among those written nearest to the period.

    A matter whose statements name nobody, or give no time, tells nothing of what a document should mention.
    """
    statements = list(statements_of(edition, (s for side in matter.sides for s in side.statements)).values())
    entity_of = edition.entity_of()
    parties = _parties(statements, entity_of)
    period = _period(edition, matter, statements)
    if not parties or period is None:
        return ()
    core = _core(statements)
    told = {s.document for s in statements}
    looked = [d for d in _naming(edition, parties) if d not in told]
    if most is not None and len(looked) > LOOKED * most:
        looked = _nearest(edition, looked, period, LOOKED * most)
    placed = ((d, when[0]) for d in looked if (when := _when(edition, d, period)) is not None)
    found = (
        _silence(edition, document, parties, when, entity_of)
        for document, when in placed
        if not _mentions(edition.statements(document), core)
    )
    return tuple(islice((one for one in found if one is not None), most))


def _parties(statements: Sequence[Statement], entity_of: Mapping[str, str]) -> list[str]:
    """The entities that enough of the statements name, the most named first."""
    named = Counter(e for s in statements for e in {entity_of[r] for r in s.referents if r in entity_of})
    enough = [e for e, n in named.items() if n >= CONCERNED * len(statements)]
    return sorted(enough, key=lambda e: (-named[e], e))


def _period(edition: Edition, matter: Matter, statements: Sequence[Statement]) -> Bounds | None:
    """From the first to the last day that the matter speaks of."""
    if matter.when and (when := bounds(matter.when)):
        return when if _is_closed(when) else None
    spoken = []
    wanted = {d for s in statements for d in s.dates}
    for document in dict.fromkeys(s.document for s in statements):
        spoken += [bounds(d.edtf) for d in edition.dates(document) if d.id in wanted and d.edtf]
    days = [b for b in spoken if b is not None and _is_closed(b)]
    # "In the past three years" beside "last month" only frames what happened.
    days = [b for b in days if _length(b) <= LONGEST] or days
    return (min(b[0] for b in days), max(b[1] for b in days)) if days else None


def _is_closed(days: Bounds) -> bool:
    return days[0] > NEVER and days[1] < FOREVER


def _core(statements: Sequence[Statement]) -> dict[str, float]:
    """The stems that half of the statements have, with their weights: what the matter is about."""
    counted = Counter(stem for s in statements for stem in set(s.terms))
    return {stem: weight(stem) for stem, n in sorted(counted.items()) if 2 * n >= len(statements)}


def _mentions(statements: Iterable[Statement], core: dict[str, float]) -> bool:
    """Whether any of the statements has enough of the matter's words."""
    needed = BEARS * sum(core.values())
    near = (s.terms for s in statements if not core or not core.keys().isdisjoint(s.terms))
    return any(sum(w for stem, w in core.items() if stem in terms) >= needed for terms in near)


def _naming(edition: Edition, parties: Sequence[str]) -> list[str]:
    """The documents that name enough of the parties, in the order of their paths."""
    named, enough = edition.documents_naming(parties), min(PARTIES, len(parties))
    found = (d for d, n in named.items() if n >= enough and d in edition.paths)
    return sorted(found, key=edition.paths.__getitem__)


def _nearest(edition: Edition, documents: Sequence[str], period: Bounds, most: int) -> list[str]:
    """Those of the documents that were written nearest to a period, in their order."""

    def apart(document: str) -> int:
        written = edition.document(document).written
        own = bounds(written) if written else None
        if own is None or not _is_closed(own) or own[1] < period[0]:
            return FAR
        return max(0, _length((period[1], own[0])))

    kept = set(sorted(documents, key=apart)[:most])
    return [d for d in documents if d in kept]


def _silence(
    edition: Edition, document: str, parties: Sequence[str], when: Evidence | None, entity_of: Mapping[str, str]
) -> Silent | None:
    """The document with what shows that it could have mentioned the matter; None where no mention shows a party."""
    text = edition.text(document)
    referent_of = edition.mention_referents(document)
    first: dict[str, Evidence] = {}
    for m in edition.mentions(document):
        entity = entity_of.get(referent_of.get(m.id, ""))
        if entity in parties and entity is not None:
            first.setdefault(entity, Evidence(m.span, m.span.of(text)))
    names = edition.names() if first else {}
    shown = tuple((names[e], first[e]) for e in parties if e in first)
    return Silent(document, edition.paths[document], shown, when) if shown else None


def _when(edition: Edition, document: str, period: Bounds) -> tuple[Evidence | None] | None:
    """Where a document first speaks of a period; nothing in the pair: it was written then. None: nowhere."""
    written = edition.document(document).written
    own = bounds(written) if written else None
    if own and own[1] < period[0]:
        return None  # nobody is silent on what has not happened yet
    for d in edition.dates(document):
        days = bounds(d.edtf) if d.edtf else None
        if days and _is_closed(days) and _within_reach(days, period):
            return (Evidence(d.span, d.span.of(edition.text(document))),)
    return (None,) if own and _is_closed(own) and _within_reach(own, period) else None


def _within_reach(days: Bounds, period: Bounds) -> bool:
    """Whether they have a day in common, and the first is not much longer than the second."""
    if days[1] < period[0] or period[1] < days[0]:
        return False
    return _length(days) <= max(LONGEST, _length(period))


def _length(days: Bounds) -> int:
    (y, m, d), (last_y, last_m, last_d) = days
    return (last_y - y) * 365 + (last_m - m) * 30 + last_d - d + 1
