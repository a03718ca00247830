"""What a statement praises or blames, wants or doubts, and gives as a reason: its appraisals, stances and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gainsay.annotations.mentions.mention import Mention
from gainsay.matters.comparable import Comparable
from gainsay.matters.opinions.appraisal import appraisals
from gainsay.matters.opinions.partisans import partisan
from gainsay.matters.opinions.reasons import reasons, sentence_start
from gainsay.matters.opinions.stances import PRONOUNS, stances
from gainsay.spans import Span, content_id, cover
from gainsay.statements.making import Located
from gainsay.statements.terms import content_terms

CUED = 80
"""Characters before a clause in which the words that report it begin."""

COMMENTED = 100
"""Characters behind a clause in which its purpose may be called another."""

SHOWN = frozenset("this that".split())
"""Pronouns for the whole of what has just been told, more often than for one thing in it."""

RECALLED = 200
"""Characters back in which what a pronoun after a stance stands for has been judged."""


class Opinions:
    """Reads them off the statements of one document, in text order: a pronoun may point at what was judged before."""

    def __init__(self, text: str, mentions: Located[Mention], referent_of: Mapping[str, str]) -> None:
        self._text = text
        self._mentions = mentions
        self._referent_of = referent_of
        self._judged: Comparable | None = None

    def of(self, claim: Comparable, cue: Sequence[Span], speaker: Sequence[Span] = ()) -> Iterator[Comparable]:
        """The comparables of one statement, given as a claim, with the cue that reports it and the words for who says
        it."""
        for made in (*self._appraisals(claim), *self._stances(claim, cue), *self._partisans(claim, speaker)):
            self._judged = made if made.terms else self._judged
            yield made
        yield from self._reasons(claim)

    def _appraisals(self, claim: Comparable) -> Iterator[Comparable]:
        for found in appraisals(self._text, claim.span):
            terms, referents = self._told(found.target)
            if terms or referents:
                yield replace(
                    self._part(claim, cover([found.target, found.span]), terms, referents),
                    voices=self._judges(claim, found.judge),
                    charge=found.charge,
                    head=found.word,
                )

    def _stances(self, claim: Comparable, cue: Sequence[Span]) -> Iterator[Comparable]:
        # The words before a clause that report it may take the stand ("doubts that | it holds").
        before = [c for c in cue if 0 < claim.span.start - c.start <= CUED]
        for found in stances(self._text, cover([claim.span, *before])):
            terms, referents = self._told(found.target)
            if (terms or referents) and claim.span.contains(found.target):
                start = max(claim.span.start, min(found.span.start, found.target.start))
                place = Span(start, max(found.span.end, found.target.end))
                yield replace(
                    self._part(claim, place, terms, referents, found.family),
                    voices=self._judges(claim, found.judge),
                    charge=found.charge,
                    head=found.word,
                    action=found.act,
                )

    def _partisans(self, claim: Comparable, speaker: Sequence[Span]) -> Iterator[Comparable]:
        """What those say who are called by the side they take ("critics of the ferry law say")."""
        for span in speaker:
            side = partisan(self._text, span, claim.span)
            if side is not None:
                terms, referents = self._thing(side.target)
                if terms and claim.polarity == "affirms" and not claim.explicit_denial:
                    made = self._part(claim, claim.span, terms, referents)
                    yield replace(made, charge=side.charge, head=side.word)
                return

    def _reasons(self, claim: Comparable) -> Iterator[Comparable]:
        start = sentence_start(self._text, claim.span.start)
        for found in reasons(self._text, Span(start, min(claim.span.end + COMMENTED, len(self._text)))):
            terms, referents = self._thing(found.target)
            place = Span(found.reason.start, min(found.reason.end, claim.span.end))
            if (terms or referents) and claim.span.start <= place.start < place.end:
                made = self._part(claim, place, terms, referents, found.kind)
                yield replace(made, head=found.word, action=found.act, context=content_terms(self._text, place))

    def _told(self, target: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a phrase names, or what was judged before that a pronoun stands for."""
        word = target.of(self._text).lower().replace("’", "'").partition("'")[0]
        if word not in PRONOUNS:
            return self._thing(target)
        found = self._judged_before(target) if word not in SHOWN else ((), ())
        return found if any(found) or word not in SHOWN else (("this",), ())

    def _thing(self, target: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The stems of what is judged, without names, and whom it names."""
        named = self._mentions.within(target)
        names = tuple(m.span for m in named if m.form in ("name", "adjective"))
        return content_terms(self._text, target, names), tuple(dict.fromkeys(self._referent_of[m.id] for m in named))

    def _judged_before(self, pronoun: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a pronoun after a stance points at: what was judged just before ("the guild favours a merger, the
        dockers are wary of one").
        """
        last = self._judged
        near = last is not None and 0 <= pronoun.start - last.value_span.end <= RECALLED
        return (last.terms, last.referents) if last is not None and near else ((), ())

    def _judges(self, claim: Comparable, before: Span | None) -> tuple[str, ...]:
        judge = self._mentions.within(before)[-1:] if before else []
        return (*claim.voices, *(self._referent_of[m.id] for m in judge))

    def _part(
        self, claim: Comparable, value: Span, terms: tuple[str, ...], referents: tuple[str, ...], act: str | None = None
    ) -> Comparable:
        return replace(
            claim,
            id=content_id("evaluation", claim.statement, act or "", *value),
            act=act,
            kind="evaluation",
            value_span=value,
            position=value.of(self._text),
            clause=claim.position,
            terms=terms,
            referents=referents,
            context=(),
        )
