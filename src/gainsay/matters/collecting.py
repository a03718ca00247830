"""From the statements of one document to what of them can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.citations import Citation
from gainsay.annotations.designations.calling import naming_verb, stands_before
from gainsay.annotations.figures import Figure
from gainsay.dependence.classify import credited_agencies
from gainsay.dependence.witnesses import speaks_first_hand
from gainsay.entities.entity import Resolution
from gainsay.matters.clauses.pleading import Pleadings
from gainsay.matters.clauses.rebuttal import rebuttals
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.counted import category
from gainsay.matters.opinions.find import Opinions
from gainsay.matters.tolls import mark_tolls
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id, cover
from gainsay.statements.clauses import has_verb
from gainsay.statements.making import Located
from gainsay.statements.polarity import bears_on_verb, negations
from gainsay.statements.statement import Statement
from gainsay.statements.terms import content_terms, stem, weight

# A clause that weighs less says too little to be recognised elsewhere.
LEAST_WEIGHT = 4.0

# Words that make a figure part of another ("another 40", "12 of them", "five each"): never the whole that others
# count. A poll's margin of error is no count of anything either.
_PART_BEFORE = re.compile(
    r"\b(?:another|other|further|additional|remaining|rest|including|extra|last|first|next)\s+\W*$"
)
_PART_AFTER = re.compile(
    r"^\W*(?:more\b|others?\b|each\b|of\s+(?:them|whom|these|those|(?:the|its|his|her|their)\s+\d)|per\b|apiece\b|"
    r"additional\b|further\b)"
)


# A crowd is counted as those who came, even where it is told that it attacked.
_CROWDS = frozenset("crowd mob throng demonstrator protester marcher".split())
_CROWD_OF = re.compile(r"\b(?:crowd|mob|throng|gathering|march|demonstration|rally) of (?:\w+ ){0,2}$")
_CROWD_REACH = 40

_NAMED_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)
# Words that put an event in the calendar; "now" and "previously" do not.
_IN_CALENDAR = re.compile(
    rf"\d|{_NAMED_DAY.pattern}|\b(?:Christmas|Easter|yesterday|tomorrow|last\s+(?:week|month|year)"
    r"|(?:days?|weeks?|months?|years?)\s+ago)\b"
)

# A time told by what went on then.
_ERA = re.compile(
    r"\b(?:during|before|after)\s+the\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:War|Revolution|Uprising|Occupation)\b"
)

# A negation bears on the verb and its object, which stand within so many characters.
NEGATION_REACH = 60
# To think not is to think that not.
_THOUGHT = frozenset((stem(verb),) for verb in ("believe", "think", "suppose", "imagine", "expect", "feel"))
_PAUSE = re.compile(r"[.;:!?\n,]")
_LAST_WORD = re.compile(r"\w+\s+$")
CONTEXT_TERMS = 8
CITED = 300  # characters around a clause in which what its note stands for begins and ends: a sentence or two


_ACT = re.compile(
    r"(?:having\s|\w{3,}ing\s"
    r"|(?:any|all|the|an?|his|her|their|its)\s+(?:\w+\s+)?(?:claim|allegation|charge|role|part|report)s?\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\bden(?:y|ies|ied|ying)\s+(?:any|all|that|having|\w+ing)\b")
_SAID = re.compile(
    r"that\s|(?:\w+[’']s?\s+)?(?:(?:any|all|the|an?|his|her|their|its|those|these|such|as)\s+)?(?:\w+\s+){0,2}"
    r"(?:claim|allegation|accusation|charge|suggestion|report|notion|idea|assertion|statement|rumou?r|theor(?:y|ies)"
    r"|argument|insinuation|version|account|description|false|untrue)s?\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject|refut|rebut|disput|dismiss|contradict|repudiat|disavow|disown|debunk|gainsa)",
    re.IGNORECASE,
)


def _cited(citations: Sequence[Citation]) -> list[tuple[Span, str]]:
    """What notes and references stand for, each with the work in the words of its first note (*ibid.* has none)."""
    named: dict[str, str] = {}
    for c in citations:
        if c.work and (c.author or c.title):
            named.setdefault(c.work, ", ".join(filter(None, (c.author, c.title))))
    return [(c.supports, named[c.work]) for c in citations if c.supports and c.work in named]


class _Collector:
    def __init__(self, layout: Layout, annotations: Annotations, resolution: Resolution) -> None:
        self.text = layout.document.text
        self.agencies = tuple(sorted(credited_agencies(layout.document)))
        self.attributions = {a.id: a for a in annotations.attributions}
        self.figures = {f.id: f for f in annotations.figures}
        self.dates = {d.id: d for d in annotations.dates}
        self.designations = {d.id: d for d in annotations.designations}
        self.speakers = resolution.speakers
        self.referent_of = {mention: r.id for r in resolution.referents for mention in r.mentions}
        self.cited = Located(_cited(annotations.citations), lambda pair: pair[0])
        self.mentions = Located((m for m in resolution.mentions if m.id in self.referent_of), lambda m: m.span)
        self.opinions = Opinions(self.text, self.mentions, self.referent_of)
        self.pleadings = Pleadings(self.text, self.mentions, self.referent_of)

    def of(self, statement: Statement, near: Sequence[Statement], kept: bool = False) -> Iterator[Comparable]:
        """What of a statement can be compared; its claim as a whole if it says enough, or is to be `kept` anyway."""
        claim = self._claim(statement, near)
        if kept or claim.accused or sum(weight(t) for t in claim.terms) >= LEAST_WEIGHT:
            yield claim
        for figure in (self.figures[f] for f in statement.figures):
            # A lone zero is what is left of a number torn apart ("13 000").
            if figure.value not in (None, 0) and (figure.head or figure.unit):
                yield self._figure(claim, figure)
        told = [self.dates[d] for d in statement.dates if self.dates[d].kind in ("point", "range")]
        if len(told) == 1 and _IN_CALENDAR.search(told[0].span.of(self.text)):
            named = _NAMED_DAY.search(told[0].span.of(self.text))
            yield replace(self._part(claim, "date", told[0].span), head=named.group().lower() if named else None)
        elif not told and (era := _ERA.search(self.text, *statement.span)):
            yield replace(self._part(claim, "date", Span(*era.span())), when=None)
        for designation in (self.designations[d] for d in statement.designations):
            yield from self._labels(claim, designation.id)
        innermost = self.attributions[statement.attribution[-1]] if statement.attribution else None
        yield from self.opinions.of(claim, *((innermost.cue, innermost.speaker) if innermost else ((), ())))

    def _claim(self, statement: Statement, near: Sequence[Statement]) -> Comparable:
        dated = [self.dates[d] for d in statement.dates if self.dates[d].edtf]
        innermost = self.attributions[statement.attribution[-1]] if statement.attribution else None
        cues = [cue for a in statement.attribution for cue in self.attributions[a].cue]
        denies = innermost is not None and innermost.stance == "denies"
        pleading = self.pleadings.of(statement.span, cues, denies, statement.holder)
        return Comparable(
            id=content_id("claim", statement.id),
            kind="claim",
            statement=statement.id,
            document=statement.document,
            span=statement.span,
            value_span=statement.span,
            position=statement.span.of(self.text),
            voices=tuple(self.speakers.get(a, "") for a in statement.attribution),
            explicit_denial=self._denies(statement, innermost),
            first_hand=speaks_first_hand(statement.span.of(self.text)),
            polarity=statement.polarity,
            hedged=statement.hedged,
            terms=tuple(dict.fromkeys(statement.terms)),
            referents=statement.referents,
            when=dated[0].edtf if len(dated) == 1 else None,
            said=statement.said,
            written=statement.written,
            context=_context(statement, near),
            negated=self._negated(statement, innermost),
            sources=self._cited(statement) if statement.attribution else self.agencies,
            accused=pleading.accused if pleading else None,
            pleads=pleading is not None and pleading.pleads,
        )

    def _cited(self, statement: Statement) -> tuple[str, ...]:
        """The work that the note of a quotation gives, where the text names nobody who says it."""
        chain = [self.attributions[a] for a in statement.attribution]
        if any(self.speakers.get(a.id) for a in chain) or chain[-1].kind == "indirect":
            return ()
        start, end = statement.span
        near = self.cited.within(Span(max(0, start - CITED), end + CITED))
        held = [(place.end, work) for place, work in near if place.overlaps(statement.span) and place.end >= end]
        return (min(held)[1],) if held else ()

    def _denies(self, statement: Statement, innermost: Attribution | None) -> bool:
        """Whether the words themselves say that something is not so.

        To refuse or to fail is no denial, and what is denied must be something that can be so: a clause ("that shots
        were fired"), an act ("firing first"), not a thing ("the licence").
        """
        content = statement.span
        if innermost is None or innermost.stance != "denies":
            return statement.polarity == "denies" and _DENIED.search(self.text, *content) is not None
        cues = [match.group().lower() for c in innermost.cue if (match := _DENIAL.search(c.of(self.text)))]
        if not any(cue.startswith("den") for cue in cues):
            # A person, a bill or a request is rejected too: only what was said can be denied.
            return bool(cues) and _SAID.match(self.text, *content) is not None
        return has_verb(self.text, content) or _ACT.match(self.text, *content) is not None

    def _negated(self, statement: Statement, innermost: Attribution | None) -> tuple[str, ...]:
        """The content words that a negation bears on: the first two after it, or of what its cue denies ("denied
        arson").
        """
        if innermost is not None and innermost.stance == "denies":
            return statement.terms[:2] if any(_DENIAL.search(c.of(self.text)) for c in innermost.cue) else ()
        found = [n for n in negations(self.text, statement.span) if bears_on_verb(self.text, n)]
        if not found:
            return ()
        end = min(statement.span.end, found[0].end + NEGATION_REACH)
        stop = _PAUSE.search(self.text, found[0].end, end)
        after = content_terms(self.text, Span(found[0].end, stop.start() if stop else end))
        if found[0].of(self.text).lower() != "no":
            # "I don't believe he met them" denies that he met them.
            return after[1:3] if after[:1] in _THOUGHT and len(after) > 1 else after[:2]
        # "needed no further tests" denies a need, not the tests: the verb stands before.
        before = _LAST_WORD.search(self.text, max(statement.span.start, found[0].start - 40), found[0].start)
        verb = content_terms(self.text, Span(*before.span())) if before else ()
        return (*verb, *after)[:2]

    def _part(self, claim: Comparable, kind: str, value: Span) -> Comparable:
        return replace(
            claim,
            id=content_id(kind, claim.statement, *value),
            kind=kind,  # type: ignore[arg-type]
            value_span=value,
            position=value.of(self.text),
            clause=claim.position,
        )

    def _figure(self, claim: Comparable, figure: Figure) -> Comparable:
        span = cover([figure.span, figure.counted_span]) if figure.counted_span else figure.span
        before = self.text[max(claim.span.start, figure.span.start - 30) : figure.span.start]
        after = self.text[figure.span.end : figure.span.end + 20]
        # "96 were killed": persons.
        counted = figure.head or ("person" if figure.unit == "persons" else None)
        head = stem(counted) if counted else None
        return replace(
            self._part(claim, "figure", span),
            terms=tuple(t for t in claim.terms if t != head),
            value=figure.value,
            qualifier=figure.qualifier,
            unit=figure.unit,
            head=counted,
            action="gather" if _is_crowd(figure, self.text) else figure.action,
            part=bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after) or "margin of" in claim.position),
        )

    def _labels(self, claim: Comparable, designation_id: str) -> Iterator[Comparable]:
        designation = self.designations[designation_id]
        mentions = designation.mentions if designation.act else designation.called
        named = tuple(dict.fromkeys(self.referent_of[m] for m in mentions if m in self.referent_of))
        if designation.act or len(named) == 1:
            yield replace(
                self._part(claim, "label", designation.span),
                voices=(*claim.voices, *self._namers(claim, mentions)),
                referents=named,
                act=designation.act,
                charge=designation.charge,
                head=designation.head,
            )

    def _namers(self, claim: Comparable, called: Sequence[str]) -> tuple[str, ...]:
        """Who calls one so, where the clause says it by a verb of naming ("Holt called Brandt a traitor")."""
        for mention in (m for m in self.mentions.within(claim.span) if m.id in called):
            verb = naming_verb(self.text, mention.span.start)
            before = self.mentions.within(Span(claim.span.start, verb.start)) if verb else []
            if verb and before and stands_before(self.text, before[-1].span.end, verb):
                return (self.referent_of[before[-1].id],)
        return ()


def _is_crowd(figure: Figure, text: str) -> bool:
    """Whether those counted are told as a crowd, whatever it did."""
    before = text[max(figure.span.start - _CROWD_REACH, 0) : figure.span.start]
    told = figure.head in _CROWDS or _CROWD_OF.search(before) is not None
    return told and figure.unit == "persons" and category(figure.action) is None


def _context(statement: Statement, near: Sequence[Statement]) -> tuple[str, ...]:
    """The most telling words of the clauses around."""
    own = set(statement.terms)
    words = dict.fromkeys(term for s in near for term in s.terms if term not in own)
    return tuple(sorted(words, key=lambda term: (-weight(term), term))[:CONTEXT_TERMS])


def collect(
    layout: Layout, annotations: Annotations, resolution: Resolution, statements: Sequence[Statement]
) -> list[Comparable]:
    """What of a document's statements can be compared: claims, figures, dates and designations, in text order."""
    collector = _Collector(layout, annotations, resolution)
    linked = list(rebuttals(layout.document.text, statements, collector.attributions))
    touched = {s.id for r in linked for s in (r.denial, r.denied)}
    found: list[Comparable] = []
    for number, statement in enumerate(statements):
        around = (*statements[max(0, number - 1) : number], *statements[number + 1 : number + 2])
        near = [s for s in around if s.article == statement.article]
        found.extend(collector.of(statement, near, statement.id in touched))
    return _linked(mark_tolls(found), {r.denial.id: r.denied.id for r in linked})


def _linked(found: list[Comparable], answers: Mapping[str, str]) -> list[Comparable]:
    """The comparables, with the claims that rebut and those that are rebutted marked as such."""
    answered = set(answers.values())
    touched = answered | answers.keys()
    return [
        replace(c, answers=answers.get(c.statement), answered=c.statement in answered)
        if c.kind == "claim" and c.statement in touched
        else c
        for c in found
    ]
