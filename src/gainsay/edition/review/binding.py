"""Where the words that a decision speaks of stand now: at their place, or nowhere. Never at a look-alike's."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from gainsay.edition.review.decision import Anchor, State
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.loading import load_text


@dataclass(frozen=True, slots=True)
class Bound:
    """The document that holds the words; or None, with why: `stale` or `orphaned`."""

    document: str | None
    state: State = "in force"
    note: str = ""


def make_anchor(path: str, sha256: str, text: str, span: Span, passages: Sequence[Span]) -> Anchor:
    """An anchor for a span, with the passages that it touches."""
    touched = [p for p in passages if p.overlaps(span)]
    passage = Span(min([span.start, *(p.start for p in touched)]), max([span.end, *(p.end for p in touched)]))
    return Anchor(path, sha256, span, span.of(text), passage, passage_digest(text, passage))


def passage_digest(text: str, passage: Span) -> str:
    """What a passage is known by: a hash of its words.

    >>> passage_digest("Nobody fired.", Span(0, 6)) == passage_digest("Nobody", Span(0, 6))
    True
    """
    return hashlib.sha256(passage.of(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(slots=True)
class Places:
    """The documents of an edition, to be asked where an anchor lies."""

    connection: Connection
    _by_hash: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _by_path: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _passages: dict[str, tuple[set[int], set[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        c = schema.documents.c
        for row in self.connection.execute(select(c.id, c.path, c.sha256)):
            self._by_hash[row.sha256][row.path] = row.id
            self._by_path[row.path] = row.id

    def bind(self, anchor: Anchor) -> Bound:
        """Where the anchor lies now.

        A document with the same bytes is the same document, whatever it is called now. In another document at the
        same path the passage must stand word for word where it stood, and be a passage still.
        """
        same = self._by_hash.get(anchor.sha256, {})
        document = same.get(anchor.path) or (next(iter(same.values())) if len(same) == 1 else None)
        if document is not None:
            whole = self._stands(anchor, document)
        elif (document := self._by_path.get(anchor.path)) is not None:
            whole = self._stands(anchor, document) and self._is_passage(anchor.passage, document)
        else:
            return Bound(None, "orphaned", f"{anchor.path} is no longer in the edition")
        return Bound(document) if whole else Bound(None, "stale", f"the passage in {anchor.path} was changed or moved")

    def _stands(self, anchor: Anchor, document: str) -> bool:
        text = self.text(document)
        return anchor.span.of(text) == anchor.quote and passage_digest(text, anchor.passage) == anchor.digest

    def _is_passage(self, passage: Span, document: str) -> bool:
        """Whether passages begin and end there: words added to one at its end change it too."""
        if document not in self._passages:
            c = schema.passages.c
            rows = self.connection.execute(select(c.start, c.end).where(c.document == document)).all()
            self._passages[document] = {row.start for row in rows}, {row.end for row in rows}
        starts, ends = self._passages[document]
        return passage.start in starts and passage.end in ends

    def text(self, document: str) -> str:
        if document not in self._texts:
            self._texts[document] = load_text(self.connection, document)
        return self._texts[document]
