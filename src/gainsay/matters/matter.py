"""A matter: statements on the same thing, arranged in sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Facet = Literal["figure", "date", "actor", "place", "cause", "label", "occurrence", "evaluation"]
Verdict = Literal["conflict", "denial", "scope", "corroboration", "changed-position", "single-witness", "unsure"]

DISPUTED: tuple[Verdict, ...] = ("conflict", "denial", "scope", "changed-position")


@dataclass(frozen=True, slots=True)
class Witnesses:
    """How many documents, how many origins shown to be independent, how many groups of unknown independence.

    `groups` holds the statement ids that rest on one origin, each with the reason ("the same words in both").
    """

    documents: int
    independent: int
    undetermined: int
    groups: tuple[tuple[tuple[str, ...], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One position: words that stand in a source, and the statements that hold it."""

    position: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A dispute or an agreement with its reason. `label` is made of words that stand in the sources."""

    id: str
    label: str
    verdict: Verdict
    facet: Facet | None
    sides: tuple[Side, ...]
    when: str | None
    entities: tuple[str, ...]
    witnesses: Witnesses
    score: float
    reason: str
