"""What the model gives out, and where it stands in its rows."""

from __future__ import annotations

from functools import cache
from typing import Final

NAME_TYPES: Final = ("person", "organisation", "place", "event", "other")

# Layers of tags, each a row of its own, so that a speaker can stand inside a content: outside, begin, inside.
LAYERS: Final[dict[str, tuple[str, ...]]] = {
    "source": ("O", "B", "I"),
    "cue": ("O", "B", "I"),
    "content": ("O", "B", "I"),
    "name": ("O", *(f"{part}-{name}" for name in NAME_TYPES for part in "BI")),
}

# Of what a piece is the head: a mention's type and form.
MENTIONS: Final = ("none", *(f"{name}/{form}" for name in NAME_TYPES for form in ("name", "nominal", "pronoun")))

# Which piece points to which, and how wide the two vectors are that are compared.
POINTERS: Final[dict[str, int]] = {
    "cue-source": 64,  # a cue's first piece → its source's first
    "content-cue": 64,  # each piece of a content → its cue's first
    "cue-start": 64,  # a cue's first piece → the first of what it reports
    "cue-end": 64,  # … and the last
    "head-start": 32,  # a mention's head → the mention's first piece
    "head-end": 32,  # … and its last
    "head-antecedent": 96,  # a mention's head → the head of an earlier mention of the same
}

SCORES: Final = sum(len(tags) for tags in LAYERS.values()) + len(MENTIONS)
WIDTH: Final = 2 * sum(POINTERS.values())


@cache
def score_columns() -> dict[str, slice]:
    """Where each layer of tags, and `mention`, stands in a row of scores.

    >>> score_columns()["cue"]
    slice(3, 6, None)
    """
    columns, first = {}, 0
    for name, tags in (*LAYERS.items(), ("mention", MENTIONS)):
        columns[name] = slice(first, first + len(tags))
        first += len(tags)
    return columns


@cache
def pointer_columns() -> dict[str, tuple[slice, slice]]:
    """Where each pointer's asking and answering vectors stand in a row of projections."""
    columns, first = {}, 0
    for name, width in POINTERS.items():
        columns[name] = (slice(first, first + width), slice(first + width, first + 2 * width))
        first += 2 * width
    return columns


# How long a sentence vector is.
VECTOR: Final = 192

# Distances between two pieces fall in buckets, finer near by; one learned number a bucket and pointer.
BUCKETS: Final = 24
