"""Which reader reads: the rules alone, or the rules with the model; and where the model is loaded.

A model is loaded once in each process that reads, and is passed on from there. The process that writes the edition
needs to know only which one it is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gainsay.errors import UsageError

if TYPE_CHECKING:
    from gainsay.encoder import Encoder

RULES = "rules"
MODEL = "model"
READERS = (MODEL, RULES)


def chosen(reader: str | None) -> str:
    """The reader asked for, or the model."""
    if reader is None:
        return MODEL
    if reader not in READERS:
        raise UsageError(f"{reader}: there is no such reader. There are {' and '.join(READERS)}.")
    return reader


@cache
def encoder(reader: str) -> Encoder | None:
    """The model, loaded when this process first asks for it; None for `rules`."""
    if reader == RULES:
        return None
    from gainsay.encoder import Encoder

    return Encoder()


def reader_id(reader: str) -> str:
    """What an edition notes of the reader of a document: another one reads it anew.

    >>> reader_id("rules")
    'rules'
    """
    if reader == RULES:
        return RULES
    from gainsay.encoder import WEIGHTS, digest

    return f"{reader}-{digest(WEIGHTS)}"
