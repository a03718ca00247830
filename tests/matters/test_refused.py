"""What somebody did, against what he refused or failed to do."""

from __future__ import annotations

import pytest

from gainsay.matters.facets.refused import compare
from gainsay.matters.likeness import likeness, profile
from tests.matters.builders import comparable

NAMED = {"koll": "Koll", "lind": "Lind"}
DONE = "The bishop, Ignaz Koll, blessed the troops of Vost."


def denied(refusal: str, done: str = DONE, *, held_by: str = "", kin: float = 0.3) -> bool:
    named = () if held_by else ("koll",)
    a = comparable("a", position=refusal, referents=named, voices=(held_by,) if held_by else ())
    if held_by:
        a = comparable("a", position=refusal, referents=(), voices=(held_by,), polarity="denies")
    b = comparable("b", position=done, referents=("koll",))
    relation = compare(a, b, likeness(profile(a, NAMED), profile(b, NAMED), kin, 0.6), NAMED)
    assert relation is None or (relation.a, relation.b, relation.kind) == ("a", "b", "denies")
    return relation is not None


@pytest.mark.parametrize("verb", ["refused to", "declined to", "failed to", "would not"])
def test_who_refused_did_not(verb: str) -> None:
    assert denied(f"Bishop Koll {verb} bless the troops.")


def test_what_its_holder_refused_is_denied() -> None:
    assert denied("to bless them", held_by="koll")
    assert not denied("to bless them", held_by="lind")


@pytest.mark.parametrize(
    ("refusal", "done"),
    [
        ("Bishop Koll refused to bless the ships.", DONE),
        ("Bishop Moran refused to bless the troops.", DONE),
        ("Bishop Koll refused to shelter the troops.", DONE),
        ("Bishop Koll refused to bless the troops.", "Ignaz Koll never blessed the troops of Vost."),
    ],
    ids=["something else", "somebody else", "another act", "not told as done"],
)
def test_what_is_not_the_same_deed_is_not_denied(refusal: str, done: str) -> None:
    assert not denied(refusal, done)


def test_strangers_are_not_compared() -> None:
    assert not denied("Bishop Koll refused to bless the troops.", kin=0.1)
