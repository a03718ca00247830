"""Witnesses: testimonies counted net of copying, quoting, citing and repeating."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gainsay.dependence.classify import SET_PHRASE
from gainsay.dependence.dependence import Dependence, Place
from gainsay.spans import Span

# A statement rests on a shared run when most of the shorter of the two lies in the other: a common phrase inside a long
# sentence does not make two sentences one testimony.
MOSTLY = 0.5

SAME_DOCUMENT = "the same document"

_FIRST_HAND = re.compile(
    r"\b(?:I|we)\s+(?:\w+\s+)?(?:saw|heard|watched|witnessed|counted|was there|were there|was present|were present)\b"
    r"|\bwith (?:my|our) own (?:eyes|ears)\b"
)


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement as evidence.

    `holder` is who is meant by the innermost speaker (None: the document's own voice, or nobody named), `speakers` the
    chain of those who pass it on, outermost first. `sources` are the works and agencies it rests on; `first_hand` says
    that the words claim to have seen or heard it (see `speaks_first_hand`); `quoted`, that they are another's words.
    """

    statement: str
    document: str
    span: Span
    holder: str | None = None
    speakers: tuple[str, ...] = ()
    author: str | None = None
    publisher: str | None = None
    sources: tuple[str, ...] = ()
    first_hand: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class WitnessGroups:
    """`groups` are statement ids that rest on one origin, each with the reason; `independent` counts those shown to
    have had separate access, `undetermined` the rest.
    """

    groups: tuple[tuple[tuple[str, ...], str], ...]
    documents: int
    independent: int
    undetermined: int


def speaks_first_hand(words: str) -> bool:
    """Whether somebody claims in these words to have seen or heard it.

    >>> speaks_first_hand("I saw the boats leave."), speaks_first_hand("The boats left.")
    (True, False)
    """
    return _FIRST_HAND.search(words) is not None


def count_witnesses(testimonies: Sequence[Testimony], dependences: Sequence[Dependence]) -> WitnessGroups:
    """How many origins the testimonies rest on. A hundred copies are one; what is merely separate stays undetermined.

    A group counts as independent only where somebody who can be told from the others (a named holder or author)
    claims to have seen or heard it; whoever shares that person or author is in the same group.
    """
    groups = _Groups(len(testimonies))
    _join_by_voice(testimonies, groups)
    _join_by_words(testimonies, dependences, groups)
    members = groups.members()
    independent = sum(any(_shown(testimonies[k]) for k in group) for group, _ in members)
    listed = tuple((tuple(testimonies[k].statement for k in group), reason) for group, reason in members)
    return WitnessGroups(listed, len({t.document for t in testimonies}), independent, len(members) - independent)


class _Groups:
    """Union-find that remembers the first reason for which each group was joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._reasons: dict[int, str] = {}

    def find(self, k: int) -> int:
        while self._parent[k] != k:
            self._parent[k] = self._parent[self._parent[k]]
            k = self._parent[k]
        return k

    def join(self, i: int, j: int, reason: str) -> None:
        low, high = sorted((self.find(i), self.find(j)))
        if low != high:
            told = [r for r in (self._reasons.get(low), self._reasons.pop(high, None), reason) if r]
            # That a document repeats itself goes without saying where it also shares its words with another.
            self._reasons[low] = next((r for r in told if r != SAME_DOCUMENT), SAME_DOCUMENT)
            self._parent[high] = low

    def members(self) -> list[tuple[list[int], str]]:
        found: dict[int, list[int]] = {}
        for k in range(len(self._parent)):
            found.setdefault(self.find(k), []).append(k)
        return [(group, self._reasons.get(root, "stands alone")) for root, group in sorted(found.items())]


def _join_by_voice(testimonies: Sequence[Testimony], groups: _Groups) -> None:
    """One voice is one witness, however often it speaks; so are those who rest on one source."""
    seen: dict[tuple[str, str], int] = {}
    for k, testimony in enumerate(testimonies):
        for kind, who, reason in _voices(testimony):
            first = seen.setdefault((kind, who), k)
            groups.join(first, k, reason)


def _voices(testimony: Testimony) -> list[tuple[str, str, str]]:
    """What a testimony rests on: (kind, key, reason for joining those that share it)."""
    rests = [("source", s, f"both rest on {s}") for s in testimony.sources]
    people = dict.fromkeys([*testimony.speakers, *([testimony.holder] if testimony.holder else [])])
    rests += [("speaker", p, "the word of the same speaker") for p in people]
    # Two voices that nobody names, quoted from two works, are no one voice for standing in one book.
    if not people and not (testimony.quoted and testimony.sources):
        rests.append(("document", testimony.document, SAME_DOCUMENT))
        if testimony.author:
            rests.append(("author", testimony.author.casefold(), "the same author"))
        elif testimony.publisher:
            rests.append(("publisher", testimony.publisher.casefold(), "the same publisher"))
    return rests


def _join_by_words(testimonies: Sequence[Testimony], dependences: Sequence[Dependence], groups: _Groups) -> None:
    by_document: dict[str, list[int]] = {}
    for k, testimony in enumerate(testimonies):
        by_document.setdefault(testimony.document, []).append(k)
    for dependence in dependences:
        # Twenty papers may write "the minister of the interior said on Tuesday": that makes no one witness of them.
        if dependence.kind == "copies" and dependence.words < SET_PHRASE:
            continue
        left = [k for k in by_document.get(dependence.a.document, ()) if _rests(testimonies[k], dependence.a)]
        if dependence.kind == "cites":
            right = by_document.get(dependence.b.document, [])
        else:
            right = [k for k in by_document.get(dependence.b.document, ()) if _rests(testimonies[k], dependence.b)]
        for i in left[:1]:
            for j in (*left, *right) if right else ():
                groups.join(i, j, dependence.reason or "the same words in both")


def _rests(testimony: Testimony, place: Place) -> bool:
    shared = min(testimony.span.end, place.span.end) - max(testimony.span.start, place.span.start)
    return shared > 0 and shared >= MOSTLY * min(testimony.span.length, place.span.length)


def _shown(testimony: Testimony) -> bool:
    """Own observation of somebody who can be named."""
    return testimony.first_hand and bool(testimony.holder or testimony.author) and not testimony.sources
