"""What a marker or an inline reference stands for: the quotation that closes before it, else its sentence."""

from __future__ import annotations

from bisect import bisect_right

from gainsay.passages.passage import Layout, Passage
from gainsay.spans import Span

# A quotation longer than this is not followed back; its own paragraph is taken instead.
_LONGEST = 5000
# Blanks in the shortest quotation; less is a word set in marks, and its sentence is meant.
_SHORTEST = 3
# Quotations within quotations; more closing marks than this in a row are damage.
_DEEPEST = 3

_STOPS = frozenset('.!?”»"')
_OPENERS = {"”": "“", "»": "«", '"': '"', "“": "“"}


def supported(layout: Layout, place: Span, floor: int = 0) -> Span | None:
    """The stretch before `place` that the reference is given for, or None at the head of a text.

    `floor` is where the marker before it ends: what that one closed is not supported again.
    """
    text = layout.document.text
    passages = layout.passages
    i = bisect_right(passages, place.start, key=lambda p: p.span.start) - 1
    if i < 0:
        return None
    passage = passages[i]
    end = place.start
    while end > 0 and text[end - 1] in " \t\u00a0([.,;\n":
        end -= 1
    if end > 0 and text[end - 1] in _OPENERS and (quoted := _quotation(text, end - 1)):
        return quoted if quoted.of(text).count(" ") >= _SHORTEST else _sentence(passages[i], end, text, floor)
    if end <= passage.span.start and i > 0:
        # A reference on a line of its own stands for the paragraph before it.
        return passages[i - 1].span
    return _sentence(passages[i], end, text, floor)


def _sentence(passage: Passage, end: int, text: str, floor: int) -> Span | None:
    j = bisect_right(passage.sentences, max(passage.span.start, end - 1), key=lambda s: s.start) - 1
    start = passage.sentences[j].start if j >= 0 else passage.span.start
    if floor < end and text[max(0, floor - 8) : floor].rstrip("0123456789¹²³⁴⁵⁶⁷⁸⁹⁰[]ivxlc()*†‡")[-1:] in _STOPS:
        start = max(start, floor)
    span = Span(start, end).trim(text)
    return span if span.length > 0 else None


def _quotation(text: str, close: int) -> Span | None:
    """From the mark that opens to the one that closes at `close`, without the marks."""
    closer = text[close]
    opener = _OPENERS[closer]
    floor = max(0, close - _LONGEST)
    depth, at = 0, close
    while depth <= _DEEPEST:
        opened, closed = text.rfind(opener, floor, at), text.rfind(closer, floor, at)
        if opened < 0:
            return None
        at = max(opened, closed)
        if at == closed and opener != closer:
            depth += 1
        elif depth == 0:
            return Span(opened + 1, close).trim(text)
        else:
            depth -= 1
    return None
