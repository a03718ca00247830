"""Descriptions whose head noun the model reads, beside those that the rules find by their list of nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

import numpy as np

from gainsay.annotations.mentions.lexicon.nouns import number_of
from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS
from gainsay.annotations.mentions.mention import Mention, MentionType
from gainsay.documents.document import Document
from gainsay.encoder import Encoding
from gainsay.encoder.layout import MENTIONS
from gainsay.spans import Span, content_id

_LEAST = 0.5  # probability that a piece heads a description of a person, a body or a place
_LONGEST = 12  # pieces before a head in which its description begins
_LONGEST_WORD = 30  # characters of a word on either side of a piece
_TYPES = ("person", "organisation", "place")
_COLUMNS = [MENTIONS.index(f"{kind}/nominal") for kind in _TYPES]
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_descriptions(document: Document, known: Sequence[Mention], encodings: Sequence[Encoding]) -> list[Mention]:
    """The descriptions that the model reads and `known` lacks, in text order; none of them within a name.

    They run from their first word, mostly the determiner, to the head noun.
    """
    text = document.text
    ends = {mention.span.end for mention in known}
    named = bytearray(len(text))
    for mention in known:
        if mention.form == "name":
            named[mention.span.start : mention.span.end] = b"\1" * mention.span.length
    found: dict[int, tuple[Span, MentionType]] = {}
    for encoding in encodings:
        for span, kind in _read(text, encoding):
            if span.end not in ends and not named[span.end - 1]:
                found.setdefault(span.end, (span, kind))
    return [
        Mention(content_id("mention", document.id, *span, "nominal"), document.id, span, kind, "nominal")
        for span, kind in found.values()
    ]


def _read(text: str, encoding: Encoding) -> Iterator[tuple[Span, MentionType]]:
    likely = np.exp(encoding.likelihoods["mention"][:, _COLUMNS])
    for head in np.flatnonzero(likely.sum(1) >= _LEAST).tolist():
        word = _word(text, int(encoding.starts[head]), int(encoding.ends[head]))
        if word is None or word.of(text).lower() in FUNCTION_WORDS:
            continue
        kind = cast(MentionType, _TYPES[int(likely[head].argmax())])
        if kind == "person" and number_of(word.of(text).lower())[1]:
            kind = "group"
        yield Span(min(_first(encoding, head), word.start), word.end), kind


def _word(text: str, start: int, end: int) -> Span | None:
    """The whole word that a piece is part of."""
    before = max(start - _LONGEST_WORD, 0)
    while start > before and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    found = _WORD.match(text, start, end + _LONGEST_WORD)
    return Span(found.start(), found.end()) if found and found.end() >= end else None


def _first(encoding: Encoding, head: int) -> int:
    """Where the description begins that a piece heads, in characters."""
    paragraph = encoding.paragraphs[int(encoding.paragraph_of[head])]
    goals = np.arange(max(paragraph[0], head - _LONGEST), head + 1)
    told = encoding.pointing("head-start", np.array([head]), goals)[0][:-1]
    return int(encoding.starts[goals[int(told.argmax())]])
