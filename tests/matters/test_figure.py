"""Figures are compared with their bounds, their qualifiers and their rounding, and only where they count the same."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets import counted
from gainsay.matters.facets.figure import compare, interval, values
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from tests.matters.builders import comparable

CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "figure_values.csv").open(encoding="utf-8")))


def figure(identity: str, value: str, qualifier: str = "", **fields: object) -> Comparable:
    low, _, high = value.partition("-")
    number = (int(low), int(high)) if high else int(low)
    base = comparable(
        identity,
        kind="figure",
        position=f"{qualifier} {value}".strip(),
        value=number,
        qualifier=qualifier or None,
        unit="persons",
        head="striker",
        action="arrest",
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def related(a: Comparable, b: Comparable) -> str | None:
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {})))
    return relation.kind if relation else None


@pytest.mark.parametrize("case", CASES, ids=[c["comment"] for c in CASES])
def test_bounds_and_rounding_are_scope_and_only_the_rest_is_conflict(case: dict[str, str]) -> None:
    a, b = figure("a", case["a"], case["qualifier_a"]), figure("b", case["b"], case["qualifier_b"])
    assert values(a, b)[0] == case["kind"]
    assert values(b, a)[0] == case["kind"]


def test_the_reason_shows_both_values() -> None:
    reason = values(figure("a", "14"), figure("b", "9"))[1]
    assert "14" in reason and "9" in reason


def test_arrested_and_summoned_are_a_difference_of_scope() -> None:
    assert related(figure("a", "14"), figure("b", "9", action="summon")) == "scope"
    assert related(figure("a", "14"), figure("b", "9", action="arrest or summon")) == "scope"


def test_part_of_a_number_is_not_held_against_the_whole() -> None:
    assert related(figure("a", "14"), figure("b", "9", part=True)) is None


def test_different_things_counted_are_no_matter() -> None:
    assert related(figure("a", "14", action=None), figure("b", "9", head="horse", unit=None, action=None)) is None


def test_clauses_that_share_nothing_else_are_no_matter() -> None:
    assert related(figure("a", "14"), figure("b", "9", terms=("parliament", "vote", "budget"))) is None


def test_counts_of_two_days_are_a_difference_of_scope() -> None:
    assert related(figure("a", "14", when="1911-03-04"), figure("b", "9", when="1911-03-09")) == "scope"


def test_two_kinds_of_a_thing_do_not_clash() -> None:
    a = figure("a", "11", position="11 single seats", head="seat", unit=None, action=None)
    b = figure("b", "14", position="14 sleeper seats", head="seat", unit=None, action=None)
    assert related(a, b) is None
    assert related(replace(a, position="11 seats"), b) == "conflicts"


def test_millions_leave_eleven_million_open_and_hundreds_do_not_leave_a_thousand() -> None:
    assert interval((1_000_000, None), "vague") == (1_000_000, 999_000_000)
    assert interval((100, None), "vague") == (100, 900)


def across(a: Comparable, b: Comparable, kin: float = 1.0) -> str | None:
    """The relation of two figures of documents that are so far akin; every referent is an entity of its own."""
    named = {r: f"entity of {r}" for one in (a, b) for r in one.referents}
    relation = compare(a, b, likeness(profile(a, named), profile(b, named), kin))
    return relation.kind if relation else None


def test_counts_of_two_reports_clash_only_where_these_tell_of_one_event() -> None:
    a, b = figure("a", "14"), figure("b", "9")
    assert (across(a, b, 0.5), across(a, b, 0.22)) == ("conflicts", None)


def test_one_author_who_gives_two_numbers_counts_two_things() -> None:
    assert related(figure("a", "14", document="d"), figure("b", "9", document="d")) is None


def test_what_holds_of_each_is_not_held_against_a_total() -> None:
    assert related(figure("a", "14"), figure("b", "9", clause="nine strikers were held at each gate")) is None


def test_clauses_that_name_different_persons_do_not_clash() -> None:
    terms = ("harbour", "riot", "constabl")
    a = figure("a", "14", terms=(*terms, "monday"), referents=("lindqvist",))
    b = figure("b", "9", terms=(*terms, "cellar"), referents=("brandt", "marsh"))
    assert across(a, b) is None
    assert across(a, replace(b, referents=("lindqvist",))) == "conflicts"


def test_hundreds_is_no_other_number_than_one_of_them() -> None:
    many = figure(
        "b", "100", "vague", terms=("harbour", "riot", "constabl", "carter", "quay", "cellar", "rope", "fish")
    )
    many = replace(many, value=(100, None))
    own = ("harbour", "riot", "lantern", "scaffold", "orchard", "pulpit", "chimney")
    assert related(figure("a", "340", terms=own), many) is None


def test_shares_of_two_reports_clash_only_in_the_same_words() -> None:
    terms = tuple(f"own{n}" for n in range(4))
    share = {"unit": "%", "head": "voter", "action": None}
    a, b = figure("a", "57", **share), figure("b", "61", **share)
    assert related(a, b) == "conflicts"
    assert related(replace(a, terms=a.terms + terms), replace(b, terms=(*b.terms, "other", "words"))) is None


def test_parts_and_their_sum_do_not_clash() -> None:
    whole = figure("b", "23", clause="23 strikers were held")
    parts = figure("a", "12", clause="12 strikers from Holt and 11 from Marrow Bay were held")
    assert related(parts, whole) is None
    assert related(replace(parts, clause="12 strikers from Holt were held"), whole) == "conflicts"


def test_scores_of_two_games_do_not_clash() -> None:
    a = figure("a", "11", position="11 goals", head="goal", unit=None, action=None)
    b = figure("b", "14", position="14 goals", head="goal", unit=None, action=None)
    assert related(a, b) is None


def test_killed_and_wounded_are_two_counts_and_wounded_and_hurt_one() -> None:
    killed, wounded = figure("a", "14", action="kill"), figure("b", "9", action="wound")
    assert related(killed, replace(wounded, action="hurt")) != "scope"
    assert related(replace(killed, action="injure"), wounded) == "conflicts"


def test_a_sum_that_two_voices_of_one_text_give_otherwise_is_in_conflict() -> None:
    like = likeness(profile(figure("a", "1"), {}), profile(figure("b", "1"), {}), meaning=0.6)
    money: dict[str, object] = {"document": "d", "unit": "USD", "head": None, "action": None}
    a, b = figure("a", "1800", **money), figure("b", "1700", voices=("hale",), **money)
    found = compare(a, b, like)
    assert found is not None
    assert found.kind == "conflicts"
    assert compare(a, replace(b, voices=()), like) is None


def test_two_sums_to_two_receivers_are_two_sums() -> None:
    def sum_paid(identity: str, value: str, voice: str, *named: str) -> Comparable:
        paid = figure(identity, value, unit="USD", head=None, action=None, voices=(voice,), referents=("fund", *named))
        return replace(paid, document="d1")

    entity_of = {name: name for name in ("fund", "hale", "brandt")}

    def kind(a: Comparable, b: Comparable) -> str | None:
        relation = compare(a, b, likeness(profile(a, entity_of), profile(b, entity_of), meaning=0.8))
        return relation.kind if relation else None

    assert kind(sum_paid("a", "1130000", "x"), sum_paid("b", "1070000", "y")) == "conflicts"
    assert kind(sum_paid("a", "1130000", "x", "hale"), sum_paid("b", "1070000", "y", "brandt")) is None


def test_who_gives_both_numbers_tells_them_apart() -> None:
    three = figure("a", "3", action="shoot", clause="the man who shot three strikers, killing two")
    two = figure("b", "2", action="shoot", clause="the man shot two strikers")
    assert related(three, two) is None
    assert related(replace(three, clause="the man who shot three strikers"), two) == "conflicts"


def test_one_more_named_by_an_article_is_part_of_the_sum() -> None:
    two = figure("a", "2", clause="the man shot two strikers and wounded a clerk")
    two = replace(two, value_span=Span(two.span.start + 13, two.span.start + 25))
    three = figure("b", "3", clause="the man shot three strikers")
    assert related(two, three) is None
    assert related(replace(two, unit=None), replace(three, unit=None)) == "conflicts"
    far = "the man shot two strikers at the gate of the mill, when the whistle had gone, and then fled to a barn"
    assert related(replace(two, clause=far), three) == "conflicts"


def test_one_of_several_gifts_is_not_held_against_their_sum() -> None:
    money: dict[str, object] = {"unit": "USD", "head": None, "action": "give"}
    each = figure("a", "2500", clause="the guild gave nine $2,500 gifts", terms=("guild", "gift", "harbour"), **money)
    total = figure("b", "6000", clause="gifts totalling $6,000", terms=("guild", "gift", "harbour"), **money)
    assert not counted.each_and_all(each, replace(total, clause="the guild gave $6,000"))
    assert counted.each_and_all(each, total)


def test_a_count_that_goes_on_grows_from_report_to_report() -> None:
    early = figure("a", "14", written="1931-03-04", clause="the police have now arrested 14 strikers")
    late = figure("b", "31", written="1931-06-04", clause="the police arrested 31 strikers")
    assert related(early, late) == "scope"
    assert related(early, replace(late, written="1931-03-06")) == "conflicts"


def test_a_large_sum_of_two_texts_that_mean_the_same_is_one_sum() -> None:
    money: dict[str, object] = {"unit": "USD", "head": None, "action": None}

    def kind(a: Comparable, b: Comparable, meaning: float) -> str | None:
        relation = compare(a, b, likeness(profile(a, {}), profile(b, {}), 0.4, meaning))
        return relation.kind if relation else None

    a = figure("a", "716000", terms=("raid", "purse"), **money)
    b = figure("b", "700000", terms=("steal", "fund"), **money)
    assert kind(a, b, 0.75) == "scope"
    assert kind(a, b, 0.55) is None
    assert kind(a, replace(b, value=900000), 0.75) is None
    assert kind(a, replace(b, value=(690000, 730000)), 0.75) is None


AGES = [
    ("Ana Lindqvist, 38, was held", "38", "lindqvist"),
    ("The clerk, 38-year-old Ana Lindqvist, fled", "38-year-old", "lindqvist"),
    ("Ana Lindqvist, a 38-year-old clerk, fled", "38-year-old", "lindqvist"),
    ("Ole Brandt III, who is 38, fled", "38", "brandt"),
    ("Lindqvist is 38 years old", "38 years old", "lindqvist"),
    ("A 38-year-old Port Adair woman fled", "38-year-old", ""),
    ("Lindqvist met a clerk, 38, who fled", "38", ""),
    ("The 38-year-old Lindqvist shot fled", "38-year-old", ""),
]


def aged(identity: str, words: str, age: str, **fields: object) -> Comparable:
    start = words.index(age)
    place = {"span": Span(0, len(words)), "value_span": Span(start, start + len(age))}
    own = {"clause": words, "unit": "years", "head": "age", "action": None, "terms": (), "position": age}
    return figure(identity, age[:2], **{**own, **place, **fields})


@pytest.mark.parametrize(("words", "age", "name"), AGES, ids=[a[0] for a in AGES])
def test_an_age_is_that_of_the_person_named_beside_it(words: str, age: str, name: str) -> None:
    one = aged("a", words, age)
    other = aged("b", "Ana Lindqvist, 39, said no" if name != "brandt" else "Ole Brandt, 39, said no", "39")
    assert across(one, other, 0.4) == ("conflicts" if name else None)


def test_ages_of_two_persons_or_told_years_apart_do_not_clash() -> None:
    a, b = aged("a", "Ana Lindqvist, 38, fled", "38"), aged("b", "Ole Brandt, 39, fled", "39")
    assert across(a, b, 0.4) is None
    later = aged("b", "Ana Lindqvist, 41, fled", "41", written="1934-05-01")
    assert across(replace(a, written="1931-05-01"), later, 0.4) is None


def test_two_nouns_with_two_names_before_them_count_two_sets() -> None:
    held = figure("a", "5", position="five Adair detainees", head="detainee", action="hold")
    charged = figure("b", "7", position="seven Marrow dockers", head="docker", action="charge")
    assert related(held, charged) is None
    assert related(replace(held, position="five detainees"), charged) == "scope"
