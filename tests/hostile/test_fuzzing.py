"""Damaged and hostile input at everything that takes any: refused in words or read, and every span in its text.

`python -m benchmarks.fuzzing` tries as many inputs as there is time for; what it found is mended and tested by name
elsewhere. Here each target gets a few, drawn by hypothesis.
"""

from __future__ import annotations

import random

import pytest
from benchmarks.fuzzing.mutating import mutate
from benchmarks.fuzzing.running import tried
from benchmarks.fuzzing.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

INPUTS = {"finding": 15, "edition": 4, "decisions": 5, "annotations": 10, "pdf": 10}


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_promise(name: str) -> None:
    target = TARGETS[name]
    seeds, check = target.seeds(), target.prepare()

    @settings(
        max_examples=INPUTS.get(name, 25), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(st.integers(0, 2**32))
    def holds(seed: int) -> None:
        assert tried(check, mutate(random.Random(seed), seeds, target.largest)) == ""

    holds()
