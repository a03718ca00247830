"""The words of a statement that answer a question: the figure, the date, or who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gainsay.annotations.mentions import Mention
from gainsay.edition.edition import Edition
from gainsay.edition.kindred import kindred
from gainsay.edition.question import Question
from gainsay.entities.folding import fold
from gainsay.spans import Span, cover
from gainsay.statements.statement import Statement
from gainsay.statements.terms import stem

LASTING = frozenset("years months weeks days hours minutes seconds long".split())
"""Units of what lasts: nobody dies in the number of forty years, unless a question asks how long."""

_WORD = re.compile(r"[^\W\d_]+")
_BY = re.compile(r"\s+(?:\w+\s+){0,6}?by\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_AGENT = re.compile(
    r"[^,;.:()]{2,60}?(?=\s+(?:in|on|at|during|after|before|for|to|with|and|who|which|when|as)\b|\s*[,;.:()]|\s*$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\W*(?:(?:has|have|had|then|also|only|later|first|finally|\w+ly)\W+){0,3}", re.IGNORECASE)
"""What may stand between a doer and what he did."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """What of one document may answer a question."""

    asked: Question
    text: str
    spans: Mapping[str, Span]
    mentions: Sequence[Mention]

    @classmethod
    def of(cls, edition: Edition, asked: Question, document: str) -> Pointer:
        """The figures, dates and names of a document, as far as the question asks for them."""
        spans: dict[str, Span] = {}
        if "figure" in asked.wanted:
            asks_time = bool(LASTING.intersection(word.lower() for word in asked.words))
            counts = (f for f in edition.figures(document) if asks_time or f.unit not in LASTING)
            spans |= {f.id: cover([f.span, f.counted_span or f.span]) for f in counts}
        if "date" in asked.wanted:
            spans |= {d.id: d.span for d in edition.dates(document)}
        mentions = edition.mentions(document) if "doer" in asked.wanted else []
        return cls(asked, edition.text(document), spans, [m for m in mentions if m.form in ("name", "nominal")])

    def points(self, s: Statement) -> tuple[Span, ...]:
        """The words of a statement that answer, in order, none within another."""
        kinds = (
            *(s.figures if "figure" in self.asked.wanted else ()),
            *(s.dates if "date" in self.asked.wanted else ()),
        )
        found = [self.spans[k] for k in kinds if k in self.spans]
        if "doer" in self.asked.wanted:
            found += self._doers(s.span)
        kept: list[Span] = []
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if s.span.contains(span) and (not kept or span.start >= kept[-1].end):
                kept.append(span)
        return tuple(kept)

    def _doers(self, clause: Span) -> Iterator[Span]:
        """Who did what the question names: "by" whom after the verb, else who stands right before it."""
        asked = {one.name for one in self.asked.names}
        inside = [m.span for m in self.mentions if clause.contains(m.span) and fold(m.span.of(self.text)) not in asked]
        asked_of = (self.asked.deed.verb,) if self.asked.deed else self.asked.stems
        verbs = {v for one in asked_of for v in (one, *kindred(one))}
        for word in _WORD.finditer(self.text, *clause):
            if stem(word.group().lower()) not in verbs:
                continue
            by = _BY.match(self.text, word.end(), clause.end)
            after = [m for m in inside if by and by.start() < m.start <= by.end() < m.end]
            if by and not after and (agent := _AGENT.match(self.text, by.end(), clause.end)):
                after = [Span(*agent.span())]
            before = [m for m in inside if m.end < word.start() and self._touch(m.end, word.start())]
            yield from after[:1] or (before[-1:] if not by else ())

    def _touch(self, end: int, start: int) -> bool:
        match = _BEFORE.match(self.text, end, start)
        return match is not None and match.end() == start
