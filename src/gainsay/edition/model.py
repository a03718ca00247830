"""The model that reads: which one, and where it is loaded.

`rules` reads without any model. A model is loaded once in each process that reads, and passed on from there.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

RULES = "rules"
"""The reader that needs no model."""


class Encoder(Protocol):
    """What the stages need to know of a model: `digest` is the hash of its files."""

    @property
    def digest(self) -> str: ...


@cache
def encoder(reader: str) -> Encoder | None:
    """The model of this name, loaded when this process first asks for it; None for `rules`."""
    return None


def reader_id(reader: str) -> str:
    """What an edition notes of the reader of a document: its name, and the hash of its model.

    >>> reader_id("rules")
    'rules'
    """
    return reader
