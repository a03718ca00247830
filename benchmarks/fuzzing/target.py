"""What is thrown at, and what counts as a failure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Check = Callable[[bytes], None]


class BrokenPromiseError(Exception):
    """Something came back that Gainsay says never does: a span outside its text, a fault of the server's."""


@dataclass(frozen=True)
class Target:
    """Something that takes input. `seeds` are sound inputs to damage.

    `check` tries one input: it returns, whether the input was taken or refused in words (`GainsayError`), and raises
    whatever a user must never see. `prepare` gives it, with what it needs: the example's edition, a room.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    prepare: Callable[[], Check]
    largest: int = 200_000


def promise(kept: bool, what: str) -> None:
    """Raise BrokenPromiseError unless it is kept."""
    if not kept:
        raise BrokenPromiseError(what)
