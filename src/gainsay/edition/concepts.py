"""Concepts: all phrases of an edition that name one thing, grouped: what each party, thing and event is called.

Whoever has a name is grouped by entity. What has none ("the agreement", "the strikers") is grouped by its noun: in
documents on one subject that is mostly one thing, in others it need not be.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gainsay.annotations.designations.words import DETERMINERS, STOPS, Word, words_of
from gainsay.edition.edition import Edition
from gainsay.edition.namings import Place
from gainsay.edition.voices import Voices
from gainsay.spans import Span
from gainsay.statements.terms import stem, weight

OFTEN = 2  # times that a word must stand right after a determiner and end the phrase to be taken for a noun
LONGEST = 6  # words before a noun that are looked at
TELLING = 2.0  # weight from which on a noun tells one thing from another: "the time" names nothing

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_GAPS = frozenset({" ", "\n", "-"})


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with the places of the phrases that name it; `name` is an entity's, or the noun they share."""

    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """Words of a sentence that stand together, without a function word or a mark between; whether a determiner, which
    is the first, opens them."""

    document: str
    words: tuple[Word, ...]
    determined: bool


def concepts(edition: Edition) -> list[Concept]:
    """The things that the edition names, the most often named first."""
    named, taken = _named(edition)
    rows = [row for document in edition.paths for row in _rows(edition, document, taken[document])]
    found = [*named, *_unnamed(edition, rows)]
    return sorted(found, key=lambda c: (-len(c.places), c.name))


def _named(edition: Edition) -> tuple[list[Concept], dict[str, set[int]]]:
    """The entities, and where in each document the words of their phrases end."""
    voices = Voices(edition)
    groups: dict[str, list[Place]] = defaultdict(list)
    names: dict[str, str] = {}
    taken: dict[str, set[int]] = defaultdict(set)
    for document, path in edition.paths.items():
        text, referent_of = edition.text(document), edition.mention_referents(document)
        for m in edition.mentions(document):
            referent = referent_of.get(m.id)
            entity = voices.entity(referent)
            if m.form == "pronoun" or not (key := entity or referent):
                continue
            if entity is None and m.form == "nominal":
                continue  # whoever has no name in this document may have one noun in several
            groups[key].append(Place(m.id, document, path, m.span))
            names.setdefault(key, voices.name(entity) or m.span.of(text))
            taken[document].add(m.span.end)
    return [Concept(names[key], tuple(places)) for key, places in groups.items()], taken


def _rows(edition: Edition, document: str, taken: set[int]) -> Iterator[_Row]:
    text = edition.text(document)
    for passage in edition.passages(document):
        if passage.kind not in ("boilerplate", "byline", "note", "table"):
            for sentence in passage.sentences or (passage.span,):
                for row in _together(text, words_of(text, *sentence)):
                    if row[-1].end not in taken:
                        determined = row[0].lower in DETERMINERS
                        yield _Row(document, tuple(row), determined)


def _together(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    row: list[Word] = []
    for word in words:
        apart = row and text[row[-1].end : word.start] not in _GAPS
        if row and (apart or word.lower in STOPS or word.lower in DETERMINERS):
            yield row
            row = []
        if word.lower not in STOPS:
            row.append(word)
    if row:
        yield row


def _unnamed(edition: Edition, rows: Sequence[_Row]) -> Iterator[Concept]:
    """Things by their nouns: a noun is what often stands alone after a determiner."""
    alone = Counter(_noun(row.words[1]) for row in rows if row.determined and len(row.words) == 2)
    nouns = {n for n, times in alone.items() if times >= OFTEN and weight(n) >= TELLING and _LETTERS.fullmatch(n)}
    groups: dict[str, list[Place]] = defaultdict(list)
    for row in rows:
        words = row.words[:LONGEST]
        last = next((k for k in range(len(words) - 1, -1, -1) if _noun(words[k]) in nouns), None)
        if last is None or (last == 0 and row.determined):
            continue
        span = Span(words[0].start, words[last].end)
        path = edition.paths[row.document]
        groups[_noun(words[last])].append(Place("", row.document, path, span))
    for places in groups.values():
        counted = Counter(_words(edition, place) for place in places)
        yield Concept(min(counted, key=lambda w: (-counted[w], w)), tuple(places))


def phrases(edition: Edition, concept: Concept) -> list[tuple[str, int, tuple[str, ...]]]:
    """The phrases of a concept without their article, the most used first: how often, and in which documents."""
    used: dict[str, list[str]] = defaultdict(list)
    for place in concept.places:
        used[_words(edition, place)].append(place.path)
    ranked = sorted(used.items(), key=lambda u: (-len(u[1]), u[0]))
    return [(words, len(paths), tuple(dict.fromkeys(paths))) for words, paths in ranked]


def _words(edition: Edition, place: Place) -> str:
    words = place.span.of(edition.text(place.document)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)


def _noun(word: Word) -> str:
    return stem(word.lower.removesuffix("'s").removesuffix("’s"))
