"""What it costs to hand the reading to Dask instead of to the processes of this machine, with as many workers.

    python -m benchmarks.speed.engines [--documents N] [--workers N] [--reader rules]

Reads one invented collection (`benchmarks.load`) by the local pool and by a Dask scheduler with as many workers of one
thread on loopback, in turn, several times, and compares the seconds of the processor that all processes together used,
from the first document to the last: those of the scheduler and of starting the workers' interpreters are the cluster's
own and stand beside. The workers import what they need on their first document, here as there.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.load.corpus import write_corpus
from benchmarks.speed.run import family
from gainsay.edition.build import read_task
from gainsay.edition.plan import Task, make_plan
from gainsay.engines.engine import Engine
from gainsay.engines.local import LocalPool

TICKS = os.sysconf("SC_CLK_TCK")


def used() -> float:
    """Seconds of the processor of this process and of all that it started, those that ended among them."""
    total = 0
    for pid in family(os.getpid()):
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15]))  # its own, and those of its children that it waited for
    return total / TICKS


def spent(engine: Engine, tasks: tuple[Task, ...]) -> float:
    """What it took to read them all."""
    before = used()
    for _, outcome in engine.map(read_task, tasks):
        if outcome.value is None:
            raise SystemExit(outcome.problem)
    return used() - before


def on_dask(workers: int, tasks: tuple[Task, ...]) -> tuple[float, float]:
    """The same on a cluster that is started for it, and what starting that took."""
    import distributed

    from gainsay.engines.dask import Dask

    before = used()
    local: Any = distributed.LocalCluster
    with local(n_workers=workers, threads_per_worker=1, dashboard_address=None, memory_limit=0) as cluster:
        started = used() - before
        address = cluster.scheduler_address.replace("tcp://", "dask://", 1)
        return spent(Dask(address), tasks), started


def main() -> int:
    """Print both, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--reader", default="rules", choices=("rules", "model"))
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "load"
        write_corpus(folder, options.documents)
        paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.txt"))
        tasks = make_plan(folder, paths, {}, {}, model=options.reader).tasks
        local, dask, starting = [], [], []
        for _ in range(options.rounds):
            local.append(spent(LocalPool(options.workers), tasks))
            reading, started = on_dask(options.workers, tasks)
            dask.append(reading)
            starting.append(started)
    ratio = statistics.median(b / a for a, b in zip(local, dask, strict=True))
    print(
        f"{options.documents} documents, reader {options.reader}, {options.workers} workers, seconds of the processor:"
    )
    print(f"  local pool  {', '.join(f'{one:.1f}' for one in local)}")
    print(f"  Dask        {', '.join(f'{one:.1f}' for one in dask)}, and {statistics.median(starting):.1f} to start it")
    print(f"  Dask takes {ratio - 1:+.0%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
