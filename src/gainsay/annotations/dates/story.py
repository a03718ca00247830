"""The course of a text: what "now" is, what time was last told of, and what each expression means in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gainsay.annotations.dates.date import Date
from gainsay.annotations.dates.expressions import Expression
from gainsay.annotations.dates.meaning import (
    Anniversary,
    Away,
    Known,
    Lasting,
    Now,
    Open,
    Repeated,
    Slice,
    Stretch,
    Yearless,
)
from gainsay.annotations.dates.resolution import Setting, nearest, resolve
from gainsay.annotations.dates.when import When, distance
from gainsay.spans import Span, content_id

_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|scheduled|expected|due|plans?|planned|upcoming|set|ready)\b(?![^.]*\.\s)|['’]ll ",
    re.IGNORECASE,
)
# Said to those who write it down: a text reports such words when they are new.
_REPORTED = re.compile(
    r"\b(?:speaking|interview|reporters|(?:the|a) press|press conference|told)\b[^.]*$", re.IGNORECASE
)
# How far back, in characters, a stated date still governs the day and month after it in a text written from "now".
_REACH = 300
# Days within which a date counts as going on from the one before it.
_CLOSE = 45
# A text tells of the past when most of its exact dates lie further than this from the day of writing.
_LONG_AGO = 550


def tells_of_the_past(now: When | None, found: Iterable[Expression]) -> bool:
    """Whether a text is a history, whose yearless dates follow the story, or a report, whose dates surround its day."""
    if now is None:
        return True
    exact = [
        e.meaning.when
        for e in found
        if isinstance(e.meaning, Known) and e.meaning.when and e.meaning.when.grain in ("day", "month")
    ]
    far = [when for when in exact if abs(distance(when.first, now.first)) > _LONG_AGO]
    # Three exact dates are the least that show a habit.
    return len(exact) >= 3 and 2 * len(far) > len(exact)


def latest_stated(found: Iterable[Expression]) -> When | None:
    """The last date that a text states: it was not written before."""
    stated = [e.meaning.when for e in found if isinstance(e.meaning, Known) and e.meaning.when]
    exact = [when for when in stated if when.grain in ("day", "month", "year")]
    return max(exact, key=lambda when: when.first, default=None)


class Story:
    """Reads the expressions of one article, or of one quotation, in order."""

    def __init__(
        self, document: str, text: str, now: When | None, *, history: bool, latest: When | None = None
    ) -> None:
        self._document, self._text, self._now, self._history = document, text, now, history
        self._latest = latest
        self._then: When | None = None
        self._supplier: When | None = None
        self._fine: When | None = None
        self._place: Span | None = None
        self._near = False

    def tell(self, found: Sequence[Expression], *, keep: bool = True) -> list[Date]:
        """The dates of one passage. With `keep` false (a note, a caption) it leaves no trace on what follows."""
        self._near = False
        before = (self._then, self._supplier, self._fine, self._place)
        dates = [self._date(expression) for expression in found]
        if not keep:
            self._then, self._supplier, self._fine, self._place = before
        return dates

    def _setting(self, expression: Expression) -> Setting:
        near = self._place is not None and expression.span.start - self._place.end <= _REACH and self._near
        supplies = self._supplier if self._supplier is not None and (self._history or near) else self._now
        if self._history and self._goes_on(expression):
            supplies = self._fine
        clause = self._text[max(expression.span.start - 80, 0) : expression.span.start]
        if _REPORTED.search(clause):
            supplies = self._now or self._latest or supplies
        return Setting(self._now, self._then, supplies, _AHEAD.search(clause) is not None, self._history)

    def _goes_on(self, expression: Expression) -> bool:
        """Whether a day or month follows closely on the last one, past a year named in between ("declassified in 2005")."""
        if self._fine is None or not isinstance(expression.meaning, Yearless):
            return False
        when = nearest(expression.meaning, Setting(None, None, self._fine))
        return when is not None and abs(distance(self._fine.first, when.first)) <= _CLOSE

    def _date(self, expression: Expression) -> Date:
        when = anchor = None
        if expression.relative:
            setting = self._setting(expression)
            when = resolve(expression.meaning, setting)
            if when is not None and self._place is not None:
                untold = replace(setting, then=None, supplies=setting.now)
                anchor = self._place if resolve(expression.meaning, untold) != when else None
        else:
            when = resolve(expression.meaning, Setting(self._now, self._then, None))
        self._remember(expression, when)
        return Date(
            id=content_id("date", self._document, *expression.span),
            document=self._document,
            span=expression.span,
            edtf=when.edtf if when else None,
            kind="range" if when and when.grain == "stretch" and expression.kind == "point" else expression.kind,
            relative=expression.relative,
            anchor=anchor,
        )

    def _remember(self, expression: Expression, when: When | None) -> None:
        """The time told of moves on with every date that is part of the story."""
        if when is None or expression.aside or when.grain in ("decade", "century"):
            return
        if isinstance(expression.meaning, Lasting | Repeated | Stretch | Now | Anniversary | Slice):
            return
        if isinstance(expression.meaning, Open):
            if expression.meaning.side != "after":
                return
            when = When(when.first, when.first, "day")
        # "A year earlier" looks back and tells nothing on.
        if isinstance(expression.meaning, Away) and expression.meaning.direction < 0:
            return
        # What lies ahead of a report's own day is no place for its story to go on from.
        if not self._history and self._now is not None and when.first > self._now.last:
            return
        self._then, self._place = when, expression.span
        supplier = self._supplier
        # "December 7 (December 8 in the east), 1941": a year around the date just told of says less than it.
        if supplier is not None and when.grain == "year" and supplier.year == when.year:
            return
        if when.year == when.last[0] or when.grain in ("season", "week"):
            self._supplier = when
        if when.grain in ("day", "month"):
            self._fine = when
        self._near = isinstance(expression.meaning, Known) and when.grain != "year"
