"""The Ray engine, on this machine."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from gainsay.edition.build import ReadSettings, read
from gainsay.engines.choice import engine_at
from gainsay.engines.ray import Ray
from gainsay.errors import EngineError, UsageError
from tests.engines.collection import exported, write_collection


def test_an_edition_is_the_same_when_ray_reads(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray (extra `ray`) is not installed")
    folder = write_collection(tmp_path / "reports")
    read(folder, tmp_path / "here.gainsay", ReadSettings(reader="rules", workers=1))
    read(folder, tmp_path / "there.gainsay", ReadSettings(reader="rules", engine="ray"))
    assert exported(tmp_path / "there.gainsay") == exported(tmp_path / "here.gainsay")


def test_a_killed_worker_costs_only_time() -> None:
    pytest.importorskip("ray", reason="Ray (extra `ray`) is not installed")

    def whose(number: int) -> tuple[int, int]:
        time.sleep(0.05)
        return number, os.getpid()

    work = Ray("ray").map(whose, range(40))
    found = [next(work)]
    assert found[0][1].value is not None
    os.kill(found[0][1].value[1], signal.SIGKILL)
    found += work
    assert [outcome.value and outcome.value[0] for _, outcome in found] == list(range(40))


def test_a_machine_on_which_ray_does_not_start_is_told_of_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def init(**_: object) -> None:
        raise Exception("The current node timed out during startup.\nThe machine is busy.")

    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(init=init, shutdown=lambda: None))
    folder = write_collection(tmp_path / "reports")
    with pytest.raises(EngineError, match=r"startup\. The machine is busy\.\)\. Try again"):
        read(folder, tmp_path / "there.gainsay", ReadSettings(reader="rules", engine="ray"))


def test_an_unknown_engine_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="dask://HOST:PORT"):
        engine_at("spark://127.0.0.1:7077")
