"""Web Annotations (JSON-LD), our own and those of annotation platforms."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from gainsay.edition.review.decision import Kind
from gainsay.errors import UsageError
from gainsay.imports.annotation import Imported, Place
from gainsay.spans import Span

Json = dict[str, Any]

OURS = "urn:gainsay:"
KINDS: dict[str, Kind] = {
    "attribution": "attribution",
    "quotation": "attribution",
    "mention": "mention",
    "date": "date",
    "figure": "figure",
    "citation": "citation",
    "designation": "designation",
    "statement": "statement",
    "claim": "statement",
}
_RECORD = re.compile(r"[a-z]+-[0-9a-f]{16}")


def read_webanno(data: bytes) -> Iterator[Imported]:
    """The annotations of a collection, a page, a list, or one alone."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"this is no JSON ({error}).") from error
    for number, item in enumerate(_items(whole), 1):
        if isinstance(item, dict) and "Annotation" in _list(item.get("type", item.get("@type"))):
            one = _imported(item, number)
            if one.record or not one.id.startswith(OURS):  # ours of a document or of damage: of no reading
                yield one


def _items(whole: Any) -> list[Any]:
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict):
        return []
    inner = whole.get("first")
    if isinstance(inner, dict):
        whole = inner
    if "items" in whole:
        return _list(whole["items"])
    return [whole]


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _imported(item: Json, number: int) -> Imported:
    identity = str(item.get("id", item.get("@id", f"annotation {number}")))
    record = identity.removeprefix(OURS)
    bodies = [{"value": b} if isinstance(b, str) else b for b in _list(item.get("body", item.get("bodyValue")))]
    bodies = [b for b in bodies if isinstance(b, dict)]
    said: dict[str, list[str]] = {}
    for body in bodies:
        if isinstance(body.get("value"), str):
            said.setdefault(str(body.get("purpose", "commenting")), []).append(body["value"].strip())
    tags = [tag.casefold() for tag in (*said.get("tagging", ()), *said.get("classifying", ()))]
    tokens = tuple(token.strip() for tag in tags for token in tag.split(","))
    return Imported(
        id=identity,
        places=tuple(_places(item.get("target"))),
        record=record if _RECORD.fullmatch(record) and identity.startswith(OURS) else None,
        kind=next((KINDS[token] for token in tokens if token in KINDS), None),
        tokens=tokens,
        described=next(iter(said.get("describing", ())), None),
        verdict=next((token for token in tokens if token in ("accept", "reject")), None),
        comment=" ".join((*said.get("commenting", ()), *said.get("replying", ()))),
        speaker=tuple(_places([b for b in bodies if b.get("purpose") == "identifying"])),
        cue=tuple(_places([b for b in bodies if b.get("purpose") == "describing"])),
    )


def _places(targets: Any) -> Iterator[Place]:
    """The places of targets, or of bodies, that say where they are by position and by quote."""
    for target in _list(targets):
        if isinstance(target, dict) and "selector" in target:
            selectors = {s.get("type"): s for s in _list(target["selector"]) if isinstance(s, dict)}
            position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
            source = target.get("source")
            source = source.get("id") if isinstance(source, dict) else source
            yield Place(str(source), _span(position), str(quote.get("exact", "")) if quote else "")


def _span(position: Json | None) -> Span:
    """The span; one that is none has no room for words."""
    start, end = (position.get(key) if position else None for key in ("start", "end"))
    return Span(start, end) if type(start) is int and type(end) is int and 0 <= start <= end else Span(0, 0)
