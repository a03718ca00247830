"""Statements are near when their sentences and documents are; what is found does not depend on how it was made."""

from collections.abc import Iterable

import numpy as np
import pytest

from gainsay.matters import nearness
from gainsay.matters.nearness import FEW, LISTED, Nearness, Rows, listed, rows
from gainsay.matters.subjects.kinship import Subject
from gainsay.matters.vectors import DIMENSIONS, SentenceVectors, pack
from gainsay.spans import Span

Pairs = set[tuple[str, ...]]
Documents = dict[str, Rows]
Subjects = dict[str, Subject]


def vector(seed: int, towards: int) -> bytes:
    """A direction close to that of `towards`."""
    noise = np.random.default_rng(seed).normal(size=DIMENSIONS)
    return pack(np.random.default_rng(towards).normal(size=DIMENSIONS) + 0.3 * noise)


def document(name: str, meanings: list[int], seed: int = 0) -> Rows:
    """A document that tells these, in words of its own."""
    spans = [Span(100 * n, 100 * n + 50) for n in range(len(meanings))]
    statements = [
        (f"{name}-{meaning}", span.start, [f"{name}word{n}"])
        for n, (meaning, span) in enumerate(zip(meanings, spans, strict=True))
    ]
    vectors = [vector(1000 * seed + 100 + meaning, meaning) for meaning in meanings]
    return rows(statements, SentenceVectors(tuple(spans), tuple(vectors)))


def articles(count: int, sentences: int) -> Documents:
    return {f"d{n}": document(f"d{n}", list(range(sentences)), n) for n in range(count)}


def subjects(documents: Iterable[str], kin: float = 0.5) -> Subjects:
    """One word in common, one of each document's own."""
    return {d: Subject.of({"harbour": kin**0.5, d: (1 - kin) ** 0.5}) for d in documents}


def unordered(pairs: Iterable[tuple[str, str]]) -> Pairs:
    found = [tuple(sorted(pair)) for pair in pairs]
    assert len(found) == len(set(found)), "a pair is given twice"
    return set(found)


def candidates(documents: Documents, on: Subjects) -> Pairs:
    return unordered(nearness.candidates(documents, on))


def test_statements_that_mean_the_same_are_candidates_without_a_word_in_common() -> None:
    found = articles(2, 3) | {f"e{n}": document(f"e{n}", []) for n in range(FEW)}
    assert candidates(found, subjects(found)) == {(f"d0-{n}", f"d1-{n}") for n in range(3)}


def test_in_a_few_documents_whatever_is_on_one_subject_is_a_candidate() -> None:
    found = articles(2, 3)
    assert len(candidates(found, subjects(found))) == 9


def test_documents_on_different_subjects_have_no_candidates() -> None:
    found = articles(2, 3)
    assert candidates(found, subjects(found, kin=0.05)) == set()


def test_of_copies_of_one_document_nothing_is_a_candidate() -> None:
    found = articles(2, 3)
    assert candidates(found, {d: Subject.of({"harbour": 0.4, "strike": 0.9}) for d in found}) == set()


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_documents_does_not_matter(order: int) -> None:
    found = articles(4, 5)
    mixed = dict(list(found.items())[::order])
    assert candidates(mixed, subjects(mixed)) == candidates(found, subjects(found))


def test_pairs_of_some_statements_are_those_that_comparing_all_finds() -> None:
    found = articles(5, 6)
    space = Nearness(found, subjects(found), found.__getitem__)
    asked = {"d4": {"d4-1", "d4-2"}, "d2": {"d2-1"}}
    wanted = {s for some in asked.values() for s in some}
    touching = {pair for pair in unordered(space.pairs(0)) if wanted & set(pair)}
    assert touching and unordered(space.pairs_of(0, asked)) == touching


def test_two_clauses_of_one_sentence_are_told_apart_by_what_each_means() -> None:
    sentence, first, second = Span(0, 100), Span(0, 40), Span(50, 100)
    told = [("first", first.start, ["one"]), ("second", second.start, ["two"])]
    both = SentenceVectors((sentence,), (vector(1, 9),), (first, second), (vector(2, 1), vector(3, 2)))
    found = {"a": rows(told, both), "b": document("b", [1])}
    space = Nearness(found, subjects(found, 0.9), found.__getitem__)
    nearest = next(pairs for n in range(89, -1, -1) if (pairs := unordered(space.pairs(n))))
    assert nearest == {("b-1", "first")}


def test_counts_of_new_documents_add_up_to_those_of_all() -> None:
    found = articles(5, 6)
    before = {d: found[d] for d in ("d0", "d1", "d3")}
    old = Nearness(before, subjects(before), before.__getitem__).counts()
    space = Nearness(found, subjects(found), found.__getitem__)
    added = space.counts(["d2", "d4"])
    assert tuple(a + b for a, b in zip(old, added, strict=True)) == space.counts()
    assert space.counts()[0] == len(unordered(space.pairs(0)))


def test_what_everybody_repeats_is_listed_only_so_far() -> None:
    crowd = {f"d{n}": document(f"d{n}", [1, 2], n) for n in range(3 * LISTED)}
    pairs = candidates(crowd, subjects(crowd))
    assert 0 < 2 * len(pairs) <= 2 * len(crowd) * listed(2 * len(crowd))
