"""Nothing leaves the machine: the whole program works without a network, asks for none, and keeps its files private."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import gainsay
from tests.edition.collection import write

EXAMPLE = Path(__file__).parents[2] / "examples" / "marrow-bay"

WATCH = """
import os, sys

def _watch(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.sendto", "urllib.Request"):
        if event == "socket.connect" and isinstance(arguments[1], (str, bytes)):
            return  # between processes of this machine
        with open(os.environ["WATCHED"], "a") as file:
            print(event, arguments[1:], file=file)

sys.addaudithook(_watch)
"""
"""Put before any program that is started, worker processes among them."""

PROGRAM = """
import json, os, socket, sys
from pathlib import Path
from gainsay.cli.app import run
from gainsay.exports import FORMATS

folder, edition, out = sys.argv[1:4]
commands = [
    ["read", folder, "-o", edition, "--workers", "2"],
    ["read", folder, "-o", edition],
    *(["matters", "-e", edition], ["sources", "-e", edition], ["search", "quay", "-e", edition]),
    *(["ask", "How many men were killed at Coal Quay?", "-e", edition], ["who", "Ana Lindqvist", "-e", edition]),
    *(["verify", "-e", edition], ["log", "-e", edition], ["copy", out + "/copy.gainsay", "-e", edition]),
    ["repair", "-e", edition],
    *(["export", edition, f"{out}/{name}", "--to", name] for name in FORMATS if name != "parquet"),
    ["publish", out + "/site", "-e", edition],
]
codes = {" ".join(command): run(command) for command in commands}

from gainsay.room.app import build
from gainsay.room.guard import own_places
from gainsay.room.library import Library

build(Library(Path(edition)), own_places(8000))
codes["imported"] = [name for name in ("huggingface_hub", "requests", "aiohttp", "sentry_sdk") if name in sys.modules]
print(json.dumps(codes), file=sys.stderr)
"""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(WATCH)
    return {
        **os.environ,
        "PYTHONPATH": str(site),
        "WATCHED": str(tmp_path / "watched"),
        "TMPDIR": str(tmp_path / "tmp"),
    }


def _alone() -> list[str]:
    """What puts a command into a network namespace without interfaces, where the system allows it."""
    if not shutil.which("unshare"):
        return []
    tried = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    return ["unshare", "-rn"] if tried.returncode == 0 else []


def test_the_whole_program_works_without_a_network_and_asks_for_none(tmp_path: Path, watched: dict[str, str]) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "out").mkdir()
    script = [sys.executable, "-c", PROGRAM, str(EXAMPLE), str(tmp_path / "e.gainsay"), str(tmp_path / "out")]
    run = subprocess.run([*_alone(), *script], capture_output=True, text=True, env=watched, timeout=600, check=False)
    codes = json.loads(run.stderr.splitlines()[-1])
    assert codes.pop("imported") == []
    assert set(codes.values()) == {0}, (codes, run.stderr)
    watching = tmp_path / "watched"
    assert not watching.exists(), watching.read_text()
    assert list((tmp_path / "tmp").iterdir()) == []  # nothing is left of what was needed for a while


def test_the_watch_sees_what_it_is_to_see(tmp_path: Path, watched: dict[str, str]) -> None:
    script = "import socket\ntry: socket.create_connection(('192.0.2.1', 9), 0.1)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", script], env=watched, check=True)
    assert "192.0.2.1" in (tmp_path / "watched").read_text()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_an_edition_and_what_lies_beside_it_are_for_nobody_else(tmp_path: Path) -> None:
    path, before = tmp_path / "e.gainsay", os.umask(0o022)
    try:
        with gainsay.read(write(tmp_path / "texts"), path, gainsay.ReadSettings(reader="rules")) as edition:
            edition.review(edition.attributions()[0].id, "accept", by="Ana")
            edition.store.copy(tmp_path / "copy.gainsay")
            beside = sorted(tmp_path.glob("*.gainsay*"))
            assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in beside} == {f.name: 0o600 for f in beside}
    finally:
        os.umask(before)


def test_whom_the_owner_let_in_is_not_shut_out(tmp_path: Path) -> None:
    path, texts = tmp_path / "e.gainsay", write(tmp_path / "texts")
    gainsay.read(texts, path, gainsay.ReadSettings(reader="rules")).close()
    path.chmod(0o660)
    (texts / "more.txt").write_text("The pier at Port Adair was closed.")
    gainsay.read(texts, path, gainsay.ReadSettings(reader="rules")).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o660


def test_what_runs_the_model_is_told_not_to_report(tmp_path: Path, watched: dict[str, str]) -> None:
    # Left to itself it leaves the number of a session where temporary files are, and tries to send it.
    (tmp_path / "tmp").mkdir()
    watched.pop("ORT_DISABLE_TELEMETRY", None)
    script = "from gainsay.encoder import Encoder\nEncoder()"
    subprocess.run([*_alone(), sys.executable, "-c", script], env=watched, check=True)
    assert list((tmp_path / "tmp").iterdir()) == []
