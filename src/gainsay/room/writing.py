"""Writing the pages of a site: by several processes where there are many, each of which has the edition at hand."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import ClassVar

Page = tuple[str, Callable[[], str]]  # where it goes, and what makes it

FEW = 400  # pages that are written sooner than another process is there
AT_ONCE = 20


def write_pages(folder: Path, pages: Sequence[Page]) -> None:
    """Write the pages below `folder`. Raises OSError where it cannot be written."""
    workers = _workers() if len(pages) > FEW else 1
    if workers > 1:
        batches = [range(at, min(at + AT_ONCE, len(pages))) for at in range(0, len(pages), AT_ONCE)]
        try:
            with ProcessPoolExecutor(
                workers, multiprocessing.get_context("fork"), _Worker.take, (folder, pages)
            ) as pool:
                for _ in pool.map(_Worker.write, batches):
                    pass
            return
        except BrokenProcessPool:  # the system took one away: there may be no memory for several
            pass
    for page in pages:
        _write(folder, page)


def _workers() -> int:
    """How many processes. They are split off this one, for what is loaded cannot be sent: not where threads run."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _write(folder: Path, page: Page) -> None:
    href, make = page
    (folder / href).write_text(make(), encoding="utf-8")


class _Worker:
    """What a process that was split off has at hand."""

    job: ClassVar[tuple[Path, Sequence[Page]]]

    @classmethod
    def take(cls, folder: Path, pages: Sequence[Page]) -> None:
        cls.job = folder, pages

    @classmethod
    def write(cls, numbers: range) -> None:
        folder, pages = cls.job
        for number in numbers:
            _write(folder, pages[number])
