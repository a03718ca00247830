"""What a place that holds an edition can do: a file, or a database of a server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection, Engine

from gainsay.errors import EditionError


@dataclass(frozen=True, slots=True)
class State:
    """What stands at an address: nothing yet, an edition (with the number of its format), or something else."""

    empty: bool
    ours: bool
    version: int = 0


class Place(Protocol):
    """Opening it, and what its errors mean to a person."""

    engine: Engine

    def state(self, connection: Connection) -> State:
        """What stands there."""

    def mark(self, connection: Connection) -> None:
        """Mark it as an edition of this program's format."""

    def ready(self) -> None:
        """Called when the edition is known to be one, before it is written."""

    def finish(self, connection: Connection) -> None:
        """Called at the end of each transaction that writes."""

    def meaning(self, error: BaseException) -> EditionError | None:
        """The error of ours that says what a database's error means; None for faults of ours."""

    def written(self) -> tuple[int, ...]:
        """Changes whenever the edition is written."""

    def faults(self, connection: Connection, *, quick: bool = False) -> list[str]:
        """What the database itself finds wrong with what it keeps."""

    def compact(self) -> None:
        """Put in order what much writing left behind, as far as nobody is in the way."""

    def missing(self) -> EditionError:
        """There is nothing at the address."""

    def strange(self) -> EditionError:
        """What is there is not an edition."""
