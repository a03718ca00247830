"""Trains the order in which a reader looks at unsure pairs, and writes `matters/dispute_model.json`.

    python -m training.disputes

From the disputes marked in whole articles: the news of the development gold, and the open part of the marks in BASIL.
Every candidate pair of two claims is an example, one that lies across two sides of a dispute a good one. Only weights
of named features leave this script. What it is worth on events that nobody wrote a rule with:
`python -m benchmarks.accuracy.press`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.accuracy import funnel, marks
from benchmarks.accuracy.scoring import NEWS_EVENTS, SHARED

from gainsay.documents import Document, find_files, read_file
from gainsay.edition.document import annotate, conclude
from gainsay.edition.reading import Reading
from gainsay.encoder import WEIGHTS, Encoder
from gainsay.entities import resolve_edition
from gainsay.judging.doubtful import NEAR
from gainsay.matters import Comparable, two_voices
from gainsay.matters.blocking import candidate_pairs
from gainsay.matters.features import Features, features
from gainsay.matters.likeness import likeness, profile
from gainsay.matters.nearness import candidates, rows
from gainsay.matters.subjects.kin import Kin
from gainsay.matters.vectors import cosine
from training.logistic import fit

TARGET = Path(__file__).parents[1] / "src/gainsay/matters/dispute_model.json"

# From a tenth of it to four times as much the order is as good.
RIDGE = 400.0
# All disputes together weigh an eighth of the other pairs; one with many pairs by their square root.
SHARE = 1 / 8
FEWEST = 8

Pair = marks.Pair


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate pair: its features, and the number of the dispute that it lies across, None for no dispute."""

    features: Features
    dispute: tuple[str, int] | None


def examples(name: str, readings: Sequence[Reading], disputes: Sequence[set[Pair]]) -> Iterator[Example]:
    """The candidate pairs of one event."""
    number = {pair: (name, n) for n, pairs in enumerate(disputes) for pair in sorted(pairs)}
    referents = [r for reading in readings for r in reading.resolution.referents]
    entity_of = {link.referent: entity.id for entity in resolve_edition(referents) for link in entity.links}
    kin = Kin({reading.document.id: reading.subject for reading in readings})
    vectors = {reading.document.id: reading.vectors for reading in readings}
    for a, b in _pairs(readings, entity_of):
        one, other = (vectors[c.document].meaning(c.span) for c in (a, b))
        meaning = cosine(one, other) if one and other else 0.0
        if meaning >= NEAR:
            if a.document != b.document:
                kin.look_at(a.document, {b.document})
            like = likeness(
                profile(a, entity_of), profile(b, entity_of), kin.of(a.document, b.document), round(meaning, 3)
            )
            pair = min(a.statement, b.statement), max(a.statement, b.statement)
            yield Example(features(a, b, like, kin.cast(a.document, b.document)), number.get(pair))


def _pairs(readings: Sequence[Reading], entity_of: dict[str, str]) -> Iterable[tuple[Comparable, Comparable]]:
    claims = [c for reading in readings for c in reading.comparables if c.kind == "claim"]
    told = {
        reading.document.id: rows([(s.id, s.span.start, s.terms) for s in reading.statements], reading.vectors)
        for reading in readings
    }
    near = list(candidates(told, {reading.document.id: reading.subject for reading in readings}))
    across = [pair for pair in candidate_pairs(claims, entity_of, near=near) if pair[0].document != pair[1].document]
    return [*across, *two_voices(claims)]


def collections() -> Iterator[tuple[str, list[Reading], list[set[Pair]]]]:
    """Events with their readings and the pairs of each of their disputes."""
    encoder = Encoder()
    gold = SHARED / "gold" / "news"
    for event in NEWS_EVENTS:
        folder = gold / "texts" / event
        named = {Path(p).stem: conclude(annotate(read_file(folder, p), encoder)) for p in find_files(folder)}
        yield event, list(named.values()), [marks.across(found) for _, found in funnel.disputes(gold, named)]
    for one in marks.events():
        if one.part == "open":
            read = {
                key: conclude(annotate(Document(key, f"{key}.txt", "0" * 64, "text/plain", text, "en"), encoder))
                for key, text in one.articles.items()
            }
            statements = {key: reading.statements for key, reading in read.items()}
            yield one.id, list(read.values()), [marks.across(mark.positions(statements)) for mark in one.marks]


def trained(found: Sequence[Example]) -> dict[str, object]:
    """The model as it is written down."""
    counted = Counter(name for example in found for name in example.features if example.dispute)
    # Without products of two features: beyond what the examples hold they run away.
    names = sorted(name for name, count in counted.items() if count >= FEWEST and "×" not in name)
    plain = np.array([[example.features.get(name, 0.0) for name in names] for example in found])
    spread = plain.std(0) + 1e-6
    inputs = np.hstack([np.ones((len(found), 1)), (plain - plain.mean(0)) / spread])
    right = np.array([float(example.dispute is not None) for example in found])
    sizes = Counter(example.dispute for example in found)
    often = np.array([1.0 if example.dispute is None else sizes[example.dispute] ** -0.5 for example in found])
    often[right == 1] *= SHARE * (right == 0).sum() / often[right == 1].sum()
    solved = fit(inputs, right, RIDGE, often, free=1)
    weights = solved[1:] / spread
    intercept = float(solved[0] - plain.mean(0) @ weights)
    return {
        "relations": ["dispute", "none"],
        "intercept": [round(intercept, 4), 0.0],
        "weights": {name: [round(float(w), 4), 0.0] for name, w in zip(names, weights, strict=True)},
    }


def main() -> int:
    """Exit code 0; says so where the data or the model is missing."""
    if not marks.ARTICLES.is_file() or not (WEIGHTS / "encoder.onnx").is_file():
        print("nothing trained: the corpora (../shared) or the model are not on this machine")
        return 0
    found = [example for name, readings, disputes in collections() for example in examples(name, readings, disputes)]
    TARGET.write_text(json.dumps(trained(found), indent=0) + "\n", encoding="utf-8")
    print(
        f"{len(found):,} pairs, {sum(e.dispute is not None for e in found):,} of them across a dispute → {TARGET.name}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
