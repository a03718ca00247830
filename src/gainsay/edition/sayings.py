"""What a speaker said of one thing at different dates, in order, and where the words chosen for it turned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from gainsay.annotations.designations import Designation
from gainsay.edition.course import before, in_time
from gainsay.edition.edition import Edition
from gainsay.edition.question import sought
from gainsay.edition.voices import Voices
from gainsay.entities.folding import fold
from gainsay.errors import UsageError
from gainsay.matters.facets.label import CONDEMNS, PRAISES
from gainsay.spans import Span, Spans
from gainsay.statements.statement import Statement

MOST = 3  # statements of one saying that are shown: those that name the thing by a word that leans come first


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody is reported to say of the thing: the clauses that name it, and the words chosen there that lean.

    `when` is EDTF: of the saying, else of the writing of the document that reports it.
    """

    attribution: str
    document: str
    path: str
    when: str | None
    stance: str
    spans: Spans
    words: tuple[str, ...]
    chosen: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Words for one party that lean otherwise than in an earlier saying: numbers in the list of sayings, the words."""

    earlier: int
    later: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class About:
    """What is spoken of: names, folded, and the referents that bear them."""

    names: tuple[str, ...]
    referents: Collection[str]

    def in_statement(self, s: Statement, words: str) -> bool:
        """Whether a clause names it."""
        return bool(set(self.referents).intersection(s.referents)) or any(n in fold(words) for n in self.names)


def sayings(edition: Edition, speakers: Collection[str], about: About) -> tuple[tuple[Saying, ...], tuple[Turn, ...]]:
    """What these entities are reported to say about something, in order of time, and the turns.

    A saying that names it nowhere is left out. Where two lists of words for one party lean apart, and the later is
    surely later, there is a turn.
    """
    voices = Voices(edition)
    found: list[tuple[Saying, dict[str, tuple[str, float]]]] = []
    for document in edition.paths:
        speaking = edition.speaker_referents(document)
        own = {a for a, r in speaking.items() if voices.entity(r) in speakers}
        found += _of_document(edition, voices, document, own, about) if own else []
    found.sort(key=lambda f: (in_time(f[0].when), f[0].path, f[0].spans))
    return tuple(saying for saying, _ in found), tuple(_turns(found))


def said_about(edition: Edition, name: str, about: str) -> tuple[tuple[Saying, ...], tuple[Turn, ...]]:
    """What somebody so named says of something so named. Raises UsageError where nobody is called by the first name."""
    speakers = sought(edition, [name])
    if not speakers or not speakers[0].entities:
        raise UsageError(f"{name}: nobody and nothing is called so here. `gainsay search {name}` looks for the words.")
    meant = sought(edition, [about])
    subject = About(tuple(one.name for one in meant), frozenset(r for one in meant for r in one.referents))
    return sayings(edition, speakers[0].entities, subject)


def _of_document(
    edition: Edition, voices: Voices, document: str, own: Collection[str], about: About
) -> Iterator[tuple[Saying, dict[str, tuple[str, float]]]]:
    text = edition.text(document)
    said: dict[str, list[Statement]] = defaultdict(list)
    for s in edition.statements(document):
        mine = [a for a in s.attribution if a in own]
        if mine and about.in_statement(s, s.span.of(text)):
            said[mine[0]].append(s)
    designations = {d.id: d for d in edition.designations(document)} if said else {}
    referent_of = edition.mention_referents(document) if said else {}
    for attribution, statements in said.items():
        leaning = [d for s in statements for i in s.designations if (d := designations.get(i)) and d.charge]
        shown = sorted(statements, key=lambda s: (not s.designations, s.span))[:MOST]
        spans = tuple(sorted(s.span for s in shown))
        when = next((s.said or s.written for s in statements if s.said or s.written), None)
        chosen = tuple((_words(text, d.span), d.charge or 0.0) for d in leaning)
        stance = voices.stance(document, attribution)
        words = tuple(span.of(text) for span in spans)
        saying = Saying(attribution, document, edition.paths[document], when, stance, spans, words, chosen)
        yield saying, _parties(voices, text, leaning, referent_of)


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _parties(
    voices: Voices, text: str, leaning: Sequence[Designation], referent_of: dict[str, str]
) -> dict[str, tuple[str, float]]:
    """For each party the sharpest word chosen for it."""
    found: dict[str, tuple[str, float]] = {}
    for d in leaning:
        entities = {voices.entity(referent_of.get(m)) for m in d.mentions} - {None}
        if d.act is None and len(entities) == 1 and d.charge:
            entity = str(entities.pop())
            if abs(d.charge) > abs(found.get(entity, ("", 0.0))[1]):
                found[entity] = _words(text, d.span), d.charge
    return found


def _turns(found: Sequence[tuple[Saying, dict[str, tuple[str, float]]]]) -> Iterator[Turn]:
    """Where a party that was praised, or called by a plain word, is condemned, or the other way round."""
    last: dict[str, tuple[int, str, float]] = {}
    for number, (saying, chosen) in enumerate(found):
        for entity, (words, charge) in sorted(chosen.items()):
            known = last.get(entity)
            apart = known is not None and (
                (known[2] >= PRAISES and charge <= CONDEMNS) or (known[2] <= CONDEMNS and charge >= PRAISES)
            )
            if known is not None and apart and before(found[known[0]][0].when, saying.when):
                yield Turn(known[0], number, known[1], words)
            last[entity] = number, words, charge
