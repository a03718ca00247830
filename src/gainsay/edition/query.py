"""Searching an edition: by words, and for people and things by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select

from gainsay.edition.edition import Edition
from gainsay.entities.entity import Entity
from gainsay.spans import Span
from gainsay.store import schema
from gainsay.store.search import find_any, find_words
from gainsay.store.wanted import Term
from gainsay.store.words import fold

SNIPPET = 240  # characters: two or three lines on a screen
TYPO = 80.0  # likeness in per cent from which a word counts as a misspelling of another ("Lindqist" of "Lindqvist": 94)
PART, SPELT = 3, 4  # letters of a word from which on a longer one may hold it, and another be a misspelling of it
LIKE = 50  # words of the edition, for each that was typed, of which it may be a part or a misspelling

_CHUNK = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: `snippet` is the stretch worth showing, `words` its text, `marks` the words found."""

    document: str
    path: str
    passage: str
    snippet: Span
    words: str
    marks: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Passage:
    number: int
    id: str
    document: str
    span: Span


def search(edition: Edition, query: str, limit: int = 20) -> list[Hit]:
    """Passages with all the words of the query, best first; "words in quotation marks" stand together.

    Where no passage has them all as words, those with parts of words or misspellings of them are looked for.
    """
    chunks = [found for a, b in _CHUNK.findall(query.replace("\0", " ")) if _WORD.search(found := a or b)]
    if not chunks:
        return []
    words = [fold(word) for chunk in chunks for word in _WORD.findall(chunk)]
    with edition.store.begin() as connection:
        ranked = find_words(connection, chunks, limit)
    if ranked:
        return _hits(edition, ranked, words)
    if len(words) != len(chunks):  # a phrase is meant to the letter
        return []
    vocabulary = edition.vocabulary()
    with edition.store.begin() as connection:
        loose = _parts(connection, vocabulary, words, limit * 5)
    return _alike(edition, loose, words)[:limit]


def _parts(
    connection: Connection, vocabulary: Sequence[str], words: Sequence[str], limit: int
) -> list[tuple[int, float]]:
    """Passages with a part of a word, or a misspelling, for each of the words: the likest words of the edition."""
    wanted = []
    for word in words:
        found = {*_holding(word, vocabulary), *_misspelt(word, vocabulary)}
        likest = sorted(found, key=lambda one: (-fuzz.ratio(word, one), one))[:LIKE]
        wanted.append([Term((one,)) for one in likest])
    return find_any(connection, wanted, limit) if all(wanted) else []


def _hits(edition: Edition, ranked: Sequence[tuple[int, float]], words: Sequence[str]) -> list[Hit]:
    wanted = set(words)
    return [_hit(edition, p, score, wanted) for p, score in _passages(edition, ranked)]


def _alike(edition: Edition, ranked: Sequence[tuple[int, float]], words: Sequence[str]) -> list[Hit]:
    """Passages with a part of a word, or a misspelling, for each of the words."""
    hits = []
    for passage, score in _passages(edition, ranked):
        text = passage.span.of(edition.text(passage.document))
        present = sorted({fold(word) for word in _WORD.findall(text)})
        meant = [_holding(word, present) or _misspelt(word, present)[:3] for word in words]
        if all(meant):
            hits.append(_hit(edition, passage, score, {p for some in meant for p in some}))
    return hits


def _holding(word: str, present: Sequence[str]) -> list[str]:
    """The words that this one is a part of, itself among them."""
    return [one for one in present if (word in one if len(word) >= PART else word == one)]


def _misspelt(word: str, present: Sequence[str]) -> list[str]:
    """The words that this one may be a misspelling of, the likest first."""
    if len(word) < SPELT:
        return []
    found = process.extract(word, present, scorer=fuzz.ratio, score_cutoff=TYPO, limit=None)
    return [one for one, *_ in found if abs(len(one) - len(word)) <= 2]


def _passages(edition: Edition, ranked: Sequence[tuple[int, float]]) -> list[tuple[_Passage, float]]:
    c = schema.passages.c
    numbers = [number for number, _ in ranked]
    with edition.store.begin() as connection:
        rows = connection.execute(select(c.number, c.id, c.document, c.start, c.end).where(c.number.in_(numbers))).all()
    by_number = {r.number: _Passage(r.number, r.id, r.document, Span(r.start, r.end)) for r in rows}
    return [(by_number[number], score) for number, score in ranked if number in by_number]


def _hit(edition: Edition, passage: _Passage, score: float, wanted: set[str]) -> Hit:
    text = edition.text(passage.document)
    found = [Span(*m.span()) for m in _WORD.finditer(text, *passage.span) if fold(m.group()) in wanted]
    snippet = _snippet(text, passage.span, found)
    marks = tuple(mark for mark in found if snippet.contains(mark))
    path = edition.paths[passage.document]
    return Hit(passage.document, path, passage.id, snippet, snippet.of(text), marks, round(score, 4))


def _snippet(text: str, passage: Span, found: Sequence[Span]) -> Span:
    """The stretch of at most SNIPPET characters with most of the different words found; it begins and ends at words."""
    if passage.length <= SNIPPET or not found:
        return _at_words(text, Span(passage.start, min(passage.end, passage.start + SNIPPET)), passage)
    best, most = found[0], 0
    for mark in found:
        reach = [f for f in found if mark.start <= f.start and f.end <= mark.start + SNIPPET * 3 // 4]
        different = len({fold(f.of(text)) for f in reach})
        if different > most:
            best, most = mark, different
    start = max(passage.start, best.start - SNIPPET // 4)
    return _at_words(text, Span(start, min(passage.end, start + SNIPPET)), passage)


def _at_words(text: str, span: Span, passage: Span) -> Span:
    start, end = span
    while passage.start < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < passage.end and not text[end].isspace():
        end -= 1
    return (Span(start, end) if start < end else span).trim(text)


def named(edition: Edition, name: str) -> list[Entity]:
    """Whoever or whatever is meant by a name, the most spoken of first.

    By the whole name; else by some of its words, in any order; else by a name spelt much like it.
    """
    wanted = fold(name)
    entities = [e for e in edition.entities() if e.links]
    spoken = _spoken(edition)
    for matches in (_equal, _within, _similar):
        found = [e for e in entities if any(matches(wanted, fold(n)) for n in (e.name, *e.names))]
        if found:
            return sorted(found, key=lambda e: (-sum(spoken.get(k.referent, 0) for k in e.links), e.name, e.id))
    return []


def _equal(wanted: str, name: str) -> bool:
    return _WORD.findall(wanted) == _WORD.findall(name)


def _within(wanted: str, name: str) -> bool:
    words = set(_WORD.findall(wanted))
    return bool(words) and words <= set(_WORD.findall(name))


def _similar(wanted: str, name: str) -> bool:
    return fuzz.ratio(wanted, name) >= TYPO


def _spoken(edition: Edition) -> dict[str, int]:
    """How often each referent is mentioned."""
    c = schema.mentions.c
    with edition.store.begin() as connection:
        return dict(connection.execute(select(c.referent, func.count()).group_by(c.referent)).all())
