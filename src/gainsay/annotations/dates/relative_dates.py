"""Expressions that count from a "now" or a "then": lengths of time, days, weeks, months and years beside another."""

from __future__ import annotations

from typing import cast

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.counts import Quantity
from gainsay.annotations.dates.length_rules import LENGTHS, clock_unit, year_ending
from gainsay.annotations.dates.lexicon import CODES
from gainsay.annotations.dates.meaning import (
    Anniversary,
    Away,
    Known,
    Lasting,
    Now,
    Open,
    Origin,
    PartOf,
    Recurring,
    Repeated,
    Shift,
    Stretch,
    Then,
    Unplaced,
    Weekday,
    Weekend,
    Yearless,
)
from gainsay.annotations.dates.parts import Part
from gainsay.annotations.dates.when import Unit, a_season, a_year

_LATER = frozenset(CODES[name] for name in ("next", "following", "after"))
_SOONER = frozenset(CODES[name] for name in ("last", "previous", "past", "before"))
_ASKING = frozenset(CODES[name] for name in ("in", "by", "since", "until", "during", "from", "of"))
_NOW_WORDS = frozenset(CODES[name] for name in ("last", "this", "next", "past"))


def _step(found: Found) -> tuple[int, Origin]:
    """What "last", "the following", "that" … say: which way, and counted from when."""
    token = found.token("det")
    code = token.code if token is not None else ""
    origin: Origin = "now" if code in _NOW_WORDS else "then"
    # "Next year" is said from now, "the next year" of the time told of.
    if code == CODES["next"] and found.has("the"):
        origin = "then"
    return (1 if code in _LATER else -1 if code in _SOONER else 0), origin


def _unit(found: Found) -> Built | None:
    """Last month, the same year, the following day; "REL" where it gives a year to a month beside it."""
    step, origin = _step(found)
    unit = cast(Unit, found.word("u"))
    return Built("REL" if unit == "year" else "DATE", Shift(unit, step, step, origin))


def _recurring(found: Found) -> Built | None:
    det, before = found.token("det"), found.neighbour(-1)
    # "He said that May was late": only a preposition, or the head of a clause, makes "that May" a month.
    if (
        det is not None
        and det.code == CODES["that"]
        and not (_opens(found) if before is None or before.code in _HEADS else before.code in _ASKING)
    ):
        return None
    step, origin = _step(found)
    what = Yearless(found.number("m"), None, found.number("s"), found.word("f"))
    return Built("DATE", Recurring(what, step, origin))


def _opens(found: Found) -> bool:
    """That June he left."""
    after = found.neighbour(1)
    return after is not None and after.code in _SUBJECTS


_SUBJECTS = frozenset(CODES[name] for name in ("subject", "the", "a", "comma"))


# A day that is remembered under a name, "Bloody Sunday": which one, the words do not say.
_NAMED_DAYS = frozenset("Bloody Black Cyber Super Bowl Bitter Wet Mad Orange Ruby Giving Fat".split())


def _weekday(found: Found) -> Built | None:
    before = found.neighbour(-1)
    if before is not None and str(before.value).capitalize() in _NAMED_DAYS:
        return None
    step, origin = _step(found) if found.has("det") else (0, "now")
    return Built("DATE", Weekday(found.number("w") or 0, step, origin))


def _part_of_day(found: Found) -> Built:
    step, origin = _step(found)
    return Built("DATE", Shift("day", step, step, origin))


_HEADS = frozenset(CODES[name] for name in ("dot", "quote", "sentence", "open", "close", "comma", "dash"))


def _titled(found: Found) -> bool:
    """Whether "Today" has its capital in the middle of a sentence, as in the name of a paper."""
    word, before = found.word("x"), found.neighbour(-1)
    return word is not None and word[0].isupper() and before is not None and before.code not in _HEADS


def _day(step: int, found: Found) -> Built | None:
    if _titled(found):
        return None
    return Built("DATE", Shift("day", step, step, "now"))


def _now(found: Found) -> Built | None:
    word, after = found.word("x"), found.neighbour(1)
    # "Now, the mill …" is no time.
    begins = word is not None and word[0].isupper() and after is not None and after.code == CODES["comma"]
    return None if begins or _titled(found) else Built("VAGUE", Now())


def _stretch(found: Found) -> Built:
    """The past three years, the next two weeks; the past year."""
    step, origin = _step(found)
    quantity = found.token("q")
    count = cast(Quantity, quantity.value) if quantity is not None else Quantity(1, 1)
    unit, high = found.word("u") or ("quarter" if found.has("quarters") else None), count.high
    if high is None or found.has("clock"):
        return Built(
            "LONG", Lasting(low=count.low, high=high, clock=clock_unit(found)) if found.has("clock") else Lasting()
        )
    return Built("RANGE", Stretch(cast(Unit, unit), high, step or -1, origin))


_OFTEN: dict[str, tuple[Unit, int]] = {
    "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "monthly": ("month", 1), "annual": ("year", 1),
    "annually": ("year", 1), "yearly": ("year", 1),
}  # fmt: skip


def _these_days(found: Found) -> Built:
    return Built("VAGUE", Now())


def _repeated(found: Found) -> Built:
    """Daily, every two weeks; of "every Friday" only that it is repeated."""
    quantity, word, unit = found.token("q"), found.word("often"), found.word("u")
    if word in _OFTEN:
        return Built("SET", Repeated(*_OFTEN[word]))
    count = cast(Quantity, quantity.value).high if quantity is not None else 1
    return Built("SET", Repeated(cast(Unit, unit), count) if unit and count else Repeated())


def _every_other(found: Found) -> Built | None:
    """Every second week, every other Friday."""
    word = found.token("o")
    number = 2 if word is not None and word.value == "other" else found.number("o")
    if number is None:
        return None
    unit = found.word("u")
    return Built("SET", Repeated(cast(Unit, unit), number) if unit else Repeated())


def _rate(found: Found) -> Built | None:
    """Twice a week, 30 a day, per month."""
    unit, per = found.word("u"), found.token("per")
    if unit is None or (per is not None and per.value != "per"):
        return None
    return Built("SET", Repeated(cast(Unit, unit)))


def _ever_since(_: Found) -> Built:
    return Built("VAGUE", Open(Then(), "since"))


def _recently(_: Found) -> Built:
    return Built("VAGUE", Open(Now(), "before"))


def _anniversary(found: Found) -> Built | None:
    number = (found.number("t") or 0) + (found.number("n") or 0)
    return Built("DATE", Anniversary(number)) if number else None


_STOPS = frozenset(CODES[name] for name in ("dot", "quote", "sentence", "comma"))


def _previously(found: Found) -> Built | None:
    """At the head of a sentence, before the time told of; at its end, before now; elsewhere it dates nothing."""
    if found.word("w") != "previously":
        return None
    before, after = found.neighbour(-1), found.neighbour(1)
    if before is None or before.code in _STOPS:
        return Built("VAGUE", Open(Then(), "before"))
    return Built("VAGUE", Open(Now(), "before")) if after is None or after.code in _STOPS else None


def _unplaced_time(found: Found) -> Built | None:
    """At that time, during this period; "in that war" is no time."""
    last = found.neighbour(1)
    return Built("VAGUE", Unplaced()) if last is None or last.code != CODES["of"] else None


def _weekend(found: Found) -> Built:
    if not found.has("det"):
        return Built("DATE", Weekend(0, "now", nearest=True))
    return Built("DATE", Weekend(*_step(found)))


def _this_quarter(found: Found) -> Built:
    step, origin = _step(found)
    return Built("DATE", Shift("quarter", step, step, origin))


def _quarter_told(_: Found) -> Built:
    """In the quarter, the latest quarter: the one told of, which is rarely that of the day of writing."""
    return Built("DATE", Shift("quarter", 0, 0, "then"))


def _latest(found: Found) -> Built:
    """The current year; of the latest period only that it is one."""
    unit = found.word("u")
    return Built("DATE", Shift(cast(Unit, unit), 0, 0, "now") if unit and not found.has("fiscal") else Unplaced())


def _year_earlier(found: Found) -> Built | None:
    """The year-earlier period, the year-ago quarter."""
    if found.word("u") != "year":
        return None
    return Built("DATE", Away(Lasting("year", 1, 1), -1, Then()))


def _new_year(found: Found) -> Built | None:
    """Early in the new year: in the one after that told of."""
    return Built("DATE", Shift("year", 1, 1, "here")) if found.word("u") == "year" else None


def _this_unit(found: Found) -> Built | None:
    """For the year, during the week: of the time told of."""
    unit = found.word("u")
    return None if unit in (None, "day", "century") else Built("DATE", Shift(cast(Unit, unit), 0, 0, "here"))


def _quarter(found: Found) -> Built | None:
    number = found.number("n")
    return Built("PARTIAL", Yearless(season=32 + number)) if number in (1, 2, 3, 4) else None


def _quarter_of(found: Found) -> Built | None:
    """The third quarter of 1931."""
    number, year = found.number("n"), found.number("y")
    if number not in (1, 2, 3, 4) or year is None:
        return None
    return Built("DATE", Known(a_season(year, 32 + number)))


def _at_writing(found: Found) -> Built | None:
    """At the time of writing, as of this writing."""
    return Built("DATE", Now()) if found.word("writing") == "writing" else None


def _half_of(found: Found) -> Built | None:
    """H1 2016, 1H 2016: as accounts and their readers write it."""
    number, year = found.number("n"), found.number("y")
    half: Part = "first half" if number == 1 else "second half"
    return Built("DATE", PartOf(Known(a_year(year)), half)) if year is not None else None


_SHARED = {
    "ABOUT": "(?P<over>[{about}{over}]|[{more}{less}]{than}|{at}{least}|{up}{to})",
    "ADJECTIVE": "[{adjective}{more}]",
    # An age or a sentence is no date: "65 years old", "twelve years in prison".
    "NOAGE": "(?!{dash}?{old}|[{in}{of}]{old})",
    "DET": (
        "(?:{this}(?=[{past}{next}]))?(?P<the>{the}(?=[{next}{following}{previous}{same}]))?"
        "(?P<det>[{next}{following}{previous}{same}{last}{this}{that}]|(?<={this}){past}){same}?"
    ),
    # "30 a day", "fifty thousand books a year"
    "COUNTED": (
        "(?:(?<=[{number}{day}{two}{ones}{tens}{hundred}{countnoun}{clock}])"
        "|(?<=[{number}{day}{two}{ones}{tens}{hundred}{countnoun}][.]))"
    ),
    "NAMED": "(?!{part}|[{comma}{dash}]?(?:{the}?[{day}{ordinal}]{of}?)?[{month}{namelike}{monthabbr}])",
}
RELATIVE = Layer(
    Rule("(?P<x>[{today}{tonight}])", lambda f: _day(0, f)),
    Rule("{the}{unit}{before}{yesterday}", lambda f: _day(-2, f)),
    Rule("{the}{unit}{after}{tomorrow}", lambda f: _day(2, f)),
    Rule("{yesterday}{part}?", lambda f: _day(-1, f)),
    Rule("(?P<x>{tomorrow}){part}?", lambda f: _day(1, f)),
    Rule(
        "{over}?{the}(?P<det>[{past}{last}{next}{following}{previous}])(?P<q>{QTY})@ADJECTIVE?"
        "(?:(?P<u>[{unit}{units}])|(?P<quarters>{quarters})|(?P<clock>{clock}))(?!{of})",
        _stretch,
    ),
    Rule("{over}?{the}(?P<det>{past}|{last})(?P<u>{unit})(?!{of})", _stretch),
    Rule("(?:@DET|{the}(?!{weekend}{of})){weekend}", _weekend),
    Rule("@DET{quarter}(?!{of})", _this_quarter),
    Rule("(?<=[{for}{during}{in}]){the}{quarter}(?!{of})", _quarter_told),
    Rule("{the}{latest}{quarter}(?!{of})", _quarter_told),
    Rule("{the}{latest}{fiscal}?(?:(?P<u>{unit})|{period})(?!{of})", _latest),
    Rule("{the}?(?P<u>{unit}){dash}(?P<way>[{earlier}{ago}])(?:{quarter}|{period})", _year_earlier),
    Rule("(?P<u>{unit}){dash}(?P<way>[{earlier}{ago}])(?=[.])", _year_earlier),
    Rule("(?<=[{in}{early}{late}{start}{of}]){the}{new}(?P<u>{unit})(?!{possessive})", _new_year),
    Rule("{the}?{fiscal}(?P<u>[{unit}])(?=(?P<ending>[.]))", year_ending),
    Rule("(?<=[{for}{during}]){the}(?P<u>{unit})(?=[{comma}{dot}{sentence}]|$)", _this_unit),
    Rule("{the}?(?P<n>{ordinalword}){dash}?{quarter}{of}?(?P<y>{year})", _quarter_of),
    Rule("{the}?(?P<n>{ordinalword}){dash}?{quarter}", _quarter),
    Rule("(?P<n>{quartermark})[{of}{dash}{slash}{comma}]?(?P<y>{year})", _quarter_of),
    Rule("(?P<y>{year})[{dash}{slash}]?(?P<n>{quartermark})", _quarter_of),
    Rule("(?P<n>{halfmark})[{of}{dash}{slash}{comma}]?(?P<y>{year})", _half_of),
    Rule("(?P<y>{year})[{dash}{slash}]?(?P<n>{halfmark})", _half_of),
    Rule("(?P<often>{often})(?![.])", _repeated),
    Rule("{each}(?:(?P<u>{unit})|[{weekday}{season}{month}{namelike}{part}{feast}])", _repeated),
    Rule("{each}(?P<q>{QTY})(?:(?P<u>{units})|{clock})", _repeated),
    Rule("{each}(?P<o>[{ordinalword}.])(?:(?P<u>{unit})|[{weekday}{season}{month}{namelike}{part}])", _every_other),
    Rule("{weekdays}", lambda _: Built("SET", Repeated())),
    Rule("[{ones}{day}]?{times}(?:{a}|(?P<per>{countnoun}))(?P<u>{unit})", _rate),
    Rule("(?P<per>{countnoun})(?P<u>{unit})", _rate),
    Rule("@COUNTED{a}(?P<u>{unit})(?![{ago}{later}{earlier}{before}{after}{dash}{or}{and}{from}])", _rate),
    # "The last week of May" is counted in the next layer.
    Rule("@DET(?P<u>{unit})(?!{of}[{month}{namelike}{monthabbr}{year}])", _unit),
    # The day following, the year before
    Rule("{the}(?P<u>{unit})(?P<det>[{following}{before}{after}])(?=[{comma}{dot}{sentence}{close}{quote}]|$)", _unit),
    Rule(
        "@DET(?:(?P<s>[{season}{fall}])|(?P<m>[{month}{namelike}])|(?P<f>{feast}))(?![{day}{ordinal}]|{of}?{year})",
        _recurring,
    ),
    Rule("@DET(?P<p>{part})", _part_of_day),
    Rule("(?:(?!{that})@DET)?(?P<w>{weekday}){part}?@NAMED", _weekday),
    *LENGTHS,
    Rule("(?P<these>{these}){units}", _these_days),
    Rule("(?:(?P<t>{tens}){dash})?(?P<n>[{ordinal}{ordinalword}]){anniversary}", _anniversary),
    Rule("{ever}{since}(?![{the}{year}{month}])|{since}{then}", _ever_since),
    Rule("{recent}[{units}{clock}]?|{more}?{recently}", _recently),
    Rule("(?<={in}){the}{past}(?=[{comma}{dot}{sentence}{subject}{that}]|$)", _recently),
    Rule("(?P<w>{earlier})", _previously),
    Rule("(?:{at}|{as}{of})(?:{the}{time}{of}|{this})(?P<writing>[.])", _at_writing),
    Rule(
        "(?<={at})[{the}{that}{this}]{time}|(?<=[{during}{in}{by}{from}])(?:[{that}{this}]|{the}(?={same})){same}?[{time}{period}]",
        _unplaced_time,
    ),
    Rule("(?P<x>{now})", _now),
    shared=_SHARED,
)
