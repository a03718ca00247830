"""Loading the shipped model and running it over a document."""

from __future__ import annotations

import hashlib
import json
import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gainsay.encoder.layout import POINTERS, SCORES, VECTOR, WIDTH, pointer_columns, score_columns
from gainsay.encoder.pieces import QUOTING, Ints, Pieces, cut
from gainsay.encoder.pointers import by_distance, spread
from gainsay.encoder.tags import log_softmax, mean_row
from gainsay.encoder.windows import windows
from gainsay.errors import ModelError
from gainsay.spans import Span

if TYPE_CHECKING:
    import onnxruntime
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Places = npt.NDArray[np.int64]

WEIGHTS = Path(__file__).parent / "weights"
_FILES = ("encoder.onnx", "tokenizer.json")
# Pieces encoded in one go. Only a paragraph longer than this (some 90,000 words) is cut, so that memory stays bounded.
_STRETCH = 1 << 17
_GATHERED = 1 << 13
# Sixteen bits keep this many bits less of a fraction; below the smallest normal number they have even steps, which are
# those of a number between .5 and 1 in thirty-two.
_CUT, _HALF, _KEPT = np.uint32(13), np.uint32(0xFFF), np.uint32(0xFFFFE000)
_SMALLEST, _STEPS = np.float32(2.0**-14), np.float32(0.75)
_ROOTS = {name: np.float32(np.sqrt(width)) for name, width in POINTERS.items()}


@dataclass(frozen=True)
class Pointer:
    """What a pointer adds to the product of two pieces: by distance, and for pointing to nothing."""

    near: Floats
    nothing: Floats
    never: float

    @cached_property
    def spread(self) -> Floats:
        """`near` by each distance."""
        return spread(self.near)


@dataclass(frozen=True)
class Encoding:
    """What the model says of a stretch of consecutive paragraphs, piece by piece.

    `starts`, `ends`: int32 [n], code points. `quoting`: int32 [n], outside quotation marks, inside, a mark itself
    (`pieces.OUTSIDE`, `INSIDE`, `MARK`). `windows`: int32 [n], the number of the window each was read in.
    `paragraphs`: (first, last + 1) pieces of each. `scores`: float32 [n, SCORES]; `points`: [n, WIDTH];
    `vectors`: [n, VECTOR], these two numbers of sixteen bits, whichever type holds them.
    """

    starts: Ints
    ends: Ints
    quoting: Ints
    windows: Ints
    paragraphs: list[tuple[int, int]]
    scores: Floats
    points: Floats | Halves
    vectors: Floats | Halves
    pointers: dict[str, Pointer]

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def likelihoods(self) -> dict[str, Floats]:
        """Log probabilities for each layer of tags, and for `mention`."""
        return {layer: log_softmax(self.scores[:, columns]) for layer, columns in score_columns().items()}

    def span(self, first: int, last: int) -> Span:
        """The characters of the pieces `first` … `last - 1`."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def pieces(self, span: Span) -> tuple[int, int]:
        """The pieces that overlap `span`: (first, last + 1)."""
        starts, ends = self._edges
        first = bisect_right(ends, span.start)
        return first, max(first, bisect_left(starts, span.end))

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """`starts` and `ends` once more: to look up one number, a list takes a tenth of the time of an array."""
        return self.starts.tolist(), self.ends.tolist()

    @cached_property
    def _seen(self) -> tuple[list[int], list[int]]:
        """The window and the paragraph of each piece, as lists for the same reason."""
        return self.windows.tolist(), self.paragraph_of.tolist()

    @cached_property
    def paragraph_of(self) -> Ints:
        """The number of the paragraph of each piece, int32 [n]."""
        return np.repeat(np.arange(len(self.paragraphs)), [b - a for a, b in self.paragraphs]).astype(np.int32)

    def together(self, one: int, other: int) -> bool:
        """Whether the model saw two pieces together, in a window or in one paragraph: only then may one point to the
        other."""
        windows, paragraphs = self._seen
        return windows[one] == windows[other] or paragraphs[one] == paragraphs[other]

    def together_from(self, one: int) -> int:
        """The first piece that the model saw together with `one`; so it did all between the two."""
        windows, paragraphs = self._seen
        return min(bisect_left(windows, windows[one]), self.paragraphs[paragraphs[one]][0])

    def pointing(self, name: str, come: Places, to: Places) -> Floats:
        """How likely each piece of `come` points to each of `to`, and to nothing: log probabilities [come, to + 1]."""
        asking, answering = pointer_columns()[name]
        pointer, root = self.pointers[name], _ROOTS[name]
        ask = self.points[come, asking].astype(np.float32, copy=False)
        scores = ask @ self.points[to, answering].astype(np.float32, copy=False).T / root
        scores += by_distance(pointer.spread, to[None, :] - come[:, None])
        none = (ask @ pointer.nothing / root + pointer.never)[:, None]
        return log_softmax(np.concatenate([scores, none], axis=1))

    def vector(self, span: Span) -> Floats | None:
        """A unit vector for the sentence at `span`, float32 [VECTOR]; None where no piece stands."""
        first, last = self.pieces(span)
        if last <= first:
            return None
        mean = mean_row(self.vectors[first:last].astype(np.float32, copy=False))
        return np.asarray(mean / max(float(np.sqrt(mean.dot(mean))), 1e-9), dtype=np.float32)


def encoding_at(encodings: Sequence[Encoding], place: int) -> Encoding | None:
    """Of the encodings of a document, in order, the one that holds the character `place`."""
    number = bisect_right(encodings, place, key=lambda one: int(one.starts[0])) - 1
    return encodings[number] if number >= 0 and place < int(encodings[number].ends[-1]) else None


class Encoder:
    """The shipped model. One per process; runs on one thread, since documents are read side by side.

    Raises `ModelError` if a file is missing, cut short or not the one that was shipped.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        settings = _settings(folder)
        self.pointers = {
            name: Pointer(
                np.array(one["near"], dtype=np.float32), np.array(one["nothing"], dtype=np.float32), one["never"]
            )
            for name, one in settings["pointers"].items()
        }
        self._session = _session(folder / "encoder.onnx")
        self._tokenizer = _tokenizer(folder / "tokenizer.json")
        vocabulary = self._tokenizer.get_vocab()
        self._head, self._end = vocabulary["[CLS]"], vocabulary["[SEP]"]

    def read(self, text: str, paragraphs: Sequence[Span]) -> Iterator[Encoding]:
        """Encodes the paragraphs of a document in order, in stretches that share no attribution."""
        gathered: list[Pieces] = []
        size = 0
        for paragraph in paragraphs:
            whole = cut(self._tokenizer, text, paragraph)
            for pieces in _parts(whole):
                if gathered and size + len(pieces) > _GATHERED:
                    yield self._encode(gathered)
                    gathered, size = [], 0
                if len(pieces):
                    gathered.append(pieces)
                    size += len(pieces)
        if gathered:
            yield self._encode(gathered)

    def _encode(self, paragraphs: Sequence[Pieces]) -> Encoding:
        starts = np.concatenate([p.starts for p in paragraphs])
        scores = np.zeros((len(starts), SCORES), dtype=np.float32)
        # In half the room where there are many; the numbers are the same.
        kind = np.float32 if len(starts) <= _GATHERED else np.float16
        points = np.zeros((len(starts), WIDTH), dtype=kind)
        vectors = np.zeros((len(starts), VECTOR), dtype=kind)
        seen_in = np.zeros(len(starts), dtype=np.int32)
        for number, window in enumerate(windows(paragraphs, self._head, self._end)):
            given = {"ids": window.ids[None, :], "forms": window.forms[None, :]}
            out = self._session.run(["scores", "points", "vectors"], given)
            kept = np.flatnonzero(window.places >= 0)
            # The pieces that one window reads follow each other without a gap.
            places = slice(window.places[kept[0]], window.places[kept[-1]] + 1)
            scores[places] = out[0][0, kept]
            points[places], vectors[places] = (_rounded(part[0, kept]) for part in out[1:])
            seen_in[places] = number
        bounds = np.cumsum([0, *(len(p) for p in paragraphs)]).tolist()
        ends = np.concatenate([p.ends for p in paragraphs])
        between = list(pairwise(bounds))
        quoting = np.concatenate([p.forms for p in paragraphs]) % QUOTING
        return Encoding(starts, ends, quoting, seen_in, between, scores, points, vectors, self.pointers)


def _rounded(numbers: Floats) -> Floats:
    """Rounded to the numbers of sixteen bits, as a cast would; several times as quick, and none has to be cast back."""
    bits = numbers.view(np.uint32)
    rounded = ((bits + (((bits >> _CUT) & 1) + _HALF)) & _KEPT).view(np.float32)
    small = np.flatnonzero(np.abs(numbers) < _SMALLEST)
    rounded.reshape(-1)[small] = (numbers.reshape(-1)[small] + _STEPS) - _STEPS
    return rounded


def _parts(pieces: Pieces) -> Iterator[Pieces]:
    if len(pieces) <= _STRETCH:
        yield pieces
        return
    for first in range(0, len(pieces), _STRETCH):
        some = slice(first, first + _STRETCH)
        yield Pieces(pieces.ids[some], pieces.forms[some], pieces.starts[some], pieces.ends[some])


def digest(folder: Path) -> str:
    """The hash of a model as its settings tell it, without reading the model itself.

    Raises `ModelError` if the settings are missing or damaged.
    """
    return str(_told(folder)["sha256"]["encoder.onnx"])[:16]


def _settings(folder: Path) -> dict[str, Any]:
    """The settings, after checking that each file is the one that was shipped."""
    settings = _told(folder)
    for name in _FILES:
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"{folder / name} cannot be read ({error.strerror}). {_MEND}") from error
        if found != settings["sha256"].get(name):
            raise ModelError(f"{folder / name} is damaged: it is not the file that was shipped. {_MEND}")
    return settings


def _told(folder: Path) -> dict[str, Any]:
    path = folder / "encoder.json"
    try:
        settings: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(settings["sha256"]["encoder.onnx"], str):
            raise ValueError("the hash is missing")
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}). {_MEND}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} is damaged. {_MEND}") from error
    return settings


_MEND = (
    "Install Gainsay anew (pip install --force-reinstall --no-deps gainsay), or read without the model: --reader rules."
)


def _session(path: Path) -> onnxruntime.InferenceSession:
    # From 1.29 on it reports to its makers over the network, beginning with its import, unless it is told not to.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # on Windows it would tell the system's own diagnostics
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(path))
