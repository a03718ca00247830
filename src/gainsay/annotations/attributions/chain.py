"""What attributions have to do with one another and with what surrounds them: parents, dates of speaking."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.dates.date import Date
from gainsay.passages.passage import Layout
from gainsay.spans import Span, Spans, cover

# A date further behind its cue belongs to something else ("said that the talks of June …").
_TO_DATE = 60
_FROM_DATE = 600
# Between a leading date and the clause stand a comma and at most a place: "On 3 June, in Port Adair, Lind said".
_BEFORE_CLAUSE = 24
_SUBORDINATE = re.compile(r"\b(?:what|which|who|that|when|where)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
# "Lind, writing in May 1911, noted".
_SPEAKING = re.compile(r",\s(?:writing|speaking|talking|testifying|preaching)\b[^,.;]{0,60}$")


def link(layout: Layout, attributions: Sequence[Attribution], dates: Sequence[Date]) -> list[Attribution]:
    """The same attributions in text order, each id once, with `parent` and `said`."""
    unique = {attribution.id: attribution for attribution in attributions}
    ordered = sorted(unique.values(), key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue, a.id))
    return _dated(layout, _with_parents(ordered), dates)


def _with_parents(ordered: Sequence[Attribution]) -> list[Attribution]:
    """Each attribution's parent is the smallest one around it whose content holds it, cue and speaker included."""
    found = []
    stack: list[tuple[Span, Attribution]] = []
    for attribution in ordered:
        whole = cover(attribution.content)
        while stack and stack[-1][0].end <= whole.start:
            stack.pop()
        parent = _parent(attribution, stack)
        found.append(replace(attribution, parent=parent.id if parent else None))
        stack.append((whole, attribution))
    return found


def _parent(attribution: Attribution, stack: Sequence[tuple[Span, Attribution]]) -> Attribution | None:
    """The smallest of `stack` that holds it; words that nobody is said to speak only where no other voice does."""
    unvoiced = None
    for _, outer in reversed(stack):
        if _holds(outer, attribution):
            if outer.cue or outer.speaker:
                return outer
            unvoiced = unvoiced or outer
    return unvoiced


def _holds(outer: Attribution, inner: Attribution) -> bool:
    if outer.content == inner.content:
        return False
    return all(_inside(part, outer.content) for part in (*inner.content, *inner.cue, *inner.speaker))


def _inside(part: Span, spans: Spans) -> bool:
    at = bisect_right(spans, part.start, key=_start) - 1
    return at >= 0 and spans[at].contains(part)


def _start(span: Span) -> int:
    return span.start


def _dated(layout: Layout, attributions: Sequence[Attribution], dates: Sequence[Date]) -> list[Attribution]:
    """With the date in the reporting clause ("said on 3 June"), or that of the same speaker's sentence before."""
    placed = sorted((d for d in dates if d.edtf and d.kind in ("point", "range")), key=lambda d: d.span)
    starts = [date.span.start for date in placed]
    sentences = [sentence for passage in layout.prose for sentence in passage.sentences]
    sentence_starts = [sentence.start for sentence in sentences]
    found: list[Attribution] = []
    last: tuple[int, Attribution] | None = None
    text = layout.document.text
    between = False  # whether somebody else has spoken since, whom "he" may mean
    for attribution in attributions:
        if not attribution.cue:
            found.append(attribution)
            continue
        number = bisect_right(sentence_starts, attribution.cue[0].start) - 1
        said = None
        if number >= 0:
            sentence = sentences[number]
            first = max(sentence.start, attribution.cue[0].start - _FROM_DATE)
            near = placed[bisect_left(starts, first) : bisect_right(starts, attribution.cue[-1].end + _TO_DATE)]
            near = [date for date in near if date.span.end <= sentence.end]
            said = _date_of(layout.document.text, attribution, near)
            if said is None and last and 0 <= number - last[0] <= 1:
                same = _same_speaker(text, last[1], attribution) or (not between and _is_he(text, attribution))
                said = last[1].said if same and last[1].parent == attribution.parent else None
        dated = replace(attribution, said=said)
        found.append(dated)
        if said:
            last = (number, dated)
        between = not said and (between or not _is_he(text, attribution))
    return found


def _date_of(text: str, attribution: Attribution, near: Sequence[Date]) -> str | None:
    """The date nearest behind the cue, else the last right before its clause, outside of content and speaker."""
    cue = cover(attribution.cue)
    inside = (*attribution.content, *attribution.speaker)
    free = [date for date in near if not any(span.overlaps(date.span) for span in inside)]
    behind = [date for date in free if cue.start <= date.span.start <= cue.end + _TO_DATE]
    if behind:
        return behind[0].edtf
    aside = attribution.speaker[-1].end if attribution.speaker else cue.start
    beside = [d for d in free if aside < d.span.start < cue.start and _SPEAKING.search(text, aside, d.span.start)]
    if beside:
        return beside[0].edtf
    clause = min(cue.start, *(span.start for span in attribution.speaker)) if attribution.speaker else cue.start
    before = [
        date
        for date in free
        if clause - _BEFORE_CLAUSE <= date.span.end <= clause and not _SUBORDINATE.search(text, date.span.end, clause)
    ]
    return before[-1].edtf if before else None


def _is_he(text: str, attribution: Attribution) -> bool:
    return bool(attribution.speaker) and attribution.speaker[0].of(text).lower() in ("he", "she")


def _same_speaker(text: str, one: Attribution, other: Attribution) -> bool:
    if not one.speaker or not other.speaker:
        return False
    names = [_WORD.findall(attribution.speaker[0].of(text)) for attribution in (one, other)]
    return bool(names[0] and names[1]) and names[0][-1] == names[1][-1]
