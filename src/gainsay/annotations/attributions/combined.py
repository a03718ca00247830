"""Both readers together: marks give exact boundaries, the model who speaks and what is told without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.attributions.confidence import confidence
from gainsay.spans import Span, Spans, any_overlap, cover

# Two readings are of one attribution from this share of common characters on, or if they share the cue.
_SAME = 0.5
# Readings farther apart than this (in attributions, by where they begin) are not compared: nothing overlaps so long.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Weights:
    """How sure the model must be (tried on PolNeAR, GUM and the project's own gold)."""

    alone: float = 0.5  # of an attribution that only the model has read: the probability that it is right
    speaker: float = 0.5  # of a speaker where the rules name none, or another one and marks do not settle it


DEFAULT = Weights()


Pair = tuple[Attribution | None, Attribution | None]


def combine(
    by_rule: Sequence[Attribution], by_model: Sequence[Attribution], weights: Weights = DEFAULT
) -> list[Attribution]:
    """One list of attributions, without parents, from those of both readers.

    What the rules have read stays: they read little, and that exactly. What only the model has read is taken where it
    is more likely right than wrong.
    """
    found = []
    for rule, learned in pairs(by_rule, by_model):
        kept = joined(rule, learned, weights)
        sure = confidence(kept, rule, learned)
        if rule is not None or sure >= weights.alone:
            found.append(replace(kept, confidence=sure))
    return found


def pairs(by_rule: Sequence[Attribution], by_model: Sequence[Attribution]) -> Iterator[Pair]:
    """Each attribution of either reader once, with that of the other reader that is the same."""
    rest = dict(enumerate(by_rule))
    index = _Index(by_rule)
    for learned in by_model:
        number = index.same(learned, rest)
        yield (None if number is None else rest.pop(number)), learned
    for rule in rest.values():
        yield rule, None


def joined(rule: Attribution | None, learned: Attribution | None, weights: Weights = DEFAULT) -> Attribution:
    """One attribution of two: the rules' words where marks bound them, else the model's; the model's speaker where it
    is sure."""
    if rule is None or learned is None:
        alone = rule or learned
        assert alone is not None
        return alone
    whole = rule if rule.kind == "direct" else learned
    speaker = _speaker(rule, learned, weights)
    if any_overlap(speaker, whole.content):
        whole, speaker = rule, rule.speaker
    return replace(whole, speaker=speaker, cue=rule.cue or learned.cue, stance=rule.stance)


def _speaker(rule: Attribution, learned: Attribution, weights: Weights) -> Spans:
    # Where they agree on who speaks, the model has the whole noun phrase, with what is said of the person.
    if any_overlap(rule.speaker, learned.speaker):
        return learned.speaker
    if rule.speaker and (rule.kind == "direct" or learned.confidence < weights.speaker):
        return rule.speaker
    return learned.speaker if learned.confidence >= weights.speaker else rule.speaker


class _Index:
    """Finds the reading of the other reader that is of the same attribution."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.all = attributions
        self.order = sorted(range(len(attributions)), key=lambda n: cover(attributions[n].content).start)
        self.starts = [cover(attributions[n].content).start for n in self.order]

    def same(self, one: Attribution, rest: dict[int, Attribution]) -> int | None:
        """The number of the attribution that `one` is, among `rest`."""
        whole = cover((*one.content, *one.cue))
        low = bisect_left(self.starts, whole.start - _LONGEST)
        high = bisect_left(self.starts, whole.end + _LONGEST)
        best, best_share = None, 0.0
        for number in self.order[low:high]:
            if number not in rest:
                continue
            other = self.all[number]
            share = _common(one.content, other.content)
            if share < _SAME and any_overlap(one.cue, other.cue) and any_overlap(one.content, other.content):
                share = _SAME
            if share >= _SAME and share > best_share:
                best, best_share = number, share
        return best


def _common(one: Spans, other: Spans) -> float:
    """Characters in both, of those in either."""
    both = sum(_shared(a, b) for a in one for b in other)
    return both / max(1, sum(s.length for s in one) + sum(s.length for s in other) - both)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
