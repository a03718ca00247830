"""Acts: who did what to whom, from the words about the verb."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.clauses.doings import doings, keys
from gainsay.matters.clauses.wording import MONTHS, WEEKDAYS
from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import actor, date, place
from gainsay.matters.grouping import opposed
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable, relation

CASES = Path(__file__).parents[1] / "cases"
WORDS = "word " * 400


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def dated(identity: str, words: str, time: str) -> Comparable:
    start = words.index(time)
    return comparable(
        identity,
        kind="date",
        span=Span(0, len(words)),
        value_span=Span(start, start + len(time)),
        position=time,
        clause=words,
        terms=tuple(dict.fromkeys(content_terms(words, Span(0, len(words))))),
        head=next((word for word in time.lower().split() if word in WEEKDAYS | MONTHS), None),
    )


@pytest.mark.parametrize("row", rows("doings.csv"), ids=lambda row: row["why"])
def test_an_act_is_read_with_its_parts(row: dict[str, str]) -> None:
    found = doings(row["words"])
    assert [d.act for d in found] == ([row["act"]] if row["act"] else [])
    for doing in found:
        parts = {"doer": doing.doer, "thing": doing.thing, "receiver": doing.receiver}
        assert {name: part.words if part else "" for name, part in parts.items()} == {n: row[n] for n in parts}


def test_a_clause_without_end_is_read_to_its_bound() -> None:
    assert doings(WORDS + "Holt arrested Lind") == ()


def test_one_act_in_two_words_is_found_by_one_key() -> None:
    assert keys("Lind joined the board") == keys("Holt hired Lind") == ("office lind",)


def test_a_meeting_is_found_by_both_and_a_pronoun_by_the_names_around_it() -> None:
    assert "meet holt lind" in {*keys("Holt met with Ana Lind")} & {*keys("Lind met Holt")}
    assert "met lind" in {*keys("We never met Lind")} & {*keys("He met the guild: Holt, Ana Lind and Brandt")}
    assert "power holt" in keys("Holt boasts that he was installed by the guild")


@pytest.mark.parametrize("row", rows("deed_dates.csv"), ids=lambda row: row["why"])
def test_two_times_of_one_deed_differ(row: dict[str, str]) -> None:
    a, b = dated("a", row["left"], row["time_left"]), dated("b", row["right"], row["time_right"])
    like = likeness(profile(a, {}), profile(b, {}), kin=0.5)
    for one, other in ((a, b), (b, a)):
        found = date.compare(one, other, like)
        assert (found.kind if found else "") == row["kind"]


def test_one_person_is_not_arrested_on_two_days_of_one_month() -> None:
    a = dated("a", "Lind was arrested on 14 May at home by two men in plain clothes", "14 May")
    b = dated("b", "Lind was arrested on 15 May at the railway station with a forged passport", "15 May")
    a, b = replace(a, when="2004-05-14", referents=("lind",)), replace(b, when="2004-05-15", referents=("lind",))
    named = {"lind": "Lind"}
    like = likeness(profile(a, named), profile(b, named), kin=0.25)
    found = date.compare(a, b, like)
    assert found is not None and found.kind == "conflicts"
    assert date.compare(a, replace(b, when="2004-08-15"), like) is None
    assert date.compare(replace(a, when="-0044-03-15"), replace(b, when="0000-03-15"), like) is None


def test_reports_of_two_events_and_one_voice_tell_of_no_one_deed() -> None:
    a, b = dated("a", "Lind was arrested on Monday", "Monday"), dated("b", "Lind was arrested on Friday", "Friday")
    assert date.compare(a, b, likeness(profile(a, {}), profile(b, {}), kin=0.25)) is None
    same_text = replace(b, document=a.document)
    assert date.compare(a, same_text, likeness(profile(a, {}), profile(same_text, {}))) is None


@pytest.mark.parametrize("row", rows("places.csv"), ids=lambda row: row["why"])
def test_one_deed_at_two_places_differs_where_neither_lies_in_the_other(row: dict[str, str]) -> None:
    a, b = (comparable(side, position=row[name]) for side, name in (("a", "left"), ("b", "right")))
    like = likeness(profile(a, {}), profile(b, {}), kin=0.5)
    for one, other in ((a, b), (b, a)):
        found = place.compare(one, other, like)
        assert (found.kind if found else "") == row["kind"]


@pytest.mark.parametrize("row", rows("actors.csv"), ids=lambda row: row["why"])
def test_two_doers_of_one_deed_differ_where_neither_stands_for_the_other(row: dict[str, str]) -> None:
    a, b = (comparable(side, position=row[name]) for side, name in (("a", "left"), ("b", "right")))
    like = likeness(profile(a, {}), profile(b, {}), kin=0.5)
    for one, other in ((a, b), (b, a)):
        found = actor.compare(one, other, like)
        assert (found.kind if found else "") == row["kind"]


def test_sides_of_a_matter_about_doers_hold_no_two_that_differ() -> None:
    one, two, three = (comparable(i) for i in "abc")
    found = opposed([one, two, three], [relation(one, two, "scope"), relation(two, three, "scope")])
    assert [[c.id for c in side] for side in found] == [["a", "c"], ["b"]]


@pytest.mark.parametrize("row", rows("dates_compared.csv"), ids=lambda row: row["why"])
def test_clauses_much_the_same_differ_in_their_dates_where_these_are_of_the_same_part(row: dict[str, str]) -> None:
    a = replace(dated("a", row["left"], row["time_left"]), when=row["when_left"])
    b = replace(dated("b", row["right"], row["time_right"]), when=row["when_right"])
    like = likeness(profile(a, {}), profile(b, {}), kin=0.5)
    assert like.coverage >= date.LEAST_COVERAGE and like.words >= date.LEAST_WORDS
    for one, other in ((a, b), (b, a)):
        found = date.compare(one, other, like)
        assert (found.kind if found else "") == row["kind"]


@pytest.mark.parametrize(
    ("left", "time", "when", "kind"),
    [
        ("Censorship of the press was not lifted until 1965", "until 1965", "../1965", "conflicts"),
        ("Censorship of the press was not lifted until 1963", "until 1963", "../1963", "agrees"),
    ],
)
def test_what_was_not_so_until_a_time_was_so_then(left: str, time: str, when: str, kind: str) -> None:
    told = "Censorship of the press was lifted in April 1963"
    a = replace(dated("a", left, time), when=when, polarity="denies")
    b = replace(dated("b", told, "April 1963"), when="1963-04")
    relation = date.compare(a, b, likeness(profile(a, {}), profile(b, {}), 0.5))
    assert relation is not None and relation.kind == kind
