"""Where the disputes of the gold are lost on their way to a matter, and which are found.

    python -m benchmarks.accuracy.funnel [--each]

One edition for each event of the news, and the history texts with gold. A dispute is lost where its statements are not
made (`no statement`), where one statement of ours holds two of its sides (`one statement`), where no pair across its
sides is a candidate (`no candidate`; `in one document` where all its pairs lie within one), where no candidate pair is
related (`not related`), or where a relation makes no disputed matter with the two on different sides (`no matter`).
`--each` names every dispute with its step. `arguable` ones are left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.accuracy.candidates import touching
from benchmarks.accuracy.marks import across
from benchmarks.accuracy.scoring import NEWS_EVENTS, SEEDS_SCORED, SHARED
from gainsay.documents import find_files, read_file
from gainsay.edition.document import annotate, conclude
from gainsay.edition.reading import Reading
from gainsay.encoder import WEIGHTS, Encoder
from gainsay.entities import resolve_edition
from gainsay.matters import DISPUTED, Context, Matter, assemble, relate
from gainsay.matters.blocking import candidate_pairs
from gainsay.matters.nearness import candidates, rows

STEPS = ("found", "no matter", "not related", "no candidate", "in one document", "one statement", "no statement")
Pair = tuple[str, str]
Positions = list[set[str]]


class Compared:
    """Documents read and compared together: candidate pairs, related pairs, disputed matters, by statements."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        entities = resolve_edition([r for reading in readings for r in reading.resolution.referents])
        entity_of = {link.referent: entity.id for entity in entities for link in entity.links}
        names = {entity.id: entity.name for entity in entities}
        comparables = {c.id: c for reading in readings for c in reading.comparables}
        subjects = {reading.document.id: reading.subject for reading in readings}
        vectors = {reading.document.id: reading.vectors for reading in readings}
        points = {
            reading.document.id: rows([(s.id, s.span.start, s.terms) for s in reading.statements], reading.vectors)
            for reading in readings
        }
        near = list(candidates(points, subjects))
        relations = relate(comparables.values(), entity_of, None, subjects, near, vectors.__getitem__)
        brought = candidate_pairs(comparables.values(), entity_of, near=near)
        self.candidates = {_pair(a.statement, b.statement) for a, b in brought}
        self.related = {_pair(comparables[r.a].statement, comparables[r.b].statement) for r in relations}
        self.disputed = [
            m for m in assemble(relations, comparables, Context(entity_of, names)) if m.verdict in DISPUTED
        ]
        self.document_of = {s.id: s.document for reading in readings for s in reading.statements}

    def step(self, positions: Positions) -> str:
        """Where a dispute with these positions (our statements that touch each) is lost, or `found`."""
        if sum(map(bool, positions)) < 2:
            return "no statement"
        pairs = across(positions)
        if not pairs:
            return "one statement"
        if any(sets_apart(matter, positions) for matter in self.disputed):
            return "found"
        if pairs & self.related:
            return "no matter"
        if pairs & self.candidates:
            return "not related"
        alone = all(self.document_of[a] == self.document_of[b] for a, b in pairs)
        return "in one document" if alone else "no candidate"


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def sets_apart(matter: Matter, positions: Positions) -> bool:
    """Whether different statements on different sides touch different positions."""
    hits = [
        (side, statement, position)
        for side, one in enumerate(matter.sides)
        for statement in one.statements
        for position, touched in enumerate(positions)
        if statement in touched
    ]
    return any(all(x != y for x, y in zip(a, b, strict=True)) for a, b in combinations(hits, 2))


def disputes(gold: Path, named: Mapping[str, Reading]) -> Iterator[tuple[dict[str, Any], Positions]]:
    """The disputes of a gold file that lie within these documents, with our statements for each position."""
    for line in (gold / "disputes.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        sides = [[s for s in side["statements"] if s["document"] in named] for side in item["sides"]]
        if not item.get("arguable") and sum(map(bool, sides)) > 1:
            yield item, [{i for place in side for i in touching(named, place)} for side in sides]


def collections() -> Iterator[tuple[str, Path, Path, Iterable[str] | None]]:
    """Name, folder of texts, folder of gold, and the gold's documents in it (None: all, by their file names)."""
    yield "history", SHARED / "seeds", SHARED / "gold" / "seeds", SEEDS_SCORED
    for event in NEWS_EVENTS:
        yield f"news {event}", SHARED / "gold" / "news" / "texts" / event, SHARED / "gold" / "news", None


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0; says so where the data or the model is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", action="store_true")
    options = parser.parse_args(arguments)
    if not (SHARED / "gold").is_dir() or not (WEIGHTS / "encoder.onnx").is_file():
        print("funnel skipped: the development gold (../shared) or the model is not on this machine")
        return 0
    encoder = Encoder()
    print(f"{'':<10}" + "".join(f"{step:>17}" for step in STEPS))
    for name, texts, gold, chosen in collections():
        readings = {Path(p).stem: conclude(annotate(read_file(texts, p), encoder)) for p in find_files(texts)}
        known = [*chosen] if chosen is not None else [*readings]
        named = {
            d: reading for d in known for stem, reading in readings.items() if stem == d or stem.startswith(f"{d}_")
        }
        compared, counted = Compared(list(readings.values())), Counter[str]()
        for item, positions in disputes(gold, named):
            step = compared.step(positions)
            counted[step] += 1
            if options.each:
                print(f"    {item['id']:<10}{item['kind']:<12}{step}")
        print(f"{name:<10}" + "".join(f"{counted[step]:>17}" for step in STEPS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
