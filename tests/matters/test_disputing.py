"""Appraisals, rival words, negated acts and pleas: what sets two clauses against each other, and what does not."""

from dataclasses import replace

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.comparing import relate
from gainsay.matters.facets import agreement, evaluation, grade, negated, plea
from gainsay.matters.likeness import likeness, profile
from gainsay.spans import Span
from gainsay.statements.terms import content_terms
from tests.matters.builders import comparable

ENTITIES = {"pact": "the-pact", "hale": "hale", "lindqvist": "lindqvist"}


def claim(identity: str, words: str, **fields: object) -> Comparable:
    terms = tuple(dict.fromkeys(content_terms(words, Span(0, len(words)))))
    return replace(comparable(identity, position=words, terms=terms), **fields)  # type: ignore[arg-type]


def judged(identity: str, charge: float, **fields: object) -> Comparable:
    made = comparable(identity, kind="evaluation", charge=charge, terms=("pact",), referents=("pact",), head="disaster")
    return replace(made, **fields)  # type: ignore[arg-type]


def kind_of(facet: object, a: Comparable, b: Comparable, kin: float = 1.0, meaning: float | None = None) -> str | None:
    like = likeness(profile(a, ENTITIES), profile(b, ENTITIES), kin, meaning)
    relation = facet.compare(a, b, like)  # type: ignore[attr-defined]
    return relation.kind if relation else None


def test_praise_and_blame_of_one_thing_clash() -> None:
    assert kind_of(evaluation, judged("a", 0.7), judged("b", -0.9)) == "conflicts"


def test_to_praise_and_to_condemn_those_who_acted_is_a_dispute_over_one_event() -> None:
    def pair(praise: str, blame: str, kin: float) -> str | None:
        police = {"terms": ("polic",), "referents": ()}
        a, b = judged("a", 0.8, head=praise, **police), judged("b", -0.8, head=blame, **police)
        return kind_of(evaluation, a, b, kin, meaning=0.3)

    assert pair("praised", "condemned", 0.5) == "conflicts"
    assert pair("praised", "condemned", 0.4) is None
    assert pair("supports", "opposes", 0.5) is None  # to take sides is no dispute over what they did


def test_two_things_of_a_kind_are_judged_apart() -> None:
    other = judged("b", -0.9, referents=("hale",))
    assert kind_of(evaluation, judged("a", 0.7), other) is None


def test_to_side_with_a_person_is_no_dispute_over_what_he_is() -> None:
    for_him = judged("a", 0.6, terms=(), referents=("hale",), head="supports")
    against = judged("b", -0.6, terms=(), referents=("hale",), head="opposed")
    assert kind_of(evaluation, for_him, against) is None


@pytest.mark.parametrize("noun", ["nominee", "party", "mayor"])
def test_to_side_with_a_party_named_by_a_noun_is_no_dispute_either(noun: str) -> None:
    terms = content_terms(noun, Span(0, len(noun)))
    for_it, against = judged("a", 0.6, terms=terms, head="supports"), judged("b", -0.6, terms=terms, head="opposed")
    assert kind_of(evaluation, for_it, against) is None
    called = judged("a", 0.9, terms=terms, head="brilliant"), judged("b", -0.9, terms=terms, head="disastrous")
    assert kind_of(evaluation, *called) == "conflicts"


def test_in_one_text_a_common_noun_alone_does_not_show_that_one_thing_is_judged() -> None:
    def pair(praise: str, blame: str) -> str | None:
        return kind_of(
            evaluation,
            judged("a", 0.8, referents=(), head="wonderful", clause=praise, document="d", voices=("hale",)),
            judged("b", -0.8, referents=(), head="terrible", clause=blame, document="d"),
        )

    assert pair("the pact is wonderful", "a terrible pact") is None
    assert pair("the pact is wonderful", "this shabby pact is terrible") == "conflicts"


def test_one_holder_who_judges_twice_has_changed_only_where_he_says_when() -> None:
    a, b = judged("a", 0.7, clause="The pact is a success"), judged("b", -0.9, clause="The pact is a disaster")
    like = likeness(profile(a, ENTITIES), profile(b, ENTITIES))
    found = evaluation.compare(a, b, like)
    assert found is not None
    assert evaluation.taken_back(found, a, b) is None
    changed = evaluation.taken_back(found, a, replace(b, clause="He once called the pact a disaster"))
    assert changed is not None
    assert changed.kind == "changed"


def test_agreeing_appraisals_make_no_dispute() -> None:
    assert kind_of(evaluation, judged("a", 0.7), judged("b", 0.9)) == "agrees"


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Carpathia will suspend its coastal mortar drills", "Carpathia has ended coastal mortar drills", "scope"),
        ("The harbour master Brandt was dismissed in May", "The harbour master Brandt resigned in May", "conflicts"),
        ("Carpathia will suspend its coastal mortar drills", "Carpathia has ended its herring subsidies", None),
        ("Carpathia will suspend and then end its mortar drills", "Carpathia has ended its mortar drills", None),
    ],
    ids=["a degree", "rivals", "another thing", "who uses both tells them apart"],
)
def test_rival_words_of_one_act_differ(left: str, right: str, kind: str | None) -> None:
    assert kind_of(grade, claim("a", left), claim("b", right)) == kind


def test_rival_words_in_reports_of_two_events_say_nothing() -> None:
    a, b = claim("a", "The harbour master Brandt was dismissed"), claim("b", "The harbour master Brandt resigned")
    assert kind_of(grade, a, b, kin=0.2) is None


def test_an_act_is_denied_by_its_negation_of_the_same_thing() -> None:
    held = claim("a", "The guild was willing to surrender its wooden lighthouses")
    denier = claim("b", "Hale said the guild would never surrender the wooden lighthouses", polarity="denies")
    assert kind_of(negated, held, replace(denier, negated=("surrend",))) == "denies"
    other = claim("b", "The guild would never surrender its copper coins", polarity="denies", negated=("surrend",))
    assert kind_of(negated, held, other) is None


def test_what_only_some_do_not_do_denies_nothing() -> None:
    held = claim("a", "The pilots will pass the harbour examination")
    some = claim("b", "Pilots who do not pass the harbour examination are sent home", polarity="denies")
    assert kind_of(negated, held, replace(some, negated=("pass", "harbour"))) is None


def test_a_plea_answers_the_accusation_of_the_same_person() -> None:
    charge = claim("a", "Hale was accused of drowning the harbour clerk", referents=("hale",), accused="hale")
    pleading = claim("b", "Hale has pleaded not guilty", referents=("hale",), accused="hale", pleads=True)

    def kind(a: Comparable, b: Comparable, kin: float = 0.5) -> str | None:
        like = likeness(profile(a, ENTITIES), profile(b, ENTITIES), kin)
        relation = plea.compare(a, b, like, ENTITIES)
        return relation.kind if relation else None

    told_alike = replace(charge, context=("harbour", "clerk")), replace(pleading, context=("harbour", "clerk"))
    assert kind(*told_alike) == "denies"
    assert kind(charge, pleading) is None, "in another text he may stand accused of something else"
    assert kind(replace(charge, document="d"), replace(pleading, document="d")) == "denies"
    assert kind(replace(told_alike[0], accused="lindqvist"), told_alike[1]) is None
    assert kind(*told_alike, kin=0.1) is None
    assert kind(told_alike[0], replace(told_alike[1], pleads=False)) is None


def test_the_same_in_other_words_agrees_where_meaning_and_numbers_do() -> None:
    a = claim("a", "The harbour master went to the capital in secret")
    b = claim("b", "Brandt quietly travelled to see the minister")
    assert agreement.echo(a, b, likeness(profile(a, {}), profile(b, {}), 1.0, 0.8)) is not None
    assert agreement.echo(a, b, likeness(profile(a, {}), profile(b, {}), 1.0, 0.6)) is None
    counted = replace(a, position="The 12 masters went"), replace(b, position="The 15 masters went")
    assert agreement.echo(*counted, likeness(profile(a, {}), profile(b, {}), 1.0, 0.8)) is None


def test_the_same_but_for_the_place_is_not_the_same() -> None:
    first, second = "Brandt was in Tarn when the shooting began", "Brandt was in the capital when the shooting began"
    like = likeness(profile(claim("a", first), {}), profile(claim("b", second), {}), 1.0, 0.8)
    assert agreement.echo(claim("a", first), claim("b", second), like) is None
    third = "Brandt was absent when the shooting began"
    assert agreement.echo(claim("a", "Brandt was away when the shooting began"), claim("b", third), like) is not None


def test_statements_that_share_only_the_thing_judged_are_brought_together() -> None:
    a, b = judged("a", 0.7), judged("b", -0.9)
    assert [r.facet for r in relate([a, b], ENTITIES)] == ["evaluation"]


def test_claims_of_one_act_are_parted_by_the_rival_word_alone() -> None:
    ended = claim("a", "Carpathia has ended its mortar drills and closed the range")
    again = claim("b", "Carpathia has ended its mortar drills")
    paused = claim("c", "Carpathia will suspend its mortar drills")
    assert grade.sides([ended, again, paused]) == [[ended, again], [paused]]


def test_what_was_done_just_now_is_one_thing_by_whatever_noun() -> None:
    hailed = judged("a", 0.8, terms=("announc",), referents=(), head="praised")
    scorned = judged("b", -0.6, terms=("move",), referents=(), head="meaningless", position="the move is meaningless")
    assert kind_of(evaluation, hailed, scorned) == "conflicts"
    assert kind_of(evaluation, hailed, scorned, kin=0.25) is None


def test_a_judging_word_before_a_plural_tells_one_kind_from_another() -> None:
    honest = judged("a", 0.6, terms=("shop",), referents=(), head="honest", position="honest shops")
    dubious = judged("b", -0.6, terms=("shop",), referents=(), head="dubious", position="dubious shops")
    assert kind_of(evaluation, honest, dubious) is None


def test_one_who_changes_sides_is_another_matter() -> None:
    once = judged("a", -0.8, terms=(), referents=("hale",), head="denounced", clause="Lind previously denounced Hale")
    now = judged("b", 0.8, terms=(), referents=("hale",), head="praised", clause="Lind praised Hale")
    like = likeness(profile(once, ENTITIES), profile(now, ENTITIES))
    assert evaluation.compare(once, now, like) is None
    assert evaluation.compare(once, now, like, one_holder=True) is not None


def test_what_a_pronoun_is_called_is_known() -> None:
    mild = judged("a", 0.6, terms=("bill",), referents=(), head="fair", position="fair bill", clause="It's a fair bill")
    harsh = judged("b", -0.7, terms=("measur",), referents=(), head="slammed", position="slammed the measure")
    assert kind_of(evaluation, mild, harsh) == "conflicts"
    assert kind_of(evaluation, replace(mild, clause="a fair bill is wanted"), harsh) is None


def test_one_of_several_and_a_time_of_day_are_no_one_thing() -> None:
    wise = judged("a", 0.6, terms=("play",), referents=(), head="smart", position="a smart play")
    poor = judged("b", -0.6, terms=("play",), referents=(), head="poor", position="the play was poor")
    assert kind_of(evaluation, wise, poor) is None
    assert kind_of(evaluation, replace(wise, position="the smart play"), poor) == "conflicts"
    calm = judged("a", 0.5, terms=("tonight",), referents=(), head="peaceful", position="tonight was peaceful")
    wild = judged("b", -0.7, terms=("tonight",), referents=(), head="chaotic", position="chaotic tonight")
    assert kind_of(evaluation, calm, wild) is None


def test_a_named_act_is_not_the_rule_that_others_speak_of() -> None:
    fine = judged("a", 0.6, terms=("harbour", "bill"), referents=(), head="hailed", position="hailed the Harbour Bill")
    harsh = judged("b", -0.7, terms=("measur",), referents=(), head="slammed", position="slammed the measure")
    assert kind_of(evaluation, fine, harsh) is None
    assert kind_of(evaluation, replace(fine, position="hailed the harbour bill"), harsh) == "conflicts"


@pytest.mark.parametrize(
    ("denial", "told", "kind"),
    [
        ("Sarn laid no mines in the strait", "The mines had been laid by Sarn", "denies"),
        ("Sarn laid no mines in the strait", "Sarn laid mines near the port", "denies"),
        ("Sarn laid no mines in the strait", "Sarn had laid keels of warships", None),
        ("Sarn is not a country to lay mines", "Sarn planned to lay mines", None),
    ],
)
def test_an_act_on_nothing_denies_the_act_on_the_same(denial: str, told: str, kind: str | None) -> None:
    a = claim("a", denial, polarity="denies", negated=("laid",), referents=("hale",))
    b = claim("b", told, referents=("hale",))
    assert kind_of(negated, a, b, kin=0.25, meaning=0.6) == kind
    assert kind_of(negated, a, b, kin=0.1, meaning=0.6) is None
