"""Scores of tags → the likeliest legal row of tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_NEVER = np.float32(-1e9)


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), dtype=np.float32)


def transitions(tags: Sequence[str]) -> Floats:
    """What a step from one tag to the next costs, float32 [from, to]: `I…` may only follow `B…` or `I…` of its kind.

    >>> transitions(("O", "B", "I")).tolist()[0][2] < -1e8
    True
    """
    costs = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for to, tag in enumerate(tags):
        if tag.startswith("I"):
            for come in range(len(tags)):
                if tags[come][1:] != tag[1:] or tags[come].startswith("O"):
                    costs[come, to] = _NEVER
    return costs


def likeliest(rows: Sequence[Floats], tags: Sequence[str]) -> list[Ints]:
    """Viterbi over each of `rows` (log probabilities [n, tags]), all at once; a row's tags as int64 [n]."""
    lengths = [len(row) for row in rows]
    longest = max(lengths, default=0)
    if not longest:
        return [np.zeros(0, dtype=np.int64) for _ in rows]
    scores = np.zeros((len(rows), longest, len(tags)), dtype=np.float32)
    for number, row in enumerate(rows):
        scores[number, : len(row)] = row
    costs = transitions(tags)
    back = np.zeros(scores.shape, dtype=np.int8)
    # Nothing stands before the first piece, so it cannot go on with anything.
    best = scores[:, 0] + costs[tags.index("O")]
    for step in range(1, longest):
        ways = best[:, :, None] + costs
        back[:, step] = ways.argmax(1)
        best = ways.max(1) + scores[:, step]
    # Steps beyond a row's end have score 0 for every tag and "outside" is always allowed: they change nothing before.
    found = np.zeros((len(rows), longest), dtype=np.int64)
    found[:, -1] = best.argmax(1)
    every = np.arange(len(rows))
    for step in range(longest - 1, 0, -1):
        found[:, step - 1] = back[every, step, found[:, step]]
    return [found[number, :length] for number, length in enumerate(lengths)]


def runs(tags: Ints, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """The stretches that a row of tags names: (first, last + 1, kind), the kind being what stands behind `B-`.

    >>> runs(np.array([0, 1, 2, 1]), ("O", "B", "I"))
    [(1, 3, ''), (3, 4, '')]
    """
    found: list[tuple[int, int, str]] = []
    for place in np.flatnonzero(tags).tolist():
        name = names[tags[place]]
        if name.startswith("I") and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1, found[-1][2])
        else:
            found.append((place, place + 1, name[2:]))
    return found
