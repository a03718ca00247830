"""What documents are about is kept as hashes and whole numbers, and compared alike one by one and all at once."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gainsay.matters.subjects.cast import cast
from gainsay.matters.subjects.kin import Kin
from gainsay.matters.subjects.kinship import Subject, kinship
from gainsay.matters.subjects.postings import Postings

WORDS = st.sampled_from("strike pier ferry vote @holt @ana holt".split() + ["@ana holt", "@irena voss", "fire"])
TOLD = st.dictionaries(WORDS, st.floats(0.01, 1.0), max_size=8)


def dot(a: dict[str, float], b: dict[str, float]) -> float:
    return sum(round(share, 4) * round(b[word], 4) for word, share in a.items() if word in b)


@given(TOLD, TOLD)
def test_kinship_is_the_product_of_the_shares(a: dict[str, float], b: dict[str, float]) -> None:
    assert math.isclose(kinship(Subject.of(a), Subject.of(b)), dot(a, b), abs_tol=1e-9)


@given(st.lists(TOLD, min_size=2, max_size=5))
def test_kinship_is_the_same_however_it_is_found(told: list[dict[str, float]]) -> None:
    subjects = {f"d{n}": Subject.of(words) for n, words in enumerate(told)}
    one_by_one = [kinship(subjects["d0"], other) for other in subjects.values()]
    kin = Kin(subjects)
    kin.look_at("d0", set(subjects))
    assert Postings(subjects, subjects).kinships("d0").tolist() == one_by_one
    assert [kin.of("d0", other) for other in subjects][1:] == one_by_one[1:]


def test_a_name_answers_to_each_of_its_words_with_its_greatest_share() -> None:
    both = Subject.of({"@ana holt": 0.3, "@holt": 0.4})
    assert cast(both, Subject.of({"@holt": 1.0})) == pytest.approx(0.8)
    assert cast(both, Subject.of({"holt": 1.0})) == 0.0


@pytest.mark.parametrize("packed", [b"", b"\1", b"\1\0\0\0", Subject.of({"strike": 1.0}).packed + b"\0"])
def test_what_is_no_subject_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="cut short"):
        Subject(packed).sizes()
    with pytest.raises(ValueError, match="cut short"):
        assert Subject(packed).terms
