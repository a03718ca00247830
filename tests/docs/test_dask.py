"""The commands of the page on several machines, with a scheduler and workers as it starts them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import gainsay
from tests.docs.pages import blocks

PAGE = Path("docs/how-to/dask.md")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_a_scheduler_with_workers_reads_as_the_page_says(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask (extra `dask`) is not installed")
    serving, reading = (block.body.replace("8786", str(port)) for port in [free_port()] for block in blocks(PAGE, "sh"))
    scheduler, workers = (command.replace("--nworkers 4", "--nworkers 1") for command in serving.splitlines())
    shutil.copytree("examples/marrow-bay", tmp_path / "examples" / "marrow-bay")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path}
    running: list[subprocess.Popen[bytes]] = []
    try:
        running += [
            subprocess.Popen(command.split(), cwd=tmp_path, env=environment) for command in (scheduler, workers)
        ]
        subprocess.run(reading.split(), cwd=tmp_path, env=environment, check=True, timeout=300)
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait(30)
    with gainsay.open_edition(tmp_path / "bay.gainsay") as edition:
        assert len(edition.documents()) == 7
