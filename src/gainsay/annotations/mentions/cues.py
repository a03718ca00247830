"""What tells the type of a name: its words, then its neighbours."""

from __future__ import annotations

import re

from gainsay.annotations.mentions.evidence import Evidence, is_acronym, is_place
from gainsay.annotations.mentions.lexicon.first_names import RENOWNED
from gainsay.annotations.mentions.lexicon.heads import (
    DEFINITE_BODIES,
    EVENT_HEADS,
    FEASTS,
    FIRST_HEADS,
    GROUP_WORDS,
    KNOWN_BODIES,
    KNOWN_EVENTS,
    METONYMS,
    ORGANISATION_HEADS,
    PLACE_FIRST_WORDS,
    PLACE_HEADS,
    RULE_HEADS,
    SURNAME_HEADS,
    WORK_HEADS,
)
from gainsay.annotations.mentions.lexicon.places import demonyms, place_names
from gainsay.annotations.mentions.lexicon.titles import ADDRESS, TITLE_HEADS
from gainsay.annotations.mentions.mention import MentionType
from gainsay.annotations.mentions.neighbours import type_by_neighbours
from gainsay.annotations.mentions.sequences import Sequence, is_given
from gainsay.annotations.mentions.tokens import Token

_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")  # "PortPost"; but "McAdair", "DeLong"
_CAPITAL_PREFIXES = ("Mc", "Mac", "De", "Di", "La", "Le", "Fitz", "Van", "O")
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x".split())
_HEADED_BY_FIRST = frozenset({"of", "of the", "for", "for the", "in the", "on", "against", "to"})

# A family name may look like one of the other heads, so a given name before it decides ("Clara Hill", "Tom Post").
_STRONG_HEADS = frozenset(
    """
party government university foundation street river front ministry court council committee union institute school
college company inc corp inc. corp. association society times gazette herald avenue road administration department
assembly congress center centre islands island mountains sea ocean province county peninsula isthmus airport strait
atoll afb harbor harbour valley canal
""".split()
)

# Titles that as well begin the name of a body: "Justice Department", "General Assembly".
_BODY_OPENERS = frozenset("general justice state secretary council chief representative attorney".split())


def type_of_head(run: Sequence, evidence: Evidence) -> MentionType | None:
    """The type that the head word tells: the last word, or the one before "of"."""
    tokens = run.tokens
    whole = " ".join(t.word for t in tokens)
    if whole in place_names():
        return "place" if len(tokens) > 1 else None
    if whole.lower() in KNOWN_BODIES:
        return "organisation"
    if len(tokens) < 2 or whole.lower() in demonyms():
        return None
    if tokens[-1].lower in _NUMERALS:
        return type_of_head(run.part(0, len(tokens) - 1), evidence)
    if whole.lower() in KNOWN_EVENTS:
        return "event"
    if tokens[0].lower in FIRST_HEADS and len(tokens) < 5 and not tokens[0].titled:
        return FIRST_HEADS[tokens[0].lower]
    for joint, token in zip(run.joints, tokens, strict=False):
        if joint in _HEADED_BY_FIRST and token.lower in TITLE_HEADS:
            return None
        if joint in _HEADED_BY_FIRST:
            return head_type(token.lower) or head_type(tokens[-1].lower)
    last = tokens[-1].lower
    if _is_person_like(tokens) and last not in _STRONG_HEADS:
        return None
    found: MentionType | None = "organisation" if last in RULE_HEADS else head_type(last)
    if found and not any(evidence.proper(t) for t in tokens) and _is_phrase(tokens, found):
        return None
    first = tokens[0].lower
    if not found and _lies_in(tokens):
        plural = tokens[-1].lower.endswith("s") and evidence.proper(tokens[-1]) and not tokens[0].titled
        return "organisation" if plural else None
    if not found and first in PLACE_FIRST_WORDS and len(tokens) < 4 and _may_be_place(tokens[-1], evidence):
        return "place" if first not in ("new", "st", "la", "le", "las", "los") else None
    return found


def _lies_in(tokens: tuple[Token, ...]) -> bool:
    """Whether a known place is the beginning of the run, and not all of it: "*Port Said* Rangers"."""
    return any(is_place(" ".join(t.word for t in tokens[:size])) for size in range(1, min(len(tokens), 4)))


def _is_person_like(tokens: tuple[Token, ...]) -> bool:
    """Whether a given name or a title opens the run: its last word is then a family name, not a head."""
    first = tokens[0].lower
    if is_given(tokens[0]) and tokens[0].word not in place_names():
        return len(tokens) == 2 or (len(tokens) == 3 and tokens[-1].lower in SURNAME_HEADS)
    return first in TITLE_HEADS and len(tokens) < 4 and (first in ADDRESS or first not in _BODY_OPENERS)


def _may_be_place(last: Token, evidence: Evidence) -> bool:
    return evidence.proper(last) and last.lower not in demonyms()


def _is_phrase(tokens: tuple[Token, ...], found: MentionType) -> bool:
    """Capitalised common words are no name in a headline, nor where they only name a kind of thing or event."""
    return tokens[0].titled or found in ("event", "work") or (tokens[0].initial and len(tokens) < 3)


def head_type(word: str) -> MentionType | None:
    """What a name ending in this word names.

    >>> head_type("gazette"), head_type("bay"), head_type("lindqvist")
    ('work', 'place', None)
    """
    word = word.rstrip(".")
    if word in WORK_HEADS:
        return "work"
    if word in ORGANISATION_HEADS:
        return "organisation"
    if word in PLACE_HEADS:
        return "place"
    return "event" if word in EVENT_HEADS else None


def is_name(text: str, run: Sequence, evidence: Evidence) -> bool:
    """Whether a run without head word, title or demonym names anything."""
    tokens = run.tokens
    if tokens[0].titled and not is_acronym(tokens[0]):
        return _known_in_headline(run, evidence)
    if len(tokens) > 1:
        return any(evidence.proper(t) or is_acronym(t) for t in tokens)
    token = tokens[0]
    if token.lower in GROUP_WORDS or token.lower in METONYMS or is_acronym(token):
        return True
    if token.lower in DEFINITE_BODIES and not token.initial:
        return text[max(token.start - 4, 0) : token.start].lower() == "the "
    return evidence.certain(token) if token.initial else evidence.proper(token)


def _known_in_headline(run: Sequence, evidence: Evidence) -> bool:
    """In a headline only what is known from elsewhere is a name: every word, or a given name with what follows."""
    words = run.tokens
    if all(evidence.known_word(t) or t.lower in GROUP_WORDS for t in words):
        return True
    return len(words) in (2, 3) and is_given(words[0]) and all(evidence.proper(t) for t in words)


def type_of(text: str, run: Sequence, evidence: Evidence) -> tuple[MentionType | None, int]:
    """The type that the words themselves and their neighbours tell, with the weight of the cue."""
    tokens = run.tokens
    whole = " ".join(t.word for t in tokens)
    single = len(tokens) == 1
    if is_place(whole):
        return "place", 3
    if single and tokens[0].lower in GROUP_WORDS:
        return "group", 4
    if single and (tokens[0].lower in METONYMS or tokens[0].lower in DEFINITE_BODIES):
        return "organisation", 4
    if single and is_acronym(tokens[0]):
        return ("person", 3) if text[run.end : run.end + 1] == ":" and len(whole) > 3 else ("organisation", 2)
    if single and tokens[0].lower in FEASTS:
        return "event", 4
    if single and _INNER_CAPITAL.search(whole) and not whole.startswith(_CAPITAL_PREFIXES):
        return "organisation", 2
    if is_given(tokens[0]) and not single:
        return "person", 4
    if single and tokens[0].lower in RENOWNED:
        return "person", 2
    return type_by_neighbours(text, run, evidence)
