"""On how many origins a matter rests, and what shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gainsay.dependence.dependence import Dependence
from gainsay.matters.matter import Matter
from gainsay.room.context import Tie, Witness
from gainsay.room.naming import compare_href, short_title, source_link
from gainsay.room.shelf import Shelf
from gainsay.room.words import reason_in_words

MOST_TIES = 12
# What the kinds of dependence say between two names; the first is the later where the direction is known.
KINDS = {
    "copies": ("copies", "share their words with"),
    "quotes": ("quotes", "quotes, or is quoted by,"),
    "cites": ("cites", "cites, or is cited by,"),
    "same-origin": ("rests on the same origin as", "rests on the same origin as"),
    "repeats": ("repeats", "repeats, or is repeated by,"),
}


def told(shelf: Shelf, dependence: Dependence) -> str:
    """A dependence in words: who took from whom, and how much."""
    a, b = dependence.a.document, dependence.b.document
    later, earlier = (b, a) if dependence.direction == "b-from-a" else (a, b)
    known, unknown = KINDS[dependence.kind]
    verb = unknown if dependence.direction == "unknown" else known
    words = f", {dependence.words} words" if dependence.words else ""
    return f"{short_title(shelf.documents[later])} {verb} {short_title(shelf.documents[earlier])}{words}"


class Origins:
    """Makes the witnesses of matters; the dependences are ordered once, by the two documents they lie between."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.between: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
        for one in shelf.dependences:
            first, second = sorted((one.a.document, one.b.document))
            self.between[first, second].append(one)

    def witnesses(self, matter: Matter) -> Iterator[Witness]:
        """Each origin with the documents that rest on it and what ties them together."""
        groups = matter.witnesses.groups
        shown = len(groups) > 0 and matter.witnesses.independent == len(groups)
        for members, reason in groups:
            documents = list(dict.fromkeys(map(self.shelf.statements.document_of, members)))
            yield Witness(
                tuple(source_link(self.shelf, d) for d in documents),
                reason_in_words(reason),
                shown,
                tuple(self._ties(documents)),
            )

    def _ties(self, documents: list[str]) -> Iterator[Tie]:
        ordered = sorted(documents)
        found = [
            one
            for k, first in enumerate(ordered)
            for second in ordered[k + 1 :]
            for one in self.between.get((first, second), ())
        ]
        for one in sorted(found, key=lambda d: (-d.words, d.id))[:MOST_TIES]:
            href = compare_href(one.a.document, one.b.document) if one.kind != "cites" else ""
            yield Tie(told(self.shelf, one), reason_in_words(one.reason), href)
