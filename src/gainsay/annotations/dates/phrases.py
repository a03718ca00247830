"""Phrases around dates: parts of them, lengths counted from them, ranges between them, open ends."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.lexicon import CODES, OTHER
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
    PartOf,
    Placed,
    Recurring,
    Shift,
    Slice,
    Then,
    Turn,
    Unplaced,
    Vague,
    Weekday,
    Yearless,
)
from gainsay.annotations.dates.parts import Part, a_turn
from gainsay.annotations.dates.when import Unit

_PARTS: dict[str, Part] = {"early": "early", "late": "late", "mid": "mid", "end": "end", "start": "start"}
_PART_OF_CODE: dict[str, Part] = {CODES[name]: part for name, part in _PARTS.items()}
PHRASE_PARTS = {
    "POINT": "{the}?(?P<x>[{DATE}{PARTIAL}{YEAR}{REL}])",
    "FIRST": "{the}?(?P<a>[{DATE}{PARTIAL}{YEAR}{REL}])",
    # What comes after "two weeks before": as far as an event's name, or two words; "Lindqvist's arrest".
    "EVENT": (
        "(?P<event>[.]{1,3}{possessive}[.{adjective}]?[{event}{fall}.]"
        "|[{the}{a}{subject}]?[.{adjective}{season}{QTY}]{0,4}[{event}{fall}](?:{of}{the}?[.]{1,2})?"
        "|[{the}{a}{subject}][.]{1,2}(?:{of}{the}?[.]{1,2})?|[.{event}](?:{of}{the}?[.]{1,2})?)"
    ),
    "LAST": "{the}?(?P<b>[{DATE}{PARTIAL}{YEAR}{REL}])",
    # A clause that opens a sentence and says since when: "forty years after the great flood in the lower town,".
    "CLAUSE": "(?:[^{comma}{dot}{sentence}{quote}{open}{close}{dash}]{1,9}(?={comma}))",
}


def meaning_of(found: Found, name: str = "x") -> Meaning:
    """What a phrase that a rule matched says."""
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
    if token.code == CODES["last"]:
        part = "second half"
    if part is None:
        return None
    whole, after = meaning_of(found), found.neighbour(1)
    # "The opening of the 2000 Olympics" is of the games.
    if part in ("start", "end") and after is not None and after.code == OTHER and str(after.value)[:1].isupper():
        return None
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


def same(found: Found) -> Built:
    """Later that year, earlier this month: the words before add nothing to the value."""
    return Built("DATE", meaning_of(found))


def _last_named(found: Found) -> Built | None:
    """October last, Tuesday next."""
    token, what = found.token("det"), meaning_of(found)
    step = 1 if token is not None and token.code == CODES["next"] else -1
    if isinstance(what, Yearless):
        return Built("DATE", Recurring(what, step, "now"))
    if isinstance(what, Weekday) and what.step == 0:
        return Built("DATE", Weekday(what.number, step))
    return None


def _day_of_month(found: Found) -> Built | None:
    """The 4th of last month."""
    month = meaning_of(found)
    if not isinstance(month, Shift) or month.unit != "month":
        return None
    return Built("DATE", InYear(Yearless(day=found.number("d")), month))


def _daytime(found: Found) -> Built | None:
    """10 p.m. Wednesday, noon on 5 May: the hour adds nothing to the value."""
    part = found.word("part")
    return None if part is not None and part not in ("noon", "midday", "midnight") else same(found)


def _counted_part(found: Found) -> Built | None:
    """The first nine months; of what, the text does not say here."""
    lasting = _lasting(found)
    return Built("LONG", lasting) if isinstance(lasting, Lasting) and lasting.unit else None


def _week_of(found: Found) -> Built | None:
    """The week of 6 March."""
    day = meaning_of(found)
    dated = isinstance(day, Known) and day.when is not None and day.when.grain == "day"
    if found.word("u") != "week" or not (dated or (isinstance(day, Yearless) and day.day is not None)):
        return None
    return Built("DATE", Slice("week", 1, 1, day))


def _eve(found: Found) -> Built | None:
    """The eve of 3 May 1911; the eve of the great strike."""
    if not found.has("x"):
        return Built("DATE", Placed("before", found.extent("event"), Lasting("day", 1, 1)))
    day = meaning_of(found)
    known = isinstance(day, Known) and day.when is not None and day.when.grain == "day"
    return Built("DATE", Away(Lasting("day", 1, 1), -1, day)) if known else None


def _opening(found: Found) -> Built | None:
    """The first days of May 1945, the last weeks of the year: its early or late part."""
    token = found.token("part")
    if token is None or (token.code == CODES["ordinalword"] and token.value != 1):
        return None
    return Built("DATE", PartOf(meaning_of(found), "late" if token.code == CODES["last"] else "early"))


def _middle(found: Found) -> Built | None:
    """Mid-century, mid-decade: of the time told of."""
    unit = found.word("u")
    return (
        Built("DATE", PartOf(Shift(cast(Unit, unit), 0, 0, "then"), "mid")) if unit in ("century", "decade") else None
    )


def _turn(found: Found) -> Built | None:
    """The turn of the century; the turn of the twentieth century; the turn of the millennium, which all know."""
    if found.has("thousand"):
        return Built("DATE", Known(a_turn(2000)))
    if not found.has("x"):
        return Built("DATE", Turn()) if found.word("u") == "century" else None
    return Built("DATE", PartOf(meaning_of(found), "turn"))


def _enclosed(found: Found) -> Built | None:
    """Between 3 and 5 May, from 3 to 5 May, the night of 6–7 May: the range with the words before it."""
    meaning = meaning_of(found)
    return Built("RANGE", meaning) if isinstance(meaning, Between) else None


def _vague(found: Found) -> Built:
    return Built("DATE", Vague(meaning_of(found)))


_AROUND = frozenset(("about", "around", "approximately", "roughly"))


def _about(found: Found) -> Built | None:
    """Around May 1911, on or about 14 May; "only on 3 May" and "some 3 May" are no guesses."""
    what = meaning_of(found)
    if found.word("about") not in _AROUND or not isinstance(what, Known | Yearless):
        return None
    return Built("DATE", Vague(what))


def _fraction(found: Found) -> Built | None:
    """The last third of the 19th century, the second quarter of the 20th century."""
    what, word = meaning_of(found), found.token("part")
    century = isinstance(what, Known) and what.when is not None and what.when.grain == "century"
    if word is None or not century:
        return None
    if isinstance(word.value, Yearless):
        number = (word.value.season or 0) - 32
        return Built("DATE", PartOf(what, (number, 4))) if 1 <= number <= 4 else None
    third = found.token("third")
    number = 3 if word.code == CODES["last"] else cast(int, word.value)
    return Built("DATE", PartOf(what, (number, 3))) if third and third.value == 3 and number <= 3 else None


def _or_so(found: Found) -> Built | None:
    """Two years or so, a week or so ago."""
    so, way = found.token("so"), found.token("way")
    if so is None or so.value != "so":
        return None
    lasting = replace(_lasting(found), at_least=True)
    if way is None:
        return Built("LONG", lasting)
    return Built(
        "DATE", Away(lasting, 1 if way.code == CODES["later"] else -1, Now() if way.value == "ago" else Then())
    )


def _lasting(found: Found) -> Lasting:
    return cast(Lasting, meaning_of(found, "lasting"))


_PRESENT = frozenset(("has", "have", "is", "are"))


def _after_event(found: Found, lasting: Lasting, direction: int) -> Meaning:
    """Forty years after the flood, the town has …: of the year of writing, when the sentence goes on in the present."""
    near = [found.neighbour(at) for at in range(1, 8)]
    present = any(token is not None and token.value in _PRESENT for token in near)
    if present and direction > 0 and lasting.unit == "year" and lasting.low == lasting.high and lasting.low is not None:
        when = Anniversary(lasting.low)
    else:
        when = None
    return Placed("after" if direction > 0 else "before", found.extent("event"), lasting, when)


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
    return Built("RANGE", Slice(lasting.unit, lasting.high, 1 if first else -1, meaning_of(found)))


def _nth(found: Found) -> Built | None:
    """The second week of June 1911, the last day of May."""
    which, unit = found.token("which"), found.word("u")
    if which is None or unit not in ("day", "week", "month"):
        return None
    number = which.value if isinstance(which.value, int) else -1
    return Built("DATE", Nth(cast(Unit, unit), number, meaning_of(found)))


def _away(found: Found) -> Built | None:
    """Two or three days ago, twelve days later, eight days after 3 May, a year before, a few years back."""
    lasting, word = _lasting(found), found.token("way")
    if word is None or (word.code == OTHER and (word.value != "back" or lasting.unit is None)):
        return None
    if word.code == OTHER:
        return Built("DATE", Away(lasting, -1, Now()))
    direction = -1 if word.code in (CODES["ago"], CODES["earlier"], CODES["before"]) else 1
    if word.code == CODES["from"] and found.has("x"):
        # "Two weeks from today"; "two years from 1911" only says how long.
        day = meaning_of(found)
        near = isinstance(day, Weekday) or (isinstance(day, Shift) and day.unit == "day")
        return Built("DATE", Away(lasting, 1, day)) if near else None
    if found.has("x"):
        return Built("DATE", Away(lasting, direction, meaning_of(found)))
    if found.has("event"):
        return Built("DATE", _after_event(found, lasting, direction))
    if word.code in (CODES["ago"], CODES["from"]):
        return Built("DATE", Away(lasting, 1 if word.code == CODES["from"] else -1, Now()))
    return Built("DATE", Away(lasting, direction, Then()))


def _one_away(found: Found) -> Built | None:
    """The day before 3 May, the year after the flood, the weeks before the landing."""
    unit, word = found.word("u"), found.token("way")
    if word is None or unit in ("century", "decade"):
        return None
    lasting = Lasting(cast(Unit, unit), 1, 1) if unit else Lasting()
    direction = -1 if word.code == CODES["before"] else 1
    if found.has("x"):
        return Built("DATE", Away(lasting, direction, meaning_of(found)))
    return Built("DATE", Placed("before" if direction < 0 else "after", found.extent("event"), lasting))


PHRASES = Layer(
    Rule("{the}?(?P<part>[{early}{late}{mid}])[{dash}{in}{on}]?@POINT", _part),
    Rule("{the}?(?P<part>[{end}{start}{mid}]){of}@POINT", _part),
    Rule("{the}?(?P<part>[{ordinalword}{last}]){half}{of}@POINT", _part),
    Rule("{the}?(?P<part>[{end}{start}{mid}]){of}{the}(?:(?P<u>{unit})|(?P<s>{season}))", _part_of_then),
    Rule("(?P<u>{unit})[{possessive}{dash}]?(?P<part>{end})", _year_end),
    Rule("(?P<part>[{early}{late}{later}{earlier}]){in}{the}(?:{same}?(?P<u>{unit})|(?P<s>{season}))", _part_of_then),
    Rule("[{later}{earlier}]{on}?{in}?@POINT", same),
    Rule("(?P<x>[{PARTIAL}{DATE}])(?P<det>[{last}{next}])(?![.{unit}{units}{QTY}])", _last_named),
    Rule("{the}?(?P<d>[{day}{ordinal}]){of}(?P<x>{DATE})", _day_of_month),
    # The morning of 3 May, the night of Saturday: times of day add nothing to the value.
    Rule("{the}?[{early}{late}]?{part}{clock}?{of}@POINT", same),
    Rule("{the}?[{early}{late}]?{part}{clock}?{of}(?P<x>{RANGE})", _enclosed),
    Rule("{the}(?P<part>[{ordinalword}{early}{start}{last}]){units}{of}@POINT", _opening),
    Rule("{the}{weekend}{of}(?P<x>{RANGE})", _enclosed),
    Rule("{the}?{eve}{of}(?P<x>{DATE})", _eve),
    Rule("{the}{eve}{of}(?P<event>{the}[.{adjective}]{0,3}[{event}{fall}](?:{of}{the}?[.]{1,2})?)", _eve),
    Rule("{the}?{early}{clock}{of}@POINT", same),
    Rule("{the}(?P<u>{unit}){of}@POINT", _week_of),
    Rule("{the}?{part}?[{between}{from}](?P<x>{RANGE})", _enclosed),
    Rule("(?:{clocktime}[.]?|(?P<part>{part})){comma}?{on}?(?P<x>[{DATE}{PARTIAL}])", _daytime),
    Rule("{the}?{turn}{of}(?:{the}(?:(?P<u>{unit})|(?P<thousand>{millennium}))|@POINT)", _turn),
    Rule("{mid}{dash}(?P<u>{unit})", _middle),
    Rule("[{circa}{about}]{dot}?(?P<x>{YEAR})", _vague),
    Rule("(?P<about>{about})@POINT", _about),
    Rule("{the}?(?P<part>[{ordinalword}{last}])(?P<third>{ordinalword}){of}@POINT", _fraction),
    Rule("(?P<part>{PARTIAL}){of}@POINT", _fraction),
    Rule("(?P<lasting>{LONG}){or}(?P<so>[.])(?P<way>[{ago}{later}{earlier}])?", _or_so),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])@POINT", _away),
    Rule("{the}(?P<u>{unit})(?P<way>[{before}{after}])@POINT", _one_away),
    Rule(
        "{the}(?:(?P<u>{unit})|{units})(?P<way>[{before}{after}])(?=[{the}{a}{subject}]|[.]{1,3}{possessive})@EVENT",
        _one_away,
    ),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])(?P<event>[{the}.]@CLAUSE)", _away),
    Rule("(?P<lasting>{LONG}){has}(?P<v>[.])", _passed),
    Rule("(?P<lasting>{LONG})(?P<way>[.])(?=[{comma}{dot}{sentence}{quote}{close}{that}{when}{subject}]|$)", _away),
    Rule("{the}?(?P<which>[{ordinalword}{last}])(?P<lasting>{LONG}){of}@POINT", _of_whole),
    Rule("{the}?(?P<which>[{ordinalword}{ordinal}{last}])(?P<u>{unit}){of}@POINT", _nth),
    Rule("(?P<lasting>{LONG})(?P<way>[{before}{after}])@EVENT", _away),
    Rule("{the}{ordinalword}(?P<lasting>{LONG})(?!{of})", _counted_part),
    Rule("(?P<lasting>{LONG})(?P<way>{from}){VAGUE}", _away),
    Rule("(?P<lasting>{LONG})(?P<way>{from})(?P<x>{DATE})", _away),
    Rule("(?P<lasting>{LONG})(?P<way>[{ago}{later}{earlier}{before}{after}])", _away),
    shared=PHRASE_PARTS,
)
