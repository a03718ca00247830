"""Which statements are brought together at all: recall of the gold's pairs, in a haystack of unrelated articles.

    python -m benchmarks.accuracy.candidates [--vectors FOLDER]

The news of the development gold is hidden among the articles of PolNeAR train. A pair of the gold (statements on two
sides of a dispute, or two that agree, of two documents) is kept when some statements that touch it are candidates, by
shared words (blocks) or by nearness in meaning. Beside it: how many candidates a statement has on average, in all
and in the news alone. Vectors come from the shipped model, or from a folder that holds `sentences.json` (a list of
texts) and `vectors.npy` (their rows) of another one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.accuracy.marks import touch
from benchmarks.accuracy.scoring import NEWS_EVENTS, SHARED
from gainsay.documents import find_files, read_file
from gainsay.documents.document import Document
from gainsay.edition.document import annotate, conclude
from gainsay.edition.reading import Reading
from gainsay.entities import resolve_edition
from gainsay.matters import SentenceVectors, context_vectors
from gainsay.matters.blocking import candidate_pairs
from gainsay.matters.nearness import Rows, candidates, rows
from gainsay.spans import Span

Pair = tuple[str, str]
Gold = list[tuple[str, list[set[Pair]]]]
"""Facet, and for each pair of gold statements the pairs of ours that touch it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left of the gold: the share of items with a pair, and of pairs, in all and by facet."""

    items: float
    pairs: float
    by_facet: Mapping[str, float]


def kept(gold: Gold, found: set[Pair]) -> Kept:
    """How much of the gold is among the candidates."""
    hits = [(facet, [bool(some & found) for some in pairs]) for facet, pairs in gold]
    by_facet: dict[str, list[bool]] = defaultdict(list)
    for facet, each in hits:
        by_facet[facet] += each
    every = [hit for _, each in hits for hit in each]
    shares = {facet: sum(each) / len(each) for facet, each in sorted(by_facet.items())}
    return Kept(sum(any(each) for _, each in hits) / len(hits), sum(every) / len(every), shares)


def touching(readings: Mapping[str, Reading], place: Mapping[str, Any]) -> list[str]:
    """Our statements that share half of the characters of the shorter with a statement of the gold."""
    span = Span(*place["span"])
    return [s.id for s in readings[place["document"]].statements if touch(s.span, span)]


def gold_pairs(readings: Mapping[str, Reading], name: str) -> Gold:
    """The pairs of the disputes, or of the corroborations, without those marked arguable."""
    found: Gold = []
    for line in (SHARED / "gold" / "news" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item.get("arguable"):
            continue
        sides = [side["statements"] for side in item["sides"]] if "sides" in item else [[s] for s in item["statements"]]
        pairs = [
            {_pair(x, y) for x in touching(readings, a) for y in touching(readings, b)}
            for left, right in combinations(sides, 2)
            for a in left
            for b in right
            if a["document"] != b["document"]
        ]
        if pairs:
            found.append((item.get("kind") or "agreement", pairs))
    return found


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def by_words(readings: Iterable[Reading]) -> set[Pair]:
    """Pairs of statements that share a block."""
    chosen = list(readings)
    entities = resolve_edition([r for reading in chosen for r in reading.resolution.referents])
    entity_of = {link.referent: entity.id for entity in entities for link in entity.links}
    comparables = [c for reading in chosen for c in reading.comparables]
    return {_pair(a.statement, b.statement) for a, b in candidate_pairs(comparables, entity_of)}


def by_meaning(readings: Iterable[Reading], vectors: Mapping[str, SentenceVectors]) -> set[Pair]:
    """Pairs of statements that are near."""
    points: dict[str, Rows] = {}
    subjects = {}
    for reading in readings:
        told = [(s.id, s.span.start, s.terms) for s in reading.statements]
        points[reading.document.id] = rows(told, vectors[reading.document.id])
        subjects[reading.document.id] = reading.subject
    return {_pair(a, b) for a, b in candidates(points, subjects)}


def report(readings: Sequence[Reading], vectors: Mapping[str, SentenceVectors], named: Mapping[str, Reading]) -> None:
    """Print the table; `named` are the documents of the gold, by its names for them."""
    disputes, agreements = gold_pairs(named, "disputes"), gold_pairs(named, "corroborations")
    own = {s.id for reading in named.values() for s in reading.statements}
    total = sum(len(reading.statements) for reading in readings)
    words, meaning = by_words(readings), by_meaning(readings, vectors)
    print(f"{len(readings)} documents, {total} statements, {len(disputes)} disputes, {len(agreements)} agreements")
    print(f"{'':<10}{'a statement':>12}{'in the news':>13}{'disputes':>10}{'their pairs':>13}{'agreements':>12}")
    for name, found in (("words", words), ("meaning", meaning), ("both", words | meaning)):
        news = sum((a in own) + (b in own) for a, b in found) / max(len(own), 1)
        of, agreed = kept(disputes, found), kept(agreements, found)
        print(f"{name:<10}{2 * len(found) / total:>12.1f}{news:>13.1f}", end="")
        print(f"{of.items:>10.3f}{of.pairs:>13.3f}{agreed.pairs:>12.3f}")
        print("          " + "  ".join(f"{facet} {share:.2f}" for facet, share in of.by_facet.items()))


def documents() -> Iterator[tuple[str, Document]]:
    """The news, by the gold's names, then the haystack."""
    for event in NEWS_EVENTS:
        folder = SHARED / "gold" / "news" / "texts" / event
        for path in find_files(folder):
            yield Path(path).stem, read_file(folder, path)
    with gzip.open(SHARED / "corpora" / "polnear" / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield "", Document(row["id"], f"{row['id']}.txt", "0" * 64, "text/plain", row["text"], "en")


def kept_vectors(folder: Path) -> Callable[[str], np.ndarray[Any, Any] | None]:
    """Text → vector, as another model gave them."""
    texts = json.loads((folder / "sentences.json").read_text(encoding="utf-8"))
    number_of = {text: number for number, text in enumerate(texts)}
    found = np.load(folder / "vectors.npy")
    return lambda text: found[number_of[text]].astype(np.float32) if text in number_of else None


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; says so where the data or the model is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", type=Path, metavar="FOLDER")
    options = parser.parse_args(arguments)
    encoder = None
    if not (SHARED / "corpora" / "polnear").is_dir():
        print("candidates skipped: the corpora (../shared) are not on this machine")
        return 0
    if options.vectors is None:
        from gainsay.encoder import WEIGHTS, Encoder

        if not (WEIGHTS / "encoder.onnx").is_file():
            print("candidates skipped: no model is shipped, and no --vectors are given")
            return 0
        encoder = Encoder()
    of_text = kept_vectors(options.vectors) if options.vectors else None
    readings, vectors, named = [], {}, {}
    for name, document in documents():
        reading = conclude(annotate(document, encoder))
        text = reading.document.text
        readings.append(reading)
        vectors[reading.document.id] = reading.vectors
        if of_text:
            vectors[reading.document.id] = context_vectors(
                reading.layout, lambda span, text=text: of_text(span.of(text))
            )
        if name:
            named[name] = reading
    report(readings, vectors, named)
    return 0


if __name__ == "__main__":
    sys.exit(main())
