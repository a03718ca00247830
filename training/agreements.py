"""Trains how likely two clauses say the same, and writes `matters/agreement_model.json`.

    python -m training.agreements

From pairs of clauses of different documents that were judged by reading (`benchmarks/accuracy/marked/README.md`):
three quarters from rival reports of one event, the others from unrelated reports. Three features: how near they are
in meaning, how many words they share, and what the relation model says. Only four weights leave this script. It prints
how the pairs fare when those of their event are left out: from each bar on, how many are taken, and how many of these
are right.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.accuracy import marks
from benchmarks.accuracy.marks import touch
from benchmarks.speed.run import CORPUS

from gainsay.documents import Document
from gainsay.edition.document import annotate, conclude
from gainsay.edition.reading import Reading
from gainsay.encoder import WEIGHTS, Encoder
from gainsay.entities import resolve_edition
from gainsay.matters import Comparable
from gainsay.matters.comparing import LIKELY_AGREEMENT
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.model import agreement_features, relation_probabilities
from gainsay.matters.subjects.kin import Kin
from gainsay.matters.vectors import cosine
from gainsay.spans import Span
from training.logistic import Floats, fit

JUDGED = Path(marks.__file__).with_name("marked") / "agreements.jsonl"
TARGET = Path(__file__).parents[1] / "src/gainsay/matters/agreement_model.json"

RIDGE = 3.0
FOLDS = 8
BARS = (0.4, 0.5, LIKELY_AGREEMENT, 0.6, 0.7, 0.8)

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A judged pair: its corpus, its features, whether both say the same at least in part, and the fold of its first
    article.
    """

    corpus: str
    features: dict[str, float]
    right: bool
    fold: int


def articles() -> dict[str, str]:
    """The texts of the two corpora, by the ids of their articles."""
    found = {key: text for event in marks.events() for key, text in event.articles.items()}
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        return found | {record["id"]: record["text"] for record in map(json.loads, lines)}


def examples(judged: list[dict[str, Any]]) -> Iterator[Example]:
    """The judged pairs of which both clauses are found."""
    texts, encoder = articles(), Encoder()
    read: dict[str, Reading] = {}
    for key in sorted({place[0] for pair in judged for place in (pair["a"], pair["b"])}):
        document = Document(key, f"{key}.txt", "0" * 64, "text/plain", texts[key], "en")
        read[key] = conclude(annotate(document, encoder))
    for pair in judged:
        a, b = (_claim(read[place[0]], place) for place in (pair["a"], pair["b"]))
        if a is not None and b is not None:
            fold = zlib.crc32(_event(pair["a"][0]).encode()) % FOLDS
            found = _features(a, b, read[a.document], read[b.document])
            yield Example(pair["corpus"], found, pair["judgement"] != "different", fold)


def _event(article: str) -> str:
    """The event of an article of BASIL; any other is its own."""
    return article.rpartition("_")[0]


def _claim(reading: Reading, place: Place) -> Comparable | None:
    """The claim that shares most with a judged clause."""
    span = Span(*place[1:])
    near = [c for c in reading.comparables if c.kind == "claim" and touch(c.span, span)]
    return max(near, key=lambda c: (min(c.span[1], span[1]) - max(c.span[0], span[0]), -c.span[0]), default=None)


def _features(a: Comparable, b: Comparable, one: Reading, other: Reading) -> dict[str, float]:
    referents = [*one.resolution.referents, *other.resolution.referents]
    entity_of = {link.referent: entity.id for entity in resolve_edition(referents) for link in entity.links}
    kin = Kin({one.document.id: one.subject, other.document.id: other.subject})
    kin.look_at(a.document, {b.document})
    left, right = one.vectors.meaning(a.span), other.vectors.meaning(b.span)
    meaning = round(cosine(left, right), 3) if left and right else 0.0
    shared = likeness(profile(a, entity_of), profile(b, entity_of), kin.of(a.document, b.document), meaning)
    likely = relation_probabilities(a, b, shared, kin.cast(a.document, b.document))
    return agreement_features(shared, likely["agree"])


def trained(found: list[Example]) -> dict[str, Any]:
    """The model as it is written down."""
    names = sorted(found[0].features)
    plain, right = _rows(found, names)
    middle, spread = plain.mean(0), plain.std(0)
    solved = fit(np.hstack([np.ones((len(found), 1)), (plain - middle) / spread]), right, RIDGE, free=1)
    weights = solved[1:] / spread
    return {
        "relations": ["agree", "none"],
        "intercept": [round(float(solved[0] - middle @ weights), 4), 0.0],
        "weights": {name: [round(float(w), 4), 0.0] for name, w in zip(names, weights, strict=True)},
    }


def _rows(found: list[Example], names: list[str]) -> tuple[Floats, Floats]:
    plain = np.array([[example.features[name] for name in names] for example in found])
    return plain, np.array([float(example.right) for example in found])


def _chances(model: dict[str, Any], found: list[Example]) -> Floats:
    plain, _ = _rows(found, list(model["weights"]))
    return 1 / (1 + np.exp(-(plain @ np.array([w for w, _ in model["weights"].values()]) + model["intercept"][0])))


def report(found: list[Example]) -> None:
    """Print how the pairs fare when those of their fold are left out."""
    chance = np.zeros(len(found))
    for fold in range(FOLDS):
        within = np.array([example.fold == fold for example in found])
        if within.any():
            model = trained([example for example in found if example.fold != fold])
            chance[within] = _chances(model, [example for example in found if example.fold == fold])
    right = np.array([example.right for example in found])
    for corpus in sorted({example.corpus for example in found}):
        of = np.array([example.corpus == corpus for example in found])
        print(f"{corpus}: {int(of.sum())} pairs, {int(right[of].sum())} of them the same, at least in part")
        for bar in BARS:
            taken = of & (chance >= bar)
            print(f"  from {bar:.2f} on {int(taken.sum()):4} are taken, {int(right[taken].sum()):4} of them right")


def main() -> int:
    """Exit code 0; says so where the data or the model is missing."""
    if not marks.ARTICLES.is_file() or not (WEIGHTS / "encoder.onnx").is_file():
        print("nothing trained: the corpora (../shared) or the model are not on this machine")
        return 0
    judged = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    found = list(examples(judged))
    TARGET.write_text(json.dumps(trained(found), indent=0) + "\n", encoding="utf-8")
    report(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
