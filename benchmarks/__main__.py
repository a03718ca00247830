"""Every benchmark, one after another; each prints its own table.

    python -m benchmarks [--quick] [--only NAME] [--postgresql ADDRESS]

`--quick` asks of each as little as shows whether it works and its order of size: a quarter of an hour in all. Without
it the whole takes a night on two cores, and the figures are those to quote, if the machine does nothing else. What
needs programs or corpora that are not here is passed over, and said; so is what a benchmark compares with. A server of
PostgreSQL is started for the occasion where its programs are installed and no address is given. In the end it is said
how long each took. Exit code 1 where one fails; the others run.

They go from what is told soonest to what takes longest, and from what breaks the others to what stands on them.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests import postgresql

SHARED = Path(__file__).resolve().parents[2] / "shared"
EDITION = "EDITION"  # stands for one that is made for the occasion
SERVER = "SERVER"  # stands for an empty database on PostgreSQL
PASSED, FAILED = "passed over", "failed"


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


def missing(part: Part, server: str) -> str:
    """Why a part cannot be run here; empty where it can."""
    if part.needs == "corpora" and not SHARED.is_dir():
        return "the development corpora (../shared) are not on this machine"
    if part.needs == "server":
        return "" if server or _can_serve() else "PostgreSQL is not installed, and no --postgresql was given"
    if part.needs not in ("", "corpora") and importlib.util.find_spec(part.needs) is None:
        return f"{part.needs} is not installed"
    return ""


def _can_serve() -> bool:
    return postgresql.binaries() is not None and importlib.util.find_spec("psycopg") is not None


@dataclass
class Made:
    """An edition of invented documents, and its copy in a database: made for the first part that asks for it; a server
    that is started for that lives as long as `needed`.
    """

    work: Path
    documents: int
    needed: ExitStack
    server: str = ""
    edition: str = ""
    copied: bool = False

    def given(self, argument: str) -> str:
        """An argument as the part is given it. Raises CalledProcessError where what it stands for cannot be made."""
        if argument in (EDITION, SERVER) and not self.edition:
            folder, edition = self.work / "load", str(self.work / "load.gainsay")
            _run("benchmarks.load.corpus", str(folder), "--documents", str(self.documents))
            _run("gainsay", "read", str(folder), "-o", edition, "--reader", "rules")
            self.edition = edition
        if argument == SERVER and not self.copied:
            self.server = self.server or self.needed.enter_context(postgresql.running()).make()
            _run("gainsay", "copy", self.edition, self.server)
            self.copied = True
        return {EDITION: self.edition, SERVER: self.server}.get(argument, argument)


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL)


def tried(part: Part, arguments: list[str], made: Made) -> str:
    """How a part ended; where what it needs cannot be made (no server answers) that is said."""
    print(f"== {' '.join([part.name + ':', 'python -m benchmarks.' + part.module, *arguments])}", flush=True)
    if reason := missing(part, made.server):
        print(f"passed over: {reason}", flush=True)
        return PASSED
    try:
        command = [sys.executable, "-m", f"benchmarks.{part.module}", *map(made.given, arguments)]
    except (subprocess.CalledProcessError, AssertionError, OSError) as error:
        print(f"not run: what it is given could not be made ({error})", flush=True)
        return FAILED
    return FAILED if subprocess.run(command, check=False).returncode else "ran"


def main() -> int:
    """Run them all, whatever becomes of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", choices=[part.name for part in PARTS])
    parser.add_argument("--postgresql", metavar="ADDRESS", default="", help="a database that holds nothing yet")
    options = parser.parse_args()
    parts = [part for part in PARTS if not options.only or part.name in options.only]
    ended: list[tuple[str, str, float]] = []
    with tempfile.TemporaryDirectory(prefix="gainsay-benchmarks-") as work, ExitStack() as needed:
        made = Made(Path(work), 60 if options.quick else 10_000, needed, options.postgresql)
        for part in parts:
            start = time.monotonic()
            how = tried(part, (part.quick if options.quick else part.full).split(), made)
            ended.append((part.name, how, time.monotonic() - start))
            print(f"   {ended[-1][2]:,.0f} s", flush=True)
    for name, how, seconds in ended:
        print(f"{name:<20}{how:<12}{seconds:8,.0f} s")
    print(f"together{'':<24}{sum(seconds for *_, seconds in ended):8,.0f} s")
    return int(any(how == FAILED for _, how, _ in ended))


if __name__ == "__main__":
    raise SystemExit(main())
