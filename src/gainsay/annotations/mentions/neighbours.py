"""The type of a name as its neighbours tell it: who speaks, where something lies, whose work is cited."""

from __future__ import annotations

import re

from gainsay.annotations.mentions.evidence import Evidence
from gainsay.annotations.mentions.lexicon.heads import LOWER_PLACE_HEADS
from gainsay.annotations.mentions.lexicon.ordinary import COMMON_WORDS
from gainsay.annotations.mentions.lexicon.places import place_names
from gainsay.annotations.mentions.mention import MentionType
from gainsay.annotations.mentions.sequences import Sequence, is_given

_SAY = (
    r"said|says|say|told|tells|asked|added|argued|claimed|declared|denied|explained|insisted|noted|recalled|replied|"
    r"reported|responded|stated|tweeted|warned|wrote|writes|thinks|thought|believes|announced|admitted|conceded|"
    r"testified"
)
_SPEAKS_AFTER = re.compile(
    rf" (?:has |had |also |later )?(?:{_SAY})\b| (?:was born|died|married|resigned|smiled|nodded|grew up|retired)\b|"
    rf"[’']s (?:wife|husband|father|mother|son|daughter|brother|sister|lawyer|death|resignation)\b|"
    rf",[^,.]{{1,60}}, (?:{_SAY})\b|, (?:\d\d,|who\b)| \(\d\d\)"
)
_DESCRIBED_AFTER = re.compile(
    r"\s[a-z-]*\s?(?:regime|government|campaign|administration|family|group|clique|team|supporters?|era|voters?|aides?|"
    r"victory|presidency|organization|organisation|rally|forces|troops|genocide)\b"
)
_BEFORE = re.compile(r"([\w’']+),?\s*[\"“‘(]?$")
_IN_PLACE = frozenset("in near across throughout outside into within around through above beyond".split())
_SAID_BEFORE = frozenset(_SAY.split("|"))
_REACH = 110  # characters after a name that are looked at

# "(Holt, 1983)", "Holt et al.", "Holt, Moor, & Brandt (2005)"; "Ada Moor (1850–1911)".
_YEAR = r"(?:1[6-9]|20)\d\d[a-z]?\b"
_CITED_AFTER = re.compile(
    rf"(?:[’']s)?(?:, [A-Z][\w’-]+){{0,6}}(?:,? (?:&|and) [A-Z][\w’-]+)?(?:,? \({_YEAR}|, {_YEAR}\s?[;,)])"
    r"|(?:, [A-Z][\w’-]+){0,6},? et al\b"
)
_LIVED_AFTER = re.compile(rf" \((?:born|b\.|née?|{_YEAR}\s?[–-])")

_PLACE_NOUN = "|".join(
    sorted(
        LOWER_PLACE_HEADS | set("town village suburb hamlet capital port state commune neighbourhood borough".split())
    )
)
_PLACE_BEFORE = re.compile(
    rf"\b(?:{_PLACE_NOUN}|mayor|citizens|residents|inhabitants|people|streets|outskirts|suburbs|cit(?:y|ies)|towns|villages|"
    r"north|south|east|west|northeast|northwest|southeast|southwest) of (?:the )?$"
)
_PLACE_AFTER = re.compile(
    rf" (?:is|was|lies) (?:an? |the )?(?:[\w-]+ ){{0,4}}(?:{_PLACE_NOUN})\b|, ([A-Z][\w.]+(?: [A-Z]\w+)?)(?![\w’'])"
)


def type_by_neighbours(text: str, run: Sequence, evidence: Evidence) -> tuple[MentionType | None, int]:
    """The type that what stands before and after a run tells, with the weight of the cue; None where nothing does."""
    before = _BEFORE.search(text, max(run.start - 24, 0), run.start)
    word = before[1].lower() if before else ""
    if _SPEAKS_AFTER.match(text, run.end, min(run.end + 90, len(text))):
        return "person", 2
    if word in _IN_PLACE:
        return "place", 2
    if word in ("on", "at") and len(run.tokens) < 3 and not is_given(run.tokens[0]):
        return "place", 1
    told = _told_by_year_or_region(text, run)
    if told:
        return told
    if word == "the":
        return ("person", 0) if _DESCRIBED_AFTER.match(text, run.end) else ("organisation", 3)
    if word in _SAID_BEFORE:
        return "person", 2
    if is_given(run.tokens[0]):
        return "person", 1
    proper = sum(evidence.proper(t) for t in run.tokens)
    if 2 <= len(run.tokens) <= 4 and proper >= min(2, len(run.tokens)) and run.tokens[-1].lower not in COMMON_WORDS:
        return "person", 1
    return None, 0


def is_cited(text: str, end: int) -> bool:
    """Whether what stands behind a name makes it a writer's: the year of a work, further writers."""
    return bool(_CITED_AFTER.match(text, end, min(end + _REACH, len(text))))


def _told_by_year_or_region(text: str, run: Sequence) -> tuple[MentionType, int] | None:
    """A writer by the year of a work, a place by the kind of place it is called or the region it lies in."""
    start, end = run.start, run.end
    if _PLACE_BEFORE.search(text, max(start - 24, 0), start):
        return "place", 3
    after = _PLACE_AFTER.match(text, end, min(end + _REACH, len(text)))
    if after and (not after[1] or after[1] in place_names()):
        return "place", 2
    if len(run.tokens) < 4 and is_cited(text, end):
        return "person", 3
    return ("person", 2) if _LIVED_AFTER.match(text, end) else None
