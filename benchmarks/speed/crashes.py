"""Kills a reading and a reviewer at random moments, and looks whether anything is lost.

    python -m benchmarks.speed.crashes [TRIALS]

In each trial the bundled example is read while a reviewer decides about it; both are killed (SIGKILL) at a moment
drawn by chance. Then it is read again: the edition must be in order, hold every decision that the reviewer was told of,
and export as an edition that nobody disturbed. Exit code 1 where one does not.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gainsay

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "marrow-bay"
READ = [sys.executable, "-m", "gainsay", "read"]
REVIEWER = (
    "import sys, gainsay\n"
    "with gainsay.open_edition(sys.argv[1]) as edition:\n"
    "    for number in range(10_000):\n"
    "        edition.review(sys.argv[2], 'accept', by='Ana', reason=str(number))\n"
    "        print(number, flush=True)\n"
    "        if number % 5 == 0:\n"
    "            edition.settle()\n"
)


def main() -> int:
    """Run the trials; the chance is seeded, the machine's haste is not."""
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(1911)
    with tempfile.TemporaryDirectory() as work:
        start = time.perf_counter()
        whole = _export(Path(work), _undisturbed(Path(work)))
        longest = time.perf_counter() - start
        survived = sum(_survives(Path(work), chance.uniform(0, longest), whole) for _ in range(trials))
    print(f"{survived} of {trials} crashes survived with an equal edition and no lost decision")
    return int(survived < trials)


def _undisturbed(work: Path) -> Path:
    folder, edition = _fresh(work)
    with gainsay.read(folder, edition) as one:
        one.review(one.attributions()[0].id, "accept", by="Ana")
    _extend(folder)
    gainsay.read(folder, edition).close()
    return edition


def _fresh(work: Path) -> tuple[Path, Path]:
    """The example without one of its documents, and the name of its edition."""
    for left in work.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    shutil.copytree(EXAMPLE, work / "texts")
    return work / "texts", work / "texts.gainsay"


def _extend(folder: Path) -> None:
    """More documents, so that the reading takes a while."""
    for file in sorted(folder.glob("*.txt")):
        shutil.copy(file, folder / f"copy-of-{file.name}")


def _survives(work: Path, moment: float, whole: dict[str, str]) -> bool:
    folder, edition = _fresh(work)
    with gainsay.read(folder, edition) as one:
        target = one.attributions()[0].id
    _extend(folder)
    command = [sys.executable, "-c", REVIEWER, str(edition), target]
    reviewer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert reviewer.stdout is not None
    reviewer.stdout.readline()  # it is at work
    reader = subprocess.Popen([*READ, str(folder), "-o", str(edition)], stdout=subprocess.DEVNULL)
    time.sleep(moment)
    reader.kill()
    reviewer.kill()
    told = 1 + len(reviewer.communicate()[0].splitlines())
    reader.wait()
    with gainsay.open_edition(edition) as one:
        between = one.verify()
    gainsay.read(folder, edition).close()
    with gainsay.open_edition(edition) as one:
        one.settle()
        kept, faults = len(one.decisions()), one.verify()
    good = not between and not faults and kept in (told, told + 1) and _export(work, edition) == whole
    print(f"killed after {moment:.2f} s: {told} decisions told of, {kept} kept, {'equal' if good else 'NOT EQUAL'}")
    return good


def _export(work: Path, edition: Path) -> dict[str, str]:
    folder = work / "export"
    with gainsay.open_edition(edition) as one:
        gainsay.export(one, "jsonl", folder)
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.jsonl"))}


if __name__ == "__main__":
    sys.exit(main())
