"""What engines of several machines have in common: batches sent ahead, taken in the order of the items.

Such an engine runs the tasks of a worker that is gone again elsewhere, by itself. Where it gives that up, because
workers go again and again, the batch is sent item by item: then whatever takes its worker along is named.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar, cast

from gainsay.engines.attempt import KILLED, attempt_each
from gainsay.engines.engine import Outcome, Work

Item = TypeVar("Item")
Result = TypeVar("Result")
Future = TypeVar("Future")

BATCH = 8
BATCHES_AHEAD = 3  # a worker: enough that none waits for the one that collects, few enough to bound the memory


class WorkerLostError(Exception):
    """The workers that had a batch are gone, as often as the engine tried."""


class Cluster(Protocol[Future]):
    """What an engine has to offer for that."""

    def workers(self) -> int:
        """How many tasks are worked on at one time."""
        ...

    def submit(self, function: Callable[..., object], *arguments: object) -> Future:
        """Have a function called somewhere."""
        ...

    def result(self, future: Future) -> object:
        """What it gave; raises WorkerLostError."""
        ...


class ClusterEngine(ABC):
    """An engine whose workers stand at an address; `batch` items are sent at once."""

    def __init__(self, address: str, batch: int = BATCH) -> None:
        self.address = address
        self.batch = batch

    @abstractmethod
    def connected(self) -> AbstractContextManager[Cluster[Any]]:
        """The cluster, for as long as it is needed; raises EngineError where there is none of use."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Work[Item, Result]:
        """See `Engine.map`."""
        if items:
            with self.connected() as cluster:
                yield from in_order(cluster, function, items, self.batch)


def in_order(
    cluster: Cluster[Future], function: Callable[[Item], Result], items: Sequence[Item], size: int = BATCH
) -> Work[Item, Result]:
    """Each item with its outcome, in the order of the items (see `Engine.map`)."""
    waiting = deque(range(0, len(items), size))
    flying: deque[tuple[Sequence[Item], Future]] = deque()
    while waiting or flying:
        while waiting and len(flying) < BATCHES_AHEAD * cluster.workers():
            at = waiting.popleft()
            some = items[at : at + size]
            flying.append((some, cluster.submit(attempt_each, function, some)))
        batch, future = flying.popleft()
        yield from zip(batch, _outcomes(cluster, function, batch, future), strict=True)


def _outcomes(
    cluster: Cluster[Future], function: Callable[[Item], Result], batch: Sequence[Item], future: Future
) -> list[Outcome[Result]]:
    try:
        return cast(list[Outcome[Result]], cluster.result(future))
    except WorkerLostError:
        if len(batch) == 1:
            return [Outcome(problem=KILLED, crashed=True)]
        alone = ([item] for item in batch)
        return [_outcomes(cluster, function, one, cluster.submit(attempt_each, function, one))[0] for one in alone]
