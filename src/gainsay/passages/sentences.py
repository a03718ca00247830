"""The sentences of a passage, as exact spans."""

from __future__ import annotations

import re

from gainsay.spans import Span, Spans

_PIECE = 4_000
"""Characters handed over at once: nupunkt takes time that grows with the square of a run of stops."""


def find_sentences(text: str, span: Span) -> Spans:
    """The sentences within `span`, white space trimmed; together they hold every character that is not white space."""
    from nupunkt import sent_spans

    found: list[Span] = []
    for piece in _pieces(text, span):
        for start, end in sent_spans(piece.of(text)):
            sentence = Span(piece.start + start, piece.start + end).trim(text)
            if sentence.length:
                found.append(sentence)
    return tuple(found)


_END = re.compile(r"[.!?…][”’\"')\]]*\s")


def _pieces(text: str, span: Span) -> list[Span]:
    """The span cut into pieces that are short enough, at the end of a sentence where there is one."""
    pieces = []
    start = span.start
    while span.end - start > _PIECE:
        ends = [m.end() for m in _END.finditer(text, start + _PIECE // 2, start + _PIECE)]
        cut = ends[-1] if ends else start + _PIECE
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, span.end)]
