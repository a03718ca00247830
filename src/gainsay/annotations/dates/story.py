"""The course of a text: what "now" is, what time was last told of, and what each expression means in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gainsay.annotations.dates.date import Date, Flag
from gainsay.annotations.dates.edtf import month_length
from gainsay.annotations.dates.expressions import Expression
from gainsay.annotations.dates.lengths import duration
from gainsay.annotations.dates.meaning import (
    Anniversary,
    Away,
    Between,
    EitherOrder,
    InYear,
    Known,
    Lasting,
    Meaning,
    Now,
    Open,
    PartOf,
    Placed,
    Recurring,
    Repeated,
    Shift,
    Slice,
    Stretch,
    Weekday,
    Yearless,
)
from gainsay.annotations.dates.nearest import Setting, nearest
from gainsay.annotations.dates.resolution import resolve
from gainsay.annotations.dates.when import When, distance
from gainsay.spans import Span, content_id

_AHEAD = re.compile(
    r"\b(?:will|shall|won['’]t|scheduled|expected|due|plans?|planned|upcoming|set|ready|to be|supposed|hopes?|intends?"
    r"|proposed|deadline|until|as (?:early|soon|late) as"
    r"|(?:comes?|enters?|goes|go) into|takes? (?:effect|place)|begins|starts|opens|ends|expires|closes)\b|['’]ll ",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|\w+ed|took|came|went|made|began|won|lost|fell|rose|held|met|left|gave|told|found|became"
    r"|saw|ran|sent|led|brought|wrote|bought|sold|built|spent|said)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s|,[\"”’]\s|\n")
# Said to those who write it down: a text reports such words when they are new.
_REPORTED = re.compile(r"\b(?:speaking|interview|reporters|(?:the|a) press|press conference|told)\b", re.IGNORECASE)
# "It is 7 May", at the head of a sentence that nobody is quoted with: from here on the text is written then.
_SAYS_TODAY = re.compile(
    r"(?:^|[.!?…]\s+|\n\s*|\b(?:hi|hello|morning|okay|so|well),?\s)(?:it(?:['’]s| is)|today(?:['’]s| is))"
    r"(?:\s(?:now|currently|already|only|officially))?(?:\s\w+day,?)?\s(?:the\s)?$",
    re.IGNORECASE,
)
_SAYING = 40
# Days from the day of writing within which such a day may lie.
_MOVED = 60
# How far back, in characters, a stated date still governs the day and month after it in a text written from "now".
_REACH = 80
# Days within which a date counts as going on from the one before it.
_CLOSE = 45
# Days around a full date of which a report of this year tells, too.
_SAME_DAYS = 14
_DAY_LENGTH = len("1911-05-03")
# A text tells of the past when most of its exact dates lie further than this from the day of writing.
_LONG_AGO = 550
# The least that shows a habit.
_HABIT = 3


@dataclass(frozen=True, slots=True)
class Outlook:
    """From where a text looks at its dates.

    `now` is when it was written, `history` whether it tells of the past, `latest` the last date it states (it was not
    written before), `day_first` how it writes dates in figures.
    """

    now: When | None
    history: bool
    latest: When | None = None
    day_first: bool | None = None


def outlook(now: When | None, found: Sequence[Expression], text: str) -> Outlook:
    """What the expressions of an article show of how they are to be read."""
    stated = [(e, e.meaning.when) for e in found if isinstance(e.meaning, Known) and e.meaning.when]
    exact = [when for _, when in stated if when.grain in ("day", "month", "year")]
    latest = max(exact, key=lambda when: when.first, default=None)
    # "Not before 1911" in a text that also names 1965, if only in a note, says nothing of when it was written.
    if now is not None and now.vague and latest is not None and latest.year > now.year:
        now = None
    history = _tells_of_the_past(now, exact) if now is not None else not _undated_report(found, len(exact))
    return Outlook(now, history, latest, _day_first(e.span.of(text) for e, _ in stated))


def _tells_of_the_past(now: When, exact: Iterable[When]) -> bool:
    """Whether it is a history, whose yearless dates follow the story, or a report, whose dates surround its day."""
    fine = [when for when in exact if when.grain != "year"]
    far = [when for when in fine if abs(distance(when.first, now.first)) > _LONG_AGO]
    return len(fine) >= _HABIT and 2 * len(far) > len(fine)


def _undated_report(found: Iterable[Expression], exact: int) -> bool:
    """Whether a text whose day of writing is unknown counts from it all the same: "on Tuesday", "last month".

    What it says of May is then of the May around that day, not of the last year it happens to name.
    """
    counted = sum(_from_now(expression.meaning) for expression in found)
    return counted >= _HABIT and 2 * counted > exact


def _from_now(meaning: Meaning) -> bool:
    match meaning:
        case Shift(unit, 0, 0, _) if unit == "day":
            return False  # "today" is often "nowadays"
        case Shift(origin=origin) | Recurring(origin=origin) | Stretch(origin=origin) | Weekday(origin=origin):
            return origin == "now"
        case Away(base=base):
            return isinstance(base, Now)
        case PartOf(whole, _):
            return _from_now(whole)
        case Open(edge, _):
            return not isinstance(edge, Now) and _from_now(edge)
        case _:
            return False


def _until_a_day(meaning: Meaning) -> bool:
    """Until Tuesday: mostly the next one."""
    return isinstance(meaning, Open) and meaning.side == "until" and isinstance(meaning.edge, Weekday | Yearless)


def _flag(meaning: Meaning) -> Flag | None:
    """Why an expression that looks like a date has no value: 31 June, 21 of a year's months, 11/9."""
    match meaning:
        case Known(None):
            return "impossible"
        case EitherOrder():
            return "ambiguous"
        case Yearless(month=int() as month, day=int() as day) if day > month_length(2000, month):
            return "impossible"
        case InYear(what, _) | PartOf(what, _):
            return _flag(what)
        case Open(edge, _):
            return _flag(edge)
        case Between(first, last):
            return _flag(first) or _flag(last)
        case _:
            return None


def _day_first(written: Iterable[str]) -> bool | None:
    """Whether it writes 17/01/1979 or 01/17/1979; None where it writes neither, or both."""
    parts = [words.split("/") for words in written]
    pairs = [(int(p[0]), int(p[1])) for p in parts if len(p) == 3 and all(map(str.isdecimal, p))]
    orders = {a > 12 for a, b in pairs if (a > 12) != (b > 12)}
    return orders.pop() if len(orders) == 1 else None


class Story:
    """Reads the expressions of one article, or of one quotation, in order."""

    def __init__(self, document: str, text: str, outlook: Outlook) -> None:
        self._document, self._text, self._outlook = document, text, outlook
        self._then: When | None = None
        self._supplier: When | None = None
        self._fine: When | None = None
        self._place: Span | None = None
        self._near = False

    def tell(self, found: Sequence[Expression], *, keep: bool = True) -> list[Date]:
        """The dates of one passage. With `keep` false (a note, a caption) it leaves no trace on what follows."""
        self._near = False
        before = (self._then, self._supplier, self._fine, self._place, self._outlook)
        dates = self._on_the_day([self._date(expression) for expression in found])
        if not keep:
            self._then, self._supplier, self._fine, self._place, self._outlook = before
        return dates

    def _on_the_day(self, dates: list[Date]) -> list[Date]:
        """ "On the day that the troops went home, the paper wrote on 3 May 1911": one sentence, one day."""
        for at, (one, other) in enumerate(pairwise(dates)):
            if one.relation != "at" or one.edtf or other.relative or not other.edtf or len(other.edtf) != _DAY_LENGTH:
                continue
            if not _SENTENCE_END.search(self._text, one.span.end, other.span.start):
                dates[at] = replace(one, edtf=other.edtf, anchor=other.span)
        return dates

    def _setting(self, expression: Expression) -> Setting:
        near = self._place is not None and expression.span.start - self._place.end <= _REACH and self._near
        look = self._outlook
        supplies = self._supplier if self._supplier is not None and (look.history or near) else look.now
        if self._goes_on(expression, _CLOSE if look.history else _SAME_DAYS):
            supplies = self._fine
        clause = self._clause(expression.span.start)
        if _REPORTED.search(clause):
            supplies = look.now or look.latest or supplies
        ahead = _AHEAD.search(clause) is not None or _until_a_day(expression.meaning)
        behind = not ahead and _BEHIND.search(clause) is not None
        return Setting(look.now, self._then, supplies, ahead, look.history, behind, look.day_first)

    def _clause(self, end: int) -> str:
        """The words of the sentence before an expression, as far back as its verb may stand."""
        near = self._text[max(end - 80, 0) : end]
        return near[max((match.end() for match in _SENTENCE_END.finditer(near)), default=0) :]

    def _goes_on(self, expression: Expression, close: int) -> bool:
        """Whether a day or month follows closely on the last one, past a year between ("declassified in 2005")."""
        what = expression.meaning.whole if isinstance(expression.meaning, PartOf) else expression.meaning
        if self._fine is None or not isinstance(what, Yearless):
            return False
        when = nearest(what, Setting(None, None, self._fine))
        return when is not None and abs(distance(self._fine.first, when.first)) <= close

    def _date(self, expression: Expression) -> Date:
        when = anchor = None
        meaning = expression.meaning
        look = self._outlook
        if expression.relative:
            setting = self._setting(expression)
            when = resolve(expression.meaning, setting)
            if when is not None and self._place is not None:
                untold = replace(setting, then=None, supplies=setting.now)
                anchor = self._place if resolve(expression.meaning, untold) != when else None
        else:
            when = resolve(expression.meaning, Setting(look.now, self._then, None, day_first=look.day_first))
        self._remember(expression, when)
        if when is not None and self._says_today(expression, when):
            self._outlook = replace(look, now=when)
        return Date(
            id=content_id("date", self._document, *expression.span),
            document=self._document,
            span=expression.span,
            edtf=when.edtf if when else None,
            kind="range" if when and when.grain == "stretch" and expression.kind == "point" else expression.kind,
            relative=expression.relative,
            anchor=anchor,
            relation=meaning.relation if isinstance(meaning, Placed) else None,
            event=expression.event,
            duration=duration(meaning),
            flag=_flag(meaning) if when is None else None,
        )

    def _says_today(self, expression: Expression, when: When) -> bool:
        """Whether it says that the day it names is the one on which it is written: "It is 7 May, and raining"."""
        dated = isinstance(expression.meaning, Known | Yearless) and when.grain == "day"
        now = self._outlook.now
        if not dated or (now is not None and abs(distance(now.first, when.first)) > _MOVED):
            return False
        start = expression.span.start
        return _SAYS_TODAY.search(self._text[max(start - _SAYING, 0) : start]) is not None

    def _remember(self, expression: Expression, when: When | None) -> None:
        """The time told of moves on with every date that is part of the story."""
        look = self._outlook
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
        if not look.history and look.now is not None and when.first > look.now.last:
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
