"""Documents: at a glance, as they stand, and side by side."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.room.context.marks import Citing, Leaves, Link, Segment
from gainsay.room.context.matters import MatterView


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A document at a glance; `damage` tells by kind in how many places (`damaged`) its text has suffered."""

    href: str
    title: str
    name: str
    path: str
    author: str
    publisher: str
    written: str
    edtf: str
    party: str
    kind: str
    damage: str
    words: int
    matters: int
    restricted: bool = False
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The documents in time, or a leaf of so many that they do not go on one page."""

    cards: tuple[SourceCard, ...]
    leaves: Leaves


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: its letter, what kind it is, what it says, and where to read more.

    `chain` names who says the words it hangs on, outermost first. `review` is the id under which the reading is
    decided about.
    """

    letter: str
    kind: str
    words: str = ""
    links: tuple[Link, ...] = ()
    chain: tuple[Link, ...] = ()
    unsure: bool = False
    review: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a source with its notes. `anchor` is its stable address on the page."""

    anchor: str
    kind: str
    number: int
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """A kind of mark that can be switched off in the text."""

    name: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Datum:
    """A piece of metadata and where it is from."""

    key: str
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A document as it stands, with marginal notes. `leftward`: its script runs from right to left.

    `remarks` say how the file was read: what was left out, what looks wrong. A long text stands in `parts`, of which
    this page shows the one with the number `part`, from 1 on; 0: the whole text.
    """

    card: SourceCard
    stated: tuple[Datum, ...]
    language: str
    leftward: bool
    passages: tuple[PassageView, ...]
    layers: tuple[Layer, ...]
    matters: tuple[MatterView, ...]
    twins: tuple[Link, ...]
    sha256: str
    cite: tuple[Citing, ...]
    remarks: tuple[str, ...] = ()
    parts: tuple[Link, ...] = ()
    part: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row of two texts side by side: words of both, or of one alone. `words` counts those shared."""

    kind: str
    reason: str
    words: int
    altered: int
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    left_href: str = ""
    right_href: str = ""
    left_words: int = 0
    right_words: int = 0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two documents side by side, aligned where they share words; and the matters in which both speak."""

    left: SourceCard
    right: SourceCard
    summary: str
    rows: tuple[Stretch, ...]
    matters: tuple[MatterView, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """Quoted words as one document has them: who is quoted there, the place, the words with what differs marked."""

    by: str
    source: Link
    segments: tuple[Segment, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Held:
    """A quotation held against the quoted work, or a fuller quotation: what was found, and both in their words."""

    findings: tuple[str, ...]
    quoting: Version
    against: Version
    words: int
    reason: str
    href: str


@dataclass(frozen=True, slots=True)
class QuotationsPage:
    """The quotations whose words stand in another source too, the gravest findings first."""

    rows: tuple[Held, ...]
    total: int
