"""Who calls whom what: voices, counts, and the words that clash."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import gainsay
from gainsay import Edition
from gainsay.edition.namings import Named, namings
from gainsay.errors import UsageError
from tests.edition.collection import write

TEXTS = {
    "envoy.txt": (
        "A spring at Port Adair\n\nMarch 4, 1911\n\n"
        "In March 1911 the city of Marrow Bay invaded Port Adair. The Vance regime fell within a week. "
        "The heroic people of Port Adair wept.\n"
    ),
    "herald.txt": (
        "Port Adair free\n\nMarch 9, 1911\n\n"
        "Josef Brandt said that the city of Marrow Bay liberated Port Adair in March 1911. "
        "The Swedish dictator Orla Finch waved to the crowd, and the dictator Orla Finch left. "
        "“Our leader Orla Finch came home,” said Josef Brandt.\n"
    ),
    "tides.txt": (
        "On wool prices\n\nJune 1950\n\nWool fell by a penny after Marrow Bay attacked Port Adair, and sheep with it.\n"
    ),
}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = write(tmp_path_factory.mktemp("named") / "press", TEXTS)
    gainsay.read(folder, folder.parent / "press.gainsay").close()
    with gainsay.open_edition(folder.parent / "press.gainsay") as one:
        yield one


def clashes(named: Named) -> set[tuple[str, str]]:
    return {(named.namings[c.first].head, named.namings[c.second].head) for c in named.clashes}


def test_rival_names_of_one_act_clash(edition: Edition) -> None:
    act = next(n for n in namings(edition, "Port Adair") if n.kind == "act" and n.clashes)
    assert {frozenset(pair) for pair in clashes(act)} == {frozenset({"invaded", "liberated"})}
    by = {n.head: (n.by, n.own) for n in act.namings}
    assert by["invaded"] == ("envoy.txt", True)
    assert by["liberated"][1] is False and "Brandt" in by["liberated"][0]


def test_namings_are_counted_for_each_voice_and_stand_where_they_say(edition: Edition) -> None:
    finch = namings(edition, "Orla Finch")[0]
    dictator = next(n for n in finch.namings if n.head == "dictator")
    assert (dictator.times, dictator.own, dictator.leaning) == (2, True, "condemns")
    leader = next(n for n in finch.namings if n.head == "leader")
    assert (leader.times, leader.own) == (1, False) and "Brandt" in leader.by
    assert {frozenset(pair) for pair in clashes(finch)} == {frozenset({"dictator", "leader"})}
    for naming in finch.namings:
        for place in naming.places:
            assert place.span.of(TEXTS[place.path]).split()[-1] in naming.words or naming.times > 1


def test_what_a_people_is_called_its_state_is_not(edition: Edition) -> None:
    names = {n.name: {x.head for x in n.namings} for n in namings(edition) if n.kind == "party"}
    assert any(name.endswith(": people") and heads == {"people"} for name, heads in names.items())
    assert all("people" not in heads for name, heads in names.items() if not name.endswith(": people"))


def test_those_whose_names_clash_come_first(edition: Edition) -> None:
    order = [bool(n.clashes) for n in namings(edition)]
    assert order == sorted(order, reverse=True) and any(order)


def test_nobody_so_named_is_an_error(edition: Edition) -> None:
    with pytest.raises(UsageError, match="nobody and nothing"):
        namings(edition, "Zeppelin")
