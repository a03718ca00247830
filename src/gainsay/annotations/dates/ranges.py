"""Ranges between two dates, and ranges of which only one end is said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import Between, InYear, Meaning, Open, Recurring, Side, Weekday, Yearless
from gainsay.annotations.dates.phrases import PHRASE_PARTS, meaning_of, same


def _between(found: Found) -> Built:
    return Built("RANGE", Between(meaning_of(found, "a"), meaning_of(found, "b")))


_DEFERRED = re.compile(r"(?:defer|postpon|delay|adjourn|suspend|reschedul|extend)")


def _open(found: Found) -> Built | None:
    word = found.token("side")
    if word is not None and word.code == CODES["until"] and _deferred(found):
        return Built("DATE", _coming(meaning_of(found)))
    sides: dict[str, Side] = {"since": "since", "until": "until", "before": "before", "after": "after", "from": "since"}
    sides["to"] = "until"
    if word is not None and word.value == "prior":
        return Built("RANGE", Open(meaning_of(found), "before"))
    side = next((side for name, side in sides.items() if word is not None and word.code == CODES[name]), None)
    return None if side is None else Built("RANGE", Open(meaning_of(found), side))


def _coming(day: Meaning) -> Meaning:
    """Adjourned until Monday: the next one."""
    if isinstance(day, Weekday) and day.step == 0:
        return replace(day, step=1)
    return Recurring(day, 1, "here") if isinstance(day, Yearless) and day.month is not None else day


def _bound(found: Found) -> Built | None:
    """Not later than 1 June, no earlier than March."""
    no, side = found.token("no"), found.token("side")
    if no is None or no.value not in ("no", "not") or side is None:
        return None
    return Built("RANGE", Open(meaning_of(found), "until" if side.code in _LATEST else "since"))


_LATEST = frozenset((CODES["later"], CODES["after"]))


def _of_one_year(found: Found) -> Built | None:
    """Between May and June in 1981."""
    ends, year = (meaning_of(found, "a"), meaning_of(found, "b")), meaning_of(found)
    if not all(isinstance(end, Yearless) and end.month for end in ends):
        return None
    return Built("RANGE", Between(*(InYear(cast(Yearless, end), year) for end in ends)))


def _to_the_present(found: Found) -> Built | None:
    """1911 to the present, 1911–present, from 1911 to date."""
    word = found.token("now")
    if word is None or str(word.value).lower() not in ("present", "date", "today", "now"):
        return None
    return Built("RANGE", Open(meaning_of(found, "a"), "since"))


def _deferred(found: Found) -> bool:
    """Whether something is put off until then: then it happens, it does not end."""
    near = (found.neighbour(-at) for at in range(1, 6))
    return any(token is not None and isinstance(token.value, str) and _DEFERRED.match(token.value) for token in near)


RANGES = Layer(
    Rule("[{from}{between}](?P<a>{PARTIAL})[{to}{and}{dash}](?P<b>{PARTIAL})[{in}{of}](?P<x>{YEAR})", _of_one_year),
    Rule("{from}?@FIRST[{to}{until}{through}{dash}]{the}?(?P<now>[.{today}{now}])", _to_the_present),
    Rule("{from}@FIRST{comma}?(?:[{to}{until}{through}{dash}]|{up}{to})@LAST", _between),
    Rule("{between}@FIRST[{and}{dash}]@LAST", _between),
    Rule("(?P<a>[{DATE}{PARTIAL}{YEAR}{REL}])[{dash}{to}{through}{until}]@LAST", _between),
    Rule("{ever}?(?P<side>{since})@POINT", _open),
    Rule("{ever}?(?P<side>{since}){at}{least}@POINT", _open),
    Rule("(?P<side>{until})@POINT", _open),
    Rule("{up}(?P<side>{to}){until}?@POINT", _open),
    Rule("{up}(?P<side>{until})@POINT", _open),
    Rule("(?P<no>[{numberword}{negation}])(?P<side>[{later}{earlier}]){than}@POINT", _bound),
    Rule("(?P<no>{negation})(?P<side>[{before}{after}])@POINT(?!{possessive})", _bound),
    # "After last year's flood": the year is the flood's.
    Rule("(?P<side>[{before}{after}])@POINT(?!{possessive})", _open),
    Rule("(?P<side>{previous}){to}@POINT", _open),
    Rule("(?P<side>{from})@POINT(?:{on}(?![{the}{a}{DATE}{PARTIAL}])|{onwards})", _open),
    Rule("{as}{of}@POINT", same),
    shared=PHRASE_PARTS,
)
