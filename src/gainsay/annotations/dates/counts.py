"""How many: numbers in words and figures before a unit of time, and years in words."""

from __future__ import annotations

from typing import NamedTuple

from gainsay.annotations.dates.chart import Built, Found, Layer, Rule
from gainsay.annotations.dates.early_years import EARLY_COUNTS
from gainsay.annotations.dates.lexicon import CODES

_DIGITS = frozenset((CODES["year"], CODES["number"]))
_COUNTED = "(?={dash}?[{adjective}{more}]?[{unit}{units}{quarters}{clock}])"


class Quantity(NamedTuple):
    """From `low` to `high` (None: many); `half` a unit more."""

    low: int | None
    high: int | None
    half: bool = False


def _number(found: Found) -> int:
    total = (found.number("n") or 0) + (found.number("o") or 0)
    factor = {"hundred": 100, "thousand": 1000}.get(found.word("h") or "", 1)
    return max(total, 1) * factor


def _count(found: Found) -> Built | None:
    number, digits, after = _number(found), found.token("n"), found.neighbour(1)
    # "At 1800 hours" is a time of day.
    in_digits = digits is not None and digits.code in _DIGITS and found.length("n") == len("1800")
    if in_digits and after is not None and after.value == "hours" and number < 2400 and number % 100 < 60:
        return None
    return Built("QTY", Quantity(number, number))


def _halved(found: Found) -> Built | None:
    """Two and a half, 2 1/2, 2½."""
    number = found.number("n")
    if number is None or (found.has("f") and (found.number("f"), found.number("g")) != (1, 2)):
        return None
    return Built("QTY", Quantity(number, number, True))


def _before_christ(found: Found) -> Built | None:
    """490–479 BC: the first year is BC too, since it is the greater."""
    first, last = found.number("n"), found.number("last")
    if first is None or last is None or not last < first < 4000 or found.word("era") not in ("bc", "bce"):
        return None
    return Built("yearera", 1 - first)


def _sum(found: Found) -> Built | None:
    """A hundred and fifty, two hundred and twenty-five."""
    if found.word("h") != "hundred":
        return None
    number = (found.number("k") or 1) * 100 + (found.number("n") or 0) + (found.number("o") or 0)
    return Built("QTY", Quantity(number, number))


def _count_range(found: Found) -> Built | None:
    low, high = found.number("low"), found.number("high")
    return None if low is None or high is None or low > high else Built("QTY", Quantity(low, high))


def _era(found: Found) -> Built | None:
    number = found.number("n")
    if not number or number > 9999:
        return None
    # EDTF counts as astronomers do: 1 BC is the year 0.
    return Built("yearera", 1 - number if found.word("era") in ("bc", "bce") else number)


def _early_year(found: Found) -> Built | None:
    """C. 347, in the year 71."""
    number = found.number("n") or 0
    if (found.has("u") and found.word("u") != "year") or not (32 if found.has("u") else 100) <= number < 1000:
        return None
    return Built("yearera", number)


def _spoken_year(found: Found) -> Built | None:
    """Nineteen seventy-nine, eighteen twelve."""
    century, rest = found.number("c") or 0, (found.number("t") or 0) + (found.number("o") or 0)
    # Twelve or more: "seventeen eleven-year-olds" and scores are not years.
    return Built("year", century * 100 + rest) if century in (17, 18, 19) and rest >= 12 else None


def _two_thousand(found: Found) -> Built | None:
    """The year two thousand and eight."""
    of_year = found.word("u") == "year" and found.word("h") == "thousand" and found.number("k") == 2
    return Built("year", 2000 + (found.number("o") or 0)) if of_year else None


COUNTS = Layer(
    Rule("(?P<u>{unit})(?P<k>{ones})(?P<h>{hundred})(?:{and}?(?P<o>{ones}))?", _two_thousand),
    Rule(
        "(?P<n>[{year}{number}{day}{two}])(?=[{dash}{to}{and}{or}](?P<last>[{year}{number}{day}{two}])(?P<era>{era}))",
        _before_christ,
    ),
    # From about 1200 to about 400 BCE
    Rule(
        "(?P<n>[{year}{number}])(?=[{to}{and}{dash}]{about}(?P<last>[{year}{number}{day}{two}])(?P<era>{era}))",
        _before_christ,
    ),
    Rule("(?P<n>[{year}{number}{day}{two}])(?P<era>{era})", _era),
    # c. 347, the year 71
    Rule("(?<={circa}{dot})(?P<n>{number})(?![.{countnoun}{unit}{units}{comma}{number}])", _early_year),
    Rule("(?<={circa}{dot}{number}{dash})(?P<n>{number})(?=[{close}{comma}{dot}{sentence}])", _early_year),
    Rule("(?<={circa}{number}{dash})(?P<n>{number})(?=[{close}{comma}{dot}{sentence}])", _early_year),
    Rule("(?<={circa})(?P<n>{number})(?![.{countnoun}{unit}{units}{comma}{number}])", _early_year),
    Rule(
        "(?<=[{in}{by}{since}{until}{from}{after}{before}]){the}(?P<u>{unit})(?P<n>[{number}{two}])(?!{number})",
        _early_year,
    ),
    *EARLY_COUNTS,
    Rule("(?P<era>{era})(?P<n>[{year}{number}{day}{two}])", _era),
    Rule("(?P<c>{ones})(?:(?P<t>{tens})(?:{dash}?(?P<o>{ones}))?)(?![{unit}{units}{dash}])", _spoken_year),
    Rule(
        "(?P<low>[{day}{two}{number}{ones}{tens}])[{dash}{to}{or}](?P<high>[{day}{two}{number}{ones}{tens}])"
        + _COUNTED,
        _count_range,
    ),
    Rule("(?P<n>[{day}{two}{ones}{tens}]){dash}?{and}{dash}?{a}{dash}?{half}" + _COUNTED, _halved),
    Rule("(?P<n>[{day}{two}]){dash}?(?P<f>{day}){slash}(?P<g>{day})" + _COUNTED, _halved),
    Rule("(?P<n>{halved})" + _COUNTED, _halved),
    Rule("(?P<n>{tens}){dash}?(?P<o>{ones})(?P<h>{hundred})?" + _COUNTED, _count),
    Rule("(?P<n>[{day}{two}{number}{year}{ones}{tens}])(?P<h>{hundred})?" + _COUNTED, _count),
    Rule("(?:{a}|(?P<k>{ones}))?(?P<h>{hundred}){and}(?P<n>[{ones}{tens}])(?:{dash}?(?P<o>{ones}))?" + _COUNTED, _sum),
    Rule("{a}(?P<h>{hundred})" + _COUNTED, _count),
    Rule("(?:{a}|(?<=[{past}{last}{next}])){couple}{of}?" + _COUNTED, lambda _: Built("QTY", Quantity(2, 2))),
    Rule("{a}?{few}{more}?" + _COUNTED, lambda _: Built("QTY", Quantity(None, None))),
)
