"""Attributions by the model: from scores of pieces to speakers, cues and contents.

The model tags sources, cues and contents, each in a row of its own, and points: from each piece of a content to its
cue, from a cue to its source, and from a cue to where what it reports begins and ends. The last two mend the ends of
what is tagged (`boundaries`) and read what is reported inside a report, where the row of contents is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gainsay.annotations.attributions.attribution import Attribution, AttributionKind
from gainsay.annotations.attributions.boundaries import FARTHEST, Run, mended
from gainsay.annotations.attributions.wording import past_dateline, past_label
from gainsay.encoder import Encoding
from gainsay.encoder.layout import LAYERS
from gainsay.encoder.pieces import INSIDE, MARK
from gainsay.encoder.tags import likeliest, mean_row, runs
from gainsay.spans import Span, Spans, content_id

Ints = npt.NDArray[np.int64]

# How far a cue or source may stand from what points to it, in pieces: two windows' worth.
_REACH = 300
# Pieces of a long content that are asked for its cue, at its head and at its foot.
_ASKED = 48
# Two parts of one content nearer than this, in pieces, are one.
_GAP = 4
# A part shorter than this, or that points to its cue less surely, is a slip of the tags where there is a surer one.
_SLIP = 4
_SURE_PART = 0.7
_POSSESSIVES = frozenset("his her its their my our your".split())
_NOUN_PHRASE = re.compile(r"((?:\s[\w’'-]+){1,8}?)\s(?:\w+ly\s)?")
# Letters of a word that a speaker's tags may have left out.
_LONGEST_REST = 30
# Below this a cue inside a content is not read as a report in the report.
_LEAST_NESTED = 0.5


@dataclass(frozen=True, slots=True)
class Read:
    """One attribution as the model reads it, in pieces; `score`, of the content with its cue, and
    `source_score` are probabilities, not yet calibrated."""

    content: tuple[Run, ...]
    cue: Run | None
    source: Run | None
    score: float
    source_score: float
    nested: bool = False


def read_attributions(document: str, text: str, encodings: Iterable[Encoding]) -> list[Attribution]:
    """The attributions of a document by the model alone, without parents."""
    found = []
    for encoding in encodings:
        for one in decode(encoding):
            made = _attribution(document, text, encoding, one)
            if made is not None:
                found.append(made)
    return found


def decode(encoding: Encoding) -> list[Read]:
    """What the model reads in one stretch of text."""
    sources, cues, contents = (_runs(encoding, layer) for layer in ("source", "cue", "content"))
    by_cue: dict[int | None, list[tuple[Run, float]]] = {}
    loose: list[Read] = []
    for content in contents:
        number, score = _cue_of(encoding, content, cues)
        score *= _certainty(encoding, "content", content)
        if number is None:
            loose.append(Read((content,), None, None, score, score))
        else:
            by_cue.setdefault(number, []).append((content, score))
    found = loose
    for number, parts in by_cue.items():
        if number is not None:
            found.append(_told(encoding, cues[number], parts, contents, sources))
    used = frozenset(by_cue)
    found += _nested(encoding, [cue for n, cue in enumerate(cues) if n not in used], contents, sources)
    return sorted(found, key=lambda one: (one.content, one.cue or (0, 0)))


def _runs(encoding: Encoding, layer: str) -> list[Run]:
    tags = likeliest(encoding.likelihoods[layer], encoding.paragraphs, LAYERS[layer])
    return [(start, end) for start, end, _ in runs(tags, LAYERS[layer])]


def _certainty(encoding: Encoding, layer: str, run: Run) -> float:
    """How likely the pieces of a run are not outside, at the mean."""
    outside = np.exp(encoding.likelihoods[layer][run[0] : run[1], 0])
    return float(1 - mean_row(outside))


def _cue_of(encoding: Encoding, content: Run, cues: Sequence[Run]) -> tuple[int | None, float]:
    """The number of the cue that a content points to, and how surely."""
    start, end = content
    first, last = bisect_left(cues, (start - _REACH, 0)), bisect_left(cues, (end + _REACH, 0))
    near = [n for n in range(first, last) if not start <= cues[n][0] < end and encoding.together(start, cues[n][0])]
    pieces = np.arange(start, end)
    if len(pieces) > 2 * _ASKED:
        pieces = np.concatenate([pieces[:_ASKED], pieces[-_ASKED:]])
    goals = np.array([cues[n][0] for n in near], dtype=np.int64)
    shares = mean_row(np.exp(encoding.pointing("content-cue", pieces, goals)))
    best = int(shares.argmax())
    return (None if best == len(near) else near[best]), float(shares[best])


def _told(
    encoding: Encoding,
    cue: Run,
    parts: Sequence[tuple[Run, float]],
    contents: Sequence[Run],
    sources: Sequence[Run],
) -> Read:
    first, last = parts[0][0][0] - FARTHEST, parts[-1][0][1] + FARTHEST
    near = contents[bisect_left(contents, (first, 0)) : bisect_left(contents, (last, 0))]
    own = {run for run, _ in parts}
    others = [run for run in near if run not in own]
    best = max(score for _, score in parts)
    parts = [
        (run, score) for run, score in parts if score == best or (score >= _SURE_PART and run[1] - run[0] >= _SLIP)
    ]
    told = [run for run, _ in parts]
    source, source_score = _source_of(encoding, cue, sources, told)
    holes = [run for run in (cue, source) if run is not None]
    told = mended(encoding, list(_closed(encoding, told, holes)), cue, holes, others)
    score = float(np.mean([score for _, score in parts])) * _certainty(encoding, "cue", cue)
    return Read(tuple(told), cue, source, score, source_score)


def _closed(encoding: Encoding, contents: Sequence[Run], between: Sequence[Run]) -> Iterator[Run]:
    """Contents with the small gaps closed, inside a paragraph, in which neither the cue nor the speaker stands."""
    start, end = contents[0]
    for low, high in contents[1:]:
        one = encoding.paragraph_of[low] == encoding.paragraph_of[end - 1]
        if one and low - end <= _GAP and not any(end <= a < low for a, _ in between):
            end = high
        else:
            yield start, end
            start, end = low, high
    yield start, end


def _source_of(
    encoding: Encoding, cue: Run, sources: Sequence[Run], contents: Sequence[Run]
) -> tuple[Run | None, float]:
    """Who speaks by this cue, outside of what is said; None where the model points to nothing."""
    first, last = bisect_left(sources, (cue[0] - _REACH, 0)), bisect_left(sources, (cue[0] + _REACH, 0))
    near = [
        source
        for source in sources[first:last]
        if encoding.together(cue[0], source[0]) and not any(a <= source[0] < b for a, b in contents)
    ]
    goals = np.array([source[0] for source in near], dtype=np.int64)
    shares = np.exp(encoding.pointing("cue-source", np.array([cue[0]]), goals))[0]
    best = int(shares.argmax())
    if best == len(near):
        return None, float(shares[best])
    return near[best], float(shares[best]) * _certainty(encoding, "source", near[best])


def _nested(encoding: Encoding, cues: Sequence[Run], contents: Sequence[Run], sources: Sequence[Run]) -> Iterator[Read]:
    """What is reported inside of a content: its cue points to where it begins and ends."""
    for cue in cues:
        around = next((run for run in contents if run[0] <= cue[0] < run[1]), None)
        if around is None:
            continue
        inside = [source for source in sources if around[0] <= source[0] and source[1] <= around[1]]
        read = _reported(encoding, cue, around, inside)
        if read is not None and read.score >= _LEAST_NESTED:
            yield read


def _reported(encoding: Encoding, cue: Run, around: Run, sources: Sequence[Run]) -> Read | None:
    low, high = max(around[0], cue[0] - _REACH), min(around[1], cue[1] + _REACH)
    pieces = np.arange(low, high)
    asking = np.array([cue[0]])
    starts = encoding.pointing("cue-start", asking, pieces)[0, :-1]
    ends = encoding.pointing("cue-end", asking, pieces)[0, :-1]
    # The likeliest pair with the end behind the start: the best start up to each end.
    best_starts = np.maximum.accumulate(starts)
    last = int((best_starts + ends).argmax())
    first = int(starts[: last + 1].argmax())
    score = float(np.exp((starts[first] + ends[last]) / 2)) * _certainty(encoding, "cue", cue)
    whole = (low + first, low + last + 1)
    source, source_score = _source_of(encoding, cue, sources, ())
    holes = [run for run in (cue, source) if run is not None]
    parts = tuple(_without(whole, holes))
    return Read(parts, cue, source, score, source_score, nested=True) if parts else None


def _without(whole: Run, holes: Iterable[Run]) -> Iterator[Run]:
    start, end = whole
    for low, high in sorted(holes):
        if low >= end or high <= start:
            continue
        if low > start:
            yield start, low
        start = max(start, high)
    if start < end:
        yield start, end


def _attribution(document: str, text: str, encoding: Encoding, one: Read) -> Attribution | None:
    quoting = encoding.quoting
    content, marked, words, quoted = [], [], 0, 0
    for first, last in one.content:
        bare = _bare(text, encoding, first, last)
        if bare is None:
            continue
        content.append(bare)
        inside = np.flatnonzero(quoting[first:last] == INSIDE)
        words += int((quoting[first:last] != MARK).sum())
        quoted += len(inside)
        marked += [encoding.span(first + a, first + b) for a, b in _stretches(inside)]
    if not content:
        return None
    kind: AttributionKind = "indirect" if not quoted else "direct" if quoted >= 0.9 * words else "mixed"
    cue = (encoding.span(*one.cue).trim(text),) if one.cue else ()
    if kind == "direct" and one.cue and quoting[one.cue[0]] == INSIDE and _in_one_quotation(encoding, one):
        kind, marked = "indirect", []  # a report in the words of somebody quoted
    speaker = (_whole(text, encoding.span(*one.source).trim(text), cue),) if one.source else ()
    if speaker and speaker[0].of(text).lower() in _ARTICLES:
        speaker = ()
    return Attribution(
        id=content_id("attribution", document, kind, *content, *cue),
        document=document,
        kind=kind,
        content=_ordered(content),
        marked=_ordered(content) if kind == "direct" else _ordered(marked),
        speaker=speaker,
        cue=cue,
        confidence=round(one.score * one.source_score, 3),
    )


def _in_one_quotation(encoding: Encoding, one: Read) -> bool:
    """Whether no mark stands between a cue and what it reports."""
    assert one.cue is not None
    first, last = min(one.cue[0], one.content[0][0]), max(one.cue[1], one.content[-1][1] - 1)
    return not bool((encoding.quoting[first:last] == MARK).any())


def _whole(text: str, span: Span, cue: Spans) -> Span:
    """A speaker with the rest of the word or bracket in which its tags end, and with the noun of a possessive alone
    before its verb ("her | old enemy insisted")."""
    start, end = past_label(text, span), span.end
    while end < min(len(text), span.end + _LONGEST_REST) and text[end].isalpha() and text[end - 1].isalpha():
        end += 1
    if text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    if cue and span.of(text).lower() in _POSSESSIVES:
        noun = _NOUN_PHRASE.fullmatch(text, end, cue[0].start) if end < cue[0].start else None
        end = noun.end(1) if noun else end
    return Span(start, end)


# Nobody: the tags broke off behind it.
_ARTICLES = frozenset(("the", "a", "an"))
_PAIRS = (("“", "”"), ("''", "''"), ('"', '"'), ("«", "»"), ("„", "“"))
# Characters between the last word of a quotation and its closing mark.
_TO_CLOSING = 3
_EDGES = " \t\n\"“”„«»'‘’`,;:"


def _bare(text: str, encoding: Encoding, first: int, last: int) -> Span | None:
    """The words of a content without "that", and without blanks, commas and outer quotation marks at its edges."""
    start, end = encoding.span(first, last)
    while start < end and text[start] in _EDGES:
        start += 1
    if text[start : min(start + 5, end)].lower() == "that ":
        start += 5
    end = min(end, len(text))
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    start = past_dateline(text, Span(start, end)).start
    return _balanced(text, start, end) if start < end else None


def _balanced(text: str, start: int, end: int) -> Span | None:
    """With the closing mark of what is quoted at the end, or without the opening mark of what is quoted throughout."""
    for opening, closing in _PAIRS:
        inside = text.count(opening, start, end) - (text.count(closing, start, end) if closing != opening else 0)
        if inside != 1:
            continue
        if text.startswith(opening, start):
            start += len(opening)
        elif text.find(closing, end, end + _TO_CLOSING) >= 0:
            end = text.find(closing, end, end + _TO_CLOSING) + len(closing)
    return Span(start, end) if start < end else None


def _stretches(places: Ints) -> list[Run]:
    """Neighbouring places as runs."""
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > 1)
    firsts = [int(places[0]), *(int(places[c + 1]) for c in cuts)]
    lasts = [*(int(places[c]) for c in cuts), int(places[-1])]
    return [(a, b + 1) for a, b in zip(firsts, lasts, strict=True)]


def _ordered(spans: Iterable[Span]) -> Spans:
    return tuple(sorted(set(spans)))
