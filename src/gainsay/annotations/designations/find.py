"""Finds designations: phrases for parties and for acts, whom they name, and in whose voice they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.designations.acts import act_phrases
from gainsay.annotations.designations.designation import Designation
from gainsay.annotations.designations.parties import Names, Phrase, party_phrases
from gainsay.annotations.designations.words import words_of
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id

NAMED_TYPES = ("person", "organisation", "group", "place")

# Between a title and the name it stands before; between a name and what is said of it in apposition or with "is".
_BESIDE = re.compile(r"[ \n]")
_BEFORE = re.compile(
    r"(?:[’']s)? ?[,(—–-] ?(?:who (?:is|was) )?| (?:is|was|are|were|as|remains|became|becomes|has become) (?:\w+ )?"
)
_NEAR = 30


@dataclass(frozen=True, slots=True)
class DesignationSettings:
    """What is looked for."""

    parties: bool = True
    acts: bool = True


def find_designations(
    document: Document,
    layout: Layout,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    settings: DesignationSettings = DesignationSettings(),
) -> list[Designation]:
    """The designations in the prose of `document`, in text order, none within another of its kind.

    `mentions` are those of the document: what a phrase names is told from the names in it and beside it.
    """
    text = document.text
    named = _Named(text, mentions)
    found: list[Designation] = []
    for passage in layout.prose:
        for sentence in passage.sentences or (passage.span,):
            words = words_of(text, *sentence)
            inside = named.within(sentence)
            names = _names(inside)
            parties = _outermost(party_phrases(text, words, names)) if settings.parties else []
            acts = list(act_phrases(text, words, inside)) if settings.acts else []
            found += [_party(document, p, named.meant(p.span, sentence)) for p in parties]
            for phrase, key, arguments in acts:
                if not any(p.span.contains(phrase.span) for p in parties):
                    found.append(_designation(document, phrase, arguments, key))
    found.sort(key=lambda d: (d.span, d.act or ""))
    return _voiced(found, attributions)


def _names(mentions: Sequence[Mention]) -> Names:
    """Begin and end of the longest name at each place."""
    return Names(
        {m.span.start: m.span.end for m in mentions},
        {m.span.end: m.span.start for m in reversed(mentions)},
        frozenset(m.span.end for m in mentions if m.type == "person"),
    )


def _party(document: Document, phrase: Phrase, mentions: tuple[str, ...]) -> Designation:
    return _designation(document, phrase, mentions, None)


def _designation(document: Document, phrase: Phrase, mentions: tuple[str, ...], act: str | None) -> Designation:
    key = content_id("designation", document.id, *phrase.span, act or "")
    return Designation(key, document.id, phrase.span, mentions, act, None, phrase.charge, phrase.head)


def _outermost(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases that lie in no other; of two that overlap, the longer."""
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.span.start, -p.span.end)):
        if kept and kept[-1].span.overlaps(phrase.span):
            if phrase.span.length > kept[-1].span.length:
                kept[-1] = phrase
            continue
        kept.append(phrase)
    return kept


class _Named:
    """The mentions of a document by place, and whom a phrase means by the names in it and beside it."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        # A nominal with a capital is a people ("Ruritanians"); other nominals and pronouns name nobody.
        kept = [
            m
            for m in mentions
            if m.type in NAMED_TYPES and m.form != "pronoun" and (m.form != "nominal" or text[m.span.start].isupper())
        ]
        self._mentions = sorted(kept, key=lambda m: (m.span.start, m.span.end))
        self._starts = [m.span.start for m in self._mentions]

    def within(self, span: Span) -> list[Mention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.span.end <= span.end]

    def meant(self, phrase: Span, sentence: Span) -> tuple[str, ...]:
        """The name apposed to the phrase; where there is none, the names in it."""
        around = self.within(sentence)
        return self._apposed(phrase, around) or tuple(m.id for m in self._outer(around) if phrase.contains(m.span))

    def _apposed(self, phrase: Span, around: Sequence[Mention]) -> tuple[str, ...]:
        names = [m for m in self._outer(around) if m.form == "name"]
        after = [
            m for m in names if m.span.start >= phrase.end and _BESIDE.fullmatch(self._text, phrase.end, m.span.start)
        ]
        if after:
            return (after[0].id,)
        before = [m for m in names if m.span.end <= phrase.start and m.span.end > phrase.start - _NEAR]
        return tuple(m.id for m in before[-1:] if _BEFORE.fullmatch(self._text, m.span.end, phrase.start))

    @staticmethod
    def _outer(mentions: Sequence[Mention]) -> list[Mention]:
        """Names inside longer names left out."""
        kept: list[Mention] = []
        for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
            if not kept or mention.span.end > kept[-1].span.end:
                kept.append(mention)
        return kept


def _voiced(designations: Sequence[Designation], attributions: Sequence[Attribution]) -> list[Designation]:
    """Each with the innermost attribution in whose content it stands."""
    contents = sorted(((s.start, s.end, a.id) for a in attributions for s in a.content), key=lambda c: (c[0], -c[1]))
    open_now: list[tuple[int, int, str]] = []
    voiced, at = [], 0
    for designation in designations:
        while at < len(contents) and contents[at][0] <= designation.span.start:
            open_now.append(contents[at])
            at += 1
        open_now = [c for c in open_now if c[1] > designation.span.start]
        holding = [c for c in open_now if c[1] >= designation.span.end]
        voice = min(holding, key=lambda c: (c[1] - c[0], c[2]))[2] if holding else None
        voiced.append(replace(designation, attribution=voice) if voice else designation)
    return voiced
