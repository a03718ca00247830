"""Names by the model, and names of both readers together.

The model reads what a text seldom shows by its form: the type of a name it has not met, names in capitals. The rules
read what a whole document tells of a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import numpy.typing as npt

from gainsay.annotations.mentions.abbreviations import abbreviates, common_acronyms
from gainsay.annotations.mentions.evidence import LIKE_WORDS
from gainsay.annotations.mentions.lexicon.titles import SHORT_TITLES
from gainsay.annotations.mentions.mention import SURE, Mention, MentionType
from gainsay.annotations.mentions.nested import with_nested
from gainsay.documents.document import Document
from gainsay.encoder import Encoding, encoding_at
from gainsay.encoder.layout import LAYERS, NAME_TYPES
from gainsay.encoder.tags import likeliest, mean_row, runs
from gainsay.passages.questions import question_labels
from gainsay.spans import Span, content_id

Floats = npt.NDArray[np.float32]

# More names than this do not begin inside one another.
_INSIDE = 8
# The model alone adds a name, takes one away, or gives it another type, only where it is as sure as this.
_ADDS, _DROPS, _RETYPES = 0.6, 0.97, 0.4
# What the rules' type of a name adds to the model's probability of it, by how sure they are: in texts unlike those that
# the model learned from, a telling word of the name itself is the better witness.
_RULES = (0.2, 0.2, 0.4, 0.8)


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
        row = likeliest(encoding.likelihoods["name"], encoding.paragraphs, tags)
        for first, last, kind in runs(row, tags):
            span = encoding.span(first, last).trim(text)
            share = _shares(encoding, first, last)[1 + NAME_TYPES.index(kind)]
            found.append(Name(span, cast(MentionType, kind), float(share)))
    return found


def _shares(encoding: Encoding, first: int, last: int) -> Floats:
    """How likely pieces are outside of names, or in one of each type, at the mean: [1 + types]."""
    mean = mean_row(np.exp(encoding.likelihoods["name"][first:last]))
    return np.concatenate([mean[:1], mean[1::2] + mean[2::2]])


def combine(document: Document, by_rule: Sequence[Mention], encodings: Sequence[Encoding]) -> list[Mention]:
    """The rules' names with the model's types, without those it is sure are none, and with those only it found; as they
    are where no model has read the document."""
    if not encodings:
        return list(by_rule)
    found = [_added(document, name) for name in _only_read(document, by_rule, encodings)]
    shares = [_shares_of(mention, encodings) for mention in by_rule]
    words = [mention.span.of(document.text) in LIKE_WORDS for mention in by_rule]  # to the model "WHO" is "who"
    known = [(m, s) for m, s, word in zip(by_rule, shares, words, strict=True) if word or s is None or s[0] <= _DROPS]
    known += [(mention, _shares_of(mention, encodings)) for mention in found]
    kept = [mention for mention, _ in known]
    usual = _usual(document, known)
    typed = [_typed(mention, usual.get(_key(document, mention))) for mention in kept]
    return with_nested(document, typed)


def _only_read(document: Document, by_rule: Sequence[Mention], encodings: Sequence[Encoding]) -> Iterator[Name]:
    taken = sorted(mention.span for mention in by_rule)
    common, asked = common_acronyms(document.text), question_labels(document.text)
    for name in read_names(document.text, encodings):
        words = name.span.of(document.text)
        known = _touches(taken, name.span) or abbreviates(words, common) or words.lower().rstrip(".") in SHORT_TITLES
        if name.score >= _ADDS and name.type != "other" and not known and name.span.start not in asked:
            yield name


def _added(document: Document, name: Name) -> Mention:
    identity = content_id("mention", document.id, name.span.start, name.span.end, "name")
    return Mention(identity, document.id, name.span, name.type, "name", score=SURE[0])


def _key(document: Document, mention: Mention) -> str:
    return mention.span.of(document.text).casefold()


def _usual(document: Document, known: Iterable[tuple[Mention, Floats | None]]) -> dict[str, Floats]:
    """Name → how likely it is of each type, at the mean over all its places: a name is of one type in a document."""
    gathered: dict[str, list[Floats]] = {}
    for mention, shares in known:
        if shares is not None:
            gathered.setdefault(_key(document, mention), []).append(shares)
    return {key: mean_row(np.array(shares)) for key, shares in gathered.items()}


def _shares_of(mention: Mention, encodings: Sequence[Encoding]) -> Floats | None:
    encoding = encoding_at(encodings, mention.span.start) if mention.form == "name" else None
    if encoding is None:
        return None
    first, last = encoding.pieces(mention.span)
    return _shares(encoding, first, last) if last > first else None


def _typed(mention: Mention, shares: Floats | None) -> Mention:
    # The model knows no peoples and works apart from persons and other things.
    if shares is None or mention.form != "name" or mention.type in ("group", "work"):
        return mention
    likely = shares[1:].copy()
    if mention.type in NAME_TYPES and mention.type != "other":
        likely[NAME_TYPES.index(mention.type)] += _RULES[SURE.index(mention.score)]
    best = int(likely.argmax())
    kind: MentionType = NAME_TYPES[best]
    if kind in (mention.type, "other") or likely[best] < _RETYPES:
        return mention
    return replace(mention, type=kind)


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether `span` overlaps one of `spans`, which are in text order, a name inside another being behind it."""
    last = bisect_left(spans, span.end, key=lambda other: other.start)
    return any(span.overlaps(other) for other in spans[max(0, last - _INSIDE) : last])
