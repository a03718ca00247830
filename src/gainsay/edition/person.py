"""Who somebody is in an edition: what they say, what is said of them, what they are called and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.documents.document import Document
from gainsay.edition.edition import Edition
from gainsay.edition.query import named
from gainsay.entities.entity import Entity
from gainsay.errors import UsageError
from gainsay.spans import Span, Spans
from gainsay.statements.statement import Statement


@dataclass(frozen=True, slots=True)
class Said:
    """Words attributed to somebody, as they stand in a document; `when` is EDTF: of the saying, else of the writing.

    `type` tells what is said or written from what is only thought or felt, of which `cue` has the words ("was sure
    of").
    """

    attribution: str
    document: str
    path: str
    when: str | None
    kind: str
    stance: str
    spans: Spans
    words: str
    type: str
    cue: str


@dataclass(frozen=True, slots=True)
class SaidOf:
    """A statement about somebody; `by` names who holds it, or the document whose own voice it is."""

    statement: str
    document: str
    path: str
    when: str | None
    by: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is called, by whom and how often."""

    words: str
    by: str
    times: int


@dataclass(frozen=True, slots=True)
class DatedByOthers:
    """A date in what somebody says, or what is said of them, that is counted from an event; another document (`by`)
    says in `because` when the event was.
    """

    date: str
    path: str
    words: str
    edtf: str
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody or something as an edition knows them. `others` are further entities that the name may mean."""

    entity: Entity
    others: tuple[Entity, ...]
    says: tuple[Said, ...]
    said_of: tuple[SaidOf, ...]
    called: tuple[Called, ...]
    dated: tuple[DatedByOthers, ...] = ()


def who(edition: Edition, name: str) -> Person:
    """What somebody says, through time, what is said of them, and what they are called and by whom.

    Raises UsageError where nobody and nothing is called so.
    """
    found = named(edition, name)
    if not found:
        raise UsageError(f"{name}: nobody and nothing is called so here. `gainsay search {name}` looks for the words.")
    return _Inquiry(edition, found[0]).answer(tuple(found[1:]))


class _Inquiry:
    """One question about one entity, with what is looked up for it."""

    def __init__(self, edition: Edition, entity: Entity) -> None:
        self.edition = edition
        self.entity = entity
        self.referents = {link.referent for link in entity.links}
        own = [r for r in edition.referents() if r.id in self.referents]
        self.mentions = {mention for r in own for mention in r.mentions}
        documents = {r.document for r in own}
        self.documents = [edition.document(i) for i in edition.paths if i in documents]
        self.names = {e.id: e.name for e in edition.entities()}
        self.entity_of = edition.entity_of()

    def answer(self, others: tuple[Entity, ...]) -> Person:
        says: list[Said] = []
        said_of: list[SaidOf] = []
        called: dict[tuple[str, str], int] = {}
        dated: list[DatedByOthers] = []
        for document in self.documents:
            speakers = self.edition.speaker_referents(document.id)
            attributions = {a.id: a for a in self.edition.attributions(document.id)}
            own = [a for a in attributions.values() if speakers.get(a.id) in self.referents and a.content]
            says += [self._said(a, document) for a in own]
            foreign = [s for s in self.edition.statements(document.id) if s.holder not in self.referents]
            about = [s for s in foreign if self.referents.intersection(s.referents)]
            said_of += [self._said_of(s, attributions, document) for s in about]
            dated += self._dated(document)
            for d in self.edition.designations(document.id):
                if self.mentions.intersection(d.mentions):
                    voice = d.attribution or ""
                    by = self._voice(speakers.get(voice), attributions.get(voice), document)
                    key = (" ".join(d.span.of(document.text).split()), by)
                    called[key] = called.get(key, 0) + 1
        return Person(
            self.entity,
            others,
            tuple(sorted(says, key=lambda s: (_in_time(s.when), s.path, s.spans))),
            tuple(sorted(said_of, key=lambda s: (_in_time(s.when), s.path, s.span))),
            tuple(Called(words, by, n) for (words, by), n in sorted(called.items(), key=lambda c: (-c[1], c[0]))),
            tuple(dated),
        )

    def _dated(self, document: Document) -> list[DatedByOthers]:
        placed = self.edition.placements(document.id)
        found = []
        for d in self.edition.dates(document.id) if placed else ():
            of_them = (s for s in self.edition.statements(document.id) if d.id in s.dates)
            if d.id in placed and any(self.referents.intersection((s.holder or "", *s.referents)) for s in of_them):
                by = placed[d.id]
                said = self.edition.paths[by.document], self._sentence(by.document, by.span)
                found.append(DatedByOthers(d.id, document.path, d.span.of(document.text), by.edtf, *said))
        return found

    def _sentence(self, document: str, span: Span) -> str:
        """The sentence around a span."""
        sentences = (s for p in self.edition.passages(document) for s in p.sentences or (p.span,))
        return next((s for s in sentences if s.contains(span)), span).of(self.edition.text(document))

    def _said(self, a: Attribution, document: Document) -> Said:
        words = " … ".join(span.of(document.text) for span in a.content)
        cue = " ".join(span.of(document.text) for span in a.cue)
        when = a.said or document.written
        return Said(a.id, document.id, document.path, when, a.kind, a.stance, a.content, words, a.type, cue)

    def _said_of(self, s: Statement, attributions: dict[str, Attribution], document: Document) -> SaidOf:
        innermost = attributions.get(s.attribution[-1]) if s.attribution else None
        by = self._voice(s.holder, innermost, document)
        return SaidOf(s.id, document.id, document.path, s.said or s.written, by, s.span, s.span.of(document.text))

    def _voice(self, referent: str | None, attribution: Attribution | None, document: Document) -> str:
        """Who speaks: the entity's name, else the words for the speaker, else the document itself."""
        entity = self.entity_of.get(referent or "")
        if entity in self.names:
            return self.names[entity]
        if attribution is not None and attribution.speaker:
            return " ".join(span.of(document.text) for span in attribution.speaker)
        return document.path if attribution is None else f"somebody in {document.path}"


def _in_time(when: str | None) -> tuple[bool, str]:
    """A key that puts EDTF dates in time, "[1911..]" and "1911~" with 1911, and what has no date last."""
    return when is None, (when or "").lstrip("[{./")
