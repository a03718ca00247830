"""Killed, on a full disk, or with the power cut: Gainsay goes on to the same edition and loses no decision.

`python -m benchmarks.speed.crashes` does this as often as wanted; here each deed and each ending comes once.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import pytest
from benchmarks.speed.crashes import DEEDS, Bench

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for the time a process has used")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    yield Bench(tmp_path_factory.mktemp("crashes"))


@pytest.mark.parametrize(
    ("deed", "ending"),
    [
        ("read", "kill"),
        ("read again", "power cut"),
        ("review", "kill"),
        ("review", "power cut"),
        ("copy", "kill"),
        ("repair", "disk full"),
    ],
)
def test_nothing_is_lost(bench: Bench, deed: str, ending: str) -> None:
    assert deed in DEEDS
    assert bench.survives(deed, ending, random.Random(f"{deed} {ending}")) == ""
