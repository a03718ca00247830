"""What each page shows: one record a page, ready to be rendered. Nothing here is markup; every string stands in a
source,
in the edition's own reasons, or is a plain word of the apparatus.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to: words and the address of a page, relative to the root of the site."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks. `classes` names the marks, `tip` explains them, `href` leads on."""

    text: str
    classes: str = ""
    tip: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """Documents that rest on one origin, with the reason; `shown` where independence has been shown."""

    sources: tuple[Link, ...]
    reason: str
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement in its sentence. `chain` names who holds it, outermost first; its last is the holder."""

    segments: tuple[Segment, ...]
    chain: tuple[str, ...]
    source: Link
    when: str
    own_voice: bool
    language: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter under its letter."""

    letter: str
    position: str
    holders: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """One value on a number line or a time line, in per cent of the line; an open end is drawn fading."""

    letter: str
    words: str
    value: str
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
class MatterView:
    """A matter, as a row of a list or as a page of its own."""

    id: str
    href: str
    label: str
    verdict: str
    facet: str
    when: str
    reason: str
    documents: int
    independent: int
    undetermined: int
    sides: tuple[SideView, ...]
    witnesses: tuple[Witness, ...] = ()
    people: tuple[Link, ...] = ()
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A document at a glance."""

    href: str
    title: str
    path: str
    author: str
    publisher: str
    written: str
    party: str
    kind: str
    damage: str
    words: int
    matters: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: what kind it is, and what it says."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a source with its notes. `anchor` is its stable address on the page."""

    anchor: str
    kind: str
    number: int
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A document as it stands, with marginal notes."""

    card: SourceCard
    stated: tuple[tuple[str, str, str], ...]
    language: str
    passages: tuple[PassageView, ...]
    counts: tuple[tuple[str, str, int], ...]
    matters: tuple[Link, ...]
    twins: tuple[Link, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Run:
    """The same words at two places, the altered ones marked."""

    kind: str
    reason: str
    words: int
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    left_place: Link
    right_place: Link


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two documents side by side where they share words."""

    left: SourceCard
    right: SourceCard
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something somebody says, or that is said of somebody."""

    words: str
    by: str
    stance: str
    when: str
    source: Link


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody, or an act, is called: the words, who chose them, and which way they lean."""

    words: str
    by: str
    leaning: str
    times: int
    source: Link


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody or some body: what they say, what is said of them, what they are called, how the names were joined."""

    id: str
    href: str
    name: str
    type: str
    names: tuple[str, ...]
    says: tuple[Saying, ...]
    said_of: tuple[Saying, ...]
    called: tuple[Naming, ...]
    joined: tuple[tuple[str, str], ...]
    matters: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The way in: the edition in one sentence, its sharpest disputes, its sources."""

    title: str
    span: str
    tally: tuple[tuple[str, int], ...]
    sharpest: tuple[MatterView, ...]
    sources: tuple[SourceCard, ...]
    copies: tuple[Link, ...]
    unread: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class AboutPage:
    """How this was read: program, counts, files with their hashes, what could not be read."""

    version: str
    counts: tuple[tuple[str, int], ...]
    files: tuple[tuple[str, str], ...]
    unread: tuple[tuple[str, str], ...]
    withheld: int
