"""Single quotation marks, whose glyphs are apostrophes most of the time.

A pair is taken only inside one paragraph, or where every paragraph begins with a mark of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from gainsay.annotations.attributions.marks import Mark
from gainsay.annotations.attributions.pairing import Quotation
from gainsay.spans import Span


def pair_singles(text: str, marks: Sequence[Mark], paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations that single marks make; marks without a partner are taken for apostrophes."""
    found: list[Quotation] = []
    carried: tuple[Mark, list[Span]] | None = None
    at = 0
    for paragraph in paragraphs:
        own = []
        while at < len(marks) and marks[at].start < paragraph.end:
            if marks[at].start >= paragraph.start:
                own.append(marks[at])
            at += 1
        begins = bool(own) and _leads(text, own[0], paragraph)
        if carried and not begins:
            carried = None
        carried = _pair_in(text, own, paragraph, carried, found)
    return found


def _leads(text: str, mark: Mark, paragraph: Span) -> bool:
    return (
        mark.start - paragraph.start < 4 and not text[paragraph.start : mark.start].strip() and mark.place == "opening"
    )


def _pair_in(
    text: str, marks: Sequence[Mark], paragraph: Span, carried: tuple[Mark, list[Span]] | None, found: list[Quotation]
) -> tuple[Mark, list[Span]] | None:
    """Pairs within one paragraph, added to `found`; returns the quotation that goes on in the next, if any."""
    opened: Mark | None = None
    weak: Mark | None = None

    def close(mark: Mark) -> None:
        nonlocal opened, weak, carried
        if opened is None:
            return
        content = Span(opened.end, mark.start).trim(text)
        start = carried[0].start if carried else opened.start
        parts = (*(carried[1] if carried else ()), content)
        carried = None
        if content.length:
            found.append(Quotation(Span(start, mark.end), parts, family="single"))
        opened = weak = None

    for mark in marks:
        if _may_open(mark, opened):
            if opened is not None and weak is not None:
                close(weak)
            if opened is None or mark.points >= 0:
                opened, weak = mark, None
        elif opened is not None and mark.place in ("closing", "loose"):
            if _may_be_possessive(text, mark):
                weak = mark
            else:
                close(mark)
    if opened is not None and weak is not None:
        close(weak)
    if opened is None or not _leads(text, opened, paragraph):
        return None
    parts = [*(carried[1] if carried else []), Span(opened.end, paragraph.end).trim(text)]
    return (carried[0] if carried else opened), parts


def _may_open(mark: Mark, opened: Mark | None) -> bool:
    if mark.place == "opening":
        return mark.points >= 0 or opened is None
    return mark.place == "loose" and (mark.points > 0 or opened is None)


def _may_be_possessive(text: str, mark: Mark) -> bool:
    """Whether the mark may end a plural possessive: “the workers’ hall”."""
    return text[mark.start - 1 : mark.start] in ("s", "x", "z", "n") and text[mark.end : mark.end + 2].strip().islower()
