"""The measures of coreference, against values worked out by hand."""

from __future__ import annotations

import pytest
from benchmarks.accuracy.clusters import Coreference


def measured(found: list[str], gold: list[str]) -> Coreference:
    score = Coreference.empty()
    score.add([frozenset(cluster) for cluster in found], [frozenset(cluster) for cluster in gold])
    return score


def test_the_same_clusters_score_one() -> None:
    """What is all right is 1 in every measure."""
    assert measured(["abc", "de"], ["abc", "de"]).conll == pytest.approx(1)


def test_nothing_found_scores_nothing() -> None:
    """No cluster, no score, and no division by zero."""
    assert measured([], ["abc"]).conll == 0


def test_the_example_of_luo() -> None:
    """Luo (2005), system (a): one of the three clusters is split off another, which MUC hardly sees."""
    score = measured(["abcde", "fghijkl"], ["abcde", "fg", "hijkl"])
    assert score.muc.precision == pytest.approx(9 / 10)
    assert score.muc.recall == pytest.approx(1)
    assert score.b_cubed.precision == pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert score.b_cubed.recall == pytest.approx(1)
    assert score.ceaf_e.precision == pytest.approx((1 + 10 / 12) / 2)
    assert score.ceaf_e.recall == pytest.approx((1 + 10 / 12) / 3)


def test_clusters_are_paired_for_the_greatest_sum() -> None:
    """The likeliest pair may have to give way to two others."""
    score = measured(["abcd", "ef"], ["abef", "cd"])
    assert score.ceaf_e.right_found == pytest.approx(2 / 3 + 2 / 3)


def test_a_mention_of_one_side_counts_against_it() -> None:
    """What only one side has is wrong there."""
    score = measured(["abx"], ["ab"])
    assert score.b_cubed.precision == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert score.b_cubed.recall == pytest.approx(1)
