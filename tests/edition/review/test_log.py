"""The log: nothing is lost, nothing half-written, and what was meddled with is found out."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import gainsay
from gainsay.errors import UsageError
from tests.edition.collection import TEXTS, write
from tests.edition.review.desk import attribution, read

DECIDE = (
    "import sys, gainsay\n"
    "with gainsay.open_edition(sys.argv[1]) as edition:\n"
    "    for number in range(int(sys.argv[4])):\n"
    "        edition.review(sys.argv[2], 'accept', by=sys.argv[3], reason=f'look {number}')\n"
    "        print(number, flush=True)\n"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return read(tmp_path)


def _target(path: Path) -> str:
    with gainsay.open_edition(path) as edition:
        return attribution(edition, "union.txt", "the soldiers fired").id


def _spawn(path: Path, by: str, times: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DECIDE, str(path), _target(path), by, str(times)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_fifty_reviewers_at_once_lose_nothing(path: Path) -> None:
    target = _target(path)
    with gainsay.open_edition(path) as edition, ThreadPoolExecutor(50) as pool:
        list(pool.map(lambda n: edition.review(target, "accept", by=f"reviewer {n % 50}"), range(200)))
        entries = [r.decision for r in edition.decisions()]
        assert [e.number for e in entries] == list(range(1, 201))
        assert {e.by for e in entries} == {f"reviewer {n}" for n in range(50)}
        assert edition.verify() == []


def test_decisions_made_while_a_reading_runs_are_kept_and_take_effect(path: Path, tmp_path: Path) -> None:
    reviewers = [_spawn(path, by, 20) for by in ("Ana", "Bo")]
    for turn in range(3):
        write(tmp_path / "press", {f"more{turn}/{name}": text for name, text in TEXTS.items()})
        gainsay.read(tmp_path / "press", path).close()
    assert [len(str(reviewer.communicate()[0]).split()) for reviewer in reviewers] == [20, 20]
    with gainsay.open_edition(path) as edition:
        edition.settle()
        assert [r.state for r in edition.decisions()] == ["in force"] * 40
        assert edition.verify() == []


def test_a_reviewer_who_is_killed_leaves_whole_decisions_and_every_one_he_was_told_of(path: Path) -> None:
    reviewer = _spawn(path, "Ana", 10_000)
    assert reviewer.stdout is not None
    told = [reviewer.stdout.readline() for _ in range(5)]
    time.sleep(0.02)
    os.kill(reviewer.pid, signal.SIGKILL)
    told += reviewer.stdout.read().splitlines()
    reviewer.wait()
    with gainsay.open_edition(path) as edition:
        assert len(edition.decisions()) in (len(told), len(told) + 1)
        assert edition.verify() == []


@pytest.mark.parametrize(
    ("meddling", "found"),
    [
        ("UPDATE decisions SET reason = 'another' WHERE number = 2", "number 2 was changed after it was made"),
        ("DELETE FROM decisions WHERE number = 2", "number 2 is missing from the log"),
        ("DELETE FROM decisions WHERE number = 3", "the log ends at 2, where 3 were made"),
        ("UPDATE decisions SET previous = id WHERE number = 2", "number 2 does not follow from the one before it"),
    ],
)
def test_a_log_that_was_meddled_with_is_found_out(path: Path, meddling: str, found: str) -> None:
    with gainsay.open_edition(path) as edition:
        for by in ("Ana", "Bo", "Cy"):
            edition.review(_target(path), "accept", by=by)
    with sqlite3.connect(path) as other:
        other.execute(meddling)
    other.close()
    with gainsay.open_edition(path) as edition:
        assert any(found in problem for problem in edition.verify())


@pytest.mark.parametrize(
    ("action", "values", "message"),
    [
        ("reject", {"by": "Ana"}, "needs a reason"),
        ("accept", {"by": " "}, "needs the name"),
        ("accept", {"by": "Ana", "stance": "denies"}, "correct it instead"),
        ("correct", {"by": "Ana"}, "needs a value"),
        ("correct", {"by": "Ana", "words": "x"}, "not a field"),
        ("correct", {"by": "Ana", "content": [[5, 5]]}, "outside of the text"),
        ("correct", {"by": "Ana", "content": [[0, 10**9]]}, "outside of the text"),
        ("correct", {"by": "Ana", "speaker": "Ellen"}, "list of spans"),
        ("correct", {"by": "Ana", "stance": "sings"}, "give one of asserts"),
        ("correct", {"by": "Ana", "said": "yesterday"}, "EDTF"),
        ("correct", {"by": "Ana", "entity": "Nobody Known"}, "called so"),
        ("join", {"by": "Ana", "entity": "Josef Brandt"}, "only people and things"),
        ("undo", {"by": "Ana"}, "no such decision"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_to_do(
    path: Path, action: str, values: dict[str, object], message: str
) -> None:
    with gainsay.open_edition(path) as edition:
        with pytest.raises(UsageError, match=message):
            edition.review(_target(path), action, **values)  # type: ignore[arg-type]
        assert edition.decisions() == []


@pytest.mark.parametrize(
    "target", ["attribution-0000000000000000", "matter-1", "entity-1", "'; DROP TABLE decisions", ""]
)
def test_what_is_not_there_cannot_be_decided_about(path: Path, target: str) -> None:
    with gainsay.open_edition(path) as edition, pytest.raises(UsageError, match=r"no such thing|not the id|called so"):
        edition.review(target, "accept", by="Ana")
