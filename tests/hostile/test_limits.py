"""A document that hangs, eats memory or crashes the interpreter costs itself alone, and is named with the reason."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import gainsay
from gainsay.engines.confinement import Allowance, confined
from gainsay.errors import LimitError

READERS = """
import collections, itertools, signal
from gainsay.documents.formats import Format
from gainsay.documents.readers.reader import Content

def read(path, data):
    word = data.decode().split()[1]
    if word == "loop":
        while True:
            try:
                while True:
                    pass
            except Exception:
                pass
    if word == "deaf":  # code outside Python that never looks whether it is to stop
        collections.deque(itertools.repeat(0), maxlen=0)
    if word == "memory":
        bytearray(64_000_000_000)
    if word == "crash":
        signal.raise_signal(signal.SIGSEGV)
    if word == "nested":
        return read(path, data)
    return Content(text="The clerk of Port Adair was read.", media_type="text/plain")

FORMAT = Format("evil", lambda sample: sample.head.startswith(b"EVIL"), "evil_reader:read")
"""

WORDS = {
    "loop": "took more than",
    "deaf": "took far longer",
    "memory": "not enough memory",
    "crash": "crashed",
    "nested": "nested too deeply",
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which a reader is installed that does what the file tells it."""
    site = tmp_path / "site"
    info = site / "evil_reader-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "evil_reader.py").write_text(READERS)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil-reader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[gainsay.readers]\nevil = evil_reader:FORMAT\n")
    return {**os.environ, "PYTHONPATH": str(site)}


def test_a_document_that_breaks_a_limit_is_named_and_the_rest_is_read(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for word in WORDS:
        (folder / f"{word}.evil").write_text(f"EVIL {word}")
    for name in ("a.txt", "m.txt", "z.txt"):
        (folder / name).write_text("The clerk of Port Adair said that 11 men were held at the quay.\n")
    command = [sys.executable, "-m", "gainsay", "read", str(folder), "-o", str(tmp_path / "e.gainsay")]
    run = subprocess.run(
        [*command, "--reader", "rules", "--patience", "1"],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert ".evil: " in run.stderr, run.stderr
    told = dict(line.removeprefix("gainsay: ").split(".evil: ", 1) for line in run.stderr.splitlines())
    assert told.keys() == WORDS.keys()
    for word, reason in WORDS.items():
        assert reason in told[word], word
    with gainsay.open_edition(tmp_path / "e.gainsay") as edition:
        assert list(edition.paths.values()) == ["a.txt", "m.txt", "z.txt"]
        assert [problem.path for problem in edition.unread()] == sorted(f"{word}.evil" for word in WORDS)
        assert edition.verify() == []


def test_time_is_bounded_where_the_caller_reads_too() -> None:
    with pytest.raises(LimitError, match=r"took more than"), confined("a.txt", Allowance(0.05, 0)):
        while True:
            try:
                sum(range(1000))
            except Exception:  # what a reader may catch does not keep it going
                continue


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="threads have no clock of their own here")
def test_time_is_bounded_in_the_thread_of_a_worker_of_a_cluster() -> None:
    found: list[object] = []

    def endless() -> None:
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue

    def read(seconds: float, work: Callable[[], None]) -> None:
        try:
            with confined("a.txt", Allowance(seconds, 0)):
                work()
            found.append("whole")
        except LimitError as error:
            found.append(str(error))

    for seconds, work in ((0.05, endless), (60.0, lambda: None)):
        thread = threading.Thread(target=read, args=(seconds, work))
        thread.start()
        thread.join()
    assert "took more than" in str(found[0])
    assert found[1] == "whole"


def test_what_keeps_its_bounds_is_not_touched() -> None:
    with confined("a.txt", Allowance(60, 0)):
        done = sum(range(1000))
    assert done == 499500
