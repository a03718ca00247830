"""Both readers together: marks give exact boundaries, the model who speaks and what is told without marks."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.confidence import confidence, surety, traits
from gainsay.annotations.attributions.joining import joined
from gainsay.annotations.attributions.manner import calls_back, reports_a_clause
from gainsay.spans import Span, Spans, any_overlap, cover

# Two readings are of one attribution from this share of common characters on, or if they share the cue.
_SAME = 0.5
# Readings farther apart than this (in attributions, by where they begin) are not compared: nothing overlaps so long.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Weights:
    """How sure the model must be (tried on PolNeAR, GUM and the project's own gold)."""

    alone: float = 0.18  # of an attribution that only the model has read: the probability that it is right
    phrase: float = 0.28  # the same where no clause is reported: mostly what is spoken of ("discussed the harbour")
    act: float = 0.4  # the same where the cue tells of no saying or thinking either ("banned the party")
    strange: float = -1.0  # the surety of a document (`confidence.surety`) below which it is unlike all news
    stranger: float = 0.2  # how much surer the model must be there: histories, essays and memoirs report less
    plainly: float = 0.1  # the same where a word of saying reports a clause


DEFAULT = Weights()
# A speech that goes on in a new paragraph is longer than a reply.
_SPEECH_WORDS = 6


Pair = tuple[Attribution | None, Attribution | None]


def combine(
    text: str, by_rule: Sequence[Attribution], by_model: Sequence[Attribution], weights: Weights = DEFAULT
) -> list[Attribution]:
    """One list of attributions, without parents, from those of both readers.

    What the rules have read stays: they read little, and that exactly. What only the model has read is taken where it
    is as sure as `weights` ask.
    """
    found, told = [], {cue.start for rule in by_rule for cue in rule.cue}
    blocks = sorted(span for rule in by_rule if rule.kind == "direct" for span in rule.content)
    parts, here = Parts(by_rule), surety(by_model)
    for rule, learned in pairs(by_rule, by_model):
        if rule is not None and learned is not None and _is_others(text, rule, learned, told):
            learned = None
        kept = joined(text, rule, learned, parts.hold)
        shown = traits(text, kept, rule, learned, here)
        sure = confidence(shown)
        # A second reading of a cue that the rules have read is a piece that the model broke off.
        again = rule is None and (any(cue.start in told for cue in kept.cue) or _is_part(kept, blocks))
        if calls_back(text, kept):
            continue
        if rule is not None or (not again and sure >= _least(text, kept, shown, weights)):
            found.append(replace(kept, confidence=sure))
    return _apart_from_frames(text, found)


def _is_others(text: str, rule: Attribution, learned: Attribution, told: Container[int]) -> bool:
    """Whether the model gives a quotation without a cue to the cue of another one, as in a dialogue, where the next
    one speaks: unless it is long and no question."""
    if rule.cue or not any(cue.start in told for cue in learned.cue):
        return False
    words = sum(text.count(" ", *part) + 1 for part in rule.content)
    return words < _SPEECH_WORDS or text[rule.content[-1].end - 1] == "?"


def _apart_from_frames(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Reports cut before the clause that leads into a quotation behind them: "asked where | she said: “…”"."""
    frames = sorted(
        (one.cue[0].start, min(one.cue[0].start, *(s.start for s in one.speaker)), one.content[0].start)
        for one in found
        if one.kind == "direct" and one.cue and one.speaker and one.cue[0].end <= one.content[0].start
    )
    cues = [cue for cue, _, _ in frames]
    kept = []
    for one in found:
        last = one.content[-1]
        near = frames[bisect_left(cues, last.start) : bisect_left(cues, last.end)]
        starts = [start for _, start, said in near if last.start < start and last.end <= said]
        cut = Span(last.start, min(starts)).trim(text) if one.kind != "direct" and starts else last
        whole = cut == last or not cut.length
        kept.append(one if whole else replace(one, content=(*one.content[:-1], cut)))
    return kept


def without_others(found: Sequence[Attribution]) -> list[Attribution]:
    """Quotations without the further pieces with which a sentence of another begins: "“This is wrong,” Lind said.
    | “You drove them out” to please the owners, she added."
    """
    begun = {one.content[0].start: one for one in found if one.kind == "mixed" and one.speaker and one.cue}
    kept = []
    for one in found:
        first, *more = one.content
        own = [part for part in more if not _begins_another(part, begun.get(part.start) or begun.get(part.start - 1))]
        kept.append(one if len(own) == len(more) else replace(one, content=(first, *own)))
    return kept


def _begins_another(part: Span, other: Attribution | None) -> bool:
    return other is not None and other.content[0].end > part.end and other.cue[0].start >= other.content[0].end


def _least(text: str, kept: Attribution, shown: Mapping[str, float], weights: Weights) -> float:
    """How sure an attribution must be that only the model has read."""
    untold, clause = bool(shown["no reporting word, model alone"]), reports_a_clause(text, kept)
    more = 0.0
    if shown["surety of the document, model alone"] < weights.strange:
        more = weights.plainly if clause and not untold else weights.stranger
    if clause:
        return more + (weights.phrase if untold and not kept.speaker else weights.alone)
    return more + (weights.act if untold else weights.phrase)


def _is_part(one: Attribution, blocks: Sequence[Span]) -> bool:
    """Whether it names nobody, and lies in a quotation that the rules have whole."""
    if one.cue or one.speaker or not blocks:
        return False
    whole = cover(one.content)
    before = bisect_right(blocks, Span(whole.start, sys.maxsize)) - 1
    return before >= 0 and blocks[before].end >= whole.end


def pairs(by_rule: Sequence[Attribution], by_model: Sequence[Attribution]) -> Iterator[Pair]:
    """Each attribution of either reader once, with that of the other reader that is the same."""
    index = _Index(by_rule)
    near = [(-share, n, rule) for n, learned in enumerate(by_model) for rule, share in index.near(learned)]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, rule in sorted(near):
        if n not in partner and rule not in taken:
            partner[n] = rule
            taken.add(rule)
    for n, learned in enumerate(by_model):
        yield (by_rule[partner[n]] if n in partner else None), learned
    for n, rule_alone in enumerate(by_rule):
        if n not in taken:
            yield rule_alone, None


class Parts:
    """The parts of what the rules have read, apart from one another or inside each other."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.parts = sorted(part for one in attributions for part in one.content)
        self.ends = list(accumulate((part.end for part in self.parts), max))

    def hold(self, span: Span) -> bool:
        """Whether any of them shares characters with `span`."""
        before = bisect_left(self.parts, Span(span.end, span.end))
        return before > 0 and self.ends[before - 1] > span.start


class _Index:
    """Finds the readings of the other reader that may be of the same attribution."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.all = attributions
        self.order = sorted(range(len(attributions)), key=lambda n: cover(attributions[n].content).start)
        self.covers = [cover(attributions[n].content) for n in self.order]
        self.starts = [whole.start for whole in self.covers]

    def near(self, one: Attribution) -> Iterator[tuple[int, float]]:
        """The numbers of the attributions that `one` may be, with the share of characters in common."""
        whole = cover((*one.content, *one.cue))
        low = bisect_left(self.starts, whole.start - _LONGEST)
        high = bisect_left(self.starts, whole.end + _LONGEST)
        own = cover(one.content) if one.content else whole
        for number, its in zip(self.order[low:high], self.covers[low:high], strict=True):
            if not own.overlaps(its):
                continue  # nearly all of them
            other = self.all[number]
            share = _common(one.content, other.content)
            if share < _SAME and any_overlap(one.cue, other.cue) and any_overlap(one.content, other.content):
                share = _SAME
            if share >= _SAME:
                yield number, share


def _common(one: Spans, other: Spans) -> float:
    """Characters in both, of those in either."""
    both = sum(_shared(a, b) for a in one for b in other)
    return both / max(1, sum(s.length for s in one) + sum(s.length for s in other) - both)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
