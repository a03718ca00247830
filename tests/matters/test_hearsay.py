"""Sides that are heard only through those who speak against them."""

from gainsay.matters.hearsay import heard_through
from gainsay.spans import Span
from tests.matters.builders import comparable


def test_who_is_quoted_by_his_opponent_alone_is_heard_through_him() -> None:
    charge = comparable("a", "d", voices=("holt",))
    denial = comparable("b", "d", voices=("holt", "lind"))
    assert heard_through([[charge], [denial]]) == 1


def test_who_speaks_elsewhere_is_heard() -> None:
    charge = comparable("a", "d", voices=("holt",))
    denial = comparable("b", "d", voices=("holt", "lind"))
    assert heard_through([[charge], [denial, comparable("c", "e", voices=("lind",))]]) is None


def test_a_text_that_reports_both_is_no_side() -> None:
    lind = comparable("b", "d", voices=("lind",), span=Span(0, 40))
    assert heard_through([[comparable("a", "d", span=Span(400, 440), answers="s-b")], [lind]]) is None
    assert heard_through([[comparable("a", "d", span=Span(50, 90))], [lind]]) is None


def test_a_text_that_calls_false_what_it_reports_is_one() -> None:
    frame = comparable("a", "d", span=Span(0, 18), answers="s-b")
    lind = comparable("b", "d", voices=("lind",), span=Span(24, 60))
    assert heard_through([[frame], [lind]]) == 1


def test_a_voice_nobody_names_is_no_opponent() -> None:
    charge = comparable("a", "d", voices=("",), span=Span(0, 20))
    denial = comparable("b", "d", voices=("", "lind"), span=Span(500, 540))
    assert heard_through([[charge], [denial]]) is None
