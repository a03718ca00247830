"""Throws damaged and hostile input at everything that takes any.

    python -m benchmarks.fuzzing [--minutes N] [--seed S] [--only TARGET] [--failures FOLDER]

Each target has its turn in a process of its own, so that one that crashes or hangs is found out. Prints how many
inputs were tried and what was found; inputs that failed are kept, by target. Exit code 1 where there are any.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.fuzzing.running import Tally, run
from benchmarks.fuzzing.targets import TARGETS


def main() -> int:
    """Give every target its share of the time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing")
    parser.add_argument("--minutes", type=float, default=2.0, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1911)
    parser.add_argument("--only", action="append", choices=sorted(TARGETS), help="may be given several times")
    parser.add_argument("--failures", type=Path, default=Path("fuzzing-failures"))
    options = parser.parse_args()
    chosen = options.only or list(TARGETS)
    total = Tally()
    print(f"{'target':<14}{'inputs':>10}{'failures':>10}{'slowest':>10}")
    for name in chosen:
        tally = run(name, options.minutes * 60 / len(chosen), options.seed, options.failures)
        print(f"{name:<14}{tally.inputs:>10,}{len(tally.failures):>10}{tally.slowest:>9.2f}s", flush=True)
        for failure in tally.failures:
            print(f"    {failure}")
        total = total.plus(tally)
    print(f"{'together':<14}{total.inputs:>10,}{len(total.failures):>10}{total.slowest:>9.2f}s")
    return int(bool(total.failures))


if __name__ == "__main__":
    sys.exit(main())
