"""Decisions: what a person decided about something that was read, when and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from gainsay.spans import Span

Action = Literal["accept", "reject", "correct", "join", "part", "undo", "add"]
Kind = Literal[
    "attribution", "mention", "date", "figure", "citation", "designation", "statement", "matter", "entity", "decision"
]
State = Literal["in force", "waiting", "undone", "stale", "orphaned"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words at their place: `quote` stood at `span` of the document with this hash, in a passage with that digest.

    `path` is where the document was; a document with the same bytes elsewhere is the same document.
    """

    path: str
    sha256: str
    span: Span
    quote: str
    passage: Span
    digest: str


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, without any id, so that it can be found again after another reading.

    `key` tells a record from others at the same place, `read` is the record as it was then, `name` says it in words.
    For an undo, `key` holds the id of the decision that is undone; for an addition, `read` is the record that is added.
    """

    kind: Kind
    anchors: tuple[Anchor, ...] = ()
    key: dict[str, Any] = field(default_factory=dict)
    read: dict[str, Any] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the log: who decided what, when and why.

    `number` counts from 1. `id` is the SHA-256 of everything else in it and of `previous`, the id of the entry before.
    `changes` are the corrected fields. `origin` is the id that an imported decision had where it was made.
    """

    number: int
    id: str
    previous: str
    at: str
    by: str
    action: Action
    target: Target
    changes: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    origin: str | None = None

    @property
    def undoes(self) -> str | None:
        """The id of the decision that this one takes back."""
        return str(self.target.key["decision"]) if self.action == "undo" else None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision and what became of it.

    `record` is the id of what it is about in the edition as it is now, if that is there. `note` says why it is not in
    force: taken back by whom, in which document the words are no longer as they were.
    """

    decision: Decision
    state: State
    record: str | None = None
    note: str = ""
