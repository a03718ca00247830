"""Whether what was planted in a collection is found in its edition, and what is found that nobody planted.

A planted relation is found where the edition holds one of its kind between the words of the two documents. Of what the
edition holds, a disputed matter is right where it sets planted words against each other, and shared words are right
where both ends touch planted words; the rest is chance of the grammar, or a fault.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.corpus import PLANTED, Planted
from gainsay.dependence.dependence import Place
from gainsay.edition.edition import Edition
from gainsay.matters.matter import Matter
from gainsay.spans import Span

DISPUTES = {
    "conflict figure": ("conflict", "figure"),
    "conflict date": ("conflict", "date"),
    "conflict label": ("conflict", "label"),
    "denial": ("denial", "occurrence"),
    "scope": ("scope", "figure"),
}
AGREEMENTS = ("corroboration", "single-witness")
Found = Callable[[Planted], bool]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one kind how many were planted and found, and how many the edition holds and how many of those are right."""

    planted: int = 0
    found: int = 0
    held: int = 0
    right: int = 0


def tally(edition: Edition, folder: Path, truth: Sequence[Planted]) -> dict[str, Tally]:
    """By kind of what is planted; `held` and `right` stand with "disputes" and "shared words"."""
    where = _Places(edition, folder, truth)
    disputes, agreements = _matters(edition, where)
    copied = {(a, b) for d in edition.dependences() for a in where.at(d.a) for b in where.at(d.b)}
    copied |= {(b, a) for a, b in copied}
    planted, found = Counter(one.kind for one in truth), Counter[str]()
    for one in truth:
        a, b = (one.a, one.a_words), (one.b, one.b_words)
        if one.kind in DISPUTES:
            found[one.kind] += (DISPUTES[one.kind], frozenset((a, b))) in disputes
        elif one.kind == "agreement":
            found[one.kind] += frozenset((a, b)) in agreements
        else:
            found[one.kind] += (a, b) in copied
    result = {kind: Tally(planted[kind], found[kind]) for kind in PLANTED}
    return result | {"disputes": _right_disputes(edition, where, truth), "shared words": _right_words(edition, where)}


Words = tuple[str, str]
"""A document's path, and what is planted in it."""


class _Places:
    """Which planted words stand at a place of a document."""

    def __init__(self, edition: Edition, folder: Path, truth: Sequence[Planted]) -> None:
        self.path = edition.paths
        self._spans: dict[str, list[tuple[Span, Words]]] = defaultdict(list)
        words: dict[str, dict[str, None]] = defaultdict(dict)
        for one in truth:
            words[one.a][one.a_words] = words[one.b][one.b_words] = None
        for path, some in words.items():
            text = (folder / path).read_text(encoding="utf-8")
            flat = text.replace("\n\n", " ")
            back = _offsets(text)
            for planted in some:
                start = flat.find(planted)
                if start >= 0:
                    span = Span(back[start], back[start + len(planted) - 1] + 1)
                    self._spans[path].append((span, (path, planted)))
        self.of_statement = self._statements(edition)

    def _statements(self, edition: Edition) -> dict[str, tuple[Words, ...]]:
        """Planted words by the statement that holds them."""
        return {s.id: found for s in edition.statements() if (found := self.within(s.document, s.span))}

    def at(self, place: Place) -> tuple[Words, ...]:
        return self.within(place.document, place.span)

    def within(self, document: str, span: Span) -> tuple[Words, ...]:
        """What is planted in `span` of a document, by its id, if only in part."""
        spans = self._spans.get(self.path[document], ())
        return tuple(words for one, words in spans if one.start < span.end and span.start < one.end)


def _offsets(text: str) -> list[int]:
    """From each character of the text without paragraphs to its place in the text."""
    return [at for at, char in enumerate(text) if not (char == "\n" and text[at - 1] == "\n")]


Disputes = set[tuple[tuple[str, str | None], frozenset[Words]]]


def _matters(edition: Edition, where: _Places) -> tuple[Disputes, set[frozenset[Words]]]:
    """Pairs of planted words that the edition sets against each other, and those that it lets agree."""
    disputes: Disputes = set()
    agreements: set[frozenset[Words]] = set()
    for matter in edition.matters():
        sides = [[w for s in side.statements for w in where.of_statement.get(s, ())] for side in matter.sides]
        if matter.verdict in AGREEMENTS:
            together = [w for side in sides for w in side]
            agreements |= {frozenset((a, b)) for a in together for b in together if a[0] != b[0]}
        pairs = ((a, b) for i, left in enumerate(sides) for right in sides[i + 1 :] for a in left for b in right)
        disputes |= {((matter.verdict, matter.facet), frozenset(pair)) for pair in pairs}
    return disputes, agreements


def _right_disputes(edition: Edition, where: _Places, truth: Sequence[Planted]) -> Tally:
    """The matters in dispute, and those of them that hold two ends of a planted dispute."""
    ends: Mapping[Words, set[Words]] = defaultdict(set)
    for one in truth:
        if one.kind in DISPUTES:
            ends[one.a, one.a_words].add((one.b, one.b_words))
            ends[one.b, one.b_words].add((one.a, one.a_words))
    held = [m for m in edition.matters() if m.verdict in ("conflict", "denial")]
    return Tally(held=len(held), right=sum(_holds(matter, where, ends) for matter in held))


def _holds(matter: Matter, where: _Places, ends: Mapping[Words, set[Words]]) -> bool:
    words = {w for side in matter.sides for s in side.statements for w in where.of_statement.get(s, ())}
    return any(ends.get(w, set()) & words for w in words)


def _right_words(edition: Edition, where: _Places) -> Tally:
    across = [d for d in edition.dependences() if d.a.document != d.b.document]
    return Tally(held=len(across), right=sum(bool(where.at(d.a) and where.at(d.b)) for d in across))
