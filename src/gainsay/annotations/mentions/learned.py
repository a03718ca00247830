"""Names by the model, and names of both readers together.

The model reads what a text seldom shows by its form: the type of a name it has not met, names in capitals. The rules
read what a whole document tells of a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import numpy.typing as npt

from gainsay.annotations.mentions.mention import Mention, MentionType
from gainsay.documents.document import Document
from gainsay.encoder import Encoding, encoding_at
from gainsay.encoder.layout import LAYERS, NAME_TYPES
from gainsay.encoder.tags import likeliest, runs
from gainsay.spans import Span, content_id

Floats = npt.NDArray[np.float32]

# More names than this do not begin inside one another.
_INSIDE = 8
# The model alone adds a name, takes one away, or gives it another type, only where it is as sure as this.
_ADDS, _DROPS, _RETYPES = 0.6, 0.97, 0.6


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the model reads it; `score` is the probability that its pieces are of that type."""

    span: Span
    type: MentionType
    score: float


def read_names(text: str, encodings: Sequence[Encoding]) -> list[Name]:
    """The names of a document, in text order, none inside another."""
    found = []
    tags = LAYERS["name"]
    for encoding in encodings:
        scores = encoding.likelihoods["name"]
        rows = likeliest([scores[first:last] for first, last in encoding.paragraphs], tags)
        for (first, _), row in zip(encoding.paragraphs, rows, strict=True):
            for start, end, kind in runs(row, tags):
                span = encoding.span(first + start, first + end).trim(text)
                share = _shares(encoding, first + start, first + end)[1 + NAME_TYPES.index(kind)]
                found.append(Name(span, cast(MentionType, kind), float(share)))
    return found


def _shares(encoding: Encoding, first: int, last: int) -> Floats:
    """How likely pieces are outside of names, or in one of each type, at the mean: [1 + types]."""
    mean = np.exp(encoding.likelihoods["name"][first:last]).mean(0)
    return np.concatenate([mean[:1], mean[1:].reshape(-1, 2).sum(1)])


def combine(document: Document, by_rule: Sequence[Mention], encodings: Sequence[Encoding]) -> list[Mention]:
    """The rules' names with the model's types, without those it is sure are none, and with those only it found; as they
    are where no model has read the document."""
    if not encodings:
        return list(by_rule)
    kept: list[Mention] = []
    for mention in by_rule:
        judged = _judged(mention, encodings)
        if judged is not None:
            kept.append(judged)
    taken = sorted(mention.span for mention in by_rule)
    for name in read_names(document.text, encodings):
        if name.score >= _ADDS and name.type != "other" and not _touches(taken, name.span):
            identity = content_id("mention", document.id, name.span.start, name.span.end, "name")
            kept.append(Mention(identity, document.id, name.span, name.type, "name"))
    return sorted(kept, key=lambda mention: (mention.span.start, -mention.span.end))


def _judged(mention: Mention, encodings: Sequence[Encoding]) -> Mention | None:
    if mention.form != "name":
        return mention
    encoding = encoding_at(encodings, mention.span.start)
    if encoding is None:
        return mention
    first, last = encoding.pieces(mention.span)
    if last <= first:
        return mention
    shares = _shares(encoding, first, last)
    if shares[0] > _DROPS:
        return None
    best = int(shares[1:].argmax())
    kind: MentionType = NAME_TYPES[best]
    # The model knows no peoples and works apart from persons and other things.
    if shares[1 + best] >= _RETYPES and kind != "other" and mention.type not in ("group", "work"):
        return replace(mention, type=kind)
    return mention


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of `spans`, which are in text order, a name inside another being behind it."""
    last = bisect_left(spans, span.end, key=lambda other: other.start)
    return any(span.overlaps(other) for other in spans[max(0, last - _INSIDE) : last])
