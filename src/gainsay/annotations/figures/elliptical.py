"""Figures that lean on the one before them: "… 40 dockers, summoned 25", "121 defendants, of whom 34 …"."""

from __future__ import annotations

import re
from dataclasses import replace

from gainsay.annotations.figures.evidence import RESUMES
from gainsay.annotations.figures.figure import Figure
from gainsay.annotations.figures.quantities import Quantity
from gainsay.annotations.figures.subjects import is_collective
from gainsay.spans import Span

# "The crowd was put at 20,000 by the one and at 6,000 by the other."
_AND_AT = re.compile(r"\b(?:and|but) at $")
_OF_WHOM = re.compile(r"\b(?:of|among) (?:whom|which|them|these|those),? (?:(?:only|about|some|at least) )?$")
_INCLUDING = re.compile(r"\b(?:including|of whom|among them|among whom),? (?:(?:only|about|some|at least) )?$")
# Nothing is counted behind the number: "… and charged 12.", "… and injured 30 more".
_BARE_END = re.compile(r"(?: (?:more|others))?(?:[,.;:)]|\s(?:and|but|or|in|on|at|by|with|after|before|while)\b|\s*$)")
_IN_A_YEAR = re.compile(r" (?:in|by) (?:1[2-9]|20)\d\d\b")
_AND = re.compile(r"\band $")
# Characters between a figure and the next that leaves its noun out.
_GAP = 40
_REACH = 30


def counts_the_same(
    text: str, quantity: Quantity, after: int, clause: Span, before: Figure, action: str | None
) -> bool:
    """Whether a number with no noun of its own counts what the figure before it, in the same clause, counts."""
    at, floor = quantity.span.start, max(clause.start, quantity.span.start - _REACH)
    if _AND_AT.search(text, floor, at) and quantity.unit is None:
        return True
    if quantity.unit is not None or quantity.share or quantity.plural:
        return False
    if RESUMES.match(text, after, clause.end) or _OF_WHOM.search(text, floor, at):
        return True
    if before.period is not None and _AND.search(text, floor, at) and _IN_A_YEAR.match(text, after, clause.end):
        return True
    near = at - (before.counted_span or before.span).end <= _GAP
    gapped = action is not None and before.action is not None and before.unit == "persons"
    return near and gapped and _BARE_END.match(text, after, clause.end) is not None


def leaning_on(figure: Figure, before: Figure) -> Figure:
    """The figure with the head and unit of the one before it; what is done to some of a crowd is done to persons."""
    head = "person" if figure.action and is_collective(before.head) else before.head
    return replace(figure, head=head, unit=before.unit)


def is_part(text: str, figure: int, clause: Span) -> bool:
    """Whether a figure is named as a part of the one before it: "killed 11, including four children"."""
    return _INCLUDING.search(text, max(clause.start, figure - _REACH), figure) is not None
