"""The processes of this machine."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import ModuleType
from typing import Self, TypeVar

from gainsay.engines.attempt import KILLED, attempt, attempt_each
from gainsay.engines.confinement import give_up_process
from gainsay.engines.engine import Outcome, Work

Item = TypeVar("Item")
Result = TypeVar("Result")

GARBAGE = (
    50_000  # new objects before Python looks for circles among them: at its own 700 that takes a tenth of the time
)
CRASHED = "the program reading it crashed, as a damaged file, or one made to do so, may make it. Leave it out."
OVERDUE = (
    "took far longer than any ordinary document of its size and had to be stopped. Look into it; --patience gives it "
    "more time."
)
TIMES_UP = tuple(getattr(signal, name, None) for name in ("SIGXCPU", "SIGALRM", "SIGPROF"))


class InProcess:
    """Everything here and now: for few items, and where processes cannot be had."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Work[Item, Result]:
        """See `Engine.map`."""
        for item in items:
            yield item, attempt(function, item)


class Crew:
    """Worker processes that stay from one work to the next, started when there is something for them to do; by default
    one a processor.

    They are started afresh (spawned), never forked: a forked one would hold the edition's files and locks open. When
    the block is left they are gone, at once where it is left by Ctrl-C.
    """

    def __init__(self, size: int | None = None) -> None:
        self.size = size or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.dismiss(at_once=kind is not None)

    @property
    def is_there(self) -> bool:
        """Whether it has been started, and not dismissed since."""
        return self._pool is not None

    @property
    def processes(self) -> list[multiprocessing.process.BaseProcess]:
        return list((getattr(self._pool, "_processes", None) or {}).values())

    def submit(self, function: Callable[..., Result], *arguments: object) -> Future[Result]:
        """Submit with the main module hidden: a spawned process would run the user's own script again from its top."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.size, mp_context=context, initializer=_settle_worker)
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            return self._pool.submit(function, *arguments)
        finally:
            sys.modules["__main__"] = main

    def summon(self, function: Callable[[], object]) -> None:
        """Start the processes, and have each call this: what takes them a second goes on beside other work."""
        for _ in range(self.size):
            self.submit(function)

    def dismiss(self, at_once: bool = False) -> None:
        """Let the processes go, when they are done with what they have or `at_once`; others are started if need be."""
        if self._pool is None:
            return
        processes = self.processes
        self._pool.shutdown(wait=not at_once, cancel_futures=at_once)
        self._pool = None
        if at_once:
            for process in processes:
                process.kill()


class LocalPool:
    """Worker processes, given batches of so many items, and towards the end of fewer, so that all end at about the same
    time.

    So many batches are `ahead` for each: enough that none waits for the one that collects, few enough to bound the
    memory. The processes are those of `crew`, or so many `workers` for each work.
    """

    def __init__(self, workers: int | None = None, batch: int = 8, ahead: int = 3, crew: Crew | None = None) -> None:
        self.batch = batch
        self.ahead = ahead
        self._crew = crew or Crew(workers)
        self._kept = crew is not None

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Work[Item, Result]:
        """See `Engine.map`."""
        # Where each batch begins and ends: items may be made only when they are asked for.
        waiting = deque(_batches(len(items), self.batch, self._crew.size))
        while waiting:
            # One turn, unless a worker dies: then whatever was with the workers is tried again, one item at a time.
            suspects = yield from self._run(function, items, waiting)
            yield from _one_by_one(function, suspects)

    def _run(
        self, function: Callable[[Item], Result], items: Sequence[Item], waiting: deque[tuple[int, int]]
    ) -> Generator[tuple[Item, Outcome[Result]], None, list[Item]]:
        """Work until nothing is waiting or a worker dies; returns the items that were with the workers then."""
        flying: deque[tuple[list[Item], Future[list[Outcome[Result]]]]] = deque()
        crew = self._crew
        try:
            while waiting or flying:
                while waiting and len(flying) < crew.size * self.ahead:
                    some = list(items[slice(*waiting[0])])
                    flying.append((some, crew.submit(attempt_each, function, some)))
                    waiting.popleft()
                batch, future = flying[0]
                outcomes = future.result()
                flying.popleft()
                yield from zip(batch, outcomes, strict=True)
        except BrokenProcessPool:
            crew.dismiss(at_once=True)
            return [item for batch, _ in flying for item in batch]
        except BaseException:
            crew.dismiss(at_once=True)
            raise
        if not self._kept:
            crew.dismiss()
        return []


def _batches(items: int, most: int, workers: int) -> Iterator[tuple[int, int]]:
    """Where each batch begins and ends.

    >>> [end - start for start, end in _batches(30, 8, 2)]
    [7, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1]
    """
    start = 0
    while start < items:
        end = start + max(1, min(most, (items - start) // (2 * workers)))
        yield start, end
        start = end


def _one_by_one(function: Callable[[Item], Result], items: Sequence[Item]) -> Work[Item, Result]:
    """Each item in a process that it may take down with it."""
    with Crew(1) as crew:
        for item in items:
            future = crew.submit(attempt, function, item)
            worker = next(iter(crew.processes), None)
            try:
                outcome = future.result()
            except BrokenProcessPool:
                outcome = Outcome(problem=_ending(worker), crashed=True)
                crew.dismiss(at_once=True)
            yield item, outcome


def _ending(worker: multiprocessing.process.BaseProcess | None) -> str:
    """What the way in which a process ended says of the item that was with it."""
    if worker is None:
        return KILLED
    worker.join()
    code = worker.exitcode or 0
    if any(signal_ is not None and code == -signal_ for signal_ in TIMES_UP):
        return OVERDUE
    return KILLED if code == -9 else CRASHED


def _settle_worker() -> None:
    """Leave Ctrl-C to the parent, and end when the parent does, however it does."""
    # A thread for each worker: before numpy is there, which would take as many as there are processors.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    give_up_process()
    gc.set_threshold(GARBAGE, 20, 20)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
