"""Who takes part: the mentions of a document by place, and the key under which rival names for one act meet."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from gainsay.annotations.designations.lexicon import IRREGULAR_ROOTS, NEUTRAL_NOUNS, PARTY_NOUNS
from gainsay.annotations.mentions import Mention
from gainsay.spans import Span

# Ships and the like count: "the Halcyon explosion".
NAMED_TYPES = ("person", "organisation", "group", "place", "other")

_NESTED = 6  # names before a word among which one that holds it is looked for: they nest two or three deep

_DEMONYM_ENDINGS = ("ese", "ians", "ian", "ans", "an", "ish", "is", "ia", "i", "s", "e", "a", "y")


class Named:
    """The mentions of a document that name somebody or some place, found by where they stand."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        # A nominal with a capital is a people ("Ruritanians"); other nominals and pronouns name nobody.
        kept = [
            m
            for m in mentions
            if m.type in NAMED_TYPES and m.form != "pronoun" and (m.form != "nominal" or text[m.span.start].isupper())
        ]
        self.pronouns = {m.span.end: m for m in mentions if m.form == "pronoun"}
        self._mentions = sorted(kept, key=lambda m: (m.span.start, m.span.end))
        self._starts = [m.span.start for m in self._mentions]
        # The longest that ends at each place.
        self._ends = {m.span.end: m for m in reversed(self._mentions) if m.form == "name"}

    def within(self, span: Span) -> list[Mention]:
        """Those that lie in `span`, in text order."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.end <= span.end]

    def outer(self, span: Span) -> list[Mention]:
        """The same without names inside longer names."""
        kept: list[Mention] = []
        for mention in sorted(self.within(span), key=lambda m: (m.span.start, -m.span.end)):
            if not kept or mention.span.end > kept[-1].span.end:
                kept.append(mention)
        return kept

    def at(self, start: int) -> Mention | None:
        """The longest that begins at an offset."""
        k = bisect_left(self._starts, start)
        found = None
        while k < len(self._starts) and self._starts[k] == start:
            found, k = self._mentions[k], k + 1
        return found

    def ending_at(self, end: int) -> Mention | None:
        """The longest name that ends at an offset."""
        return self._ends.get(end)

    def is_in_body(self, span: Span) -> bool:
        """Whether a word is part of the name of a body."""
        near = bisect_left(self._starts, span.end)
        return any(
            m.type == "organisation" and m.form == "name" and m.span.contains(span) and m.span != span
            for m in self._mentions[max(0, near - _NESTED) : near]
        )

    def act_key(self, kind: str, parties: Iterable[Mention]) -> str:
        """The class of an act with whoever takes part, in an order that does not depend on the wording."""
        return "|".join([kind, *sorted({self._root_of(m) for m in parties})])

    def _root_of(self, mention: Mention) -> str:
        """Troops, rulers and the like stand for their country: "Ruritanian volunteer troops" is "Ruritania"."""
        words = mention.span.of(self.text).split()
        last = words[-1].lower() if words else ""
        if len(words) > 1 and (last in NEUTRAL_NOUNS or last in PARTY_NOUNS):
            first = next((m for m in self.within(mention.span) if m.form == "adjective" and m != mention), None)
            if first is not None and first.span.start == mention.span.start:
                return root(first.span.of(self.text))
        return root(mention.span.of(self.text))


def root(name: str) -> str:
    """A key under which a country and its demonym meet; other names fold to themselves.

    >>> root("Ruritanian") == root("Ruritania"), root("French") == root("France"), root("Marrow Bay")
    (True, True, 'marrow bay')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("’", "'").removesuffix("'s").removeprefix("the ").replace(".", "")
    plain = IRREGULAR_ROOTS.get(plain, plain)
    while " " not in plain:
        # Three letters must be left, or "Iran" and "Peru" lose their names.
        ending = next((e for e in _DEMONYM_ENDINGS if plain.endswith(e) and len(plain) - len(e) >= 3), None)
        if ending is None:
            break
        plain = plain.removesuffix(ending)
    return plain
