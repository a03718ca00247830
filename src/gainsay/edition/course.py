"""Through time: how a matter is told from telling to telling, who changed position, and how a figure drifts."""

from __future__ import annotations

from bisect import bisect_left
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
    changes = (*_positions(repeated, holders), *(drift(repeated) if matter.facet == "figure" else ()))
    return Course(tuple(repeated), _first(repeated), changes)


def _values(edition: Edition, matter: Matter, statements: Mapping[str, Statement]) -> dict[str, str]:
    """The words that are compared in each statement, as worded: a figure with what it counts, a date, a name."""
    compared: dict[str, _Compared] = {}
    for document in dict.fromkeys(s.document for s in statements.values()):
        compared.update(_compared(edition, matter.facet, document))
    found: dict[str, str] = {}
    for side in matter.sides:
        worded = {
            s.id: sorted((compared[k] for k in (*s.figures, *s.dates, *s.designations) if k in compared), key=_number)
            for s in (statements[i] for i in side.statements if i in statements)
        }
        lead = next((key for own in worded.values() for _, words, key in own if words == side.position), None)
        for s, own in worded.items():
            alike = [words for _, words, key in own if key == lead]
            found[s] = next((words for words in (*alike, *(words for _, words, _ in own))), "")
    return found


_Compared = tuple[int, str, object]  # its number in the document, its words, and by what two of them are the same


def _number(one: _Compared) -> int:
    return one[0]


def _compared(edition: Edition, facet: str | None, document: str) -> dict[str, _Compared]:
    """What of the matter's kind stands in a document, by its id."""
    text = edition.text(document)
    if facet == "figure":
        figures = enumerate(edition.figures(document))
        return {
            f.id: (k, cover([f.span, f.counted_span or f.span]).of(text), (f.value, f.qualifier)) for k, f in figures
        }
    if facet == "date":
        return {d.id: (k, d.span.of(text), d.edtf) for k, d in enumerate(edition.dates(document))}
    if facet == "label":
        return {d.id: (k, d.span.of(text), d.head) for k, d in enumerate(edition.designations(document))}
    return {}


def _repeating(
    tellings: Sequence[Telling], holders: Mapping[str, str], dependences: Sequence[Dependence]
) -> list[Telling]:
    """Each telling with the earliest one that it repeats: by shared words, else by the same speaker."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for t in sorted(tellings, key=lambda t: t.span):
        by_document[t.document].append(t)
    reach = max((t.span.length for t in tellings), default=0)
    order = {t.statement: k for k, t in enumerate(tellings)}
    found: dict[str, tuple[str, str]] = {}
    for d in dependences:
        left, right = (_standing(by_document.get(place.document, ()), place, reach) for place in (d.a, d.b))
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


def _standing(tellings: Sequence[Telling], place: Place, reach: int) -> list[Telling]:
    """Those of the tellings of one document, in order of the text and none longer than `reach`, that are in a place."""
    first = bisect_left(tellings, place.span.start - reach, key=_start)
    after = bisect_left(tellings, place.span.end, key=_start)
    return [t for t in tellings[first:after] if stands_in(t.document, t.span, place)]


def _start(t: Telling) -> int:
    return t.span.start


def _counterparts(left: list[Telling], right: list[Telling], d: Dependence) -> Iterator[tuple[Telling, Telling]]:
    """The statements of the two places that stand where the other's stand in the shared words."""
    if not left or not right:
        return
    for one in left:
        at = one.span.start - d.a.span.start + d.b.span.start
        above = bisect_left(right, at, key=_start)
        below = bisect_left(right, _start(right[max(above - 1, 0)]), key=_start)
        other = min(right[below : below + 1] + right[above : above + 1], key=lambda t: (abs(t.span.start - at), t.span))
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


def drift(tellings: Sequence[Telling]) -> Iterator[Change]:
    """Where a figure is told otherwise than in the latest telling that is surely earlier.

    The tellings are in order of time.
    """
    days = [(bounds(t.when) if t.when else None) or _UNDATED for t in tellings]
    ended = sorted(range(len(tellings)), key=lambda k: days[k][1])  # the tellings by their last days
    passed, latest = 0, -1
    for t, (first, _) in zip(tellings, days, strict=True):
        if first == NEVER:
            continue  # it may be the earliest of all
        # First days never fall from telling to telling: what is surely earlier than one is so than the next.
        while passed < len(ended) and days[ended[passed]][1] < first:
            latest = max(latest, ended[passed])
            passed += 1
        known = tellings[latest] if latest >= 0 else None
        if first != FOREVER and known and known.side != t.side and known.value and t.value:
            yield Change("figure", t.by, known.statement, t.statement, known.value, t.value)
