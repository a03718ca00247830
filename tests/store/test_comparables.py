"""Comparables are kept beside their statements and come back as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gainsay.matters import Comparable
from gainsay.spans import Span
from gainsay.statements.statement import Statement
from gainsay.statements.terms import common_terms
from gainsay.store import comparables
from gainsay.store.ids import pack_ids
from gainsay.store.rows import to_json
from gainsay.store.stems import pack_stems, unpack_stems

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
        replace(CLAIM, sources=("work-1", "work-2")),
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
        pack_stems(s.terms),
        pack_ids(to_json(s.referents), "referent"),
    )
    chain = pack_ids(to_json(s.attribution), "attribution")
    row = (1, identity, kind, data, *kept, s.said, s.written, chain, s.holder, 1)
    assert statement == STATEMENT.id
    assert comparables._comparable(row, {STATEMENT.document: TEXT}) == one


def test_what_a_claim_shares_with_its_statement_is_not_kept_twice() -> None:
    *_, data = comparables.comparable_row(CLAIM, STATEMENT, TEXT)
    assert comparables.unpacked(data) == {"voices": ["referent-2"], "context": ("clerk",)}
    said = replace(STATEMENT, attribution=("attribution-1", "attribution-2"), holder="referent-2")
    *_, data = comparables.comparable_row(replace(CLAIM, voices=("", "referent-2")), said, TEXT)
    assert comparables.unpacked(data) == {"context": ("clerk",)}


@pytest.mark.parametrize(
    "stems",
    [
        (),
        ("strike", "held", "strike"),
        ("kauffahrteischifffahrt" * 4, "é" * 40_000, "\ud800", ""),  # longer than one byte tells, and than two
        common_terms(),
    ],
)
def test_stems_come_back_as_they_were(stems: tuple[str, ...]) -> None:
    assert unpack_stems(pack_stems(stems)) == stems


@pytest.mark.parametrize("data", [b"\xc5ab", b"\x80", b"\xff\xff", b"\xbf\xff"])
def test_stems_that_this_program_did_not_write_are_told(data: bytes) -> None:
    with pytest.raises((IndexError, ValueError)):
        unpack_stems(data)
