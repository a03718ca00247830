"""From a run of capitalised words to names: calendar words, titles and demonyms apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gainsay.annotations.mentions.candidate import Candidate
from gainsay.annotations.mentions.cues import head_type, is_name, type_of, type_of_head
from gainsay.annotations.mentions.evidence import Evidence, is_acronym, is_place
from gainsay.annotations.mentions.lexicon.heads import (
    FIRST_HEADS,
    GROUP_WORDS,
    INNER_POSSESSIVES,
    LOOSE_ADJECTIVES,
    PLACE_FIRST_WORDS,
    RULE_HEADS,
)
from gainsay.annotations.mentions.lexicon.ordinary import CALENDAR, COMMON_WORDS, FUNCTION_WORDS
from gainsay.annotations.mentions.lexicon.places import demonyms, is_inhabitants, place_names
from gainsay.annotations.mentions.lexicon.titles import ADDRESS, OFFICE_WORDS, TITLE_HEADS, TITLE_MODIFIERS
from gainsay.annotations.mentions.neighbours import is_cited
from gainsay.annotations.mentions.sequences import Sequence, is_given
from gainsay.annotations.mentions.tails import party_in
from gainsay.annotations.mentions.tokens import Token

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
_PARTING = FUNCTION_WORDS - _ORDINALS - frozenset("an so do my ii iii iv vi vii viii ix x xi xii one two three".split())
_SHORT_NAMES = frozenset("an so do my".split())  # function words that end a name in some languages: "Le Van An"
_LIES = re.compile(r"\b(?:in|at|near|from|to|towards?) $")
_LONGEST_PLACE = 3  # words of a known place that a longer name begins with
_LONGEST_TITLE = 6  # words: "South Korean Deputy Foreign Minister" has five


def names_in(text: str, run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    """The names that a run of capitalised words holds, in text order."""
    first = 0
    tokens = run.tokens
    for number, token in enumerate(tokens):
        if _parts(token, number) or (token.lower in CALENDAR and not _dated_event(tokens, number)):
            yield from _names(text, run.part(first, number), evidence) if number > first else ()
            first = number + 1
    if first < len(tokens):
        yield from _names(text, run.part(first, len(tokens)), evidence)


def _parts(token: Token, number: int) -> bool:
    """Whether a function word with a capital stands between names, as in the titles of works."""
    return number > 0 and token.lower in _PARTING and not is_acronym(token)


def _dated_event(tokens: tuple[Token, ...], number: int) -> bool:
    """ "October Revolution", "Bloody Sunday", "Theresa May" are names in spite of the calendar word."""
    if number and (is_given(tokens[number - 1]) or (tokens[number].lower == "sunday" and number == 1)):
        return tokens[number].lower in ("may", "august", "sunday", "march", "april", "june")
    rest = tokens[number + 1 :]
    return len(rest) == 1 and rest[0].lower in ("revolution", "uprising", "movement", "war", "rising")


def _names(text: str, run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    run = _without_opening(run, evidence)
    while run.tokens and run.tokens[-1].lower in FUNCTION_WORDS and not evidence.proper(run.tokens[-1]):
        if run.tokens[-1].lower in ("ii", "iii", "iv", "vi", "vii", "viii", "ix"):
            break
        if is_acronym(run.tokens[-1]) or (len(run.tokens) > 1 and run.tokens[-1].lower in _SHORT_NAMES):
            break
        run = run.part(0, len(run.tokens) - 1)
    if not run.tokens:
        return
    party = party_in(text, run)
    typed = type_of_head(run, evidence)
    if party or typed:
        yield party or Candidate(run.start, run.end, "name", typed, 5)
        yield from _nested(run, evidence)
        return
    title_end = _title_end(run)
    if title_end:
        yield from _titled(text, run, title_end, evidence)
        return
    inner = _inner_title(run, evidence) or _second_writer(text, run)
    if inner:
        yield from _names(text, run.part(0, inner), evidence)
        yield from _names(text, run.part(inner, len(run.tokens)), evidence)
        return
    size = _prefix(run)
    if size:
        yield _adjective(run, size)
        if size < len(run.tokens):
            yield from _names(text, run.part(size, len(run.tokens)), evidence)
        return
    if len(run.tokens) > 1 and run.tokens[-1].lower in demonyms() and not evidence.proper(run.tokens[0]):
        yield _adjective(run.part(len(run.tokens) - 1, len(run.tokens)), 1)  # "Successive American" governments
    elif is_name(text, run, evidence):
        yield from _split_places(text, run, evidence)
    elif run.tokens[0].titled:
        for part in _known_stretches(run, evidence):
            yield from _split_places(text, part, evidence)


def _nested(run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    """The place or the person inside a longer name: "Bank of *Norway*", "*Lindqvist* Government"."""
    tokens = run.tokens
    for number, joint in enumerate(run.joints, start=1):
        if joint and is_place(" ".join(t.word for t in tokens[number:])):
            yield Candidate(tokens[number].start, run.end, "name", "place", 0)
            return
    size = _place_size(tokens)
    if size:
        yield Candidate(run.start, tokens[size - 1].end, "name", "place", 0)
        return
    if tokens[-1].lower in RULE_HEADS and len(tokens) < 5 and not any(run.joints) and not _demonym_size(tokens):
        inner = [t for t in tokens[:-1] if evidence.proper(t)]
        if inner:
            place = is_place(" ".join(t.word for t in inner))
            yield Candidate(inner[0].start, inner[-1].end, "name", "place" if place else "person", 1)


def _place_size(tokens: tuple[Token, ...]) -> int:
    """How many words at the beginning are a known place, and not all of the name: "*New Zealand* Herald"."""
    for size in range(min(len(tokens) - 1, _LONGEST_PLACE), 0, -1):
        if is_place(" ".join(t.word for t in tokens[:size])):
            return size
    return 0


def _without_opening(run: Sequence, evidence: Evidence) -> Sequence:
    """Without function words, and without a common word that has its capital from the beginning of the sentence."""
    tokens = run.tokens
    first = 0
    while first < len(tokens):
        token = tokens[first]
        opening = token.initial and not evidence.certain(token) and not _keeps(tokens[first:])
        droppable = token.lower in COMMON_WORDS or token.lower in evidence.lower or token.lower.endswith(("ly", "ing"))
        if token.lower in _ORDINALS and not token.initial and len(tokens) > first + 1:
            break  # "the First Harbour Division"
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
    if word in TITLE_HEADS or word in TITLE_MODIFIERS or word in INNER_POSSESSIVES:
        return True
    if word in PLACE_FIRST_WORDS or word in FIRST_HEADS:
        return True
    if any(t.lower in TITLE_HEADS for t in tokens[1:3]) and not word.endswith(("ed", "ing", "ly")):
        return True
    return head_type(tokens[-1].lower) not in (None, "event") or head_type(word) == "organisation"


def _title_end(run: Sequence) -> int:
    """How many words at the beginning are title: "Harbour Minister Ana Lindqvist" → 2."""
    end = 0
    for number, token in enumerate(run.tokens[:_LONGEST_TITLE]):
        joint = run.joints[number - 1] if number else ""
        heads = token.lower in TITLE_HEADS and not _is_surname(run, number, end)
        if heads or (joint in ("of", "of the", "for") and end == number and token.lower in OFFICE_WORDS):
            end = number + 1
        elif joint or not _may_precede_title(token):
            break
    if not end:
        given = next((n for n, t in enumerate(run.tokens[:4]) if is_given(t)), 0)
        plain = all(t.lower in COMMON_WORDS for t in run.tokens[:given]) and not any(run.joints[:given])
        return given if plain and given + 1 < len(run.tokens) else 0
    return 1 if end == len(run.tokens) > 1 and run.tokens[0].lower in ADDRESS else end


def _inner_title(run: Sequence, evidence: Evidence) -> int:
    """Where a title begins after the name of a body: "Tellmark Works *Director* Ana Lindqvist"; 0 where none does."""
    tokens = run.tokens
    for number in range(1, min(len(tokens) - 1, _LONGEST_TITLE)):
        if tokens[number].lower in TITLE_HEADS and not _is_surname(run, number, 0) and not is_given(tokens[0]):
            if not evidence.proper(tokens[number + 1]) or any(run.joints[number - 1 : number + 1]):
                return 0
            first = number
            while first > 1 and tokens[first - 1].lower in TITLE_MODIFIERS | OFFICE_WORDS:
                first -= 1
            return first
    return 0


def _second_writer(text: str, run: Sequence) -> int:
    """Where the second of two writers who are cited together begins: "(Holt & *Moor*, 1983)"; 0 where none does."""
    if run.joints.count("&") != 1 or not is_cited(text, run.end):
        return 0
    number = run.joints.index("&") + 1
    return number if max(number, len(run.tokens) - number) < 4 else 0


def _is_surname(run: Sequence, number: int, end: int) -> bool:
    """ "Clara King", "Dean Rusk": a title word that is part of the name itself."""
    token = run.tokens[number]
    return is_given(token) or (number > 0 and end < number and is_given(run.tokens[number - 1]))


def _may_precede_title(token: Token) -> bool:
    word = token.lower
    return (
        word in TITLE_MODIFIERS
        or word in OFFICE_WORDS
        or word in COMMON_WORDS
        or word in demonyms()
        or word in GROUP_WORDS
        or ((token.word in place_names() or is_acronym(token)) and not is_given(token))
    )


def _titled(text: str, run: Sequence, end: int, evidence: Evidence) -> Iterator[Candidate]:
    """Names inside a title ("South Korean"), the name that it belongs to, and that name with a title of office."""
    tokens = run.tokens
    at = office = 0
    while at < end:
        size = _demonym_size(tokens[at:end])
        if size:
            yield _adjective(run.part(at, end), size)
            office = at + size
        elif is_acronym(tokens[at]) or tokens[at].word in place_names():
            place = tokens[at].word in place_names()
            yield Candidate(tokens[at].start, tokens[at].end, "name", "place" if place else "organisation", 1)
            office = at + 1
        at += max(size, 1)
    rest = run.part(end, len(tokens))
    if not rest.tokens or rest.tokens[0].lower in FUNCTION_WORDS:
        return
    address = tokens[end - 1].lower in ADDRESS
    if len(rest.tokens) == 1 and not address and not evidence.proper(rest.tokens[0]):
        return
    if tokens[0].lower in ("st.", "st") and _LIES.search(text, max(run.start - 8, 0), run.start):
        yield Candidate(run.start, run.end, "name", "place", 3)
        return
    titled = office < end and any(t.lower in TITLE_HEADS for t in tokens[office:end])
    title = " ".join(text[tokens[office].start : tokens[end - 1].end].split()) if titled else ""
    yield Candidate(rest.start, rest.end, "name", "person", 5, title)
    if not address and title:
        yield Candidate(tokens[office].start, rest.end, "name", "person", 5, title)


def _prefix(run: Sequence) -> int:
    """How many words at the beginning are a demonym, or a party's word before a full name ("Whig Ana Lindqvist")."""
    tokens = run.tokens
    size = _demonym_size(tokens)
    if not size and len(tokens) > 2 and tokens[0].lower in GROUP_WORDS:
        return 1
    return size


def _demonym_size(tokens: tuple[Token, ...]) -> int:
    """How many words at the beginning are a demonym: "South Korean" 2, "Cambodian" 1."""
    if len(tokens) > 1 and f"{tokens[0].lower} {tokens[1].lower}" in demonyms():
        return 2
    return 1 if tokens and tokens[0].lower in demonyms() else 0


def _adjective(run: Sequence, size: int) -> Candidate:
    start, end = run.start, run.tokens[size - 1].end
    word = " ".join(t.lower for t in run.tokens[:size])
    if word in GROUP_WORDS:
        return Candidate(start, end, "adjective", "group", 5)
    if is_inhabitants(word):
        return Candidate(start, end, "nominal", "group", 5)
    return Candidate(start, end, "adjective", "place", 5)


def _known_stretches(run: Sequence, evidence: Evidence) -> Iterator[Sequence]:
    """The stretches of a headline that are names elsewhere: "Firm Denies *Lindqvist* Report"."""
    first = None
    for number, token in enumerate((*run.tokens, None)):
        known = token is not None and evidence.known_word(token)
        if known and first is None:
            first = number
        elif not known and first is not None:
            yield run.part(first, number)
            first = None


def _split_places(text: str, run: Sequence, evidence: Evidence) -> Iterator[Candidate]:
    """Two places side by side are two names ("Rome Italy"): a comma got lost, or a heading runs on."""
    words = [t.word for t in run.tokens]
    for cut in range(1, len(words)):
        if " ".join(words[:cut]) in place_names() and " ".join(words[cut:]) in place_names():
            yield Candidate(run.start, run.tokens[cut - 1].end, "name", "place", 3)
            yield Candidate(run.tokens[cut].start, run.end, "name", "place", 3)
            return
    if len(words) == 2 and words[0] in place_names() and is_acronym(run.tokens[1]):
        yield Candidate(run.start, run.tokens[0].end, "name", "place", 3)
        yield Candidate(run.tokens[1].start, run.end, "name", "organisation", 2)
        return
    run = _trimmed(run, evidence)
    type_, weight = type_of(text, run, evidence)
    yield Candidate(run.start, run.end, "name", type_, weight)


def _trimmed(run: Sequence, evidence: Evidence) -> Sequence:
    """Without an adjective before a known place ("Red Norway"), and common words after a full name."""
    tokens = run.tokens
    rest = " ".join(t.word for t in tokens[1:])
    loose = tokens[0].lower in LOOSE_ADJECTIVES
    if len(tokens) > 1 and not evidence.proper(tokens[0]) and (is_place(rest) or loose):
        return run.part(1, len(tokens))
    end = len(tokens)
    while end > 2 and is_given(tokens[0]) and tokens[end - 1].lower in COMMON_WORDS and len(tokens[end - 2].word) > 2:
        end -= 1
    return run.part(0, end)
