"""Versions: how two texts of the same words differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from gainsay.dependence.fingerprint import WORD
from gainsay.dependence.fingerprint import fold as fold_word
from gainsay.entities.folding import fold
from gainsay.entities.variants import skeleton, sound
from gainsay.spans import Span, Spans, cover

MOST_ALTERED = 12  # words: what stands in the place of a longer stretch is another stretch, not another wording
LONGEST_GAP = 500  # characters that are compared word by word: beyond it two gaps are two stretches
_STOP = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s|$)")

Gap = tuple[Span | None, Span | None]
"""What stands in one version and in the other between the same words; None: nothing."""


@dataclass(frozen=True, slots=True)
class Version:
    """The words as one document has them: all that is quoted (`spans`), and from the first to the last shared word.

    `quotation` is the attribution they are the content of, if any; `speaker` the words that name who is quoted.
    """

    document: str
    spans: Spans
    shared: Span
    quotation: str | None
    speaker: Spans


@dataclass(frozen=True, slots=True)
class Run:
    """Shared words: the quotation's place, the other's, and what differs within."""

    mine: Span
    other: Span
    altered: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs: pairs of other words, pairs that only spell a name otherwise, what the second version alone has
    (`dropped`), and what the first alone has (`added`).
    """

    altered: tuple[tuple[Span, Span], ...]
    spelling: tuple[tuple[Span, Span], ...]
    dropped: Spans
    added: Spans


def without_overlaps(runs: Sequence[Run], texts: tuple[str, str]) -> list[Run]:
    """Runs in order, each from the first shared word on that no run before it has, in either version.

    Where words are left out between "the men who work it" and "the men who own it", both runs hold "the men who".
    """
    kept: list[Run] = []
    for run in runs:
        last = kept[-1] if kept else None
        if last is None or run.other.start < last.other.start or not _overlap(last, run):
            kept.append(run)
            continue
        free = (p for p in shared_words(run, texts) if p[0].start >= last.mine.end and p[1].start >= last.other.end)
        start = next(free, None)
        if start is not None:
            altered = tuple((x, y) for x, y in run.altered if x.start >= start[0].start)
            kept.append(Run(Span(start[0].start, run.mine.end), Span(start[1].start, run.other.end), altered))
    return kept


def _overlap(first: Run, second: Run) -> bool:
    return first.mine.overlaps(second.mine) or first.other.overlaps(second.other)


def shared_words(run: Run, texts: tuple[str, str]) -> Iterator[tuple[Span, Span]]:
    """The words that both places of a run have, in pairs."""
    mine, other = run.mine.start, run.other.start
    ends = Span(run.mine.end, run.mine.end), Span(run.other.end, run.other.end)
    for x, y in (*run.altered, ends):
        pairs = zip(WORD.finditer(texts[0], mine, x.start), WORD.finditer(texts[1], other, y.start), strict=False)
        yield from ((Span(*a.span()), Span(*b.span())) for a, b in pairs)
        mine, other = x.end, y.end


def compare(quoting: Version, against: Version, runs: Sequence[Run], texts: tuple[str, str]) -> Differences:
    """What differs between the two versions, within the runs of shared words and between them."""
    altered = [pair for r in runs for pair in r.altered if pair[0].length and pair[1].length]
    dropped = [y for r in runs for x, y in r.altered if not x.length]
    added = [x for r in runs for x, y in r.altered if not y.length]
    for x, y in (pair for gap in _gaps(quoting, against, runs, texts) for pair in _aligned(*gap, texts)):
        if x and y and max(_count(x, texts[0]), _count(y, texts[1])) <= MOST_ALTERED:
            altered.append((x, y))
            continue
        dropped += [y] if y else []
        added += [x] if x else []
    spelt = [p for p in altered if _same_name(p[0].of(texts[0]), p[1].of(texts[1]))]
    return Differences(
        altered=tuple(sorted(p for p in altered if p not in spelt)),
        spelling=tuple(sorted(spelt)),
        dropped=tuple(sorted(dropped)),
        added=tuple(sorted(added)),
    )


def _gaps(quoting: Version, against: Version, runs: Sequence[Run], texts: tuple[str, str]) -> Iterator[Gap]:
    """What stands between two runs that follow each other in both versions, and before the first and after the last.

    Whole sentences that a quotation leaves out at its ends are nothing it conceals: every quotation ends somewhere.
    """
    for first, second in pairwise(runs):
        if first.other.end <= second.other.start:
            yield (
                _within(quoting.spans, Span(first.mine.end, max(first.mine.end, second.mine.start)), texts[0]),
                _within(against.spans, Span(first.other.end, second.other.start), texts[1]),
            )
    # Of words without marks nothing says where the quotation begins and ends.
    for at_end in (True, False) if quoting.quotation else ():
        edges = [
            _edge(version, [r.mine if number == 0 else r.other for r in runs], texts[number], at_end)
            for number, version in enumerate((quoting, against))
        ]
        yield edges[0], edges[1]


def _aligned(x: Span | None, y: Span | None, texts: tuple[str, str]) -> Iterator[Gap]:
    """A gap on both sides, word by word: words in common are too few there to be a run, but they are in common."""
    if x is None or y is None or max(x.length, y.length) > LONGEST_GAP:
        yield x, y
        return
    words = [[Span(*m.span()) for m in WORD.finditer(text, *gap)] for text, gap in zip(texts, (x, y), strict=True)]
    folded = [[fold_word(w.of(text)) for w in row] for text, row in zip(texts, words, strict=True)]
    for tag, i, j, k, m in SequenceMatcher(a=folded[0], b=folded[1], autojunk=False).get_opcodes():
        if tag != "equal":
            yield cover(words[0][i:j]) if j > i else None, cover(words[1][k:m]) if m > k else None


def _edge(version: Version, places: Sequence[Span], text: str, at_end: bool) -> Span | None:
    """What a version has, in the same sentence, before the first shared words (`at_end` leads up to them) or after."""
    at = places[0].start if at_end else max(p.end for p in places)
    span = next((s for s in version.spans if s.start <= at <= s.end), None)
    if span is None:
        return None
    stops = [m.end() for m in _STOP.finditer(text, *(Span(span.start, at) if at_end else Span(at, span.end)))]
    if at_end:
        return _words_of(Span(max(stops, default=span.start), at), text)
    return _words_of(Span(at, min(stops, default=span.end)), text)


def _within(spans: Spans, reach: Span, text: str) -> Span | None:
    """The part of a version that lies in a stretch; None where it has no word."""
    parts = (Span(max(s.start, reach.start), min(s.end, reach.end)) for s in spans if s.overlaps(reach))
    found = [words for part in parts if (words := _words_of(part, text))]
    return cover(found) if found else None


def _words_of(span: Span, text: str) -> Span | None:
    words = [Span(*m.span()) for m in WORD.finditer(text, span.start, span.end)]
    return cover([words[0], words[-1]]) if words else None


def _count(span: Span, text: str) -> int:
    return sum(1 for _ in WORD.finditer(text, *span))


def _same_name(a: str, b: str) -> bool:
    """Two spellings of one name: "Ieng Sary", "Yeng Sari"."""
    if not (a[:1].isupper() and b[:1].isupper()):
        return False
    left, right = fold(a), fold(b)
    return sound(left) == sound(right) or (len(skeleton(left)) > 1 and skeleton(left) == skeleton(right))
