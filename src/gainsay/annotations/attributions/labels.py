"""Speakers named before a colon: transcripts ("PENN: Well, …", "Q. Where were you?") and headlines ("Lind: No deal")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gainsay.annotations.attributions.draft import Draft
from gainsay.annotations.attributions.stream import QUOTATION, Stream
from gainsay.spans import Span

# Words in capitals before a colon that name no speaker.
_NOT_SPEAKERS = frozenset(
    "note notes update updated editor editors photo photos video image images caption source sources read more related "
    "watch see also correction contact summary abstract keywords breaking exclusive date time place subject re fact "
    "warning address phone email website tel fax chapter part section article appendix table figure title".split()
)
_LABEL = re.compile(
    r"[\s\"“]*(?P<label>[^\W\d_][^\n:“”\"()]{0,40}?|Q|A)(?:\s?\([^()\n]{1,40}\))?(?P<mark>:|\.(?=\s[A-Z]))"
)
_QUESTION = re.compile(r"[QA]$")
# A transcript has at least so many turns; two words with a colon may be a heading.
_TURNS = 3


def find_labelled(rows: Sequence[Stream]) -> list[Draft]:
    """The turns of a transcript: each from its label to the next, one span per paragraph."""
    starts = [_label(row) for row in rows]
    turns = sum(1 for label in starts if label)
    drafts: list[Draft] = []
    current: Draft | None = None
    for row, label in zip(rows, starts, strict=True):
        if label and (label[2] or turns >= _TURNS):
            current = None
            content = Span(label[1].end, row.spans[-1].end).trim(row.text)
            if content.length:
                current = Draft(
                    "direct", [content], [label[0]], [label[1]], confidence=0.85 if turns >= _TURNS else 0.6
                )
                drafts.append(current)
        elif current is not None and turns >= _TURNS:
            current.content.append(row.span(0, len(row.words)))
    return drafts


def _label(row: Stream) -> tuple[Span, Span, bool] | None:
    """The label with which a row begins, its mark, and whether it is in capitals throughout."""
    if row.words[0] == QUOTATION:
        return None
    match = _LABEL.match(row.text, row.spans[0].start, min(row.spans[-1].end, row.spans[0].start + 90))
    if not match:
        return None
    words = match["label"].split()
    if not words or len(words) > 5 or words[0].lower().strip(".") in _NOT_SPEAKERS:
        return None
    if _QUESTION.match(match["label"]):
        return Span(*match.span("label")), Span(*match.span("mark")), False
    if match["mark"] != ":" or not all(word[0].isupper() or word in ("of", "the", "de") for word in words):
        return None
    capitals = match["label"].isupper() and len(match["label"]) > 2
    return Span(*match.span("label")), Span(*match.span("mark")), capitals
