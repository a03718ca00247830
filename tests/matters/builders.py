"""Comparables and relations for the tests of this stage, with invented contents."""

from __future__ import annotations

from dataclasses import replace

from gainsay.matters.comparable import Comparable
from gainsay.matters.verdict import Relation, RelationKind
from gainsay.spans import Span


def comparable(identity: str, document: str = "", **fields: object) -> Comparable:
    """A claim in a document of its own, unless said otherwise; its spans lie apart from those of others."""
    place = sum(map(ord, identity)) * 100
    base = Comparable(
        id=identity,
        kind="claim",
        statement=f"s-{identity}",
        document=document or f"d-{identity}",
        span=Span(place, place + 60),
        value_span=Span(place, place + 20),
        position=f"words of {identity}",
        terms=("harbour", "riot", "constabl"),
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def relation(a: Comparable, b: Comparable, kind: RelationKind, score: float = 0.8, **fields: object) -> Relation:
    """A relation on the facet that fits the kind of `a`."""
    facet = {"claim": "occurrence", "figure": "figure", "date": "date", "label": "label"}[a.kind]
    made = Relation(a.id, b.id, kind, facet, score, f"{a.id} and {b.id}")  # type: ignore[arg-type]
    return replace(made, **fields)  # type: ignore[arg-type]
