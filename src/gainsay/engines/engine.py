"""What every engine offers."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What became of one item: its `value`, or the `problem` in words.

    `details` is the traceback as text, for --debug. `crashed` says that the process died with the item.
    """

    value: Result | None = None
    problem: str | None = None
    details: str = ""
    crashed: bool = False


Work: TypeAlias = Generator[tuple[Item, Outcome[Result]], None, None]
"""Items with their outcomes, as they become available; closing it stops the work."""


class Engine(Protocol):
    """Maps a function over items."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Work[Item, Result]:
        """Each item with its outcome, in the order of the items, as they become available.

        `function` must be importable by name and its items and results picklable. An item whose function fails or kills
        its process costs that item alone. Closing the iterator (Ctrl-C) stops the work.
        """
        ...
