"""The one number that each of two texts on one subject gives of the dead is compared, in whatever words."""

import pytest

from gainsay.matters.comparable import Comparable
from gainsay.matters.facets.figure import compare
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.subjects.kinship import AKIN, ON_ONE_EVENT, STRANGERS
from gainsay.matters.tolls import mark_tolls
from tests.matters.builders import comparable


def toll(identity: str, value: int, document: str = "d", **fields: object) -> Comparable:
    told = {"unit": "persons", "head": "person", "action": "die", "terms": (f"word{identity}",)}
    return comparable(
        identity, document, **{"kind": "figure", "value": value, "position": f"{value} persons", **told, **fields}
    )


def test_the_only_number_of_its_kind_in_a_document_is_marked() -> None:
    dead, wounded, officers = toll("a", 148), toll("b", 30, action="injure"), toll("c", 3, head="officer")
    assert all(one.sole for one in mark_tolls([dead, wounded, officers]))
    assert not any(one.sole for one in mark_tolls([dead, toll("e", 150)]))
    assert not any(one.sole for one in mark_tolls([toll("f", 12, part=True), toll("g", 12, action="build")]))


def test_who_tells_of_another_number_keeps_his_own() -> None:
    assert all(one.sole for one in mark_tolls([toll("a", 19), toll("b", 4, voices=("ministry",))]))


def test_the_same_number_again_is_the_same_toll() -> None:
    assert all(one.sole for one in mark_tolls([toll("a", 148), toll("b", 148, action="kill")]))


def related(a: Comparable, b: Comparable, kin: float) -> str | None:
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {}), kin))
    return relation and relation.kind


@pytest.mark.parametrize(
    ("fields", "kin", "kind"),
    [
        ({}, AKIN, "conflicts"),
        ({}, STRANGERS, None),
        ({"referents": ("tarn",)}, AKIN, None),
        ({"referents": ("tarn",)}, ON_ONE_EVENT, "conflicts"),
        ({"action": "injure"}, AKIN, None),
        ({"sole": False}, AKIN, None),
        ({"head": "officer", "position": "148 officers"}, AKIN, "conflicts"),
        ({"when": "1998-06"}, AKIN, None),
        ({"clause": "148 persons are killed each day"}, AKIN, None),
        ({"clause": "148 persons die a day"}, AKIN, None),
    ],
)
def test_two_tolls_clash_where_the_documents_are_on_one_subject(
    fields: dict[str, object], kin: float, kind: str | None
) -> None:
    a = toll("a", 212, "d1", sole=True, when="1998-05", terms=("landing",))
    assert related(a, toll("b", 148, "d2", **{"sole": True, **fields}), kin) == kind


@pytest.mark.parametrize(
    ("unit", "head", "left", "right", "kin", "meaning", "clash"),
    [
        ("crowns", None, 90e6, 160e6, 0.5, 0.7, True),
        ("crowns", None, 90e6, 160e6, 0.5, 0.5, False),
        ("crowns", None, 90e6, 160e6, 0.25, 0.7, False),
        ("crowns/week", None, 28, 42, 0.25, 0.65, True),
        (None, "family", 400, 900, 0.5, 0.7, True),
        (None, "goal", 40, 90, 0.5, 0.7, False),
        ("weeks", None, 12, 30, 0.5, 0.7, False),
        (None, "family", 2, 5, 0.5, 0.7, False),
        (None, "family", 20, 500, 0.5, 0.7, False),
        ("%", "turnout", 58, 74, 0.25, 0.7, True),
        ("%", "vote", 58, 74, 0.5, 0.7, False),
    ],
    ids=[
        "sums",
        "other clauses",
        "other events",
        "a rate",
        "a noun",
        "a tally",
        "lengths",
        "small",
        "of another order",
        "a turnout",
        "another share",
    ],
)
def test_the_only_number_of_a_thing_in_each_text_clashes_in_clauses_near_in_meaning(
    unit: str | None, head: str | None, left: float, right: float, kin: float, meaning: float, clash: bool
) -> None:
    told = {"unit": unit, "head": head, "action": None}
    first, second = (toll(n, value, n, **told) for n, value in (("a", left), ("b", right)))  # type: ignore[arg-type]
    (a,), (b,) = mark_tolls([first]), mark_tolls([second])
    relation = compare(a, b, likeness(profile(a, {}), profile(b, {}), kin, meaning))
    assert (relation is not None and relation.kind == "conflicts") == clash
