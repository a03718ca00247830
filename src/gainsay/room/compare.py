"""Two sources side by side: aligned where they share words, altered words marked, what only one has between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gainsay.dependence.dependence import Dependence, Place
from gainsay.room.context import ComparePage, Segment, Stretch
from gainsay.room.markup import Mark, segments
from gainsay.room.matters import Matters
from gainsay.room.naming import place_href
from gainsay.room.shelf import Shelf
from gainsay.room.sources import Sources
from gainsay.room.witnesses import KINDS
from gainsay.room.words import reason_in_words
from gainsay.spans import Span

Pair = tuple[str, str]


class Comparing:
    """Makes pages of two documents that share words."""

    def __init__(self, shelf: Shelf, matters: Matters, sources: Sources) -> None:
        self.shelf = shelf
        self.matters = matters
        self.sources = sources
        self.runs: dict[Pair, list[Dependence]] = defaultdict(list)
        for one in shelf.dependences:
            if one.kind != "cites" and one.a.document != one.b.document:
                first, second = sorted((one.a.document, one.b.document))
                self.runs[first, second].append(one)

    def page(self, first: str, second: str) -> ComparePage:
        """The earlier of two documents on the left, the later on the right."""
        cards = self.sources.cards
        left, right = sorted((first, second), key=lambda d: (not cards[d].edtf, cards[d].edtf, cards[d].path))
        runs = [_turned(one, left) for one in self.runs[min(first, second), max(first, second)]]
        rows = tuple(self._rows(left, right, _apart(runs)))
        both = [m for m in self.sources.matters_of[left] if m in self.sources.matters_of[right]]
        return ComparePage(cards[left], cards[right], _summary(rows), rows, self.matters.rows(both))

    def _rows(self, left: str, right: str, runs: list[Dependence]) -> Iterator[Stretch]:
        """Shared stretches in the order of the left text; between them what stands in one alone."""
        at_left = at_right = 0
        for run in runs:
            moved = run.b.span.start < at_right
            gap_right = at_right if moved else run.b.span.start
            gap = self._gap(Place(left, Span(at_left, run.a.span.start)), Place(right, Span(at_right, gap_right)))
            if gap:
                yield gap
            yield self._run(run, moved)
            at_left, at_right = run.a.span.end, max(at_right, run.b.span.end)
        ends = [len(self.shelf.documents[d].text) for d in (left, right)]
        gap = self._gap(Place(left, Span(at_left, ends[0])), Place(right, Span(at_right, ends[1])))
        if gap:
            yield gap

    def _gap(self, left: Place, right: Place) -> Stretch | None:
        texts = [self._words(p) for p in (left, right)]
        if not any(texts):
            return None
        counts = [len(t[0].text.split()) if t else 0 for t in texts]
        return Stretch("apart", "", 0, 0, texts[0], texts[1], left_words=counts[0], right_words=counts[1])

    def _words(self, place: Place) -> tuple[Segment, ...]:
        text = self.shelf.documents[place.document].text
        span = place.span.trim(text)
        return (Segment(span.of(text)),) if any(c.isalnum() for c in span.of(text)) else ()

    def _run(self, run: Dependence, moved: bool) -> Stretch:
        sides = []
        for k, place in enumerate((run.a, run.b)):
            marks = [Mark(pair[k], "altered") for pair in run.altered if pair[k].length]
            sides.append(segments(self.shelf.documents[place.document].text, place.span, marks))
        known, unknown = KINDS[run.kind]
        kind = {"a-from-b": f"← {known}", "b-from-a": f"{known} →"}.get(run.direction, unknown.split(",")[0])
        if run.kind == "copies" and run.direction != "unknown":
            kind = "← copied" if run.direction == "a-from-b" else "copied →"
        return Stretch(
            kind=kind if run.direction != "unknown" else "the same words",
            reason=reason_in_words(run.reason),
            words=run.words,
            altered=len(run.altered),
            left=sides[0],
            right=sides[1],
            left_href=self._href(run.a),
            right_href=self._href(run.b),
            moved=moved,
        )

    def _href(self, place: Place) -> str:
        passage = self.shelf.passage_at(place.document, place.span.start)
        return place_href(self.shelf.documents[place.document], passage.id) if passage else ""


def _turned(one: Dependence, left: str) -> Dependence:
    """The same dependence with its `a` in the left document."""
    if one.a.document == left:
        return one
    turned = {"a-from-b": "b-from-a", "b-from-a": "a-from-b"}.get(one.direction, one.direction)
    altered = tuple((b, a) for a, b in one.altered)
    return Dependence(one.id, one.kind, one.b, one.a, turned, one.words, altered, one.reason)  # type: ignore[arg-type]


def _apart(runs: Sequence[Dependence]) -> list[Dependence]:
    """The runs in the order of the left text, without those that lie in a longer one on either side."""
    kept: list[Dependence] = []
    for run in sorted(runs, key=lambda r: (-r.words, r.a.span.start, r.b.span.start)):
        if not any(run.a.span.overlaps(k.a.span) or run.b.span.overlaps(k.b.span) for k in kept):
            kept.append(run)
    return sorted(kept, key=lambda r: r.a.span.start)


def _summary(rows: Sequence[Stretch]) -> str:
    """How much is shared, in a sentence."""
    shared = [r for r in rows if r.kind != "apart"]
    words, altered = sum(r.words for r in shared), sum(r.altered for r in shared)
    alone = [sum(getattr(r, side) for r in rows) for side in ("left_words", "right_words")]
    changed = f"; in {altered} place{'s' * (altered != 1)} the wording differs" if altered else ""
    only = f"The left has {alone[0]} words that the right has not, the right {alone[1]} that the left has not."
    return f"{words} words stand in both, in {len(shared)} stretch{'es' * (len(shared) != 1)}{changed}. {only}"
