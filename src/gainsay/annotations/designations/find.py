"""Finds designations: phrases for parties and for acts, whom they name, and in whose voice they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gainsay.annotations.attributions.attribution import Attribution
from gainsay.annotations.designations.acts import act_phrases
from gainsay.annotations.designations.calling import called
from gainsay.annotations.designations.deeds import deed_phrases
from gainsay.annotations.designations.designation import Designation
from gainsay.annotations.designations.lexicon import CHOSEN_ROLES
from gainsay.annotations.designations.named import Named
from gainsay.annotations.designations.parties import Names, Phrase, party_phrases
from gainsay.annotations.designations.words import words_of
from gainsay.annotations.mentions import Mention
from gainsay.documents.document import Document
from gainsay.passages.passage import Layout
from gainsay.spans import Span, content_id

Ids = tuple[str, ...]


# Between a name and what it is said to be; a denial ("is not a") calls nobody so.
_IS = re.compile(r" (?:is|was|are|were|as|remains|became|becomes|has become) (?:(?!not |never |no )\w+ )?")
# Between a name and an apposition, and what closes one: "According to X, the regime fell" is none.
_COMMA = re.compile(r"(?: ?,| ?\(| ?[—–-]) ?(?:who (?:is|was) )?")
_CLOSED = re.compile(r" ?[,;:.)—–]| who | which |$")
_RESUMES = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose) \w+")
# Earlier phrases with the same noun that are looked at.
_LATEST = 8
# Characters before a phrase in which such a name may end.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class DesignationSettings:
    """What is looked for."""

    parties: bool = True
    acts: bool = True
    reach: int = 2000  # characters back to the phrase that "the regime" takes up: about a page


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
    named = Named(text, mentions)
    found: list[Designation] = []
    for passage in layout.prose:
        for sentence in passage.sentences or (passage.span,):
            words = words_of(text, *sentence)
            inside = named.within(sentence)
            names = _names(inside)
            parties = _outermost(party_phrases(text, words, names)) if settings.parties else []
            acts = [*act_phrases(text, words, named), *deed_phrases(text, words, named)] if settings.acts else []
            found += [_party(document, p, *_meant(named, p, sentence)) for p in parties]
            begins = [p.span.start for p in parties]
            for phrase, key, arguments in acts:
                # "The X massacre regime" is a party; the massacre in it is not told as an act of its own.
                at = bisect_right(begins, phrase.span.start) - 1
                if at < 0 or not parties[at].span.contains(phrase.span):
                    found.append(_designation(document, phrase, arguments, key))
    # A phrase may be reached from two of its words.
    distinct = sorted({d.id: d for d in found}.values(), key=lambda d: (d.span, d.act or ""))
    return _voiced(_resumed(distinct, text, settings.reach), attributions)


def _names(mentions: Sequence[Mention]) -> Names:
    """Begin and end of the longest name at each place."""
    return Names(
        {m.span.start: m.span.end for m in mentions},
        {m.span.end: m.span.start for m in reversed(mentions)},
        frozenset(m.span.end for m in mentions if m.type == "person"),
    )


def _party(document: Document, phrase: Phrase, mentions: Ids, called: Ids) -> Designation:
    return replace(_designation(document, phrase, mentions, None), called=called)


def _designation(document: Document, phrase: Phrase, mentions: Ids, act: str | None) -> Designation:
    key = content_id("designation", document.id, *phrase.span, act or "")
    return Designation(key, document.id, phrase.span, mentions, act, None, phrase.charge, phrase.head)


def _outermost(phrases: Iterable[Phrase]) -> list[Phrase]:
    """The phrases that lie in no other, and those that may; of two that overlap, the longer."""
    every = sorted(phrases, key=lambda p: (p.span.start, -p.span.end))
    kept: list[Phrase] = []
    for phrase in (p for p in every if not p.may_nest):
        if kept and kept[-1].span.overlaps(phrase.span):
            if phrase.span.length > kept[-1].span.length:
                kept[-1] = phrase
            continue
        kept.append(phrase)
    return sorted([*kept, *(p for p in every if p.may_nest)], key=lambda p: p.span)


def _meant(named: Named, phrase: Phrase, sentence: Span) -> tuple[Ids, Ids]:
    """Whom the phrase names (the name apposed to it, else the names in it), and whom of these it calls so."""
    text = named.text
    near = Span(max(sentence.start, phrase.span.start - _NEAR), min(sentence.end, phrase.span.end + _NEAR))
    around = named.outer(near)
    apposed = _apposed(text, phrase, [m for m in around if m.form == "name"], sentence.start) or called(
        named, phrase.span.start
    )
    if apposed:
        return (apposed.id,), (apposed.id,)
    inner = [m for m in around if phrase.span.contains(m.span)]
    # "the dissolved Harbour Party" is the party itself; "the neighbour of Ruritania" is somebody else.
    itself = [m for m in inner if m.span.end == phrase.span.end]
    if itself and text[itself[0].span.start - 4 : itself[0].span.start] == " of ":
        itself = []
    return tuple(m.id for m in inner), tuple(m.id for m in itself)


def _apposed(text: str, phrase: Phrase, names: Sequence[Mention], begin: int) -> Mention | None:
    """The name that a title stands before, or that an apposition or a form of "be" joins to the phrase."""
    start, end = phrase.span
    for name in names:
        if name.type == "person" and phrase.head.endswith("s"):
            continue
        if name.span.start > end:
            between = text[end : name.span.start]
            return name if between in (" ", "\n") or (between == ", " and phrase.head in CHOSEN_ROLES) else None
        if name.span.end <= start and _IS.fullmatch(text, name.span.end, start):
            return name
        # A name that opens the sentence may have lost the closing comma.
        apposition = name.type != "place" and (name.span.start == begin or _CLOSED.match(text, end))
        if name.span.end <= start and apposition and _COMMA.fullmatch(text, name.span.end, start):
            return name
    return None


def _resumed(designations: Sequence[Designation], text: str, reach: int) -> list[Designation]:
    """ "The regime" takes up the regime named before it, where only one was named within `reach` characters."""
    named: dict[str, list[Designation]] = {}
    resumed = []
    for designation in designations:
        if designation.act is None and designation.mentions and not designation.called:
            named.setdefault(designation.head, []).append(designation)
        elif designation.act is None and not designation.mentions and _RESUMES.fullmatch(text, *designation.span):
            near = [
                d for d in named.get(designation.head, ())[-_LATEST:] if designation.span.start - d.span.end <= reach
            ]
            if len({_name_key(d, text) for d in near}) == 1:
                designation = replace(designation, mentions=near[-1].mentions)
        resumed.append(designation)
    return resumed


def _name_key(designation: Designation, text: str) -> str:
    """The words in capitals: what tells "the Vance regime" from "the Finch regime"."""
    return " ".join(w for w in designation.span.of(text).split() if w[0].isupper() and w != "The")


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
