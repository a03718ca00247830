"""One target's turn: in a child process that may die, watched by the parent."""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.fuzzing.mutating import mutate
from benchmarks.fuzzing.target import Check
from gainsay.engines.confinement import Allowance, confined
from gainsay.errors import LimitError

SECONDS = 3.0  # of the processor, for one input
A_BYTE = 0.0002  # more for each byte of it: ten times what the slowest sound document takes
MEMORY = 2_000_000_000
PATIENCE = 60.0  # seconds of the processor after which the parent takes it that nothing will come


@dataclass(frozen=True)
class Tally:
    """What came of a target's turn: `failures` say what was raised, where, and where the input is kept."""

    inputs: int = 0
    failures: tuple[str, ...] = ()
    slowest: float = 0.0

    def plus(self, other: Tally) -> Tally:
        return Tally(self.inputs + other.inputs, self.failures + other.failures, max(self.slowest, other.slowest))


def run(name: str, seconds: float, seed: int, failures: Path) -> Tally:
    """Try inputs for so long; a child that dies is followed by another."""
    tally, until = Tally(), time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0 or not tally.inputs:
        with tempfile.TemporaryDirectory(prefix="gainsay-fuzzing-") as work:
            child = [sys.executable, "-m", "benchmarks.fuzzing.running", name, str(max(left, 1)), str(seed), work]
            with (Path(work) / "said").open("wb") as said:
                ended = subprocess.run([*child, str(failures)], check=False, stdout=subprocess.DEVNULL, stderr=said)
            report = Path(work) / "report"
            found = json.loads(report.read_text()) if report.exists() else [1, [], 0.0]
            tally = tally.plus(Tally(found[0], tuple(found[1]), found[2]))
            if ended.returncode < 0:
                current = (Path(work) / "current").read_bytes()
                kept = keep(failures, name, current)
                what = signal.Signals(-ended.returncode).name
                tally = replace(tally, failures=(*tally.failures, f"the process ended by {what}: {kept}"))
            elif ended.returncode:
                raise SystemExit(
                    f"{name}: the target itself does not work:\n{(Path(work) / 'said').read_text()[-2000:]}"
                )
        seed += 1
    return tally


def try_for(name: str, seconds: float, seed: int, work: Path, failures: Path) -> None:
    """What the child does: damage, try, and note at each step how far it is."""
    from benchmarks.fuzzing.targets import TARGETS

    target = TARGETS[name]
    seeds, check, chance = target.seeds(), target.prepare(), random.Random(seed)
    inputs, slowest, found = 0, 0.0, dict[str, str]()
    until, current, report = time.monotonic() + seconds, work / "current", work / "report"
    while time.monotonic() < until:
        data = mutate(chance, seeds, target.largest)
        current.write_bytes(data)
        start = time.process_time()
        failure = tried(check, data)
        slowest, inputs = max(slowest, time.process_time() - start), inputs + 1
        if failure and failure not in found:
            found[failure] = f"{failure}: {keep(failures, name, data)}"
        if failure or inputs % 50 == 1:
            report.write_text(json.dumps([inputs, list(found.values()), slowest]))
    report.write_text(json.dumps([inputs, list(found.values()), slowest]))


def tried(check: Check, data: bytes) -> str:
    """What went wrong with an input, in a line that is the same for the same fault; empty where nothing did."""
    try:
        with confined("input", Allowance(SECONDS + A_BYTE * len(data), MEMORY)):
            check(data)
    except LimitError:
        return f"hangs ({len(data)} bytes)"
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        last = ([f for f in frames if "gainsay" in f.filename] or frames)[-1]
        message = str(error).split("\n")[0][:80] if type(error).__name__ == "BrokenPromiseError" else ""
        return f"{type(error).__name__} {message} at {Path(last.filename).name}:{last.lineno}"
    return ""


def keep(failures: Path, name: str, data: bytes) -> Path:
    """Write an input down."""
    folder = failures / name
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / hashlib.sha256(data).hexdigest()[:12]
    file.write_bytes(data)
    return file


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        try_for(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]), Path(sys.argv[5]))
