"""Accuracy floors only rise."""

import pytest
from benchmarks.accuracy import gate

FLOORS = {"seeds: dates relaxed (f1)": 0.9, "news: disputes (recall)": 0.1}


def test_a_metric_below_its_floor_is_named_with_both_numbers() -> None:
    (line,) = gate.below_floor({"seeds: dates relaxed (f1)": 0.8, "news: disputes (recall)": 0.1}, FLOORS)
    assert "dates relaxed" in line and "0.8000" in line and "0.9000" in line


def test_a_metric_that_is_no_longer_measured_has_fallen() -> None:
    assert len(gate.below_floor({}, FLOORS)) == 2


def test_a_drop_within_the_margin_is_let_pass() -> None:
    assert (
        gate.below_floor({"seeds: dates relaxed (f1)": 0.9 - gate.EPSILON, "news: disputes (recall)": 0.1}, FLOORS)
        == []
    )


def test_updating_raises_floors_and_lowers_none() -> None:
    reached = {"seeds: dates relaxed (f1)": 0.8, "news: disputes (recall)": 0.2}
    assert gate.raised(reached, FLOORS, allow_lower=False) == {
        "seeds: dates relaxed (f1)": 0.9,
        "news: disputes (recall)": 0.2,
    }


def test_floors_are_lowered_only_when_told() -> None:
    reached = {"seeds: dates relaxed (f1)": 0.8}
    assert gate.raised(reached, FLOORS, allow_lower=True) == reached


def test_without_the_development_data_the_gate_says_so_and_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    monkeypatch.setattr(gate, "SHARED", tmp_path)
    assert gate.main([]) == 0
    assert "skipped" in capsys.readouterr().out
