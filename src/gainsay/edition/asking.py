"""Questions to an edition: the matters and statements that bear on them, or that nothing does."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from gainsay.annotations.attributions.attribution import Stance
from gainsay.dependence.classify import SET_PHRASE
from gainsay.dependence.dependence import Dependence
from gainsay.edition.edition import Edition
from gainsay.edition.kindred import kindred
from gainsay.edition.meeting import Place, clause_of, share, stems_of
from gainsay.edition.namings import Named, namings
from gainsay.edition.pointing import Pointer
from gainsay.edition.question import Question, Sought, Wanted
from gainsay.edition.quotations import Quotation, quotations
from gainsay.edition.sayings import About, Saying, Turn, sayings
from gainsay.edition.voices import Voices
from gainsay.entities.folding import fold
from gainsay.matters.matter import DISPUTED, Facet, Matter
from gainsay.passages.passage import PassageKind
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import stem
from gainsay.store import schema
from gainsay.store.search import find_words

CANDIDATES = 150  # passages looked at: many more than shown, for the best statement may stand in a middling one
NEXT = 0.75  # of the best share: what meets much less of a question is there only to fill the list
NAMED = 3  # lists of names that are shown: a question is about one or two
_OFF: dict[Wanted, tuple[Facet, ...]] = {
    "figure": ("label", "evaluation", "date"),
    "date": ("label", "evaluation", "figure"),
}
"""What a matter may be about that tells nothing of how many, or of when."""
TITLES: tuple[PassageKind, ...] = ("heading", "byline", "boilerplate")
"""What names a text or a part of it tells nothing by itself: the text below does."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """A statement that bears on the question: where it stands, its words; `share` of the question that it meets.

    `by` names who holds it, None for the document's own voice; `through` those who pass it on, outermost first; `when`
    is EDTF: of the saying, else of the writing. `stance` says how it is put: somebody may deny the words. `points` are
    those that answer: the figure for "how many", the date for "when", the doer for "who". `again` counts further
    places, of those looked at, that have it in the same words.
    """

    statement: str
    document: str
    path: str
    span: Span
    words: str
    by: str | None
    share: float
    through: tuple[str, ...] = ()
    when: str | None = None
    again: int = 0
    stance: Stance = "asserts"
    points: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two documents that share words: how many stretches and words, and what the longest shows."""

    a: str
    b: str
    stretches: int
    words: int
    kind: str
    direction: str
    reason: str
    dependence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an edition has on a question. With `abstains` it says why there is nothing.

    `named` answers who calls whom what; `sayings`, with `turns`, how a speaker's words changed; `ties` which of the
    documents asked about depend on each other, and `asked` which those are; `quotations`, where it asks who was there,
    those that leave out on whose word something is.
    """

    question: str
    matters: tuple[Matter, ...] = ()
    statements: tuple[Bearing, ...] = ()
    abstains: str | None = None
    named: tuple[Named, ...] = ()
    sayings: tuple[Saying, ...] = ()
    turns: tuple[Turn, ...] = ()
    ties: tuple[Tie, ...] = ()
    asked: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()


def ask(edition: Edition, question: str, limit: int = 10) -> Answer:
    """The matters and statements that bear on a question, best first; and, where it asks for them, names, changes or
    what documents share.

    A statement bears on it when it shares half of what the question says, rare words weighing most. The edition does
    not answer: it shows who says what. Where nothing bears on the question, it says so.
    """
    asked = Question.of(edition, question)
    answer = Answer(question)
    if "origin" in asked.wanted:
        return _about_origins(edition, answer, asked)
    if not asked.weight:
        return replace(answer, abstains="The question holds no word to look for. Name somebody, something or a date.")
    if "naming" in asked.wanted:
        answer = replace(answer, named=tuple(_named(edition, asked)))
    if "change" in asked.wanted and asked.names:
        said, turns = _said(edition, asked.names)
        answer = replace(answer, sayings=said, turns=turns)
    bearing = _bearings(edition, asked) or _bearings(edition, asked, strict=False)
    if not (bearing or answer.named or answer.sayings):
        return replace(answer, abstains=f"Nothing in {edition.path.name} bears on this.")
    matters = tuple(_matters(edition, asked, bearing, bool(answer.sayings)))[:limit]
    if answer.sayings:
        bearing = []  # what else stands somewhere does not tell how one speaker's words changed
    if "witness" in asked.wanted:
        answer = replace(answer, quotations=tuple(_out_of_frame(edition, bearing)))
    return replace(answer, matters=matters, statements=tuple(_varied(_apart(bearing))[:limit]))


def _matters(edition: Edition, asked: Question, bearing: Sequence[Bearing], of_change: bool) -> Iterator[Matter]:
    """The matters that hold what bears on the question, the closest first, what is unsure last: of the kind that is
    asked for, and where it asks for changes, disputes alone.
    """
    shares = {b.statement: b.share for b in bearing}
    other = frozenset(f for wanted, facets in _OFF.items() if wanted in asked.wanted for f in facets)
    ranked = []
    for matter in edition.matters():
        best = max((shares.get(s, 0.0) for side in matter.sides for s in side.statements), default=0.0)
        if best and matter.facet not in other and (matter.verdict in DISPUTED or not of_change):
            ranked.append((matter.verdict == "unsure", -best, -matter.score, matter.id, matter))
    yield from (matter for *_, matter in sorted(ranked))


def _bearings(edition: Edition, asked: Question, strict: bool = True) -> list[Bearing]:
    parts = [word for one in asked.names for word in one.name.split()]
    names = {e.id: e.names for e in edition.entities()}
    others = [n for one in asked.names for e in sorted(one.entities) for n in names.get(e, ())]
    stems = [*asked.stems, *(k for stem in asked.stems for k in sorted(kindred(stem)))]
    stems += asked.doctrines.values()
    c = schema.passages.c
    with edition.store.begin() as connection:
        ranked = find_words(connection, [*asked.words, *parts, *others], CANDIDATES, every=False, beginnings=stems)
        numbers = [number for number, _ in ranked]
        rows = connection.execute(
            select(c.id, c.document, c.start, c.end).where(c.number.in_(numbers), c.kind.not_in(TITLES))
        ).all()
    passages: dict[str, dict[str, Span]] = defaultdict(dict)
    for row in rows:
        passages[row.document][row.id] = Span(row.start, row.end)
    voices = Voices(edition)
    look = _Look(edition, voices, asked, strict)
    found = [b for d in edition.paths if d in passages for b in look.document(d, passages[d])]
    enough = NEXT * max((b.share for b in found), default=0.0)
    return sorted((b for b in found if b.share >= enough), key=lambda b: (-b.share, b.path, b.span))


@dataclass(frozen=True, slots=True)
class _Look:
    """A look through documents for what bears on a question."""

    edition: Edition
    voices: Voices
    asked: Question
    strict: bool

    def document(self, document: str, passages: dict[str, Span]) -> Iterator[Bearing]:
        """What of these passages bears on it."""
        text = self.edition.text(document)
        folded = clause_of(text) if self.asked.names else ""
        around = {passage: clause_of(span.of(text)) for passage, span in passages.items()}
        stems = {passage: stems_of(words) for passage, words in around.items()}
        edtf = {d.id: d.edtf for d in self.edition.dates(document) if d.edtf}
        pointer = Pointer.of(self.edition, self.asked, document)
        for s in self.edition.statements_in(document, passages):
            dates = tuple(edtf[d] for d in s.dates if d in edtf)
            clause, told = clause_of(s.span.of(text)), s.said or s.written
            place = Place(clause, around[s.passage], folded, dates, told, stems[s.passage], frozenset(pointer.spans))
            # What somebody says bears on a question about them, though their name stands before it.
            met = share(self.asked, s, self.voices.entity(s.holder), place, strict=self.strict)
            if met:
                yield replace(self._bearing(s, text, round(met, 4)), points=pointer.points(s))

    def _bearing(self, s: Statement, text: str, met: float) -> Bearing:
        chain = self.voices.chain(s)[1:]
        by = chain[-1].name if chain else None
        through = tuple(voice.name for voice in chain[:-1])
        stance = self.voices.stance(s.document, s.attribution[-1]) if s.attribution else "asserts"
        where = s.id, s.document, self.edition.paths[s.document], s.span, s.span.of(text)
        return Bearing(*where, by, met, through, s.said or s.written, stance=stance)


def _apart(bearing: Sequence[Bearing]) -> list[Bearing]:
    """What stands in the same words twice counts once: the first is shown, and how often it stands elsewhere."""
    kept: dict[str, Bearing] = {}
    for b in bearing:
        key = fold(b.words)
        known = kept.get(key)
        kept[key] = b if known is None else replace(known, again=known.again + 1)
    return list(kept.values())


def _varied(bearing: Sequence[Bearing]) -> list[Bearing]:
    """Of those that bear nearly as much, one of each voice before a second of any: a reader wants the positions."""
    spoken: Counter[tuple[int, str, str | None]] = Counter()
    ranked = []
    for k, b in enumerate(bearing):
        step = round(10 * b.share)
        voice = step, b.document, b.by
        ranked.append(((-step, spoken[voice], k), b))
        spoken[voice] += 1
    return [b for _, b in sorted(ranked, key=lambda r: r[0])]


def _out_of_frame(edition: Edition, bearing: Sequence[Bearing]) -> Iterator[Quotation]:
    """The quotations of what bears on the question that drop on whose word it is, or have another speaker."""
    for quotation in quotations(edition):
        versions = (quotation.quoting, quotation.against)
        if not {"frame-dropped", "wrong-speaker"}.isdisjoint(quotation.findings) and any(
            b.document == v.document and any(b.span.overlaps(s) for s in v.spans) for b in bearing for v in versions
        ):
            yield quotation


def _named(edition: Edition, asked: Question) -> Iterator[Named]:
    """The parties and acts that the question names, by the kind of act where it says one."""
    from gainsay.annotations.designations.lexicon import ACT_NOUNS, ACT_VERBS

    words = [w.lower() for w in asked.words]
    kinds = {act.kind for w in words if (act := ACT_NOUNS.get(w) or ACT_VERBS.get(w))}
    meant = frozenset(e for one in asked.names for e in one.entities)
    shown = 0
    for named in namings(edition):
        right_kind = named.act.partition("|")[0] in kinds if kinds else named.kind == "party"
        concerned = meant.intersection(named.entities) if asked.names else bool(kinds) or _is_called(named, asked)
        if right_kind and concerned and shown < NAMED:
            shown += 1
            yield named


def _is_called(named: Named, asked: Question) -> bool:
    """Whether a noun of the question is chosen for them."""
    return any(stem(n.head) in asked.stems for n in named.namings)


def _said(edition: Edition, names: Sequence[Sought]) -> tuple[tuple[Saying, ...], tuple[Turn, ...]]:
    """What the first of the names that speaks says of the others."""
    for speaker in names:
        others = [one for one in names if one is not speaker]
        about = About(tuple(o.name for o in others), frozenset(r for o in others for r in o.referents))
        if others and (found := sayings(edition, speaker.entities, about))[0]:
            return found
    return (), ()


def _says_nothing(d: Dependence) -> bool:
    """What a document repeats itself, and a run so short that it may be a set phrase."""
    return d.kind == "repeats" or (d.kind == "copies" and d.words < SET_PHRASE)


def _about_origins(edition: Edition, answer: Answer, asked: Question) -> Answer:
    """What the documents asked about share, pair by pair, the most first; nothing shared shows nothing."""
    documents = asked.documents or tuple(edition.paths)
    if len(documents) < 2:
        return replace(answer, abstains="It takes two documents to depend on each other.")
    between: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
    for d in edition.dependences():
        if not _says_nothing(d) and d.a.document in documents and d.b.document in documents:
            between[d.a.document, d.b.document].append(d)
    ties = []
    for (a, b), found in sorted(between.items()):
        lead = max(found, key=lambda d: (d.words, d.id))
        words = sum(d.words for d in found)
        reach = edition.paths[a], edition.paths[b], len(found), words
        ties.append(Tie(*reach, lead.kind, lead.direction, lead.reason, lead.id))
    ties.sort(key=lambda t: (-t.words, t.a, t.b))
    return replace(answer, ties=tuple(ties), asked=tuple(edition.paths[d] for d in documents))
