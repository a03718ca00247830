"""The Ray engine, on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from gainsay.edition.build import ReadSettings, read
from gainsay.engines.choice import engine_at
from gainsay.errors import UsageError
from tests.engines.collection import exported, write_collection


def test_an_edition_is_the_same_when_ray_reads(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray (extra `ray`) is not installed")
    folder = write_collection(tmp_path / "reports")
    read(folder, tmp_path / "here.gainsay", ReadSettings(reader="rules", workers=1))
    read(folder, tmp_path / "there.gainsay", ReadSettings(reader="rules", engine="ray"))
    assert exported(tmp_path / "there.gainsay") == exported(tmp_path / "here.gainsay")


def test_an_unknown_engine_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="dask://HOST:PORT"):
        engine_at("spark://127.0.0.1:7077")
