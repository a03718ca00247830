"""Sentence vectors of the model we start from: the fine-tuned one is to keep them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer

from training.encoder.network import Network, start_from
from training.encoder.targets import Targets

Vectors = dict[str, npt.NDArray[np.float16]]
_BATCH, _LONGEST = 64, 128


def sentence_vectors(documents: Sequence[Targets], start: Path, kept: Path) -> Vectors:
    """For each document one unit vector a sentence, float16 [sentences, 384]; read from `kept` where it is there."""
    vectors: Vectors = {}
    if kept.exists():
        with np.load(kept) as stored:
            vectors = {name: stored[name] for name in stored.files}
    missing = [goal for goal in documents if goal.document.id not in vectors]
    if missing:
        encode = teacher(start)
        for goal in missing:
            text = goal.document.text
            sentences = [text[goal.starts[a] : goal.ends[b - 1]] for a, b in goal.sentences]
            vectors[goal.document.id] = encode(sentences).astype(np.float16)
        np.savez(kept, **vectors)
    return vectors


class teacher:  # noqa: N801 - a function with a model in it
    """Sentences → unit vectors float32 [n, 384], as all-MiniLM-L6-v2 gives them (mean of the pieces)."""

    def __init__(self, start: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(start / "tokenizer.json"))
        self.tokenizer.enable_truncation(_LONGEST)
        self.tokenizer.no_padding()
        self.network = Network(self.tokenizer.get_vocab_size(), drop=0.0).eval()
        start_from(self.network, start / "model.safetensors", list(range(self.tokenizer.get_vocab_size())))

    @torch.inference_mode()
    def __call__(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        found = np.zeros((len(sentences), 384), dtype=np.float32)
        encoded = self.tokenizer.encode_batch(list(sentences))
        order = sorted(range(len(sentences)), key=lambda i: len(encoded[i].ids))
        for first in range(0, len(order), _BATCH):
            some = order[first : first + _BATCH]
            size = max(len(encoded[i].ids) for i in some)
            ids = torch.zeros((len(some), size), dtype=torch.long)
            mask = torch.zeros((len(some), size))
            for row, i in enumerate(some):
                ids[row, : len(encoded[i].ids)] = torch.tensor(encoded[i].ids)
                mask[row, : len(encoded[i].ids)] = 1
            with torch.autocast("cpu", torch.bfloat16):
                hidden = self.network(ids, torch.full_like(ids, self.network.forms.num_embeddings - 1), mask)[2].float()
            pooled = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            found[some] = torch.nn.functional.normalize(pooled, dim=1).numpy()
        return found
