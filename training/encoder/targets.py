"""Labels on characters → targets on the pieces of windows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gainsay.encoder.layout import LAYERS, MENTIONS, POINTERS
from gainsay.encoder.pieces import Ints, Pieces, cut
from gainsay.encoder.windows import Window, windows
from gainsay.passages.sentences import find_sentences
from gainsay.spans import Span
from training.encoder.corpora import Labelled, Meant, Told

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# What is not to be learned from: nobody looked, or it was set aside.
MASKED = -100
# A pointer's target where there is none (no source, no earlier mention).
NOTHING = -1


@dataclass(slots=True)
class Targets:
    """One document's pieces and what is to be learned of each.

    `layers`: for each layer of tags int [n]. `heads`: int [n], the kind of mention a piece heads. `pointers`: for each
    pointer a list of (from piece, to pieces); an empty tuple says: to nothing. `sentences`: (first, last + 1) pieces.
    """

    document: Labelled
    paragraphs: list[Pieces]
    starts: Ints
    ends: Ints
    layers: dict[str, Ints]
    heads: Ints
    pointers: dict[str, list[tuple[int, tuple[int, ...]]]]
    sentences: list[tuple[int, int]]


def targets(document: Labelled, tokenizer: Tokenizer) -> Targets:
    """The targets of a document."""
    paragraphs = [cut(tokenizer, document.text, span) for span in document.paragraphs]
    starts = np.concatenate([p.starts for p in paragraphs]) if paragraphs else np.zeros(0, np.int32)
    ends = np.concatenate([p.ends for p in paragraphs]) if paragraphs else np.zeros(0, np.int32)
    made = Targets(
        document,
        paragraphs,
        starts,
        ends,
        {layer: np.full(len(starts), MASKED) for layer in LAYERS},
        np.full(len(starts), MASKED),
        {pointer: [] for pointer in POINTERS},
        [],
    )
    if document.attributions is not None:
        _attributions(made, document.attributions)
    if document.names is not None:
        _names(made)
    if document.mentions is not None:
        _mentions(made, document.mentions)
    for ignored in document.ignored:
        low, high = _range(made, ignored)
        for layer in LAYERS:
            made.layers[layer][low:high] = MASKED
        made.heads[low:high] = MASKED
    for paragraph in document.paragraphs:
        for sentence in find_sentences(document.text, paragraph):
            low, high = _range(made, sentence)
            if high > low:
                made.sentences.append((low, high))
    return made


def _range(made: Targets, span: Span) -> tuple[int, int]:
    """The pieces that overlap `span`."""
    low = int(np.searchsorted(made.ends, span.start, side="right"))
    return low, max(low, int(np.searchsorted(made.starts, span.end, side="left")))


def _mark(made: Targets, layer: str, spans: Iterable[Span], begin: int = 1) -> list[int]:
    """Writes begin/inside tags; returns the first piece of each span."""
    firsts = []
    for span in spans:
        low, high = _range(made, span)
        if high > low:
            made.layers[layer][low:high] = begin + 1
            made.layers[layer][low] = begin
            firsts.append(low)
    return firsts


def _attributions(made: Targets, told: Sequence[Told]) -> None:
    for layer in ("source", "cue", "content"):
        made.layers[layer][:] = 0
    outer = [one for one in told if one.parent is None]
    if not made.document.nested:
        # Nobody marked what is reported inside a report: neither yes nor no.
        for one in outer:
            for span in one.content:
                low, high = _range(made, span)
                made.layers["source"][low:high] = made.layers["cue"][low:high] = MASKED
    for one in sorted(outer, key=lambda one: -sum(span.length for span in one.content)):
        _mark(made, "content", one.content)
    for one in told:
        sources, cues = _mark(made, "source", one.source), _mark(made, "cue", one.cue)
        _point(made, one, sources, cues)
    for one in told:
        if not one.counts:
            for layer, spans in (("source", one.source), ("cue", one.cue), ("content", one.content)):
                for span in spans:
                    low, high = _range(made, span)
                    made.layers[layer][low:high] = MASKED


def _point(made: Targets, one: Told, sources: list[int], cues: list[int]) -> None:
    ranges = [r for r in (_range(made, span) for span in one.content) if r[1] > r[0]]
    if one.parent is None:
        for low, high in ranges:
            made.pointers["content-cue"] += [(piece, tuple(cues[:1])) for piece in range(low, high)]
    if cues:
        made.pointers["cue-source"].append((cues[0], tuple(sources)))
        if ranges:
            made.pointers["cue-start"].append((cues[0], (ranges[0][0],)))
            made.pointers["cue-end"].append((cues[0], (ranges[-1][1] - 1,)))


def _names(made: Targets) -> None:
    row = made.layers["name"]
    row[:] = 0
    for span in made.document.unsure_names:
        low, high = _range(made, span)
        row[low:high] = MASKED
    taken = np.zeros(len(row), dtype=bool)
    for name in sorted(made.document.names or (), key=lambda one: (-one.span.length, one.span)):
        low, high = _range(made, name.span)
        if high > low and not taken[low:high].any():
            taken[low:high] = True
            _mark(made, "name", [name.span], LAYERS["name"].index(f"B-{name.type}"))


def _mentions(made: Targets, mentions: Sequence[Meant]) -> None:
    made.heads[:] = 0
    heads: dict[int, list[int]] = {}
    for mention in sorted(mentions, key=lambda one: (one.head, -one.span.length)):
        head, end = _range(made, mention.head)
        low, high = _range(made, mention.span)
        if end <= head or high <= low:
            continue
        made.heads[head] = MENTIONS.index(f"{mention.type}/{mention.form}")
        made.pointers["head-start"].append((head, (low,)))
        made.pointers["head-end"].append((head, (high - 1,)))
        earlier = heads.setdefault(mention.entity, [])
        if head not in earlier:
            made.pointers["head-antecedent"].append((head, tuple(earlier)))
            earlier.append(head)


@dataclass(slots=True)
class Example:
    """A window with its targets: places are those of the window, targets of pieces outside of it are left out.

    `nested`: whether reports inside reports are marked in it."""

    window: Window
    layers: dict[str, Ints]
    heads: Ints
    pointers: dict[str, list[tuple[int, tuple[int, ...]]]]
    sentences: list[tuple[int, int, int]]
    name_weight: float
    nested: bool
    vectors: Any = None


def examples(made: Targets, head: int, end: int) -> list[Example]:
    """The windows of a document. `sentences` are (first, last + 1, number in the document)."""
    found = []
    for window in windows(made.paragraphs, head, end):
        kept = window.places >= 0
        at = {int(place): index for index, place in enumerate(window.places) if place >= 0}
        layers = {}
        for layer, row in made.layers.items():
            layers[layer] = np.full(len(window.ids), MASKED)
            layers[layer][kept] = row[window.places[kept]]
        heads = np.full(len(window.ids), MASKED)
        heads[kept] = made.heads[window.places[kept]]
        found.append(
            Example(
                window,
                layers,
                heads,
                {name: list(_inside(links, at)) for name, links in made.pointers.items()},
                [(at[a], at[b - 1] + 1, n) for n, (a, b) in enumerate(made.sentences) if a in at and b - 1 in at],
                made.document.name_weight,
                made.document.nested and made.document.attributions is not None,
            )
        )
    return found


def _inside(links: Iterable[tuple[int, tuple[int, ...]]], at: dict[int, int]) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Links whose goal stands in the window too. One whose goals all stand outside teaches nothing."""
    for piece, goals in links:
        if piece in at:
            seen = tuple(at[goal] for goal in goals if goal in at)
            if seen or not goals:
                yield at[piece], seen
