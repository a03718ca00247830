"""Times reading, its growth, adding one document, and start-up; prints figures and ratios, and judges nothing.

    python -m benchmarks.speed.run [--articles N]

Reads the articles of PolNeAR train, written out as text files (needs ../shared). Whole processes are timed from
outside; memory is the sum over the command and its workers, sampled ten times a second. Processor time counts the
command and its workers too: on a machine that others use it says more than the clock.
"""

from __future__ import annotations

import argparse
import compileall
import gzip
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "polnear" / "train.jsonl.gz"
PACKAGE = Path(__file__).resolve().parents[2] / "src" / "gainsay"
PAGE = 4096  # bytes; what /proc counts in
GAINSAY = [sys.executable, "-m", "gainsay"]


@dataclass(frozen=True)
class Run:
    """Wall seconds, processor seconds and peak memory (MB) of one command with all its processes."""

    seconds: float
    processor: float
    peak: float

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s ({self.processor:.2f} s of processor, peak {self.peak:.0f} MB)"


def run(*command: str) -> Run:
    """Run a command to its end; a failure stops the benchmark."""
    start, used = time.perf_counter(), processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(resident(pid) for pid in family(process.pid)))
        time.sleep(0.1 if time.perf_counter() - start > 1 else 0.01)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(time.perf_counter() - start, processor_seconds() - used, peak / 1e6)


def processor_seconds() -> float:
    """What all commands that have ended used, with the processes that they waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def family(pid: int) -> list[int]:
    """A process and all that it started, as far as they still run."""
    found, queue = [], [pid]
    while queue:
        one = queue.pop()
        found.append(one)
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                queue.extend(int(child) for child in task.read_text().split())
            except OSError:
                continue
    return found


def resident(pid: int) -> int:
    """Bytes of memory that a process holds; shared pages count in each."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def write_articles(folder: Path, limit: int | None) -> list[Path]:
    """The corpus as text files, in the order of their names."""
    folder.mkdir()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    files = []
    for record in sorted(records, key=lambda r: r["id"])[:limit]:
        file = folder / f"{record['id']}.txt"
        file.write_text(record["text"], encoding="utf-8")
        files.append(file)
    return files


def reading(work: Path, limit: int | None) -> None:
    """Reading all, half, and one more; reading again what did not change."""
    files = write_articles(work / "all", limit)
    words = sum(len(f.read_text(encoding="utf-8").split()) for f in files)
    half = work / "half"
    half.mkdir()
    for file in files[::2]:
        shutil.copy(file, half)
    one = files[len(files) // 2]
    held = work / one.name
    one.rename(held)
    edition = str(work / "all.gainsay")
    whole = run(*GAINSAY, "read", str(work / "all"), "-o", edition)
    held.rename(one)
    added = run(*GAINSAY, "read", str(work / "all"), "-o", edition)
    again = run(*GAINSAY, "read", str(work / "all"), "-o", edition)
    part = run(*GAINSAY, "read", str(half), "-o", str(work / "half.gainsay"))
    size = Path(edition).stat().st_size
    text = sum(f.stat().st_size for f in files)
    print(f"reading {len(files)} articles, {words} words: {whole}, {words / whole.seconds:.0f} words/s")
    print(f"  were the machine idle: {words * (os.cpu_count() or 1) / whole.processor:.0f} words/s at best")
    print(f"  edition {size / 1e6:.0f} MB, {size / text:.1f} times its text")
    shares = (
        f"{part.seconds / whole.seconds:.0%} of the time, {part.processor / whole.processor:.0%} of the processor's"
    )
    print(f"  half of them: {part}, {shares}")
    print(f"  one article added: {added}")
    print(f"  nothing changed: {again}")


def start_up() -> None:
    """The least of seven: import, and the help text, each in a fresh interpreter beside an empty one."""
    commands = {
        "python alone": (sys.executable, "-c", "pass"),
        "import gainsay": (sys.executable, "-c", "import gainsay"),
        "gainsay --help": (*GAINSAY, "--help"),
    }
    for name, command in commands.items():
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - start)
        print(f"{name}: {min(times) * 1000:.0f} ms")


def main() -> int:
    """Exit code 0; without the corpus, says so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, help="only so many")
    options = parser.parse_args()
    compileall.compile_dir(PACKAGE, quiet=2)  # as installing does: of a changed file each process would do it anew
    start_up()
    if not CORPUS.is_file():
        print("reading is not timed: the development corpora (../shared) are not on this machine")
        return 0
    with tempfile.TemporaryDirectory() as work:
        reading(Path(work), options.articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
