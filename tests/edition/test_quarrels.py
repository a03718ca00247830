"""Short texts that contradict each other in plain words: the disputes that a reader sees at once, and none besides.

Each says more that clashes than is shown; nothing that is shown does not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import gainsay
from gainsay.matters import DISPUTED

QUARRELS = Path(__file__).parents[1] / "cases" / "quarrels"

Shown = tuple[str, ...]
"""Facet, then the positions."""

DISPUTES: dict[str, list[Shown]] = {
    "censor": [
        ("date", "April 1963", "until 1965"),
        ("date", "11 May 1962", "4 May 1962"),
    ],
    "dam": [
        ("figure", "160 million crowns", "90 million crowns"),
        ("figure", "400 families of the valley", "More than 900 families"),
    ],
    "mill": [
        ("occurrence", "Captain Ferro of the police was sober.", "Ferro, the captain of the police, was drunk."),
        (
            "occurrence",
            "The gates of the mill were damaged by stones",
            "The gates of the mill were intact when the police left.",
        ),
        ("occurrence", "the road to the mill was empty.", "the road to the mill was packed."),
        ("occurrence", "The lease of the mill was lawful", "The lease of the mill was unlawful from the first day."),
        ("evaluation", "lease of the mill was lawful", "lease of the mill was unlawful"),
    ],
    "prison": [
        ("figure", "410 men", "702 men", "900 men"),
        ("figure", "21 prisoners", "47 prisoners", "At least 58 prisoners"),
        (
            "occurrence",
            "The Minister has never visited the wounded.",
            "The Minister visited the wounded on the same day.",
        ),
        (
            "occurrence",
            "Guards on the wall fired at the men who had climbed onto the roof.",
            "No shots were fired.",
        ),
    ],
    "siege": [
        ("occurrence", "The town did not surrender", "The town surrendered on 2 May after a fair offer."),
        ("occurrence", "The bishop, Ignaz Koll, blessed the troops of Vost.", "to bless them"),
        ("figure", "ten days", "three weeks"),
        ("figure", "forty men", "more than four hundred men"),
        ("figure", "120 men", "300 men"),
        (
            "occurrence",
            "No house was burned.",
            "it was betrayed by a merchant, and Vost's soldiers burned sixty houses.",
        ),
    ],
    "spill": [
        ("date", "1999", "December"),
        ("occurrence", "Forty-three people fell ill.", "Nobody fell ill."),
        (
            "occurrence",
            "No one from the company warned the villages; we heard it on the radio.",
            "The company warned the villages at once.",
        ),
        ("figure", "About 2,000 cubic metres of water", "More than 100,000 cubic metres of poisoned water"),
    ],
    "strike": [
        ("figure", "eleven days", "three weeks"),
        ("figure", "28 crowns a week", "42 crowns a week"),
        ("figure", "Seven", "Two strikers"),
    ],
    "trawler": [
        (
            "occurrence",
            "On 2 June 1983 my trawler, the Sund, was eleven miles outside Carpathian waters.",
            "The trawler Sund was fishing inside Carpathian waters on 2 June 1983.",
        ),
        ("figure", "more than thirty shots", "two warning shots"),
        ("figure", "five weeks", "three days"),
        (
            "occurrence",
            "The patrol boat Falke rammed her and fired more than thirty shots.",
            "The patrol boat never rammed the Sund.",
        ),
    ],
    "wreck": [
        ("occurrence", "The pilot, Henrik Moe, was sober.", "The pilot, Moe, was drunk."),
        ("figure", "240 passengers", "more than three hundred passengers"),
    ],
}


@pytest.mark.parametrize("name", sorted(DISPUTES))
def test_what_contradicts_is_shown_and_nothing_else(name: str, tmp_path: Path) -> None:
    with gainsay.read(QUARRELS / name, tmp_path / "quarrel.gainsay") as edition:
        matters = [m for m in edition.matters() if m.verdict in DISPUTED]
    found = sorted((str(m.facet), *sorted(side.position for side in m.sides)) for m in matters)
    assert found == sorted((facet, *sorted(sides)) for facet, *sides in DISPUTES[name])


@pytest.mark.parametrize(
    ("name", "words"),
    [("prison", "asleep at home"), ("prison", "only after the governor"), ("spill", "hardly any rain")],
)
def test_what_contradicts_is_no_agreement(name: str, words: str, tmp_path: Path) -> None:
    with gainsay.read(QUARRELS / name, tmp_path / "quarrel.gainsay") as edition:
        agreed = [m for m in edition.matters() if m.verdict not in DISPUTED and m.facet == "occurrence"]
        told = {statement for m in agreed for side in m.sides for statement in side.statements}
        texts = {d.id: d.text for d in edition.documents()}
        assert not any(words in s.span.of(texts[s.document]) for s in edition.statements() if s.id in told)
