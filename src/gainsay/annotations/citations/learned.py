"""The parts of a reference, by a small tagger trained on references in many styles (see `training/references.py`).

Weights are whole numbers and features are hashed by arithmetic on whole numbers: the same reference gives the same
parts on any machine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zlib import crc32

from gainsay.spans import Span

if TYPE_CHECKING:
    import numpy as np

    Rows = np.ndarray[Any, np.dtype[np.int64]]

PARTS = ("author", "title", "container", "date", "place", "publisher", "pages", "volume", "editor", "archive", "other")
# Each part has a label for its first word and one for the others, so that two titles in a row stay two.
LABELS = tuple(f"{start}{part}" for part in PARTS for start in ("", "+"))
BITS = 15
# Longer references are cut: the tail of a note is discussion.
LONGEST = 160
# References decoded at once; more would only wait for the longest among them.
_TOGETHER = 64

TOKEN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d+|[^\w\s]|_+")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_ROMAN = re.compile(r"[IVXLC]{1,7}|[ivxlc]{2,7}")
_OPEN, _CLOSE = frozenset("([“«‘"), frozenset(")]”»’")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reference and what it is."""

    name: str
    span: Span


def tokens(text: str) -> list[re.Match[str]]:
    """The words, numbers and marks of a reference."""
    found = []
    for token in TOKEN.finditer(text):
        found.append(token)
        if len(found) == LONGEST:
            break
    return found


@lru_cache(maxsize=50_000)
def _shape(word: str) -> str:
    if word.isdigit():
        return "Y" if _YEAR.fullmatch(word) else f"9{min(len(word), 5)}"
    if not word[0].isalpha():
        return word
    if len(word) == 1:
        return "I" if word.isupper() else "i"
    if _ROMAN.fullmatch(word):
        return "R"
    if word.isupper():
        return "XX"
    return "Xx" if word[0].isupper() else "xx"


@lru_cache(maxsize=50_000)
def _own(word: str) -> tuple[int, ...]:
    """What a word is hashed to: itself, its shape, its beginnings and its ends."""
    low = word.lower()
    return tuple(crc32(form.encode()) for form in (low, _shape(word), low[:3], low[-3:], low[-4:], low[:5]))


# Beyond both ends of a reference.
_BEFORE = [(crc32(b"^"),) * 6] * 3
# Odd 64-bit constants that spread the bits of what is combined (from splitmix64).
_SPREAD, _STEP = 0xBF58476D1CE4E5B9, 0x9E3779B97F4A7C15


def features(references: Sequence[Sequence[re.Match[str]]]) -> list[Rows]:
    """The rows of the weight table for each token: words and shapes alone and with their neighbours, and the state.

    All references at once: arrays over many tokens cost little more than over few.
    """
    import numpy as np

    own: list[tuple[int, ...]] = []
    places: list[int] = []
    for found in references:
        own += _BEFORE
        places += range(len(own), len(own) + len(found))
        own += [_own(t.group()) for t in found]
    table, at = np.array([*own, *_BEFORE], dtype=np.uint64), np.array(places)
    word = {k: table[at + k, 0] for k in (-2, -1, 0, 1, 2)}
    shape = {k: table[at + k, 1] for k in (-2, -1, 0, 1, 2, 3)}
    states = [state for found in references for state in _states(found)]
    state, first, last, commas, tenth, years, glued = np.array(states, dtype=np.uint64).T
    combined = (
        *((table[at, k],) for k in range(6)),
        *((word[k],) for k in (-1, 1, -2, 2)),
        (shape[-2], shape[-1], shape[0]),
        (shape[0], shape[1], shape[2]),
        (shape[-1], shape[0], shape[1]),
        (shape[-1], word[0], shape[1]),
        (shape[1], shape[2], shape[3]),
        (state, shape[0]),
        (first, shape[0]),
        (last, shape[0]),
        (commas, years, shape[0]),
        (word[-1], word[0]),
        (glued, shape[0], years),
        (tenth, years),
    )
    rows = _spread(combined)
    ends = np.cumsum([len(found) for found in references])
    return np.split(rows, ends[:-1])


def _spread(combined: Sequence[tuple[Any, ...]]) -> Rows:
    """Each combination of columns hashed to rows of the weight table: an array of tokens × combinations."""
    import numpy as np

    rows = np.empty((len(combined), len(combined[0][0])), dtype=np.uint64)
    for salt, columns in enumerate(combined):
        total = columns[0] + np.uint64(salt + 1) * np.uint64(_STEP >> 8)
        for column in columns[1:]:
            total = (total ^ (total >> np.uint64(29))) * np.uint64(_STEP) + column
        rows[salt] = total
    rows = (rows ^ (rows >> np.uint64(30))) * np.uint64(_SPREAD)
    return (rows >> np.uint64(64 - BITS)).T.astype(np.int64)


def _states(found: Sequence[re.Match[str]]) -> list[tuple[int, ...]]:
    """For each token: open marks, place from both ends, marks and years so far, whether it is glued to the last."""
    states: list[tuple[int, ...]] = []
    commas, years, quoted, depth, end, n = 0, 0, 0, 0, -1, len(found)
    for i, token in enumerate(found):
        word = token.group()
        if word in _OPEN or (word == '"' and not quoted):
            quoted, depth = quoted + (word not in "(["), depth + (word in "([")
        state = 2 * min(quoted, 1) + min(depth, 1)
        tenth = 10 * i // n
        states.append(
            (state, min(i, 6), min(n - i, 5), min(commas, 4), tenth, min(years, 1), int(end == token.start()))
        )
        if word in _CLOSE or (word == '"' and quoted):
            quoted, depth = max(0, quoted - (word not in ")]")), max(0, depth - (word in ")]"))
        commas += word in ",.;:"
        years += _YEAR.fullmatch(word) is not None
        end = token.end()
    return states


@dataclass(frozen=True)
class Weights:
    """Features × labels, and label × label for neighbours; the last row is the start."""

    emission: Rows
    transition: Rows


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The trained weights, read once from the package."""
    import numpy as np

    with files("gainsay.annotations.citations").joinpath("references.npz").open("rb") as file, np.load(file) as table:
        return Weights(table["emission"].astype(np.int64), table["transition"].astype(np.int64))


def decode(references: Sequence[Rows], trained: Weights) -> list[list[int]]:
    """The best sequence of labels for each reference (Viterbi), references of like length together."""
    order = sorted(range(len(references)), key=lambda i: len(references[i]))
    paths: list[list[int]] = [[] for _ in references]
    for start in range(0, len(order), _TOGETHER):
        chunk = order[start : start + _TOGETHER]
        for i, path in zip(chunk, _decode([references[i] for i in chunk], trained), strict=True):
            paths[i] = path
    return paths


def _decode(references: Sequence[Rows], trained: Weights) -> list[list[int]]:
    import numpy as np

    n, longest = len(LABELS), len(references[-1])
    count = len(references)
    scores = np.zeros((longest, count, n), dtype=np.int64)
    for i, rows in enumerate(references):
        scores[: len(rows), i] = trained.emission[rows].sum(axis=1)
    # Turned, so that the labels that a label may follow lie side by side.
    moves = np.ascontiguousarray(trained.transition[:n].T)
    best = scores[0] + trained.transition[n]
    back = np.zeros((longest, count, n), dtype=np.int64)
    bests = np.zeros((longest, count, n), dtype=np.int64)
    bests[0] = best
    for step in range(1, longest):
        reached = best[:, None, :] + moves
        back[step] = reached.argmax(axis=2)
        best = reached.max(axis=2) + scores[step]
        bests[step] = best
    return [_path(back[:, i], bests[len(rows) - 1, i], len(rows)) for i, rows in enumerate(references)]


def _path(back: Rows, best: Rows, length: int) -> list[int]:
    label = int(best.argmax())
    path = [label]
    for step in back[length - 1 : 0 : -1].tolist():
        label = step[label]
        path.append(label)
    return path[::-1]


def find_parts(texts: Sequence[str]) -> list[list[Part]]:
    """The parts of each reference in the order of its text.

    >>> text = "A. Moe, The Quay Strike, Port Adair 1934, p. 3"
    >>> [(p.name, p.span.of(text)) for p in find_parts([text])[0]][0]
    ('author', 'A. Moe,')
    """
    found = [tokens(text) for text in texts]
    filled = [one for one in found if one]
    paths = iter(decode(features(filled), weights()) if filled else ())
    return [_parts(one, next(paths)) if one else [] for one in found]


def _parts(found: Sequence[re.Match[str]], path: Sequence[int]) -> list[Part]:
    parts: list[Part] = []
    for token, label in zip(found, path, strict=True):
        name = PARTS[label // 2]
        if parts and label % 2 and parts[-1].name == name:
            parts[-1] = Part(name, Span(parts[-1].span.start, token.end()))
        else:
            parts.append(Part(name, Span(token.start(), token.end())))
    return parts
