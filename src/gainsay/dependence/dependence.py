"""Dependence: one passage copies, quotes, cites or repeats another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gainsay.spans import Span

DependenceKind = Literal["copies", "quotes", "cites", "same-origin", "repeats"]
Direction = Literal["a-from-b", "b-from-a", "unknown"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dependence:
    """Two places with the same words, at least eight in a row, runs parted by one or two variant words joined.

    `altered` pairs the spans where the wording differs (one side may be an empty gap: a word dropped). `reason` says
    why the kind and direction were chosen.
    """

    id: str
    kind: DependenceKind
    a: Place
    b: Place
    direction: Direction
    words: int
    altered: tuple[tuple[Span, Span], ...] = ()
    reason: str = ""
