"""Reviewing: what to look at next, one reading at a time, and the log of what people decided."""

from __future__ import annotations

from dataclasses import dataclass

from gainsay.room.context.marks import Link, Segment
from gainsay.room.context.matters import MatterView


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to decide about, as a line of the queue."""

    target: str
    kind: str
    words: str
    why: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """What of a reading can be corrected: as it was read, and what may stand there (nothing: any words)."""

    name: str
    words: str
    value: str
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision as the log tells it, with what became of it."""

    number: int
    at: str
    by: str
    action: str
    kind: str
    what: str
    changes: tuple[tuple[str, str, str], ...]
    reason: str
    state: str
    note: str
    href: str
    undoable: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One reading to decide about: its passage, what was read, what depends on it, what can be done."""

    target: str
    kind: str
    title: str
    place: Link
    passage: tuple[Segment, ...]
    language: str
    reading: tuple[tuple[str, str], ...]
    actions: tuple[str, ...]
    fields: tuple[Field, ...]
    names: tuple[str, ...]
    matters: tuple[MatterView, ...]
    log: tuple[Logged, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The desk: the queue, the reading at hand, the log, and how far reviewers agree."""

    waiting: tuple[Waiting, ...]
    total: int
    kind: str
    item: Item | None
    after: str
    log: tuple[Logged, ...]
    alpha: float | None
    units: int
    agreed: int
    by: str = ""
    problem: str = ""
    done: str = ""
    settling: bool = False
