"""Every benchmark, one after another; each prints its own table.

    python -m benchmarks [--quick] [--only NAME] [--postgresql ADDRESS]

`--quick` asks of each as little as shows whether it works and its order of size: a quarter of an hour in all. Without
it the whole takes a night on two cores, and the figures are those to quote, if the machine does nothing else. What
needs programs or corpora that are not here is passed over, and said. Exit code 1 where one fails.

They go from what is told soonest to what takes longest, and from what breaks the others to what stands on them.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
EDITION = "EDITION"  # stands for one that is made for the occasion
SERVER = "SERVER"  # stands for an empty database on PostgreSQL


@dataclass(frozen=True)
class Part:
    """A benchmark, with what it is given in full and in its quick form; `needs` is the corpora or a package."""

    name: str
    module: str
    full: str
    quick: str
    needs: str = ""


PARTS = (
    Part("run", "speed.run", "", "--articles 40"),
    Part("encoder", "speed.encoder", "", "--articles 3", "corpora"),
    Part("dates", "speed.dates", "", "--articles 2", "corpora"),
    Part("figures", "speed.figures", "", "", "corpora"),
    Part("formats", "speed.formats", "", "--files 20 --pages 100"),
    Part("exports", "speed.exports", "", "--articles 20", "corpora"),
    Part("reviews", "speed.reviews", "", ""),
    Part("room", "speed.room", EDITION, f"{EDITION} --pages 5"),
    Part("shared", "speed.shared", f"{EDITION} --users 20", f"{EDITION} --users 4 --pages 3"),
    Part("shared, PostgreSQL", "speed.shared", f"{SERVER} --users 20", f"{SERVER} --users 4 --pages 3", "server"),
    Part("engines", "speed.engines", "--documents 1000", "--documents 40 --rounds 1", "distributed"),
    Part("crashes", "speed.crashes", "1000", "8"),
    Part("fuzzing", "fuzzing", "--minutes 240", "--minutes 2"),
    Part("growth", "speed.growth", "--sizes 1000,2000,4000,10000", "--sizes 50,100"),
    Part("growth, model", "speed.growth", "--sizes 1000,10000 --reader model", "--sizes 20,40 --reader model"),
)


def missing(part: Part, server: str | None) -> str:
    """Why a part cannot be run here; empty where it can."""
    if part.needs == "corpora" and not SHARED.is_dir():
        return "the development corpora (../shared) are not on this machine"
    if part.needs == "server":
        return "" if server else "no --postgresql was given"
    if part.needs not in ("", "corpora") and importlib.util.find_spec(part.needs) is None:
        return f"{part.needs} is not installed"
    return ""


def make_edition(work: Path, documents: int, server: str | None) -> Path:
    """An edition of invented documents, and a copy of it in the database."""
    folder, edition = work / "load", work / "load.gainsay"
    load = [sys.executable, "-m", "benchmarks.load.corpus", str(folder), "--documents", str(documents)]
    gainsay = [sys.executable, "-m", "gainsay"]
    commands = [load, [*gainsay, "read", str(folder), "-o", str(edition), "--reader", "rules"]]
    if server:
        commands.append([*gainsay, "copy", str(edition), server])
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return edition


def main() -> int:
    """Run them all, whatever becomes of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", choices=[part.name for part in PARTS])
    parser.add_argument("--postgresql", metavar="ADDRESS", help="a database that holds nothing yet")
    options = parser.parse_args()
    parts = [part for part in PARTS if not options.only or part.name in options.only]
    failed = []
    with tempfile.TemporaryDirectory(prefix="gainsay-benchmarks-") as work:
        edition: Path | None = None
        for part in parts:
            arguments = (part.quick if options.quick else part.full).split()
            print(f"== {' '.join([part.name + ':', 'python -m benchmarks.' + part.module, *arguments])}", flush=True)
            if reason := missing(part, options.postgresql):
                print(f"passed over: {reason}", flush=True)
                continue
            if {EDITION, SERVER} & set(arguments):
                edition = edition or make_edition(Path(work), 60 if options.quick else 10_000, options.postgresql)
            known = {EDITION: str(edition), SERVER: options.postgresql or ""}
            start = time.monotonic()
            command = [sys.executable, "-m", f"benchmarks.{part.module}", *(known.get(a, a) for a in arguments)]
            if subprocess.run(command, check=False).returncode:
                failed.append(part.name)
            print(f"   {time.monotonic() - start:,.0f} s", flush=True)
    print(f"failed: {', '.join(failed)}" if failed else "all ran")
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
