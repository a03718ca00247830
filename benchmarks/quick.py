"""Runs every benchmark in its quick form, one after another: whether each still works, and its order of size.

    python -m benchmarks.quick

A benchmark that needs corpora or programs which are not here says so itself, or is passed over. For figures to quote
run the one in question by itself, on a quiet machine. Exit code 1 where one fails.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
QUICK: dict[str, list[str]] = {
    "benchmarks.speed.run": ["--articles", "40"],
    "benchmarks.speed.growth": ["--sizes", "50,100"],
    "benchmarks.speed.crashes": ["5"],
    "benchmarks.speed.formats": ["--files", "20", "--pages", "100"],
    "benchmarks.speed.reviews": [],
    "benchmarks.speed.exports": ["--articles", "20"],
    "benchmarks.speed.encoder": ["--articles", "3"],
    "benchmarks.speed.figures": [],
}
NEED_CORPORA = ("benchmarks.speed.exports", "benchmarks.speed.encoder", "benchmarks.speed.figures")


def main() -> int:
    """Run them all, whatever becomes of each."""
    failed = []
    for module, arguments in QUICK.items():
        print(f"== {module} {' '.join(arguments)}", flush=True)
        if module in NEED_CORPORA and not SHARED.is_dir():
            print("passed over: the development corpora (../shared) are not on this machine")
        elif subprocess.run([sys.executable, "-m", module, *arguments], check=False).returncode:
            failed.append(module)
    print(f"failed: {', '.join(failed)}" if failed else "all ran")
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
