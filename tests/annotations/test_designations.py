"""Designations: the words chosen for a party or an act."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.designations import Designation, DesignationSettings, find_designations
from gainsay.annotations.designations.lexicon import ACT_NOUNS, MODIFIERS, PARTY_NOUNS
from gainsay.annotations.designations.named import root
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[object]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["why"]) for row in csv.DictReader(file)]


def mentions_of(text: str, names: str) -> list[Mention]:
    """`"place:Ruritania;person:Orla Finch"`: the first place where each name stands."""
    found = []
    for entry in filter(None, names.split(";")):
        kind, name = entry.split(":")
        at = text.index(name)
        span = Span(at, at + len(name))
        kind, form = {"adjective": ("place", "adjective"), "pronoun": ("person", "pronoun")}.get(kind, (kind, "name"))
        found.append(Mention(name, "d", span, kind, form))  # type: ignore[arg-type]
    return found


def find(
    text: str,
    names: str = "",
    attributions: list[Attribution] | None = None,
    settings: DesignationSettings | None = None,
) -> list[Designation]:
    document = Document("d", "d.txt", "", "text/plain", text)
    layout = Layout(document, (), (Passage("p", "d", Span(0, len(text)), "paragraph", "a"),))
    mentions = mentions_of(text, names)
    return find_designations(document, layout, mentions, attributions or [], settings or DesignationSettings())


def sign(charge: float | None) -> str:
    return "0" if not charge else "-" if charge < 0 else "+"


@pytest.mark.parametrize("row", rows("designations.csv"))
def test_words_chosen_for_a_party_are_found_and_plain_ones_are_not(row: dict[str, str]) -> None:
    text = row["text"]
    found = find(text, row["names"], settings=DesignationSettings(acts=False))
    assert [d.span.of(text) for d in found] == list(filter(None, row["found"].split("|")))
    if row["sign"]:
        assert sign(found[-1].charge) == row["sign"]
    if found:
        assert found[0].called == tuple(filter(None, [row["called"]]))


@pytest.mark.parametrize("row", rows("designated_acts.csv"))
def test_rival_words_for_one_act_share_a_key(row: dict[str, str]) -> None:
    text = row["text"]
    found = find(text, row["names"], settings=DesignationSettings(parties=False))
    assert [(d.span.of(text), d.act) for d in found] == ([(row["found"], row["act"])] if row["found"] else [])
    if row["sign"]:
        assert sign(found[0].charge) == row["sign"]


def test_the_voice_is_the_innermost_attribution_around_the_words() -> None:
    text = "Vance said that Finch had called them traitors. The occupiers stayed."
    whole = Attribution("outer", "d", "indirect", (Span(11, 46),))
    inner = Attribution("inner", "d", "indirect", (Span(22, 46),), parent="outer")
    found = find(text, attributions=[whole, inner])
    assert [(d.head, d.attribution) for d in found] == [("traitors", "inner"), ("occupiers", None)]


def test_a_phrase_without_a_name_takes_up_the_one_before_it() -> None:
    found = find("The Vance regime fell. The regime had lasted a year.", "person:Vance")
    assert [d.mentions for d in found] == [("Vance",), ("Vance",)]


def test_with_two_regimes_before_it_the_regime_stays_open() -> None:
    found = find("The Vance regime fell. The Finch regime rose. The regime was harsh.", "person:Vance;person:Finch")
    assert found[-1].mentions == ()


def test_what_stands_in_boilerplate_is_not_read() -> None:
    text = "The occupiers shelled the town."
    document = Document("d", "d.txt", "", "text/plain", text)
    layout = Layout(document, (), (Passage("p", "d", Span(0, len(text)), "boilerplate", "a"),))
    assert find_designations(document, layout, [], []) == []


def test_ids_are_derived_from_content() -> None:
    assert find("The occupiers left.")[0].id == find("The occupiers stayed.")[0].id


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ruritania", "Ruritanian"),
        ("France", "French"),
        ("the Netherlands", "Dutch"),
        ("U.S.", "American"),
        ("Iraq’s", "Iraqi"),
    ],
)
def test_a_country_and_its_demonym_share_a_root(name: str, other: str) -> None:
    assert root(name) == root(other)


def test_every_charge_lies_between_minus_one_and_one() -> None:
    charges = [*PARTY_NOUNS.values(), *MODIFIERS.values(), *(a.charge for a in ACT_NOUNS.values())]
    assert all(c is None or -1 <= c <= 1 for c in charges)


@given(
    st.text(alphabet="aA bB,.-'’“”\n(", max_size=80),
    st.lists(st.sampled_from(["the regime", "Finch", "so-called", "brutal", "and", "invasion", "of"]), max_size=12),
)
def test_no_text_breaks_the_search(noise: str, words: list[str]) -> None:
    text = noise + " ".join(words) + noise
    names = "person:Finch" if "Finch" in text else ""
    found = find(text, names)
    assert len({d.id for d in found}) == len(found)
    for designation in found:
        assert 0 <= designation.span.start < designation.span.end <= len(text)


@pytest.mark.parametrize("word", ["regime ", "brutal ", "and ", "invasion of ", "so-called ", "the ", "Finch "])
def test_a_megabyte_of_one_word_is_read(word: str) -> None:
    text = word * (1_000_000 // len(word))
    found = find(text, "person:Finch" if "Finch" in word else "")
    assert all(d.span.end - d.span.start < 200 for d in found)
