"""Reading a passage into temporal expressions: spans with a meaning that waits for its "now"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from gainsay.annotations.dates.calendar_dates import CALENDAR
from gainsay.annotations.dates.counts import COUNTS
from gainsay.annotations.dates.date import DateKind
from gainsay.annotations.dates.early_years import needs_evidence
from gainsay.annotations.dates.event_dates import EVENTS
from gainsay.annotations.dates.foreign_dates import FOREIGN
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.listed_dates import LISTED
from gainsay.annotations.dates.meaning import (
    Between,
    EarlyYear,
    EitherOrder,
    Known,
    Lasting,
    Meaning,
    Open,
    PartOf,
    Placed,
    Repeated,
    Stretch,
    Vague,
)
from gainsay.annotations.dates.phrases import PHRASES
from gainsay.annotations.dates.ranges import RANGES
from gainsay.annotations.dates.relative_dates import RELATIVE
from gainsay.annotations.dates.tokens import may_hold_dates, read
from gainsay.spans import Span

_LAYERS = (COUNTS, FOREIGN, LISTED, RELATIVE, CALENDAR, PHRASES, RANGES, EVENTS)
_EXPRESSIONS = frozenset(CODES[name] for name in "DATE PARTIAL YEAR REL LONG VAGUE SET RANGE".split())


@dataclass(frozen=True, slots=True)
class Expression:
    """A temporal expression at its place.

    `aside` marks one in parentheses, which dates a work or a life; `event` names the event that places it. `early` says
    that it counts on a number of three digits being a year.
    """

    span: Span
    meaning: Meaning
    aside: bool = False
    event: Span | None = None
    early: bool = False

    @property
    def kind(self) -> DateKind:
        if isinstance(self.meaning, Repeated):
            return "set"
        if isinstance(self.meaning, Lasting):
            return "duration"
        return "range" if isinstance(self.meaning, Between | Open | Stretch) else "point"

    @property
    def relative(self) -> bool:
        """Whether the words need an anchor."""
        return not _stated(self.meaning)


def _stated(meaning: Meaning) -> bool:
    match meaning:
        case Known() | EarlyYear():
            return True
        case EitherOrder(day_first, _):
            return _stated(day_first)
        case PartOf(whole, _):
            return _stated(whole)
        case Vague(what):
            return _stated(what)
        case Open(edge, _):
            return _stated(edge)
        case Between(first, last):
            return _stated(first) or _stated(last)
        case _:
            return isinstance(meaning, Lasting | Repeated) and not getattr(meaning, "until_now", False)


def expressions(text: str, offset: int) -> list[Expression]:
    """The temporal expressions of a passage whose text begins at `offset` of the document."""
    if not may_hold_dates(text):
        return []
    chart = read(text)
    for layer in _LAYERS:
        chart = layer.rewrite(chart)
    found = []
    inside = 0
    for token in chart:
        if token.code == CODES["open"]:
            inside += 1
        elif token.code == CODES["close"]:
            inside = max(inside - 1, 0)
        elif token.code in _EXPRESSIONS:
            span = Span(token.start + offset, token.end + offset)
            meaning = cast(Meaning, token.value)
            event = meaning.event if isinstance(meaning, Placed) else None
            named = Span(event[0] + offset, event[1] + offset) if event else None
            found.append(Expression(span, meaning, inside > 0, named, needs_evidence(meaning)))
    return found
