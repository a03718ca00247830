"""What the benchmarks of names and of coreference share: GUM's texts and entities, and Gainsay's reading of a text."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.scoring import SHARED
from gainsay.documents.document import Document
from gainsay.passages import divide
from gainsay.passages.passage import Layout

GUM = SHARED / "corpora" / "gum"
PRONOUN_TAGS = frozenset(("PRP", "PRP$", "WP", "WP$", "EX"))
_NO_WORD = frozenset(("DT", "POS", "''", "``", ",", ".", ":", "-LRB-", "-RRB-"))

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entity:
    """One mention of GUM. `heads`: the tokens that a span must hold one of to be this mention: its head, and what hangs
    on that as a part of the same name ("*President* *Ana* *Lindqvist*"). `proper`: one of these is a proper noun;
    `named`: or at least a token of the corpus's minimal span is ("the Oslo student *Einar Holt*")."""

    start: int
    end: int
    first: int
    last: int
    heads: frozenset[int]
    type: str
    chain: int
    named: bool
    form: str
    proper: bool


class Text:
    """A text of GUM, its tokens and its entities."""

    def __init__(self, record: Record) -> None:
        self.id: str = record["id"]
        self.genre: str = record["genre"]
        self.text: str = record["text"]
        self.document = Document("d", f"{self.id}.txt", "0", "text/plain", self.text)
        self._tokens = record["tokens"]
        self._starts = [token[0] for token in self._tokens]
        self._ends = [token[1] for token in self._tokens]
        self.entities = [self._entity(entity) for entity in record["entities"]]

    def tokens(self, start: int, end: int) -> range:
        """The numbers of the tokens that share a character with `[start, end)`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def words(self, start: int, end: int) -> frozenset[int]:
        """The same without articles, punctuation and the possessive's *'s*; all of them where nothing else is there."""
        there = self.tokens(start, end)
        return frozenset(n for n in there if self._tokens[n][3] not in _NO_WORD) or frozenset(there)

    def _entity(self, entity: Record) -> Entity:
        first, last = entity["toks"]
        head = entity["head"]
        parts = {n for n in range(first, last) if self._tokens[n][5] == head and self._tokens[n][6].startswith("flat")}
        tag = self._tokens[head][3]
        named = entity["named"]
        form = "pronoun" if tag in PRONOUN_TAGS or tag == "DT" else "name" if named else "nominal"
        start, end = entity["span"]
        heads = frozenset({head} | parts)
        proper = any(self._tokens[n][3] in ("NNP", "NNPS") for n in heads)
        return Entity(start, end, first, last, heads, entity["type"], entity["coref"], named, form, proper)

    def layout(self) -> Layout:
        """Its passages as Gainsay divides it."""
        return divide(self.document)


def texts(part: str) -> list[Text]:
    """The texts of one part, `dev` or `train`; none where the corpus is not on this machine."""
    path = GUM / f"{part}.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [Text(json.loads(line)) for line in lines]


def paired(scored: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    """One-to-one pairs of left and right out of (likeness, left, right), the most alike first."""
    left: dict[int, int] = {}
    right: set[int] = set()
    for _, a, b in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if a not in left and b not in right:
            left[a] = b
            right.add(b)
    return left
