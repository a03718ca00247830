"""Scores of tags → the likeliest legal row of tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

_NEVER = np.float32(-1e9)
_ROUNDING = 1e-3  # log probability: more than the sums of a paragraph lose


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    # The ufuncs themselves: most arrays are short, and the methods spend as long again on their arguments.
    shifted = scores - np.maximum.reduce(scores, axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.add.reduce(np.exp(shifted), axis=-1, keepdims=True)), dtype=np.float32)


def mean_row(rows: Floats) -> Floats:
    """The mean over the first axis of one row or more; as `mean(0)`, and quicker where there are few."""
    return np.asarray(np.add.reduce(rows, axis=0) / np.float32(len(rows)))


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


def likeliest(scores: Floats, paragraphs: Sequence[tuple[int, int]], tags: Sequence[str]) -> Ints:
    """The likeliest legal row of tags of each paragraph, all in one: int64 [n].

    `scores` are log probabilities [n, tags]; `paragraphs` are the (first, last + 1) rows of each, in order and without
    a gap. Wherever the likeliest tag of each piece makes a legal row, that is the likeliest row; only the stretches
    where it does not are searched.
    """
    found: Ints = scores.argmax(1)
    if not len(found):
        return found
    costs = transitions(tags)
    before = np.concatenate([[0], found[:-1]])
    before[[first for first, last in paragraphs if first < last]] = 0
    broken = np.flatnonzero(costs[before, found] < 0)
    if len(broken):
        stretches = list(_stretches(scores, paragraphs, broken.tolist(), found, tags))
        for (first, last), row in zip(stretches, _viterbi([scores[a:b] for a, b in stretches], costs), strict=True):
            found[first:last] = row
    return found


def _stretches(
    scores: Floats, paragraphs: Sequence[tuple[int, int]], broken: Sequence[int], found: Ints, tags: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """What to search around the places where a row is `broken`, each with its neighbours: up to pieces on either side
    that are outside in every likeliest row.

    To begin something new at each broken place mends a paragraph, so no likeliest row costs more than that. A piece is
    outside for sure where anything else would cost more by itself.
    """
    number = 0
    for place, group in groupby(broken, key=lambda place: bisect_right(paragraphs, place, key=itemgetter(0)) - 1):
        first, last = paragraphs[place]
        places = list(group)
        kinds = [tags.index("B" + tags[found[place]][1:]) for place in places]
        price = float((scores[places, found[places]] - scores[places, kinds]).sum()) + _ROUNDING
        margin = scores[first:last, 0] - np.maximum.reduce(scores[first:last, 1:], axis=1)
        sure = [first - 1, *(np.flatnonzero(margin > price) + first).tolist(), last]
        end = first
        for one in places:
            if one >= end:
                number = bisect_right(sure, one)
                end = sure[number]
                yield sure[number - 1] + 1, end


def _viterbi(rows: Sequence[Floats], costs: Floats) -> list[Ints]:
    """The likeliest row of tags of each of `rows` (log probabilities [n, tags]), all at once; before each stands a
    piece that is outside."""
    lengths = [len(row) for row in rows]
    longest = max(lengths)
    scores = np.zeros((len(rows), longest, len(costs)), dtype=np.float32)
    for number, row in enumerate(rows):
        scores[number, : len(row)] = row
    back = np.zeros(scores.shape, dtype=np.int8)
    best = scores[:, 0] + costs[0]
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
