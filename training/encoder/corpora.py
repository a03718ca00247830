"""The training corpora as documents with labels on characters."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gainsay.spans import Span, Spans
from training.cases import load

# CoreNLP's types; what it calls MISC is of all kinds and says nothing.
_SILVER = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place"}
_GUM = {"person": "person", "organization": "organisation", "place": "place", "event": "event"}


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution as marked by hand. `counts` is false for one its annotator called borderline."""

    content: Spans
    source: Spans
    cue: Spans
    parent: int | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Named:
    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Meant:
    """A mention with its entity's number; `head` is the span of its head word."""

    span: Span
    head: Span
    type: str
    form: str
    entity: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with what was labelled in it: `None` where nobody looked.

    `nested` says whether attributions inside a content were marked too. `ignored` are stretches set aside.
    """

    id: str
    genre: str
    text: str
    paragraphs: Spans
    attributions: list[Told] | None = None
    nested: bool = False
    names: list[Named] | None = None
    unsure_names: list[Span] = field(default_factory=list)
    name_weight: float = 1.0
    mentions: list[Meant] | None = None
    ignored: Spans = ()
    title: str = ""


def _records(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    # Not splitlines(): the texts hold line separators that JSON does not escape.
    yield from map(json.loads, data.decode("utf-8").strip().split("\n"))


def lines_of(text: str) -> Spans:
    """The lines of a text that hold words, trimmed."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line)).trim(text)
        if span.length:
            spans.append(span)
        start += len(line)
    return tuple(spans)


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs if pair[0] < pair[1])


def polnear(folder: Path, half: str) -> Iterator[Labelled]:
    """PolNeAR with its silver names (weight 0.3: nobody checked them)."""
    silver = {r["id"]: r["entities"] for r in _records(folder / f"{half}.ner-silver.jsonl.gz")}
    for record in _records(folder / f"{half}.jsonl.gz"):
        told = [Told(_spans(a["content"]), _spans(a["source"]), _spans(a["cue"])) for a in record["attributions"]]
        entities = silver.get(record["id"])
        names = [Named(Span(s, e), _SILVER[t]) for s, e, t, _ in entities or () if t in _SILVER]
        yield Labelled(
            record["id"],
            "polnear",
            record["text"],
            lines_of(record["text"]),
            told,
            names=None if entities is None else names,
            unsure_names=[Span(s, e) for s, e, t, _ in entities or () if t == "MISC"],
            name_weight=0.3,
            ignored=_spans(record["discard"]),
            title=record["title"] or "",
        )


def gum(folder: Path, attributions: Path, half: str) -> Iterator[Labelled]:
    """GUM with names, mentions and coreference, and for some documents attributions with nesting."""
    told = {
        record["id"]: record["attributions"]
        for path in sorted(attributions.glob(f"{half}*.jsonl"))
        for record in _records(path)
    }
    for record in _records(folder / f"{half}.jsonl.gz"):
        text = record["text"]
        marked = told.get(record["id"])
        mentions = [_meant(entity, record["tokens"]) for entity in record["entities"]]
        names = [
            Named(span, _GUM.get(entity["type"], "other"))
            for entity in record["entities"]
            if entity["named"] and entity["type"] != "time" and (span := _tight(entity, record["tokens"], text))
        ]
        yield Labelled(
            record["id"],
            record["genre"],
            text,
            lines_of(text),
            None if marked is None else _nested(marked, text),
            nested=True,
            names=names,
            mentions=mentions,
            title=record["title"] or "",
        )


def cases() -> Iterator[Labelled]:
    """The passages marked for this project (`training/cases`), the half that is trained on."""
    for case in load("train"):
        number = {one.id: index for index, one in enumerate(case.attributions)}
        told = [
            Told(one.content, one.speaker, one.cue, None if one.parent is None else number[one.parent])
            for one in case.attributions
        ]
        yield Labelled(case.id, case.genre, case.text, lines_of(case.text), told, nested=True)


def _nested(marked: list[dict[str, Any]], text: str) -> list[Told]:
    number = {one["id"]: index for index, one in enumerate(marked)}
    return [
        Told(
            _with_that(_spans(one["content"]), text),
            _spans(one["speaker"]),
            _spans(one["cue"]),
            number.get(one["parent"]),
            one.get("certainty", "clear") == "clear",
        )
        for one in marked
    ]


def _with_that(content: Spans, text: str) -> Spans:
    """With a leading "that": most annotators count it in."""
    if content and text[: content[0].start].endswith(" that "):
        return (Span(content[0].start - 5, content[0].end), *content[1:])
    return content


def _meant(entity: dict[str, Any], tokens: list[Any]) -> Meant:
    head = tokens[entity["head"]]
    form = "pronoun" if head[2] == "PRON" else "name" if entity["named"] else "nominal"
    return Meant(
        Span(*entity["span"]), Span(head[0], head[1]), _GUM.get(entity["type"], "other"), form, entity["coref"]
    )


# How words hang together inside a name.
_IN_NAME = frozenset(
    ["flat", "compound", "fixed", "goeswith", "amod", "nmod", "nummod", "case", "det", "cc", "conj", "punct"]
)


def _tight(entity: dict[str, Any], tokens: list[Any], text: str) -> Span | None:
    """The name itself, without what describes it: from the first to the last proper noun that hangs on the head
    through words of the name."""
    first, last = entity["toks"]
    proper = [i for i in range(first, last) if tokens[i][3].startswith("NNP")]
    if not proper:
        return None
    anchor = entity["head"] if entity["head"] in proper else _nearest(entity["head"], proper)
    kept = [i for i in proper if _hangs(i, anchor, tokens)]
    low, high = min(kept), max(kept)
    between = range(low, high + 1)
    if any(tokens[i][2] in ("VERB", "PRON", "SCONJ") or tokens[i][3] == "," for i in between):
        low = high = anchor
        while low - 1 in proper:
            low -= 1
        while high + 1 in proper:
            high += 1
    while low > first and tokens[low - 1][6] in ("amod", "compound", "flat") and text[tokens[low - 1][0]].isupper():
        low -= 1
    return Span(tokens[low][0], tokens[high][1])


def _nearest(head: int, proper: list[int]) -> int:
    return min(proper, key=lambda i: (abs(i - head), i))


def _hangs(token: int, anchor: int, tokens: list[Any]) -> bool:
    if token == anchor:
        return True
    for start, goal in ((token, anchor), (anchor, token)):
        node = start
        for _ in range(8):
            if node < 0 or tokens[node][6].split(":")[0] not in _IN_NAME:
                break
            node = tokens[node][5]
            if node == goal:
                return True
    return False
