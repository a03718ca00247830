"""What the tools answer, as records. Words of documents stand under `quoted`, and nowhere else but in labels."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.edition.asking import Tie
from gainsay.edition.sayings import Turn


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words as they stand in a document. `address` is its path with the characters (half-open, in code points)."""

    address: str
    path: str
    start: int
    end: int
    quoted: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what is known of it; dates are EDTF; `party` is whose side it is on, as the user says."""

    path: str
    characters: int
    title: str | None
    author: str | None
    publisher: str | None
    written: str | None
    party: str | None
    kind: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """All documents."""

    note: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a document; `next_start` is where to go on reading, null at its end."""

    note: str
    excerpt: Quotation
    next_start: int | None


@dataclass(frozen=True, slots=True)
class Hits:
    """Passages that were found, best first."""

    note: str
    passages: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A dispute or an agreement in short; `show_matter` gives the whole."""

    id: str
    verdict: str
    facet: str | None
    label: str
    positions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class MatterLines:
    """Matters, highest score first; `total` counts those that are not listed too."""

    note: str
    total: int
    matters: tuple[MatterLine, ...]


@dataclass(frozen=True, slots=True)
class StatementShown:
    """One statement of a side, with its id. `holder` is who holds it; null: the document itself, or nobody it names.

    `chain` leads from the outermost reported voice to the innermost: who is said to say it, how, in which words.
    """

    id: str
    statement: Quotation
    passage: Quotation
    holder: str | None
    polarity: str
    hedged: bool
    said: str | None
    chain: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A reported voice: the words that name the speaker, the stance (asserts, denies …), the words of saying."""

    speaker: str | None
    stance: str
    kind: str
    cue: str | None


@dataclass(frozen=True, slots=True)
class SideShown:
    """A position and the statements that hold it."""

    position: str
    statements: tuple[StatementShown, ...]


@dataclass(frozen=True, slots=True)
class MatterShown:
    """A whole matter. Of its witnesses only those count as independent that have been shown to be."""

    note: str
    id: str
    verdict: str
    facet: str | None
    label: str
    when: str | None
    reason: str
    sides: tuple[SideShown, ...]
    documents: int
    independent_witnesses: int
    undetermined_witnesses: int
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldWords:
    """Words with who holds them."""

    words: Quotation
    by: str | None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class NamingShown:
    """Words chosen for a party or an act, in the first of the places: by whom, how often, which way they lean."""

    words: Quotation
    by: str
    times: int
    leaning: str


@dataclass(frozen=True, slots=True)
class NamedShown:
    """A party or an act with all that it is called; `clashes` are pairs of numbers in the list, from 0."""

    name: str
    kind: str
    namings: tuple[NamingShown, ...]
    clashes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class SayingShown:
    """What a speaker is reported to say, in the clauses that bear on the question; `when` is EDTF."""

    words: tuple[Quotation, ...]
    stance: str
    when: str | None


@dataclass(frozen=True, slots=True)
class CollatedShown:
    """A quotation held against what it quotes, or a fuller quotation, and what was done to the words."""

    findings: tuple[str, ...]
    quoting: HeldWords
    against: HeldWords
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What bears on a question; `abstains` says why nothing does.

    `named`: who calls whom what; `sayings`: a speaker's words through time, `turns` where they turned (numbers in that
    list, from 0); `ties`: which of the documents in `asked` share words, and so are one witness there; that none do
    does not show independence. `quotations`: those that leave out, or change, on whose word it is.
    """

    note: str
    question: str
    abstains: str | None
    matters: tuple[MatterLine, ...]
    statements: tuple[HeldWords, ...]
    named: tuple[NamedShown, ...] = ()
    sayings: tuple[SayingShown, ...] = ()
    turns: tuple[Turn, ...] = ()
    ties: tuple[Tie, ...] = ()
    asked: tuple[str, ...] = ()
    quotations: tuple[CollatedShown, ...] = ()


@dataclass(frozen=True, slots=True)
class CalledShown:
    """What somebody is called, by whom and how often."""

    words: str
    by: str
    times: int


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was written into the log: its number, what it is about, in whose name."""

    note: str
    number: int
    target: str
    action: str
    by: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody or something: what they say, what is said of them, what they are called."""

    note: str
    name: str
    names: tuple[str, ...]
    may_also_mean: tuple[str, ...]
    says: tuple[HeldWords, ...]
    said_of: tuple[HeldWords, ...]
    called: tuple[CalledShown, ...]
