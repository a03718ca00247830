"""Decades, centuries, seasons and feasts."""

from __future__ import annotations

from gainsay.annotations.dates.chart import Built, Found, Rule
from gainsay.annotations.dates.feasts import day_of
from gainsay.annotations.dates.lexicon import CODES, OTHER
from gainsay.annotations.dates.meaning import Between, Known, Unplaced, Yearless
from gainsay.annotations.dates.when import When, a_century, a_day, a_decade, a_season


def _decade(found: Found) -> Built | None:
    value, era = found.number("n"), found.word("era")
    if value is None:
        return None
    if 99 < value < 1000 and era not in ("bc", "bce"):
        return None
    if era in ("bc", "bce"):
        # The 470s BC run from 479 to 470: EDTF -0478 to -0469.
        return Built("DATE", Known(When((-value - 8, 1, 1), (1 - value, 12, 31), "stretch")))
    before, second = found.neighbour(-1), found.neighbour(-2)
    after = found.neighbour(1)
    # "Temperatures in the 30s °F" are counted.
    if after is not None and after.code == CODES["countnoun"]:
        return None
    if any(token is not None and token.value in ("his", "her", "their", "my") for token in (before, second)):
        return None
    # "The 1780s and 90s": of the same century.
    whole = found.neighbour(-2)
    listed = value < 100 and before is not None and before.code in _LISTING and whole is not None
    if listed and whole is not None and whole.code == CODES["decade"] and isinstance(whole.value, int):
        value += max(whole.value // 100, 19 if whole.value < 100 else 0) * 100
    # "The 1800s" are a century, "the 2000s" a decade as yet; "the 1900s" may be either.
    if 99 < value < 1900 and value % 100 == 0:
        return Built("DATE", Known(a_century(value // 100 + 1)))
    # "The seventies", "the ’20s": two digits mean the twentieth century unless the text says otherwise.
    return Built("DATE", Known(a_decade(value if value > 99 else 1900 + value)))


def _century(found: Found) -> Built | None:
    number = (found.number("t") or 0) + (found.number("n") or 0)
    era = found.word("era")
    if found.word("u") != "century" or not 1 <= number <= 21:
        return None
    # "The first century of the republic" counts from something else.
    if era is None and number < 5:
        return Built("DATE", Unplaced())
    return Built("DATE", Known(a_century(number, before_christ=era in ("bc", "bce"))))


def _centuries(found: Found) -> Built | None:
    """The sixteenth and seventeenth centuries."""
    first, last, era = found.number("t"), found.number("n"), found.word("era")
    if found.word("u") != "century" or first is None or last is None or not (1 <= first <= 21 and 1 <= last <= 21):
        return None
    before = era in ("bc", "bce")
    ends = (a_century(number, before_christ=before) for number in (first, last))
    return Built("RANGE", Between(*(Known(end) for end in ends)))


def _millennium(found: Found) -> Built | None:
    """The second millennium BC; the fourth and third millennia BC. Without an era it is one of ours."""
    first, last, era = found.number("t"), found.number("n"), found.word("era")
    before = era in ("bc", "bce")
    if last is None or last > (10 if before else 3):
        return None
    whens = [_thousand(number, before_christ=before) for number in (first or last, last)]
    if first is None:
        return Built("DATE", Known(whens[0]))
    return Built("RANGE", Between(*map(Known, whens))) if whens[0].first < whens[1].first else None


def _thousand(number: int, *, before_christ: bool) -> When:
    """The first millennium BC is 1000 to 1 BC, EDTF -0999/0000; the second of ours 1000 to 1999, as people count."""
    start = -number * 1000 + 1 if before_christ else (number - 1) * 1000
    return When((start, 1, 1), (start + 999, 12, 31), "stretch")


def _season(found: Found) -> Built | None:
    season, year = found.number("s"), found.number("y")
    if season is None:
        return None
    if year is not None:
        return Built("DATE", Known(a_season(year, season)))
    before, second, after = found.neighbour(-1), found.neighbour(-2), found.neighbour(1)
    if after is not None and after.value in _COMPOUNDS:
        return None
    joined = before is not None and before.code in _JOINING and after is not None and after.code == OTHER
    # "Autumn and winter", but not "fish and winter wheat".
    if joined and (second is None or second.code not in _SEASONAL):
        return None
    return Built("PARTIAL", Yearless(season=season))


# "The summer palace", "winter quarters": places and things of the season, not a time.
_COMPOUNDS = frozenset(
    "school schools camp camps house houses palace palaces residence capital quarters home homes coat coats clothes "
    "clothing dress uniform uniforms boots crop crops wheat barley rye pasture pastures water waters sports garden "
    "tyres squash fruit cottage resort solstice equinox".split()
)


def _summer(found: Found) -> Built | None:
    """ "The spring" by itself may be of water."""
    return None if found.number("s") == 21 else _season(found)


def _feast(found: Found) -> Built | None:
    """Christmas 1911, Good Friday; "the Easter Rising" and "White Christmas" are names."""
    name, year = found.word("f"), found.number("y")
    if name is None:
        return None
    if year is not None:
        day = day_of(name, year)
        return Built("DATE", Known(When(day, day, "day") if day else None))
    before, after = found.neighbour(-1), found.neighbour(1)
    named = [token for token in (before, after) if token is not None and token.code == OTHER]
    if any(str(token.value)[:1].isupper() for token in named):
        return None
    # "Christmas presents": only a word before it that asks for a date makes a single word one.
    asks = before is not None and before.code in _ASKS_FEAST
    return Built("PARTIAL", Yearless(feast=name)) if asks or " " in name or found.length("f") > len(name) else None


_JOINING = frozenset((CODES["and"], CODES["or"]))
_LISTING = frozenset(CODES[name] for name in ("and", "or", "to", "dash", "comma"))
_SEASONAL = frozenset(CODES[n] for n in "season fall month namelike year DATE PARTIAL".split())
_ASKS_FEAST = frozenset(CODES[n] for n in "in on at by about over since until before after between".split())


def _new_year(found: Found) -> Built:
    name = "new year’s eve" if found.has("eve") else "new year’s day"
    year = found.number("y")
    if year is None:
        return Built("PARTIAL", Yearless(feast=name))
    return Built("DATE", Known(a_day(year, 12, 31) if found.has("eve") else a_day(year, 1, 1)))


def _may_day(found: Found) -> Built | None:
    """May Day 1911."""
    year = found.number("y")
    if found.number("m") != 5 or found.word("u") != "day":
        return None
    return Built("PARTIAL", Yearless(5, 1)) if year is None else Built("DATE", Known(a_day(year, 5, 1)))


# Patterns name the parts that the layer of calendar dates shares.
PERIODS = (
    Rule("{the}?(?P<y>{year})[{dash}{slash}][{day}{two}](?P<s>{season})", _season),
    Rule(
        "{the}?(?:(?P<t>{tens}){dash})?(?P<n>[{ordinal}{ordinalword}]){dash}?(?P<u>[{unit}{units}])(?P<era>{era})?",
        _century,
    ),
    Rule(
        "{the}?(?P<t>[{ordinal}{ordinalword}])(?:{unit})?[{and}{to}{dash}{or}]{the}?(?P<n>[{ordinal}{ordinalword}])(?P<u>[{unit}{units}])(?P<era>{era})?",
        _centuries,
    ),
    Rule(
        "{the}?(?:(?P<t>[{ordinal}{ordinalword}])[{and}{to}{dash}{or}]{the}?)?(?P<n>[{ordinal}{ordinalword}]){dash}?"
        "{millennium}(?P<era>{era})?",
        _millennium,
    ),
    Rule("{the}?(?P<n>{decade})(?P<era>{era})?", _decade),
    Rule("(?:{the}|(?<=[{early}{late}{mid}{dash}]))(?P<n>{decadeword})", _decade),
    Rule(
        "[{the}{that}{this}]?(?P<s>[{season}{fall}])[{of}{comma}]?@YEAR(?:[{dash}{slash}][{day}{two}{year}])?", _season
    ),
    Rule("{the}(?P<s>{season})(?!{of})", _summer),
    Rule("@ASKS{the}?(?P<s>{season})(?!{of})", _season),
    # "After the fall": of a town; only "in the fall" is a season.
    Rule("(?<=[{in}{during}{by}{early}{late}{mid}{each}])(?:{the}|{of}{the})(?P<s>{fall})(?!{of})", _season),
    Rule("{the}?(?P<f>{feast})(?:[{comma}{of}{in}]?@YEAR)?", _feast),
    Rule("(?P<m>{namelike})(?P<u>{unit})(?:[{comma}{of}]?@YEAR)?", _may_day),
    Rule("{new}{unit}{possessive}(?:(?P<eve>{eve})|{unit})(?:[{comma}{of}]?@YEAR)?", _new_year),
)
