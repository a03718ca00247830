"""Through time: how a matter is told from telling to telling, who changed position, and how a figure drifts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.dates.edtf import FOREVER, NEVER, Bounds, bounds
from gainsay.dependence.dependence import Dependence, Place
from gainsay.edition.edition import Edition
from gainsay.edition.shown import statements_of
from gainsay.edition.voices import Voices
from gainsay.matters.matter import Matter
from gainsay.spans import Span, cover
from gainsay.statements.statement import Statement

MOSTLY = 0.5  # of the shorter of two places must lie in the other for a statement to stand in a shared run
_UNDATED: Bounds = (FOREVER, FOREVER)


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of a matter in its place in time.

    `when` is EDTF: of the saying, else of the writing; None where neither is known. `side` is the number of its side,
    from 1. `value` is the compared figure, date or name as worded, "" where claims as a whole are compared. `repeats`
    is the statement, told before or at the same time, whose words or speaker it repeats; `why` says what shows it.
    """

    statement: str
    document: str
    path: str
    span: Span
    words: str
    by: str
    when: str | None
    side: int
    value: str
    repeats: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """It was told otherwise at another time: from `before` (of the statement `earlier`) to `after`.

    `what` is `position` where one holder stands on two sides at two times, `figure` where a figure, counted alike, is
    told otherwise than in the latest dated telling before, whoever that was.
    """

    what: str
    by: str
    earlier: str
    later: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Course:
    """A matter through time: the tellings with a date in order, then those without.

    `first` is the statement told before all others, None where no date tells which that is.
    """

    tellings: tuple[Telling, ...]
    first: str | None
    changes: tuple[Change, ...]


def in_time(when: str | None) -> tuple[Bounds, str]:
    """A key that puts EDTF dates in time, one with an open beginning at its end, and what has no date last.

    >>> sorted([None, "1911-03", "../1911-04", "1910/1912"], key=in_time)
    ['1910/1912', '1911-03', '../1911-04', None]
    """
    first, last = (bounds(when) if when else None) or _UNDATED
    return (last if first == NEVER else first, last), when or "~"


def before(a: str | None, b: str | None) -> bool:
    """Whether all days of one date lie before all days of the other; False where either is unknown.

    >>> before("1911-03", "1911-04"), before("1911", "1911-04"), before(None, "1911")
    (True, False, False)
    """
    left, right = (bounds(d) if d else None for d in (a, b))
    return left is not None and right is not None and left[1] < right[0]


def course_of(edition: Edition, matter: Matter, dependences: Iterable[Dependence] | None = None) -> Course:
    """The tellings of a matter in order of time, what each repeats, and what changed.

    `dependences` are those of the edition, where they are at hand already.
    """
    voices = Voices(edition)
    side_of = {s: number for number, side in enumerate(matter.sides, 1) for s in side.statements}
    statements = statements_of(edition, side_of)
    values = _values(edition, matter, statements)
    tellings: list[Telling] = []
    holders: dict[str, str] = {}
    for s in statements.values():
        voice = voices.chain(s)[-1]
        place = s.document, edition.paths[s.document], s.span, s.span.of(edition.text(s.document))
        tellings.append(Telling(s.id, *place, voice.name, s.said or s.written, side_of[s.id], values[s.id]))
        holders[s.id] = voice.key
    tellings.sort(key=lambda t: (in_time(t.when), t.path, t.span))
    every = edition.dependences() if dependences is None else dependences
    repeated = _repeating(tellings, holders, [d for d in every if d.kind != "cites"])
    changes = (*_positions(repeated, holders), *(_drift(repeated) if matter.facet == "figure" else ()))
    return Course(tuple(repeated), _first(repeated), changes)


def _values(edition: Edition, matter: Matter, statements: Mapping[str, Statement]) -> dict[str, str]:
    """The words that are compared in each statement, as worded: a figure with what it counts, a date, a name."""
    found: dict[str, str] = {}
    for side in matter.sides:
        worded = {s: _worded(edition, matter.facet, statements[s]) for s in side.statements if s in statements}
        lead = next((key for own in worded.values() for words, key in own if words == side.position), None)
        for s, own in worded.items():
            alike = [words for words, key in own if key == lead]
            found[s] = next((words for words in (*alike, *(words for words, _ in own))), "")
    return found


def _worded(edition: Edition, facet: str | None, s: Statement) -> list[tuple[str, object]]:
    """What of the matter's kind stands in a statement: the words, and by what two of them are the same."""
    text = edition.text(s.document)
    if facet == "figure":
        figures = [f for f in edition.figures(s.document) if f.id in s.figures]
        return [(cover([f.span, f.counted_span or f.span]).of(text), (f.value, f.qualifier)) for f in figures]
    if facet == "date":
        return [(d.span.of(text), d.edtf) for d in edition.dates(s.document) if d.id in s.dates]
    if facet == "label":
        return [(d.span.of(text), d.head) for d in edition.designations(s.document) if d.id in s.designations]
    return []


def _repeating(
    tellings: Sequence[Telling], holders: Mapping[str, str], dependences: Sequence[Dependence]
) -> list[Telling]:
    """Each telling with the earliest one that it repeats: by shared words, else by the same speaker."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for t in tellings:
        by_document[t.document].append(t)
    order = {t.statement: k for k, t in enumerate(tellings)}
    found: dict[str, tuple[str, str]] = {}
    for d in dependences:
        left = [t for t in by_document.get(d.a.document, ()) if stands_in(t.document, t.span, d.a)]
        right = [t for t in by_document.get(d.b.document, ()) if stands_in(t.document, t.span, d.b)]
        for one, other in _counterparts(left, right, d):
            later = _later(one, other, d, order)
            source = other if later is one else one
            found.setdefault(later.statement, (source.statement, d.reason or "the same words in both"))
    spoken: dict[str, str] = {}
    for t in tellings:
        key = holders[t.statement]
        if key != t.document and key in spoken:
            found.setdefault(t.statement, (spoken[key], "the word of the same speaker"))
        spoken.setdefault(key, t.statement)
    ties = ((t, *found.get(t.statement, (None, ""))) for t in tellings)
    return [replace(t, repeats=earlier, why=why) for t, earlier, why in ties]


def _counterparts(
    left: Sequence[Telling], right: Sequence[Telling], d: Dependence
) -> Iterator[tuple[Telling, Telling]]:
    """The statements of the two places that stand where the other's stand in the shared words."""
    if not left or not right:
        return
    for one in left:
        at = one.span.start - d.a.span.start
        other = min(right, key=lambda t: (abs(t.span.start - d.b.span.start - at), t.span))
        if other.statement != one.statement:
            yield one, other


def _later(a: Telling, b: Telling, d: Dependence, order: Mapping[str, int]) -> Telling:
    """Which of the two has it from the other: by the direction of the dependence, else by their order in time."""
    if d.direction == "unknown":
        return max(a, b, key=lambda t: order[t.statement])
    return a if d.direction == "a-from-b" else b


def stands_in(document: str, span: Span, place: Place) -> bool:
    """Whether a stretch of a document stands mostly in a place, or the place in it."""
    if document != place.document:
        return False
    shared = min(span.end, place.span.end) - max(span.start, place.span.start)
    return shared > 0 and shared >= MOSTLY * min(span.length, place.span.length)


def _first(tellings: Sequence[Telling]) -> str | None:
    """The telling that lies before all others that are dated and no repetition of it; None where two might be it."""
    dated = [t for t in tellings if t.when and bounds(t.when)]
    if not dated or len(dated) < len(tellings):
        return None
    first, *rest = dated
    return first.statement if all(before(first.when, t.when) or t.repeats == first.statement for t in rest) else None


def _positions(tellings: Sequence[Telling], holders: Mapping[str, str]) -> Iterator[Change]:
    """Where one holder stands on another side than at an earlier time."""
    last: dict[str, Telling] = {}
    for t in tellings:
        key = holders[t.statement]
        known = last.get(key)
        if known is not None and known.side != t.side and before(known.when, t.when):
            yield Change("position", t.by, known.statement, t.statement, known.value or known.words, t.value or t.words)
        if known is None or t.when:
            last[key] = t


def _drift(tellings: Sequence[Telling]) -> Iterator[Change]:
    """Where a figure is told otherwise than in the latest telling that is surely earlier."""
    for k, t in enumerate(tellings):
        known = next((p for p in reversed(tellings[:k]) if before(p.when, t.when)), None)
        if known is not None and known.side != t.side and known.value and t.value:
            yield Change("figure", t.by, known.statement, t.statement, known.value, t.value)
