"""Phrases around dates: parts of them, lengths counted from them, ranges between them, open ends."""

from __future__ import annotations

import re
from typing import cast

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import (
    Anniversary,
    Away,
    Between,
    InYear,
    Known,
    Lasting,
    Meaning,
    Now,
    Nth,
    Open,
    PartOf,
    Recurring,
    Shift,
    Side,
    Slice,
    Then,
    Unplaced,
    Vague,
    Weekday,
    Yearless,
)
from gainsay.annotations.dates.when import Part, Unit

_PARTS: dict[str, Part] = {"early": "early", "late": "late", "mid": "mid", "end": "end", "start": "start"}
_PART_OF_CODE: dict[str, Part] = {CODES[name]: part for name, part in _PARTS.items()}
_SHARED = {
    "POINT": "{the}?(?P<x>[{DATE}{PARTIAL}{YEAR}{REL}])",
    "FIRST": "{the}?(?P<a>[{DATE}{PARTIAL}{YEAR}{REL}])",
    "LAST": "{the}?(?P<b>[{DATE}{PARTIAL}{YEAR}{REL}])",
    # A clause that opens a sentence and says since when: "forty years after the great flood in the lower town,".
    "CLAUSE": "(?:[^{comma}{dot}{sentence}{quote}{open}{close}{dash}]{1,9}(?={comma}))",
}


def _meaning(found: Found, name: str = "x") -> Meaning:
    token = found.token(name)
    return cast(Meaning, token.value) if token is not None else Unplaced()


def _part(found: Found) -> Built | None:
    """Early April, the late 1930s, mid-1996, the end of September, the first half of 1941."""
    token = found.token("part")
    if token is None:
        return None
    part = _PART_OF_CODE.get(token.code)
    if token.code == CODES["ordinalword"]:
        part = {1: "first half", 2: "second half"}.get(cast(int, token.value))  # type: ignore[assignment]
    if part is None:
        return None
    whole = _meaning(found)
    partial = isinstance(whole, Yearless)
    return Built("PARTIAL" if partial else "DATE", PartOf(whole, part))


def _part_of_then(found: Found) -> Built | None:
    """The end of the month, late in the year, later in the summer: of the time told of."""
    token = found.token("part")
    if found.has("s"):
        whole: Meaning = Yearless(season=found.number("s"))
    else:
        whole = Shift(cast(Unit, found.word("u")), 0, 0, "here")
    part = _PART_OF_CODE.get(token.code) if token is not None else None
    # "At the end of the day" is a way of speaking.
    if found.word("u") == "day" and part == "end":
        return None
    return Built("DATE", whole if part is None else PartOf(whole, part))


def _year_end(found: Found) -> Built | None:
    """Year's end, year-end."""
    return Built("DATE", PartOf(Shift("year", 0, 0, "here"), "end")) if found.word("u") == "year" else None


def _same(found: Found) -> Built:
    """Later that year, earlier this month: the words before add nothing to the value."""
    return Built("DATE", _meaning(found))


def _last_named(found: Found) -> Built | None:
    """October last, Tuesday next."""
    token, what = found.token("det"), _meaning(found)
    step = 1 if token is not None and token.code == CODES["next"] else -1
    if isinstance(what, Yearless):
        return Built("DATE", Recurring(what, step, "now"))
    if isinstance(what, Weekday) and what.step == 0:
        return Built("DATE", Weekday(what.number, step))
    return None


def _day_of_month(found: Found) -> Built | None:
    """The 4th of last month."""
    month = _meaning(found)
    if not isinstance(month, Shift) or month.unit != "month":
        return None
    return Built("DATE", InYear(Yearless(day=found.number("d")), month))


def _vague(found: Found) -> Built:
    return Built("DATE", Vague(_meaning(found)))


def _lasting(found: Found) -> Lasting:
    return cast(Lasting, _meaning(found, "lasting"))


_PRESENT = frozenset(("has", "have", "is", "are"))


def _after_event(found: Found, lasting: Lasting, direction: int) -> Meaning:
    """Forty years after the flood, the town has …: of the year of writing, when the sentence goes on in the present."""
    near = [found.neighbour(at) for at in range(1, 8)]
    present = any(token is not None and token.value in _PRESENT for token in near)
    if present and direction > 0 and lasting.unit == "year" and lasting.low == lasting.high and lasting.low is not None:
        return Anniversary(lasting.low)
    return Away(lasting, direction, None)


def _passed(found: Found) -> Built | None:
    """Forty years have passed."""
    verb = found.word("v")
    return Built("LONG", _lasting(found)) if verb in ("passed", "elapsed", "gone") else None


def _of_whole(found: Found) -> Built | None:
    """The first two months of 1939."""
    lasting, which = _lasting(found), found.token("which")
    first = which is not None and which.code == CODES["ordinalword"]
    if which is None or lasting.unit is None or lasting.high is None or (first and which.value != 1):
        return None
    return Built("RANGE", Slice(lasting.unit, lasting.high, 1 if first else -1, _meaning(found)))


def _nth(found: Found) -> Built | None:
    """The second week of June 1911, the last day of May."""
    which, unit = found.token("which"), found.word("u")
    if which is None or unit not in ("day", "week", "month"):
        return None
    number = which.value if isinstance(which.value, int) else -1
    return Built("DATE", Nth(cast(Unit, unit), number, _meaning(found)))


def _away(found: Found) -> Built | None:
    """Two or three days ago, twelve days later, eight days after 3 May, a year before."""
    lasting, word = _lasting(found), found.token("way")
    if word is None:
        return None
    direction = -1 if word.code in (CODES["ago"], CODES["earlier"], CODES["before"]) else 1
    if found.has("x"):
        return Built("DATE", Away(lasting, direction, _meaning(found)))
    if found.has("event"):
        return Built("DATE", _after_event(found, lasting, direction))
    if word.code in (CODES["ago"], CODES["from"]):
        return Built("DATE", Away(lasting, 1 if word.code == CODES["from"] else -1, Now()))
    return Built("DATE", Away(lasting, direction, Then()))


PHRASES = Layer(
    Rule("{the}?(?P<part>[{early}{late}{mid}])[{dash}{in}]?@POINT", _part),
    Rule("{the}?(?P<part>[{end}{start}{mid}]){of}@POINT", _part),
    Rule("{the}?(?P<part>{ordinalword}){half}{of}@POINT", _part),
    Rule("{the}?(?P<part>[{end}{start}{mid}]){of}{the}(?:(?P<u>{unit})|(?P<s>{season}))", _part_of_then),
    Rule("(?P<u>{unit})[{possessive}{dash}]?(?P<part>{end})", _year_end),
    Rule("(?P<part>[{early}{late}{later}{earlier}]){in}{the}(?:{same}?(?P<u>{unit})|(?P<s>{season}))", _part_of_then),
    Rule("[{later}{earlier}]{on}?{in}?@POINT", _same),
    Rule("(?P<x>[{PARTIAL}{DATE}])(?P<det>[{last}{next}])(?![.{unit}{units}{QTY}])", _last_named),
    Rule("{the}?(?P<d>[{day}{ordinal}]){of}(?P<x>{DATE})", _day_of_month),
    # The morning of 3 May, the night of Saturday: times of day add nothing to the value.
    Rule("{the}?[{early}{late}]?{part}{of}@POINT", _same),
    Rule("[{circa}{about}]{dot}?(?P<x>{YEAR})", _vague),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])@POINT", _away),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])(?P<event>[{the}.])@CLAUSE", _away),
    Rule("(?P<lasting>{LONG}){has}(?P<v>[.])", _passed),
    Rule("{the}?(?P<which>[{ordinalword}{last}])(?P<lasting>{LONG}){of}@POINT", _of_whole),
    Rule("{the}?(?P<which>[{ordinalword}{ordinal}{last}])(?P<u>{unit}){of}@POINT", _nth),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])(?P<event>[{the}.])[{the}.{event}]?(?:{of}{the}?[.])?", _away),
    Rule("(?P<lasting>{LONG})(?P<way>{from}){VAGUE}", _away),
    Rule("(?P<lasting>{LONG})(?P<way>[{ago}{later}{earlier}{before}{after}])", _away),
    shared=_SHARED,
)


def _between(found: Found) -> Built:
    return Built("RANGE", Between(_meaning(found, "a"), _meaning(found, "b")))


_DEFERRED = re.compile(r"(?:defer|postpon|delay|adjourn|suspend|reschedul|extend)")


def _open(found: Found) -> Built | None:
    word = found.token("side")
    if word is not None and word.code == CODES["until"] and _deferred(found):
        return Built("DATE", _meaning(found))
    sides: dict[str, Side] = {"since": "since", "until": "until", "before": "before", "after": "after", "from": "since"}
    if word is not None and word.value == "prior":
        return Built("RANGE", Open(_meaning(found), "before"))
    side = next((side for name, side in sides.items() if word is not None and word.code == CODES[name]), None)
    return None if side is None else Built("RANGE", Open(_meaning(found), side))


def _deferred(found: Found) -> bool:
    """Whether something is put off until then: then it happens, it does not end."""
    near = (found.neighbour(-at) for at in range(1, 6))
    return any(token is not None and isinstance(token.value, str) and _DEFERRED.match(token.value) for token in near)


_HEADS = frozenset(CODES[name] for name in ("dot", "quote", "sentence", "close"))


def _event(found: Found) -> Built | None:
    """During the occupation, on the day that …: placed by an event, at the head of a sentence that it dates."""
    before = found.neighbour(-1)
    comma, named = found.neighbour(1), found.neighbour(2)
    if before is not None and before.code not in _HEADS and not found.has("day"):
        return None
    # "During the strike, from April to June 1911, …" says when it was.
    if comma is not None and comma.code == CODES["comma"] and named is not None and named.code == CODES["RANGE"]:
        return Built("RANGE", named.value)
    return Built("DATE", Unplaced())


def _shortly(found: Found) -> Built:
    """Shortly after winning the vote: close to the time told of."""
    return Built("DATE", Then())


RANGES = Layer(
    Rule("{from}@FIRST{comma}?(?:[{to}{until}{through}{dash}]|{up}{to})@LAST", _between),
    Rule("{between}@FIRST[{and}{dash}]@LAST", _between),
    Rule("(?P<a>[{DATE}{PARTIAL}{YEAR}{REL}])[{dash}{to}{through}{until}]@LAST", _between),
    Rule("{ever}?(?P<side>{since})@POINT", _open),
    Rule("(?P<side>{until})@POINT", _open),
    # "After last year's flood": the year is the flood's.
    Rule("(?P<side>[{before}{after}])@POINT(?!{possessive})", _open),
    Rule("(?P<side>{previous}){to}@POINT", _open),
    Rule("(?P<side>{from})@POINT(?:{on}(?![{the}{a}{DATE}{PARTIAL}])|{onwards})", _open),
    Rule("{as}{of}@POINT", _same),
    shared=_SHARED,
)


def _apposed(found: Found) -> Built | None:
    """In January 1922, some 44 months later: the words after the comma name the same time again."""
    named, again = found.neighbour(-2), found.token("r")
    meaning = again.value if again is not None else None
    if named is None or not isinstance(meaning, Away) or not isinstance(meaning.base, Then):
        return None
    return Built("DATE", named.value)


def _shared_year(found: Found) -> Built | None:
    """In April and June 1911: the year stands with the last."""
    what, last = _meaning(found), found.neighbour(2)
    dated = last.value if last is not None else None
    if not isinstance(what, Yearless) or what.month is None or not isinstance(dated, Known) or dated.when is None:
        return None
    if dated.when.grain not in ("month", "day") or what.month > dated.when.first[1]:
        return None
    return Built("DATE", InYear(what, dated))


EVENTS = Layer(
    Rule("(?P<x>{PARTIAL})(?=[{and}{or}{slash}]{DATE})", _shared_year),
    Rule("(?<=[{DATE}{YEAR}]{comma})(?P<r>{DATE})", _apposed),
    Rule("{shortly}[{after}{before}]@CLAUSE?", _shortly),
    Rule("{shortly}{later}", _shortly),
    Rule("{on}{the}(?P<day>{unit})[{that}{when}{of}](?:@CLAUSE|[.])", _event),
    Rule(
        "[{during}{after}{before}{since}]{the}?[.{adjective}]{0,4}[{event}{fall}{period}](?:{of}{the}?[.]{1,3})?",
        _event,
    ),
    Rule("{during}{the}?[.]{0,3}{units}@CLAUSE", _event),
    shared=_SHARED,
)
