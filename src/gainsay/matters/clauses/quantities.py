"""Numbers of a clause as its words give them, each with what stands around it.

The figures stage reads what is counted; here every number counts, also "the third shot", "3:33 a.m." or a score, since
the question is another one: which number of one clause answers to which of the other? Lengths, weights and lengths of
time are brought to one unit, and rounding, bounds and "about" are kept as an interval.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gainsay.annotations.figures import Value
from gainsay.matters.clauses.notions import keys_of
from gainsay.statements.terms import weight

MOST = 8
"""Numbers of one clause that are looked at: a table in prose has hundreds, and no use is made of them."""

# How many words on either side tell what a number is of, and how a word's weight fades with its distance.
REACH = 7
FADE = 3.0
NOTION_WEIGHT = 5.0

DIGITS = frozenset("0123456789")
_TOKEN = re.compile(r"[$£€%]|[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?|-")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?")

_SMALL = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
NUMBERS = {word: float(n) for n, word in enumerate((_SMALL + " eighteen nineteen twenty").split(), start=2)}
NUMBERS |= {"one": 1.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0}
NUMBERS |= {"ninety": 90.0, "dozen": 12.0}
_ORDINALS = "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = dict(zip(_ORDINALS, (1.0, *(float(n) for n in range(3, 13))), strict=True))
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_MONEY = frozenset("$£€")
_ENDINGS = frozenset({"st", "nd", "rd", "th"})

# Unit → what it measures, and its size in the common unit (metres, kilograms, days, km/h).
UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("km", "kilometer", "kilometers", "kilometre", "kilometres"), ("length", 1000.0)),
    **dict.fromkeys(("mile", "miles"), ("length", 1609.0)),
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), ("length", 1.0)),
    **dict.fromkeys(("foot", "feet", "ft"), ("length", 0.3048)),
    **dict.fromkeys(("yard", "yards"), ("yards", 1.0)),
    "mph": ("speed", 1.609),
    **dict.fromkeys(("kg", "kilograms", "kilos"), ("mass", 1.0)),
    **dict.fromkeys(("pounds", "lb", "lbs"), ("mass", 0.4536)),
    **dict.fromkeys(("year", "years"), ("time", 365.0)),
    **dict.fromkeys(("month", "months"), ("time", 30.0)),
    **dict.fromkeys(("week", "weeks"), ("time", 7.0)),
    **dict.fromkeys(("day", "days"), ("time", 1.0)),
    **dict.fromkeys(("hour", "hours"), ("time", 1 / 24)),
    **dict.fromkeys(("minute", "minutes"), ("time", 1 / 1440)),
    **dict.fromkeys(("percent", "%", "per"), ("share", 1.0)),
}
_LOWER = frozenset("over least exceeding above beyond".split())
_UPPER = frozenset("under nearly almost fewer below".split())
_ABOUT = frozenset(
    "about around some approximately roughly nearly almost estimated shortly just past early possibly".split()
)
_PARTS = frozenset({"another", "other"})
# Slack of "about" in a number, of a conversion of units, of "shortly after" in minutes; how far "more than" reaches.
_ROUGH, _CONVERTED, _MINUTES, _BEYOND, _SHORT_OF = 0.07, 0.03, 10.0, 6.0, 0.85
_EXACT = frozenset({"clock", "ordinal", "year", "score", "second score", "age"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a clause: its value in the common unit of its `kind`, the values it leaves open, the keys of the
    word it counts, and the weight of each key around it. `part`: another one, one of several."""

    value: float
    kind: str
    low: float
    high: float
    bounded: bool
    part: bool
    head: frozenset[str]
    around: Mapping[str, float]
    total: float


def rounding(value: Value) -> float:
    """Half the last place that a number seems to be rounded to; 0 for one that is not round.

    >>> rounding(700)
    50.0
    >>> rounding(684)
    0.0
    """
    if isinstance(value, tuple) or value is None or value < 20 or value != int(value):
        return 0.0
    place = 1
    while int(value) % (place * 10) == 0:
        place *= 10
    return place / 2 if place > 1 else 0.0


def quantities(text: str) -> tuple[Quantity, ...]:
    """The first numbers of a clause.

    >>> [(q.value, q.kind) for q in quantities("At 3:30 p.m. about 40 men had walked two miles.")]
    [(930.0, 'clock'), (40.0, 'number'), (3218.0, 'length')]
    """
    tokens = [t.replace("’", "'").lower() for t in _TOKEN.findall(text)]
    keys = [() if t in UNITS or t in _ABOUT or t in _LOWER or t in NUMBERS else keys_of(t) for t in tokens]
    found: list[Quantity] = []
    at = 0
    while at < len(tokens) and len(found) < MOST:
        read = _read(tokens, at)
        if read is None:
            at += 1
            continue
        value, kind, end, factor = read
        found.append(_quantity(tokens, keys, (at, end), value, kind, factor))
        at = end
    return tuple(found)


def _read(tokens: Sequence[str], at: int) -> tuple[float, str, int, float] | None:
    """Value, kind, where it ends and the size of its unit; None where no number stands."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token in ORDINALS:
        return ORDINALS[token], "ordinal", at + 1, 1.0
    if token in NUMBERS:
        return _measured(tokens, at, NUMBERS[token])
    if token[0] not in DIGITS:
        return None
    if ":" in token:
        clock = _CLOCK.fullmatch(token)
        return _clock(int(clock[1]), int(clock[2]), after, at + 1) if clock else None
    plain = token.replace(",", "")
    if plain.count(".") > 1 or len(plain) > 15:
        return None
    value = float(plain)
    money = at > 0 and tokens[at - 1] in _MONEY
    if after in _ENDINGS:
        return value, "ordinal", at + 2, 1.0
    if 1500 <= value <= 2100 and plain == token and "." not in token and not money:
        return value, "year", at + 1, 1.0
    if value < 13 and (after in ("am", "pm") or (after in ("a", "p") and tokens[at + 2 : at + 3] == ["m"])):
        return _clock(int(value), round(value % 1 * 100), after, at + 1)
    return _measured(tokens, at, value)


def _clock(hours: int, minutes: int, after: str, end: int) -> tuple[float, str, int, float]:
    noon = 720 if after[:1] == "p" and hours < 12 else 0
    return float(hours * 60 + minutes + noon), "clock", end, 1.0


def _measured(tokens: Sequence[str], at: int, value: float) -> tuple[float, str, int, float]:
    """A number with what it is of: scaled by "million", in the kind of its unit."""
    end = at + 1
    while end < len(tokens) and tokens[end] in _SCALES:
        value *= _SCALES[tokens[end]]
        end += 1
    before = tokens[max(0, at - 2) : at]
    if before and before[-1] in _MONEY:
        return value, "money", end, 1.0
    hyphen = end < len(tokens) and tokens[end] == "-"
    unit = tokens[end + hyphen] if end + hyphen < len(tokens) else ""
    if unit in UNITS:
        kind, factor = UNITS[unit]
        end += 1 + hyphen
        return (value, "age", end, 1.0) if "old" in tokens[end : end + 2] else (value, kind, end, factor)
    if hyphen and unit[:1] in DIGITS:
        return value, "score", end, 1.0
    if len(before) == 2 and before[1] == "-" and before[0][0] in DIGITS:
        return value, "second score", end, 1.0
    if "magnitude" in before or unit == "magnitude":
        return value, "magnitude", end, 1.0
    return value, "number", end, 1.0


def _quantity(
    tokens: Sequence[str],
    keys: Sequence[tuple[str, ...]],
    place: tuple[int, int],
    value: float,
    kind: str,
    factor: float,
) -> Quantity:
    start, end = place
    before, after = tokens[max(0, start - 4) : start], tokens[end : end + 2]
    over = ("more" in before and "than" in before) or bool(_LOWER & set(before[-3:])) or list(after) == ["or", "more"]
    under = bool(_UPPER & set(before[-2:])) or list(before[-2:]) == ["up", "to"] or "many" in before
    about = bool(_ABOUT & set(before[-2:]))
    around = _around(keys, start, end)
    low, high = _open(value, kind, factor, about)
    size = value * factor
    return Quantity(
        value=size,
        kind=kind,
        low=size * _SHORT_OF if under else low,
        high=max(high, size * _BEYOND) if over else high,
        bounded=over or under or about,
        part=bool(_PARTS & set(before)) or "others" in after or after[:1] == ["of"] or before[-1:] == ["last"],
        head=frozenset(next((k for k in keys[end : end + 4] if k), ())),
        around=around,
        total=sum(around.values()),
    )


def _open(value: float, kind: str, factor: float, about: bool) -> tuple[float, float]:
    """The values that rounding, "about" and conversion leave open."""
    size = value * factor
    if kind == "clock":
        slack = _MINUTES if about else 0.0
        return size - slack, size + slack
    slack = 0.0 if kind in _EXACT else rounding(value) * factor
    share = 1 + (_ROUGH if about else 0.0) + (_CONVERTED if factor != 1.0 else 0.0)
    return (size - slack) / share, (size + slack) * share


def _around(keys: Sequence[tuple[str, ...]], start: int, end: int) -> dict[str, float]:
    """The keys near a number, nearer ones heavier."""
    near: dict[str, float] = {}
    for at in range(max(0, start - REACH), min(len(keys), end + REACH)):
        distance = start - at if at < start else max(0, at - end + 1)
        for key in keys[at]:
            told = (NOTION_WEIGHT if key[0] == "~" else weight(key)) / (1 + distance / FADE)
            near[key] = max(near.get(key, 0.0), told)
    return near
