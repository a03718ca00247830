"""What a reading did, and how it tells of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from gainsay.store.address import Address


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: `done` of `total` documents (or steps of the comparison), the latest being `item`."""

    name: str
    done: int
    total: int
    item: str = ""


Progress = Callable[[Step], None]


def silent(step: Step) -> None:
    """The progress of a reading that nobody watches."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be read, with the reason and what to do. `details` is for whoever debugs."""

    path: str
    problem: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """One document as it was read: how many pages and words, and in `remarks` what was left out or looks wrong."""

    path: str
    media_type: str
    pages: int
    words: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What `gainsay.read` did: paths of documents by what became of them, and what the edition holds now.

    `counts` maps a table ("statements") to its number of rows, `damage` a kind of damage to how often it was found in
    the documents that are new or changed; these are in `read`, one by one. `warnings` concern `sources.toml`.
    """

    edition: Address
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    read: tuple[DocumentRead, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    damage: dict[str, int] = field(default_factory=dict)
    verdicts: dict[str, int] = field(default_factory=dict)
    decisions: dict[str, int] = field(default_factory=dict)
