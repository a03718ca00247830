"""Quotations of one document as trees: a quotation inside another is its child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gainsay.annotations.attributions.marks import Family, Mark, find_marks
from gainsay.annotations.attributions.pairing import Quotation, pair
from gainsay.annotations.attributions.singles import pair_singles
from gainsay.spans import Span

# More than one mark in three characters is ornament or damage, if there are more than a few.
_THICK = 3
_FEW = 50
_PAIRED: tuple[Family, ...] = ("double", "guillemet", "single-guillemet", "corner")


@dataclass(slots=True)
class Node:
    """A quotation with those inside it."""

    quotation: Quotation
    children: list[Node] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Node]:
    """The quotations of `paragraphs` (in order, apart), outermost first, each with its children.

    Where marks of two families cross, the one that begins later is dropped.
    """
    marks = [mark for span in paragraphs for mark in _marks(text, span)]
    found: list[Quotation] = []
    for family in _PAIRED:
        own = [mark for mark in marks if mark.family == family]
        if own:
            found += pair(text, own, paragraphs)
    singles = [mark for mark in marks if mark.family == "single"]
    found += pair_singles(text, singles, paragraphs)
    return _nest(found)


def _marks(text: str, paragraph: Span) -> list[Mark]:
    """The marks of a paragraph; none where they stand so thick that they quote nothing."""
    marks = find_marks(text, paragraph.start, paragraph.end)
    return [] if len(marks) > _FEW and len(marks) * _THICK > paragraph.length else marks


def _nest(quotations: Sequence[Quotation]) -> list[Node]:
    roots: list[Node] = []
    stack: list[Node] = []
    for quotation in sorted(quotations, key=lambda q: (q.outer.start, -q.outer.end)):
        while stack and stack[-1].quotation.outer.end <= quotation.outer.start:
            stack.pop()
        if stack and quotation.outer.end > stack[-1].quotation.outer.end:
            continue
        node = Node(quotation)
        (stack[-1].children if stack else roots).append(node)
        if quotation.content:
            stack.append(node)
    return roots
