"""Collation: a quotation held against the quoted work, or against a fuller quotation of the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.dependence.classify import PRONOUNS, Quoted, Reading, quoted_side, speaks_in
from gainsay.dependence.dependence import Dependence
from gainsay.dependence.fingerprint import WORD
from gainsay.dependence.versions import Run, Version, compare, shared_words, without_overlaps
from gainsay.entities.folding import fold
from gainsay.spans import Span, Spans, cover

Finding = Literal["wrong-speaker", "frame-dropped", "altered", "cut", "unmarked", "identical"]
"""What was done to the words, the gravest first. `unmarked`: quoted here, and there in the text's own voice."""

_DETERMINERS = frozenset("the a an this that these those its my our your some".split())
NEAR = 200  # characters between two runs of one quotation where nothing says where it begins and ends: a sentence
_FRAME = re.compile(
    r"\b(?:saw|seen|sees?|heard|hears?|told|tells?|said|says?|wrote|writes?|report(?:s|ed)?|claim(?:s|ed)?|believe[sd]?|"
    r"found|finds?|admit(?:s|ted)?|den(?:y|ies|ied)|thinks?|thought|alleg(?:e[sd]?|ing)|swore|testif(?:y|ied))\b"
    r"[^.!?]*\bthat$|\baccording to\b[^.!?]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Collation:
    """A quotation (`quoting`) and what it is held against (`against`: the work itself, or the fuller quotation).

    `findings` are in the order of `Finding`; `altered` pairs what differs (the quotation's words first), `spelling`
    those that only spell a name otherwise, `dropped` is what the quotation leaves out, `added` what only it has,
    `frame` the words of the other that say on whose word it is, and that the quotation drops.
    """

    findings: tuple[Finding, ...]
    quoting: Version
    against: Version
    words: int
    altered: tuple[tuple[Span, Span], ...] = ()
    spelling: tuple[tuple[Span, Span], ...] = ()
    dropped: Spans = ()
    added: Spans = ()
    frame: Span | None = None
    reason: str = ""


def collate(dependences: Iterable[Dependence], readings: Mapping[str, Reading]) -> list[Collation]:
    """Each quotation that stands in another document too, or twice in one, held against its other version.

    `readings` maps document ids to what was read. Shared words that nobody quotes are left out.
    """
    pairs = []
    for d in dependences:
        if d.kind == "cites" or d.a.document not in readings or d.b.document not in readings:
            continue
        a, b = quoted_side(d.a, readings[d.a.document]), quoted_side(d.b, readings[d.b.document])
        if a.quoted or b.quoted:
            pairs.append((d, a, b))
    found = [_collation(group) for group in _groups(pairs)]
    return sorted(found, key=lambda c: (c.quoting.document, c.quoting.spans, c.against.document, c.against.spans))


_Shared = tuple[Dependence, Quoted, Quoted]


def _groups(pairs: Sequence[_Shared]) -> Iterator[list[_Shared]]:
    """Shared words of the same two quotations; where no attribution holds them on a side, those near each other."""
    groups: dict[tuple[object, ...], list[_Shared]] = defaultdict(list)
    for d, a, b in pairs:
        key = (d.a.document, a.quotation and a.quotation.id, d.b.document, b.quotation and b.quotation.id)
        groups[key].append((d, a, b))
    for _, group in sorted(groups.items(), key=lambda g: _places(g[1][0][0])):
        row: list[_Shared] = []
        for one in sorted(group, key=lambda g: _places(g[0])):
            if row and not (one[1].quotation and one[2].quotation) and _apart(row[-1][0], one[0]):
                yield row
                row = []
            row.append(one)
        yield row


def _places(d: Dependence) -> tuple[str, Span, str, Span]:
    return d.a.document, d.a.span, d.b.document, d.b.span


def _apart(first: Dependence, second: Dependence) -> bool:
    """Whether two runs lie too far from each other, or in another order, to be one quotation."""
    steps = second.a.span.start - first.a.span.end, second.b.span.start - first.b.span.end
    return not all(0 <= step <= NEAR for step in steps)


def _collation(group: Sequence[tuple[Dependence, Quoted, Quoted]]) -> Collation:
    d, a, b = group[0]
    swapped = _is_original(a, b, d)
    mine, other = (b, a) if swapped else (a, b)
    runs = sorted(
        (
            Run(g.b.span, g.a.span, tuple((y, x) for x, y in g.altered))
            if swapped
            else Run(g.a.span, g.b.span, g.altered)
            for g, _, _ in group
        ),
        key=lambda r: (r.mine, r.other),
    )
    texts = mine.reading.document.text, other.reading.document.text
    runs = without_overlaps(runs, texts)
    bare = Collation(
        findings=(),
        quoting=_version(mine, [r.mine for r in runs]),
        against=_version(other, [r.other for r in runs]),
        words=sum(1 for run in runs for _ in shared_words(run, texts)),
    )
    found = compare(bare.quoting, bare.against, runs, texts)
    altered, spelling = found.altered, found.spelling
    full = replace(bare, altered=altered, spelling=spelling, dropped=found.dropped, added=found.added)
    return _judged(full, mine, other, d)


def _is_original(a: Quoted, b: Quoted, d: Dependence) -> bool:
    """Whether `a` is rather what `b` is held against: the work, the source, or the fuller quotation.

    Of two that are marked in only one, the unmarked is the work where it is the speaker's own or shown to be the
    source; else the one with the marks tells more.
    """
    if a.quoted != b.quoted:
        plain_is_source = d.direction == ("b-from-a" if b.quoted else "a-from-b") or _is_own_word(a, b)
        return a.quoted != plain_is_source
    if d.direction != "unknown":
        return d.direction == "b-from-a"
    return _extent(a) > _extent(b)


def _extent(side: Quoted) -> int:
    return sum(s.length for s in side.spans) if side.quotation else side.place.span.length


def _version(side: Quoted, places: Sequence[Span]) -> Version:
    document, shared = side.reading.document.id, cover(places)
    if side.quotation is None:
        return Version(document, (shared,), shared, None, ())
    return Version(document, side.spans, shared, side.quotation.id, side.quotation.speaker)


def _judged(one: Collation, mine: Quoted, other: Quoted, d: Dependence) -> Collation:
    """The findings and their reason."""
    text = mine.reading.document.text, other.reading.document.text
    findings: list[tuple[Finding, str]] = []
    chains = _chain(mine), _chain(other)
    if wrong := _wrong_speaker(mine, other, chains):
        findings.append(("wrong-speaker", wrong))
    frame = _frame(chains, mine, other) or _plain_frame(one, other)
    if frame is not None:
        one = replace(one, dropped=tuple(s for s in one.dropped if not s.overlaps(frame)))
        findings.append(
            ("frame-dropped", f"“{_line(frame.of(text[1]))}” is left out: what was reported stands as said")
        )
    if one.altered:
        told = "; ".join(f"“{_line(x.of(text[0]))}” for “{_line(y.of(text[1]))}”" for x, y in one.altered[:3])
        findings.append(("altered", told))
    if one.dropped:
        told = "; ".join(f"“{_line(s.of(text[1]))}”" for s in one.dropped[:3])
        findings.append(("cut", f"left out: {told}"))
    if mine.quoted != other.quoted and not (d.direction != "unknown" or _is_own_word(mine, other)):
        findings.append(("unmarked", "in quotation marks in one, in its own voice in the other"))
    if not findings and not one.added:
        findings.append(("identical", "word for word" if not one.spelling else "word for word but for spelling"))
    elif not findings:
        findings.append(("altered", f"added: “{_line(one.added[0].of(text[0]))}”"))
    order = tuple(name for name, _ in findings)
    return replace(one, findings=order, frame=frame, reason="; ".join(why for _, why in findings))


def _is_own_word(mine: Quoted, other: Quoted) -> bool:
    """The document without the marks is, by its author or first lines, the word of whom the other quotes."""
    quoting, plain = (mine, other) if mine.quoted else (other, mine)
    return speaks_in(quoting, plain.reading.document)


def _chain(side: Quoted) -> list[Attribution]:
    """The attributions that hold the shared words, the widest first."""
    middle = Span(side.place.span.start, side.place.span.end)
    holding = [a for a in side.reading.placed.near(middle) if any(_holds(s, middle) for s in a.content)]
    return sorted(holding, key=lambda a: (-sum(s.length for s in a.content), a.id))


def _holds(content: Span, place: Span) -> bool:
    shared = min(content.end, place.end) - max(content.start, place.start)
    return shared * 2 >= place.length


def _wrong_speaker(mine: Quoted, other: Quoted, chains: tuple[list[Attribution], list[Attribution]]) -> str | None:
    """Two quotations of the same words whose chains of speakers have nobody in common, all of them being known."""
    if not (_is_named(mine) and _is_named(other)):
        return None  # whom "he" or "his speech" means is too often taken wrong to accuse anybody by it
    who = []
    for side, chain in zip((mine, other), chains, strict=True):
        speakers = {side.reading.speakers.get(a.id) for a in chain}
        if None in speakers or not speakers:
            return None
        who.append(speakers)
    if who[0] & who[1] or _share_a_name(mine, other):
        return None
    return f"{mine.speaker_words} says it here, {other.speaker_words} there"


def _is_named(side: Quoted) -> bool:
    """Whether the text names the speaker: a word in capitals that is no pronoun and does not only open the phrase."""
    words = side.speaker_words.split()
    return any(w[:1].isupper() and (k or w.lower() not in PRONOUNS | _DETERMINERS) for k, w in enumerate(words))


def _share_a_name(mine: Quoted, other: Quoted) -> bool:
    """A word of one speaker's name stands in the other's: they may be one whom nobody has joined."""
    left, right = (set(fold(side.speaker_words).split()) for side in (mine, other))
    return any(len(word) > 2 for word in left & right)


def _frame(chains: tuple[list[Attribution], list[Attribution]], mine: Quoted, other: Quoted) -> Span | None:
    """The innermost report in the other version ("the pilots saw that …") that the quotation leaves out.

    The report must lie within the words that the other version quotes, or the quotation would have had nothing to drop.
    """
    if len(chains[1]) < 2 or len(chains[1]) <= len(chains[0]):
        return None
    inner, outer = chains[1][-1], chains[1][-2]
    edge = [*inner.speaker, *inner.cue]
    if not edge or not inner.cue or not inner.speaker:
        return None
    frame = cover(edge)
    if not any(s.contains(frame) for s in outer.content) or frame.overlaps(other.place.span):
        return None
    kept = fold(inner.cue[0].of(other.reading.document.text))
    start = mine.place.span.start
    near = fold(mine.reading.document.text[max(0, start - 120) : start])
    return None if f" {kept} " in f" {near} " else frame


def _plain_frame(one: Collation, other: Quoted) -> Span | None:
    """A report that nobody annotated: what is left out before the shared words says that somebody saw or said it."""
    text, start = other.reading.document.text, other.place.span.start
    before = next((s for s in one.dropped if s.end <= start and not WORD.search(text, s.end, start)), None)
    return before if before and _FRAME.search(before.of(text)) else None


def _line(words: str) -> str:
    return " ".join(words.split())
