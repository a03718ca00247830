"""Times decisions: fifty reviewers at once, threads of one program and then programs of their own.

    python -m benchmarks.speed.reviews [EDITION]

Prints how long a decision takes, as the one who makes it waits for it, and judges nothing. Without an edition the
bundled example is read. The edition is copied first, and the copy thrown away.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gainsay

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "marrow-bay"
REVIEWERS, EACH = 50, 10
PROGRAM = (
    "import sys, time, gainsay\n"
    "with gainsay.open_edition(sys.argv[1]) as edition:\n"
    "    edition.review(sys.argv[2], 'accept', by=sys.argv[3])\n"
    "    for _ in range(int(sys.argv[4])):\n"
    "        time.sleep(0.2)\n"
    "        start = time.perf_counter()\n"
    "        edition.review(sys.argv[2], 'accept', by=sys.argv[3])\n"
    "        print(time.perf_counter() - start)\n"
)


def main() -> int:
    """Exit code 0, or 1 where a decision was lost."""
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "copy.gainsay"
        given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(work) / "example.gainsay"
        with gainsay.open_edition(given) if given.exists() else gainsay.read(EXAMPLE, given) as edition:
            edition.store.copy(path)
        made = threads(path) + programs(path)
        with gainsay.open_edition(path) as edition:
            kept, faults = len(edition.decisions()), edition.verify()
        print(f"{made} decisions made, {kept} kept, {len(faults)} faults")
        return int(made != kept or bool(faults))


def threads(path: Path) -> int:
    """Reviewers who share one program, as in the reading room."""
    with gainsay.open_edition(path) as edition, ThreadPoolExecutor(REVIEWERS) as pool:
        target = edition.attributions()[0].id

        def decide(number: int) -> float:
            start = time.perf_counter()
            edition.review(target, "accept", by=f"reviewer {number % REVIEWERS}")
            return time.perf_counter() - start

        tell("threads", list(pool.map(decide, range(REVIEWERS * EACH))))
    return REVIEWERS * EACH


def programs(path: Path) -> int:
    """Reviewers with a program of their own each."""
    with gainsay.open_edition(path) as edition:
        target = edition.attributions()[0].id
    commands = [[sys.executable, "-c", PROGRAM, str(path), target, f"r{n}", str(EACH)] for n in range(REVIEWERS // 5)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]
    tell("programs", [float(line) for one in running for line in one.communicate()[0].split()])
    return len(commands) * (EACH + 1)


def tell(what: str, seconds: list[float]) -> None:
    """Half of them, nineteen in twenty, and the longest."""
    ordered = sorted(seconds)
    half, most = ordered[len(ordered) // 2], ordered[len(ordered) * 19 // 20]
    print(f"{what}: median {half * 1000:.0f} ms, p95 {most * 1000:.0f} ms, longest {ordered[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
