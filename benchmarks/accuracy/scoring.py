"""Reads the development collections with Gainsay and scores the exports with the gold's own scorer."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import gainsay
from gainsay.exports import export

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS_SCORED = ["002", "004"]
NEWS_EVENTS = ["0", "2", "4", "6", "8"]

Scores = dict[str, Any]
"""Metric name → the scorer's Tally, Share or BCubed."""


@dataclass
class Collection:
    """The scores of one collection, the disputes its gold does not know, and what was wrong with the export."""

    name: str
    scores: Scores = field(default_factory=dict)
    unmatched: list[dict[str, Any]] = field(default_factory=list)
    broken: int = 0
    fatal: int = 0


def load_scorer() -> ModuleType:
    """The scorer as a module, from the development data."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def read_and_export(folder: Path, work: Path) -> Path:
    """Read a folder into a fresh edition and export it; returns the folder of the export."""
    work.mkdir(parents=True, exist_ok=True)
    with gainsay.read(folder, work / "edition.gainsay") as edition:
        export(edition, "jsonl", work / "export")
    return work / "export"


def added(scorer: ModuleType, left: Any, right: Any) -> Any:
    """Two scores of one metric on different documents as one: counts add up. B-cubed means do not, and are dropped."""
    if isinstance(left, scorer.Tally):
        pairs = ("right", "predicted", "found", "gold")
        return scorer.Tally(**{name: getattr(left, name) + getattr(right, name) for name in pairs})
    if isinstance(left, scorer.Share):
        return scorer.Share(left.right + right.right, left.of + right.of)
    return None


def score_collection(scorer: ModuleType, name: str, parts: list[tuple[Path, Path, list[str]]]) -> Collection:
    """Score each part (folder to read, gold, document ids) and add up."""
    collection = Collection(name)
    for folder, gold, documents in parts:
        with tempfile.TemporaryDirectory() as work:
            report = scorer.score_folders(read_and_export(folder, Path(work)), gold, documents)
        for metric, score in report.overall.items():
            known = collection.scores.get(metric)
            collection.scores[metric] = score if known is None else added(scorer, known, score)
        collection.unmatched += report.unmatched
        collection.broken += len(report.problems.broken)
        collection.fatal += len(report.problems.fatal)
    return collection


def score_everything() -> Iterator[Collection]:
    """The seeds as one edition (two of them have gold), the news one edition for each event."""
    scorer = load_scorer()
    seeds_gold = SHARED / "gold" / "seeds"
    yield score_collection(scorer, "seeds", [(SHARED / "seeds", seeds_gold, SEEDS_SCORED)])
    gold = SHARED / "gold" / "news"
    parts = []
    for event in NEWS_EVENTS:
        folder = gold / "texts" / event
        parts.append((folder, gold, sorted(f.name for f in folder.glob("*.txt"))))
    yield score_collection(scorer, "news", parts)


def digest() -> str:
    """A digest of all development data that is read: floors hold for this data only."""
    summed = hashlib.sha256()
    for folder in (SHARED / "seeds", SHARED / "gold"):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                summed.update(file.relative_to(SHARED).as_posix().encode())
                summed.update(file.read_bytes())
    return summed.hexdigest()[:16]


def value(score: Any) -> float | None:
    """What a floor is set on: F1 of a tally or of B-cubed, the value of a share."""
    return getattr(score, "f1", None) if hasattr(score, "f1") else getattr(score, "value", None)
