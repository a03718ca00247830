"""What counts as a right attribution: the measures of the attribution benchmark, without any corpus.

*Found*: contents are paired one to one, best first, where the Jaccard coefficient of their words is at least one half
(a word is a token of `\\w+|[^\\w\\s]`; empty contents pair with nothing). *Exact~*: the same words, whatever marks
stand at the edges, and whether or not a leading "that" is counted in (PolNeAR does, Gainsay does not). *Speaker*:
found, and the speakers have Jaccard ≥ ½, counted among those that name a speaker. *Full*: found, and the speakers have
Jaccard ≥ ½ or are both empty, and so the cues, which need share but a word.
*Shared*: found, and the speakers share a word: the laxer rule of the export's own scorer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy.tally import Tally
from gainsay.annotations.attributions.attribution import Attribution
from gainsay.spans import Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("the", "a", "an"))
_LEADING_THAT = re.compile(r"that\s+", re.IGNORECASE)
_MARKS = "\"'“”‘’«»„` "
KINDS = ("direct", "mixed", "indirect")
BANDS = (0.9, 0.8, 0.7, 0.6, 0.0)

Tokens = frozenset[int]
"""Where the words of some spans begin."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An attribution of a corpus. `clear`: one that must be found; the others are neither required nor punished."""

    id: str
    kind: str
    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    parent: str | None = None
    type: str = "speech"
    clear: bool = True


@dataclass(slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else 0.0

    def add(self, right: bool) -> None:
        self.right, self.of = self.right + right, self.of + 1


@dataclass(slots=True)
class Scores:
    """The measures of one reader on one corpus (or on one genre of it)."""

    content: Tally = field(default_factory=Tally)
    exact: Tally = field(default_factory=Tally)
    speaker: Tally = field(default_factory=Tally)
    full: Tally = field(default_factory=Tally)
    found: dict[str, Share] = field(default_factory=lambda: {kind: Share() for kind in KINDS})
    right_speaker: dict[str, Share] = field(default_factory=lambda: {kind: Share() for kind in KINDS})
    shared_speaker: Share = field(default_factory=Share)
    parent: Share = field(default_factory=Share)
    # Lower edge of a band of confidence → of those given it, how many are found, and how many have the speaker too.
    calibration: dict[float, tuple[Share, Share]] = field(
        default_factory=lambda: {b: (Share(), Share()) for b in BANDS}
    )

    def merge(self, other: Scores) -> None:
        """Add the counts of `other`."""
        for mine, more in ((getattr(self, n), getattr(other, n)) for n in ("content", "exact", "speaker", "full")):
            mine.add(more.right, more.predicted, more.gold)
        shares = [(self.shared_speaker, other.shared_speaker), (self.parent, other.parent)]
        shares += [(self.found[kind], other.found[kind]) for kind in KINDS]
        shares += [(self.right_speaker[kind], other.right_speaker[kind]) for kind in KINDS]
        shares += [(self.calibration[band][i], other.calibration[band][i]) for band in BANDS for i in (0, 1)]
        for share, add in shares:
            share.right, share.of = share.right + add.right, share.of + add.of


def tokens(text: str, spans: Iterable[Span]) -> Tokens:
    """Where the tokens of `spans` begin."""
    return frozenset(match.start() for span in spans for match in _TOKEN.finditer(text, *span))


def words(text: str, spans: Iterable[Span]) -> Tokens:
    """Where the words of `spans` begin, punctuation left out."""
    return frozenset(match.start() for span in spans for match in _WORD.finditer(text, *span))


def jaccard(left: Tokens, right: Tokens) -> float:
    """Common tokens over all tokens; 0 for two empty sets."""
    return len(left & right) / len(left | right) if left | right else 0.0


def bare(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """A content without a leading "that" and a final comma or full stop: annotators differ in these."""
    if not spans:
        return ()
    first = _LEADING_THAT.match(text, *spans[0])
    kept = [Span(first.end(), spans[0].end) if first else spans[0], *spans[1:]]
    start, end = kept[-1]
    while end > start and text[end - 1] in ",. ":
        end -= 1
    kept[-1] = Span(start, end)
    return tuple(span for span in kept if span.length)


def kind_of(text: str, content: Sequence[Span]) -> str:
    """Direct where all words of a content stand in quotation marks, mixed where some do, else indirect."""
    whole = re.sub(r"\s+", " ", " ".join(span.of(text) for span in content)).strip().replace("''", '"')
    if not re.search('[“”"]', whole):
        return "indirect"
    outside = re.sub('[“"][^“”"]*(?:[”"]|$)|^[^“”"]*”', "", whole)
    return "mixed" if _WORD.search(outside) else "direct"


def pairs(predicted: Sequence[Tokens], gold: Sequence[Tokens], clear: Sequence[bool]) -> dict[int, int]:
    """Predicted → gold index, one to one, best Jaccard first, at least one half; of equals a clear gold first."""
    holders: dict[int, list[int]] = {}
    for number, content in enumerate(gold):
        for token in content:
            holders.setdefault(token, []).append(number)
    candidates = []
    for number, content in enumerate(predicted):
        near = {other for token in content for other in holders.get(token, ())}
        overlaps = ((jaccard(content, gold[other]), other) for other in sorted(near))
        candidates += [(-value, not clear[other], number, other) for value, other in overlaps if value >= 0.5]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, other in sorted(candidates):
        if number not in found and other not in taken:
            found[number] = other
            taken.add(other)
    return found


def _same(left: Tokens, right: Tokens) -> bool:
    return (not left and not right) or jaccard(left, right) >= 0.5


def share_word(text: str, left: Sequence[Span], right: Sequence[Span]) -> bool:
    """Whether two span lists have a word in common that is no article."""
    common = words(text, left) & words(text, right)
    return any(_WORD.match(text, start).group().lower() not in _ARTICLES for start in common)  # type: ignore[union-attr]


def score(text: str, predicted: Sequence[Attribution], gold: Sequence[Gold], strip: bool = False) -> Scores:
    """The measures for one text. With `strip`, contents are compared `bare`, on both sides."""
    cut = bare if strip else lambda _, spans: tuple(spans)
    matched = pairs(
        [tokens(text, cut(text, one.content)) for one in predicted],
        [tokens(text, cut(text, one.content)) for one in gold],
        [one.clear for one in gold],
    )
    scores = Scores()
    # A hit on an unclear gold is no error, nor is missing it.
    counted = sum(1 for i in range(len(predicted)) if i not in matched or gold[matched[i]].clear)
    clear = sum(one.clear for one in gold)
    named = sum(bool(one.speaker) for i, one in enumerate(predicted) if i not in matched or gold[matched[i]].clear)
    clear_named = sum(one.clear and bool(one.speaker) for one in gold)
    right = {"content": 0, "exact": 0, "speaker": 0, "full": 0}
    for i, j in matched.items():
        one, other = predicted[i], gold[j]
        if not other.clear:
            continue
        speaks = _same(tokens(text, one.speaker), tokens(text, other.speaker))
        cued = bool(tokens(text, one.cue) & tokens(text, other.cue)) or (not one.cue and not other.cue)
        same = words(text, bare(text, one.content)) == words(text, bare(text, other.content))
        hits = {"content": True, "exact": same, "speaker": speaks and bool(one.speaker), "full": speaks and cued}
        right = {name: count + hits[name] for name, count in right.items()}
        scores.right_speaker[other.kind].add(speaks)
        if other.speaker:
            scores.shared_speaker.add(share_word(text, one.speaker, other.speaker))
    for name, count in right.items():
        of = (named, clear_named) if name == "speaker" else (counted, clear)
        getattr(scores, name).add(count, *of)
    _add_parents(scores, predicted, gold, matched)
    _add_calibration(scores, text, predicted, gold, matched)
    hit = set(matched.values())
    for j, other in enumerate(gold):
        if other.clear:
            scores.found[other.kind].add(j in hit)
    return scores


def _add_parents(
    scores: Scores, predicted: Sequence[Attribution], gold: Sequence[Gold], matched: dict[int, int]
) -> None:
    """Of the found that are nested in the gold: is the predicted parent the one paired with the gold parent (or,
    while that one is unclear, with one further out)?"""
    by_id = {one.id: one for one in gold}
    paired = {predicted[i].id: gold[j].id for i, j in matched.items()}
    for i, j in matched.items():
        other = gold[j]
        if not other.clear or other.parent is None:
            continue
        accepted: list[str | None] = [other.parent]
        while (last := accepted[-1]) is not None and last in by_id and not by_id[last].clear:
            accepted.append(by_id[last].parent)
        parent = predicted[i].parent
        scores.parent.add((paired.get(parent, "?") if parent else None) in accepted)


def _add_calibration(
    scores: Scores, text: str, predicted: Sequence[Attribution], gold: Sequence[Gold], matched: dict[int, int]
) -> None:
    for i, one in enumerate(predicted):
        other = gold[matched[i]] if i in matched else None
        if other and not other.clear:
            continue
        band = next(band for band in BANDS if one.confidence >= band)
        speaks = other is not None and (
            share_word(text, one.speaker, other.speaker) or (not one.speaker and not other.speaker)
        )
        scores.calibration[band][0].add(other is not None)
        scores.calibration[band][1].add(speaks)
