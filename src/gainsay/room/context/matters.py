"""Matters: their sides, quotations, witnesses and lines."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.room.context.marks import Filter, Leaves, Link, Segment


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two documents rest on one origin: how many words they share, in what way, and where to see it."""

    words: str
    reason: str
    href: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A statement in the tree of an origin: how deep it hangs, and what it shares with the one above it."""

    depth: int
    by: str
    words: str
    source: Link
    when: str
    tie: str


@dataclass(frozen=True, slots=True)
class Witness:
    """Documents that rest on one origin, with the reason and the evidence; `shown` where independence was shown.

    `access` says how the origin came to know, where its words show it; `tree` who has it from whom, in so many
    statements and `more`.
    """

    sources: tuple[Link, ...]
    reason: str
    shown: bool = False
    ties: tuple[Tie, ...] = ()
    access: str = ""
    tree: tuple[Branch, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of a matter in its place in time. `again` says what it repeats and what shows it.

    `changed` says what was told otherwise before: by the same holder, or the figure as it was last told.
    """

    letter: str
    when: str
    edtf: str
    by: str
    words: str
    value: str
    source: Link
    language: str
    again: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """A source that names those concerned and speaks of the time, and not of the matter; with the places that show it.

    `period` is nothing where the source was written at that time.
    """

    source: Link
    parties: tuple[Link, ...]
    period: Link | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement in its sentence. `chain` names who holds it, outermost first; its last is the holder."""

    segments: tuple[Segment, ...]
    chain: tuple[Link, ...]
    source: Link
    when: str
    own_voice: bool
    hedged: bool
    denies: bool
    language: str
    cite: str
    repeats: tuple[Link, ...] = ()
    review: str = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter under its letter. `more` quotations are not shown here."""

    letter: str
    position: str
    holders: str
    quotes: tuple[Quote, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class LineRow:
    """One value on a number line or a time line, in per cent of the line; an open end is drawn fading."""

    letter: str
    words: str
    value: str
    by: str
    low: float
    high: float
    exact: bool
    open_low: bool = False
    open_high: bool = False

    @property
    def width(self) -> float:
        return max(self.high - self.low, 0.4)

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A number line or a time line: its rows and the words at its ticks, each with its place in per cent."""

    kind: str
    rows: tuple[LineRow, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a second reader says of two statements of a matter: its verdict, its own words, and the words in the sources
    that it rests on. `standing` says how far it can be believed.
    """

    reader: str
    standing: str
    verdict: str
    reasons: str
    rests: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter, as a row of a list or as a page of its own. `plain` tells it in a sentence.

    `origins` says of each origin how many documents rest on it, `decided` what a person decided about the matter.
    `told` is how it is told through time, `heard` tells of sides that only their opponents pass on.
    """

    id: str
    href: str
    label: str
    verdict: str
    facet: str
    when: str
    edtf: str
    plain: str
    reason: str
    documents: int
    independent: int
    undetermined: int
    origins: tuple[int, ...]
    sides: tuple[SideView, ...]
    witnesses: tuple[Witness, ...] = ()
    people: tuple[Link, ...] = ()
    line: Line | None = None
    first: tuple[Link, str] | None = None
    told: tuple[Telling, ...] = ()
    more_told: int = 0
    heard: tuple[str, ...] = ()
    silent: tuple[Silence, ...] = ()
    more_sides: int = 0
    decided: str = ""
    second: tuple[SecondReading, ...] = ()


@dataclass(frozen=True, slots=True)
class MattersPage:
    """The matters that were asked for, and what else could be. `narrowed`: not all of the edition were asked for."""

    rows: tuple[MatterView, ...]
    filters: tuple[Filter, ...]
    since: str
    until: str
    sort: str
    leaves: Leaves
    narrowed: bool = False
