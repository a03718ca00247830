"""What an event places, and what stands beside a date and shares its time."""

from __future__ import annotations

from dataclasses import replace

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.date import Relation
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import Away, InYear, Known, Placed, Then, Yearless
from gainsay.annotations.dates.phrases import PHRASE_PARTS, meaning_of

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
    return Built("DATE", Placed(_relation(found), found.extent("event")))


_RELATIONS: dict[str, Relation] = {
    CODES["during"]: "during",
    CODES["after"]: "after",
    CODES["later"]: "after",
    CODES["before"]: "before",
    CODES["since"]: "since",
    CODES["until"]: "until",
}


def _relation(found: Found) -> Relation:
    """How it lies to the event; "on the day when" is at it."""
    token = found.token("way")
    return _RELATIONS.get(token.code, "at") if token is not None else "at"


def _shortly(found: Found) -> Built:
    """Shortly after winning the vote: close to the time told of."""
    event = found.extent("event")
    return Built("DATE", Placed(_relation(found), event, when=Then()) if event else Then())


def _apposed(found: Found) -> Built | None:
    """In January 1922, some 44 months later: the words after the comma name the same time again."""
    named, again = found.neighbour(-2), found.token("r")
    meaning = again.value if again is not None else None
    if named is None or not isinstance(meaning, Away) or not isinstance(meaning.base, Then):
        return None
    return Built("DATE", named.value)


def _dated_beside(found: Found) -> Built | None:
    """A week earlier, on 3 May 1911; years later, in 1931: the date after the comma says when."""
    away, beside = meaning_of(found, "r"), meaning_of(found)
    if not isinstance(away, Away) or not isinstance(away.base, Then):
        return None
    if not isinstance(beside, Known) or beside.when is None or beside.when.grain not in ("day", "month", "year"):
        return None
    coarse = away.lasting.unit not in (None, "year", "decade", "century")
    return None if beside.when.grain == "year" and coarse else Built("DATE", beside)


def _dated_event(found: Found) -> Built | None:
    """Two days after the coup of 3 May 1911: the event's own date gives the value."""
    placed, beside = meaning_of(found, "r"), meaning_of(found)
    if not isinstance(placed, Placed) or placed.lasting is None or not isinstance(beside, Known):
        return None
    direction = {"after": 1, "before": -1}.get(placed.relation)
    if direction is None:
        return None
    return Built("DATE", replace(placed, when=Away(placed.lasting, direction, beside)))


def _shared_year(found: Found) -> Built | None:
    """In April and June 1911: the year stands with the last."""
    what, last = meaning_of(found), found.neighbour(2)
    dated = last.value if last is not None else None
    if not isinstance(what, Yearless) or what.month is None or not isinstance(dated, Known) or dated.when is None:
        return None
    if dated.when.grain not in ("month", "day") or what.month > dated.when.first[1]:
        return None
    return Built("DATE", InYear(what, dated))


EVENTS = Layer(
    Rule("(?P<x>{PARTIAL})(?=[{and}{or}{slash}]{DATE})", _shared_year),
    Rule("(?<=[{DATE}{YEAR}]{comma})(?P<r>{DATE})", _apposed),
    Rule("(?P<r>{DATE})(?=[{of}{on}](?P<x>[{DATE}{YEAR}]))", _dated_event),
    Rule("(?P<r>{DATE})(?={comma}[{on}{in}]?(?P<x>[{DATE}{YEAR}]))", _dated_beside),
    Rule("{shortly}(?P<way>[{after}{before}])(?P<event>@CLAUSE)", _shortly),
    Rule("{shortly}(?P<way>[{after}{before}])(?={the})@EVENT", _shortly),
    Rule("{shortly}(?P<way>[{after}{before}{later}])", _shortly),
    Rule("{on}{the}(?P<day>{unit})[{that}{when}{of}](?P<event>@NAMED|@CLAUSE|[.])", _event),
    Rule(
        "(?P<way>[{during}{after}{before}{since}{until}])"
        "(?P<event>{the}?[.{adjective}]{0,4}[{event}{fall}{period}](?:{of}{the}?[.]{1,3})?)",
        _event,
    ),
    Rule("(?P<way>{during})(?P<event>{the}?[.]{0,3}{units}@CLAUSE)", _event),
    shared=PHRASE_PARTS | {"NAMED": "{the}[.{adjective}]{0,3}[{event}{fall}]{of}{the}?[.]{1,2}"},
)
