"""A temporal expression with its place in the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Span

DateKind = Literal["point", "range", "duration", "set"]
Relation = Literal["before", "after", "during", "since", "until", "at"]
Flag = Literal["impossible", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Date:
    """`edtf` is null for durations and sets, and whenever the text does not give the date: never filled from the clock.

    `relative` says that the words need an anchor ("last month"); `anchor` is the span that gave it, where it stands in
    the text (null where the anchor is the document's date of writing).

    `relation` and `event` keep open what an event places ("two weeks before the flood"): how it lies to the event, and
    the words that name it; with "after" or "before" the length is `duration` (ISO 8601: P2W), which durations, sets
    (how often) and periods counted from now have too. `flag` says why there is no value where the words look like one:
    no such day, or day and month in either order.
    """

    id: str
    document: str
    span: Span
    edtf: str | None
    kind: DateKind
    relative: bool = False
    anchor: Span | None = None
    relation: Relation | None = None
    event: Span | None = None
    duration: str | None = None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of text with a "now" of its own: an article, a letter, a quotation said on a known day (EDTF)."""

    span: Span
    now: str
