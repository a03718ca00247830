"""The network in PyTorch: MiniLM with forms, layers of tags, pointers, and a sentence vector."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from gainsay.encoder.layout import BUCKETS, POINTERS, SCORES, WIDTH
from gainsay.encoder.pieces import FORMS

HIDDEN, HEADS, INNER, DEPTH, LONGEST = 384, 12, 1536, 6, 512


class Layer(nn.Module):
    """One transformer layer as in BERT (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None, drop: float) -> Tensor:
        batch, size, _ = x.shape
        q, k, v = self.qkv(x).view(batch, size, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm(x + self.out(mixed.transpose(1, 2).reshape(batch, size, HIDDEN)))
        inner = self.down(nn.functional.gelu(self.up(x)))
        return self.norm2(x + nn.functional.dropout(inner, drop, self.training))


class Network(nn.Module):
    """ids, forms int [b, t] → scores [b, t, SCORES], projections [b, t, WIDTH], vectors [b, t, 384]."""

    def __init__(self, vocabulary: int, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(LONGEST, HIDDEN)
        self.forms = nn.Embedding(FORMS + 1, HIDDEN)
        nn.init.zeros_(self.forms.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        self.scores = nn.Linear(HIDDEN, SCORES)
        self.points = nn.Linear(HIDDEN, WIDTH)
        self.vector = nn.Linear(HIDDEN, HIDDEN)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.near = nn.Parameter(torch.zeros(len(POINTERS), 2 * BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(len(POINTERS), max(POINTERS.values())))
        self.never = nn.Parameter(torch.zeros(len(POINTERS)))
        self.drop = drop

    def forward(self, ids: Tensor, forms: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.forms(forms)
        x = nn.functional.dropout(self.norm(x), self.drop, self.training)
        kept = None if mask is None else mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, kept, self.drop)
        return self.scores(x), self.points(x), self.vector(x)


def start_from(network: Network, weights: Path, kept: list[int]) -> None:
    """Takes over the weights of all-MiniLM-L6-v2. `kept` are the rows of its vocabulary that stay, in order."""
    old = load_file(weights)
    with torch.no_grad():
        network.words.weight.copy_(old["embeddings.word_embeddings.weight"][kept])
        kind = old["embeddings.token_type_embeddings.weight"][0]
        network.places.weight.copy_(old["embeddings.position_embeddings.weight"] + kind)
        _copy(network.norm, old, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            name = f"encoder.layer.{number}"
            parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([old[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([old[f"{part}.bias"] for part in parts]))
            _copy(layer.out, old, f"{name}.attention.output.dense")
            _copy(layer.norm, old, f"{name}.attention.output.LayerNorm")
            _copy(layer.up, old, f"{name}.intermediate.dense")
            _copy(layer.down, old, f"{name}.output.dense")
            _copy(layer.norm2, old, f"{name}.output.LayerNorm")


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(old[f"{name}.weight"])
    module.bias.copy_(old[f"{name}.bias"])
