"""The Dask engine, with a real scheduler and three worker processes on this machine."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gainsay.edition.build import ReadSettings, read
from gainsay.engines.choice import engine_at
from gainsay.engines.dask import Dask
from gainsay.errors import EngineError
from tests.engines.collection import exported, write_collection

distributed = pytest.importorskip("distributed", reason="Dask (extra `dask`) is not installed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    with distributed.LocalCluster(
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


@pytest.fixture(scope="module")
def address(cluster: distributed.LocalCluster) -> str:
    return str(cluster.scheduler_address.replace("tcp://", "dask://"))


def test_outcomes_come_in_the_order_of_the_items(address: str) -> None:
    found = list(engine_at(address).map(abs, range(-40, 0)))
    assert [(item, outcome.value) for item, outcome in found] == [(n, -n) for n in range(-40, 0)]


def test_a_failing_item_costs_itself_alone(address: str) -> None:
    found = dict(Dask(address).map(int, ["1", "two", "3"]))
    assert {item: outcome.value for item, outcome in found.items()} == {"1": 1, "two": None, "3": 3}
    assert "ValueError" in found["two"].details


def test_an_edition_is_the_same_whoever_reads(address: str, tmp_path: Path) -> None:
    folder = write_collection(tmp_path / "reports")
    read(folder, tmp_path / "here.gainsay", ReadSettings(reader="rules", workers=1))
    read(folder, tmp_path / "there.gainsay", ReadSettings(reader="rules", engine=address))
    assert exported(tmp_path / "there.gainsay") == exported(tmp_path / "here.gainsay")


def test_a_killed_worker_costs_only_time(address: str, cluster: distributed.LocalCluster) -> None:
    pids = [worker.pid for worker in cluster.workers.values()]
    work = Dask(address).map(time.sleep, [0.02] * 60)
    found = [next(work)]
    os.kill(pids[0], signal.SIGKILL)
    found += work
    assert [(item, outcome.problem) for item, outcome in found] == [(0.02, None)] * 60
    assert pids[0] not in [worker.pid for worker in cluster.workers.values()]


def test_leaving_early_stops_the_work(address: str) -> None:
    work = Dask(address).map(abs, range(1000))
    assert next(work)[0] == 0
    work.close()
    assert list(work) == []


def test_no_scheduler_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gainsay.engines.dask.PATIENCE", 1)
    with pytest.raises(EngineError, match="no Dask scheduler answers"):
        list(Dask("dask://127.0.0.1:9").map(abs, [1]))


def test_nothing_to_do_asks_nobody() -> None:
    assert list(Dask("dask://127.0.0.1:9").map(abs, [])) == []
