"""Kills Gainsay at random moments of whatever it does, and looks whether anything is lost.

    python -m benchmarks.speed.crashes [ROUNDS] [--seed S] [--deed DEED] [--ending ENDING]

A round does one thing with a small edition (`DEEDS`) in a process of its own and stops it at a moment drawn by chance:
by SIGKILL after so much time of the processor; by a disk that is full after so many bytes; or by SIGKILL and a power
cut, which takes away or garbles what was written and not yet made durable. Afterwards a half-made edition must open and
be in order, and the same thing done again must end with an edition that holds every decision somebody was told of and
exports as one that nobody disturbed. Exit code 1 where one does not.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import resource
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import gainsay
from gainsay.edition.repair import repair
from gainsay.errors import GainsayError, NotAnEditionError

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "marrow-bay"
SETTINGS = gainsay.ReadSettings(workers=1, reader="rules")
SAID_EVERY = 50  # rounds
TICK = 0.0005  # seconds between two looks at what a process has used
ENDINGS = ("kill", "kill", "disk full", "power cut")


@dataclass(frozen=True)
class Place:
    """A folder of texts, its edition, and where a copy of that is to go."""

    work: Path

    @property
    def texts(self) -> Path:
        return self.work / "texts"

    @property
    def edition(self) -> Path:
        return self.work / "e.gainsay"

    @property
    def copied(self) -> Path:
        return self.work / "copy.gainsay"

    def read(self) -> None:
        gainsay.read(self.texts, self.edition, SETTINGS).close()

    def extend(self) -> None:
        """One document changes, one goes, one comes."""
        files = sorted(self.texts.iterdir())
        files[0].write_text(files[0].read_text() + "\n\nAna Lindqvist said that 40 men were held at Port Adair.\n")
        files[1].unlink()
        shutil.copy(sorted(EXAMPLE.glob("*.txt"))[3], self.texts)


Told = Callable[[int], None]


def _read(place: Place, told: Told) -> None:
    place.read()


def _review(place: Place, told: Told) -> None:
    """Decide, and let it take effect now and then."""
    with gainsay.open_edition(place.edition) as edition:
        target = edition.attributions()[0].id
        for number in range(12):
            told(edition.review(target, "accept", by="Ana", reason=f"{number}").number)
            if number % 4 == 3:
                edition.settle()


def _copy(place: Place, told: Told) -> None:
    if place.copied.exists():
        return  # whatever has its name is whole
    with gainsay.open_edition(place.edition) as edition:
        edition.store.copy(place.copied)


def _repair(place: Place, told: Told) -> None:
    repair(place.edition, "rules")


@dataclass(frozen=True)
class Deed:
    """Something that is interrupted: `fresh` where there is no edition before, `extended` where its texts changed."""

    do: Callable[[Place, Told], None]
    fresh: bool = False
    extended: bool = False


DEEDS = {
    "read": Deed(_read, fresh=True),
    "read again": Deed(_read, extended=True),
    "review": Deed(_review),
    "copy": Deed(_copy),
    "repair": Deed(_repair),
}


@dataclass(frozen=True)
class Undisturbed:
    """What a deed costs and leads to when nobody disturbs it."""

    seconds: float
    bytes: int
    export: dict[str, str]


class Bench:
    """Prepares places and keeps what is to be expected of each deed."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._ready = Place(work / "ready")
        self._ready.texts.mkdir(parents=True)
        for file in sorted(EXAMPLE.glob("*.txt"))[:3]:
            shutil.copy(file, self._ready.texts)
        self._ready.read()
        with gainsay.open_edition(self._ready.edition) as edition:
            edition.review(edition.attributions()[0].id, "accept", by="Ana")
            edition.settle()
        self._expected = {name: self._undisturbed(deed) for name, deed in DEEDS.items()}

    def _fresh(self, deed: Deed) -> Place:
        place = Place(self._work / "place")
        shutil.rmtree(place.work, ignore_errors=True)
        shutil.copytree(self._ready.work, place.work)
        if deed.fresh:
            place.edition.unlink()
        if deed.extended:
            place.extend()
        return place

    def _undisturbed(self, deed: Deed) -> Undisturbed:
        place = self._fresh(deed)
        start = time.process_time()
        deed.do(place, lambda number: None)
        seconds = time.process_time() - start
        _again(place, deed)
        return Undisturbed(seconds, place.edition.stat().st_size, _export(place))

    def survives(self, name: str, ending: str, chance: random.Random) -> str:
        """Interrupt a deed and see: empty where all was kept, else what was not."""
        deed, expected = DEEDS[name], self._expected[name]
        place = self._fresh(deed)
        had = 0 if deed.fresh else 1
        told = _interrupted(place, deed, ending, expected, chance)
        if ending == "power cut":
            _cut_power(place.edition, told.durable, chance)
        try:
            faults = _faults(place)
            _again(place, deed)
            faults = faults or _faults(place)
            with gainsay.open_edition(place.edition) as edition:
                kept = len(edition.decisions())
        except GainsayError as error:
            return f"it cannot go on: {error}"
        if faults:
            return f"not in order: {faults[0]}"
        if kept < max(had, told.decisions):
            return f"{told.decisions} decisions were told of, {kept} are kept"
        return "" if _export(place) == expected.export else "the export is not equal"


def _again(place: Place, deed: Deed) -> None:
    """The same once more, then a reading, which also lets decisions take effect."""
    if deed.do is not _review:
        deed.do(place, lambda number: None)
    if deed.do is _copy:
        place.edition.unlink()
        for ending in ("-wal", "-shm"):
            place.edition.with_name(place.edition.name + ending).unlink(missing_ok=True)
        place.copied.replace(place.edition)
    place.read()


def _faults(place: Place) -> list[str]:
    """What is wrong with the edition as it was left; one that was only about to be made is no fault."""
    try:
        with gainsay.open_edition(place.edition) as edition:
            return edition.verify()
    except NotAnEditionError:
        return []


def _export(place: Place) -> dict[str, str]:
    folder = place.work / "export"
    shutil.rmtree(folder, ignore_errors=True)
    with gainsay.open_edition(place.edition) as edition:
        gainsay.export(edition, "jsonl", folder)
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.jsonl"))}


@dataclass(frozen=True)
class Durable:
    """How far the write-ahead log was on the disk when somebody was told of a decision: its salts, and the bytes."""

    salts: bytes = b""
    end: int = 0


@dataclass(frozen=True)
class Before:
    """What had been told when it was interrupted."""

    decisions: int
    durable: Durable


def _interrupted(place: Place, deed: Deed, ending: str, expected: Undisturbed, chance: random.Random) -> Before:
    """Do it in a process that does not live to see its end; what it had told of till then."""
    moment = chance.uniform(0, expected.seconds)
    room = chance.randrange(expected.bytes + 1) if ending == "disk full" else resource.RLIM_INFINITY
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_interrupted(place, deed, room, writing)
    os.close(writing)
    if ending != "disk full":
        _kill_after(child, moment)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        records = list(struct.iter_unpack("<i8sq", pipe.read()))
    last = records[-1] if records else (0, b"", 0)
    return Before(last[0], Durable(last[1], last[2]))


def _be_interrupted(place: Place, deed: Deed, room: int, pipe: int) -> None:
    """What the child does; never returns."""

    def told(number: int) -> None:
        durable = _end_of_log(place.edition)
        os.write(pipe, struct.pack("<i8sq", number, durable.salts, durable.end))

    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        with contextlib.suppress(GainsayError):
            deed.do(place, told)
        os._exit(0)
    except BaseException as error:  # anything but words for a user
        print(f"a fault: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
    os._exit(1)


def _kill_after(process: int, seconds: float) -> None:
    """Kill a process that has used so much of the processor, so that a busy machine changes nothing."""
    used, accounts = 0.0, Path(f"/proc/{process}/schedstat")
    while used < seconds:
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(TICK)
        with contextlib.suppress(OSError, IndexError):
            used = int(accounts.read_text().split()[0]) / 1e9
    os.kill(process, signal.SIGKILL)


def _end_of_log(edition: Path) -> Durable:
    """Where the frames of the write-ahead log end that belong to its salts (sqlite.org/fileformat2.html#walformat)."""
    try:
        log = edition.with_name(edition.name + "-wal").read_bytes()
    except OSError:
        return Durable()
    if len(log) < 32:
        return Durable()
    page, salts, at = int.from_bytes(log[8:12], "big"), log[16:24], 32
    while at + 24 <= len(log) and log[at + 8 : at + 16] == salts:
        at += 24 + page
    return Durable(salts, min(at, len(log)))


def _written_back(edition: Path, log: Path) -> int:
    """Where the frames end that were being put into the edition itself: SQLite makes them durable before it does.

    Their number stands in the index of the log (sqlite.org/walformat.html#walidxfmt, `nBackfillAttempted`).
    """
    index, head = edition.with_name(edition.name + "-shm"), log.read_bytes()[:32]
    if not index.exists() or len(head) < 32:
        return 0
    frames = int.from_bytes(index.read_bytes()[128:132], sys.byteorder)
    return min(32 + frames * (24 + int.from_bytes(head[8:12], "big")), log.stat().st_size)


def _cut_power(edition: Path, durable: Durable, chance: random.Random) -> None:
    """Take away, or garble, what came into the write-ahead log after what is known to be on the disk."""
    log = edition.with_name(edition.name + "-wal")
    if not log.exists():
        return
    now = _end_of_log(edition)
    safe = max(durable.end if now.salts == durable.salts else 0, _written_back(edition, log))
    cut = chance.randint(safe, max(safe, log.stat().st_size))
    with log.open("r+b") as file:
        if chance.random() < 0.5:
            file.truncate(cut)
        else:
            file.seek(cut)
            file.write(chance.randbytes(min(5000, log.stat().st_size - cut)))
    edition.with_name(edition.name + "-shm").unlink(missing_ok=True)  # it does not outlive the power


def main() -> int:
    """Run the rounds; what chance decides is the same for a seed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.crashes")
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1911)
    parser.add_argument("--deed", choices=DEEDS, action="append", help="one or more; otherwise each in turn")
    parser.add_argument("--ending", choices=sorted(set(ENDINGS)), action="append", help="otherwise as chance decides")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    lost = 0
    with tempfile.TemporaryDirectory(prefix="gainsay-crashes-") as work:
        bench = Bench(Path(work))
        for number in range(options.rounds):
            deeds, endings = options.deed or list(DEEDS), options.ending or ENDINGS
            name, ending = deeds[number % len(deeds)], chance.choice(endings)
            if problem := bench.survives(name, ending, chance):
                lost += 1
                print(f"round {number}, {name}, {ending}: {problem}", flush=True)
            if (number + 1) % SAID_EVERY == 0 or number + 1 == options.rounds:
                survived = f"{number + 1 - lost} of {number + 1} crashes survived"
                print(f"{survived} with an equal edition and no lost decision", flush=True)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
