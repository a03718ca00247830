"""Comparing all documents in batches gives what comparing them at once gives, whatever the batches and the workers."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.edition import build, relating
from gainsay.edition.build import ReadSettings, read
from tests.engines.collection import exported, write_collection


@pytest.mark.parametrize(("documents", "at_once", "workers"), [(1, 7, 1), (3, 20_000, 1), (2, 50, 2)])
def test_batches_make_no_difference(
    documents: int, at_once: int, workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_collection(tmp_path / "reports", 12)
    read(folder, tmp_path / "whole.gainsay", ReadSettings(reader="rules", workers=1))
    monkeypatch.setattr(relating, "DOCUMENTS", documents)
    monkeypatch.setattr(relating, "AT_ONCE", at_once)
    monkeypatch.setattr(build, "FEW_COMPARED", 2)
    read(folder, tmp_path / "parts.gainsay", ReadSettings(reader="rules", workers=workers))
    assert exported(tmp_path / "parts.gainsay") == exported(tmp_path / "whole.gainsay")


def test_those_who_read_may_compare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_collection(tmp_path / "reports", 12)
    read(folder, tmp_path / "whole.gainsay", ReadSettings(reader="rules", workers=1))
    monkeypatch.setattr(relating, "FEWEST", 3)
    monkeypatch.setattr(build, "FEW", 0)
    read(folder, tmp_path / "parts.gainsay", ReadSettings(reader="rules", workers=2))
    assert exported(tmp_path / "parts.gainsay") == exported(tmp_path / "whole.gainsay")


def test_crowded_blocks_are_crowded_in_every_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_collection(tmp_path / "reports", 60)
    read(folder, tmp_path / "whole.gainsay", ReadSettings(reader="rules", workers=1))
    monkeypatch.setattr(relating, "DOCUMENTS", 5)
    read(folder, tmp_path / "parts.gainsay", ReadSettings(reader="rules", workers=1))
    assert exported(tmp_path / "parts.gainsay") == exported(tmp_path / "whole.gainsay")
