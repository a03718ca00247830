"""Entities joined, parted, renamed and given what people gave them; invented names, without any reading."""

from __future__ import annotations

import pytest

from gainsay.edition.review.identities import Order, identify
from gainsay.entities.entity import Entity, Link, Referent

NAMES = {"r1": "Ana Lindqvist", "r2": "A. Lindqvist", "r3": "Ellen Marsh", "r4": "Marsh", "r5": "Ana Lindqvist"}
REFERENTS = {one: Referent(one, f"doc-{one}", "person", name, (name,), ("m",)) for one, name in NAMES.items()}


def _entity(identity: str, name: str, *members: str) -> Entity:
    links = tuple(Link(one, identity, "same name", 1.0) for one in members)
    return Entity(identity, name, "person", tuple(sorted({NAMES[one] for one in members})), links)


FOUND = [_entity("e1", "Ana Lindqvist", "r1", "r2", "r5"), _entity("e2", "Ellen Marsh", "r3", "r4")]


def _groups(*orders: Order) -> tuple[dict[str, set[str]], list[bool]]:
    entities, done = identify(FOUND, REFERENTS, orders)
    assert len({e.id for e in entities}) == len(entities)
    assert all(link.entity == e.id for e in entities for link in e.links)
    assert sorted(link.referent for e in entities for link in e.links) == sorted(NAMES)
    assert all(e.names == tuple(sorted({NAMES[k.referent] for k in e.links})) for e in entities)
    return {e.name: {k.referent for k in e.links} for e in entities}, done


def test_without_orders_nothing_changes() -> None:
    assert identify(FOUND, REFERENTS, []) == (FOUND, [])


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        # the other is taken in, and the one decided about keeps its name
        ([Order("join", ("r1",), ("r3",))], {"Ana Lindqvist": {"r1", "r2", "r3", "r4", "r5"}}),
        # of those pointed to, one that is still there is enough
        ([Order("join", ("gone", "r1"), ("gone", "r3"))], {"Ana Lindqvist": {"r1", "r2", "r3", "r4", "r5"}}),
        # all that bear a name leave
        (
            [Order("part", ("r1",), names=("A. Lindqvist",))],
            {"Ana Lindqvist": {"r1", "r5"}, "A. Lindqvist": {"r2"}, "Ellen Marsh": {"r3", "r4"}},
        ),
        # the principal name leaves: what is left goes by another
        (
            [Order("part", ("r1",), names=("Ana Lindqvist",))],
            {"Ana Lindqvist": {"r1", "r5"}, "A. Lindqvist": {"r2"}, "Ellen Marsh": {"r3", "r4"}},
        ),
        # everybody at once, or nobody, is parted from nobody
        (
            [Order("part", ("r3",), names=("Ellen Marsh", "Marsh"))],
            {"Ana Lindqvist": {"r1", "r2", "r5"}, "Ellen Marsh": {"r3", "r4"}},
        ),
        # joined and parted again
        (
            [Order("join", ("r1",), ("r3",)), Order("part", ("r1",), names=("Ellen Marsh", "Marsh"))],
            {"Ana Lindqvist": {"r1", "r2", "r5"}, "Ellen Marsh": {"r3", "r4"}},
        ),
        ([Order("assign", ("r4",), ("r1",))], {"Ana Lindqvist": {"r1", "r2", "r4", "r5"}, "Ellen Marsh": {"r3"}}),
        # where nobody pointed to is left, the one with the id that was meant
        (
            [Order("assign", ("r4",), ("gone",), fallback="e1")],
            {"Ana Lindqvist": {"r1", "r2", "r4", "r5"}, "Ellen Marsh": {"r3"}},
        ),
        ([Order("rename", ("r3",), name="Marsh")], {"Ana Lindqvist": {"r1", "r2", "r5"}, "Marsh": {"r3", "r4"}}),
    ],
)
def test_orders_are_carried_out_one_after_the_other(orders: list[Order], expected: dict[str, set[str]]) -> None:
    groups, done = _groups(*orders)
    assert groups == expected and all(done)


def test_of_two_people_of_one_name_one_is_parted_by_the_place_where_he_is_named() -> None:
    entities, done = identify(FOUND, REFERENTS, [Order("part", ("r1",), ("r5",))])
    groups = {frozenset(k.referent for k in e.links) for e in entities}
    assert done == [True] and groups == {frozenset({"r1", "r2"}), frozenset({"r5"}), frozenset({"r3", "r4"})}
    assert len({e.id for e in entities}) == 3


@pytest.mark.parametrize("order", [Order("join", ("gone",), ("r3",)), Order("join", ("r1",), ("gone",))])
def test_an_order_about_somebody_who_is_not_there_changes_nothing_and_says_so(order: Order) -> None:
    assert identify(FOUND, REFERENTS, [order]) == (FOUND, [False])
