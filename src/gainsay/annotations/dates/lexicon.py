"""The words that dates are made of, each with its class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from gainsay.annotations.dates import calendars, feasts

OTHER = "."

_CLASSES = (
    "numeric number day two year ordinal ordinalword decade decadeword ones tens hundred few couple "
    "month namelike monthabbr weekday weekdayabbr season fall unit units clock part "
    "the a of in on at by since until before after from to through between and or as for during over within "
    "ago later earlier this that last past previous next following same each early late mid end start half ever "
    "today yesterday tomorrow tonight recent recently now about than more less least up old anniversary "
    "then eve new onwards comma dot dash slash open close quote possessive currency numberword era circa "
    "often has just shortly adjective when sentence countnoun "
    "latest these subject head feast foreign eraname otherera style halved roman clocktime shortyear fiscal turn "
    "yearera earlyyear millennium halfmark time period instant ultimo quarter quarters quartermark negation weekend "
    "weekdays times event "
    "QTY DATE PARTIAL YEAR REL LONG VAGUE SET RANGE"
).split()
CODES = {name: chr(0x100 + i) for i, name in enumerate(_CLASSES)}
"""One character for each class, so that rules over words are regular expressions over characters."""


class Token(NamedTuple):
    """A word, number or mark: its class, its span in the text read, and what it stands for."""

    code: str
    start: int
    end: int
    value: object


class Names(NamedTuple):
    """Names of one class that begin with the same word, and what the one found stands for."""

    name: str
    pattern: re.Pattern[str]
    meant: Callable[[str], object]


Add = Callable[..., None]

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
# Months that are also names, verbs or adjectives: alone they need a word beside them that asks for a date.
_NAMELIKE = frozenset(("march", "april", "may", "june", "august"))
# Month abbreviations that are words of their own; with a day or a year only.
_ABBREVIATED = {
    **{m[:3]: i for i, m in enumerate(_MONTHS, 1) if m != "may"},
    "sept": 9,
}
_WEEKDAY_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

_SINGLE: dict[str, tuple[str, ...]] = {
    "the": ("the",),
    "a": ("a", "an"),
    "of": ("of",),
    "in": ("in",),
    "on": ("on",),
    "at": ("at",),
    "by": ("by",),
    "since": ("since",),
    "until": ("until", "till", "til"),
    "before": ("before",),
    "after": ("after",),
    "from": ("from",),
    "to": ("to",),
    "through": ("through", "thru"),
    "between": ("between",),
    "and": ("and",),
    "or": ("or",),
    "as": ("as",),
    "for": ("for",),
    "during": ("during", "throughout"),
    "over": ("over",),
    "within": ("within",),
    "ago": ("ago",),
    "later": ("later", "afterwards", "afterward", "hence"),
    "earlier": ("earlier", "previously"),
    "this": ("this",),
    "that": ("that",),
    "last": ("last", "latter"),
    "past": ("past",),
    "previous": ("previous", "preceding", "prior", "foregoing"),
    "next": ("next", "coming"),
    "following": ("following", "subsequent", "ensuing", "succeeding"),
    "same": ("same", "very"),
    "each": ("each", "every"),
    "early": ("early",),
    "late": ("late",),
    "mid": ("mid", "middle"),
    "end": ("end", "close"),
    "start": ("start", "beginning", "outset", "opening"),
    "half": ("half",),
    "ever": ("ever",),
    "today": ("today",),
    "yesterday": ("yesterday",),
    "tomorrow": ("tomorrow",),
    "tonight": ("tonight",),
    "recent": ("recent",),
    "recently": ("recently", "lately"),
    "now": ("now", "nowadays", "currently"),
    "about": ("about", "around", "approximately", "roughly", "nearly", "almost", "some", "only", "exactly", "barely"),
    "than": ("than",),
    "more": ("more", "further", "additional"),
    "less": ("less", "fewer", "under"),
    "least": ("least", "most"),
    "up": ("up",),
    "old": ("old", "age", "prison", "jail", "imprisonment", "custody"),
    "anniversary": ("anniversary",),
    "era": ("bc", "bce", "ad", "ce"),
    "circa": ("circa", "ca", "c"),
    "quarter": ("quarter",),
    "quarters": ("quarters",),
    "negation": ("not",),
    "times": ("once", "twice", "thrice", "times"),
    "time": ("time",),
    "instant": ("inst", "instant"),
    "ultimo": ("ult", "ultimo"),
    "period": ("period", "era"),
    "weekend": ("weekend",),
    "millennium": ("millennium", "millennia", "millenniums"),
    "event": (
        "war", "wars", "rule", "reign", "fall", "regime", "revolution", "occupation", "invasion", "liberation",
        "siege", "battle", "strike", "crisis", "coup", "uprising", "revolt", "rebellion", "raid", "massacre", "famine",
        "election", "elections", "riots", "conflict", "armistice", "ceasefire", "surrender", "overthrow", "collapse",
        "independence", "withdrawal", "defeat", "victory", "death",
    ),
    "has": ("has", "have", "had", "is", "are"),
    "just": ("just",),
    "shortly": ("shortly", "soon", "immediately", "long"),
    "adjective": ("consecutive", "long", "full", "whole", "straight", "successive", "short", "bloody", "solid"),
    "when": ("when",),
    "numberword": (
        "page", "pages", "p", "pp", "no", "nos", "nr", "number", "vol", "volume", "room", "flight", "lot", "resolution",
        "section", "article", "chapter", "paragraph", "route", "highway", "item", "model", "figure", "table", "version",
        "cat", "catalogue", "fonds", "isbn", "issn", "tel", "telephone", "fax", "ms", "mss", "inv", "ref", "folder",
        "docket", "apt", "suite", "shelfmark",
    ),
    "few": ("few", "several", "many", "dozens", "hundreds", "numerous", "countless"),
    "couple": ("couple",),
    "hundred": ("hundred", "thousand"),
    "fiscal": ("fiscal", "financial", "academic", "school"),
    "turn": ("turn",),
    "latest": ("latest", "current", "full", "entire"),
    "these": ("these",),
    "subject": (
        "he", "she", "it", "they", "we", "there", "who", "which", "his", "her", "their", "its", "our", "my", "your",
    ),
    "clock": ("hour", "hours", "minute", "minutes", "seconds", "moments"),
    "then": ("then",),
    "eve": ("eve",),
    "new": ("new",),
    "onwards": ("onwards", "onward"),
    "countnoun": (
        "people", "men", "women", "children", "troops", "persons", "km", "miles", "metres", "meters", "feet", "tons",
        "tonnes", "percent", "per", "million", "kg", "acres", "hectares", "dollars", "pounds", "euros", "francs",
        "marks",
    ),
}  # fmt: skip

_UNITS = {"day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "fortnight": "week"}
_PARTS = ("morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn", "dusk", "sunrise", "sunset")
_SEASONS = {
    "spring": 21,
    "summer": 22,
    "autumn": 23,
    "winter": 24,
    "springtime": 21,
    "summertime": 22,
    "wintertime": 24,
}


# In capitals only; "B.C." is read as "BC".
_CAPITALS = {
    "I": ("subject", "i"),
    "AH": ("otherera", "islamic"),
    "SH": ("otherera", "persian"),
    "BE": ("otherera", "buddhist"),
    "OS": ("style", "os"),
    "NS": ("style", "ns"),
    "FY": ("fiscal", "fy"),
}


def _forms(word: str, *, lower: bool = True) -> Iterable[str]:
    return (word, word.capitalize(), word.upper()) if lower else (word.capitalize(), word.upper())


def _lexicon() -> dict[str, tuple[str, object]]:
    entries: dict[str, tuple[str, object]] = {}

    def add(name: str, words: Iterable[str], values: Iterable[object], *, lower: bool = True) -> None:
        for word, value in zip(words, values, strict=True):
            for form in _forms(word, lower=lower):
                entries[form] = (CODES[name], value)

    for name, words in _SINGLE.items():
        add(name, words, words)
    # Capitals are kept: within a sentence they make a title of the word ("Harbour Today").
    for word in ("today", "tomorrow", "tonight", "now"):
        entries[word.capitalize()] = (CODES[word], word.capitalize())
    for word in _SINGLE["event"]:
        entries[word.capitalize()] = (CODES["event"], word.capitalize())
    for word, (name, value) in _CAPITALS.items():
        entries[word] = (CODES[name], value)
    # Lower case only: "the Daily Clarion" is a name.
    for word in ("daily", "weekly", "monthly", "annual", "annually", "yearly", "nightly"):
        entries[word] = (CODES["often"], word)
    add("ones", _ONES, range(1, 20))
    add("tens", _TENS, range(20, 100, 10))
    add("ordinalword", _ORDINALS, range(1, 21))
    add("ordinalword", ("thirtieth", "fortieth", "fiftieth"), (30, 40, 50))
    add("decadeword", _DECADES, range(20, 100, 10))
    add("unit", (*_UNITS, "century"), (*_UNITS.values(), "century"))
    add("units", (*(f"{u}s" for u in _UNITS), "centuries", "nights"), (*_UNITS.values(), "century", "day"))
    add("part", _PARTS, _PARTS)
    add("season", _SEASONS, _SEASONS.values())
    add("fall", ("fall",), (23,))
    add("weekdayabbr", _WEEKDAY_SHORT, _WEEKDAY_SHORT.values(), lower=False)
    add("monthabbr", _ABBREVIATED, _ABBREVIATED.values(), lower=False)
    for number, month in enumerate(_MONTHS, 1):
        namelike = month in _NAMELIKE
        add("namelike" if namelike else "month", (month,), (number,), lower=not namelike)
    for month in ("april", "june"):  # in small letters too; "may", "march" and "august" are other words then
        add("namelike", (month,), (_MONTHS.index(month) + 1,))
    add("weekday", _WEEKDAYS, range(7))
    add("weekdays", (f"{day}s" for day in _WEEKDAYS), range(7))
    _add_calendars(add)
    return entries


def _add_calendars(add: Add) -> None:
    """Feasts, and the months and eras of other calendars; names of several words wait under their first."""
    heads: dict[str, list[Names]] = {
        head: [Names("feast", names, feasts.feast)] for head, names in feasts.HEADS.items()
    }
    for head, named in calendars.month_names():
        heads.setdefault(head, []).append(Names("foreign", *named))
    add("head", heads, heads.values(), lower=False)
    # As French writes them, and as texts in English often do.
    french = {head: names for head, names in heads.items() if head in calendars.FRENCH}
    add("head", french, french.values())
    add("eraname", calendars.ERAS, calendars.ERAS.values(), lower=False)
    roman = {numeral.upper(): value for numeral, value in calendars.ROMAN.items() if value > 1}
    add("roman", roman, roman.values(), lower=False)


LEXICON = _lexicon()
MARKS = {
    **dict.fromkeys(",", CODES["comma"]),
    **dict.fromkeys(".", CODES["dot"]),
    **dict.fromkeys("-‐‑‒–—−", CODES["dash"]),
    **dict.fromkeys("/", CODES["slash"]),
    **dict.fromkeys("([", CODES["open"]),
    **dict.fromkeys(")]", CODES["close"]),
    **dict.fromkeys("\"“”„«»'`‘’", CODES["quote"]),
    **dict.fromkeys("$£€¥#№§@=_+&", CODES["currency"]),
    **dict.fromkeys("%‰°", CODES["countnoun"]),
    **dict.fromkeys(";:!?", CODES["sentence"]),
}  # fmt: skip
