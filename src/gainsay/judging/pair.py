"""What a second reader is shown: two statements, each in the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from gainsay.spans import Span, content_id

REACH = 500  # characters on each side of a statement: a paragraph of a newspaper, so that "it" can be understood
LONGEST = 2000  # of a statement: what is longer is no statement that could be judged

_BLANKS = re.compile(r"\s+")


class Hiding(Protocol):
    """Finds what must not be sent, with what stands in its place."""

    def hidden(self, words: str) -> Sequence[tuple[Span, str]]:
        """The spans to be replaced, in order, and their replacements."""

    def prove(self, asked: Sequence[dict[str, str]]) -> None:
        """Raises RedactionError where anything of it is left in messages."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A statement in its passage. `text` begins at `start` of the document, and `claim` is the statement within it.

    `by` are the document's words for whoever says it, outermost first; none: the document itself. `when` is EDTF: of
    the saying, else of the writing.
    """

    statement: str
    document: str
    start: int
    text: str
    claim: Span
    by: tuple[str, ...] = ()
    when: str | None = None

    def content(self) -> tuple[object, ...]:
        """What it is known again by, whatever its document is called and its statement is numbered."""
        return self.text, self.claim.start, self.claim.end, *self.by, self.when or ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of which it is unsure how they stand to each other, and why that is unsure.

    They stand in the order of their contents, so that a pair is the same from either end.
    """

    a: Excerpt
    b: Excerpt
    why: str = ""

    @classmethod
    def of(cls, one: Excerpt, other: Excerpt, why: str = "") -> Pair:
        """The pair of two excerpts, in either order."""
        a, b = sorted((one, other), key=lambda e: (*map(str, e.content()), e.document, e.start))
        return cls(a, b, why)

    @property
    def key(self) -> str:
        """What the pair is known by: its words alone, so that it is the same after any reading."""
        return content_id("pair", *self.a.content(), "", *self.b.content())


def excerpt(
    text: str, passage: Span, claim: Span, *, statement: str, document: str, by: Iterable[str], when: str | None
) -> Excerpt | None:
    """A statement with what stands around it in its passage, cut between words; None of one too long to be judged."""
    if claim.length > LONGEST:
        return None
    start, end = max(passage.start, claim.start - REACH), min(passage.end, claim.end + REACH)
    if start > passage.start:
        gap = _BLANKS.search(text, start, claim.start)
        start = gap.end() if gap else claim.start
    if end < passage.end:
        end = max((m.start() for m in _BLANKS.finditer(text, claim.end, end)), default=claim.end)
    start, end = min(start, claim.start), max(end, claim.end)
    return Excerpt(statement, document, start, text[start:end], claim.shift(-start), tuple(by), when)


@dataclass(frozen=True, slots=True)
class Sent:
    """A text as it is sent: blanks and line ends as single blanks, hidden names replaced; and where each character
    comes from.

    `starts` and `ends` give, for each character, the characters of the original that it stands for.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, hiding: Hiding | None = None) -> Sent:
        """
        >>> Sent.of("the  quay").text, Sent.of("the  quay").original(Span(4, 8))
        ('the quay', Span(start=5, end=9))
        """
        hidden = list(hiding.hidden(text)) if hiding else []
        blank = [(Span(*m.span()), " ") for m in _BLANKS.finditer(text)]
        changes = sorted([*hidden, *(b for b in blank if not any(b[0].overlaps(h) for h, _ in hidden))])
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for span, instead in (*changes, (Span(len(text), len(text)), "")):
            parts += (text[at : span.start], instead)
            starts += (*range(at, span.start), *(span.start for _ in instead))
            ends += (*range(at + 1, span.start + 1), *(span.end for _ in instead))
            at = span.end
        return cls("".join(parts), tuple(starts), tuple(ends))

    def original(self, span: Span) -> Span:
        """Where a span of what was sent stands in the original."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def here(self, span: Span) -> Span:
        """Where a span of the original stands in what is sent, with the whole of what is hidden at its edges."""
        edges = zip(self.starts, self.ends, strict=True)
        inside = [at for at, (start, end) in enumerate(edges) if start < span.end and span.start < end]
        return Span(inside[0], inside[-1] + 1)
