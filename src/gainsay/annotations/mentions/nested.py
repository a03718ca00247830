"""Names inside longer ones: "*Tellmark* International Airport", where Tellmark is a place of the text by itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from gainsay.annotations.mentions.evidence import is_place
from gainsay.annotations.mentions.lexicon.ordinary import FUNCTION_WORDS
from gainsay.annotations.mentions.mention import SURE, Mention, MentionType
from gainsay.documents.document import Document
from gainsay.spans import Span, content_id

_LONGEST = 4  # words of an inner name
_MOST_WORDS = 12  # words of an outer name that are looked at
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*\.?")
_OUTER = frozenset(("organisation", "place", "event", "work", "other"))
_INNER = frozenset(("place", "person"))
_OF = frozenset("of for at in".split())

# One word that makes another name of a place ("Marrow Airport"); before any other ("Marrow City") the name is one.
_BUILT = frozenset(
    """
airport bridge road street avenue square station museum tower zoo library cathedral castle hall park stadium arena
palace mansion hotel university college school hospital court courthouse prison barracks theatre theater church
cemetery market docks quay library expressway highway turnpike
""".split()
)


def with_nested(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in text order, with those inside of them that the text has by themselves as places or persons."""
    text = document.text
    names = [m for m in mentions if m.form == "name"]
    alone = _alone(text, names)
    taken = {mention.span for mention in mentions}
    found = list(mentions)
    for mention in names:
        for span, kind in _inside(text, mention, alone) if mention.type in _OUTER else ():
            if span not in taken:
                taken.add(span)
                identity = content_id("mention", document.id, span.start, span.end, "name")
                found.append(Mention(identity, document.id, span, kind, "name", score=SURE[1]))
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _alone(text: str, names: Iterable[Mention]) -> dict[str, MentionType]:
    """The names that stand by themselves somewhere, with the type that they mostly have there; and family names."""
    ordered = sorted(names, key=lambda m: (m.span.start, -m.span.end))
    reached = [0, *accumulate((m.span.end for m in ordered), max)]
    votes: defaultdict[str, Counter[MentionType]] = defaultdict(Counter)
    for mention, end in zip(ordered, reached, strict=False):
        if mention.span.end > end or mention.span.start >= end:
            votes[mention.span.of(text)][mention.type] += 1
    return {form: types.most_common(1)[0][0] for form, types in votes.items()}


def _inside(text: str, mention: Mention, alone: dict[str, MentionType]) -> Iterator[tuple[Span, MentionType]]:
    words = [found.span() for found in _WORD.finditer(text, *mention.span)][:_MOST_WORDS]
    if len(words) < 2 or mention.span.end - words[-1][1] > 2:
        return
    starts = [0, *(n + 1 for n, (a, b) in enumerate(words[:-1]) if text[a:b] in _OF)]
    for first in starts:
        if first and text[slice(*words[first])] == "the" and first + 1 < len(words):
            first += 1
        last = len(words) if first else len(words) - 1
        for stop in range(min(last, first + _LONGEST), first, -1):
            span = Span(words[first][0], words[stop - 1][1])
            kind = _kind(span.of(text), alone)
            if kind and _is_another(text, mention, words[stop:]):
                yield span, kind
                break


def _kind(form: str, alone: dict[str, MentionType]) -> MentionType | None:
    if form.lower() in FUNCTION_WORDS:
        return None
    known = alone.get(form)
    if known in _INNER:
        return known
    return "place" if known is None and is_place(form) else None


def _is_another(text: str, mention: Mention, rest: Sequence[tuple[int, int]]) -> bool:
    """Whether the longer name names something else: "Marrow City" is Marrow itself, "Marrow Airport" is not."""
    if mention.type != "place" or len(rest) != 1:
        return True
    return text[slice(*rest[0])].lower() in _BUILT
