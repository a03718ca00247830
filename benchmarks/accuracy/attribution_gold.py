"""The texts of the attribution benchmark, read and divided once, with their gold.

PolNeAR (Newell et al. 2018): US political news. Stretches that its annotators set aside (`discard`) are masked on both
sides. It knows no nesting. GUM (Zeldes 2017) with attributions marked for this project: biography, court, interview,
news, speech. Own cases: `training/cases`, the development half.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from training.cases import load

from benchmarks.accuracy.attribution_scores import Gold, kind_of
from benchmarks.accuracy.scoring import SHARED
from gainsay.annotations.citations import Citation, find_citations
from gainsay.annotations.mentions import Mention, find_mentions
from gainsay.documents.document import Document
from gainsay.passages import divide
from gainsay.passages.passage import Layout
from gainsay.spans import Span

CORPORA = SHARED / "corpora"
Item = TypeVar("Item")
GUM_FILES = {"dev": ("dev",), "train": ("train.bio", "train.news", "train.spoken")}


@dataclass(frozen=True, slots=True)
class Text:
    """One text with what readers need to read it and what they should find. `masked`: not to be counted."""

    layout: Layout
    mentions: Sequence[Mention]
    citations: Sequence[Citation]
    gold: tuple[Gold, ...]
    genre: str
    masked: tuple[Span, ...] = ()


def prepared(name: str, text: str, gold: Sequence[Gold], genre: str, masked: Sequence[Span] = ()) -> Text:
    """A plain text, divided and with its names found."""
    layout = divide(Document(name, f"{name}.txt", "0", "text/plain", text))
    document = layout.document
    mentions, citations = find_mentions(document, layout), find_citations(document, layout)
    return Text(layout, mentions, citations, tuple(gold), genre, tuple(masked))


def present() -> bool:
    """Whether the corpora are on this machine."""
    return (CORPORA / "polnear").is_dir() and (CORPORA / "gum-attributions").is_dir()


def _records(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    # Not splitlines(): texts hold line separators that JSON does not escape.
    yield from map(json.loads, data.decode("utf-8").strip().split("\n"))


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(start, end) for start, end in pairs))


def _polnear_gold(text: str, records: Sequence[dict[str, Any]]) -> list[Gold]:
    return [
        Gold(
            record["id"],
            kind_of(text, _spans(record["content"])),
            _spans(record["content"]),
            _spans(record["source"]),
            _spans(record["cue"]),
        )
        for record in records
        if record["content"]
    ]


@cache
def polnear(part: str = "dev", sample: int | None = None) -> tuple[Text, ...]:
    """PolNeAR `dev` or `train`; with `sample`, so many articles spread over the part."""
    records = list(_records(CORPORA / "polnear" / f"{part}.jsonl.gz"))
    return tuple(
        prepared(r["id"], r["text"], _polnear_gold(r["text"], r["attributions"]), r["publisher"], _spans(r["discard"]))
        for r in spread(records, sample)
    )


def spread(items: list[Item], sample: int | None) -> list[Item]:
    """So many items at even distances; all without a number."""
    if not sample or sample >= len(items):
        return items
    return [items[number * len(items) // sample] for number in range(sample)]


def polnear_annotators(part: str) -> Iterator[tuple[str, list[Gold], list[Gold], tuple[Span, ...]]]:
    """Text, what one annotator marked, what another marked, and what is masked: every pair of the shared articles."""
    texts = {record["id"]: record for record in _records(CORPORA / "polnear" / f"{part}.jsonl.gz")}
    for record in _records(CORPORA / "polnear" / f"{part}.multi.jsonl.gz"):
        text, masked = texts[record["id"]]["text"], _spans(texts[record["id"]]["discard"])
        versions = [_polnear_gold(text, v["attributions"]) for _, v in sorted(record["annotations"].items())]
        for one, other in combinations(versions, 2):
            yield text, one, other, masked


@cache
def own(split: str = "dev") -> tuple[Text, ...]:
    """The cases marked by hand for this project, `dev` or `train`."""
    texts = []
    for case in load(split):
        gold = [Gold(a.id, a.kind, a.content, a.speaker, a.cue, a.parent, a.type) for a in case.attributions]
        texts.append(prepared(case.id, case.text, gold, case.genre))
    return tuple(texts)


@cache
def gum(part: str = "dev", sample: int | None = None) -> tuple[Text, ...]:
    """GUM `dev` or `train` with the attributions marked for this project."""
    texts = {record["id"]: record["text"] for record in _records(CORPORA / "gum" / f"{part}.jsonl.gz")}
    records = [r for file in GUM_FILES[part] for r in _records(CORPORA / "gum-attributions" / f"{file}.jsonl")]
    return tuple(
        prepared(r["id"], texts[r["id"]], [_gum_gold(a) for a in r["attributions"]], r["id"].split("_")[1])
        for r in spread(records, sample)
    )


def _gum_gold(record: dict[str, Any]) -> Gold:
    return Gold(
        record["id"],
        record["kind"],
        _spans(record["content"]),
        _spans(record["speaker"]),
        _spans(record["cue"]),
        record["parent"],
        record["type"],
        record["certainty"] == "clear",
    )
