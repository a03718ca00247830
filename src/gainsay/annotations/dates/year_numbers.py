"""Years: which numbers are, and what several together say."""

from __future__ import annotations

from gainsay.annotations.dates.chart import Built, Found, Rule
from gainsay.annotations.dates.lexicon import CODES, OTHER, Token
from gainsay.annotations.dates.meaning import Between, Known, Vague
from gainsay.annotations.dates.when import a_month, a_year

_DATING = frozenset(CODES[n] for n in "in since until by during from between after before early late mid circa".split())
_NUMBERING = frozenset(CODES[n] for n in "currency numberword than least up more less".split())
_COUNTED = frozenset(CODES[n] for n in "countnoun units clock day two number ones currency".split())
# Words in -s that are no plurals and follow a year often enough.
_SINGULAR_S = frozenset("was has is as this its his us series thus across elections towards always".split())
_PLURAL = ("s", "children", "men", "women", "people", "folk")


def _counts(after: Token | None) -> bool:
    """Whether the word after a number of four digits may be what it counts: "1960 soldiers"."""
    word = after.value if after is not None and after.code == OTHER else None
    return isinstance(word, str) and word.islower() and word.endswith(_PLURAL) and word not in _SINGULAR_S


_FAR_AHEAD = 2060
_MEASURES = frozenset("strong ton tonne page acre foot mile man seat bed pound metre meter word".split())


def _measures(after: Token | None, second: Token | None) -> bool:
    """A 1911-strong crowd, a 1200-ton ship."""
    hyphen = after is not None and after.code == CODES["dash"]
    return hyphen and second is not None and second.value in _MEASURES


def _telephone(before: Token | None, second: Token | None) -> bool:
    """555-1911."""
    hyphen = before is not None and before.code == CODES["dash"]
    return hyphen and second is not None and second.code == CODES["number"]


def _at_least(before: Token | None, found: Found) -> bool:
    """Since at least 1984."""
    at, word = found.neighbour(-2), found.neighbour(-3)
    least = before is not None and before.value == "least" and at is not None and at.code == CODES["at"]
    return least and word is not None and word.code in _DATING


def _bounded(before: Token | None, found: Found) -> bool:
    """Not later than 1930."""
    word = found.neighbour(-2)
    return before is not None and before.code == CODES["than"] and word is not None and word.code in _BOUNDS


_BOUNDS = frozenset((CODES["later"], CODES["earlier"]))


def _ends_range(before: Token | None, found: Found) -> bool:
    """1340 in "between 1320 and 1340"."""
    first, word = found.neighbour(-2), found.neighbour(-3)
    joined = before is not None and before.code in _JOINED and first is not None and first.code == CODES["year"]
    return joined and word is not None and word.code in (CODES["between"], CODES["from"])


_JOINED = frozenset(CODES[name] for name in ("and", "to", "until", "dash"))


def _listed(before: Token | None, found: Found) -> bool:
    """2017 in "the 2011 and 2017 elections"."""
    first = found.neighbour(-2)
    joined = before is not None and before.code in (CODES["and"], CODES["or"])
    return joined and first is not None and first.code == CODES["year"]


def _is_house(found: Found) -> bool:
    """1696 Harbour Road."""
    name, street = found.neighbour(1), found.neighbour(2)
    words = [token.value for token in (name, street) if token is not None and token.code == OTHER]
    return len(words) == 2 and str(words[0])[:1].isupper() and str(words[1]) in _STREETS


_STREETS = frozenset("Street Road Avenue Boulevard Blvd Lane Drive Square Terrace Rd Ave Ln Dr Hwy Parkway".split())


def _numbered_range(before: Token | None, first: Token | None, found: Found) -> bool:
    """The end of pp. 1911–1914."""
    if before is None or before.code != CODES["dash"] or first is None or first.code != CODES["year"]:
        return False
    near = (found.neighbour(-3), found.neighbour(-4))
    return any(token is not None and token.code in _NUMBERING for token in near)


def _abbreviates(token: Token | None) -> bool:
    """Whether a full stop after it belongs to "No." or "c."."""
    return token is not None and token.code in (CODES["numberword"], CODES["circa"])


def _impossible(found: Found) -> Built | None:
    """1979-12 is a month; 1979-21, which is neither month nor range, is kept as read."""
    year, part = found.number("y"), found.number("z")
    if year is None or part is None or found.length("z") != 2 or part > year % 100:
        return None
    return Built("DATE", Known(a_month(year, part) if 1 <= part <= 12 else None))


def _year(found: Found) -> Built | None:
    """A bare year, unless the words beside it count or number something ("1960 soldiers", "page 1979")."""
    year, before, after = found.number("y"), found.neighbour(-1), found.neighbour(1)
    if year is None or (found.has("u") and found.word("u") != "year"):
        return None
    if before is not None and before.code == CODES["dot"]:
        before = found.neighbour(-2) if _abbreviates(found.neighbour(-2)) else before
    least = _at_least(before, found) or _bounded(before, found)
    dated = least or _ends_range(before, found) or found.has("u") or (before is not None and before.code in _DATING)
    if (before is not None and before.code in _NUMBERING and not least) or (
        after is not None and after.code in _COUNTED and not (dated and after.value == "per")
    ):
        return None
    if _numbered_range(before, found.neighbour(-2), found):
        return None
    the = (before is not None and before.code == CODES["the"]) or _listed(before, found)
    if (
        (not dated and _is_house(found))
        or _measures(after, found.neighbour(2))
        or _telephone(before, found.neighbour(-2))
    ):
        return None
    # "2100, Marrow Bay": what nothing says is a year would be far ahead.
    if not dated and year > _FAR_AHEAD:
        return None
    # Before 1400 a number of four digits is more often a count, a distance or a price than a year.
    if (not dated and (year < 1400 or (_counts(after) and not the))) or (year < 1400 and _counts(after)):
        return None
    return Built("YEAR", Known(a_year(year)))


def _plain_year(found: Found) -> Built:
    return Built("YEAR", Known(a_year(found.number("y") or 0)))


def _years(found: Found) -> Built | None:
    """1985–91: the second year has the century of the first."""
    first, last = found.number("y"), found.number("z")
    if first is None or last is None:
        return None
    end = first // 100 * 100 + last
    return Built("RANGE", Between(Known(a_year(first)), Known(a_year(end)))) if first < end else None


def _fiscal(found: Found) -> Built | None:
    """Fiscal 1988, the 1988–89 academic year: about that year, since where it begins differs."""
    year, last = found.number("y"), found.number("z")
    if year is None or (found.has("u") and found.word("u") != "year"):
        return None
    if not found.has("z"):
        return Built("DATE", Vague(Known(a_year(year))))
    end = last if last is not None and last > 99 else year // 100 * 100 + (last or 0)
    end += 100 if end < year else 0
    return Built("RANGE", Between(Known(a_year(year)), Known(a_year(end)))) if end == year + 1 else None


# {year} is a number of four digits that may be one; a two-digit year follows a dash or slash.
YEARS = (
    Rule("{the}?{fiscal}(?P<u>{unit})?(?P<y>{year})(?:[{dash}{slash}](?P<z>[{day}{two}{year}]))?", _fiscal),
    Rule("{the}?(?P<y>{year})[{dash}{slash}](?P<z>[{day}{two}{year}]){fiscal}(?P<u>{unit})", _fiscal),
    Rule("{the}?(?P<y>{year}){fiscal}(?P<u>{unit})", _fiscal),
    Rule("(?P<y>{year})[{dash}{slash}](?P<z>[{day}{two}])(?![{dash}{slash}])", _years),
    Rule("(?P<y>{year}){dash}(?P<z>[{day}{two}])(?![{dash}{slash}{unit}{units}])", _impossible),
    Rule("(?P<y>{yearera})", _plain_year),
    Rule("(?:{the}?(?P<u>{unit}))?(?P<y>{year})", _year),
)
