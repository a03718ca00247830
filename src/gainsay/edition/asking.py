"""Questions to an edition: the matters and statements that bear on them, or that nothing does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import select

from gainsay.annotations.dates import find_dates
from gainsay.annotations.figures import find_figures
from gainsay.annotations.mentions import find_mentions
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.matters.matter import Matter
from gainsay.passages import divide
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import content_terms, weight
from gainsay.store import schema
from gainsay.store.search import find_words
from gainsay.store.words import fold

CANDIDATES = 100  # passages looked at: many more than shown, for the best statement may stand in a middling one
BEARS = 0.5  # the share of a question's weight that a statement must meet to bear on it
NAME = 4.0  # what a name or a date shared with the question weighs, in the measure of `weight`: a fairly rare word
NEAR = 0.7  # how much of that counts where it stands in the passage, outside the statement itself
FAR = 0.4  # the same where it stands elsewhere in the document: a report names its town once
FITS = 0.25  # added where "how many" finds a figure, or "when" a date: what was asked for

_COUNTS = re.compile(r"\bhow (?:many|much)\b", re.IGNORECASE)
_TIMES = re.compile(r"\bwhen\b|\b(?:which|what) (?:day|date|month|year)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Bearing:
    """A statement that bears on the question: where it stands, who holds it, its words; `share` of the question met."""

    statement: str
    document: str
    path: str
    span: Span
    words: str
    by: str | None
    share: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What an edition has on a question. With `abstains` it says why there is nothing."""

    question: str
    matters: tuple[Matter, ...] = ()
    statements: tuple[Bearing, ...] = ()
    abstains: str | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    """What a question asks about: stems of its words, names (folded) and dates, and what kind of thing it wants."""

    stems: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    dates: tuple[str, ...]
    figures: bool
    times: bool

    @classmethod
    def of(cls, text: str) -> _Question:
        """Read the question as a document is read."""
        document = Document("question", "question", "", "text/plain", text)
        layout = divide(document)
        named = [m.span for m in find_mentions(document, layout) if m.form in ("name", "adjective")]
        dated = find_dates(document, layout)
        counted = [f.span for f in find_figures(document, layout)]
        skip = (*named, *(d.span for d in dated), *counted)
        return cls(
            stems=tuple(dict.fromkeys(content_terms(text, Span(0, len(text)), skip))),
            words=tuple(dict.fromkeys(_WORD.findall(text))),
            names=tuple(dict.fromkeys(fold(span.of(text)) for span in named)),
            dates=tuple(d.edtf for d in dated if d.edtf),
            figures=bool(_COUNTS.search(text)),
            times=bool(_TIMES.search(text)),
        )

    @property
    def weight(self) -> float:
        return sum(map(weight, self.stems)) + NAME * (len(self.names) + len(self.dates))

    def share(self, statement: Statement, words: str, around: str, document: str, dates: list[str]) -> float:
        """How much of the question a statement meets, from 0 to 1, and what it has of the kind asked for.

        0 where it does not bear on the question: where it meets less than half, or has only the names of a question
        that asks something about them, or none of them.
        """
        met = sum(weight(stem) for stem in self.stems if stem in statement.terms)
        named = sum(
            1.0 if name in words else NEAR if name in around else FAR if name in document else 0.0
            for name in self.names
        )
        if (self.stems and not met) or (self.names and not named):
            return 0.0
        met += NAME * named
        for date in self.dates:
            met += NAME * any(date.startswith(d) or d.startswith(date) for d in dates)
        fits = (self.figures and bool(statement.figures)) or (self.times and bool(statement.dates))
        share = met / self.weight
        return share + FITS * fits if share >= BEARS else 0.0


def ask(edition: Edition, question: str, limit: int = 10) -> Answer:
    """The matters and statements that bear on a question, best first.

    A statement bears on it when it shares half of what the question says, rare words weighing most. The edition does
    not answer: it shows who says what. Where nothing bears on the question, it says so.
    """
    asked = _Question.of(question)
    if not asked.weight:
        return Answer(question, abstains="The question holds no word to look for. Name somebody, something or a date.")
    bearing = _bearings(edition, asked)
    if not bearing:
        return Answer(question, abstains=f"Nothing in {edition.path.name} bears on this.")
    shares = {b.statement: b.share for b in bearing}
    ranked = []
    for matter in edition.matters():
        best = max((shares.get(s, 0.0) for side in matter.sides for s in side.statements), default=0.0)
        if best:
            ranked.append((-best, -matter.score, matter))
    matters = tuple(matter for *_, matter in sorted(ranked, key=lambda r: (r[0], r[1], r[2].id))[:limit])
    return Answer(question, matters, tuple(bearing[:limit]))


def _bearings(edition: Edition, asked: _Question) -> list[Bearing]:
    parts = [word for name in asked.names for word in _WORD.findall(name)]
    c = schema.passages.c
    with edition.store.begin() as connection:
        ranked = find_words(connection, [*asked.words, *parts], CANDIDATES, every=False, beginnings=asked.stems)
        numbers = [number for number, _ in ranked]
        rows = connection.execute(select(c.id, c.document, c.start, c.end).where(c.number.in_(numbers))).all()
    passages = {row.id: Span(row.start, row.end) for row in rows}
    names, entity_of = {e.id: e.name for e in edition.entities()}, edition.entity_of()
    found = []
    for document in sorted({row.document for row in rows}):
        text = edition.text(document)
        folded = fold(text) if asked.names else ""
        edtf = {d.id: d.edtf for d in edition.dates(document) if d.edtf}
        for s in edition.statements(document):
            if s.passage in passages:
                words, around = s.span.of(text), passages[s.passage].of(text)
                dates = [edtf[d] for d in s.dates if d in edtf]
                by = names.get(entity_of.get(s.holder or "", ""))
                # What somebody says bears on a question about them, though their name stands before it.
                share = asked.share(s, fold(f"{by or ''} {words}"), fold(around), folded, dates)
                if share:
                    found.append(Bearing(s.id, document, edition.paths[document], s.span, words, by, round(share, 4)))
    return sorted(found, key=lambda b: (-b.share, b.path, b.span))
