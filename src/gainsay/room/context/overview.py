"""The edition as a whole: its front page, its time, its network, and what is looked for in it."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.room.context.marks import Filter, Link, Option, Segment
from gainsay.room.context.matters import MatterView, Quote, Tie
from gainsay.room.context.people import Named, Saying
from gainsay.room.context.sources import Held, SourceCard


@dataclass(frozen=True, slots=True)
class Bin:
    """A stretch of the time strip: where it lies in per cent, how many documents and disputes fall in it."""

    at: float
    width: float
    words: str
    documents: int
    matters: int
    documents_high: float
    matters_high: float
    href: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """The time that an edition covers: when its documents were written, what its disputes are about."""

    bins: tuple[Bin, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The way in: the edition in one sentence, its sharpest disputes, its sources."""

    title: str
    span: str
    tally: tuple[tuple[str, int], ...]
    facets: tuple[tuple[str, int], ...]
    sharpest: tuple[MatterView, ...]
    sources: tuple[SourceCard, ...]
    copies: tuple[Link, ...]
    damaged: int
    strip: Strip | None = None
    unread: tuple[tuple[str, str], ...] = ()
    waiting: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Dated:
    """What a source places at a date."""

    words: tuple[Segment, ...]
    by: str
    source: Link
    language: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, what the sources place there, and what was written then; `rival` where others date the same otherwise."""

    edtf: str
    when: str
    entries: tuple[Dated, ...]
    written: tuple[Link, ...]
    rival: tuple[Link, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the sources place in the calendar, by year."""

    strip: Strip | None
    years: tuple[Option, ...]
    year: str
    total: int
    moments: tuple[Moment, ...]
    rivals: tuple[MatterView, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network: name, page, and height on the picture in pixels."""

    name: str
    href: str
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Who takes words from whom: heights of both ends on the picture, how thick, how many, and what the line tells."""

    left: float
    right: float
    weight: float
    count: int
    words: str
    kind: str = "quotes"


@dataclass(frozen=True, slots=True)
class Borrowing:
    """One source that copies, quotes or cites another document."""

    who: Link
    whom: Link
    kind: str
    times: int
    words: int
    href: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """Who quotes, cites and copies whom: as a picture (`takers` left, `givers` right) and as lists."""

    takers: tuple[Node, ...]
    givers: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: int
    borrowings: tuple[Borrowing, ...]
    quoted: tuple[tuple[Link, tuple[tuple[Link, int], ...]], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Find:
    """A passage that was found, its words marked."""

    segments: tuple[Segment, ...]
    source: Link
    when: str
    language: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for some words: people and matters by name, passages by their words."""

    words: str
    filters: tuple[Filter, ...] = ()
    since: str = ""
    until: str = ""
    people: tuple[Link, ...] = ()
    matters: tuple[Link, ...] = ()
    found: tuple[Find, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class AskPage:
    """What the edition has on a question; with `abstains` it says why there is nothing.

    `named`: who calls whom what; `sayings`: one speaker's words through time; `ties`: which of the documents that are
    `asked` about share words, `more_ties` counts the rest; `quotations`: those that leave out on whose word it is.
    """

    question: str
    abstains: str = ""
    matters: tuple[MatterView, ...] = ()
    statements: tuple[Quote, ...] = ()
    examples: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()
    sayings: tuple[Saying, ...] = ()
    ties: tuple[Tie, ...] = ()
    more_ties: int = 0
    asked: tuple[Link, ...] = ()
    quotations: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How this was read: program, counts, files with their hashes, what could not be read, what checking it found.

    `readers` says how many documents were read in which way. `remarks` say of documents what was left out of them, or
    looks wrong. `more_files` are not told here; the page of each document tells its hash.
    """

    version: str
    counts: tuple[tuple[str, int], ...]
    files: tuple[tuple[Link, str], ...]
    unread: tuple[tuple[str, str], ...]
    damage: tuple[tuple[str, tuple[Link, ...]], ...]
    withheld: int
    readers: tuple[tuple[str, int], ...] = ()
    remarks: tuple[tuple[Link, tuple[str, ...]], ...] = ()
    verified: bool = False
    wrong: tuple[str, ...] = ()
    more_files: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: where in per cent of the picture, how large, and on which side its name finds room.

    `at` are its coordinates in words.
    """

    number: int
    name: str
    href: str
    x: float
    y: float
    radius: float
    at: str
    statements: int
    matters: int
    disputed: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class MapPage:
    """The places whose coordinates the user's file gives (`given`: how many it has), on a net of degrees.

    `height` is that of the picture where it is 1000 wide; the rest is in per cent. `unplaced` are places of the edition
    that the file does not have.
    """

    given: int
    spots: tuple[Spot, ...] = ()
    height: int = 0
    meridians: tuple[tuple[float, str], ...] = ()
    parallels: tuple[tuple[float, str], ...] = ()
    scale: tuple[float, str] = (0.0, "")
    unplaced: tuple[Link, ...] = ()
    more_unplaced: int = 0
