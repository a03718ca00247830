"""A long text in parts: a page of it stays light, and the next part is there before one has read to its end."""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.documents.document import Document
from gainsay.passages.passage import Passage

LONG = 100_000  # characters, some 16,000 words: with its marks such a page is as heavy as a page may be
PART = 30_000  # characters: laid out between two frames, so that nobody sees it come


def is_long(document: Document) -> bool:
    """Whether a text is shown in parts."""
    return len(document.text) > LONG


def parts_of(passages: Sequence[Passage], most: int = PART) -> list[range]:
    """Numbers of the passages of each part, in order; a part holds whole passages only.

    >>> from gainsay.spans import Span
    >>> some = [Passage(f"p{k}", "d", Span(k * 40, k * 40 + 40), "paragraph", "") for k in range(5)]
    >>> parts_of(some, 90)
    [range(0, 2), range(2, 4), range(4, 5)]
    """
    starts = [0]
    for number, passage in enumerate(passages):
        if passage.span.end - passages[starts[-1]].span.start > most and number > starts[-1]:
            starts.append(number)
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(passages)], strict=True)]
