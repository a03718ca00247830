"""How time, memory and the edition grow with the collection, and whether what is planted is found at each size.

    python -m benchmarks.speed.growth [--sizes 100,200,400] [--reader rules] [--workers N] [--out FILE]

Writes invented collections (`benchmarks.load`), reads each in a process of its own, and prints for each stage the
seconds of the processor (of all processes, so that a busy machine matters little), how often they went into those of
the size before, and the peak memory. Then one document is added, and the whole is read again unchanged. Each size is
written to FILE (JSON Lines) when it is done; sizes that stand there already are not measured again, so that a long
run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.load.corpus import truth_file, write_corpus
from benchmarks.speed.run import family, resident

STAGES = ("looking", "reading", "names", "words", "statements", "finishing")
OWN = [sys.executable, "-m", "benchmarks.speed.growth"]


class Meter:
    """Seconds on the clock and of the processor, and peak memory of all processes, stage by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, dict[str, float]] = {}
        self._stage = ""
        self._since = (0.0, 0.0)
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._sample, daemon=True)
        self.enter("looking")
        self._watch.start()

    def enter(self, stage: str) -> None:
        """The stage before has ended."""
        now = (time.perf_counter(), _processor())
        if self._stage:
            one = self.stages[self._stage]
            one["clock"] += now[0] - self._since[0]
            one["processor"] += now[1] - self._since[1]
        self._stage, self._since = stage, now
        self.stages.setdefault(stage, {"clock": 0.0, "processor": 0.0, "peak": 0.0})

    def end(self) -> dict[str, dict[str, float]]:
        self.enter(self._stage)
        self._ended.set()
        self._watch.join()
        return self.stages

    def _sample(self) -> None:
        while not self._ended.wait(0.2):
            one = self.stages[self._stage]
            one["peak"] = max(one["peak"], sum(map(resident, family(os.getpid()))) / 1e6)


def _processor() -> float:
    """Seconds of the processor that this process used, and those it started that have ended."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def read_metered(folder: Path, edition: Path, reader: str, workers: int | None) -> dict[str, dict[str, float]]:
    """Read a folder in this process, and tell what each stage took."""
    from gainsay.edition.build import ReadSettings, read
    from gainsay.edition.report import Step

    meter = Meter()

    def advance(step: Step) -> None:
        stage = "reading" if step.name == "reading" else step.item or "finishing"
        if stage != meter._stage:
            meter.enter(stage)

    report = read(folder, edition, ReadSettings(workers=workers, reader=reader), advance)
    if report.problems:
        raise SystemExit(f"{len(report.problems)} documents were not read, first {report.problems[0]}")
    return meter.end()


def _apart(command: str, *arguments: str) -> Any:
    """What a fresh process of this module prints."""
    run = subprocess.run([*OWN, "--one", command, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout.splitlines()[-1])


def _by_hand(folder: Path, edition: Path, reader: str, workers: int) -> float:
    """Seconds of `gainsay read` as a user gives it, with the start of the program."""
    given = [sys.executable, "-m", "gainsay", "read", str(folder), "-o", str(edition), "--reader", reader]
    start = time.perf_counter()
    subprocess.run(given + (["--workers", str(workers)] if workers else []), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def one(arguments: list[str]) -> Any:
    """What the fresh process does: reads, or looks for what was planted."""
    command, folder, edition, *rest = arguments
    if command == "read":
        reader, workers = rest
        return read_metered(Path(folder), Path(edition), reader, int(workers) or None)
    from dataclasses import asdict

    import gainsay
    from benchmarks.load.corpus import Planted
    from benchmarks.load.found import tally

    truth = [Planted(**record) for record in json.loads(truth_file(Path(folder)).read_text(encoding="utf-8"))]
    with gainsay.open_edition(edition) as opened:
        return {kind: asdict(found) for kind, found in tally(opened, Path(folder), truth).items()}


def measure(work: Path, size: int, reader: str, workers: int) -> dict[str, Any]:
    """One size: reading all but one, adding it, reading again, and the truth."""
    folder, edition = work / f"load-{size}", work / f"load-{size}.gainsay"
    shutil.rmtree(folder, ignore_errors=True)  # of a run that was stopped
    edition.unlink(missing_ok=True)
    write_corpus(folder, size)
    last = max(folder.rglob("*.txt"))
    held = work / last.name
    last.rename(held)
    common = (str(folder), str(edition), reader, str(workers))
    whole = _apart("read", *common)
    held.rename(last)
    before = edition.with_suffix(".before")
    shutil.copyfile(edition, before)
    added_whole = _by_hand(folder, edition, reader, workers)
    again_whole = _by_hand(folder, edition, reader, workers)
    added = _apart("read", str(folder), str(before), reader, str(workers))
    before.unlink()
    again = _apart("read", *common)
    text = sum(file.stat().st_size for file in folder.rglob("*.txt"))
    return {
        "documents": size,
        "reader": reader,
        "stages": whole,
        "added": added,
        "again": again,
        "whole": {"added": added_whole, "again": again_whole},
        "edition": edition.stat().st_size,
        "text": text,
        "planted": _apart("tally", str(folder), str(edition)),
    }


def tell(result: dict[str, Any], before: dict[str, Any] | None) -> None:
    """Print one size, with the ratios to the size before."""
    print(f"{result['documents']} documents, {result['text'] / 1e6:.1f} MB of text, reader {result['reader']}")
    for stage in STAGES:
        now = result["stages"].get(stage)
        if now is None:
            continue
        was = before["stages"].get(stage) if before else None
        times = f"{now['processor'] / was['processor']:6.2f} ×" if was and was["processor"] > 0.05 else " " * 8
        print(f"  {stage:<11}{now['processor']:9.2f} s {times}  {now['clock']:9.2f} s clock  {now['peak']:7.0f} MB")
    for name in ("added", "again"):
        spent = [sum(stage[kind] for stage in result[name].values()) for kind in ("processor", "clock")]
        peak = max(stage["peak"] for stage in result[name].values())
        started = result.get("whole", {}).get(name, 0.0)
        whole = f", {started:.2f} s by `gainsay read`" if started else ""
        print(f"  {name:<11}{spent[0]:9.2f} s {'':8}  {spent[1]:9.2f} s clock  {peak:7.0f} MB{whole}")
    print(f"  edition    {result['edition'] / 1e6:9.1f} MB, {result['edition'] / result['text']:.1f} times its text")
    for kind, found in result["planted"].items():
        if found["planted"]:
            print(f"  {kind:<16} {found['found']:>6} of {found['planted']:>6} found ({_share(found, 'found')})")
        elif found["held"]:
            print(f"  {kind:<16} {found['right']:>6} of {found['held']:>6} right ({_share(found, 'right')})")
    sys.stdout.flush()


def _share(found: dict[str, int], part: str) -> str:
    return f"{found[part] / found['planted' if part == 'found' else 'held']:.2f}"


def main() -> int:
    """Measure each size in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,200,400", help="numbers of documents, with commas")
    parser.add_argument("--reader", default="rules", choices=("rules", "model"))
    parser.add_argument("--workers", type=int, default=0, help="processes; by default one a processor")
    parser.add_argument("--out", type=Path, help="a file that keeps what was measured")
    parser.add_argument("--work", type=Path, help="where collections and editions are left; without it they go")
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one(options.one)))
        return 0
    done = _done(options.out, options.reader)
    before = None
    with nullcontext(options.work) if options.work else tempfile.TemporaryDirectory() as work:
        for size in map(int, options.sizes.split(",")):
            result = done.get(size) or measure(Path(work), size, options.reader, options.workers)
            if options.out and size not in done:
                with options.out.open("a", encoding="utf-8") as lines:
                    lines.write(json.dumps(result) + "\n")
            tell(result, before)
            before = result
    return 0


def _done(out: Path | None, reader: str) -> dict[int, dict[str, Any]]:
    if out is None or not out.is_file():
        return {}
    results = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {result["documents"]: result for result in results if result["reader"] == reader}


if __name__ == "__main__":
    raise SystemExit(main())
