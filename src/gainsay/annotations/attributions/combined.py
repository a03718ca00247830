"""Both readers together: marks give exact boundaries, the model who speaks and what is told without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.spans import Span, Spans, any_overlap, cover

# Two readings are of one attribution from this share of common characters on, or if they share the cue.
_SAME = 0.5
# Readings farther apart than this (in attributions, by where they begin) are not compared: nothing overlaps so long.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Weights:
    """How sure one reader must be where the other is silent or says otherwise (tried on PolNeAR and GUM)."""

    direct_alone: float = 0.5  # quotation marks that the model does not take for speech
    indirect_alone: float = 0.85  # reports without marks that only the rules read
    model_alone: float = 0.5
    speaker: float = 0.5  # the model's speaker against the rules'


DEFAULT = Weights()


def combine(
    by_rule: Sequence[Attribution], by_model: Sequence[Attribution], weights: Weights = DEFAULT
) -> list[Attribution]:
    """One list of attributions, without parents, from those of both readers."""
    found: list[Attribution] = []
    rest = dict(enumerate(by_rule))
    index = _Index(by_rule)
    for learned in by_model:
        number = index.same(learned, rest)
        if number is not None:
            found.append(_joined(rest.pop(number), learned, weights))
        elif learned.confidence >= weights.model_alone:
            found.append(learned)
    for one in rest.values():
        least = weights.indirect_alone if one.kind == "indirect" else weights.direct_alone
        if one.confidence >= least:
            found.append(one)
    return found


def _joined(rule: Attribution, learned: Attribution, weights: Weights) -> Attribution:
    """One attribution of two: the rules' marks, the model's speaker where it is sure, the surer one's words."""
    whole = rule if rule.kind != "indirect" else learned
    if any_overlap(rule.speaker, learned.speaker):
        speaker: Spans = rule.speaker
    elif learned.speaker and (not rule.speaker or learned.confidence >= weights.speaker):
        speaker = learned.speaker
    else:
        speaker = rule.speaker
    if any_overlap(speaker, whole.content):
        whole = rule
        speaker = rule.speaker
    confidence = 1 - (1 - rule.confidence) * (1 - learned.confidence)
    return replace(
        whole, speaker=speaker, cue=rule.cue or learned.cue, stance=rule.stance, confidence=round(confidence, 3)
    )


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
