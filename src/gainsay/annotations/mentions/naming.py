"""From a run of capitalised words to names: titles and demonyms apart, a type from head words and cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gainsay.annotations.mentions.evidence import Evidence, is_acronym
from gainsay.annotations.mentions.lexicon.common import CALENDAR, COMMON_WORDS, FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.heads import (
    DEFINITE_BODIES,
    EVENT_HEADS,
    GROUP_WORDS,
    INNER_POSSESSIVES,
    METONYMS,
    ORGANISATION_HEADS,
    PLACE_FIRST_WORDS,
    PLACE_HEADS,
    WORK_HEADS,
)
from gainsay.annotations.mentions.lexicon.places import demonyms, is_inhabitants, place_names
from gainsay.annotations.mentions.lexicon.titles import TITLE_HEADS, TITLE_MODIFIERS
from gainsay.annotations.mentions.mention import MentionForm, MentionType
from gainsay.annotations.mentions.sequences import Sequence, is_given
from gainsay.annotations.mentions.tokens import Token

_SAY = (
    r"said|says|say|told|tells|asked|added|argued|claimed|declared|denied|explained|insisted|noted|recalled|replied|"
    r"reported|responded|stated|tweeted|warned|wrote|writes|thinks|thought|believes|announced|admitted|conceded|testified"
)
_SPEAKS_AFTER = re.compile(
    rf" (?:has |had |also |later )?(?:{_SAY})\b|,[^,.]{{1,60}}, (?:{_SAY})\b|, (?:\d\d,|who\b)| \(\d\d\)"
)
_BEFORE = re.compile(r"([\w’']+),?\s*[\"“‘(]?$")
_IN_PLACE = frozenset("in near across throughout outside into within around through".split())
_SAID_BEFORE = frozenset(_SAY.split("|"))

# A family name may look like one of these heads, so a given name before it decides ("Clara Hill", "Tom Post").
_STRONG_HEADS = frozenset(
    "party government university foundation street river front ministry court council committee union institute "
    "school college company inc corp association society times gazette herald avenue road administration".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name as found at one place. `type` is None where nothing here tells; `weight` is how much its cue is worth."""

    start: int
    end: int
    form: MentionForm
    type: MentionType | None
    weight: int = 0
    title: str = ""


def names_in(text: str, run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    """The names that a run of capitalised words holds, in text order."""
    first = 0
    tokens = run.tokens
    for number, token in enumerate(tokens):
        if token.lower in CALENDAR and not _dated_event(tokens, number):
            yield from _names(text, run.part(first, number), evidence) if number > first else ()
            first = number + 1
    if first < len(tokens):
        yield from _names(text, run.part(first, len(tokens)), evidence)


def _dated_event(tokens: tuple[Token, ...], number: int) -> bool:
    """ "October Revolution", "Bloody Sunday", "Theresa May" are names in spite of the calendar word."""
    if number and (is_given(tokens[number - 1]) or (tokens[number].lower == "sunday" and number == 1)):
        return tokens[number].lower in ("may", "august", "sunday", "march", "april", "june")
    rest = tokens[number + 1 :]
    return len(rest) == 1 and rest[0].lower in ("revolution", "uprising", "movement", "war", "rising")


def _names(text: str, run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    run = _without_opening(run, evidence)
    if not run.tokens:
        return
    typed = _by_head(run, evidence)
    if typed:
        yield Candidate(run.start, run.end, "name", typed, 5)
        return
    title_end = _title_end(run)
    if title_end:
        yield from _titled(text, run, title_end, evidence)
        return
    size = _demonym_size(run.tokens)
    if size:
        yield _demonym(run, size)
        if size < len(run.tokens):
            yield from _names(text, run.part(size, len(run.tokens)), evidence)
        return
    if _is_name(text, run, evidence):
        type_, weight = _type(text, run, evidence)
        yield Candidate(run.start, run.end, "name", type_, weight)


def _without_opening(run: Sequence, evidence: Evidence) -> Sequence:
    """Without function words, and without a common word that has its capital from the beginning of the sentence."""
    tokens = run.tokens
    first = 0
    while first < len(tokens):
        token = tokens[first]
        opening = token.initial and not evidence.certain(token) and not _keeps(tokens[first:])
        droppable = token.lower in COMMON_WORDS or token.lower in evidence.lower or token.lower.endswith(("ly", "ing"))
        if (token.lower in FUNCTION_WORDS and not is_acronym(token)) or (opening and droppable):
            first += 1
        else:
            break
    return run.part(first, len(tokens)) if first < len(tokens) else Sequence((), ())


def _keeps(tokens: tuple[Token, ...]) -> bool:
    """Whether a common word at the beginning of a sentence belongs to what follows ("Prime Minister", "Lake Orrin")."""
    word = tokens[0].lower
    if len(tokens) == 1:
        return False
    last = tokens[-1].lower
    if word in TITLE_HEADS or word in TITLE_MODIFIERS or word in PLACE_FIRST_WORDS or word in INNER_POSSESSIVES:
        return True
    return last in ORGANISATION_HEADS or last in PLACE_HEADS or last in WORK_HEADS or word in ORGANISATION_HEADS


def _by_head(run: Sequence, evidence: Evidence) -> MentionType | None:
    """The type that the head word tells: the last word, or the one before "of"."""
    tokens = run.tokens
    if len(tokens) < 2:
        return None
    if " ".join(t.word for t in tokens) in place_names():
        return "place"
    for joint, token in zip(run.joints, tokens, strict=False):
        if joint in ("of", "of the", "for", "for the", "in the", "on", "against", "to"):
            return _head_type(token.lower) or _head_type(tokens[-1].lower)
    last = tokens[-1]
    if last.lower not in _STRONG_HEADS and is_given(tokens[0]) and len(tokens) == 2:
        return None
    if tokens[0].lower in TITLE_HEADS and last.lower not in _STRONG_HEADS and len(tokens) < 4:
        return None
    found = _head_type(last.lower)
    if found and not any(evidence.proper(t) for t in tokens) and _is_phrase(tokens, found):
        return None
    if not found and tokens[0].lower in PLACE_FIRST_WORDS and len(tokens) < 4 and not _head_type(last.lower):
        return "place" if evidence.proper(last) and tokens[0].lower not in ("new", "st", "lake") else None
    return found


def _is_phrase(tokens: tuple[Token, ...], found: MentionType) -> bool:
    """Capitalised common words are no name in a headline, nor where they only name a kind of thing or event."""
    return tokens[0].titled or found == "event" or (tokens[0].initial and len(tokens) < 3)


def _head_type(word: str) -> MentionType | None:
    if word in WORK_HEADS:
        return "work"
    if word in ORGANISATION_HEADS:
        return "organisation"
    if word in PLACE_HEADS:
        return "place"
    return "event" if word in EVENT_HEADS else None


def _title_end(run: Sequence) -> int:
    """How many words at the beginning are title: "Harbour Minister Ana Lindqvist" → 2."""
    end = 0
    for number, token in enumerate(run.tokens):
        if token.lower in TITLE_HEADS and not is_given(token):
            end = number + 1
        elif number > 4 or run.joints[number - 1 : number] not in ((), ("",), ("of",)):
            break
    return end


def _titled(text: str, run: Sequence, end: int, evidence: Evidence) -> Iterator[Candidate]:
    """Names inside a title ("South Korean", "CNRP") and the name that it belongs to."""
    tokens = run.tokens
    at = 0
    while at < end:
        size = _demonym_size(tokens[at:end])
        if size:
            yield _demonym(run.part(at, end), size)
        elif is_acronym(tokens[at]):
            yield _acronym(tokens[at])
        elif tokens[at].word in place_names():
            yield Candidate(tokens[at].start, tokens[at].end, "name", "place", 1)
        at += max(size, 1)
    rest = run.part(end, len(tokens))
    if not rest.tokens:
        return
    if rest.tokens[0].lower in FUNCTION_WORDS or (
        not any(evidence.proper(t) for t in rest.tokens) and len(rest.tokens) < 2
    ):
        known = [t for t in rest.tokens if t.lower not in FUNCTION_WORDS]
        if len(known) != 1 or known[0].initial:
            return
    title = text[tokens[0].start : tokens[end - 1].end]
    yield Candidate(rest.start, rest.end, "name", "person", 5, " ".join(title.split()))


def _demonym_size(tokens: tuple[Token, ...]) -> int:
    """How many words at the beginning are a demonym: "South Korean" 2, "Cambodian" 1."""
    if len(tokens) > 1 and f"{tokens[0].lower} {tokens[1].lower}" in demonyms():
        return 2
    return 1 if tokens and tokens[0].lower in demonyms() and tokens[0].word[0].isupper() else 0


def _demonym(run: Sequence, size: int) -> Candidate:
    start, end = run.start, run.tokens[size - 1].end
    if is_inhabitants(" ".join(t.lower for t in run.tokens[:size])):
        return Candidate(start, end, "nominal", "group", 5)
    return Candidate(start, end, "adjective", "place", 5)


def _acronym(token: Token) -> Candidate:
    place = token.word in place_names()
    return Candidate(token.start, token.end, "name", "place" if place else "organisation", 3 if place else 1)


def _is_name(text: str, run: Sequence, evidence: Evidence) -> bool:
    tokens = run.tokens
    if tokens[0].titled and not is_acronym(tokens[0]):
        return run_known(text, run, evidence)
    if len(tokens) > 1:
        return any(evidence.proper(t) for t in tokens) and not _common_tail(tokens, evidence)
    token = tokens[0]
    if token.lower in GROUP_WORDS or token.lower in METONYMS or is_acronym(token):
        return True
    if token.lower in DEFINITE_BODIES and not token.initial:
        return text[max(token.start - 4, 0) : token.start].lower() == "the "
    return evidence.certain(token) if token.initial else evidence.proper(token)


def _common_tail(tokens: tuple[Token, ...], evidence: Evidence) -> bool:
    """ "Bonapartist Cliques": an adjective that is no name with common words after it."""
    return not any(evidence.proper(t) or t.lower in demonyms() for t in tokens)


def run_known(text: str, run: Sequence, evidence: Evidence) -> bool:
    """In a headline only what is known from elsewhere is a name: every word, or a given name with what follows."""
    words = [t for t in run.tokens if not t.word.endswith(".") or len(t.word) > 2]
    known = [t.word in evidence.known or t.word in place_names() for t in words]
    if all(known) and words:
        return True
    return len(words) in (2, 3) and is_given(words[0]) and all(evidence.proper(t) for t in words)


def _type(text: str, run: Sequence, evidence: Evidence) -> tuple[MentionType | None, int]:
    """The type that the words themselves and their neighbours tell, with the weight of the cue."""
    tokens = run.tokens
    whole = " ".join(t.word for t in tokens)
    single = len(tokens) == 1
    if whole in place_names():
        return "place", 3
    if single and tokens[0].lower in GROUP_WORDS:
        return "group", 4
    if single and (tokens[0].lower in METONYMS or tokens[0].lower in DEFINITE_BODIES):
        return "organisation", 4
    if single and is_acronym(tokens[0]):
        return "organisation", 2
    if is_given(tokens[0]) and not single:
        return "person", 4
    return _type_by_neighbours(text, run, evidence)


def _type_by_neighbours(text: str, run: Sequence, evidence: Evidence) -> tuple[MentionType | None, int]:
    before = _BEFORE.search(text, max(run.start - 24, 0), run.start)
    word = before[1].lower() if before else ""
    if _SPEAKS_AFTER.match(text, run.end, min(run.end + 90, len(text))):
        return "person", 2
    if word in _IN_PLACE:
        return "place", 2
    if word == "the":
        return "organisation", 2
    if word in _SAID_BEFORE:
        return "person", 2
    if is_given(run.tokens[0]):
        return "person", 1
    if len(run.tokens) in (2, 3) and all(evidence.proper(t) for t in run.tokens):
        return "person", 1
    return None, 0
