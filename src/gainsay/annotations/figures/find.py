"""Find the figures of a document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from gainsay.annotations.figures.actions import CASUALTIES, action_before, find_action
from gainsay.annotations.figures.counted import Counted, find_counted, labelled
from gainsay.annotations.figures.elliptical import counts_the_same, is_part, leaning_on
from gainsay.annotations.figures.evidence import OLDEST, RESUMES, is_figure
from gainsay.annotations.figures.figure import DEFAULTS, Figure, FigureSettings
from gainsay.annotations.figures.lexicon import TIME_UNITS
from gainsay.annotations.figures.number_words import SMALL, TENS
from gainsay.annotations.figures.quantities import Quantity, find_quantities
from gainsay.annotations.figures.scope import find_scope
from gainsay.annotations.figures.standings import Standing, find_standings
from gainsay.annotations.figures.subjects import counted_before
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span, content_id

_VAGUE = re.compile(
    r"(?<![\w’'-])(?<!\bhow )(?<!\bas )(?:so many|very many|a great many|many|several|numerous|"
    r"countless|innumerable|a number of|a handful of|a couple of|quite a few|a few)(?=\s)",
    re.IGNORECASE,
)
_VAGUE_TIME = re.compile(r"\s(?:consecutive |long |more )?(years|months|weeks|days|hours|decades|centuries)\b")
# "one" counts only before a noun for a person or a measure; before these it does not even then.
_ONE_DAY = frozenset(("days", "nights"))
_MEMBERS = re.compile(r"(?:\s?[-‐‑]\s?(?P<noun>member|man|woman|person|strong)|\s(?P<strong>strong))\b", re.IGNORECASE)
_AGE = re.compile(
    r"[^\W\d_],\s$|\bage[ds]?(?: of)?\s$|"
    r"\b(?P<is>(?:he|she|who|I)(?:[’']s| is| was| will be| would be| turned| turns)) $",
    re.IGNORECASE,
)
_AGE_END = re.compile(r"\s?[,.;)]|\s?[—–―]|\s(?:and|was|were|from|who|of|when|by|in|on|at the time|years)\b")
_TERM = re.compile(
    r"[’']?\s(?:in |of |on |with |at )?(?P<what>(?:hard |forced |solitary |house )?(?:imprisonment|prison|jail|gaol|"
    r"custody|detention|exile|labour|labor|confinement|arrest|probation|power|office|captivity))\b"
)


_TERM_BEFORE = re.compile(
    r"\bin (?P<what>power|office|prison|jail|gaol|custody|detention|exile|captivity)(?: [a-z]+ly)? (?:for|these)?\s*$"
)


def find_figures(document: Document, layout: Layout, settings: FigureSettings = DEFAULTS) -> list[Figure]:
    """The counted and measured quantities of a document, in text order."""
    found: list[Figure] = []
    for passage in layout.prose:
        if passage.kind != "byline":
            found += _of_passage(document, passage, settings)
    return sorted(found, key=lambda f: f.span)


def _of_passage(document: Document, passage: Passage, settings: FigureSettings) -> list[Figure]:
    text, (start, end) = document.text, passage.span
    clauses = _Clauses(passage)
    figures: list[Figure] = []
    for quantity in find_quantities(text, start, end):
        clause = clauses.around(quantity.number.start)
        before = figures[-1] if figures and figures[-1].span.start >= clause.start else None
        if figure := _figure(document, quantity, clause, before, note=passage.kind == "note"):
            figures.append(_scoped(text, figure, clause))
    taken = [f.span for f in figures]
    figures += [_standing(document, s) for s in find_standings(text, start, end) if not _overlaps(taken, s.span)]
    figures.sort(key=lambda f: f.span)
    if settings.vague:
        taken = [f.span for f in figures]
        figures += [f for f in _vague(document, passage, clauses) if not _overlaps(taken, f.span)]
    return figures


def _standing(document: Document, standing: Standing) -> Figure:
    span = standing.span
    identity = content_id("figure", document.id, span.start, span.end)
    return Figure(identity, document.id, span, standing.value, unit=standing.unit, head=standing.head)


def _scoped(text: str, figure: Figure, clause: Span) -> Figure:
    """With the place and the period that its sentence names; measures and ages have none of their own."""
    if figure.head is None or figure.head == "age":
        return figure
    after = figure.counted_span.end if figure.counted_span else figure.span.end
    place, period = find_scope(text, figure.span, after, clause)
    return replace(figure, place=place, period=period) if place or period else figure


class _Clauses:
    """The sentence around a place in a passage."""

    def __init__(self, passage: Passage) -> None:
        self._spans = passage.sentences or (passage.span,)
        self._starts = [s.start for s in self._spans]
        self._all = passage.span

    def around(self, place: int) -> Span:
        i = bisect_right(self._starts, place) - 1
        if i < 0 or self._spans[i].end <= place:
            return self._all
        return self._spans[i]


def _overlaps(ordered: list[Span], span: Span) -> bool:
    i = bisect_right(ordered, span)
    return any(span.overlaps(s) for s in ordered[max(0, i - 1) : i + 1])


def _figure(
    document: Document, quantity: Quantity, clause: Span, before: Figure | None, *, note: bool
) -> Figure | None:
    text = document.text
    if quantity.unit is None and (aged := _age(document, quantity, clause)):
        return aged
    if quantity.unit in TIME_UNITS:
        return None if _stray_one(text, quantity) else _duration(document, quantity, clause)
    if quantity.unit is None and (member := _MEMBERS.match(text, quantity.span.end, clause.end)):
        span = Span(member.start("noun"), member.end())
        if member["strong"] or member["noun"].lower() == "strong":
            return _record(document, quantity, unit="persons", counted=None, action=None, head="member")
        noun = Counted(span, member["noun"].lower(), span.end, True)
        return _record(document, quantity, unit="persons", counted=noun, action=None)
    counted = _counted(text, quantity, clause)
    if not is_figure(text, quantity, counted, clause, note=note):
        return None
    return _of_things(document, quantity, counted, clause, before)


def _of_things(
    document: Document, quantity: Quantity, counted: Counted | None, clause: Span, before: Figure | None
) -> Figure:
    text = document.text
    after = counted.span.end if counted else quantity.span.end
    action = _action(text, quantity, counted, clause)
    unit = quantity.unit or _unit(quantity, counted)
    if counted and counted.head == "life" and action in _LIVES:
        return _record(document, quantity, unit="persons", counted=counted, action="die")
    if counted is None and (subject := counted_before(text, quantity.span.start, clause.start)):
        whole = text[subject.span.start : subject.span.end].lower()
        toll = "die" if whole == "death toll" else CASUALTIES.get(subject.head)
        said = subject.span.end + len(" of ") == quantity.span.start or RESUMES.match(text, after, clause.end)
        persons = "persons" if subject.person and unit is None else unit
        return _record(document, quantity, unit=persons, counted=subject, action=toll or (action if said else None))
    figure = _record(document, quantity, unit=unit, counted=counted, action=action)
    if before is not None and action is None and is_part(text, quantity.span.start, clause):
        figure = replace(figure, action=before.action)
    bare = replace(quantity, unit=unit)
    if counted is None and before and before.head and counts_the_same(text, bare, after, clause, before, action):
        # "121 defendants were summoned, but just 34 showed up": the second counts what the first does.
        return leaning_on(figure, before)
    if counted is None and unit is None and (action in _OF_PERSONS or _OF_US.match(text, after, clause.end)):
        return replace(figure, unit="persons")
    return figure


# Only persons are arrested or injured; what is killed without a noun are persons too.
_OF_PERSONS = frozenset(
    """kill injure wound arrest detain jail execute hang convict acquit summon die perish drown flee march demonstrate
    surrender""".split()
)
_LIVES = frozenset("lose claim take cost die".split())
_OF_US = re.compile(r"\s+of (?:us|you)\b")
# "8 of the 31 detainees were released": the 31 were not.
_WHOLE = re.compile(
    r"(?:\d|%|\b(?:half|most|many|some|several|few|third|quarter|cent|none|dozens|hundreds|only|"
    + "|".join([*SMALL, *TENS])
    + r"))(?: [a-z]+)? of (?:the|its|his|her|their|these|those)(?: [\w’'-]+[’']s?)? $",
    re.IGNORECASE,
)


def _action(text: str, quantity: Quantity, counted: Counted | None, clause: Span) -> str | None:
    if quantity.joined or _WHOLE.search(text, max(clause.start, quantity.span.start - 40), quantity.span.start):
        return None
    if quantity.unit not in (None, "%") and counted is None:
        # Money and measures are objects: "paid 40 crowns"; a verb after them has another subject.
        return action_before(text, quantity.span.start, clause.start)
    after, head = (counted.span.end, counted.head) if counted else (quantity.span.end, None)
    return find_action(text, quantity.span.start, after, clause.start, clause.end, head=head)


def _unit(quantity: Quantity, counted: Counted | None) -> str | None:
    """A third of the men and 121 men are not of one kind: fractions have a unit of their own."""
    if quantity.share or quantity.proportion:
        return "share"
    return "persons" if counted and counted.person else None


def _counted(text: str, quantity: Quantity, clause: Span) -> Counted | None:
    at = quantity.span.end
    if quantity.unit is None and text.startswith(_HEAD_OF, at):
        at += len(_HEAD_OF) - len(" of ")
    if quantity.unit in (None, "%"):
        one = quantity.value == 1 or quantity.share or quantity.unit == "%" or quantity.joined
        return find_counted(text, at, clause.end, one=one) or labelled(text, quantity.span.start)
    return find_counted(text, at, clause.end, one=True) if text.startswith((" of ", " worth of "), at) else None


_HEAD_OF = " head of "


def _stray_one(text: str, quantity: Quantity) -> bool:
    """Whether "one day" is no count of days but a time that is not told."""
    return quantity.value == 1 and quantity.unit in _ONE_DAY and quantity.qualifier is None


def _age(document: Document, quantity: Quantity, clause: Span) -> Figure | None:
    """The age in "Ana Lindqvist, 31, a docker" or "aged 31"."""
    text, (start, stop) = document.text, quantity.number
    if quantity.words or not isinstance(quantity.value, int) or not 0 < quantity.value <= OLDEST:
        return None
    before = _AGE.search(text, max(clause.start, start - 20), start)
    if not before or not _AGE_END.match(text, stop, clause.end):
        return None
    word = text[max(clause.start, start - 40) : start].rstrip(", ").rpartition(" ")[2]
    if not before["is"] and not before.group().lower().startswith("age") and not word[:1].isupper():
        return None
    return _record(document, quantity, unit="years", counted=None, action=None, head="age")


def _duration(document: Document, quantity: Quantity, clause: Span) -> Figure:
    """A span of time: what it is a term of, where that is said; an age where it is one."""
    if quantity.age:
        return _record(document, quantity, unit="years", counted=None, action=None, head="age")
    text, stop = document.text, quantity.span.end
    counted = None
    if term := _TERM.match(text, stop, clause.end):
        span = Span(term.start("what"), term.end("what"))
        counted = Counted(span, term["what"].lower(), span.end, False)
    elif term := _TERM_BEFORE.search(text, max(clause.start, quantity.span.start - 40), quantity.span.start):
        counted = Counted(Span(*term.span("what")), term["what"].lower(), term.end("what"), False)
    return _record(document, quantity, unit=quantity.unit, counted=counted, action=None)


def _record(
    document: Document,
    quantity: Quantity,
    *,
    unit: str | None,
    counted: Counted | None,
    action: str | None,
    head: str | None = None,
) -> Figure:
    span = quantity.span
    return Figure(
        id=content_id("figure", document.id, span.start, span.end),
        document=document.id,
        span=span,
        value=quantity.value,
        qualifier=quantity.qualifier,
        unit=unit,
        counted=counted.span.of(document.text) if counted else None,
        counted_span=counted.span if counted else None,
        head=counted.head if counted else head,
        action=action,
    )


def _vague(document: Document, passage: Passage, clauses: _Clauses) -> Iterator[Figure]:
    """Quantities without a number: "many officials", "several years"."""
    text, (start, end) = document.text, passage.span
    for found in _VAGUE.finditer(text, start, end):
        clause = clauses.around(found.start())
        span = Span(found.start(), found.end())
        if time := _VAGUE_TIME.match(text, span.end, clause.end):
            quantity = Quantity(Span(span.start, time.end()), span, None, "vague", time[1])
            yield _record(document, quantity, unit=time[1], counted=None, action=None)
        elif counted := find_counted(text, span.end, clause.end, one=False):
            quantity = Quantity(span, span, None, "vague", None)
            yield _of_things(document, quantity, counted, clause, None)
