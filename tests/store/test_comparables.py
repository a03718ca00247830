"""Comparables are kept beside their statements and come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gainsay.matters import Comparable
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.store import comparables
from gainsay.store.ids import pack_ids
from gainsay.store.rows import to_json
from gainsay.store.texts import unsqueeze

TEXT = "The clerk said that some 40 men were held at Marrow Bay."
STATEMENT = Statement(
    "statement-1",
    "d",
    "p",
    "a",
    Span(15, 55),
    polarity="denies",
    hedged=True,
    referents=("referent-1",),
    terms=("men", "held", "men"),
    said="1911",
)
CLAIM = Comparable(
    id="claim-1",
    kind="claim",
    statement="statement-1",
    document="d",
    span=Span(15, 55),
    value_span=Span(15, 55),
    position=TEXT[15:55],
    voices=("referent-2",),
    polarity="denies",
    hedged=True,
    terms=("men", "held"),
    referents=("referent-1",),
    said="1911",
    context=("clerk",),
)
FIGURE = replace(
    CLAIM, id="figure-1", kind="figure", value_span=Span(25, 31), position=TEXT[25:31], clause=TEXT[15:55], value=40
)


@pytest.mark.parametrize(
    "one",
    [
        CLAIM,
        FIGURE,
        replace(FIGURE, value=(40, None), terms=("held",), part=True),
        replace(FIGURE, kind="label", referents=(), charge=-0.5, act="arrest"),
        replace(CLAIM, position="other words", clause="and other still", polarity="affirms", hedged=False, said=None),
    ],
)
def test_a_comparable_comes_back_as_it_was(one: Comparable) -> None:
    statement, identity, kind, data = comparables.comparable_row(one, STATEMENT, TEXT)
    s = STATEMENT
    kept = (
        s.id,
        s.document,
        *s.span,
        s.polarity,
        int(s.hedged),
        to_json(s.terms),
        pack_ids(to_json(s.referents), "referent"),
    )
    row = (1, identity, kind, data, *kept, s.said, s.written)
    assert statement == STATEMENT.id
    assert comparables._comparable(row, {STATEMENT.document: TEXT}) == one


def test_what_a_claim_shares_with_its_statement_is_not_kept_twice() -> None:
    *_, data = comparables.comparable_row(CLAIM, STATEMENT, TEXT)
    assert unsqueeze(data) == '{"voices":["referent-2"],"context":["clerk"]}'
