"""Attributions marked by hand in passages written for this project: genres that public corpora lack.

`cases/attributions.jsonl` is edited by hand. One passage a line: `id`, `genre`, `split` (`train`; `dev` is kept for
measuring and never trained on), `text` with its marks inline, and `marks`, which says by number what the inline marks
do not: `type` (else `speech`), `stance` (else `asserts`), `kind` (else read from the quotation marks).

    [1s Ana Lindqvist] [1q said] [1c that [2s the mayor] had [2q denied] [2c the charge]].

`s` is a speaker, `q` a cue, `c` a content, numbers are attributions; `[1s,3s …]` speaks twice. What stands in the
content of another, cue and all, has it as parent. Conventions are those of PolNeAR and of GUM's attributions: "that"
belongs to the content, auxiliaries and negations to the cue, quotation marks to neither. Some passages hold nothing at
all but words that tempt a reader.

    python -m training.cases        check all cases and count them
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from gainsay.annotations.attributions.attribution import AttributionKind, Stance
from gainsay.spans import Span

FILE = Path(__file__).with_name("cases") / "attributions.jsonl"
TYPES = ("speech", "writing", "thought", "attitude")
_KEYS = {"kind": get_args(AttributionKind), "stance": get_args(Stance), "type": TYPES}
_MARK = re.compile(r"\[((?:\d+[sqc],?)+) |\]")
_LABEL = re.compile(r"(\d+)([sqc])")
_QUOTED = re.compile("“([^“”]*)”")


class CaseError(ValueError):
    """A passage whose marks are wrong; the message names the passage."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution of a passage; spans are in the passage's text without marks."""

    id: str
    kind: str
    type: str
    stance: str
    content: tuple[Span, ...]
    marked: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    parent: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A passage with its attributions in the order of their numbers."""

    id: str
    genre: str
    split: str
    text: str
    attributions: tuple[Marked, ...]


def load(split: str | None = None, file: Path = FILE) -> list[Case]:
    """All cases, or those of `train` or `dev`; raises `CaseError` at the first wrong one."""
    lines = file.read_text(encoding="utf-8").splitlines()
    cases = [read_case(json.loads(line)) for line in lines if line.strip()]
    repeated = [id for id, count in Counter(case.id for case in cases).items() if count > 1]
    if repeated:
        raise CaseError(f"{repeated[0]}: two passages have this id")
    return [case for case in cases if split in (None, case.split)]


def read_case(record: dict[str, Any]) -> Case:
    """One line of the file as a case.

    >>> case = read_case({"id": "x", "genre": "diary", "split": "dev", "text": "[1s Ada] [1q says] [1c it rains]."})
    >>> case.text, case.attributions[0].content[0].of(case.text)
    ('Ada says it rains.', 'it rains')
    """
    id = record["id"]
    if record["split"] not in ("train", "dev"):
        raise CaseError(f"{id}: split is neither train nor dev")
    text, spans = _unmark(id, record["text"])
    said = record.get("marks", {})
    for number, keys in said.items():
        wrong = [key for key, value in keys.items() if value not in _KEYS.get(key, ())]
        if number not in spans or wrong:
            raise CaseError(f"{id}: marks of {number} name an attribution or a value that does not exist")
    found = []
    for number in sorted(spans, key=int):
        roles = spans[number]
        if not roles["c"]:
            raise CaseError(f"{id}: attribution {number} has no content")
        keys = said.get(number, {})
        kind = keys.get("kind") or _kind(text, roles["c"])
        found.append(
            Marked(
                number,
                kind,
                keys.get("type", "speech"),
                keys.get("stance", "asserts"),
                roles["c"],
                _quoted(text, kind, roles["c"]),
                roles["s"],
                roles["q"],
                _parent(number, spans),
            )
        )
    return Case(id, record["genre"], record["split"], text, tuple(found))


def _unmark(id: str, marked: str) -> tuple[str, dict[str, dict[str, tuple[Span, ...]]]]:
    """The text without its marks, and attribution → role → spans."""
    text = ""
    last = 0
    opened: list[tuple[str, int]] = []
    spans: dict[str, dict[str, tuple[Span, ...]]] = {}
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() != "]":
            opened.append((match.group(1), len(text)))
            continue
        if not opened:
            raise CaseError(f"{id}: a mark is closed that was not opened")
        labels, start = opened.pop()
        span = Span(start, len(text))
        if not span.length or span.trim(text) != span:
            raise CaseError(f"{id}: {labels} is empty or has blanks at its edges")
        for number, role in _LABEL.findall(labels):
            roles = spans.setdefault(number, {"s": (), "q": (), "c": ()})
            roles[role] = tuple(sorted((*roles[role], span)))
    text += marked[last:]
    if opened or "[" in text or "]" in text:
        raise CaseError(f"{id}: a mark is not closed, or not a mark")
    return text, spans


def _kind(text: str, content: tuple[Span, ...]) -> str:
    if all(text[s.start - 1 : s.start] == "“" and text[s.end : s.end + 1] == "”" for s in content):
        return "direct"
    return "mixed" if any(_QUOTED.search(span.of(text)) for span in content) else "indirect"


def _quoted(text: str, kind: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    if kind == "direct":
        return content
    found = (match for span in content for match in _QUOTED.finditer(text, *span))
    return tuple(Span(*match.span(1)) for match in found)


def _parent(number: str, spans: dict[str, dict[str, tuple[Span, ...]]]) -> str | None:
    """The smallest other attribution whose content holds content and cue of this one."""
    own = (*spans[number]["c"], *spans[number]["q"])
    holders = [
        (sum(span.length for span in roles["c"]), other)
        for other, roles in spans.items()
        if other != number and all(any(span.contains(part) for span in roles["c"]) for part in own)
    ]
    return min(holders)[1] if holders else None


def counts(cases: list[Case]) -> Iterator[str]:
    """What there is, as lines for a person."""
    marked = [one for case in cases for one in case.attributions]
    without = sum(not case.attributions for case in cases)
    yield f"{len(cases)} passages, {len(marked)} attributions, {without} passages with none"
    yield f"nested {sum(one.parent is not None for one in marked)}"
    for name in ("kind", "type", "stance"):
        yield f"{name}: " + ", ".join(
            f"{v} {n}" for v, n in Counter(getattr(one, name) for one in marked).most_common()
        )
    yield "genre: " + ", ".join(f"{v} {n}" for v, n in sorted(Counter(case.genre for case in cases).items()))


if __name__ == "__main__":
    print("\n".join(counts(load())))
