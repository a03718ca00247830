"""Where the words of a document stand in the original: pages and rectangles, times of a recording, chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gainsay.spans import Span


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from its upper left corner; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float


class Line(NamedTuple):
    """A stretch of the text that stands together on a page, and where; `box` is None where a page has no surface."""

    span: Span
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the original, or what comes nearest: a chapter file, a subtitle with its time.

    `number` counts from 1; `label` is what the original calls it ("xiv", "00:01:02.500"). `lines` are in text order.
    The text follows the reading order, so the words of two pages may alternate: a footnote stands after the paragraph
    that runs on overleaf.
    """

    number: int
    label: str
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0


class Place(NamedTuple):
    """A page and, where it has one, a rectangle on it."""

    page: int
    box: Box | None


def locate(pages: Sequence[Page], span: Span) -> tuple[Place, ...]:
    """Where `span` stands in the original: one place a line, in text order. Empty where the original has no pages.

    >>> pages = (Page(1, "1", (Line(Span(0, 9)),)), Page(2, "2", (Line(Span(9, 20)),)))
    >>> [place.page for place in locate(pages, Span(5, 12))]
    [1, 2]
    """
    found = [
        (line.span, Place(page.number, line.box)) for page in pages for line in page.lines if line.span.overlaps(span)
    ]
    return tuple(place for _, place in sorted(found, key=lambda item: item[0]))
