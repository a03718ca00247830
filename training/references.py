"""Trains the tagger of references and writes `annotations/citations/references.npz`: whole numbers, no words.

    python -m training.references

An averaged structured perceptron over hashed features. Learned from: LinkedBooks train-sample (MIT), four fifths of
AnyStyle dev (BSD) and invented references (`invented.py`); the other fifth of AnyStyle and LinkedBooks validation are
measured on and never seen here.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks.accuracy.citations import CORPORA, is_held_out, records, rejoined

from gainsay.annotations.citations.learned import BITS, LABELS, PARTS, Weights, decode, features, tokens
from training.invented import invented

TABLE = Path(__file__).parents[1] / "src/gainsay/annotations/citations/references.npz"
EPOCHS = 12
SEED = 11
TIMES = 25  # each invented template

NAMES = {
    "author": "author",
    "title": "title",
    "journal": "container",
    "container-title": "container",
    "collection-title": "other",
    "date": "date",
    "year": "date",
    "location": "place",
    "publicationplace": "place",
    "publisher": "publisher",
    "pages": "pages",
    "pagination": "pages",
    "cartulation": "pages",
    "volume": "volume",
    "publicationnumber-year": "volume",
    "numbered_ref": "volume",
    "tomo": "volume",
    "editor": "editor",
    "archivalreference": "archive",
    "archive_lib": "archive",
    "registry": "archive",
    "filza": "archive",
    "box": "archive",
}
Example = tuple["np.ndarray[tuple[int, ...], np.dtype[np.int64]]", list[int]]


def examples() -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Texts with their parts."""
    for record in records(CORPORA / "linkedbooks" / "train-sample.jsonl.gz"):
        yield _rejoined(record["text"], record["components"])
    for record in records(CORPORA / "anystyle" / "dev.jsonl.gz"):
        if not is_held_out(record["id"]):
            yield record["text"], [tuple(f) for f in record["fields"]]
    yield from invented(TIMES, SEED)


def _rejoined(text: str, components: list[list[object]]) -> tuple[str, list[tuple[str, int, int]]]:
    """A record of LinkedBooks as printed. A second title is that of the container."""
    whole, parts, titled = "", [], False
    at = 0
    for name, start, end in [*components, ["", len(text), len(text)]]:
        assert isinstance(name, str) and isinstance(start, int) and isinstance(end, int)
        for piece, label in ((text[at:start], ""), (text[start:end], name)):
            if piece.strip():
                before = len(whole) + (1 if whole else 0)
                whole = rejoined(f"{whole} {piece.strip()}") if whole else rejoined(piece.strip())
                if label:
                    shown = "container" if label == "title" and titled else label
                    titled = titled or label == "title"
                    parts.append((shown, min(before, len(whole)), len(whole)))
        at = max(at, end)
    return whole, parts


def labelled(text: str, parts: list[tuple[str, int, int]]) -> Example | None:
    """Feature rows and labels of one record."""
    found = tokens(text)
    if not found:
        return None
    gold = []
    last: tuple[str, int, int] | None = None
    for token in found:
        part = next((p for p in parts if p[1] <= token.start() < p[2]), None)
        name = NAMES.get(part[0], part[0] if part[0] in PARTS else "other") if part else "other"
        follows = gold and part == last and (part is not None or gold[-1] // 2 == PARTS.index("other"))
        gold.append(2 * PARTS.index(name) + (1 if follows else 0))
        last = part
    return features([found])[0], gold


def train(data: list[Example]) -> Weights:
    """The averaged perceptron."""
    n = len(LABELS)
    emission = np.zeros((1 << BITS, n), dtype=np.int64)
    transition = np.zeros((n + 1, n), dtype=np.int64)
    emission_sum, transition_sum = np.zeros_like(emission), np.zeros_like(transition)
    order, step = list(range(len(data))), 1
    shuffle = random.Random(SEED)
    for epoch in range(EPOCHS):
        shuffle.shuffle(order)
        wrong = total = 0
        for index in order:
            rows, gold = data[index]
            path = decode([rows], Weights(emission, transition))[0]  # type: ignore[arg-type]
            total += len(gold)
            step += 1
            if path == gold:
                continue
            before = (n, n)
            for i, (told, right) in enumerate(zip(path, gold, strict=True)):
                wrong += told != right
                if told != right:
                    for sign, label in ((1, right), (-1, told)):
                        np.add.at(emission, (rows[i], label), sign)
                        np.add.at(emission_sum, (rows[i], label), sign * step)
                if (told, before[0]) != (right, before[1]):
                    for sign, label, last in ((1, right, before[1]), (-1, told, before[0])):
                        transition[last, label] += sign
                        transition_sum[last, label] += sign * step
                before = (told, right)
        print(f"epoch {epoch}: {1 - wrong / total:.4f} of tokens", flush=True)
    return Weights(emission - emission_sum / step, transition - transition_sum / step)


def main() -> int:
    """Train and write."""
    data = [e for text, parts in examples() if (e := labelled(text, parts))]
    print(len(data), "references", flush=True)
    trained = train(data)
    scale = 127 / max(np.abs(trained.emission).max(), np.abs(trained.transition).max())
    np.savez_compressed(
        TABLE,
        emission=np.rint(trained.emission * scale).astype(np.int8),
        transition=np.rint(trained.transition * scale).astype(np.int8),
    )
    print(TABLE, TABLE.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
