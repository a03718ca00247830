"""Where what a cue reports begins and ends: what the cue points to, weighed against the tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from gainsay.encoder import Encoding

Run = tuple[int, int]
"""Pieces of an encoding: (first, last + 1)."""

# How far from where the tags end a content may be drawn, in pieces.
FARTHEST = 300
# What the tags of one piece weigh beside the two pointers: neighbouring tags say nearly the same, so they count little.
_TAG_WEIGHT = 0.1
# No single tag and no pointer decides alone (log odds, log probability).
_TAG_BOUND, _POINTER_BOUND = 8.0, -6.0


def mended(encoding: Encoding, told: Sequence[Run], cue: Run, holes: Sequence[Run], others: Sequence[Run]) -> list[Run]:
    """The parts `told` of one content with its first and last piece where both the pointers of its cue and the tags
    would have them.

    `holes` (the cue, the speaker) and `others`, the contents of other cues, are not drawn in. Both ends are found at
    once over sums of the tags' log odds, so the cost grows with the length of the content.
    """
    first, last = told[0], told[-1]
    low, high = _room(encoding, first, last, [*holes, *others])
    pieces, asking = np.arange(low, high), np.array([cue[0]])
    starts, ends = (
        np.maximum(encoding.pointing(pointer, asking, pieces)[0, :-1], _POINTER_BOUND)
        for pointer in ("cue-start", "cue-end")
    )
    sums = _TAG_WEIGHT * np.concatenate([[0.0], np.cumsum(_inside(encoding, low, high, holes))])
    start = low + int((starts - sums[:-1])[: first[1] - low].argmax())
    parts = [(start, first[1]), *told[1:]]
    begin = parts[-1][0]
    end = begin + int((ends + sums[1:])[begin - low :].argmax()) + 1
    parts[-1] = (begin, end)
    return parts


def _room(encoding: Encoding, first: Run, last: Run, around: Sequence[Run]) -> tuple[int, int]:
    """Between which pieces a content may lie: in its paragraphs, up to its neighbours."""
    low = max(encoding.paragraphs[encoding.paragraph_of[first[0]]][0], first[0] - FARTHEST)
    high = min(encoding.paragraphs[encoding.paragraph_of[last[1] - 1]][1], last[1] + FARTHEST)
    low = max([low, *(end for _, end in around if end <= first[0])])
    high = min([high, *(start for start, _ in around if start >= last[1])])
    return low, high


def _inside(encoding: Encoding, low: int, high: int, holes: Sequence[Run]) -> npt.NDArray[np.float64]:
    """Log odds that each piece belongs to a content; 0 in the holes."""
    scores = encoding.likelihoods["content"][low:high].astype(np.float64)
    odds = np.clip(np.logaddexp(scores[:, 1], scores[:, 2]) - scores[:, 0], -_TAG_BOUND, _TAG_BOUND)
    for start, end in holes:
        odds[max(0, start - low) : max(0, end - low)] = 0
    return np.asarray(odds)
