"""Where what a cue reports begins and ends."""

import numpy as np
import pytest

from gainsay.annotations.attributions.boundaries import mended
from gainsay.annotations.attributions.learned import decode
from gainsay.encoder.layout import BUCKETS, LAYERS, POINTERS, SCORES, VECTOR, WIDTH, pointer_columns, score_columns
from gainsay.encoder.model import Encoding, Pointer

SIZE = 20
SURE = 6.0


def encoding(tags, pointing=(), paragraphs=((0, SIZE),)):
    """An encoding of twenty pieces: `tags` are (layer, first, last + 1), `pointing` (pointer, from, to)."""
    scores = np.zeros((SIZE, SCORES), dtype=np.float32)
    for layer in LAYERS:
        scores[:, score_columns()[layer].start] = SURE
    for layer, first, last in tags:
        column = score_columns()[layer].start
        scores[first:last, column] = 0
        scores[first, column + 1] = SURE
        scores[first + 1 : last, column + 2] = SURE
    points = np.zeros((SIZE, WIDTH), dtype=np.float16)
    for number, (pointer, come, to) in enumerate(pointing):
        asking, answering = pointer_columns()[pointer]
        points[come, asking.start + number] = 10
        points[to, answering.start + number] = 10
    none = -2.0
    pointers = {
        name: Pointer(np.zeros(2 * BUCKETS, np.float32), np.zeros(width), none) for name, width in POINTERS.items()
    }
    places = np.arange(SIZE, dtype=np.int32)
    return Encoding(
        starts=places * 2,
        ends=places * 2 + 1,
        quoting=np.zeros(SIZE, dtype=np.int32),
        windows=np.zeros(SIZE, dtype=np.int32),
        paragraphs=list(paragraphs),
        scores=scores,
        points=points,
        vectors=np.zeros((SIZE, VECTOR), dtype=np.float16),
        pointers=pointers,
    )


CUE = (2, 3)
CONTENT = ("content", 6, 12)


@pytest.mark.parametrize(
    ("pointing", "others", "expected"),
    [
        ([], [], (6, 12)),
        ([("cue-start", 2, 4), ("cue-end", 2, 14)], [], (4, 15)),
        ([("cue-start", 2, 7)], [], (7, 12)),
        ([("cue-end", 2, 16)], [(13, 15)], (6, 12)),
        ([("cue-start", 2, 0)], [], (6, 12)),
    ],
    ids=["tags alone", "pointers draw both ends", "pointer cuts", "not over a neighbour", "not over the cue"],
)
def test_ends(pointing, others, expected):
    read = encoding([CONTENT, *(("content", *run) for run in others)], pointing)
    assert mended(read, [CONTENT[1:]], CUE, [CUE], others) == [expected]


def test_a_content_does_not_leave_its_paragraph():
    read = encoding([CONTENT], [("cue-end", 2, 16)], paragraphs=[(0, 13), (13, SIZE)])
    assert mended(read, [CONTENT[1:]], CUE, [CUE], []) == [(6, 12)]


def test_a_stray_piece_is_no_part_of_what_is_reported():
    tags = [("cue", *CUE), CONTENT, ("content", 16, 18)]
    asked = [("content-cue", piece, 2) for piece in [*range(6, 12), 16, 17]]
    (read,) = decode(encoding(tags, asked))
    assert read.content == ((6, 12),)


def test_two_long_parts_are_one_attribution():
    tags = [("cue", 8, 9), ("content", 1, 7), ("content", 10, 17)]
    asked = [("content-cue", piece, 8) for piece in [*range(1, 7), *range(10, 17)]]
    (read,) = decode(encoding(tags, asked))
    assert read.content == ((1, 7), (10, 17))
    assert read.cue == (8, 9)
