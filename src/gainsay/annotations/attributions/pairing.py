"""Which quotation marks belong together.

A quotation may run over paragraphs, lack a mark, carry a mistyped one, or hold another in the same marks. So each mark
is read as opening, continuing, closing or stray, and the cheapest reading of the whole document is taken (a shortest
path over depths 0 to 2, linear in the number of marks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from gainsay.annotations.attributions.marks import Mark
from gainsay.spans import Span

Act = Literal["open", "close", "stray", "stay", "continue", "break"]

# Costs of the readings, in arbitrary units: what matters is their order. A paragraph inside a quotation without any
# mark is cheaper than a lost closing mark, until there are about five of them; a stray mark lies between the two.
_AGAINST_GLYPH = 1.0  # a closing glyph that opens, or the reverse: “ typed for ”
_AGAINST_PLACE = 2.2  # opens although a blank follows, closes although a blank precedes
_AGAINST_BOTH = 4.0  # what has glyph and place of a closing mark does not open
_GLUED = 0.6  # letters on both sides
_STRAY = 2.5
_STRAY_AT_START = 3.5  # a mark that opens a sentence opens something, even where nothing closes it
_STRAY_AT_END = 4.0  # a closing mark at the end of a paragraph
_STRAY_BEFORE_NOTE = 5.5  # a mark before a note marker closes something
_NESTED = 1.0  # a quotation in the same marks as the one around it
_NESTED_STRAIGHT = 2.6
_UNMARKED_PARAGRAPH = 0.6
_FRAGMENT_OVER_PARAGRAPH = 4.0  # marks around a few words in a sentence do not run over its paragraph
_CONTINUED = 0.1  # a paragraph that begins with a mark, inside a quotation
_LOST_CLOSING = 3.0
# States of the path: outside; inside; inside a mark that began within a clause; inside a quotation in a quotation.
_OUTSIDE, _INSIDE, _FRAGMENT, _NESTED_INSIDE = range(4)
_DEPTH = (0, 1, 1, 2)
_INFINITE = 1e9

_NOTE_AFTER = re.compile(r"[ .]{0,3}(?:\[(?:\d{1,4}|[ivxlc]{1,7}|\*)|[¹²³⁰⁴-⁹]|\(\d{1,3}\))")
_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|asked|added|adding|wrote|writes|replied|declared|tweeted|stated|noted)\W*$"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `outer` is with the marks, `content` without, one span per paragraph.

    `opened` and `closed` say whether the mark is there.
    """

    outer: Span
    content: tuple[Span, ...]
    opened: bool = True
    closed: bool = True
    family: str = "double"


@dataclass(frozen=True, slots=True)
class _Event:
    """A mark (`mark` given) or the blank between paragraph `paragraph - 1` and `paragraph`."""

    mark: Mark | None
    paragraph: int
    first: bool = False  # nothing stands before the mark in its paragraph
    fragment: bool = False  # it stands within a clause, before a small letter
    opening: float = 0.0
    closing: float = 0.0
    stray: float = _STRAY


def pair(text: str, marks: Sequence[Mark], paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations that `marks` (of one family, in order) make in `paragraphs` (in order)."""
    events = _events(text, marks, paragraphs)
    return _build(text, events, _cheapest(events), paragraphs)


def _events(text: str, marks: Sequence[Mark], paragraphs: Sequence[Span]) -> list[_Event]:
    events: list[_Event] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            events.append(_Event(None, number))
        while at < len(marks) and marks[at].start < paragraph.end:
            mark = marks[at]
            at += 1
            if mark.start >= paragraph.start:
                events.append(_weigh(text, mark, number, paragraph))
    return events


def _weigh(text: str, mark: Mark, number: int, paragraph: Span) -> _Event:
    first = not text[paragraph.start : mark.start].strip(" \t*_>(") if mark.start - paragraph.start < 8 else False
    last = not text[mark.end : paragraph.end].strip(" \t*_.,)") if paragraph.end - mark.end < 8 else False
    opening = _AGAINST_GLYPH if mark.points < 0 else 0.0
    closing = _AGAINST_GLYPH if mark.points > 0 else 0.0
    stray = _STRAY
    if mark.place == "opening":
        closing += _AGAINST_PLACE
    elif mark.place == "closing":
        opening += _AGAINST_PLACE
    elif mark.place == "glued":
        opening, closing = opening + _GLUED, closing + _GLUED
    else:
        before, after = _loose_leaning(text, mark, paragraph)
        opening, closing = opening + before, closing + after
    if first:
        closing += _AGAINST_PLACE
    if last:
        opening += _AGAINST_PLACE
    if last and mark.points <= 0 and mark.place == "closing":
        stray = _STRAY_AT_END
    if mark.points == 0 and text[mark.start - 1 : mark.start].isdigit():
        stray = 1.0  # inches
    elif _NOTE_AFTER.match(text, mark.end) and mark.place != "opening":
        stray = _STRAY_BEFORE_NOTE
        opening += _AGAINST_PLACE
    if mark.points < 0 and mark.place == "closing":
        opening += _AGAINST_BOTH
    elif mark.points > 0 and mark.place == "opening":
        closing += _AGAINST_BOTH
    fragment = _within_clause(text, mark, paragraph)
    if mark.place == "opening" and mark.points >= 0 and not fragment:
        stray = max(stray, _STRAY_AT_START)
    return _Event(mark, number, first, fragment, opening, closing, stray)


def _within_clause(text: str, mark: Mark, paragraph: Span) -> bool:
    before = text[max(paragraph.start, mark.start - 24) : mark.start].rstrip()
    after = text[mark.end : mark.end + 2].lstrip()
    return bool(before) and before[-1].isalnum() and after[:1].islower() and not _SAYING.search(before)


def _loose_leaning(text: str, mark: Mark, paragraph: Span) -> tuple[float, float]:
    """The costs of opening and of closing for a mark with blanks on both sides: what stands around it decides."""
    before = text[max(paragraph.start, mark.start - 24) : mark.start].rstrip()
    after = text[mark.end : min(paragraph.end, mark.end + 24)].lstrip()
    if not before or before[-1] in ":(—–" or (_SAYING.search(before)):
        return 0.0, 1.0
    if not after or after[0] in ",;)—–":
        return 1.0, 0.0
    if before[-1] in ",?!…" and not _SAYING.search(before):
        return 0.4, 0.0
    return 0.0, 0.0


def _cheapest(events: Sequence[_Event]) -> list[Act]:
    """The reading of every event, by dynamic programming over the depth of quotation."""
    costs = [0.0] + [_INFINITE] * (len(_DEPTH) - 1)
    steps: list[list[tuple[Act, int]]] = []
    for event in events:
        following = [_INFINITE] * len(_DEPTH)
        back: list[tuple[Act, int]] = [("stray", 0)] * len(_DEPTH)
        for state, cost in enumerate(costs):
            if cost >= _INFINITE:
                continue
            for act, target, price in _choices(event, state):
                if cost + price < following[target]:
                    following[target], back[target] = cost + price, (act, state)
        steps.append(back)
        costs = following
    state = min(range(len(_DEPTH)), key=lambda s: costs[s] + _LOST_CLOSING * _DEPTH[s])
    acts: list[Act] = []
    for back in reversed(steps):
        act, state = back[state]
        acts.append(act)
    return acts[::-1]


def _choices(event: _Event, state: int) -> list[tuple[Act, int, float]]:
    if event.mark is None:
        if state == _OUTSIDE:
            return [("stay", state, 0.0)]
        stays = _FRAGMENT_OVER_PARAGRAPH if state == _FRAGMENT else _UNMARKED_PARAGRAPH
        return [("stay", state, stays), ("break", _OUTSIDE, _LOST_CLOSING * _DEPTH[state])]
    choices: list[tuple[Act, int, float]] = [("stray", state, event.stray)]
    if state == _OUTSIDE:
        choices.append(("open", _FRAGMENT if event.fragment else _INSIDE, event.opening))
        return choices
    choices.append(("close", _INSIDE if state == _NESTED_INSIDE else _OUTSIDE, event.closing))
    if event.first:
        # The blank before has been paid for; a mark that repeats the opening one makes the paragraph regular.
        choices.append(("continue", state, event.opening + _CONTINUED - _UNMARKED_PARAGRAPH))
    if state == _INSIDE:
        straight = event.mark.points == 0
        choices.append(("open", _NESTED_INSIDE, event.opening + (_NESTED_STRAIGHT if straight else _NESTED)))
    return choices


def _build(text: str, events: Sequence[_Event], acts: Sequence[Act], paragraphs: Sequence[Span]) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: list[tuple[Mark, int]] = []
    continued: dict[int, int] = {}
    for event, act in zip(events, acts, strict=True):
        if event.mark is None:
            if act == "break":
                end = paragraphs[event.paragraph - 1].end
                while open_at:
                    found.append(
                        _quotation(
                            text, open_at.pop(), None, Span(end, end), event.paragraph - 1, paragraphs, continued
                        )
                    )
            continue
        if act == "open":
            open_at.append((event.mark, event.paragraph))
        elif act == "close":
            close = Span(event.mark.start, event.mark.end)
            found.append(_quotation(text, open_at.pop(), event.mark, close, event.paragraph, paragraphs, continued))
        elif act == "continue":
            continued[event.paragraph] = event.mark.end
        elif act == "stray" and event.mark.place in ("closing", "loose"):
            at = event.mark.start
            found.append(Quotation(Span(at, event.mark.end), (), opened=False, family=event.mark.family))
    end = paragraphs[-1].end if paragraphs else 0
    while open_at:
        found.append(_quotation(text, open_at.pop(), None, Span(end, end), len(paragraphs) - 1, paragraphs, continued))
    return sorted(found, key=lambda q: (q.outer.start, -q.outer.end))


def _quotation(
    text: str,
    opened: tuple[Mark, int],
    closing: Mark | None,
    close: Span,
    last: int,
    paragraphs: Sequence[Span],
    continued: dict[int, int],
) -> Quotation:
    mark, first = opened
    parts = []
    for number in range(first, last + 1):
        start = mark.end if number == first else continued.get(number, paragraphs[number].start)
        end = close.start if number == last else paragraphs[number].end
        part = Span(start, max(start, end)).trim(text)
        if part.length:
            parts.append(part)
    return Quotation(Span(mark.start, close.end), tuple(parts), closed=closing is not None, family=mark.family)
