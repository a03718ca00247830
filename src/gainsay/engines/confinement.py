"""Bounds on what one item may take: processor time and memory, kept by the operating system.

In a worker process nothing can break out: what does not stop when told to, as code outside Python may not, takes its
process down, and the pool names it. Elsewhere only the time is bounded: few small files are read where the caller is,
and the workers of a cluster, whose threads do the reading, are not ours to end; there only Python's own code stops.
Where the operating system offers no such bounds (Windows), there are none.
"""

from __future__ import annotations

import ctypes
import math
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from gainsay.errors import LimitError

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

GRACE = 20.0  # seconds at most that an item has to stop by itself
WAITING = 100.0  # times: what waits takes no processor time, and a busy machine gives little of it
EVERY = 0.2  # seconds between two looks at the clock of a thread that is near its end
AGAIN = 1.0  # seconds: readers catch what they must, and may catch what was to stop them

_SACRIFICIAL = False


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one item may take: `seconds` of processor time and `memory` in bytes beyond what its process has."""

    seconds: float
    memory: int


class _TimeIsUp(BaseException):
    """Not an Exception, so that no reader takes it for damage of its file."""


def give_up_process() -> None:
    """Let items take this process down with them: called where a pool starts a worker that it can replace."""
    global _SACRIFICIAL
    _SACRIFICIAL = True


@contextmanager
def confined(path: str, allowance: Allowance) -> Iterator[None]:
    """Run the block within its allowance; raises LimitError of `path` where it takes longer."""
    if threading.current_thread() is not threading.main_thread():
        with _watched(path, allowance.seconds):
            yield
        return
    if not hasattr(signal, "setitimer"):
        yield
        return
    former = signal.signal(signal.SIGPROF, _stop)
    bounds = _bind(allowance) if _SACRIFICIAL else []
    try:
        signal.setitimer(signal.ITIMER_PROF, allowance.seconds, AGAIN)
        yield
    except _TimeIsUp:
        raise LimitError(path, too_long(allowance.seconds)) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)
        _loosen(bounds)


@contextmanager
def _watched(path: str, seconds: float) -> Iterator[None]:
    """Bound the time of a thread that is not the main one, which no signal reaches: another looks at its clock."""
    if not hasattr(time, "pthread_getcpuclockid"):
        yield
        return
    thread = threading.get_ident()
    clock = time.pthread_getcpuclockid(thread)
    until, ended = time.clock_gettime(clock) + seconds, threading.Event()

    def watch() -> None:
        while not ended.wait(max(EVERY, until - time.clock_gettime(clock))):
            if time.clock_gettime(clock) >= until:
                _raise_in(thread, _TimeIsUp)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            ended.set()
            watcher.join()
            _raise_in(thread, None)
    except _TimeIsUp:  # in the block, or just when it had ended
        ended.set()
        watcher.join()
        _raise_in(thread, None)
        raise LimitError(path, too_long(seconds)) from None


def _raise_in(thread: int, what: type[BaseException] | None) -> None:
    """Have an exception raised in a thread at its next step; None takes back what has not been raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(what) if what else None)


def too_long(seconds: float) -> str:
    """What to say of an item that was stopped."""
    return (
        f"took more than {seconds:,.0f} seconds of the processor, as no ordinary document of its size does, and was "
        "left out. Look into it; --patience gives it more time."
    )


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TimeIsUp


def _bind(allowance: Allowance) -> list[tuple[int, tuple[int, int]]]:
    """Set the bounds that end the process; gives those that were there."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    seconds = allowance.seconds + min(GRACE, allowance.seconds)
    signal.setitimer(signal.ITIMER_REAL, WAITING * seconds)
    until = math.ceil(time.process_time() + seconds)
    return [*_lower(resource.RLIMIT_CPU, until), *_lower(resource.RLIMIT_AS, _address_space() + allowance.memory)]


def _lower(which: int, most: int) -> list[tuple[int, tuple[int, int]]]:
    soft, hard = before = resource.getrlimit(which)
    if most <= 0 or any(limit != resource.RLIM_INFINITY and limit <= most for limit in (soft, hard)):
        return []
    resource.setrlimit(which, (most, hard))
    return [(which, before)]


def _loosen(bounds: list[tuple[int, tuple[int, int]]]) -> None:
    if _SACRIFICIAL:
        signal.setitimer(signal.ITIMER_REAL, 0)
    for which, before in bounds:
        resource.setrlimit(which, before)


def _address_space() -> int:
    """Bytes that this process has mapped; far more than any has where that cannot be told."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()
    except OSError:
        return 1 << 46
