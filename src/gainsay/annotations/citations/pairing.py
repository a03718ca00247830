"""Which marker belongs to which note; which notes are lost, and which candidates are no markers at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from gainsay.annotations.citations.labels import Shape
from gainsay.annotations.citations.markers import Marker
from gainsay.annotations.citations.notes import Note
from gainsay.spans import Span

Blocks = Sequence[Sequence[Note]]


def weigh(text: str, markers: Iterable[Marker], blocks: Blocks) -> list[Marker]:
    """The candidates that are markers: sure ones, ones with a note, and ones that continue a sequence."""
    notes = sorted((n.label_span.start if n.label_span else n.span.start, n.span.end) for b in blocks for n in b)
    keys = {n.label.key for b in blocks for n in b if n.label}
    outside = [m for m in markers if not _inside(notes, m)]
    following = {(m.label.shape, m.label.number - 1) for m in outside}
    last: dict[str, int] = {}
    kept: list[Marker] = []
    for marker in outside:
        named = marker.label
        if _after_digits(text, marker):
            # "1,204.2": a decimal, unless it is the next note.
            if named.key in keys and named.number == last.get(named.shape, 0) + 1:
                kept.append(marker)
                last[named.shape] = named.number
        elif marker.sure or named.key in keys or _continues(text, marker, last.get(named.shape, 0), following):
            kept.append(marker)
            last[named.shape] = named.number
    return kept


def _after_digits(text: str, marker: Marker) -> bool:
    at = marker.span.start
    return marker.label.shape == "glued" and at > 1 and text[at - 1] in ".!?" and text[at - 2].isdigit()


def _inside(notes: list[tuple[int, int]], marker: Marker) -> bool:
    i = bisect_right(notes, (marker.span.start, 1 << 62)) - 1
    return i >= 0 and marker.span.start < notes[i][1]


_ENDS = frozenset('.!?”’"»)')


def _continues(text: str, marker: Marker, last: int, following: set[tuple[Shape, int]]) -> bool:
    named = marker.label
    if named.shape in ("symbol", "paren"):
        return named.shape == "paren" and last > 0 and named.number == last + 1
    if named.number == 1:
        # A "1" alone may be a slip; glued to a bare word it needs a "2" after it.
        return text[marker.span.start - 1] in _ENDS or (named.shape, 1) in following
    return last > 0 and 0 < named.number - last <= 2


def pair(markers: Sequence[Marker], blocks: Blocks) -> list[tuple[Marker, Note | None]]:
    """Each marker with its note, or None where that is lost."""
    labelled = [b for b in blocks if b and b[0].label]
    runs = _runs(markers)
    by_block = [{n.label.key: n for n in reversed(block) if n.label} for block in labelled]
    by_key: dict[str, list[Note]] = {}
    for note in sorted((n for block in labelled for n in block), key=lambda n: n.span):
        if note.label:
            by_key.setdefault(note.label.key, []).append(note)
    same = len(labelled) == len(set(runs)) > 1
    pairs: list[tuple[Marker, Note | None]] = []
    for marker, run in zip(markers, runs, strict=True):
        found = by_block[run].get(marker.label.key) if same else None
        pairs.append((marker, found or _next(by_key.get(marker.label.key, []), marker)))
    return _nearest_run(pairs, runs)


def _nearest_run(pairs: Sequence[tuple[Marker, Note | None]], runs: Sequence[int]) -> list[tuple[Marker, Note | None]]:
    """A note belongs to the last run of markers before it: those of an earlier article with its numbers are lost."""
    last: dict[Span, int] = {}
    for (_, note), run in zip(pairs, runs, strict=True):
        if note:
            last[note.span] = max(run, last.get(note.span, 0))
    return [(m, n if n and last[n.span] == run else None) for (m, n), run in zip(pairs, runs, strict=True)]


def _next(notes: Sequence[Note], marker: Marker) -> Note | None:
    """The first of the notes with its label that stands after a marker: at the foot or at the end."""
    i = bisect_right(notes, marker.span.end, key=lambda n: n.span.start)
    return notes[i] if i < len(notes) else None


def _runs(markers: Sequence[Marker]) -> list[int]:
    """For each marker the number of the run it stands in: numbering that starts again at 1 begins another."""
    run, last = 0, 0
    runs: list[int] = []
    for marker in markers:
        number = marker.label.number
        if number and number == 1 and last > 1:
            run += 1
        last = number or last
        runs.append(run)
    return runs
