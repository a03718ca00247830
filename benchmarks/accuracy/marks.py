"""The disputes marked in BASIL's development half (`marked/README.md`): events, their articles, and the marks."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Protocol

from benchmarks.accuracy.scoring import SHARED
from gainsay.spans import Span

ARTICLES = SHARED / "corpora" / "basil" / "dev.jsonl.gz"
MARKS = Path(__file__).with_name("marked") / "basil.jsonl"

Pair = tuple[str, str]
Place = tuple[str, Span]
"""An article's id, and where in its text."""


class Spanned(Protocol):
    """A statement as far as it matters here."""

    @property
    def id(self) -> str: ...
    @property
    def span(self) -> Span: ...


@dataclass(frozen=True, slots=True)
class Mark:
    """A dispute: its facet, its verdict, and for each side where it is held."""

    kind: str
    verdict: str
    sides: tuple[tuple[Place, ...], ...]

    def positions(self, statements: Mapping[str, Iterable[Spanned]]) -> list[set[str]]:
        """Our statements (by article) that touch each side: they share half of the characters of the shorter."""
        return [
            {s.id for article, span in side for s in statements[article] if touch(s.span, span)} for side in self.sides
        ]


@dataclass(frozen=True, slots=True)
class Event:
    """An event as some outlets tell it: articles (id → text), and the marks that are not arguable. `part` is `open` or
    `held`.
    """

    id: str
    part: str
    articles: Mapping[str, str]
    marks: tuple[Mark, ...]


def events() -> Iterator[Event]:
    """All events, in the order of their ids."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    parts: dict[str, str] = {}
    for line in MARKS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        parts[row["event"]] = row["part"]
        if not row["arguable"]:
            sides = tuple(tuple((article, Span(start, end)) for article, start, end in side) for side in row["sides"])
            marks[row["event"]].append(Mark(row["kind"], row["verdict"], sides))
    articles: dict[str, dict[str, str]] = defaultdict(dict)
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            articles[row["triplet"]][row["id"]] = f"{row['title']}\n\n{row['date']}\n\n{row['text']}"
    for event in sorted(parts):
        yield Event(event, parts[event], articles[event], tuple(marks[event]))


def across(positions: Iterable[set[str]]) -> set[Pair]:
    """The pairs of statements on two sides."""
    return {(min(a, b), max(a, b)) for x, y in combinations(positions, 2) for a in x for b in y if a != b}


def touch(a: Span, b: Span) -> bool:
    """Whether two spans share half of the characters of the shorter."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and 2 * shared >= min(a.length, b.length)
