"""Markers whose note is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gainsay.passages import marks
from gainsay.passages.passage import Damage, Passage
from gainsay.spans import Span

_MARKER = re.compile(
    r"(?<=\S)[ \xa0]?(?P<bracket>\[\^?(?P<number>\d{1,3}|[ivxlc]{1,6})\])(?![(\w])"
    # A raised figure after a word or a stop; after a short word or a figure it is a power: km², 10⁶.
    r"|(?:(?<=[a-z]{4})|(?<=[.,;:!?”\"’»)]))(?P<superscript>[¹²³⁰⁴-⁹]{1,3})(?!\w)"
)

_SIGN = re.compile(r"[\[¹²³⁰⁴-⁹]")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find_lost_notes(text: str, passages: Sequence[Passage]) -> Iterator[Damage]:
    """Bracketed and raised markers in the prose to which no note of the document answers."""
    if not _SIGN.search(text):
        return
    notes = {number for passage in passages if passage.kind == "note" if (number := _number(text, passage.span))}
    for passage in passages:
        if passage.kind in ("note", "boilerplate"):
            continue
        for match in _MARKER.finditer(text, passage.span.start, passage.span.end):
            number = (match["number"] or match["superscript"]).translate(_DIGITS)
            if number not in notes:
                span = Span(*match.span("bracket" if match["bracket"] else "superscript"))
                yield Damage(span, "lost-note", f"no note {number} stands in the document")


def _number(text: str, span: Span) -> str | None:
    head = text[span.start : span.start + 12]
    if match := marks.NOTE_MARK.match(head):
        return (match["bracket"] or match["superscript"]).translate(_DIGITS)
    match = marks.NOTE_NUMBER.match(head)
    return match["number"] if match else None
