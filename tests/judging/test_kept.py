"""Answers are kept as they came, in a file and on a server alike, and come back whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from gainsay.judging.kept import Judgement, load_judgements, save
from gainsay.judging.opinion import Opinion, Rest
from gainsay.spans import Span
from gainsay.store.address import as_address
from gainsay.store.store import Store

ONE = Judgement("pair-1", "a reader", Opinion("scope", "Its “reasons”.", (Rest(2, Span(3, 9)),)), "1911-03-14", 7)
VOID = Judgement("pair-2", "a reader", Opinion(None, "", (), "no reasons"), "1911-03-15")


def test_an_answer_comes_back_as_it_was_and_a_later_one_takes_its_place(anywhere: str) -> None:
    later = replace(ONE, opinion=Opinion("conflict", "Better."), at="1911-03-16")
    other = replace(ONE, reader="another")
    with closing(Store(as_address(anywhere), write=True)) as store:
        for judgement in (ONE, VOID, other):
            with store.begin() as connection:
                save(connection, judgement)
        with store.begin() as connection:
            assert load_judgements(connection) == [ONE, VOID, other]
            assert load_judgements(connection, ["pair-2"]) == [VOID]
            save(connection, later)
            assert load_judgements(connection, ["pair-1"]) == [other, later]
