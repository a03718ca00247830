"""Years in parentheses behind a name in the running text: "Lindqvist (1934) argues that …".

A year behind a name may be anything: a birth, a film, a season. It cites where the sentence goes on with what the named
person writes, or where another reference of the document has the same name among its authors and the same year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gainsay.spans import Span

YEAR = re.compile(r"(?:1[4-9]|20)\d\d[a-f]?")
_NAME = r"[A-ZÀ-Þ](?:[\w-]|[’'](?!s\b))+"
_BEFORE = re.compile(
    rf"(?P<told>\b[Aa]ccording to\s)?\b(?P<name>{_NAME})(?:\s(?:and|&)\s{_NAME}|\set al\.)?(?:[’']s)?\s\($"
)
_WRITES = re.compile(
    r"\)(?:,?\s(?:also|further|rightly|later|first|even|thus|too))?\s(?:argue|write|wrote|note|show|claim|suggest"
    r"|contend|point|describe|observe|report|maintain|believe|state|conclude|estimate|explain|insist|discusse|remark"
    r"|emphasi[sz]e|demonstrate|propose|assert|den(?:y|ie)|stresse?)(?:d|s|ed)?\b"
)
_REACH = 70
# In what stands before a title: no segment of an author's name has more words.
_SEGMENT, _WORDS = re.compile(r"[.,;:(“\"‘«]\s*|\s(?:and|&)\s"), 3
_LONGEST = 900


def names_and_years(references: Iterable[str]) -> dict[str, frozenset[str]]:
    """Year → the words that may be authors' names, in references of that year.

    >>> sorted(names_and_years(["Marsh, Carl. Memoirs of a Docker. 1970."])["1970"])
    ['Carl', 'Marsh']
    """
    found: dict[str, set[str]] = {}
    for reference in references:
        words = reference[:_LONGEST]
        head = [segment.split() for segment in _SEGMENT.split(words)[:3]]
        names = {name for segment in head if len(segment) <= _WORDS for name in segment if name[:1].isupper()}
        for year in YEAR.findall(words):
            found.setdefault(year, set()).update(names)
    return {year: frozenset(names) for year, names in found.items()}


def cites(text: str, year: Span, known: dict[str, frozenset[str]]) -> bool:
    """Whether a year in parentheses behind a name stands for a work."""
    before = _BEFORE.search(text, max(0, year.start - _REACH), year.start)
    if before is None:
        return False
    if before["name"] in known.get(year.of(text), ()):
        return True
    return before["told"] is not None or _WRITES.match(text, year.end) is not None


def is_known(words: str, known: dict[str, frozenset[str]]) -> bool:
    """Whether "Lindqvist 1934" has its name and year in another reference of the document."""
    name, _, year = words.rpartition(" ")
    return name.partition(" ")[0].rstrip(",") in known.get(year, ())
