"""What a thing is said to be for or to come from, and which two reasons clash."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import cause
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.opinions.reasons import LONGEST, reasons, sentence_start
from gainsay.matters.subjects.kinship import AKIN
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "reasons.csv").open(encoding="utf-8")))
ACCUSED = "Hale called the strike a plot to ruin the port."
DEFENDED = "The strike was meant to raise the wages of the dockers."


def given(identity: str, text: str, **fields: object) -> Comparable:
    (found,) = reasons(text, Span(0, len(text)))
    made = comparable(identity, kind="evaluation", act=found.kind, action=found.act, head=found.word)
    made = replace(made, position=found.reason.of(text))
    made = replace(made, terms=content_terms(text, found.target), context=content_terms(text, found.reason))
    return replace(made, **fields)  # type: ignore[arg-type]


def kind_of(a: Comparable, b: Comparable, kin: float = 1.0, one_holder: bool = False) -> str | None:
    found = cause.compare(a, b, likeness(profile(a, {}), profile(b, {}), kin), one_holder)
    return found.kind if found else None


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_a_reason_names_the_thing_that_it_is_given_for(case: dict[str, str]) -> None:
    text = case["clause"]
    found = [(r.kind, r.target.of(text), r.act or "", r.reason.of(text)) for r in reasons(text, Span(0, len(text)))]
    assert found == ([(case["kind"], case["thing"], case["act"], case["reason"])] if case["kind"] else [])


def test_two_purposes_of_one_thing_clash() -> None:
    assert kind_of(given("a", ACCUSED), given("b", DEFENDED)) == "conflicts"


@pytest.mark.parametrize(
    "other",
    [
        "The levy was meant to raise the wages of the dockers.",  # another thing
        "The strike was meant to ruin the port for a week.",  # the same purpose
        "The strike was caused by the wages of the dockers.",  # what it comes from, not what it is for
    ],
)
def test_what_need_not_clash(other: str) -> None:
    assert kind_of(given("a", ACCUSED), given("b", other)) is None


def test_one_holder_or_one_voice_may_have_two_reasons() -> None:
    assert kind_of(given("a", ACCUSED), given("b", DEFENDED), one_holder=True) is None
    assert kind_of(given("a", ACCUSED, document="d"), given("b", DEFENDED, document="d")) is None
    assert kind_of(given("a", ACCUSED, document="d", voices=("hale",)), given("b", DEFENDED, document="d")) is not None


def test_what_two_papers_say_themselves_a_thing_is_for_it_may_all_be_for() -> None:
    other = given("a", "The strike was aimed at better quays.")
    assert kind_of(other, given("b", DEFENDED)) is None
    assert kind_of(replace(other, voices=("hale",)), given("b", DEFENDED)) == "conflicts"


def test_a_thing_on_two_events_is_not_one() -> None:
    assert kind_of(given("a", ACCUSED), given("b", DEFENDED), kin=AKIN) is None


def test_what_befell_somebody_has_its_reason_apart_from_him() -> None:
    oil = given("a", "The harbour master was fired because of the spilt oil.")
    drink = given("b", "The harbour master was dismissed over his drinking.")
    killed = given("c", "The harbour master was killed because of his drinking.")
    assert kind_of(oil, drink) == "conflicts"
    assert kind_of(oil, killed) is None


def test_a_purpose_and_what_others_say_of_it_are_of_one_move() -> None:
    text = "The council closed the quay to spare the fish, a move that dockers say is aimed at breaking the union."
    told, said = reasons(text, Span(0, len(text)))
    assert told.target == said.target
    assert (told.reason.of(text), said.reason.of(text)) == ("to spare the fish", "at breaking the union")


def test_a_move_is_what_was_done_just_before() -> None:
    text = "The council closed the quay to spare the fish, a move that dockers say is aimed at breaking the union."
    first, second = (
        comparable(
            str(n),
            "d",
            kind="evaluation",
            act=r.kind,
            terms=("move",),
            context=content_terms(text, r.reason),
            span=r.reason,
        )
        for n, r in enumerate(reasons(text, Span(0, len(text))))
    )
    second = replace(second, voices=("dockers",))
    assert kind_of(first, second) == "conflicts"
    far = replace(second, span=Span(second.span.start + 900, second.span.end + 900))
    assert kind_of(first, far) is None
    assert kind_of(first, replace(second, document="e")) is None


def test_the_sentence_of_a_clause_begins_after_the_last_stop() -> None:
    text = "It rained. The levy, which was meant to pay for the quay, ran out."
    assert text[sentence_start(text, text.index("to pay")) :].startswith("The levy")


def test_a_line_without_end_is_looked_at_in_part() -> None:
    text = "The rule is designed to keep boats out. " * 4000
    assert max(r.target.end for r in reasons(text, Span(0, len(text)))) <= LONGEST
