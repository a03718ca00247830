"""Rebuttals: a clause that denies what is told beside it, and points at it instead of repeating it.

"Aides dismissed the remarks", "she pushed back on those claims", "an inquiry found that statement false": such a denial
shares hardly a word with what it denies, which another voice said before, in the same text. "He falsely claimed that …"
and "contrary to reports that …" deny what they report themselves: the other side is heard only through them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.matters.clauses import rebutting
from gainsay.spans import Span
from gainsay.statements.polarity import called_false
from gainsay.statements.statement import Statement
from gainsay.statements.terms import weight

# How far back what is denied may stand: in statements and in characters; and how much of the denial is looked at.
STATEMENTS, CHARACTERS, HEAD = 3, 400, 80
# The same where the denial names the kind of saying ("the report"), and only a saying of that kind is meant.
NAMED_STATEMENTS, NAMED_CHARACTERS = 9, 1500
# Where a voice goes on, what it answers stands in the same sentence or ends the one before.
GOING_ON = 12
TELLING = 2.5
# A statement may end before the "it" that it denies.
AT_END = 6


class Rebuttal(NamedTuple):
    """A statement that denies, and the one beside it that it denies."""

    denial: Statement
    denied: Statement


def rebuttals(
    text: str, statements: Sequence[Statement], attributions: Mapping[str, Attribution]
) -> Iterator[Rebuttal]:
    """The denials among the statements of a document, in text order, each with the statement that it points at.

    `attributions` are those of the document, by id.
    """
    reader = _Reader(text, statements, attributions)
    for number, statement in enumerate(statements):
        denied = (
            reader.called_false_by(number)
            or reader.pointed_at_by(number)
            or reader.corrected_by(number)
            or reader.pleaded_to_by(number)
            or reader.left_out_by(number)
        )
        if denied is not None:
            yield Rebuttal(statement, denied)
            said = reader.introduced_by(number)
            if said is not None:
                yield Rebuttal(said, denied)
        denial = reader.contrary_to(number)
        if denial is not None:
            yield Rebuttal(denial, statement)


class _Reader:
    """Looks around one statement of a document at a time."""

    def __init__(self, text: str, statements: Sequence[Statement], attributions: Mapping[str, Attribution]) -> None:
        self._text = text
        self._statements = statements
        self._attributions = attributions

    def introduced_by(self, number: int) -> Statement | None:
        """What a denial goes on to say: "Aides dismissed the remarks, saying | it never was"."""
        after = self._statements[number + 1 : number + 2]
        frame = self._statements[number].span
        introduced = (s for s in after if s.attribution and any(frame.contains(cue) for cue in self._cues(s)))
        return next((s for s in introduced if rebutting.SAYING.search(self._text, *frame)), None)

    def called_false_by(self, number: int) -> Statement | None:
        """What a clause reports and calls false in one breath: that which follows "he wrongly claimed"."""
        denial = self._statements[number]
        if denial.hedged:
            return None
        for place in called_false(self._text, denial.span):
            for told in self._statements[number + 1 : number + 1 + STATEMENTS]:
                if any(cue.overlaps(place) for a in told.attribution for cue in self._attributions[a].cue):
                    return told
            if rebutting.HIS.search(self._text, max(denial.span.start, place.start - HEAD), place.start):
                return self._quoted_by(number)
        return None

    def _quoted_by(self, number: int) -> Statement | None:
        """Of the words that a clause frames ("…, said Hale, repeating his false claims") those most open to proof."""
        frame = self._statements[number].span
        framed = [
            s
            for s in self._statements[max(0, number - NAMED_STATEMENTS) : number]
            if s.attribution and any(frame.contains(cue) for cue in self._cues(s))
        ]
        return max(framed, key=lambda s: (bool(s.figures or s.dates), bool(s.referents), s.span), default=None)

    def pointed_at_by(self, number: int) -> Statement | None:
        """What a denial points back at: "the remarks", "that report", "it"."""
        denial = self._statements[number]
        before = self._statements[max(0, number - NAMED_STATEMENTS) : number]
        start = max(before[-1].span.end if before else denial.span.start, denial.span.start - 2 * HEAD)
        end = min(denial.span.end + AT_END, denial.span.start + HEAD)
        found = rebutting.POINTS.search(self._text, start, end)
        if found is None or rebutting.NOT_DENIED.search(self._text, max(start, found.start() - HEAD), found.start()):
            return None
        near = before[-STATEMENTS:]
        if near and self._passes_on(near[-1], denial):
            return near[-1]
        noun = next(filter(None, found.groups()), "")
        told_with = rebutting.told_with(noun)
        at_hand = [s for s in reversed(near) if self._may_be_denied(s, denial, CHARACTERS)]
        if told_with is None:
            return next(iter(at_hand), None) or self._own_word(near, denial)
        named = (s for s in reversed(before) if self._may_be_denied(s, denial, NAMED_CHARACTERS))
        for told in at_hand or named:
            if any(told_with.search(cue.of(self._text)) for cue in self._cues(told)):
                return told
        # What stands before a report that was told further off is mostly something else.
        named_here = set(denial.referents) if rebutting.REPORT.match(noun) else set()
        meant = next((s for s in at_hand[:1] if not named_here or named_here & set(s.referents)), None)
        return meant or (self._own_word(near, denial) if rebutting.CHARGE.match(noun) else None)

    def _own_word(self, near: Sequence[Statement], denial: Statement) -> Statement | None:
        """What the text tells in its own voice in the sentence right before somebody denies it."""
        if not near or denial.attribution or rebutting.DENIER.match(self._text, *denial.span) is None:
            return None
        told = near[-1]
        beside = denial.span.start - told.span.end <= GOING_ON
        if told.article != denial.article or not beside or "\n" in self._text[told.span.end : denial.span.start]:
            return None
        asked = "?" in self._text[told.span.end - 1 : denial.span.start]
        plain = not told.attribution and not told.hedged and told.polarity == "affirms" and not asked
        return told if plain and (told.referents or told.dates or told.figures) else None

    def _passes_on(self, told: Statement, denial: Statement) -> bool:
        """Whether the clause right before, in the same voice, passes on what others say."""
        return (
            told.article == denial.article
            and told.attribution == denial.attribution
            and 0 <= denial.span.start - told.span.end <= GOING_ON
            and rebutting.OF_OTHERS.search(self._text, *told.span) is not None
        )

    def corrected_by(self, number: int) -> Statement | None:
        """What stands right before "In fact, …", if the text told it as another's word, and at arm's length."""
        denial = self._statements[number]
        if not number or rebutting.IN_FACT.match(self._text, denial.span.start) is None:
            return None
        told = self._statements[number - 1]
        if told.article != denial.article or (told.attribution and told.attribution[:1] == denial.attribution[:1]):
            return None
        if told.attribution:
            distant = any(rebutting.AT_A_DISTANCE.search(c.of(self._text)) for c in self._cues(told))
        else:
            distant = rebutting.DESCRIBED_AS.search(self._text, *told.span) is not None
        return told if distant else None

    def pleaded_to_by(self, number: int) -> Statement | None:
        """The accusation right before a plea, whoever tells it."""
        plea = self._statements[number]
        found = rebutting.PLEADS.search(self._text, *plea.span)
        if found is None or rebutting.NOT_DENIED.search(self._text, plea.span.start, found.start()):
            return None
        for told in reversed(self._statements[max(0, number - 2) : number]):
            near = told.article == plea.article and plea.span.start - told.span.end <= CHARACTERS
            if near and rebutting.ACCUSES.search(self._text, *told.span):
                return told
        return None

    def left_out_by(self, number: int) -> Statement | None:
        """What another voice said right before "he insists that they did not"."""
        denial = self._statements[number]
        if not number or not denial.attribution or rebutting.DID_NOT.fullmatch(self._text, *denial.span) is None:
            return None
        told = self._statements[number - 1]
        if told.polarity == "denies" or told.attribution[:1] == denial.attribution[:1]:
            return None
        return told if self._may_be_denied(told, denial, HEAD) else None

    def contrary_to(self, number: int) -> Statement | None:
        """Who denies what is told after "contrary to reports that …" or, in words that clash, "despite claims that …":
        the clause around it.
        """
        told = self._statements[number]
        before = self._statements[number - 1] if number else None
        start = max(told.span.start - HEAD, before.span.start if before else 0)
        frame = rebutting.CONTRARY.search(self._text, start, told.span.start) if told.attribution else None
        if frame is None or not any(Span(*frame.span()).overlaps(cue) for cue in self._cues(told)):
            return None
        opens = before is None or before.span.end <= frame.start() - GOING_ON or "." in _end(self._text, before, frame)
        denial = next(iter(self._statements[number + 1 : number + 2]), None) if opens else before
        if denial is None or denial.article != told.article or not (frame["sure"] or _opposed(denial, told)):
            return None
        return denial

    def _may_be_denied(self, told: Statement, denial: Statement, reach: int) -> bool:
        """Whether a statement is somebody else's word, near enough, and no denial itself."""
        if told.article != denial.article or denial.span.start - told.span.end > reach:
            return False
        if not told.attribution or told.hedged or rebutting.CALLED_FALSE.search(self._text, *told.span):
            return False
        return told.attribution[-1:] != denial.attribution[-1:] and (
            told.holder is None or told.holder != denial.holder
        )

    def _cues(self, told: Statement) -> Sequence[Span]:
        return self._attributions[told.attribution[-1]].cue


def _end(text: str, before: Statement, frame: re.Match[str]) -> str:
    """How the statement before a frame ends: what stands between the two, and the last character of the first."""
    return text[before.span.end - 1 : frame.start()]


def _opposed(denial: Statement, told: Statement) -> bool:
    """Whether two clauses share a telling word, and one is negated."""
    shared = set(denial.terms) & set(told.terms)
    return denial.polarity != told.polarity and any(weight(term) >= TELLING for term in shared)
