"""From annotated passages to statements: who holds what, in the smallest clause that carries it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from gainsay.annotations.annotations import Annotations
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.manner import reports_a_clause
from gainsay.entities.entity import Resolution
from gainsay.passages.passage import Article, Layout, Passage
from gainsay.spans import Span, content_id
from gainsay.statements.clauses import clauses, has_verb
from gainsay.statements.polarity import (
    called_false,
    denied_before,
    denies_what_stood_before,
    hedged,
    polarity,
    unsaid_before,
)
from gainsay.statements.statement import Polarity, Statement
from gainsay.statements.terms import content_terms

# Notes hold references, tables hold cells, bylines hold names: none of them claims anything in a clause.
_SILENT_KINDS = frozenset({"note", "table", "byline", "boilerplate"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_EDGE = " \t\r\n\"'“”‘’«»‹›„‟`「」,;:—–-()[]?"
_DETERMINER = re.compile(
    r"\b(?:the|a|an|no|any|his|her|its|their|my|our|your|this|that)\s+(?:\w+\s+)?\w+$", re.IGNORECASE
)
# A conjunction left over where a clause was cut.
_DANGLING = re.compile(r"[,;]?\s+(?:and|but|or|nor|while|that)$")
_SAYING = re.compile(r"(?!accord)[a-z]+ing\b")
# What frames a quotation ("said Hale on Friday") claims nothing else unless this many content words remain.
FRAME_TERMS = 4
# Nobody reports a report of a report of a report for longer than that; a text that seems to is damaged or hostile.
DEEPEST = 8
# Quotation marks and the like that may stand before what is reported begins.
OPENING = 3
_NOT_ASSERTED = frozenset({"asks", "demands", "promises", "doubts"})

Item = TypeVar("Item")


class Located(Generic[Item]):
    """Items by their place, to be asked what lies within a span."""

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        pairs = sorted(((span_of(item), number, item) for number, item in enumerate(items)), key=lambda p: p[:2])
        self._starts = [span.start for span, _, _ in pairs]
        self._pairs = [(span, item) for span, _, item in pairs]

    def within(self, span: Span) -> list[Item]:
        """The items that lie wholly within `span`, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [item for place, item in self._pairs[first:last] if place.end <= span.end]


@dataclass(frozen=True, slots=True)
class _Voice:
    """One content span of an attribution, with the chain it ends."""

    span: Span
    attribution: Attribution


class _Voices:
    """Who speaks where. Asked from the beginning of the text to its end, it looks at each voice once."""

    def __init__(self, voiced: Sequence[Attribution], known: Mapping[str, Attribution]) -> None:
        self._known = known
        self._all = sorted((_Voice(span, a) for a in voiced for span in a.content), key=lambda v: v.span)
        self._edges = sorted({edge for voice in self._all for edge in voice.span})
        self._place = -1
        self._next = 0
        self._open: list[_Voice] = []
        self._depths: dict[str, int] = {}
        self._ranks: dict[str, tuple[int, int, str]] = {}

    def edges_in(self, span: Span) -> list[int]:
        """Where a voice begins or ends inside of `span`."""
        return self._edges[bisect_right(self._edges, span.start) : bisect_left(self._edges, span.end)]

    def at(self, place: int) -> list[Attribution]:
        """The attributions whose content holds this place."""
        if place < self._place:
            self._next, self._open = 0, []
        if place != self._place:
            first = self._next
            while self._next < len(self._all) and self._all[self._next].span.start <= place:
                self._next += 1
            self._open = [v for v in (*self._open, *self._all[first : self._next]) if v.span.end > place]
            self._place = place
        return [voice.attribution for voice in self._open]

    def outermost_first(self, chain: Sequence[Attribution]) -> list[Attribution]:
        """The chain by depth of parents, wider content first where parents are silent; its innermost `DEEPEST`."""
        unique = {a.id: a for a in chain}.values()
        return sorted(unique, key=self._rank)[-DEEPEST:]

    def _rank(self, attribution: Attribution) -> tuple[int, int, str]:
        rank = self._ranks.get(attribution.id)
        if rank is None:
            width = sum(span.length for span in attribution.content)
            rank = self._ranks[attribution.id] = self._depth(attribution), -width, attribution.id
        return rank

    def _depth(self, attribution: Attribution) -> int:
        path: list[str] = []
        one: str | None = attribution.id
        while one is not None and one in self._known and one not in self._depths:
            path.append(one)
            self._depths[one] = 0  # for now, lest two that name each other as parents be followed for ever
            one = self._known[one].parent
        depth = self._depths[one] + 1 if one is not None and one in self._depths else 0
        for number, member in enumerate(reversed(path)):
            self._depths[member] = depth + number
        return self._depths[attribution.id]


class _Maker:
    """Makes the statements of one document."""

    def __init__(self, layout: Layout, annotations: Annotations, resolution: Resolution) -> None:
        self.layout = layout
        self.text = layout.document.text
        self.speakers = resolution.speakers
        self.attributions = {a.id: a for a in annotations.attributions}
        # "The union blamed the owners" is one claim, the text's own: "the owners" alone claims nothing.
        voiced = [
            a
            for a in annotations.attributions
            if reports_a_clause(self.text, a) and not self._is_noun_with_infinitive(a)
        ]
        self.voices = _Voices(voiced, self.attributions)
        self.frames = Located((span for a in voiced for span in (*a.speaker, *a.cue)), lambda span: span)
        self.dates = Located(annotations.dates, lambda d: d.span)
        self.figures = Located(annotations.figures, lambda f: f.span)
        self.designations = Located(annotations.designations, lambda d: d.span)
        # Somebody who has no name ("we", "the strikers") is nobody that two documents could speak of.
        nameless = {m for r in resolution.referents if not r.names and r.type != "place" for m in r.mentions}
        spoken_of = (m for m in resolution.mentions if m.id not in nameless or not m.reason)
        self.mentions = Located(spoken_of, lambda m: m.span)
        self.referent_of = {mention: r.id for r in resolution.referents for mention in r.mentions}

    def _is_noun_with_infinitive(self, attribution: Attribution) -> bool:
        """Such as "no order to fire": what is ordered claims nothing apart from the clause that it stands in."""
        if len(attribution.content) != 1 or not attribution.cue:
            return False
        content, cue = attribution.content[0], attribution.cue[0]
        if not self.text.startswith("to ", content.start):
            return False
        # The determiner may stand in the cue or before it.
        return _DETERMINER.search(self.text, max(0, cue.start - 30), cue.end) is not None

    def statements(self) -> Iterator[Statement]:
        articles = {a.id: a for a in self.layout.articles}
        for passage in self.layout.passages:
            if passage.kind not in _SILENT_KINDS:
                for sentence in passage.sentences or (passage.span,):
                    yield from self._of_sentence(passage, articles[passage.article], sentence)

    def _of_sentence(self, passage: Passage, article: Article, sentence: Span) -> Iterator[Statement]:
        inner = self.voices.edges_in(sentence)
        voiced = bool(inner) or bool(self.voices.at(sentence.start))
        for start, end in pairwise((sentence.start, *inner, sentence.end)):
            segment = Span(start, end)
            chain = self.voices.at(start)
            framing = voiced and self._is_frame(segment)
            for clause in clauses(self.text, segment):
                statement = self._statement(passage, article, clause, chain, framing)
                if statement:
                    yield statement

    def _is_frame(self, segment: Span) -> bool:
        return bool(self.frames.within(segment))

    def _statement(
        self, passage: Passage, article: Article, clause: Span, chain: Sequence[Attribution], framing: bool
    ) -> Statement | None:
        span = _trim_edges(self.text, clause)
        if len(_WORD.findall(self.text, *span)) < 2:
            return None
        dates, figures, mentions = self.dates.within(span), self.figures.within(span), self.mentions.within(span)
        skip = [d.span for d in dates] + [f.span for f in figures] + [m.span for m in mentions if m.form == "name"]
        if framing:
            skip.extend(self.frames.within(span))
        terms = content_terms(self.text, span, tuple(skip))
        designations = self.designations.within(span)
        # Whoever introduces a speaker as "the dictator" says something, were it in the frame of a quotation.
        # So does whoever calls false what he reports ("Hale falsely claimed") or denies what stands before ("the
        # charges, which Hale denies").
        denying = framing and bool(called_false(self.text, span) or denies_what_stood_before(self.text, span))
        bare = framing and not designations and not self._says_more(span, terms, nested=bool(chain))
        if not denying and (bare or not (terms or figures or mentions)):
            return None
        ordered = self.voices.outermost_first(chain)
        innermost = ordered[-1] if ordered else None
        referents = dict.fromkeys(self.referent_of[m.id] for m in mentions if m.id in self.referent_of)
        return Statement(
            id=content_id("statement", passage.document, *span, *(a.id for a in ordered)),
            document=passage.document,
            passage=passage.id,
            article=article.id,
            span=span,
            attribution=tuple(a.id for a in ordered),
            holder=self.speakers.get(innermost.id) if innermost else None,
            polarity=_polarity(self.text, span, innermost),
            hedged=self._is_hedged(span, innermost),
            referents=tuple(referents),
            dates=tuple(d.id for d in dates),
            figures=tuple(f.id for f in figures),
            designations=tuple(d.id for d in designations),
            terms=terms,
            said=next((a.said for a in reversed(ordered) if a.said), None),
            written=article.written or self.layout.document.written,
        )

    def _says_more(self, span: Span, terms: Sequence[str], nested: bool) -> bool:
        """Whether a clause that introduces a quotation says something besides.

        Within somebody's words ("We gave nothing, whatever the papers say …") the rest of the clause is said as well.
        """
        if len(terms) >= FRAME_TERMS:
            return True
        if terms and self._goes_on_saying(span):
            return True
        words = len(_WORD.findall(self.text, *span))
        framing = sum(len(_WORD.findall(self.text, *frame)) for frame in self.frames.within(span))
        return nested and bool(terms) and words - framing >= FRAME_TERMS

    def _goes_on_saying(self, span: Span) -> bool:
        """Whether a clause of its own stands before what introduces the quotation ("Lind resigned, saying …")."""
        saying = next((f for f in self.frames.within(span) if _SAYING.match(self.text, *f)), None)
        if saying is None or not self.text[span.start : saying.start].rstrip().endswith(","):
            return False
        return has_verb(self.text, Span(span.start, saying.start))

    def _is_hedged(self, span: Span, innermost: Attribution | None) -> bool:
        """Not asserted outright: hedged in its words, asked, or demanded, promised or doubted by its speaker."""
        asked = self.text[span.end : span.end + 2].lstrip().startswith("?")
        if asked or hedged(self.text, span) or innermost is None:
            return asked or hedged(self.text, span)
        return innermost.stance in _NOT_ASSERTED or (_opens(span, innermost) and unsaid_before(self.text, span.start))


def _polarity(text: str, span: Span, innermost: Attribution | None) -> Polarity:
    """What the holder holds: the content of a denial is denied even where its own words affirm."""
    if innermost is not None and (
        innermost.stance == "denies" or (_opens(span, innermost) and denied_before(text, span.start))
    ):
        return "denies"
    return polarity(text, span)


def _opens(span: Span, attribution: Attribution) -> bool:
    """Whether a clause opens what is reported, so that the words before it frame it."""
    before = bisect_right(attribution.content, span.start, key=lambda content: content.start)
    return before > 0 and span.start <= attribution.content[before - 1].start + OPENING


def _trim_edges(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    dangling = _DANGLING.search(text, max(start, end - 12), end)
    return Span(start, dangling.start() if dangling else end)


def make_statements(layout: Layout, annotations: Annotations, resolution: Resolution) -> list[Statement]:
    """The statements of one document, in text order.

    Clauses are cut where an attribution's content begins or ends, so that no statement mixes two voices. A clause that
    only introduces a quotation ("said Hale on Friday") is none.
    """
    return list(_Maker(layout, annotations, resolution).statements())
