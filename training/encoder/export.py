"""The shipped file: the trained network as an ONNX graph with weights of eight bits.

The graph is put together by hand from ONNX Runtime's own operators, so that it does not depend on how an exporter
takes PyTorch apart. Weights are quantised by column (embeddings by row), activations while it runs, one window at a
time: what else is read, and with how many threads, changes nothing.

Shipped is a mean of checkpoints: the second stage gains on rare genres and loses a little on news, the mean keeps both.

    python -m training.encoder.export --run DIR --out DIR [--seed N]
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from gainsay.encoder.layout import BUCKETS, POINTERS, SCORES, VECTOR, WIDTH
from training.encoder.network import DEPTH, HEADS, HIDDEN, Network

Floats = npt.NDArray[np.float32]
_MICROSOFT = "com.microsoft"
# Chosen on PolNeAR dev, GUM dev and the own cases together.
SHARES = {"again3": 0.3, "rare1": 0.15, "rare2": 0.55}


class Graph:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def embedding(self, name: str, table: Floats, rows: str) -> str:
        """A table in eight bits with a scale for each row, looked up at `rows`."""
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-12) / 127
        stored = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
        small = self.node("Gather", [self.constant(f"{name}.table", stored), rows], f"{name}.small")
        wide = self.node("Cast", [small], f"{name}.wide", to=TensorProto.FLOAT)
        scales = self.node("Gather", [self.constant(f"{name}.scales", scale.astype(np.float32)), rows], f"{name}.scale")
        return self.node("Mul", [wide, scales], f"{name}.out")

    def linear(self, name: str, weight: Floats, bias: Floats, x: str) -> str:
        """`x @ weight.T + bias`, the weight in eight bits with a scale for each column."""
        matrix = weight.T
        scale = np.maximum(np.abs(matrix).max(0), 1e-12) / 127
        stored = np.clip(np.round(matrix / scale), -127, 127).astype(np.int8)
        inputs = [
            x,
            self.constant(f"{name}.weight", stored),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(matrix.shape[1], dtype=np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", _MICROSOFT)

    def skip_norm(self, name: str, x: str, y: str, weight: Floats, bias: Floats) -> str:
        """Two nodes: ONNX Runtime's fused SkipLayerNormalization takes three times as long on CPU."""
        both = self.node("Add", [x, y], f"{name}.sum")
        inputs = [both, self.constant(f"{name}.gamma", weight), self.constant(f"{name}.beta", bias)]
        return self.node("LayerNormalization", inputs, f"{name}.out", epsilon=1e-12)


def graph_of(network: Network, weight: Floats, bias: Floats) -> onnx.ModelProto:
    """ids, forms int32 [1, t] → scores [1, t, SCORES], points [1, t, WIDTH], vectors [1, t, VECTOR].

    `weight` and `bias` are those of the head for vectors.
    """
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    weights |= {"vector.weight": weight, "vector.bias": bias}
    graph = Graph()
    words = graph.embedding("words", weights["words.weight"], "ids")
    forms = graph.embedding("forms", weights["forms.weight"], "forms")
    size = graph.node("Shape", ["ids"], "size", start=1, end=2)
    zero = graph.constant("zero", np.zeros(1, dtype=np.int64))
    places = graph.node("Slice", [graph.constant("places", weights["places.weight"]), zero, size, zero], "place.out")
    both = graph.node("Add", [words, places], "embedded")
    x = graph.skip_norm("norm", both, forms, weights["norm.weight"], weights["norm.bias"])
    for number in range(DEPTH):
        x = _layer(graph, f"layers.{number}", weights, x)
    for name, output in (("scores", "scores"), ("points", "points"), ("vector", "vectors")):
        made = graph.linear(f"{name}.head", weights[f"{name}.weight"], weights[f"{name}.bias"], x)
        graph.node("Identity", [made], output)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT32, [1, "t"]) for name in ("ids", "forms")]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "t", width])
        for name, width in (("scores", SCORES), ("points", WIDTH), ("vectors", VECTOR))
    ]
    made = helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_MICROSOFT, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=8)


def _layer(graph: Graph, name: str, weights: dict[str, Floats], x: str) -> str:
    parts = []
    for number, part in enumerate("qkv"):
        rows = slice(number * HIDDEN, (number + 1) * HIDDEN)
        weight, bias = weights[f"{name}.qkv.weight"][rows], weights[f"{name}.qkv.bias"][rows]
        parts.append(graph.linear(f"{name}.{part}", weight, bias, x))
    mixed = graph.node("MultiHeadAttention", parts, f"{name}.mixed", _MICROSOFT, num_heads=HEADS)
    out = graph.linear(f"{name}.mix", weights[f"{name}.out.weight"], weights[f"{name}.out.bias"], mixed)
    x = graph.skip_norm(f"{name}.norm", x, out, weights[f"{name}.norm.weight"], weights[f"{name}.norm.bias"])
    up = graph.linear(f"{name}.up", weights[f"{name}.up.weight"], weights[f"{name}.up.bias"], x)
    bent = graph.node("Gelu", [up], f"{name}.bent", _MICROSOFT)
    down = graph.linear(f"{name}.down", weights[f"{name}.down.weight"], weights[f"{name}.down.bias"], bent)
    return graph.skip_norm(f"{name}.norm2", x, down, weights[f"{name}.norm2.weight"], weights[f"{name}.norm2.bias"])


def settings_of(network: Network) -> dict[str, object]:
    """What is computed outside of the graph: for each pointer what it makes of distance and of *nothing*."""
    near, nothing, never = (getattr(network, name).detach().float().numpy() for name in ("near", "nothing", "never"))
    return {
        "pointers": {
            name: {
                "near": [round(float(v), 4) for v in near[number]],
                "nothing": [round(float(v), 4) for v in nothing[number, :width]],
                "never": round(float(never[number]), 4),
            }
            for number, (name, width) in enumerate(POINTERS.items())
        },
        "buckets": BUCKETS,
    }


def shortened(network: Network, teacher: Path) -> tuple[Floats, Floats]:
    """Weights and bias of the head for sentence vectors, cut to `VECTOR` dimensions.

    Those are kept in which the sentences of the training texts differ most (principal components), then turned at
    random, so that no dimension stands out and eight bits serve all of them alike.
    """
    with np.load(teacher) as stored:
        vectors = np.concatenate([stored[name] for name in stored.files]).astype(np.float32)
    _, axes = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    turn, _ = np.linalg.qr(np.random.default_rng(1).standard_normal((VECTOR, VECTOR)))
    kept = (axes[:, -VECTOR:] @ turn).T.astype(np.float32)
    weight, bias = (p.detach().float().numpy() for p in (network.vector.weight, network.vector.bias))
    return kept @ weight, kept @ bias


def mean_of(run: Path, seed: int) -> dict[str, torch.Tensor]:
    """The weighted mean of the checkpoints of a run."""
    mean: dict[str, torch.Tensor] = {}
    for name, share in SHARES.items():
        state = torch.load(run / f"seed{seed}-{name}.pt", map_location="cpu", weights_only=True)
        for key, value in state.items():
            mean[key] = mean.get(key, 0) + share * value
    return mean


def export(state: dict[str, torch.Tensor], run: Path, out: Path) -> None:
    """Writes `encoder.onnx`, `tokenizer.json` and `encoder.json` (settings and hashes) to `out`."""
    network = Network(state["words.weight"].shape[0])
    network.load_state_dict(state)
    out.mkdir(parents=True, exist_ok=True)
    model = graph_of(network, *shortened(network, run / "teacher.npz"))
    onnx.checker.check_model(model)
    (out / "encoder.onnx").write_bytes(model.SerializeToString(deterministic=True))
    vocabulary = json.loads((run / "tokenizer.json").read_text(encoding="utf-8"))
    (out / "tokenizer.json").write_text(json.dumps(vocabulary, ensure_ascii=False), encoding="utf-8")
    hashes = {n: hashlib.sha256((out / n).read_bytes()).hexdigest() for n in ("encoder.onnx", "tokenizer.json")}
    settings = {**settings_of(network), "sha256": hashes}
    (out / "encoder.json").write_text(json.dumps(settings), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="where the training wrote")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    export(mean_of(given.run, given.seed), given.run, given.out)


if __name__ == "__main__":
    main()
