"""Lower-case words that belong to the name before them: "the Lindqvist government", "Adair county court"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.annotations.mentions.candidate import Candidate
from gainsay.annotations.mentions.lexicon.heads import (
    COURT_KINDS,
    INNER_POSSESSIVES,
    LOWER_ORGANISATION_HEADS,
    LOWER_PLACE_HEADS,
    PARTY_WORDS,
    RULE_HEADS,
    STATE_BODIES,
    STATE_PEOPLE,
)
from gainsay.annotations.mentions.sequences import Sequence


def _one_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_RULE = re.compile(rf"\s(?:[a-z]{{4,14}}\s)?(?:{_one_of(RULE_HEADS)})\b", re.IGNORECASE)
_BODY = re.compile(rf"\s(?:(?:{_one_of(COURT_KINDS)})\s)?({_one_of(LOWER_ORGANISATION_HEADS)})\b")
_PLACE = re.compile(rf"\s(?:{_one_of(LOWER_PLACE_HEADS)})\b")
_PARTY = re.compile(r"(?:[’']s?)?\sparty\b")
_STATE_BODY = re.compile(rf"\s(?:{_one_of(STATE_BODIES)})\b")
_STATE_PEOPLE = re.compile(rf"\s(?:[a-z]{{4,14}}\s)?(?:{_one_of(STATE_PEOPLE)})\b")
_BODY_OF = re.compile(rf"\b(?:{_one_of(STATE_BODIES)}) of (?:the )?$")
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th) $")


def with_tails(text: str, candidate: Candidate) -> Iterator[Candidate]:
    """The candidate, longer where the words after it belong to it, and whatever longer name holds it."""
    if candidate.form == "adjective":
        yield candidate
        body = _STATE_BODY.match(text, candidate.end)
        people = _STATE_PEOPLE.match(text, candidate.end)
        if body and candidate.type == "place":
            yield Candidate(candidate.start, body.end(), "name", "organisation", 5)
        elif people and candidate.type == "place":
            yield Candidate(candidate.start, people.end(), "nominal", "organisation", 5)
        return
    if candidate.form != "name":
        yield candidate
        return
    rule = _RULE.match(text, candidate.end) if candidate.type in ("person", None, "organisation") else None
    if rule and (candidate.type != "organisation" or candidate.weight < 4):
        yield candidate._replace(weight=candidate.weight if candidate.type == "person" else 0)
        yield Candidate(candidate.start, rule.end(), "name", "organisation", 5)
        return
    yield from _lengthened(text, candidate)


def _lengthened(text: str, candidate: Candidate) -> Iterator[Candidate]:
    words = text[candidate.start : candidate.end].count(" ") + 1
    before = _BODY_OF.search(text, max(candidate.start - 24, 0), candidate.start) if candidate.type == "place" else None
    if before:
        yield Candidate(before.start(), candidate.end, "name", "organisation", 5)
    body = _BODY.match(text, candidate.end)
    place = _PLACE.match(text, candidate.end)
    if body and candidate.type == "place" and body[1] in ("court", "council", "university", "police", "parliament"):
        yield candidate
        yield Candidate(candidate.start, body.end(), "name", "organisation", 5)
    elif body and words > 1 and candidate.type in (None, "person", "organisation") and body[1] == "party":
        yield candidate._replace(end=body.end(), type="organisation", weight=5)
    elif place and candidate.type not in ("event", "work", "group") and candidate.weight < 4:
        yield candidate._replace(type="place", weight=3)
        yield Candidate(candidate.start, place.end(), "name", "place", 5)
    else:
        yield candidate


def party_in(text: str, run: Sequence) -> Candidate | None:
    """ "the Labour party": an adjective of politics with "party" in lower case after it."""
    last = run.tokens[-1]
    found = _PARTY.match(text, run.end) if last.lower in PARTY_WORDS | INNER_POSSESSIVES else None
    return Candidate(run.start, found.end(), "name", "organisation", 5) if found else None


def with_ordinal(text: str, start: int) -> int:
    """Where a name begins whose ordinal is in digits: "4th Harbour Congress"."""
    found = _ORDINAL.search(text, max(start - 6, 0), start)
    return found.start() if found else start
