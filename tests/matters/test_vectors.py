"""Sentence vectors know what was said before, and are whole numbers on one scale."""

import numpy as np
import pytest

from gainsay.documents import Document
from gainsay.matters.vectors import DIMENSIONS, SentenceVectors, context_vectors, cosine, mixed, pack, unpack
from gainsay.passages import divide
from gainsay.spans import Span

TEXT = "The mole gave way. Ana Lindqvist had warned of it. The council said nothing."


def direction(number: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.random.default_rng(number).normal(size=DIMENSIONS)


def of_first_letter(span: Span) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Another direction for each sentence of the text."""
    return direction(span.start)


def vectors() -> SentenceVectors:
    layout = divide(Document("d", "a.txt", "0" * 64, "text/plain", TEXT, "en"))
    return context_vectors(layout, of_first_letter)


def test_a_vector_leans_to_the_sentence_before_and_to_the_first() -> None:
    _, second, third = vectors().vectors
    assert cosine(second, pack(direction(19))) > cosine(second, pack(direction(0))) > 0.2
    assert cosine(third, pack(direction(19))) > cosine(third, pack(direction(0))) > 0.1


def test_a_place_has_the_vector_of_the_sentence_it_lies_in() -> None:
    kept = vectors()
    assert kept.at(TEXT.index("Lindqvist")) == kept.vectors[1]


def test_where_no_sentence_stands_there_is_no_vector() -> None:
    assert vectors().at(1000) is None
    assert vectors().at(TEXT.index(" Ana")) is None
    assert SentenceVectors().at(0) is None


def test_vectors_are_the_same_after_they_were_kept() -> None:
    for kept in (vectors(), SentenceVectors()):
        assert SentenceVectors.from_bytes(kept.to_bytes()) == kept


def test_without_a_vector_of_its_own_a_sentence_has_none() -> None:
    layout = divide(Document("d", "a.txt", "0" * 64, "text/plain", TEXT, "en"))
    assert context_vectors(layout, lambda span: None) == SentenceVectors()
    assert context_vectors(layout, lambda span: np.zeros(DIMENSIONS)) == SentenceVectors()


@pytest.mark.parametrize("length", [0.001, 1, 1000])
def test_the_length_of_a_vector_does_not_matter(length: float) -> None:
    noise = np.random.default_rng(3).normal(size=DIMENSIONS)
    assert pack(noise * length) == pack(noise)


def test_products_of_packed_vectors_are_whole_numbers_near_the_cosine() -> None:
    rng = np.random.default_rng(4)
    left, right = rng.normal(size=DIMENSIONS), rng.normal(size=DIMENSIONS)
    true = left @ right / (np.linalg.norm(left) * np.linalg.norm(right))
    rows = unpack([pack(left), pack(right)])
    assert (rows @ rows.T == np.rint(rows @ rows.T)).all()
    assert abs(cosine(pack(left), pack(right)) - true) < 0.02


def test_the_meaning_of_a_statement_is_found_by_where_it_begins() -> None:
    held = SentenceVectors(clauses=(Span(0, 9), Span(0, 20), Span(30, 40)), meanings=(b"a", b"b", b"c"))
    assert [held.meaning_at(place) for place in (0, 30, 5, 41)] == [b"a", b"c", None, None]


def test_a_mixed_vector_lies_between_both() -> None:
    one, other = pack(direction(1)), pack(direction(2))
    both = mixed([one], [other])
    assert cosine(one, other) < 0.3 < min(cosine(both, one), cosine(both, other))
