"""What the network is punished for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from gainsay.encoder.layout import POINTERS, pointer_columns, score_columns
from gainsay.encoder.pointers import buckets
from training.encoder.network import Network
from training.encoder.targets import MASKED, Example


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part of the loss weighs. The tags of attributions weigh most: whose statement it is decides everything
    after it. `vectors` and `order` hold sentence vectors where the model we started from put them."""

    content: float = 1.0
    name: float = 0.5
    mention: float = 0.3
    bounds: float = 0.15
    antecedent: float = 0.3
    vectors: float = 3.0
    order: float = 0.5

    @property
    def tags(self) -> dict[str, float]:
        """Layer of tags → weight."""
        return {"source": 1.0, "cue": 1.0, "content": self.content, "name": self.name, "mention": self.mention}

    @property
    def pointers(self) -> dict[str, float]:
        """Pointer → weight."""
        return {
            "cue-source": 0.3,
            "content-cue": 0.3,
            "cue-start": self.bounds,
            "cue-end": self.bounds,
            "head-start": 0.1,
            "head-end": 0.1,
            "head-antecedent": self.antecedent,
        }


# Once names and sentence vectors stand, attributions get the room.
FIRST = Weights()
AGAIN = Weights(content=1.5, name=0.3, mention=0.2, bounds=0.3, antecedent=0.2, vectors=0.8, order=0.15)
_TEMPERATURE = 0.05


def loss(
    network: Network, batch: Sequence[Example], out: tuple[Tensor, Tensor, Tensor], weights: Weights
) -> dict[str, Tensor]:
    """The parts of the loss for a batch, weighted."""
    scores, points, vectors = (part.float() for part in out)
    parts = {}
    for layer, columns in score_columns().items():
        part = _tags(layer, scores[..., columns], batch)
        if part is not None:
            parts[layer] = weights.tags[layer] * part
    for number, (name, columns) in enumerate(pointer_columns().items()):
        part = _pointer(network, number, name, points[..., columns[0]], points[..., columns[1]], batch)
        if part is not None:
            parts[name] = weights.pointers[name] * part
    part = _vectors(vectors, batch, weights)
    if part is not None:
        parts["vectors"] = part
    return parts


def _rows(batch: Sequence[Example], size: int, layer: str) -> Tensor:
    rows = np.full((len(batch), size), MASKED)
    for index, example in enumerate(batch):
        row = example.heads if layer == "mention" else example.layers[layer]
        rows[index, : len(row)] = row
    return torch.from_numpy(rows)


def _tags(layer: str, scores: Tensor, batch: Sequence[Example]) -> Tensor | None:
    goals = _rows(batch, scores.shape[1], layer)
    counted = goals != MASKED
    if not counted.any():
        return None
    each = nn.functional.cross_entropy(scores[counted], goals[counted], reduction="none")
    if layer != "name":
        return each.mean()
    weight = torch.tensor([e.name_weight for e in batch])[:, None].expand(goals.shape)[counted]
    return (each * weight).sum() / counted.sum()


def _pointer(
    network: Network, number: int, name: str, asking: Tensor, answering: Tensor, batch: Sequence[Example]
) -> Tensor | None:
    """Softmax over all pieces of the window and *nothing*; any of several goals will do."""
    links = [(b, piece, goals) for b, example in enumerate(batch) for piece, goals in example.pointers[name]]
    if not links:
        return None
    size, width = asking.shape[1], POINTERS[name]
    which = torch.tensor([b for b, _, _ in links])
    pieces = torch.tensor([piece for _, piece, _ in links])
    places = np.arange(size)[None, :] - np.arange(size)[:, None]
    near = network.near[number][torch.from_numpy(buckets(places))]
    scores = (asking @ answering.transpose(1, 2) / math.sqrt(width) + near)[which, pieces]
    lengths = torch.tensor([len(e.window.ids) for e in batch])[which]
    outside = torch.arange(size)[None, :] >= lengths[:, None]
    if name == "head-antecedent":
        outside = outside | (torch.arange(size)[None, :] >= pieces[:, None])
    scores = scores.masked_fill(outside, -1e4)
    nothing = asking @ network.nothing[number, :width] / math.sqrt(width) + network.never[number]
    scores = torch.cat([scores, nothing[which, pieces][:, None]], 1)
    wanted = torch.zeros_like(scores, dtype=torch.bool)
    for row, (_, _, goals) in enumerate(links):
        wanted[row, list(goals) or [size]] = True
    return (scores.logsumexp(1) - scores.masked_fill(~wanted, -1e9).logsumexp(1)).mean()


def _vectors(vectors: Tensor, batch: Sequence[Example], weights: Weights) -> Tensor | None:
    """Stay where the model we started from put each sentence, and keep the order of its neighbours."""
    pooled, goals = [], []
    for index, example in enumerate(batch):
        for first, last, number in example.sentences:
            if last - first >= 4:
                pooled.append(vectors[index, first:last].mean(0))
                goals.append(example.vectors[number])
    if len(pooled) < 2:
        return None
    ours = nn.functional.normalize(torch.stack(pooled), dim=1)
    theirs = torch.from_numpy(np.stack(goals)).float()
    near, wanted = ours @ ours.T / _TEMPERATURE, theirs @ theirs.T / _TEMPERATURE
    own = torch.eye(len(pooled), dtype=torch.bool)
    near, wanted = near.masked_fill(own, -1e4), wanted.masked_fill(own, -1e4)
    order = nn.functional.kl_div(near.log_softmax(1), wanted.log_softmax(1), log_target=True, reduction="batchmean")
    return weights.vectors * (1 - (ours * theirs).sum(1)).mean() + weights.order * order
