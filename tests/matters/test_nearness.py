"""Statements are near when their sentences and documents are, and the lists do not depend on how they were made."""

from collections.abc import Iterable

import numpy as np
import pytest

from gainsay.matters import nearness
from gainsay.matters.comparable import Comparable
from gainsay.matters.nearness import LISTED, Nearness
from gainsay.matters.vectors import DIMENSIONS, pack
from tests.matters.builders import comparable

Pairs = set[tuple[str, ...]]
SUBJECT = {"harbour": 0.4, "strike": 0.9}


def vector(seed: int, towards: int | None = None) -> bytes:
    """A random direction, or one close to that of `towards`."""
    noise = np.random.default_rng(seed).normal(size=DIMENSIONS)
    if towards is None:
        return pack(noise)
    return pack(np.random.default_rng(towards).normal(size=DIMENSIONS) + 0.3 * noise)


def told(number: int, document: str, near: int | None = None) -> Comparable:
    return comparable(f"{document}-{number}", document, vector=vector(number, near), terms=(f"word{number}",))


def articles(count: int, sentences: int) -> list[Comparable]:
    """Articles that tell the same sentences, each in words of its own."""
    return [
        told(1000 * document + n, f"d{document}", near=500_000 + n)
        for document in range(count)
        for n in range(sentences)
    ]


def subjects(comparables: list[Comparable], kin: float = 0.5) -> dict[str, dict[str, float]]:
    """One word in common, one of each document's own."""
    return {c.document: {"harbour": kin**0.5, c.document: (1 - kin) ** 0.5} for c in comparables}


def unordered(pairs: Iterable[tuple[str, str]]) -> Pairs:
    listed = [tuple(sorted(pair)) for pair in pairs]
    assert len(listed) == len(set(listed)), "a pair is given twice"
    return set(listed)


def candidates(comparables: list[Comparable], on: dict[str, dict[str, float]]) -> Pairs:
    return unordered(nearness.candidates(comparables, on))


def test_statements_that_mean_the_same_are_candidates_without_a_word_in_common() -> None:
    found = articles(2, 3)
    assert candidates(found, subjects(found)) == {(f"s-d0-{n}", f"s-d1-{1000 + n}") for n in range(3)}


def test_documents_on_different_subjects_have_no_candidates() -> None:
    found = articles(2, 3)
    assert candidates(found, subjects(found, kin=0.05)) == set()


def test_of_copies_of_one_document_nothing_is_listed() -> None:
    found = articles(2, 3)
    assert candidates(found, {c.document: SUBJECT for c in found}) == set()


def test_without_vectors_there_are_no_candidates() -> None:
    assert candidates([comparable("a"), comparable("b")], {}) == set()


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_statements_does_not_matter(seed: int) -> None:
    found = articles(4, 5)
    mixed = list(found)
    np.random.default_rng(seed).shuffle(mixed)  # type: ignore[arg-type]
    assert candidates(mixed, subjects(found)) == candidates(found, subjects(found))


def test_what_is_near_changed_documents_is_what_comparing_all_finds() -> None:
    found = articles(5, 6)
    space = Nearness(found, subjects(found))
    cuts = space.cuts()
    everything = unordered(space.pairs(cuts))
    touching = {(a, b) for a, b in everything if "d4" in a or "d4" in b}
    assert touching and unordered(space.pairs(cuts, ["d4"])) == touching
    assert space.cuts(["d2"]) == {s: cut for s, cut in cuts.items() if s.startswith("s-d2-")}


def test_of_a_crowd_that_says_the_same_nothing_is_listed() -> None:
    crowd = [comparable(f"{n}", f"d{n}", vector=vector(1), terms=("quay",)) for n in range(3 * LISTED)]
    assert candidates(crowd, subjects(crowd)) == set()


def test_a_statement_that_everybody_repeats_lists_only_the_nearest() -> None:
    crowd = [told(n, f"d{n}", near=1) for n in range(3 * LISTED)]
    pairs = candidates(crowd, subjects(crowd))
    assert len(pairs) <= len(crowd) * LISTED
