"""Fits the weights that tell persons, organisations and places apart (`gainsay/annotations/mentions/types.py`).

    python -m training.name_types          fits, and writes the weights
    python -m training.name_types --dry    fits, and says how well names are told apart

Learned from are the names of GUM's training texts, which the model has seen and is too sure of (they count half), and
those of the training topics of ECB+, which it has not seen. A softmax over the three types is fitted by gradient
descent with an L2 penalty. Tried and left out, since they gained nothing on the development texts: the words before
and after a name, how many words it has, the model's word at the one place beside that at the mean of all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from benchmarks.accuracy.across import named, topics
from benchmarks.accuracy.gum import texts
from benchmarks.accuracy.names import pairs

from gainsay.annotations.mentions import Mention, find_mentions
from gainsay.annotations.mentions.learned import usual_shares
from gainsay.annotations.mentions.types import TOLD_APART, traits
from gainsay.documents.document import Document
from gainsay.encoder import Encoder
from gainsay.passages import divide

MODULE = Path(__file__).parents[1] / "src" / "gainsay" / "annotations" / "mentions" / "types.py"
_PENALTY = 3.0
_STEPS = 600
_RATE = 0.3
_SEEN = 0.5  # what a name counts that the model was trained on

GUM_TYPES = {"person": "person", "organization": "organisation", "place": "place"}
ECB_TYPES = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organisation",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
    "LOC_FAC": "place",
}

Example = tuple[dict[str, float], str, float]
Array = npt.NDArray[Any]


def _read(encoder: Encoder, document: Document) -> tuple[list[Mention], dict[str, Array], str]:
    layout = divide(document)
    document = layout.document
    mentions = [m for m in find_mentions(document, layout) if m.form == "name" and m.type not in ("group", "work")]
    encodings = list(encoder.read(document.text, [p.span for p in layout.prose]))
    return mentions, usual_shares(document, mentions, encodings), document.text


def of_gum(encoder: Encoder, part: str, counts: float = 1.0) -> Iterator[Example]:
    """The names of one part of GUM that the rules find, with their right type."""
    for text in texts(part):
        mentions, usual, words = _read(encoder, text.document)
        for mention, entity in pairs(text, mentions):
            shares = usual.get(mention.span.of(words).casefold())
            if shares is not None and entity.type in GUM_TYPES:
                yield traits(shares, mention.type, mention.score), GUM_TYPES[entity.type], counts


def of_ecb(encoder: Encoder, part: str) -> Iterator[Example]:
    """The same of ECB+: the names that end where one of its mentions ends."""
    for records in topics(part).values():
        for record in records:
            document = Document(record["id"], f"{record['id']}.txt", "0", "text/plain", record["text"])
            mentions, usual, words = _read(encoder, document)
            by_end = {m.span.end: m for m in mentions}
            for mention in named(record):
                found = by_end.get(mention["spans"][-1][1])
                shares = usual.get(found.span.of(words).casefold()) if found else None
                if found and shares is not None:
                    yield traits(shares, found.type, found.score), ECB_TYPES[mention["tag"]], 1.0


def fit(examples: list[Example]) -> dict[str, Array]:
    """Trait → its weight for each of the three types."""
    columns = {trait: n for n, trait in enumerate(sorted({t for found, _, _ in examples for t in found}))}
    matrix = np.zeros((len(examples), len(columns)))
    for number, (found, _, _) in enumerate(examples):
        for trait, much in found.items():
            matrix[number, columns[trait]] = much
    right = np.eye(len(TOLD_APART))[[TOLD_APART.index(kind) for _, kind, _ in examples]]
    counts = np.array([count for _, _, count in examples])[:, None]
    weights = np.zeros((len(columns), len(TOLD_APART)))
    speed = np.zeros_like(weights)
    for _ in range(_STEPS):
        sums = matrix @ weights
        powers = np.exp(sums - sums.max(1, keepdims=True))
        gradient = matrix.T @ ((powers / powers.sum(1, keepdims=True) - right) * counts) + _PENALTY * weights
        speed = 0.9 * speed - _RATE * gradient / counts.sum()
        weights += speed
    return {trait: weights[number].round(2) for trait, number in columns.items()}


def accuracy(weights: dict[str, Array], examples: list[Example]) -> float:
    """The share of names that are told apart rightly."""
    right = 0
    for found, kind, _ in examples:
        sums = sum((weights[trait] * much for trait, much in found.items() if trait in weights), np.zeros(3))
        right += TOLD_APART[int(np.argmax(sums))] == kind
    return right / max(len(examples), 1)


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry", action="store_true", help="do not write")
    options = parser.parse_args(arguments)
    encoder = Encoder()
    weights = fit([*of_gum(encoder, "train", _SEEN), *of_ecb(encoder, "train")])
    for name, held in (("GUM", list(of_gum(encoder, "dev"))), ("ECB+", list(of_ecb(encoder, "dev")))):
        print(f"{name} dev: {accuracy(weights, held):.3f} of {len(held)} names")
    if not options.dry:
        write(weights)
    return 0


def write(weights: dict[str, Array]) -> None:
    """Put the weights into the module that reads them."""
    before, mark, rest = MODULE.read_text(encoding="utf-8").partition('_TABLE = """\n')
    lines = [" ".join([trait, *map(str, weights[trait].tolist())]) for trait in sorted(weights)]
    MODULE.write_text(before + mark + "\n".join(lines) + '\n"""' + rest.partition('"""')[2], encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
