"""The answers of second readers, kept in the edition by the words that they were asked about.

A pair is known by its words alone: no reader is asked about it twice, and the answer is found again after any reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from gainsay.judging.opinion import JUDGED, Judged, Opinion, Rest
from gainsay.spans import Span, content_id
from gainsay.store import schema
from gainsay.store.rows import from_json, to_json

_J = schema.judgements.c


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reader answered about one pair, when, and how many tokens that took."""

    pair: str
    reader: str
    opinion: Opinion
    at: str
    tokens: int = 0


def load_judgements(connection: Connection, pairs: Iterable[str] | None = None) -> list[Judgement]:
    """The answers kept, in the order in which they came; with `pairs` only those about these."""
    rows = connection.execute(select(schema.judgements).order_by(_J.number)).all()
    wanted = None if pairs is None else set(pairs)
    return [_judgement(row) for row in rows if wanted is None or row.pair in wanted]


def save(connection: Connection, judgement: Judgement) -> None:
    """Keep an answer, in place of an earlier one of the same reader about the same pair."""
    key = content_id("judgement", judgement.pair, judgement.reader)
    opinion = judgement.opinion
    rests = [(rest.number, *rest.span) for rest in opinion.rests]
    connection.execute(delete(schema.judgements).where(_J.key == key))
    connection.execute(
        insert(schema.judgements).values(
            key=key,
            pair=judgement.pair,
            reader=judgement.reader,
            verdict=opinion.verdict,
            reasons=opinion.reasons,
            rests=to_json(rests),
            problem=opinion.problem,
            at=judgement.at,
            tokens=judgement.tokens,
        )
    )


def _judgement(row: Any) -> Judgement:
    verdict: Judged | None = row.verdict if row.verdict in JUDGED else None
    rests = tuple(Rest(number, Span(start, end)) for number, start, end in from_json(row.rests))
    opinion = Opinion(verdict, row.reasons, rests, row.problem)
    if verdict is None and not row.problem:
        opinion = replace(opinion, problem="a verdict that this program does not know")
    return Judgement(row.pair, row.reader, opinion, row.at, row.tokens)
