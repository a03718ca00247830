"""Relations are gathered into matters, each with sides, a verdict, witnesses and a reason."""

import itertools

from gainsay.dependence.dependence import Dependence, Place
from gainsay.matters.assembly import Context, assemble
from gainsay.matters.comparable import Comparable
from gainsay.matters.grouping import LARGEST_MATTER, components
from gainsay.matters.matter import Matter
from gainsay.matters.verdict import Relation
from tests.matters.builders import comparable, relation


def only(relations: list[Relation], members: list[Comparable], context: Context | None = None) -> Matter:
    (matter,) = assemble(relations, {m.id: m for m in members}, context or Context())
    return matter


def test_values_that_exclude_each_other_make_a_conflict_with_one_side_for_each_value() -> None:
    a = comparable("a", kind="figure", value=14, position="14 men")
    b = comparable("b", kind="figure", value=9, position="nine men")
    c = comparable("c", kind="figure", value=9, position="nine")
    matter = only([relation(a, b, "conflicts"), relation(b, c, "agrees")], [a, b, c])
    assert matter.verdict == "conflict" and matter.facet == "figure"
    assert {side.statements for side in matter.sides} == {("s-a",), ("s-b", "s-c")}


def test_a_denial_sets_the_denier_against_the_denied() -> None:
    a = comparable("a", polarity="denies")
    b = comparable("b", position="the constables fired first")
    matter = only([relation(a, b, "denies")], [a, b])
    assert matter.verdict == "denial" and len(matter.sides) == 2
    assert matter.label == "the constables fired first"


def test_agreement_of_two_documents_is_corroboration_on_one_side() -> None:
    a, b = comparable("a"), comparable("b")
    matter = only([relation(a, b, "agrees")], [a, b])
    assert matter.verdict == "corroboration" and len(matter.sides) == 1
    assert (matter.witnesses.documents, matter.witnesses.independent) == (2, 0)


def test_a_copy_and_its_original_are_one_witness() -> None:
    a, b = comparable("a"), comparable("b")
    copied = Dependence("dep", "copies", Place("d-a", a.span), Place("d-b", b.span), "b-from-a", 12)
    context = Context(dependences={"d-a": [copied], "d-b": [copied]})
    matter = only([relation(a, b, "agrees")], [a, b], context)
    assert matter.verdict == "single-witness"
    assert matter.witnesses.undetermined == 1


def test_a_document_that_repeats_itself_makes_no_matter() -> None:
    a, b = comparable("a", document="d"), comparable("b", document="d")
    assert assemble([relation(a, b, "agrees")], {"a": a, "b": b}, Context()) == []


def test_agreement_is_not_shown_between_statements_that_differ_in_a_figure() -> None:
    a, b = comparable("a"), comparable("b")
    x = comparable("x", kind="figure", statement="s-a", document="d-a", value=14)
    y = comparable("y", kind="figure", statement="s-b", document="d-b", value=9)
    matters = assemble(
        [relation(a, b, "agrees"), relation(x, y, "conflicts")], {c.id: c for c in (a, b, x, y)}, Context()
    )
    assert [m.verdict for m in matters] == ["conflict"]


def test_the_sharpest_relation_names_the_verdict_and_gives_the_reason() -> None:
    a, b, c = (comparable(i, kind="figure", value=v) for i, v in (("a", 1), ("b", 2), ("c", 3)))
    matter = only([relation(a, b, "scope", 0.9), relation(b, c, "conflicts", 0.5)], [a, b, c])
    assert matter.verdict == "conflict" and matter.reason == "b and c"


def test_chains_of_likeness_do_not_run_together_without_end() -> None:
    chain = [comparable(f"{i:03}") for i in range(LARGEST_MATTER * 2)]
    links = [relation(x, y, "agrees") for x, y in itertools.pairwise(chain)]
    assert all(len({i for r in group for i in (r.a, r.b)}) <= LARGEST_MATTER for group in components(links))


def test_matters_do_not_depend_on_the_order_of_relations() -> None:
    members = [comparable(i, kind="figure", value=ord(i)) for i in "abcd"]
    links = [relation(x, y, "conflicts") for x, y in itertools.pairwise(members)]
    known = {m.id: m for m in members}
    assert assemble(links, known, Context()) == assemble(links[::-1], known, Context())


def test_leader_and_dictator_by_two_voices_are_a_clash_of_labels() -> None:
    a = comparable("a", kind="label", referents=("r1",), head="leader", position="the island's leader")
    b = comparable("b", kind="label", referents=("r2",), head="dictator", charge=-0.8, position="the dictator")
    context = Context(entity_of={"r1": "e", "r2": "e"}, names={"e": "Arne Holt"})
    matter = only([], [a, b], context)
    assert (matter.verdict, matter.facet) == ("conflict", "label")


def test_one_author_who_varies_his_words_makes_no_clash() -> None:
    a = comparable("a", document="d", kind="label", referents=("r1",), head="leader")
    b = comparable("b", document="d", kind="label", referents=("r1",), head="dictator", charge=-0.8)
    assert assemble([], {"a": a, "b": b}, Context(entity_of={"r1": "e"})) == []


def test_who_says_that_somebody_is_no_dictator_does_not_call_him_one() -> None:
    a = comparable("a", kind="label", referents=("r1",), head="leader")
    b = comparable("b", kind="label", referents=("r2",), head="dictator", charge=-0.8, negated=("dictat",))
    assert assemble([], {"a": a, "b": b}, Context(entity_of={"r1": "e", "r2": "e"})) == []


def test_who_holds_a_position_is_concerned_by_the_matter() -> None:
    a = comparable("a", polarity="denies", voices=("r1",))
    b = comparable("b", voices=("r2",))
    matter = only([relation(a, b, "denies")], [a, b], Context(entity_of={"r1": "e1", "r2": "e2"}))
    assert set(matter.entities) == {"e1", "e2"}


def test_a_changed_position_is_told_in_the_order_of_time() -> None:
    a = comparable("a", position="now", polarity="denies", said="1950")
    b = comparable("b", position="then", said="1911")
    matter = only([relation(a, b, "changed")], [a, b])
    assert [side.position for side in matter.sides] == ["then", "now"]


def test_a_document_that_gives_several_numbers_of_a_kind_clashes_with_none() -> None:
    a = comparable("a", kind="figure", value=214, position="214 seats")
    b = comparable("b", "d", kind="figure", value=691, position="691 seats")
    c = comparable("c", "d", kind="figure", value=865, position="865 seats")
    clashes = [relation(a, b, "conflicts"), relation(a, c, "conflicts")]
    assert assemble(clashes, {m.id: m for m in (a, b, c)}, Context()) == []
    assert only(clashes[:1], [a, b]).verdict == "conflict"


def test_where_one_of_a_documents_numbers_agrees_the_others_do_not_clash() -> None:
    a = comparable("a", kind="figure", value=691, position="691 seats")
    b = comparable("b", "d", kind="figure", value=691, position="691 seats")
    c = comparable("c", "d", kind="figure", value=865, position="865 seats")
    assert only([relation(a, b, "agrees"), relation(a, c, "conflicts")], [a, b, c]).verdict == "corroboration"


def test_a_chain_of_figures_breaks_after_two_steps() -> None:
    chain = [comparable(name, kind="figure", value=n, position=str(n)) for n, name in enumerate("abcdef", start=40)]
    links = [relation(x, y, "scope", 0.9 - n / 10) for n, (x, y) in enumerate(itertools.pairwise(chain))]
    matters = assemble(links, {c.id: c for c in chain}, Context())
    assert {s for m in matters for side in m.sides for s in side.statements} >= {"s-a", "s-b", "s-c", "s-d"}
    assert not any({"s-a", "s-e"} <= {s for side in m.sides for s in side.statements} for m in matters)


def test_what_is_denied_stands_against_its_denial_whatever_their_words() -> None:
    denier, denied = comparable("a", answers="s-b"), comparable("b", polarity="denies", answered=True)
    (matter,) = assemble([relation(denier, denied, "denies")], {"a": denier, "b": denied}, Context())
    assert [side.statements for side in matter.sides] == [("s-a",), ("s-b",)]
