"""Lengths of time: over 40 years, two and a half hours, months."""

from __future__ import annotations

from typing import cast

from gainsay.annotations.dates.chart import Built, Found, Rule
from gainsay.annotations.dates.counts import Quantity
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import Lasting
from gainsay.annotations.dates.when import Unit


def _until_now(found: Found) -> bool:
    """Whether it is said to last up to the present: "has been … for 40 years", "40 years have passed"."""
    after = found.neighbour(1)
    if after is not None and after.value in ("has", "have") and (verb := found.neighbour(2)) is not None:
        return verb.value in ("passed", "elapsed", "gone")
    before = found.neighbour(-1)
    if before is None or before.code != CODES["for"]:
        return False
    # A clause rarely has more than eight words between its auxiliary and the length of time.
    near = [found.neighbour(-at) for at in range(2, 10)]
    return any(token is not None and token.value in ("has", "have") for token in near)


_COUNTS_ON = frozenset(CODES[name] for name in ("ago", "later", "earlier", "before", "after"))


def _some_day(found: Found, low: int | None, high: int | None) -> bool:
    """Whether "one day" says no more than "once"."""
    after = found.neighbour(1)
    return (low, high, found.word("u")) == (1, 1, "day") and (after is None or after.code not in _COUNTS_ON)


def _in_a_name(found: Found) -> bool:
    """The Thirty Years' War, the Six-Day War."""
    after = [found.neighbour(step) for step in (1, 2)]
    last = next((token for token in after if token is not None and token.code not in _GLUE), None)
    return last is not None and last.code == CODES["event"] and str(last.value)[:1].isupper()


_GLUE = frozenset((CODES["quote"], CODES["possessive"], CODES["dash"]))


def _lasting(found: Found) -> Built | None:
    """Over 40 years, two weeks, a three-day …: how long; the next layer may add "ago" or "later"."""
    quantity, unit = found.token("q"), found.word("u")
    low, high, half = cast(Quantity, quantity.value) if quantity is not None else Quantity(1, 1)
    if _in_a_name(found):
        return None
    half = half or found.has("half")
    if unit is None or (_some_day(found, low, high) and not half):
        return None if unit else Built("LONG", Lasting())
    more = found.token("over")
    at_least = more is not None and more.code in (CODES["over"], CODES["more"], CODES["at"])
    return Built("LONG", Lasting(cast(Unit, unit), low, high, at_least, _until_now(found), half=half))


_HALVES: dict[str, tuple[Unit, int]] = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}


def _half(found: Found) -> Built:
    """Half a century, half a year."""
    unit, count = _HALVES.get(found.word("u") or "", (None, None))
    return Built("LONG", Lasting(unit, count, count))


def year_ending(found: Found) -> Built | None:
    """The year ended 30 June: a year, wherever it begins."""
    word = found.token("ending")
    ends = word is not None and word.value in ("ended", "ending")
    return Built("LONG", Lasting("year", 1, 1)) if ends and found.word("u") == "year" else None


def _quarter_century(found: Found) -> Built | None:
    return Built("LONG", Lasting("year", 25, 25)) if found.word("u") == "century" else None


def _some_time(_: Found) -> Built:
    return Built("LONG", Lasting())


def clock_unit(found: Found) -> str:
    """H, M or S; moments are as short as seconds."""
    word = found.word("clock") or ""
    return "S" if word == "moments" else word[:1].upper()


def _clock(found: Found) -> Built:
    quantity = found.token("q")
    low, high, half = cast(Quantity, quantity.value) if quantity is not None else (None, None, False)
    if quantity is None and found.has("one"):
        low = high = 1
    return Built("LONG", Lasting(low=low, high=high, clock=clock_unit(found), half=half or found.has("half")))


LENGTHS = (
    Rule("{the}(?P<q>{QTY})(?P<u>{units})@NOAGE", _lasting),
    Rule("@ABOUT?(?P<q>{QTY}){dash}?@ADJECTIVE?{dash}?(?P<u>[{unit}{units}])@NOAGE", _lasting),
    Rule("@ABOUT?(?P<q>{QTY}){dash}?@ADJECTIVE?(?P<clock>{clock})@NOAGE", _clock),
    Rule("@ABOUT?{a}(?P<u>{unit}){dash}?{and}{dash}?{a}{dash}?(?P<half>{half})", _lasting),
    Rule("{the}?(?P<u>[{unit}])(?=(?P<ending>[.]))", year_ending),
    Rule("@ABOUT?(?P<one>{a})(?P<clock>{clock}){and}{a}(?P<half>{half})", _clock),
    Rule("(?:@ABOUT|(?<=[{for}{within}{in}{after}]))(?P<one>{a})@ADJECTIVE?(?P<clock>{clock})", _clock),
    Rule("(?P<u>{unit}){dash}{adjective}", _lasting),
    Rule("(?:@ABOUT|(?<=[{for}{within}{in}{after}])){a}@ADJECTIVE?(?P<u>{unit})", _lasting),
    Rule("@ABOUT?{half}{a}(?P<u>{unit})", _half),
    Rule("{a}{quarter}{dash}?(?:{of}{dash}?{a})?{dash}?(?P<u>{unit})", _quarter_century),
    Rule("{a}(?P<u>{unit})(?=[{ago}{later}{earlier}{before}{after}])", _lasting),
    Rule("(?<=[{for}{within}{in}{after}]){units}(?!{of})", _some_time),
    Rule("(?<=[{over}{through}{in}{during}]){the}{units}(?=[{comma}{dot}{sentence}]|$)", _some_time),
    Rule("{the}?[{next}{following}]{units}(?!{of})", _some_time),
    Rule("{units}{dash}{adjective}", _some_time),
    Rule("{units}(?=[{ago}{later}{earlier}])", _some_time),
    Rule("{just}?(?P<clock>{clock})(?=[{before}{after}{later}{earlier}{ago}])", _clock),
)
