"""Years before 1000 by themselves: "in 348", "between 360 and 366".

A number of three digits is a year only in a text that dates other things so early, and only behind a word that asks for
a date and before nothing that it could count. `finder` drops these where the text gives no such evidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from gainsay.annotations.dates.chart import Built, Found, Rule
from gainsay.annotations.dates.lexicon import CODES, OTHER, Token
from gainsay.annotations.dates.meaning import Away, Between, EarlyYear, Known, Meaning, Open, PartOf, Vague

FIRST_LATER = 1000
"""The first year that is no early one."""
_MARKS = frozenset(CODES[name] for name in "comma dot open close quote sentence".split())
_GOES_ON = frozenset(CODES[name] for name in "the a when has subject until".split())
_JOINS = frozenset(CODES[name] for name in "and to until".split())
# After these a capital begins a new clause ("in 348 Ambrosius died"); after others it may be counted ("by 150 Romans").
_PLACES = frozenset(CODES[name] for name in "in since after until before during".split())
_VERBS = frozenset("was were did had when as while where with but under then onwards".split())


def _alone(before: Token | None, after: Token | None) -> bool:
    """Whether nothing after a number is counted by it."""
    if after is None or after.code in _MARKS or after.code in _GOES_ON:
        return True
    word = after.value
    if after.code != OTHER or not isinstance(word, str):
        return False
    return word in _VERBS or (word[:1].isupper() and before is not None and before.code in _PLACES)


def _is_early(number: int | None) -> bool:
    return number is not None and 100 <= number < FIRST_LATER


def _year(found: Found) -> Built | None:
    number, before, after = found.number("n"), found.neighbour(-1), found.neighbour(1)
    if not _is_early(number) or number is None or found.length("n") != 3:
        return None
    # A comma may belong to a greater number or a list of counts: "in 348, 349 and 350".
    second = found.neighbour(2)
    listed = after is not None and after.code == CODES["comma"] and second is not None and second.code in _NUMBERS
    again = after is not None and after.code in _JOINS and not (second is not None and second.code in _NUMBERS)
    return Built("earlyyear", EarlyYear(number)) if again or (_alone(before, after) and not listed) else None


_NUMBERS = frozenset(CODES[name] for name in "number day two year ones tens".split())


def _years(found: Found) -> Built | None:
    """Between 360 and 366, from 360 to 366, in 360–66."""
    first, last, after = found.number("n"), found.number("last"), found.neighbour(1)
    if first is None or last is None or not _is_early(first) or found.length("n") != 3:
        return None
    if found.length("last") == 2:
        last += first // 100 * 100
    if not _is_early(last) or first == last or not _alone(found.neighbour(-1), after):
        return None
    return Built("RANGE", Between(EarlyYear(first), EarlyYear(last)))


def _found_year(found: Found) -> Built | None:
    token = found.token("y")
    return Built("YEAR", token.value) if token is not None else None


def _leaves(meaning: Meaning) -> Iterator[Meaning]:
    """What a meaning is made of: both ends of a range, the whole of a part."""
    match meaning:
        case PartOf(inner, _) | Vague(inner) | Open(inner, _):
            yield from _leaves(inner)
        case Between(first, last):
            yield from _leaves(first)
            yield from _leaves(last)
        case Away(base=base) if base is not None:
            yield from _leaves(base)
        case _:
            yield meaning


def dates_early(meaning: Meaning) -> bool:
    """Whether the words by themselves give a date before the year 1000."""
    known = (leaf.when for leaf in _leaves(meaning) if isinstance(leaf, Known))
    return any(when is not None and when.first[0] < FIRST_LATER for when in known)


def needs_evidence(meaning: Meaning) -> bool:
    """Whether a meaning counts on a number of three digits being a year."""
    return any(isinstance(leaf, EarlyYear) for leaf in _leaves(meaning))


EARLY_COUNTS = (
    Rule(
        "(?<=[{in}{by}{since}{until}{from}{after}{before}{during}{between}])(?P<n>{number})[{and}{to}{dash}{until}]"
        "(?P<last>[{number}{two}{day}])",
        _years,
    ),
    Rule("(?<=[{in}{by}{since}{until}{from}{after}{before}{during}])(?P<n>{number})", _year),
)
EARLY_YEARS = (Rule("(?P<y>{earlyyear})", _found_year),)
